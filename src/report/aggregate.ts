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
    weights.forEach((w, i) => (logits[stance] += i === 0 ? w : w * ECHO ** Math.min(i, 3)))
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
  const plain = votes.filter((v) => !v.earlier && !v.headline && v.weight >= PLAIN)
  for (const v of votes) if (plain.some((later) => later.stance !== v.stance && overtakes(later, v))) superseded.add(v)
  const current = votes.filter((v) => !superseded.has(v))
  const own = current.some((v) => v.source < 0 && !v.headline)
  const body = current.some((v) => !v.headline)
  const logits = pool(current, (v) => v.weight * (own && v.source >= 0 ? 0.6 : 1) * (v.headline ? (body ? 0.4 : 0.8) : 1))
  if (logits.conditional > 0) logits.conditional += 0.75 * Math.max(logits.support, logits.oppose)
  const probabilities = softmax(logits)
  return { stance: likeliest(probabilities), probabilities, logits, superseded }
}

function overtakes(later: Vote, vote: Vote): boolean {
  if (vote.earlier) return true
  if (later.time !== undefined && vote.time !== undefined && later.time !== vote.time) return later.time > vote.time
  return vote.hearsay && !later.hearsay && later.from > vote.from
}

/** The probabilities that a few votes in one statement give. */
export const statementProbabilities = (votes: readonly Vote[]): StanceProbabilities => softmax(pool(votes, (v) => v.weight))
