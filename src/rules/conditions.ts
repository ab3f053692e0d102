import { clauseIndex } from '../document/clause-index'
import type { Range } from '../document/document'
import type { Clause } from '../document/clauses'
import type { ModifierRule } from '../types'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { chainOf, clausesBeside, unitsAround } from './scene'
import { demandBefore, demandedBefore } from './demands-before'
import { isTalks } from './teams'
import { openedDemand, statedDemand } from './stated-demands'
import { announced, phraseEnd, trim } from './extent'
import { ASKS, IDLE, isCondition, isConditionMarker, MARKERS } from './condition-clauses'

/** "Once that is done", "if these two conditions were met": what has been demanded before. */
const POINTS_BACK =
  /^(that|this|these|those|it|they|both|all)( (two|three|both|of these|of those|things?|conditions?|requirements?|demands?|points?|guarantees|assurances|steps))* (is|are|was|were|has been|have been|had been|happens|happened|comes about)( (not|fully|first))?( (met|granted|done|settled|fulfilled|satisfied|accepted|agreed|arranged|given|carried out|in place|cleared up|resolved|heeded|honou?red|secured|assured|worked out|the case)( (by|in|with|first|to)\b.*)?)?$/
/** How far a condition phrase may stand from the cue, in tokens, unless the rule says otherwise. */
const REACH = 30

/** The conditions that a cue's clause is tied to, as token ranges of what is demanded. */
export function findConditions(scene: Scene, hit: RuleHit, top: number, index: number): Range[] {
  const { clauses, units } = scene.syntax
  const out: Range[] = []
  const unit = clauses[top]!.unit
  const chain = chainOf(scene, index)
  const { ofUnit } = clauseIndex(scene.syntax)
  // in the unit itself, or in one of the same sentence or the next
  const near: number[] = []
  for (let u = unit; u < units.length && units[u]!.sentence <= units[unit]!.sentence + 1; u++) near.push(...ofUnit[u]!)
  for (const k of near) {
    const clause = clauses[k]!
    const answers = k === index && hit.to <= clause.marker // "Yes, if …"
    if (clause.relation !== 'adverbial' || (chain.has(k) && !answers) || !isConditionMarker(scene, clause)) continue
    if (clause.unit !== unit && !isFragmentOf(scene, clause, unit)) continue
    if (/^(whether|lest)$/.test(scene.document.norms[clause.marker]!) || !isCondition(scene, clause)) continue
    if (clause.parent >= 0 && !attaches(scene, clause, chain, top, hit)) continue
    out.push(demandOfClause(scene, clause))
  }
  out.push(...verblessConditions(scene, chain, hit))
  const { sentence } = units[unit]!
  const modifiers = [...(scene.bySentence.modifiers.get(sentence) ?? []), ...(scene.bySentence.modifiers.get(sentence + 1) ?? [])]
  for (const m of modifiers) {
    const modifier = scene.rules.get(m.rule) as ModifierRule
    if (modifier.effect !== 'condition' || !reaches(scene, m, modifier, hit, top)) continue
    if (out.some((o) => o.from <= m.to && m.from < o.to)) continue
    const stated =
      modifier.direction === 'backward'
        ? statedDemand(scene, m, hit, index)
        : modifier.direction === 'forward'
          ? demandBefore(scene, m.from)
          : undefined
    if (stated === null) continue
    const demand = stated ?? demandAfter(scene, m, modifier)
    // "with one proviso: …": another phrase may take in the colon
    if (demand.to > demand.from) out.push(demand)
  }
  return bareDemands(scene, out)
}

/** "Will come *if scholars on both sides open*": conditions in the clause of a cue in which no verb was found. */
function verblessConditions(scene: Scene, chain: ReadonlySet<number>, hit: RuleHit): Range[] {
  const { document, syntax } = scene
  const { norms, sentences, sentenceOf } = document
  const markers = new Set(clausesBeside(scene, hit.head).map((c) => c.marker))
  const out: Range[] = []
  for (let t = hit.head + 1; t < sentences[sentenceOf[hit.head]!]!.to; t++) {
    if (!/^(if|unless)$/.test(norms[t]!) || markers.has(t) || !chain.has(syntax.clauseOf[t]!)) continue
    if (/^(even|as|what|see|and|or)$/.test(norms[t - 1]!) || ASKS.test(document.lemmas[t - 1]!)) continue
    if (IDLE.test(norms.slice(t + 1, t + 4).join(' ')) || /^(any|not|ever|anything|when)$/.test(norms[t + 1] ?? '')) continue
    const range = trim(scene, t + 1, phraseEnd(scene, t + 1, unitEnd(scene, t)))
    if (range.to - range.from > 2) out.push(range)
  }
  return out
}

/** What the conditions of a sentence demand, whatever is tied to them, as token ranges: of its clauses and of phrases such as "in exchange for". */
export function conditionsIn(scene: Scene, sentence: number): Range[] {
  const { from, to } = scene.document.sentences[sentence]!
  const out: Range[] = []
  for (const clause of clausesBeside(scene, from)) {
    if (clause.marker < from || clause.marker >= to || clause.relation !== 'adverbial') continue
    if (/^(whether|lest)$/.test(scene.document.norms[clause.marker]!)) continue
    if (isConditionMarker(scene, clause) && isCondition(scene, clause)) out.push(demandOfClause(scene, clause))
  }
  const phrases = (scene.bySentence.modifiers.get(sentence) ?? []).flatMap((m) => {
    const modifier = scene.rules.get(m.rule) as ModifierRule
    return modifier.effect === 'condition' && !out.some((o) => o.from <= m.to && m.from < o.to) ? [{ m, modifier }] : []
  })
  for (const { m, modifier } of phrases) if ((modifier.direction ?? 'both') === 'both') out.push(demandAfter(scene, m, modifier))
  if (out.length === 0)
    for (const { m, modifier } of phrases) {
      const demand = modifier.direction === 'backward' ? openedDemand(scene, m) : demandBefore(scene, m.from)
      if (demand) out.push(demand)
    }
  return bareDemands(scene, out)
}

/** What a condition clause demands: without its conjunction; where it only points back ("once that is done"), what it points to. */
function demandOfClause(scene: Scene, { marker, unit }: Clause): Range {
  const { norms } = scene.document
  const last = /^(and|or)$/.test(norms[marker + 1] ?? '') && MARKERS.has(norms[marker + 2] ?? '') ? marker + 2 : marker
  const from = norms[last + 1] === 'that' && !/^(is|was|has|were|happens)$/.test(norms[last + 2] ?? '') ? last + 2 : last + 1
  const range = trim(scene, from, phraseEnd(scene, from, scene.syntax.units[unit]!.to))
  return (POINTS_BACK.test(norms.slice(range.from, range.to).join(' ')) ? demandedBefore(scene, marker) : null) ?? range
}

/** What a phrase demands with the words that follow it. */
function demandAfter(scene: Scene, m: RuleHit, modifier: ModifierRule): Range {
  const start = demandStart(scene, m, modifier)
  // "depends on whether the list is changed"
  const from = scene.document.norms[start] === 'whether' ? start + 1 : start
  return trim(scene, from, phraseEnd(scene, from, unitEnd(scene, m.to - 1)))
}

/** Demands one by one, without words that only announce them and without a conjunction at their head. */
function bareDemands(scene: Scene, demands: readonly Range[]): Range[] {
  const { norms } = scene.document
  return demands
    .map((r) => announced(scene, r))
    .flatMap((r) => apart(scene, r))
    .map((r) => (/^(that|and|but)$/.test(norms[r.from] ?? '') ? { from: r.from + 1, to: r.to } : r))
    .filter((r) => r.to > r.from)
}

/** "That it is an observer *and that* nothing is signed": demands of which each has its own "that". */
function apart(scene: Scene, { from, to }: Range): Range[] {
  const { norms } = scene.document
  if (norms[from - 1] !== 'that') return [{ from, to }]
  const out: Range[] = []
  let start = from
  for (let t = from + 1; t + 1 < to; t++)
    if (norms[t] === 'and' && norms[t + 1] === 'that') {
      out.push(trim(scene, start, t))
      start = t + 2
    }
  return [...out, { from: start, to }]
}

/** "“We shall come,” he said, “if they ask.”", "We shall come. But only if they ask.": a condition without a main clause of its own, for what was said before. */
function isFragmentOf(scene: Scene, clause: Clause, unit: number): boolean {
  const { document, syntax } = scene
  if (clause.parent >= 0 || clause.unit < unit) return false
  const own = syntax.units[clause.unit]!
  const main = syntax.units[unit]!
  const sentences = own.sentence - main.sentence
  if (sentences > 1 || document.paragraphOf[own.from] !== document.paragraphOf[main.from]) return false
  if (own.quotation >= 0 !== main.quotation >= 0 && !isQuotedTail(scene, clause, unit)) return false
  const { ofUnit } = clauseIndex(syntax)
  if (ofUnit[clause.unit]!.some((i) => syntax.clauses[i]!.relation !== 'adverbial' && !hangsOn(scene, i, clause))) return false
  for (let u = unit + 1; u < clause.unit; u++)
    if (syntax.units[u]!.quotation >= 0 === main.quotation >= 0 && ofUnit[u]!.some((i) => syntax.clauses[i]!.relation === 'root'))
      return false
  return true
}

/** "It would come, it said, “provided the list is changed”": the words quoted go on with the sentence around them. */
function isQuotedTail({ document, syntax }: Scene, clause: Clause, unit: number): boolean {
  const own = syntax.units[clause.unit]!
  return (
    own.quotation >= 0 &&
    own.sentence === syntax.units[unit]!.sentence &&
    clause.marker <= own.from + 1 &&
    document.words[clause.marker] === document.norms[clause.marker]
  )
}

/** Whether a clause depends on another, at any depth. */
function hangsOn(scene: Scene, index: number, on: Clause): boolean {
  const { clauses } = scene.syntax
  for (let k = index, depth = 0; k >= 0 && depth < 8; k = clauses[k]!.parent, depth++) if (clauses[k] === on) return true
  return false
}

/** Where the demand begins: after the match, or with its last word where the pattern only looked ahead ("not without *a* seat"). */
function demandStart(scene: Scene, m: RuleHit, { pattern }: ModifierRule): number {
  const { norms, pos } = scene.document
  const last = m.to - 1
  if (norms[last] === 'that' || /^(ADP|SCONJ|PUNCT|PART|AUX|CCONJ)$/.test(pos[last]!)) return m.to
  const looksAhead =
    /^(DET|PRON|NUM)$/.test(pos[last]!) || !new RegExp(`\\b${norms[last]!.replace(/[^a-z-]/g, '.')}\\b`).test(pattern)
  return looksAhead ? last : m.to
}

/** The end of the unit around a token. */
function unitEnd({ syntax, document }: Scene, token: number): number {
  const around = unitsAround(syntax, document, token)
  const inVoice = around.find((u) => u.quotation >= 0 === document.quotationOf[token]! >= 0)
  return (inVoice ?? around[0])?.to ?? token + 1
}

/** "We will come. *But* …": whether a phrase that looks back opens the sentence after a unit's, in the same voice. */
function opensNext({ document, syntax }: Scene, m: RuleHit, modifier: ModifierRule, unit: number): boolean {
  const own = syntax.units[unit]!
  const sentence = document.sentenceOf[m.from]!
  if (modifier.direction !== 'backward' || sentence !== own.sentence + 1) return false
  if (document.paragraphOf[m.from] !== document.paragraphOf[own.from]) return false
  return document.quotationOf[m.from]! >= 0 === own.quotation >= 0
}

/** Whether a condition phrase ("in exchange for …") stands in the cue's sentence, with no boundary between, or opens the next with a demand. */
function reaches(scene: Scene, m: RuleHit, modifier: ModifierRule, hit: RuleHit, top: number): boolean {
  const { document, boundaries } = scene
  const { unit } = scene.syntax.clauses[top]!
  if (opensNext(scene, m, modifier, unit)) return true
  if (document.sentenceOf[m.from] !== scene.syntax.units[unit]!.sentence) return false
  if (modifier.direction === 'backward' && m.from < hit.head) return false
  if (m.from >= hit.from && m.to <= hit.to) return false
  const before = m.to <= hit.head
  if (before ? belongsToOther(scene, m, scene.syntax.clauses[top]!) : belongsToLater(scene, m, hit, top)) return false
  if (boundaries.some((b) => (before ? b.from >= m.to && b.to <= hit.from : b.from >= hit.to && b.to <= m.from))) return false
  return (before ? hit.head - m.to : m.from - hit.head) <= (modifier.reach ?? REACH)
}

/** "Iran will come only after the vote, and *India refused*": whether a condition phrase is spent on a clause before, with another subject. */
function belongsToOther({ syntax, document: { pos } }: Scene, m: RuleHit, top: Clause): boolean {
  const own = syntax.clauses[syntax.clauseOf[m.to - 1] ?? -1]
  if (!own || top.relation !== 'root' || own.verb.form !== 'finite' || own.verb.to > m.to) return false
  if (own.verb.to <= m.from && pos[m.from - 1] === 'PUNCT') return false
  let joined = false
  for (let t = m.to; t < top.verb.from; t++) joined ||= pos[t] === 'CCONJ' && pos[t - 1] === 'PUNCT'
  if (!joined || own.subject < 0 || top.subject < 0 || own.subject === top.subject) return false
  return pos[syntax.nounPhrases[top.subject]!.head] !== 'PRON'
}

/** "Iran opened the talks, and *Oman said* it would stay as long as …": whether a condition phrase is spent on a later clause with another subject. */
function belongsToLater(scene: Scene, m: RuleHit, hit: RuleHit, top: number): boolean {
  const { document, syntax } = scene
  const { clauses, nounPhrases } = syntax
  const root = outermost(clauses, syntax.clauseOf[m.from] ?? -1)
  const own = outermost(clauses, top)
  if (root < 0 || root === own || clauses[root]!.relation === 'parenthetical') return false
  const { subject } = clauses[root]!
  if (subject < 0 || own < 0 || subject === clauses[own]!.subject) return false
  const { from, head } = nounPhrases[subject]!
  const opener = document.norms[from - 1] ?? ''
  return from > hit.head && /^(?:and|but|while|whereas|with)$/.test(opener) && document.pos[head] !== 'PRON'
}

/** The clause at the top of those that a clause depends on. */
function outermost(clauses: readonly Clause[], index: number): number {
  let k = index
  for (let depth = 0; k >= 0 && clauses[k]!.parent >= 0 && depth < 8; depth++) k = clauses[k]!.parent
  return k
}

/** "Opened the talks, *telling delegates* they could leave once …": whether a complement hangs on the cue's own clause, or on one with another subject. */
function saysAnother(clauses: readonly Clause[], complement: Clause, top: number): boolean {
  if (complement.parent === top) return true
  const report = clauses[complement.parent]
  return report !== undefined && report.subject >= 0 && report.subject !== clauses[top]!.subject
}

/** Whether a condition clause belongs to the statement of the cue. */
function attaches(scene: Scene, condition: Clause, chain: ReadonlySet<number>, top: number, hit: RuleHit): boolean {
  const { clauses } = scene.syntax
  const parent = clauses[condition.parent]!
  // "it would come, he said, if …"
  if (parent.relation === 'parenthetical' || chain.has(condition.parent)) return true
  // "will attend the talks which open on Monday only if …"
  const { norms } = scene.document
  const limits = norms[condition.marker - 1] === 'only' || norms[condition.marker] === 'unless'
  if (parent.relation === 'relative' && limits && parent.subject >= 0 && isTalks(scene, parent.subject))
    return chain.has(parent.parent)
  // "if women are heard *and if the list is changed*"
  if (parent.relation === 'adverbial' && /^(and|or)$/.test(norms[condition.marker - 1]!) && parent.parent >= 0)
    return isConditionMarker(scene, parent) && isCondition(scene, parent) && attaches(scene, parent, chain, top, hit)
  if (!/^(coordinate|infinitive|participial|complement)$/.test(parent.relation)) return false
  // "would join contacts, and stay on for the plenary, provided …"
  if (
    parent.relation === 'coordinate' &&
    parent.subject === clauses[top]!.subject &&
    parent.unit === clauses[top]!.unit &&
    condition.marker > hit.head
  )
    return true
  if (chainOf(scene, condition.parent).has(top) && !(parent.relation === 'complement' && saysAnother(clauses, parent, top)))
    return true
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
