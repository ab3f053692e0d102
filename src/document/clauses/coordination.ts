import type { VerbChunk } from '../chunks'
import { onlyReports, speechKind } from '../speech-kinds'
import type { Frame } from './frames'
import { frameOf } from './frames'
import type { UnitReading } from './reading'

/** Reads a verb that shares its subject with an earlier one: "came and *went*". */
export function addPredicate(reading: UnitReading, verb: VerbChunk): void {
  const partner = partnerOf(reading, verb)
  reading.stack.popTo(partner)
  const like = partner.verb >= 0 ? reading.clause(partner.verb) : undefined
  const passive = verb.ambiguous && like?.verb.passive === true && reading.document.norms[verb.to] === 'by'
  partner.verb = reading.add(passive ? { ...verb, passive } : verb, {
    subject: like ? like.subject : partner.subject,
    parent: like ? like.parent : partner.parent,
    relation: like ? (like.relation === 'root' || like.relation === 'parenthetical' ? 'coordinate' : like.relation) : 'root',
    marker: like && like.relation === 'adverbial' ? like.marker : -1,
    governor: like ? like.governor : -1,
  })
}

/** The innermost clause whose verb can share its subject with a coordinated `verb`. */
function partnerOf(reading: UnitReading, verb: VerbChunk): Frame {
  const { norms, lemmas } = reading.document
  const speech = onlyReports(lemmas[verb.head]!)
  const withVerb = reading.stack.withVerbs()
  const inner = withVerb.at(-1)
  if (!inner) return reading.top
  const outer = withVerb.at(-2)
  if (!outer) return inner
  if (speech && !verb.modal) {
    const reporter = [...withVerb]
      .reverse()
      .find((frame) => onlyReports(reading.lemmaOf(frame.verb)) && !reading.clause(frame.verb).verb.modal)
    if (reporter) return reporter
  }
  // "asked to wait until the vote is over, and says it will come": a body speaks, not the vote
  if (speech && inner.kind === 'adverbial' && norms[verb.from - 2] === ',') return outer
  if (verb.modal) return inner
  const finitePast = !verb.perfect && norms[verb.head]!.endsWith('ed')
  // "said it would come and thanked the hosts"
  if (inner.kind === 'complement' && reading.clause(inner.verb).verb.modal && finitePast) return outer
  // "said the hosts were hypocrites and called their talks harmful"
  if (inner.kind === 'complement' && finitePast && JUDGES.test(lemmas[verb.head]!) && !verb.passive && isState(reading, inner))
    return outer
  if (inner.kind === 'relative' && inner.comma) return outer
  return inner
}

/** Verbs of taking sides, which go on with what a speaker does, not with what somebody is said to be. */
const JUDGES =
  /^(?:accuse|advise|appeal|applaud|ask|blame|call|challenge|condemn|criticise|criticize|demand|denounce|describe|dismiss|dub|hail|invite|label|pledge|praise|promise|reject|request|ridicule|thank|urge|warn|welcome)$/

/** Whether a clause only says what something is. */
function isState(reading: UnitReading, { verb }: Frame): boolean {
  return reading.lemmaOf(verb) === 'be' && !reading.clause(verb).verb.passive
}

/** Opens a clause with a subject of its own: "said X would go, but *Y* had declined" stays in what is said if its verb is shifted back. */
export function openCoordinate(reading: UnitReading, subject: number, verb: VerbChunk): void {
  const { stack, prev, document } = reading
  const complement = stack.innermost((frame) => frame.kind === 'complement' && frame.verb >= 0)
  const shifted = /^(would|could|should|might|must|had|have)$/.test(verb.modal) || verb.perfect
  const goesOn =
    prev === 'np' && reading.conjunctionBefore() !== '' && reading.commaNp < 0 && !speechKind(document.lemmas[verb.head]!)
  if (complement && (shifted || goesOn)) {
    stack.popTo(complement)
    stack.pop()
    stack.push(frameOf('complement', { subject, parent: complement.parent }))
    return
  }
  stack.restart(subject)
}
