import type { Chunk, VerbChunk } from '../chunks'
import type { Clause } from '../clauses'
import type { Document } from '../document'
import type { Unit } from '../units'
import { setExtents } from './extents'
import { readFinite } from './finite-verbs'
import { LookAhead } from './look-ahead'
import { readInfinitive, readParticiple } from './nonfinite-verbs'
import { readNounPhrase } from './noun-phrases'
import type { Parts } from './reading'
import { UnitReading } from './reading'
import { readWord } from './words'

/** Reads the clauses of one unit from its chunks, from left to right, into `parts`. */
export function readUnit(
  document: Document,
  index: number,
  unit: Unit,
  chunks: readonly Chunk[],
  verbs: readonly VerbChunk[],
  parts: Parts,
): void {
  const { clauses, nounPhrases } = parts
  const reading = new UnitReading(document, index, parts, new LookAhead(document, chunks, nounPhrases, verbs))
  chunks.forEach((chunk, c) => {
    if (chunk.type === 'np') readNounPhrase(reading, c, chunk.np)
    else if (chunk.type === 'vp') readVerb(reading, c, verbs[chunk.vp]!)
    else if (chunk.type === 'word') readWord(reading, c, chunk.token)
    else {
      reading.step('quote')
      reading.run = []
    }
  })
  // A subordinate clause before its main clause hangs on the main clause.
  for (let k = reading.first; k < clauses.length; k++) {
    const clause = clauses[k]!
    if (clause.relation === 'adverbial' && clause.parent < 0) clause.parent = mainClauseAfter(clauses, k)
    if (clause.relation === 'relative' && clause.subject < 0) clause.subject = clause.governor
  }
  setExtents(clauses, reading.first, nounPhrases, unit)
}

/** The first clause behind another that stands by itself or is said, or -1. */
function mainClauseAfter(clauses: readonly Clause[], k: number): number {
  for (let j = k + 1; j < clauses.length; j++)
    if (clauses[j]!.relation === 'root' || clauses[j]!.relation === 'complement') return j
  return -1
}

function readVerb(reading: UnitReading, c: number, verb: VerbChunk): void {
  if (reading.prev === 'start' && reading.stack.depth === 1 && reading.ahead.isInverted(c, verb)) {
    // "Should Kabul agree, …", "Were Kabul invited, …"
    return reading.open('adverbial', verb.head)
  }
  if (reading.ahead.isFronted(c, verb)) {
    reading.stack.restart()
    reading.run = []
    reading.auxiliary = verb
    return reading.step('start')
  }
  const { auxiliary } = reading
  if (auxiliary) {
    reading.auxiliary = undefined
    reading.setVerb(reading.top, inverted(reading, auxiliary, verb))
    return reading.step('vp')
  }
  if (verb.form === 'infinitive') readInfinitive(reading, verb)
  else if (verb.form === 'finite') readFinite(reading, verb)
  else if (isSubjunctive(reading, verb)) readFinite(reading, { ...verb, form: 'finite' })
  else readParticiple(reading, verb)
  reading.step('vp')
}

/** "Should Kabul *be invited*, …": a clause of its own has no other verb. */
const isSubjunctive = ({ document, top }: UnitReading, verb: VerbChunk): boolean =>
  document.norms[verb.from] === 'be' && top.kind === 'adverbial' && top.verb < 0 && top.subject >= 0

/** "nor *will* they *come*": the verb with the auxiliary that stands before its subject. */
function inverted({ document }: UnitReading, auxiliary: VerbChunk, verb: VerbChunk): VerbChunk {
  const { norms } = document
  const word = norms[auxiliary.from]!
  const negated = /^(?:nor|neither|never|seldom|rarely)$/.test(norms[auxiliary.from - 1]!)
  return {
    ...verb,
    form: 'finite',
    ambiguous: false,
    passive: verb.passive && norms[verb.from] !== norms[verb.head],
    negated: verb.negated !== negated,
    modal: /^(?:do|does|did|has|have|had)$/.test(word) ? '' : word,
    perfect: /^ha/.test(word),
  }
}
