import { groupedValues } from '../document/grouped'
import type { Vote } from '../rules/votes'
import { stanceProbabilities } from '../score/stance-model'
import type { Stance, StanceProbabilities } from '../types'
import { STANCES } from '../types'

/**
 * Log-odds for `none` before any evidence: a single hedged cue is not enough, one plain cue is.
 */
export const NONE_PRIOR = 0.6
/** What a second, third … vote for the same stance adds, as part of its weight: voices of one government echo each other. */
const ECHO = 0.35

/** The pooled log-odds of some votes: the strongest vote for each stance, and part of the rest. */
function pool(votes: readonly Vote[], weigh: (vote: Vote) => number): Record<Stance, number> {
  const logits: Record<Stance, number> = { support: 0, oppose: 0, conditional: 0, none: NONE_PRIOR }
  for (const stance of STANCES) {
    const weights = votes
      .filter((v) => v.stance === stance)
      .map(weigh)
      .sort((a, b) => b - a)
    weights.forEach((w, i) => (logits[stance] += w * ECHO ** Math.min(i, 3)))
  }
  return logits
}

/** Sharpness of the probabilities: chosen so that on the development texts a stance reported at p is right in about a share p of cases. */
const TEMPERATURE = 0.6

export const softmax = (logits: Readonly<Record<Stance, number>>, temperature = TEMPERATURE): StanceProbabilities =>
  stanceProbabilities(
    STANCES.map((stance) => logits[stance]),
    temperature,
  )

export const likeliest = (probabilities: StanceProbabilities): Stance =>
  STANCES.reduce((best, s) => (probabilities[s] > probabilities[best] ? s : best), 'none' as Stance)

/** Weight from which a later position is plain enough to overtake an earlier one. */
const PLAIN = 1.1

/** A holder's position in sum, and which votes are earlier positions that were overtaken. */
export interface Verdict {
  readonly stance: Stance
  readonly probabilities: StanceProbabilities
  /** Pooled log-odds for each stance; 0 where there is no vote for it. */
  readonly logits: Readonly<Record<Stance, number>>
  readonly superseded: ReadonlySet<Vote>
}

/**
 * Pools the votes for one holder and one target. The order of precedence:
 * 1. A later position overtakes one told as earlier, one in an earlier item of a live blog, and hearsay that stands before it.
 * 2. What the holder says itself counts more than what others say of it.
 * 3. What the text says counts more than what its headline makes of it.
 * 4. A named condition makes conditional of support and of refusal alike: "we will not go unless …" next to "we will not go".
 */
export function aggregate(votes: readonly Vote[]): Verdict {
  const superseded = new Set<Vote>()
  const later = laterPositions(votes)
  for (const v of votes) if (later.some(({ stance, overtakes }) => stance !== v.stance && overtakes(v))) superseded.add(v)
  const current = votes.filter((v) => !superseded.has(v))
  const own = current.some((v) => v.source < 0 && !v.headline)
  const body = current.some((v) => !v.headline)
  const logits = pool(current, (v) => v.weight * (own && v.source >= 0 ? 0.6 : 1) * (v.headline ? (body ? 0.4 : 0.8) : 1))
  if (logits.conditional > 0) logits.conditional += 0.75 * Math.max(logits.support, logits.oppose)
  const probabilities = softmax(logits)
  return { stance: likeliest(probabilities), probabilities, logits, superseded }
}

/** The plain positions for one stance, which may overtake those for another. */
interface LaterPosition {
  readonly stance: Stance
  overtakes(vote: Vote): boolean
}

function laterPositions(votes: readonly Vote[]): LaterPosition[] {
  const plain = groupedValues(
    votes.filter((v) => !v.earlier && !v.headline && v.weight >= PLAIN),
    (v) => v.stance,
    (v) => v,
  )
  return [...plain].map(([stance, positions]) => {
    const firsthand = positions.filter((v) => !v.hearsay)
    const latest = positions.reduce((most, { time }) => Math.max(most, time ?? -Infinity), -Infinity)
    /** Where the last firsthand position of a time stands; `undefined` for those without one. */
    const last = new Map<number | undefined, number>()
    for (const { time, from } of firsthand) last.set(time, Math.max(last.get(time) ?? -1, from))
    const end = Math.max(-1, ...last.values())
    return {
      stance,
      overtakes(vote) {
        if (vote.earlier) return true
        if (vote.time !== undefined && latest > vote.time) return true
        if (!vote.hearsay) return false
        // of items of a live blog the time decides, not the place
        const behind = vote.time === undefined ? end : Math.max(last.get(vote.time) ?? -1, last.get(undefined) ?? -1)
        return behind > vote.from
      },
    }
  })
}

/** The probabilities that a few votes in one statement give. */
export const statementProbabilities = (votes: readonly Vote[]): StanceProbabilities => softmax(pool(votes, (v) => v.weight))
