import type { Speaker } from '../attribution/speakers'
import type { Clause } from '../document/clauses'
import type { Range } from '../document/document'
import { clauseIndex } from '../document/clause-index'
import { NOBODY } from '../mentions/entities'
import { OTHER } from '../mentions/targets'
import type { CueRule, ModifierRule, Rule, Stance } from '../types'
import { isClaim } from './claim'
import { findConditions } from './conditions'
import { ownDemand } from './demands'
import { isOnlyCrowd } from './crowds'
import { negate } from './effects'
import { trim } from './extent'
import { inPast, isBackground, isThisYear } from './earlier'
import { isHearsay } from './hearsay'
import { findHolders } from './holders'
import { isHypothetical, isQuestion } from './hypothesis'
import { isMock } from './mock-conditions'
import type { RuleHit } from './pattern/match'
import type { Reading, Scene } from './scene'
import { clauseHas, clauseOfHit, hitsAround, isGuarded, makeScene } from './scene'
import { inScope, outranks, reachesAcross, sameAct } from './scope'
import { sourceOf } from './sources'
import type { Standing } from './standing'
import { targetsTogether } from './together'
import { findTarget } from './vote-target'
import { readStanding } from './standing'

export type { Reading } from './scene'

/** One rule's vote for one holder's stance, after the modifiers had their say. */
export interface Vote {
  readonly hit: RuleHit
  readonly stance: Stance
  /** Log-odds for `stance`, above 0. */
  readonly weight: number
  /** Entity index, or -1 where no actor answers for it. */
  readonly holder: number
  /** The actor who says so where it is not the holder, or -1 (the writer, or the holder's own words). */
  readonly source: number
  readonly speaker: Speaker | undefined
  readonly target: number
  readonly clause: number
  /** Token range of the statement. */
  readonly from: number
  readonly to: number
  /** Token ranges of what is demanded. */
  readonly conditions: readonly Range[]
  readonly mode: 'quote' | 'reported' | 'narrated'
  /** Told as an earlier position. */
  readonly earlier: boolean
  /** Told by the press or by somebody without a name. */
  readonly hearsay: boolean
  /** The time of the day of its item in a live blog, in minutes. */
  readonly time: number | undefined
  /** Told in a headline or sub-headline, which shortens what the text says. */
  readonly headline: boolean
  readonly modifiers: readonly string[]
}

/** A cue that matched but did not count, and why. */
export interface Dismissal {
  readonly hit: RuleHit
  readonly reason: string
}

export interface Votes {
  /** The reading with all matches, as they were weighed. */
  readonly scene: Scene
  readonly votes: readonly Vote[]
  /** Votes that no actor answers for: `holder` is -1. */
  readonly orphans: readonly Vote[]
  readonly dismissed: readonly Dismissal[]
}

/** What others say of a holder counts a little less than its own words or the writer's. */
const SECONDHAND = 0.85
/** So does what a question takes for granted, which the answer may deny. */
const PRESUPPOSED = 0.55
const HEDGED = 0.5
const POSSIBLE = 0.45
/** Modals with which parties to talks have not taken part yet. */
const NOT_HELD = /^(would|could|may|might|should|can|must|shall)$/

/** "has not accepted": an answer that is outstanding is none. */
const ANSWERS = /^(accept|agree|confirm|say|reply|respond|decide|approve|commit|announce)$/

/** Turns the matches of cues into votes: who holds the position, for which talks, and what modifiers make of it. */
export function castVotes(reading: Reading, hits: readonly RuleHit[], rules: ReadonlyMap<string, Rule>): Votes {
  const scene = makeScene(reading, hits, rules)
  const out = { scene, votes: [] as Vote[], orphans: [] as Vote[], dismissed: [] as Dismissal[] }
  for (const hit of scene.cues) {
    const reason = dismissal(scene, hit) ?? cast(scene, hit, out)
    if (reason !== undefined) out.dismissed.push({ hit, reason })
  }
  return out
}

/** Why a match is not even looked at, if so. */
function dismissal(scene: Scene, hit: RuleHit): string | undefined {
  if (isGuarded(scene, hit)) return 'inside a guarded phrase'
  if (reachesAcross(scene, hit) || isOfOthers(scene, hit) || isOfAttempts(scene, hit))
    return 'its target stands in another clause'
  const longer = hitsAround(scene, 'cues', hit.from).find(
    (o) =>
      o !== hit &&
      !(scene.rules.get(o.rule) as CueRule).tied &&
      o.from <= hit.from &&
      hit.to <= o.to &&
      outranks(scene, o, hit) &&
      sameAct(scene, o, hit) &&
      !isGuarded(scene, o) &&
      !reachesAcross(scene, o),
  )
  if (longer) return `inside the longer match of ${longer.rule}`
  const { document } = scene
  const { kind } = document.paragraphs[document.paragraphOf[hit.from]!]!
  return kind === 'residue' || kind === 'byline' || kind === 'caption' ? 'not a sentence of the report' : undefined
}

/** "Unlike the Moscow talks, the Doha gathering includes women": other talks are the subject. */
function isOfOthers(scene: Scene, hit: RuleHit): boolean {
  const slot = hit.slots.find((s) => s.kind === 'target')
  const clause = scene.verbAt.get(hit.head)
  const subject = clause === undefined ? -1 : scene.syntax.clauses[clause]!.subject
  if (!slot || subject < 0) return false
  const { from, head } = scene.syntax.nounPhrases[subject]!
  return slot.to <= from && from < hit.head && scene.mentionsAt(head).some((m) => m.target === OTHER)
}

/** "Attempts to disrupt the talks will fail": the talks are not what fails. */
function isOfAttempts(scene: Scene, hit: RuleHit): boolean {
  const slot = hit.slots.find((s) => s.kind === 'target')
  const clause = scene.verbAt.get(hit.head)
  if (slot?.from !== hit.from || clause === undefined) return false
  return clauseIndex(scene.syntax)
    .headsIn(Math.max(0, slot.from - 3), slot.from)
    .some((k) => {
      const { relation, governor } = scene.syntax.clauses[k]!
      return relation === 'infinitive' && governor >= 0 && governor === scene.syntax.clauses[clause]!.subject
    })
}

function cast(scene: Scene, hit: RuleHit, out: { votes: Vote[]; orphans: Vote[] }): string | undefined {
  const { document, syntax, attribution } = scene
  const rule = scene.rules.get(hit.rule) as CueRule
  const index = clauseOfHit(scene, hit)
  if (index < 0) return 'no clause around it'
  const clause = syntax.clauses[index]!
  const target = findTarget(scene, hit, clause)
  if (typeof target === 'string') return target
  const standing = readStanding(scene, index, hit, rule)
  if (standing.reason) return standing.reason
  if (!rule.factive && isHypothetical(scene, standing.top, hit)) return 'inside a condition or a claim'
  if (!rule.factive && isQuestion(scene, hit)) return 'inside a question'

  const effect = applyModifiers(scene, hit, rule, index, standing)
  if (typeof effect === 'string') return effect
  let { stance } = effect
  const conditions = stance === 'none' ? [] : findConditions(scene, hit, standing.top, index)
  if (rule.tied && !conditions.some((c) => isApart(c, hit))) return 'no condition is attached'
  if (conditions.length > 0 && conditions.every((c) => isMock(scene, c))) {
    conditions.length = 0
    stance = 'oppose'
  } else if (conditions.length > 0) stance = 'conditional'
  else if (stance === 'conditional') {
    const demand = ownDemand(scene, hit, rule, index)
    if (demand) conditions.push(demand)
  }
  if (rule.holder === 'participants' && (standing.top !== index || stance !== rule.stance || NOT_HELD.test(clause.verb.modal)))
    return 'talks that are not held, only spoken of'

  const others = targetsTogether(scene, hit, target)
  const found = findHolders(scene, hit, rule, index, standing)
  const speaker = attribution.speakerOf(standing.top)
  const { kind } = document.paragraphs[document.paragraphOf[hit.from]!]!
  const headline = kind === 'headline' || kind === 'subheading'
  const known = found.filter((h) => stance === 'conditional' || !isOnlyCrowd(scene, hit, h, speaker, headline))
  if (known.length === 0 && found.length > 0) return 'only a crowd'
  const holders = known.length > 0 ? known : [NOBODY]
  const range = statementRange(scene, standing.top, index, hit, conditions)
  for (const holder of holders) {
    const source = sourceOf(scene, speaker, holder, standing.top)
    if (speaker?.entity !== holder && isClaim(scene, hit, standing.top, stance, speaker !== undefined, source >= 0))
      return 'only a claim'
    const vote: Vote = {
      hit,
      stance,
      weight: effect.weight * (source >= 0 ? SECONDHAND : isAskers(speaker) ? PRESUPPOSED : 1),
      holder,
      source,
      speaker,
      target,
      clause: index,
      from: range.from,
      to: range.to,
      conditions,
      mode: syntax.units[clause.unit]!.quotation >= 0 ? 'quote' : speaker ? 'reported' : 'narrated',
      earlier:
        effect.earlier ||
        isBackground(scene, index) ||
        inPast(scene, hit, clause) ||
        ([clause, syntax.clauses[standing.top]!].some((c) => isPluperfect(scene, c)) && !speaker),
      hearsay: isHearsay(scene, speaker),
      time: scene.timeAt(hit.from),
      headline,
      modifiers: effect.modifiers,
    }
    for (const each of [target, ...others]) (holder === NOBODY ? out.orphans : out.votes).push({ ...vote, target: each })
  }
  return found.length > 0 ? undefined : 'no actor holds it'
}

/** "had threatened to stay away" */
const isPluperfect = ({ document }: Scene, { verb }: Clause): boolean => verb.perfect && document.norms[verb.from] === 'had'

/** Whether somebody who is no actor speaks in a turn of a transcript: an interviewer. */
const isAskers = (speaker: Speaker | undefined): boolean =>
  speaker !== undefined && speaker.entity === NOBODY && speaker.mode === 'quote' && speaker.phrase < 0 && speaker.clause < 0

/** Whether a condition stands outside of a match: not "would say if it attends <target>". */
const isApart = (condition: Range, hit: RuleHit): boolean =>
  hit.slots.every((s) => s.from < condition.from || s.from >= condition.to) &&
  (hit.head < condition.from || hit.head >= condition.to)

interface Effect {
  readonly stance: Stance
  readonly weight: number
  readonly earlier: boolean
  readonly modifiers: readonly string[]
}

/** What the modifiers in scope and the clauses around make of a cue, or why nothing is left of it. */
function applyModifiers(scene: Scene, hit: RuleHit, rule: CueRule, index: number, standing: Standing): Effect | string {
  const clause = scene.syntax.clauses[index]!
  const used: string[] = []
  let weight = standing.hedged ? rule.weight * POSSIBLE : rule.weight
  let flipped = standing.flipped
  let earlier = false
  for (const m of hitsAround(scene, 'modifiers', hit.from)) {
    if (!inScope(scene, m, hit, index)) continue
    const { id, effect } = scene.rules.get(m.rule) as ModifierRule
    if (effect === 'undecided') {
      if (rule.stance === 'none') continue
      return `undecided (${id})`
    }
    if (effect === 'hypothetical') {
      if (rule.factive) continue
      return `hypothetical (${id})`
    }
    if (effect === 'earlier') {
      if (isThisYear(scene, m)) continue
      earlier = true
    } else if (effect === 'hedge') weight *= HEDGED
    else if (effect === 'negation') flipped = !flipped
    used.push(id)
  }
  if (!flipped) return { stance: rule.stance, weight, earlier, modifiers: used }
  const outstanding = clause.verb.perfect && (clauseHas(scene, clause, 'yet') || ANSWERS.test(scene.document.lemmas[hit.head]!))
  const outcome = negate(rule, outstanding)
  if (outcome === 'ignore') return 'negated'
  return { stance: outcome.stance, weight: weight * outcome.factor, earlier, modifiers: used }
}

/** The words that show a position: the clause with what it governs, and its conditions. */
function statementRange(scene: Scene, top: number, index: number, hit: RuleHit, conditions: readonly Range[]): Range {
  const { clauses, units } = scene.syntax
  const unit = units[clauses[top]!.unit]!
  const first = Math.min(clauses[top]!.from, hit.from, ...conditions.map((c) => c.from))
  const last = Math.max(clauses[index]!.to, hit.to, ...conditions.map((c) => c.to))
  const { norms } = scene.document
  let from = Math.max(first, unit.from)
  let to = Math.min(last, Math.max(unit.to, hit.to))
  while (from > unit.from && conditions.some((c) => c.from >= from) && OPENS_CONDITION.test(norms[from - 1]!)) from--
  while (to > hit.to && /^(?:and|but|or|while|with|,)$/.test(norms[to - 1]!)) to--
  return trim(scene, from, to)
}

/** Words with which a condition in front begins. */
const OPENS_CONDITION =
  /^(?:if|unless|once|until|when|whenever|provided|providing|assuming|should|only|as|long|soon|so|that|even)$/
