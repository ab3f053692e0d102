import type { UnitReading } from './reading'

/** Gives the noun phrase `index` at chunk `c` its place: coordinated, in apposition, or the subject, agent or object of a clause. */
export function readNounPhrase(reading: UnitReading, c: number, index: number): void {
  const { document, parts, ahead, stack } = reading
  const { conjuncts, appositions, clauses } = parts
  const { norms, pos } = document
  const { prev, before, commaNp, lastNp } = reading
  const np = reading.phrase(index)
  const frame = reading.top
  if (prev === 'sub' || prev === 'rel' || (reading.joined && prev === 'conj')) np.preposition = -1
  // behind a conjunction a new subject stands, but not in "go along with the plan" and "neither the note sent to Kabul nor the list was …"
  const opens = prev === 'conj' && !reading.joined && reading.lastConj !== 'nor'
  reading.joined = false
  if (
    prev === 'conj' &&
    lastNp >= 0 &&
    (reading.lastConj !== 'but' || isNotOnly()) &&
    !(frame.verb >= 0 && ahead.insertionThenVerb(c + 1)) &&
    (before === 'np' || before === 'comma') &&
    (frame.verb < 0 || !ahead.startsClause(c))
  ) {
    conjuncts[index] = lastNp
  } else if (prev === 'comma' && commaNp >= 0 && before === 'np' && !np.temporal && !reading.phrase(commaNp).temporal) {
    if (ahead.listGoesOn(c, reading.phrase(lastNp), conjuncts[commaNp]! >= 0)) conjuncts[index] = commaNp
    else if (!ahead.startsClause(c) || explainsName()) appositions[index] = reading.headOfChain(commaNp)
  }
  // "Iran, which shares a border, on Monday rejected": a time between a comma and the verb is passed over
  if (np.temporal && (prev === 'comma' || (prev === 'prep' && before === 'comma')) && ahead.verbComesNext(c)) {
    reading.before = 'np'
    reading.prev = 'comma'
    return
  }
  if (np.preposition >= 0) takeAgent()
  else takePlace()
  reading.lastNp = index
  reading.step('np')

  /** "Not only *Iran* but also *Pakistan*": both. */
  function isNotOnly(): boolean {
    const { from } = reading.phrase(lastNp)
    return /^(?:only|just|merely|simply|solely|alone)$/.test(norms[from - 1] ?? '') && norms[from - 2] === 'not'
  }

  /** "The Front, *an armed group* opposed to the Taliban, said": whether a phrase between commas says what the name before it is. */
  function explainsName(): boolean {
    return (
      frame.verb < 0 &&
      /^(?:an?|one)$/.test(norms[np.from]!) &&
      reading.phrase(commaNp).preposition < 0 &&
      pos[reading.phrase(commaNp).head] === 'PROPN' &&
      ahead.insertionThenVerb(c - 1)
    )
  }

  function takeAgent(): void {
    // "Invited by Russia, Kabul …": the participle in front is no longer the verb that clauses hang on
    const done = reading.lastVerb >= 0 ? reading.lastVerb : clauses.length - 1
    if (done < reading.first) return
    const clause = reading.clause(done)
    if (clause.verb.passive && norms[np.preposition] === 'by' && clause.agent < 0) clause.agent = index
  }

  function takePlace(): void {
    const { lastVerb } = reading
    if (frame.inverted && !np.temporal) {
      reading.clause(frame.verb).subject = index
      frame.subject = index
      frame.inverted = false
    } else if (frame.verb < 0 && !np.temporal) {
      // after a comma that closes an introductory clause or phrase, a new phrase takes over
      if (frame.subject < 0) frame.subject = index
    } else if (
      frame.verb >= 0 &&
      prev !== 'comma' &&
      !opens &&
      lastVerb >= 0 &&
      reading.clause(lastVerb).object < 0 &&
      conjuncts[index]! < 0 &&
      !np.temporal
    ) {
      reading.clause(lastVerb).object = index
    }
    if (frame.kind === 'adverbial' && frame.verb >= 0 && prev === 'comma' && stack.outer) {
      const { outer } = stack
      if (outer.verb < 0 && ahead.startsClause(c)) {
        stack.pop()
        if (outer.subject < 0) outer.subject = index
      }
    }
    // "says the day has been well spent"
    const spoken = np.temporal && prev === 'vp' && /^(the|this|that|our)$/.test(norms[np.from]!) && ahead.verbComesNext(c)
    if (spoken) reading.times.add(index)
    if (!np.temporal || prev === 'start' || spoken) reading.run.push(index)
  }
}
