import { grammar } from '../data'
import type { Clause } from '../document/clauses'
import { speechKind } from '../document/speech-kinds'
import { isCondition, isConditionMarker } from './condition-clauses'
import type { CueRule } from '../types'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { clauseOfHit } from './scene'

/** Nouns for what is only claimed: "a rumour that it had refused". */
export const CLAIMS = new Set(grammar.claims)
/** Words that open an indirect question. */
const INDIRECT = /^(who|whom|what|which|how|when|where|why)$/
/** What is only wished of others: "hoped the United States would send somebody". */
const WISHES = /^(hope|wish|pray|dream|fear|doubt|wonder|prefer|insist|demand|suggest|urge)$/

/** Whether a clause states nothing: it is inside a condition, a claim, a denial, or depends on "whether". */
export function isHypothetical(scene: Scene, index: number, hit?: RuleHit): boolean {
  const { clauses, nounPhrases } = scene.syntax
  const { norms, lemmas } = scene.document
  let k = index
  for (let depth = 0; depth < 8 && k >= 0; depth++) {
    const clause = clauses[k]!
    const marker = clause.marker >= 0 ? norms[clause.marker]! : ''
    if (marker === 'whether') return true
    // "would not be drawn on who might go"
    if (INDIRECT.test(marker) && /^(on|about|over|as)$/.test(norms[clause.marker - 1] ?? '')) return true
    // "Yes, if …" stands outside of its condition
    if (hit && k === index && clause.relation === 'adverbial' && hit.to <= clause.marker) return false
    if (clause.relation === 'adverbial' && isConditionMarker(scene, clause)) {
      if (!/^(when|whenever|once|until|till)$/.test(marker)) return true
      // "will go when Kabul goes" is a condition, "will be discussed when they meet" a time
      if (!isCondition(scene, clause)) return false
      return marker === 'until' || marker === 'till' || scene.cues.some((c) => clauseOfHit(scene, c) === clause.parent)
    }
    if (hit && (scene.rules.get(hit.rule) as CueRule).stance === 'oppose' && deniesOwn(scene, clause)) return false
    // "a rumour that it had refused"
    const governor = clause.governor >= 0 ? nounPhrases[clause.governor]! : undefined
    if (governor && norms[governor.to] === 'that' && clause.subject !== clause.governor && CLAIMS.has(lemmas[governor.head]!))
      return true
    if (clause.relation === 'complement' && clause.parent >= 0) {
      // "denied that it would come"
      const parent = clauses[clause.parent]!
      if (WISHES.test(lemmas[parent.verb.head]!) && isAnothers(scene, clause, parent)) return true
      return speechKind(lemmas[parent.verb.head]!) === 'deny' && !parent.verb.negated
    }
    if (clause.relation === 'root' || clause.relation === 'coordinate') return false
    k = clause.parent
  }
  return false
}

/** "Denied (reports) that *it had quit*": whether whoever denies it speaks of an act of its own. */
export function deniesOwn({ syntax: { clauses, nounPhrases }, document, actors }: Scene, clause: Clause): boolean {
  const denial = clauses[clause.parent]
  if (!denial || denial.verb.negated || denial.subject < 0 || clause.subject < 0) return false
  if (speechKind(document.lemmas[denial.verb.head]!) !== 'deny') return false
  const governor = nounPhrases[clause.governor]
  const told = governor && document.norms[governor.to] === 'that' && CLAIMS.has(document.lemmas[governor.head]!)
  if (clause.relation !== 'complement' && !told) return false
  const denier = actors.entityOf[denial.subject]!
  return denier >= 0 && actors.entityOf[clause.subject] === denier
}

/** "How *can we* sit with them?": not asked to be answered. */
const RHETORICAL = /^(?:can|could|should) (?:we|i)$/

/** Whether the match stands in a sentence that asks. */
export function isQuestion(scene: Scene, hit: RuleHit): boolean {
  const { document } = scene
  const sentence = document.sentences[document.sentenceOf[hit.from]!]!
  // "why did it refuse?" takes the refusal for a fact
  for (let t = sentence.from; t < hit.from; t++)
    if (
      document.norms[t] === 'why' ||
      (document.norms[t] === 'how' && RHETORICAL.test(document.norms.slice(t + 1, t + 3).join(' ')))
    )
      return false
  for (let t = hit.to; t < Math.min(sentence.to + 1, document.length); t++) {
    if (document.norms[t] === '?')
      return document.quotationOf[t] === document.quotationOf[hit.from] || document.quotationOf[hit.from]! < 0
  }
  return false
}

/** Whether two clauses have different actors for their subjects. */
function isAnothers({ actors }: Scene, a: Clause, b: Clause): boolean {
  const left = a.subject >= 0 ? actors.entityOf[a.subject]! : -1
  const right = b.subject >= 0 ? actors.entityOf[b.subject]! : -1
  return left >= 0 && right >= 0 && left !== right
}
