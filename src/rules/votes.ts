import type { Speaker } from '../attribution/speakers'
import type { Clause } from '../document/clauses'
import type { Range } from '../document/document'
import { wordClasses } from '../data'
import { NOBODY } from '../mentions/entities'
import { OTHER } from '../mentions/targets'
import type { CueRule, ModifierRule, Rule, Stance } from '../types'
import { isClaim } from './claim'
import { findConditions } from './conditions'
import { ownDemand } from './demands'
import { negate } from './effects'
import { trim } from './extent'
import { inPast, isBackground, isThisYear } from './earlier'
import { findHolders } from './holders'
import type { RuleHit } from './pattern/match'
import type { Reading, Scene } from './scene'
import { clauseHas, clauseOfHit, isGuarded, makeScene } from './scene'
import { inScope, outranks, sameAct } from './scope'
import type { Standing } from './standing'
import { isHypothetical, isQuestion, readStanding } from './standing'

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
  readonly votes: readonly Vote[]
  /** Votes that no actor answers for: `holder` is -1. */
  readonly orphans: readonly Vote[]
  readonly dismissed: readonly Dismissal[]
}

/** What others say of a holder counts a little less than its own words or the writer's. */
const SECONDHAND = 0.85
const HEDGED = 0.5
const POSSIBLE = 0.45
/** Sentences after which talks that are not named again are no longer understood; fewer where the text names other talks too. */
const UNDERSTOOD = 15
const UNDERSTOOD_AMONG_OTHERS = 12
/** Modals with which parties to talks have not taken part yet. */
const NOT_HELD = /^(would|could|may|might|should|can|must|will|to|shall)$/

/** "has not accepted": an answer that is outstanding is none. */
const ANSWERS = /^(accept|agree|confirm|say|reply|respond|decide|approve|commit|announce)$/

/** Turns the matches of cues into votes: who holds the position, for which talks, and what modifiers make of it. */
export function castVotes(reading: Reading, hits: readonly RuleHit[], rules: ReadonlyMap<string, Rule>): Votes {
  const scene = makeScene(reading, hits, rules)
  const out = { votes: [] as Vote[], orphans: [] as Vote[], dismissed: [] as Dismissal[] }
  for (const hit of scene.cues) {
    const reason = dismissal(scene, hit) ?? cast(scene, hit, out)
    if (reason !== undefined) out.dismissed.push({ hit, reason })
  }
  return out
}

/** Why a match is not even looked at, if so. */
function dismissal(scene: Scene, hit: RuleHit): string | undefined {
  if (isGuarded(scene.guards, hit)) return 'inside a guarded phrase'
  if (reachesAcross(scene, hit)) return 'its target stands in another clause'
  const longer = scene.cues.find(
    (o) =>
      o !== hit &&
      !(scene.rules.get(o.rule) as CueRule).tied &&
      o.from <= hit.from &&
      hit.to <= o.to &&
      outranks(scene, o, hit) &&
      sameAct(scene, o, hit) &&
      !isGuarded(scene.guards, o) &&
      !reachesAcross(scene, o),
  )
  if (longer) return `inside the longer match of ${longer.rule}`
  const { document } = scene
  const { kind } = document.paragraphs[document.paragraphOf[hit.from]!]!
  return kind === 'residue' || kind === 'byline' || kind === 'caption' ? 'not a sentence of the report' : undefined
}

/** "said Beijing would be at the talks" for a pattern "say … at <target>": a wildcard ran over a verb of its own. */
function reachesAcross(scene: Scene, hit: RuleHit): boolean {
  const slot = hit.slots.find((s) => s.kind === 'target')
  const rule = scene.rules.get(hit.rule) as CueRule
  if (!slot || slot.from < hit.head || (rule.holder ?? 'subject') !== 'subject' || !scene.verbAt.has(hit.head)) return false
  return scene.syntax.clauses.some(
    (c) =>
      c.verb.head > hit.head &&
      c.verb.head < slot.from &&
      c.verb.form === 'finite' &&
      !spelled(rule.pattern, scene.document.lemmas[c.verb.head]!),
  )
}
/** Whether a pattern names a verb, itself or by one of its word classes. */
const spelled = (pattern: string, lemma: string): boolean =>
  pattern.includes(lemma) ||
  [...pattern.matchAll(/@([a-z-]+)/g)].some(([, name]) => wordClasses[name!]?.some((w) => w.split(/[< ]/, 1)[0] === lemma))

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
  if (!rule.factive && isHypothetical(scene, standing.top)) return 'inside a condition or a claim'
  if (!rule.factive && isQuestion(scene, hit)) return 'inside a question'

  const effect = applyModifiers(scene, hit, rule, index, standing)
  if (typeof effect === 'string') return effect
  let { stance } = effect
  const conditions = stance === 'none' ? [] : findConditions(scene, hit, standing.top, index)
  if (rule.tied && !conditions.some((c) => isApart(c, hit))) return 'no condition is attached'
  if (conditions.length > 0) stance = 'conditional'
  else if (stance === 'conditional') {
    const demand = ownDemand(scene, hit, rule, index)
    if (demand) conditions.push(demand)
  }
  if (rule.holder === 'participants' && (standing.top !== index || stance !== rule.stance || NOT_HELD.test(clause.verb.modal)))
    return 'talks that are not held, only spoken of'

  const found = findHolders(scene, hit, rule, index, standing)
  const holders = found.length > 0 ? found : [NOBODY]
  const speaker = attribution.speakerOf(standing.top)
  const range = statementRange(scene, standing.top, index, hit, conditions)
  const { kind } = document.paragraphs[document.paragraphOf[hit.from]!]!
  for (const holder of holders) {
    const source = sourceOf(scene, speaker, holder, standing.top)
    if (speaker?.entity !== holder && isClaim(scene, hit, standing.top, stance, speaker !== undefined)) return 'only a claim'
    ;(holder === NOBODY ? out.orphans : out.votes).push({
      hit,
      stance,
      weight: effect.weight * (source >= 0 ? SECONDHAND : 1),
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
        (clause.verb.perfect && document.norms[clause.verb.from] === 'had' && !speaker),
      headline: kind === 'headline' || kind === 'subheading',
      modifiers: effect.modifiers,
    })
  }
  return found.length > 0 ? undefined : 'no actor holds it'
}

/** Whether a condition stands outside of a match: not "would say if it attends <target>". */
const isApart = (condition: Range, hit: RuleHit): boolean =>
  hit.slots.every((s) => s.from < condition.from || s.from >= condition.to) &&
  (hit.head < condition.from || hit.head >= condition.to)

/** The target that a match is about, or why it is about none. */
function findTarget(scene: Scene, hit: RuleHit, clause: Clause): number | string {
  const { targets, document } = scene
  const slot = hit.slots.find((s) => s.kind === 'target')
  if (slot) {
    const mention = targets.mentions.find((m) => m.from === slot.from && m.to === slot.to && m.target >= 0)
    if (!mention) return 'the talks are not the target'
    if (
      mention.kind === 'venue' &&
      !/^(to|in|for|at|into|toward|towards|near|from|of)$/.test(document.norms[slot.from - 1] ?? '') &&
      !/^(reach|leave|visit|enter|skip)$/.test(document.lemmas[hit.head]!)
    )
      return 'the place, not the talks'
    return mention.target
  }
  // "will return to the Doha talks": what the clause names comes before what is understood
  const named = targets.mentions.find((m) => m.target >= 0 && m.kind !== 'venue' && m.from >= hit.to && m.to <= clause.to)
  if (named) return named.target
  const understood = targets.salientAt(hit.from)
  if (!understood || understood.target < 0) return 'no target is understood here'
  const others = targets.mentions.some((m) => m.target === OTHER)
  if (understood.distance > (others ? UNDERSTOOD_AMONG_OTHERS : UNDERSTOOD)) return 'the talks were named too far away'
  return hasOtherObject(scene, hit, clause) ? 'it has another object' : understood.target
}

/** "declined the offer of an office": the verb has an object that is not the talks. */
function hasOtherObject(scene: Scene, hit: RuleHit, clause: Clause): boolean {
  const { targets, actors, syntax, document } = scene
  if (!scene.verbAt.has(hit.head) || hit.voice !== 'active') return false
  const np = clause.object >= 0 ? syntax.nounPhrases[clause.object]! : undefined
  if (np && np.from >= hit.to && np.from <= hit.to + 1) {
    if (/^(whatever|whichever|wherever|whenever)$/.test(document.norms[np.from]!)) return false
    if (actors.entityOf[clause.object]! >= 0 || np.temporal) return false
    return !targets.mentions.some((m) => m.from <= np.head && np.head < m.to && m.target >= 0)
  }
  return targets.mentions.some(
    (m) =>
      m.target === OTHER &&
      m.from >= hit.to &&
      m.from < clause.to &&
      document.sentenceOf[m.from] === document.sentenceOf[hit.from],
  )
}

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
  for (const m of scene.modifiers) {
    if (!inScope(scene, m, hit, index)) continue
    const { id, effect } = scene.rules.get(m.rule) as ModifierRule
    if (effect === 'undecided') return `undecided (${id})`
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

/** Who says so, where it is not the holder: the speaker, or whoever quotes the one who speaks ("'We shall not attend', they wrote to us"). */
function sourceOf(scene: Scene, speaker: Speaker | undefined, holder: number, clause: number): number {
  if (speaker && speaker.entity >= 0 && speaker.entity !== holder) return speaker.entity
  const { document, syntax, attribution } = scene
  const quotation = document.quotationOf[syntax.clauses[clause]!.verb.head]!
  const parent = quotation >= 0 ? document.quotations[quotation]!.parent : -1
  const outer = parent >= 0 ? attribution.quotationSpeakers[parent] : undefined
  return outer && outer.entity !== holder ? outer.entity : -1
}

/** The words that show a position: the clause with what it governs, and its conditions. */
function statementRange(scene: Scene, top: number, index: number, hit: RuleHit, conditions: readonly Range[]): Range {
  const { clauses, units } = scene.syntax
  const unit = units[clauses[top]!.unit]!
  const from = Math.min(clauses[top]!.from, hit.from, ...conditions.map((c) => c.from))
  const to = Math.max(clauses[index]!.to, hit.to, ...conditions.map((c) => c.to))
  return trim(scene, Math.max(from, unit.from), Math.min(to, Math.max(unit.to, hit.to)))
}
