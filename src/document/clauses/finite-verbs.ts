import type { VerbChunk } from '../chunks'
import type { Clause } from '../clauses'
import { isNameBehindNoun } from '../names-behind-nouns'
import { startOfPhrase } from '../phrase-start'
import { speechKind, takesZeroThat } from '../speech-kinds'
import { addPredicate, openCoordinate } from './coordination'
import type { Frame } from './frames'
import { frameOf } from './frames'
import type { UnitReading } from './reading'

/** Reads a finite verb: the verb of the innermost clause, of a clause around it, of a new clause, or a participle after all. */
export function readFinite(reading: UnitReading, verb: VerbChunk): void {
  if (isBehindAs(reading, verb)) {
    reading.stack.pop()
    return addPredicate(reading, verb)
  }
  const frame = reading.top
  if (isBareInfinitive(reading, verb))
    reading.add(verb, { subject: reading.lastNp, parent: reading.lastVerb, relation: 'infinitive' })
  else if (frame.verb < 0) readFirstVerb(reading, verb, frame)
  else if (
    !goesBack(reading, verb, frame) &&
    !isOfAntecedent(reading, verb, frame) &&
    !isAside(reading, verb) &&
    !hasOwnSubject(reading, verb, frame) &&
    !followsComma(reading, verb, frame)
  )
    addPredicate(reading, verb)
}

/** "Mocked the guests as firemen and *told* them to go": "as" has opened no clause. */
function isBehindAs({ document: { norms }, prev, stack, top }: UnitReading, verb: VerbChunk): boolean {
  if (prev !== 'conj' || norms[verb.from - 1] !== 'and' || stack.depth < 2) return false
  return top.kind === 'adverbial' && top.verb < 0 && norms[top.marker] === 'as'
}

/** Verbs whose object does what a bare infinitive says. */
const WITH_BARE_INFINITIVE = new Set(['let', 'make', 'help', 'see', 'watch'])

/** "will not let its officials attend", "helped Kabul organise it", "wants to see the talks resume". */
function isBareInfinitive(reading: UnitReading, verb: VerbChunk): boolean {
  const { document, lastVerb, lastNp, prev } = reading
  if (lastVerb < 0 || prev !== 'np' || lastNp < 0 || verb.to !== verb.from + 1) return false
  if (document.norms[verb.head] !== document.lemmas[verb.head] || !WITH_BARE_INFINITIVE.has(reading.lemmaOf(lastVerb)))
    return false
  const causative = reading.clause(lastVerb)
  return !causative.verb.passive && causative.object === lastNp
}

/** The first verb of a clause that is open. */
function readFirstVerb(reading: UnitReading, verb: VerbChunk, frame: Frame): void {
  const { document, parts, ahead, stack, prev, lastNp } = reading
  const { norms, lemmas } = document
  const speech = speechKind(lemmas[verb.head]!)
  const subject = reading.lastSubject()
  const other = subject >= 0 && frame.subject >= 0 && subject !== frame.subject
  const behindComma = other && isCommaBetween(reading, frame.subject, subject)
  const isPending = stack.depth > 1 && stack.innermostAround((f) => f.verb < 0 && f.subject >= 0) !== undefined
  if (speech === 'say' && behindComma && norms[verb.to] === ',' && !isPending) {
    // "Mr Lavrov, it added, replied that …"
    reading.add(verb, { subject, relation: 'parenthetical' })
    reading.lastVerb = -1
    return
  }
  const isNew = prev === 'np' && behindComma && parts.appositions[subject]! < 0 && parts.conjuncts[subject]! < 0
  if ((frame.kind === 'relative' && other) || isNew || (frame.subject < 0 && subject >= 0)) frame.subject = subject
  if (prev === 'comma' && verb.ambiguous && frame.subject >= 0 && speech !== 'say' && ahead.isParticipleInside(verb)) {
    // "the moot, originally set for May, was put off"
    reading.addReduced(verb, frame.subject)
    return
  }
  if (isContact(reading, frame, subject, verb)) {
    reading.add(verb, { subject, relation: 'relative', governor: frame.subject })
    reading.lastVerb = -1
    return
  }
  const reduced =
    norms[verb.to] === 'by' || (norms[verb.to] === 'to' && /^(?:opposed|allied|linked|loyal)$/.test(norms[verb.head]!))
  if (verb.ambiguous && prev === 'np' && lastNp >= 0 && reduced && ahead.finiteInMain(verb.to)) {
    // "the government recognised by the United Nations had signed", "a group opposed to the Taliban said"
    reading.addReduced(verb, lastNp)
    reading.lastVerb = -1
    return
  }
  if (verb.ambiguous && frame.subject < 0 && frame.kind === 'main' && prev === 'start' && ahead.finiteFollows(verb.to)) {
    // "Asked about the talks, she declined …"
    reading.dangling.push(reading.add({ ...verb, form: 'participle', passive: true }, { relation: 'participial' }))
    reading.lastVerb = -1
    return
  }
  reading.setVerb(frame, verb)
  if (frame.subject < 0 && (speech === 'say' || speech === 'ask') && /^(?:quote|comma|start)$/.test(prev) && !verb.passive)
    frame.inverted = true
}

/** "The talks *the Taliban boycotted* ended": two phrases side by side and two verbs, of which the first is that of a relative clause. */
function isContact(reading: UnitReading, frame: Frame, subject: number, verb: VerbChunk): boolean {
  if (frame.kind !== 'main' || reading.prev !== 'np' || subject < 0 || reading.lastNp < 1) return false
  const first = frame.subject
  if (first < 0 || first !== reading.lastNp - 1 || subject !== reading.lastNp || verb.modal !== '') return false
  const outer = reading.phrase(first)
  const inner = reading.phrase(subject)
  if (
    outer.to !== inner.from ||
    outer.temporal ||
    !/^(?:the|a|an|this|these|those|all|any)$/.test(reading.document.norms[outer.from]!)
  )
    return false
  return reading.ahead.verbFollows(verb)
}

/** Without a subject of its own: the verb of a clause around, or the last verb was a participle. */
function goesBack(reading: UnitReading, verb: VerbChunk, frame: Frame): boolean {
  const { stack, prev } = reading
  if (reading.lastSubject() >= 0 || prev === 'conj' || prev === 'comma' || prev === 'sub') return false
  const last = lastClause(reading)
  // "said in a statement issued late": a verb that does nothing but report is no participle behind its noun
  const isReport =
    last !== undefined && verb.ambiguous && /^(?:say|add|note|state|announce)$/.test(reading.lemmaOf(reading.lastVerb))
  if (
    last &&
    last.verb.ambiguous &&
    !isReport &&
    last.relation !== 'relative' &&
    frame.verb === reading.lastVerb &&
    last.subject >= 0
  ) {
    reread(reading, frame, verb)
    return true
  }
  if (last && isGapOfSaid(reading, last, verb, frame)) {
    reading.add(verb, { subject: frame.governor, relation: 'complement', parent: reading.lastVerb })
    return true
  }
  const outer = frame.kind === 'main' ? undefined : stack.innermostAround((f) => f.verb < 0)
  if (!outer) return false
  stack.popTo(outer)
  reading.setVerb(outer, verb)
  return true
}

/** "the party, which Iran says *must be* there, told …": what is said has the antecedent for its subject. */
const isGapOfSaid = (reading: UnitReading, last: Clause, verb: VerbChunk, frame: Frame): boolean =>
  frame.kind === 'relative' &&
  frame.verb === reading.lastVerb &&
  frame.subject >= 0 &&
  frame.subject !== frame.governor &&
  last.verb.to === verb.from &&
  takesZeroThat(reading.lemmaOf(reading.lastVerb))

/** "said those who went did not represent": the antecedent is the subject of what is said. */
function isOfAntecedent(reading: UnitReading, verb: VerbChunk, frame: Frame): boolean {
  const { stack, prev } = reading
  const reporter = stack.outer
  if (frame.kind !== 'relative' || frame.comma || !reporter) return false
  const last = lastClause(reading)
  const subject = reading.lastSubject()
  if (subject >= 0 && last?.object !== subject && reading.phrase(subject).from >= last!.verb.from) return false
  const own = frame.governor
  if (reporter.verb < 0 || own < 0 || prev === 'conj' || prev === 'comma') return false
  if (reading.clause(reporter.verb).object !== own || !takesZeroThat(reading.lemmaOf(reporter.verb))) return false
  reading.clause(reporter.verb).object = -1
  stack.pop()
  reading.addComplement(reporter.verb, own, verb)
  return true
}

/** "it would come, he said, if …" */
function isAside(reading: UnitReading, verb: VerbChunk): boolean {
  const { norms, lemmas } = reading.document
  const subject = reading.lastSubject()
  if (reading.prev !== 'np' || subject < 0 || speechKind(lemmas[verb.head]!) !== 'say') return false
  if (norms[verb.to] !== ',' || norms[reading.phrase(subject).from - 1] !== ',' || !reading.ahead.hasMore(verb)) return false
  const host = reading.lastVerb
  reading.add(verb, { subject, relation: 'parenthetical' })
  reading.lastVerb = host
  return true
}

/** A noun phrase stands before the verb: its subject, or what a participle belongs to. */
function hasOwnSubject(reading: UnitReading, verb: VerbChunk, frame: Frame): boolean {
  const { document, parts, ahead, stack, prev, lastNp, lastVerb } = reading
  const { norms, lemmas } = document
  const subject = reading.lastSubject()
  if (prev !== 'np' && (prev === 'comma' || prev === 'conj' || subject < 0)) return false
  if (subject < 0) {
    // "at the talks held in May"
    if (!verb.ambiguous || lastNp < 0) return false
    reading.addReduced(verb, lastNp, lastVerb)
    return true
  }
  const last = lastClause(reading)
  const zeroThat = last !== undefined && takesZeroThat(lemmas[last.verb.head]!)
  const isObject = last?.object === subject
  const speech = speechKind(lemmas[verb.head]!)
  if (last && !zeroThat) {
    if (last.verb.ambiguous && frame.verb === lastVerb && last.subject >= 0 && isObject && !verb.ambiguous) {
      reread(reading, frame, verb)
      return true
    }
    const outer = stack.innermostAround((f) => f.verb < 0)
    if (outer && (frame.kind === 'relative' || frame.kind === 'adverbial') && (isObject || outer.subject >= 0)) {
      // "the commander who controls the east left Russia"
      stack.popTo(outer)
      reading.setVerb(outer, verb)
      return true
    }
    if (verb.ambiguous && isObject && speech !== 'say') {
      // "signed the agreement drafted at the talks"
      reading.addReduced(verb, lastNp, lastVerb)
      return true
    }
  }
  // "said boycotting the talks would be a mistake": the gerund is the subject of what is said
  if (
    last &&
    last.relation === 'participial' &&
    last.parent >= 0 &&
    isObject &&
    reading.clause(last.parent).verb.to === last.verb.from &&
    takesZeroThat(reading.lemmaOf(last.parent))
  ) {
    reading.addComplement(last.parent, subject, verb)
    return true
  }
  if (speech === 'say' && last && norms[startOfPhrase(reading.parts.nounPhrases, subject) - 1] === ',' && !ahead.hasMore(verb)) {
    // "only if they agree, the ministry said on Friday"
    if (isObject) last.object = -1
    stack.restart(subject)
    reading.setVerb(reading.top, verb)
    reading.clause(reading.lastVerb).relation = 'parenthetical'
    return true
  }
  // "said Iran and India would come"
  if (last && isSaidOfBoth(reading, last, subject)) {
    const own = last.object
    parts.conjuncts[subject] = own
    last.object = -1
    reading.addComplement(lastVerb, own, verb)
    return true
  }
  if (last && isNameBehindNoun(document, parts.nounPhrases, subject) && !reading.phrase(subject - 1).temporal) {
    // "would attend a gathering Russia is holding"
    stack.push(frameOf('relative', { subject, parent: lastVerb, governor: subject - 1 }))
    reading.setVerb(reading.top, verb)
    return true
  }
  // zero complement or a new coordinate clause
  if (isObject) last.object = -1
  if (zeroThat && reading.conjunctionBefore() === '') stack.push(frameOf('complement', { subject, parent: lastVerb }))
  else openCoordinate(reading, subject, verb)
  reading.setVerb(reading.top, verb)
  return true
}

/** Right behind a comma: the verb of a clause that still waits for its own, of what is said, a report, or a participle. */
function followsComma(reading: UnitReading, verb: VerbChunk, frame: Frame): boolean {
  const { document, parts, ahead, stack } = reading
  if (reading.prev !== 'comma') return false
  const open = stack.innermost((f) => f.verb < 0 && f.subject >= 0)
  if (open) {
    stack.popTo(open)
    reading.setVerb(open, verb)
    return true
  }
  const reporter = reading.clause(frame.verb)
  const own = reporter.object
  if (
    own >= 0 &&
    takesZeroThat(reading.lemmaOf(frame.verb)) &&
    (parts.appositions.includes(own) ||
      parts.clauses.slice(reading.first).some((x) => x.relation === 'relative' && x.governor === own))
  ) {
    // "said their deputy, X, would lead", "said Russia, which is the host, expects"
    reporter.object = -1
    reading.addComplement(frame.verb, own, verb)
    return true
  }
  if (speechKind(document.lemmas[verb.head]!) === 'say') {
    // "…, said X"
    stack.restart()
    reading.setVerb(reading.top, verb)
    reading.clause(reading.lastVerb).relation = 'parenthetical'
    reading.top.inverted = true
    return true
  }
  if (!verb.ambiguous || ahead.seriesGoesOn(verb)) return false
  const { subject, verb: parent } = frame
  reading.add({ ...verb, form: 'participle', passive: true }, { subject, relation: 'participial', parent })
  return true
}

/** The last verb was a participle after its noun: its subject is the subject of `verb`. */
function reread(reading: UnitReading, frame: Frame, verb: VerbChunk): void {
  const last = reading.clause(reading.lastVerb)
  reading.parts.clauses[reading.lastVerb] = {
    ...last,
    relation: 'relative',
    governor: last.subject,
    verb: { ...last.verb, form: 'participle', passive: true, ambiguous: false },
  }
  frame.verb = -1
  reading.setVerb(frame, verb)
}

/** Whether what seems to be the object of a verb of saying and the phrase behind "and" are the two subjects of what is said. */
function isSaidOfBoth(reading: UnitReading, { object, verb }: Clause, subject: number): boolean {
  const { norms, lemmas } = reading.document
  return (
    object >= 0 &&
    object === subject - 1 &&
    reading.phrase(object).to === reading.phrase(subject).from - 1 &&
    norms[reading.phrase(object).to] === 'and' &&
    /^(?:say|think|believe|hope|argue)$/.test(lemmas[verb.head]!)
  )
}

const lastClause = ({ parts, lastVerb }: UnitReading): Clause | undefined => parts.clauses[lastVerb]

function isCommaBetween(reading: UnitReading, a: number, b: number): boolean {
  for (let t = reading.phrase(a).to; t < reading.phrase(b).from; t++) if (reading.document.norms[t] === ',') return true
  return false
}
