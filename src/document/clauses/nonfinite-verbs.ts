import { grammar } from '../../data'
import type { VerbChunk } from '../chunks'
import { speechKind } from '../speech-kinds'
import type { UnitReading } from './reading'

const OBJECT_CONTROL = new Set(grammar.objectControl)
const GOVERNING_NOUNS = new Set(Object.values(grammar.governingNouns).flat())

/** Whether a noun takes an infinitive: "refusal to attend". */
export const governsInfinitive = (lemma: string): boolean => GOVERNING_NOUNS.has(lemma)

/** Reads "to attend": on a verb, on a noun, or by itself in a headline. */
export function readInfinitive(reading: UnitReading, verb: VerbChunk): void {
  const { document, parts, prev, lastNp } = reading
  const { norms, lemmas } = document
  const frame = reading.top
  const parent = reading.lastVerb
  const governs = (np: number): boolean => governsInfinitive(lemmas[reading.phrase(np).head]!)
  if (prev === 'conj' && parent >= 0) {
    const partner = parts.clauses
      .slice(reading.first)
      .reverse()
      .find((clause) => clause.verb.form === 'infinitive')
    if (partner !== undefined) {
      const { subject, governor, marker } = partner
      reading.add(verb, { subject, parent: partner.parent, relation: 'infinitive', governor, marker })
      return
    }
  }
  if (
    frame.verb < 0 &&
    frame.subject >= 0 &&
    prev === 'np' &&
    lastNp === reading.lastSubject() &&
    !governs(lastNp) &&
    frame.kind === 'main'
  ) {
    // headline: "Taliban to join talks"
    reading.setVerb(frame, { ...verb, form: 'finite', modal: 'to' })
    return
  }
  const near = prev === 'np' && lastNp >= 0 ? lastNp : -1
  // "the decision of the three parties to join", "a call by Iran to attend"
  const far = near >= 0 && /^(of|by|from)$/.test(norms[reading.phrase(near).preposition] ?? '') ? reading.headOfChain(near) : near
  const nominal = far >= 0 && governs(far) ? far : near
  if (nominal >= 0 && governs(nominal)) {
    const possessor = nominal !== near ? near : reading.phrase(nominal).possessor
    reading.add(verb, {
      subject: possessor >= 0 ? possessor : parent >= 0 ? reading.clause(parent).subject : -1,
      parent,
      relation: 'infinitive',
      governor: nominal,
    })
    return
  }
  if (parent >= 0) {
    const governor = reading.clause(parent)
    const lemma = reading.lemmaOf(parent)
    let { subject } = governor
    // "it took Kabul two weeks to answer"
    if (lemma === 'take' && governor.object >= 0 && subject >= 0 && norms[reading.phrase(subject).head] === 'it') {
      subject = governor.object
      governor.subject = subject
    }
    if (OBJECT_CONTROL.has(lemma) && !governor.verb.passive && nominal >= 0)
      subject = governor.object >= 0 ? governor.object : nominal
    reading.add(verb, { subject, parent, relation: 'infinitive' })
    return
  }
  const index = reading.add(verb, { subject: frame.subject, relation: 'infinitive', governor: nominal })
  if (frame.verb < 0 && frame.subject < 0) reading.dangling.push(index)
}

/** Reads "attending", "invited": behind a noun, beside a clause, or by itself in a headline. */
export function readParticiple(reading: UnitReading, verb: VerbChunk): void {
  const { document, prev, lastNp, ahead, stack } = reading
  const { norms, lemmas } = document
  const frame = reading.top
  // "…, and Turkmenistan, citing its neutrality, sent …": a clause that still waits for its verb
  const waits = prev === 'comma' && frame.kind === 'main' && frame.verb < 0 && frame.subject >= 0
  const parent = waits ? -1 : reading.lastVerb
  if (
    verb.form === 'gerund' &&
    frame.kind === 'main' &&
    frame.verb < 0 &&
    frame.subject >= 0 &&
    reading.lastSubject() === frame.subject &&
    !ahead.finiteInMain(verb.to)
  ) {
    // headline: "Kabul not going to Moscow"
    reading.setVerb(frame, { ...verb, form: 'finite' })
    return
  }
  // "…, both capitals having confirmed it"
  if (prev === 'np' && parent >= 0 && norms[verb.from] === 'having' && norms[reading.phrase(lastNp).from - 1] === ',') {
    reading.parts.appositions[lastNp] = -1
    reading.add(verb, { subject: lastNp, relation: 'participial', parent })
    return
  }
  if (
    prev === 'np' &&
    lastNp >= 0 &&
    verb.form === 'gerund' &&
    !(frame.verb >= 0 && parent >= 0 && norms[verb.head] === 'saying')
  ) {
    reading.add(verb, { subject: lastNp, relation: 'relative', governor: lastNp, parent })
    return
  }
  let { subject } = frame
  if (parent >= 0) {
    const governor = reading.clause(parent)
    subject = governor.subject
    if (reading.kindOf(parent) === 'accuse' && !governor.verb.passive && governor.object >= 0) subject = governor.object
    if (prev === 'comma') {
      const outer = stack.outermostWithVerb()
      if (outer && (frame.kind !== 'complement' || speechKind(lemmas[verb.head]!))) subject = reading.clause(outer.verb).subject
    }
  }
  const index = reading.add(verb, { subject, relation: 'participial', parent })
  if (parent < 0) reading.dangling.push(index)
}
