import { grammar } from '../data'
import type { Range } from '../document/document'
import type { Clause } from '../document/clauses'
import type { ModifierRule } from '../types'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { chainOf } from './scene'

const MARKERS = new Set(grammar.conditional)
const AHEAD = /^(will|would|shall|can|could|should|must|may|might|to)$/
/** Verbs that say when something takes place: "when the conference opens". */
const EVENT_VERBS = /^(open|begin|start|convene|gather|meet|arrive|resume|return|assemble|come|hold|host|visit|end|close)$/
/** How far a condition phrase may stand from the cue, in tokens, unless the rule says otherwise. */
const REACH = 30

/** "as long as", "provided": conjunctions of more words, or such as the parser keeps apart. */
function isMultiword(scene: Scene, marker: number): boolean {
  const { norms } = scene.document
  const word = norms[marker]
  if (word === 'provided' || word === 'providing') return true
  return word === 'as' && /^(long|far|soon)$/.test(norms[marker - 1] ?? '') && /^(as|so)$/.test(norms[marker - 2] ?? '')
}

/** "Should Kabul agree, …": the auxiliary stands for "if". */
const isInverted = (scene: Scene, clause: Clause): boolean =>
  clause.relation === 'adverbial' && /^(should|were|had)$/.test(scene.document.norms[clause.marker]!)

/** Whether an adverbial clause is introduced by a word that can make a condition. */
export const isConditionMarker = (scene: Scene, clause: Clause): boolean =>
  clause.marker >= 0 &&
  (MARKERS.has(scene.document.norms[clause.marker]!) || isInverted(scene, clause) || isMultiword(scene, clause.marker))

/** Whether an adverbial clause is a condition: not "even if", not "when the conference opens on Friday". */
export function isCondition(scene: Scene, clause: Clause): boolean {
  const { norms } = scene.document
  const marker = norms[clause.marker]!
  if (isMultiword(scene, clause.marker)) return true
  if (norms[clause.marker - 1] === 'even' || norms[clause.marker - 1] === 'as') return false
  // "would come if invited" asks for nothing
  if (marker === 'if' && /^(asked|invited|possible|necessary|needed|required|so)$/.test(norms[clause.marker + 1] ?? ''))
    return false
  if (!/^(when|whenever|once|until|till)$/.test(marker)) return true
  if (clause.parent < 0) return false
  if (marker === 'when' && norms[clause.marker - 1] !== 'only' && tellsTime(scene, clause)) return false
  const parent = scene.syntax.clauses[clause.parent]!
  const ahead =
    AHEAD.test(parent.verb.modal) ||
    parent.verb.form === 'infinitive' ||
    /^(ready|willing|prepared)$/.test(norms[parent.verb.to] ?? '') ||
    parent.verb.negated
  const past = !clause.verb.perfect && /^(was|were)$/.test(norms[clause.verb.from]!) && parent.verb.modal === ''
  return ahead && !past
}

function tellsTime(scene: Scene, clause: Clause): boolean {
  const { nounPhrases, phraseOf } = scene.syntax
  if (EVENT_VERBS.test(scene.document.lemmas[clause.verb.head]!)) return true
  for (let t = clause.from; t < clause.to; t++) if (phraseOf[t]! >= 0 && nounPhrases[phraseOf[t]!]!.temporal) return true
  return false
}

/** The conditions that a cue's clause is tied to, as token ranges of what is demanded. */
export function findConditions(scene: Scene, hit: RuleHit, top: number, clauseIndex: number): Range[] {
  const { clauses, units } = scene.syntax
  const out: Range[] = []
  const unit = clauses[top]!.unit
  const chain = chainOf(scene, clauseIndex)
  for (let k = 0; k < clauses.length; k++) {
    const clause = clauses[k]!
    if (clause.unit !== unit || clause.relation !== 'adverbial' || chain.has(k) || !isConditionMarker(scene, clause)) continue
    if (/^(whether|lest)$/.test(scene.document.norms[clause.marker]!) || !isCondition(scene, clause)) continue
    if (clause.parent >= 0 && !attaches(scene, clause, chain, top, hit)) continue
    let from = clause.marker + 1
    if (scene.document.norms[from] === 'that') from++
    out.push(trim(scene, from, phraseEnd(scene, from, units[unit]!.to)))
  }
  for (const m of scene.modifiers) {
    const modifier = scene.rules.get(m.rule) as ModifierRule
    if (modifier.effect !== 'condition' || !reaches(scene, m, modifier, hit, unit)) continue
    if (out.some((o) => o.from <= m.to && m.from < o.to)) continue
    out.push(trim(scene, m.to, phraseEnd(scene, m.to, units[unit]!.to)))
  }
  return out.filter((range) => range.to > range.from)
}

/** Whether a condition phrase ("in exchange for …") stands in the cue's sentence, with no boundary between. */
function reaches(scene: Scene, m: RuleHit, modifier: ModifierRule, hit: RuleHit, unit: number): boolean {
  const { document, boundaries } = scene
  if (document.sentenceOf[m.from] !== scene.syntax.units[unit]!.sentence) return false
  if (m.from >= hit.from && m.to <= hit.to) return false
  const before = m.to <= hit.head
  if (boundaries.some((b) => (before ? b.from >= m.to && b.to <= hit.from : b.from >= hit.to && b.to <= m.from))) return false
  return (before ? hit.head - m.to : m.from - hit.head) <= (modifier.reach ?? REACH)
}

/** Whether a condition clause belongs to the statement of the cue. */
function attaches(scene: Scene, condition: Clause, chain: ReadonlySet<number>, top: number, hit: RuleHit): boolean {
  const { clauses } = scene.syntax
  const parent = clauses[condition.parent]!
  // "it would come, he said, if …"
  if (parent.relation === 'parenthetical' || chain.has(condition.parent)) return true
  if (!/^(coordinate|infinitive|participial|complement)$/.test(parent.relation)) return false
  if (chainOf(scene, condition.parent).has(top) && !(parent.relation === 'complement' && parent.parent === top)) return true
  // two complements of one report: "said it would come and that it would stay if …"
  const main = clauses[top]!
  return (
    parent.relation === 'complement' &&
    main.relation === 'complement' &&
    parent.parent === main.parent &&
    parent.subject === main.subject &&
    Math.abs(parent.verb.from - hit.head) < 20
  )
}

/** The demand that a cue for `conditional` states by itself: the reason that it gives ("only observes because …"), else its clause. */
export function ownCondition(scene: Scene, hit: RuleHit, clauseIndex: number): Range {
  const { clauses, units } = scene.syntax
  const clause = clauses[clauseIndex]!
  const unit = units[clause.unit]!
  // "its presence is tied to …": the demand comes after the match
  if (/^(to|on|upon|that|if|until|unless|after|for|is|be)$/.test(scene.document.norms[hit.to - 1] ?? '') && hit.to < unit.to)
    return trim(scene, hit.to, phraseEnd(scene, hit.to, unit.to))
  const reason = clauses.find(
    (c) => c.unit === clause.unit && c.marker > hit.head && scene.document.norms[c.marker] === 'because',
  )
  if (reason) return trim(scene, reason.marker + 1, phraseEnd(scene, reason.marker + 1, unit.to))
  let start = Math.min(Math.max(clause.from, unit.from), hit.from)
  if (clause.marker >= 0 && start <= clause.marker) start = clause.marker + 1
  return trim(scene, start, phraseEnd(scene, Math.max(hit.to - 1, start), unit.to))
}

/** The end of a condition: the comma before its main clause, a semicolon, a dash, ", but", or the end of the words around it. */
function phraseEnd(scene: Scene, from: number, limit: number): number {
  const { document } = scene
  const { norms, quotationOf } = document
  const { clauses, clauseOf } = scene.syntax
  const leads = mainClauseFollows(scene, from)
  let depth = 0
  for (let t = from; t < limit; t++) {
    const w = norms[t]!
    if (w === '(') depth++
    else if (w === ')') depth--
    if (depth > 0) continue
    if (/^[;.?!:—–]$/.test(w)) return t
    if (w === ',') {
      if (leads) {
        const unit = clauses[leads - 1]!
        if (unit.verb.from > t && noFiniteBefore(scene, t, unit)) return t
      }
      if (/^(but|said|while|adding|although|though|whereas)$/.test(norms[t + 1] ?? '')) return t
      const next = clauseOf[t + 1] ?? -1
      if (
        next >= 0 &&
        (clauses[next]!.relation === 'parenthetical' || (clauses[next]!.relation === 'root' && clauses[next]!.from >= t))
      )
        return t
    }
    if (quotationOf[t] !== quotationOf[from] && quotationOf[from]! >= 0 && norms[t] === '"') return t
  }
  return limit
}

/** For a condition that leads ("If …, it will come"): the index of the main clause after it, plus one; else 0. */
function mainClauseFollows(scene: Scene, from: number): number {
  const { clauses, clauseOf } = scene.syntax
  const inside = clauseOf[from] ?? -1
  if (inside < 0) return 0
  const unit = clauses[inside]!.unit
  const stands = (c: Clause): boolean => c.unit === unit && /^(root|complement|coordinate)$/.test(c.relation)
  if (
    clauses.some(
      (c) => stands(c) && c.verb.to <= from && !clauses.some((x) => x.relation === 'complement' && clauses[x.parent] === c),
    )
  )
    return 0
  const next = clauses.findIndex((c) => stands(c) && c.verb.from > from)
  return next + 1
}

/** Whether the main clause begins right after a comma: nothing of another finite clause lies between. */
function noFiniteBefore(scene: Scene, comma: number, main: Clause): boolean {
  return !scene.syntax.clauses.some(
    (c) => c !== main && c.unit === main.unit && c.verb.form === 'finite' && c.verb.from > comma && c.verb.from < main.verb.from,
  )
}

/** A token range without the punctuation around it. */
export function trim(scene: Scene, from: number, to: number): Range {
  const { pos, words } = scene.document
  let a = from
  let b = to
  while (a < b && pos[a] === 'PUNCT' && !/^["“‘'(]$/.test(words[a]!)) a++
  while (b > a && pos[b - 1] === 'PUNCT' && !/^["”’')]$/.test(words[b - 1]!)) b--
  return { from: a, to: b }
}
