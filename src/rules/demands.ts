import { grammar } from '../data'
import { clauseIndex } from '../document/clause-index'
import type { Range } from '../document/document'
import type { CueRule } from '../types'
import { announced, beforePart, phraseEnd, trim } from './extent'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { unitsAround } from './scene'

const DEMAND_VERBS = new Set(grammar.demandVerbs)
/** A match that ends with one of these is followed by the demand: "its presence is tied to …". */
const LEADS_ON = /^(to|on|upon|that|if|until|unless|after|for|is|be|:|without|not|no|where|which)$/
const NAMES_TERMS = /^(reasons?|conditions?|terms|demands?|requirements?|preconditions?|caveats?|price|proviso)$/
/** What stands between a verb of demand and the demand. */
const LINKS = /^(on|for|that|out|upon|only|instead|also|,)$/

/**
 * What a cue for `conditional` demands by itself, or undefined where its words only say that there are terms ("sets its terms for the talks").
 *
 * The demand stands behind the match ("is tied to …"), in a reason ("only observes because …"), between "without" and what it prevents, before
 * "before we come", behind a verb of demand, or is what the speaker says of the talks ("the talks must be led by Afghans").
 */
export function ownDemand(scene: Scene, hit: RuleHit, rule: CueRule, index: number): Range | undefined {
  const { syntax } = scene
  const { norms, lemmas } = scene.document
  const { clauses, units } = syntax
  const clause = clauses[index]!
  const unit = units[clause.unit]!
  const upTo = (from: number): Range => announced(scene, trim(scene, from, phraseEnd(scene, from, unit.to)))
  const between = (from: number, to: number): Range => trim(scene, from, to)

  if (norms[hit.from] === 'without' || norms[hit.from] === 'until') {
    let end = hit.from + 1
    const slot = hit.slots.find((s) => s.kind === 'target' && s.from > hit.from + 1)
    while (end < hit.to && norms[end] !== ',' && norms[end] !== 'there' && end !== slot?.from) end++
    return between(hit.from + 1, end)
  }
  const tail = norms[hit.to - 1] ?? ''
  if (LEADS_ON.test(tail) && hit.to < unit.to) return upTo(hit.to)
  const reason = clauseIndex(syntax)
    .ofUnit[clause.unit]!.map((k) => clauses[k]!)
    .find(({ marker }) => marker > hit.head && norms[marker] === 'because')
  if (reason) return upTo(reason.marker + 1)
  if (
    /^(on|upon|to)$/.test(norms[hit.to] ?? '') &&
    /^(conditional|contingent|dependent|subject|conditioned|tied|linked|depend\w*|hing\w+|hang\w*|rest\w*)$/.test(tail)
  )
    return upTo(norms[hit.to + 1] === 'whether' ? hit.to + 2 : hit.to + 1)

  if (rule.holder === 'speaker') {
    let from = Math.min(Math.max(clause.from, unit.from), hit.from)
    if (clause.marker >= 0 && from <= clause.marker) from = clause.marker + 1
    const next = followsFrom(norms, hit)
    return next < hit.to ? between(from, next) : between(from, upTo(Math.max(hit.to - 1, from)).to)
  }
  // "free the prisoners and we will come"
  let and = hit.head - 1
  while (and > hit.from && !/^(and|then)$/.test(norms[and]!)) and--
  if (and > hit.from) return between(hit.from, and)
  // "demanded a swap as a condition for attending"
  const object = clause.object >= 0 ? syntax.nounPhrases[clause.object]! : undefined
  if (norms[hit.from] === 'as' && object && object.from < hit.from) return between(object.from, hit.from)
  if (!DEMAND_VERBS.has(lemmas[hit.head]!)) return reasonAfter(scene, hit)
  let at = hit.head + 1
  while (at < unit.to && LINKS.test(norms[at]!)) at++
  return beforePart(scene, upTo(at))
}

/** Where a match turns from what must come first to what follows: "*before* we come", "*and then* we come"; else its end. */
function followsFrom(norms: readonly string[], hit: RuleHit): number {
  for (let t = hit.head + 1; t < hit.to; t++) {
    if (norms[t] !== 'before' && norms[t] !== 'then' && !(norms[t] === 'after' && norms[t + 1] === 'that')) continue
    return norms[t - 1] === 'and' ? t - 1 : t
  }
  return hit.to
}

/** How many sentences a reason may follow behind the position. */
const REASON = 2

/** "India comes only as an observer. … because Kabul was not asked", "It gave the reason: …", "Its terms: …": what follows in the paragraph. */
function reasonAfter(scene: Scene, hit: RuleHit): Range | undefined {
  const { document, syntax } = scene
  const { norms, sentenceOf, paragraphOf } = document
  const last = sentenceOf[hit.from]! + REASON
  for (let t = hit.to; t < document.length && sentenceOf[t]! <= last && paragraphOf[t] === paragraphOf[hit.from]; t++) {
    const names = norms[t] === ':' && norms.slice(Math.max(0, t - 8), t).some((w) => NAMES_TERMS.test(w))
    const because = norms[t] === 'because' && norms[t + 1] !== 'of'
    if (!names && !because) continue
    const limit = unitsAround(syntax, document, t)[0]?.to ?? t + 1
    const range = trim(scene, t + 1, phraseEnd(scene, t + 1, limit))
    if (range.to > range.from) return range
  }
  return undefined
}
