import { grammar } from '../../data'
import type { Quotation } from '../document'
import { isPreposition } from '../prepositions'
import { isQuoteMark } from '../quote-marks'
import { canSubordinate } from './look-ahead'
import { governsInfinitive } from './nonfinite-verbs'
import type { UnitReading } from './reading'

/** Nouns with a clause of content: "no indication that …". */
const CLAIMS = new Set(grammar.claims)
const CONJUNCTIONS = new Set(['and', 'or', 'but', 'nor', '&', 'yet', 'then'])
const RELATIVES = new Set(['who', 'whom', 'which', 'whose', 'where'])

/** Reads a word outside noun phrases and verb groups, at chunk `c`: a mark, a conjunction, or what opens a clause. */
export function readWord(reading: UnitReading, c: number, token: number): void {
  const { document, stack, prev, lastNp } = reading
  const norm = document.norms[token]!
  const tag = document.pos[token]!
  if (norm === ',' || norm === '(' || norm === ')') return readComma(reading, c)
  if (norm === ';' || norm === ':' || norm === '.' || norm === '?' || norm === '!') {
    stack.restart()
    reading.run = []
    reading.lastVerb = -1
    return reading.step('colon')
  }
  if (norm === '–' || norm === '—' || norm === '-' || norm === '--') {
    reading.commaNp = prev === 'np' ? lastNp : -1
    if (reading.top.verb >= 0) reading.run = []
    return reading.step('comma')
  }
  if (isQuoteMark(document.words[token]!)) return readQuoteMark(reading, token)
  if (joinsPhrases(reading, token)) {
    reading.lastConj = 'and'
    if (prev === 'sub') stack.pop()
    reading.prev = reading.before === 'np' || prev === 'np' ? 'np' : prev
    reading.step('conj')
    reading.joined = true
    return
  }
  // "unless and until", "if and when": two words open one clause
  if (isBetweenOpeners(reading, token)) return
  if (prev === 'sub' && isBetweenOpeners(reading, token - 1)) return
  if (CONJUNCTIONS.has(norm)) {
    reading.lastConj = norm
    if (reading.top.verb >= 0) reading.run = []
    return reading.step('conj')
  }
  if (RELATIVES.has(norm) && prev !== 'start')
    return reading.openRelative(token, norm === 'who' || norm === 'which' ? lastNp : -1)
  if (norm === 'that' && prev === 'sub') return
  if (norm === 'that' && document.norms[token - 1] === 'so') return openAdverbial(reading, token)
  if (norm === 'that' && ((tag !== 'DET' && tag !== 'PRON') || /^(?:vp|conj|comma|np|quote)$/.test(prev)))
    return readThat(reading, c, token)
  if (canSubordinate(norm) && isSubordinator(reading, c, token)) {
    if (norm === 'whether') return reading.open('complement', token, { parent: reading.lastVerb })
    return openAdverbial(reading, token)
  }
  if (isPreposition(document, token)) return reading.step('prep')
  if (tag !== 'ADV' && tag !== 'PART' && tag !== 'INTJ') reading.step('word')
}

function isBetweenOpeners({ document: { norms }, prev }: UnitReading, token: number): boolean {
  if (prev !== 'sub' || !/^(?:and|or)$/.test(norms[token]!)) return false
  return OPENERS.test(norms[token - 1]!) && OPENERS.test(norms[token + 1] ?? '')
}
const OPENERS = /^(?:if|when|unless|until|as|once)$/

function readComma(reading: UnitReading, c: number): void {
  const { stack, prev, before, lastNp } = reading
  reading.commaNp = prev === 'np' || prev === 'quote' ? lastNp : -1
  const frame = reading.top
  if (frame.kind === 'relative' && frame.comma && frame.verb >= 0) stack.pop()
  if (
    prev === 'np' &&
    before === 'conj' &&
    frame.verb >= 0 &&
    reading.phrase(lastNp).preposition < 0 &&
    reading.parts.conjuncts[lastNp]! < 0 &&
    reading.ahead.insertionThenVerb(c)
  ) {
    // "…, but Ghani, who was not invited, rejected it"
    stack.restart(lastNp)
  }
  if (reading.top.verb >= 0) reading.run = []
  reading.step('comma')
}

/** Clauses that begin inside a quoted phrase end with it. */
function readQuoteMark({ document, stack, quoteDepth }: UnitReading, token: number): void {
  const depth = quoteDepth.get(token)
  if (depth !== undefined) return stack.cut(depth)
  const quotation = openedAt(document.quotations, token)
  if (quotation?.closed) quoteDepth.set(quotation.close, stack.depth)
}

/** The outermost quotation whose opening mark is a token; quotations stand in the order of their marks. */
function openedAt(quotations: readonly Quotation[], token: number): Quotation | undefined {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations[middle]!.open < token) low = middle + 1
    else high = middle
  }
  return quotations[low]?.open === token ? quotations[low] : undefined
}

/** "X as well as Y", "X along with Y" */
function joinsPhrases({ document, prev }: UnitReading, token: number): boolean {
  const norm = document.norms[token]!
  const last = document.norms[token - 1]
  return (norm === 'as' && last === 'well') || (norm === 'with' && (last === 'along' || last === 'together') && prev !== 'vp')
}

/** "a government *that* boycotted", "said *that* it would come" */
function readThat(reading: UnitReading, c: number, token: number): void {
  const { document, prev, lastNp, lastVerb } = reading
  const parent = prev === 'conj' || prev === 'comma' ? enclosingSpeech(reading) : reporterOf(reading)
  if (prev === 'np' && parent === lastVerb) {
    const lemma = document.lemmas[reading.phrase(lastNp).head]!
    const hasContent = lastVerb >= 0 && (takesContent(reading, lastVerb) || governsInfinitive(lemma) || CLAIMS.has(lemma))
    if (!hasContent || reading.ahead.verbComesNext(c)) return reading.openRelative(token, lastNp)
  }
  reading.open('complement', token, { parent, governor: prev === 'np' ? lastNp : -1 })
}

/** Verbs of which a passive has what is told: "those informed that …". */
const TELLS = /^(?:tell|inform|assure|warn|advise|convince|notify|remind)$/
/** The last clause, or the report around it that still waits for what is said: "*said* in a statement issued on Monday that it would come". */
function reporterOf(reading: UnitReading): number {
  const { lastVerb, document } = reading
  if (lastVerb < 0) return lastVerb
  const { relation, parent, verb } = reading.clause(lastVerb)
  if (relation !== 'relative' || verb.form !== 'participle' || parent < 0 || TELLS.test(reading.lemmaOf(lastVerb)))
    return lastVerb
  const waits = reading.kindOf(parent) === 'say' && reading.clause(parent).object < 0 && document.norms[verb.to] !== 'by'
  return waits ? parent : lastVerb
}

/** "told them that", "said on Monday that": whether a clause reports what the words after a noun phrase say; not "accepted an offer that". */
function takesContent(reading: UnitReading, index: number): boolean {
  const kind = reading.kindOf(index)
  return kind === 'think' ? reading.clause(index).object < 0 || reading.lemmaOf(index) === 'convince' : kind !== undefined
}

/** The clause whose speech goes on, with the clauses inside it closed. */
function enclosingSpeech(reading: UnitReading): number {
  const { stack } = reading
  const frame = stack.innermost(
    (f) => (f.kind === 'complement' && f.parent >= 0) || (f.verb >= 0 && reading.kindOf(f.verb) !== undefined),
  )
  if (!frame) return reading.lastVerb
  stack.popTo(frame)
  if (frame.kind !== 'complement' || frame.parent < 0) return frame.verb
  stack.pop()
  return frame.parent
}

function openAdverbial(reading: UnitReading, token: number): void {
  reading.open('adverbial', token, { parent: reading.top.verb >= 0 ? reading.lastVerb : -1 })
}

/** Words that need a finite verb before the next comma to open a clause; some go with a participle too. */
const NEEDS_VERB = new Set('once since after before until till as than where when while because'.split(' '))
const TAKES_PARTICIPLE = new Set(['while', 'when', 'once'])

/** Whether a word that can open a subordinate clause does so here. */
function isSubordinator(reading: UnitReading, c: number, token: number): boolean {
  const { document, prev } = reading
  const { norms } = document
  const norm = norms[token]!
  const last = norms[token - 1]
  const next = norms[token + 1]
  if (norm === 'as' && (last === 'well' || next === 'well' || next === 'long' || next === 'soon')) return false
  if ((norm === 'so' || norm === 'as') && last === 'long') return true
  if (norm === 'even' || norm === 'so' || norm === 'except' || norm === 'however') return false
  // "Beijing, though, backs them"
  if (norm === 'though' && (next === ',' || next === '.' || next === undefined)) return false
  if (norm === 'than' && last === 'other') return false
  if (norm === 'before' || norm === 'after' || norm === 'since' || norm === 'until') {
    // "the paper before the delegates made …": a phrase that belongs to a subject
    const frame = reading.top
    if (prev === 'np' && frame.verb < 0 && frame.subject >= 0) return false
    // "after the Geneva talks Syria refused": two phrases, of which the second has the verb
    if (reading.ahead.isPhraseBeforeName(c)) return false
  }
  if (norm === 'provided' || norm === 'providing') return next === 'that' || prev === 'np' || prev === 'comma'
  return !NEEDS_VERB.has(norm) || reading.ahead.opensClause(c, TAKES_PARTICIPLE.has(norm))
}
