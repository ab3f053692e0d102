import { startsUpper } from '../document/letters'
import type { Document, Range } from '../document/document'
import { commonWords } from '../document/tokenize'
import type { NameHit } from './names'
import { PLURAL_ROLES } from './vocabulary'

/** Nouns by which bodies go on after "of" or "for", or end after "and". */
const BODIES =
  /^(?:academy|alliance|army|assembly|association|bloc|board|brigades?|brotherhood|bureau|campaign|caucus|cent(?:er|re)|chamber|coalition|collective|commission|committees?|confederation|congress|consortium|council|federation|forum|foundation|front|fund|group|guild|initiative|institute|league|movement|network|organi[sz]ation|party|society|syndicate|union)$/
/** Bodies that one leader stands for: "the Party of Koirala" has that name only for a writer. */
const LED = /^(?:army|bloc|congress|front|movement|party)$/
const PEOPLE = /^(?:academics|citizens|doctors|families|fathers|jurists|lawyers|mothers|parents|veterans|women|workers|youth)$/

/** Names of bodies with small words inside: "Movement *for* Democratic Change", "Rights *and* Justice Party"; names on the list apart. */
export function findLongNames(document: Document, names: readonly NameHit[]): Range[] {
  const listed = new Int32Array(document.length).fill(-1)
  names.forEach((hit, i) => listed.fill(i, hit.from, hit.to))
  const reader: Reader = { document, names, listed }
  const out: Range[] = []
  for (let t = 0; t + 2 < document.length; t++) {
    const range = goesOn(reader, t) ?? joined(reader, t)
    if (!range) continue
    out.push(range)
    t = range.to - 1
  }
  return out
}

interface Reader {
  readonly document: Document
  readonly names: readonly NameHit[]
  /** For each token the index of the listed name around it, or -1. */
  readonly listed: Int32Array
}

const isCapital = ({ document }: Reader, t: number): boolean => t < document.length && /^\p{Lu}\p{L}/u.test(document.words[t]!)

/** A body's name that begins at a token and goes on after "of", "for" or the like. */
function goesOn(reader: Reader, from: number): Range | undefined {
  const { document, names, listed } = reader
  const { norms } = document
  const head = norms[from]!
  const body = BODIES.test(head)
  if (!isCapital(reader, from) || !(body || PEOPLE.test(head) || PLURAL_ROLES.has(head))) return undefined
  const whole = listed[from]! >= 0 ? names[listed[from]!]! : undefined
  if (whole && whole.to > from + 1) return undefined
  const link = norms[from + 1]!
  if (!(body ? /^(?:of|for|against|to)$/ : /^(?:for|against)$/).test(link)) return undefined
  let to = wordsEnd(reader, from + 2)
  const words = to - from - 2
  if (words === 0) return undefined
  let links = 0
  for (;;) {
    const next = norms[to] ?? ''
    const joins = next === 'and' && isCapital(reader, to + 1) && listed[to + 1]! < 0 && !BODIES.test(norms[to + 1]!)
    if (!joins && next !== 'of' && next !== 'for') break
    const end = wordsEnd(reader, to + 1)
    if (end === to + 1 || (joins && !isCommon(reader, to + 1))) break
    to = end
    links++
  }
  const first = listed[from + 2]! >= 0 ? names[listed[from + 2]!]! : undefined
  if (first !== undefined && first.to >= to) return undefined
  if (link === 'of' && links === 0 && first === undefined && LED.test(head) && !isCommon(reader, from + 2)) return undefined
  return { from, to }
}

/** Where the capital words end that begin at a token, an article before them or not; the token itself where there are none. */
function wordsEnd(reader: Reader, from: number): number {
  const { norms, sentenceOf } = reader.document
  let to = /^(?:the|an?)$/.test(norms[from] ?? '') ? from + 1 : from
  const first = to
  while (isCapital(reader, to) && sentenceOf[to] === sentenceOf[from]) to++
  return to > first ? to : from
}

/** "Rights and Justice Party": common words in capitals before the noun for a body. */
function joined(reader: Reader, from: number): Range | undefined {
  const { document, listed } = reader
  const { norms, pos, sentenceOf } = document
  if (norms[from + 1] !== 'and' || !isCapital(reader, from) || listed[from]! >= 0 || BODIES.test(norms[from]!)) return undefined
  if (
    from > 0 &&
    startsUpper(document.words[from - 1]!) &&
    pos[from - 1] === 'PROPN' &&
    sentenceOf[from - 1] === sentenceOf[from]
  )
    return undefined
  let to = from + 2
  while (to < from + 5 && isCapital(reader, to) && listed[to]! < 0 && !BODIES.test(norms[to]!)) to++
  if (to === from + 2 || !isCapital(reader, to) || !BODIES.test(norms[to]!)) return undefined
  return isCommon(reader, from) && isCommon(reader, from + 2) ? { from, to: to + 1 } : undefined
}

/** Whether the word at a token is one of the language, not only a name. */
const isCommon = ({ document }: Reader, t: number): boolean => commonWords(document.words[t]!).size > 0
