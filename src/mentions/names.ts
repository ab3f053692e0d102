import { startsUpper } from '../document/letters'
import { datelineEnd } from '../document/dateline'
import type { Document, PartOfSpeech, Range } from '../document/document'
import type { IsoDate } from '../types'
import type { Lexicon, NameSense } from './lexicon'
import { covers, writtenAs } from './lexicon'
import { findLongNames } from './long-names'
import { TITLE_FORMS } from './vocabulary'

/** A listed name found in the text, as token range. */
export interface NameHit {
  readonly from: number
  readonly to: number
  readonly senses: readonly NameSense[]
}

/** One pass over the tokens: listed names, longest first. */
export function findNames(document: Document, lexicon: Lexicon, day: IsoDate | undefined): NameHit[] {
  const hits: NameHit[] = []
  const datelines = new Map(document.paragraphs.map((p) => [p.from, p.kind === 'body' ? datelineEnd(document, p) : p.from]))
  for (let t = 0; t < document.length;) {
    const skip = datelines.get(t)
    if (skip !== undefined && skip > t) {
      t = skip
      continue
    }
    const hit = nameAt(document, lexicon, t, day)
    if (hit) {
      hits.push(hit)
      t = hit.to
      continue
    }
    t++
  }
  // for each token the end of the long name around it, or 0
  const longTo = new Int32Array(document.length)
  for (const { from, to } of findLongNames(document, hits)) longTo.fill(to, from, to)
  return hits.filter((hit, k) => longTo[hit.from]! < hit.to && !isForeign(hits, k) && !isMinority(document, hit))
}

/** The first of some names (as `findNames` returns them) that ends behind a token, or undefined. */
export function nameEndingBehind(names: readonly NameHit[], token: number): NameHit | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.to > token) high = middle
    else low = middle + 1
  }
  return names[low]
}

/** Whether the listed body is another country's by the word before it: "the *Nepali* Congress party". */
function isForeign(hits: readonly NameHit[], k: number): boolean {
  const before = hits[k - 1]
  if (before?.to !== hits[k]!.from) return false
  const actor = hits[k]!.senses.find((s) => s.type === 'alias')?.actor
  const country = before.senses.find((s) => s.type === 'demonym')?.actor?.code?.slice(0, 3)
  return actor?.kind === 'organisation' && country !== undefined && actor.code?.slice(0, 3) !== country
}

/** "The country's *Turks*", "Iran's *Afghans*": people of one state in another, for whom no government speaks. */
function isMinority({ norms }: Document, { from, to, senses }: NameHit): boolean {
  if (to - from !== 1 || !/^['’]s?$/.test(norms[from - 1] ?? '') || !/(?:[ktz]|an|[^aeiou]i)s$/.test(norms[from]!)) return false
  return senses.every(({ actor }) => actor?.kind === 'state' || actor?.id === 'afghan-government')
}

const PAST: NameSense = { type: 'phrase', actor: undefined, from: undefined, to: undefined, capitals: [] }

/** The longest name at a token that is written as the text has it and holds on the day. */
function nameAt(document: Document, lexicon: Lexicon, from: number, day: IsoDate | undefined): NameHit | undefined {
  let node: Lexicon['names'] | undefined = lexicon.names
  if (!node.next.has(document.norms[from]!)) return undefined
  let found: NameHit | undefined
  for (let at = from; at < document.length; at++) {
    node = node.next.get(document.norms[at]!)
    if (node === undefined) break
    if (node.values.length === 0) continue
    const senses = node.values.filter(
      (s) => covers(s, day) && s.capitals.every((capital, k) => writtenAs(document.words[from + k] ?? '', capital)),
    )
    // a state of the past is no actor, but its name is no other's either
    if (senses.length === 0 && node.values.some((s) => s.actor?.kind === 'state' && s.type === 'alias')) senses.push(PAST)
    if (senses.length > 0) found = { from, to: at + 1, senses }
  }
  return found
}

/** A day for texts without a date: the latest year that the text names. */
export function impliedDay(document: Document): IsoDate | undefined {
  let latest = ''
  for (const norm of document.norms) if (norm.length === 4 && norm > latest && /^(19|20)\d\d$/.test(norm)) latest = norm
  return latest === '' ? undefined : `${latest}-07-01`
}

/** The document with names tagged as proper nouns, whatever the tagger made of them ("South Block", "Will", "Laurel Whitcomb" …). */
export function tagNames(document: Document, names: readonly NameHit[]): Document {
  const pos: PartOfSpeech[] = [...document.pos]
  const listed = new Uint8Array(document.length)
  for (const hit of names) {
    listed.fill(1, hit.from, hit.to)
    if (hit.senses.every((s) => s.type === 'demonym')) continue
    if (hit.to - hit.from === 1 && pos[hit.from] === 'ADJ') continue
    for (let t = hit.from; t < hit.to; t++) if (startsUpper(document.words[t]!)) pos[t] = 'PROPN'
  }
  for (const { from, to } of findLongNames(document, names)) pos.fill('PROPN', from, to)
  tagRows(document, names, pos)
  for (const sentence of document.sentences) tagUnlisted(document, sentence, pos, listed)
  return { ...document, pos }
}

/** "*British*, *French* and German officials": all but the last of a row are phrases of their own. */
function tagRows({ norms, words }: Document, names: readonly NameHit[], pos: PartOfSpeech[]): void {
  const isDemonym = (hit: NameHit | undefined): boolean => hit?.senses.some((s) => s.type === 'demonym') === true
  names.forEach((hit, k) => {
    const next = names[k + 1]
    if (!isDemonym(hit) || !isDemonym(next)) return
    const between = norms.slice(hit.to, next!.from).join(' ')
    if (/^(?:,|, and|and|or)$/.test(between)) for (let t = hit.from; t < hit.to; t++) if (startsUpper(words[t]!)) pos[t] = 'PROPN'
  })
}

/** Prepositions with which names of bodies begin. */
const LATIN = /^(?:via|pro)$/

/** Whether the word at a token can only be the object of a verb before it: "itself", "them", "it as". */
function isObjectAt({ norms }: Document, token: number, to: number, verb: string): boolean {
  const norm = norms[token]!
  if (/^(?:itself|himself|herself|themselves|them|him)$/.test(norm)) return true
  return norm === 'it' && token + 1 < to && /^(?:as|all|a|an|the|"|“)$/.test(norms[token + 1]!) && !/^(?:talks|news)$/.test(verb)
}

/** Capitals that the tagger took for verbs: a first name before a surname, the last word of a body's name before its verb. */
function tagUnlisted(document: Document, { from, to }: Range, pos: PartOfSpeech[], listed: Uint8Array): void {
  const { words, norms } = document
  const capital = (t: number): boolean => t < to && /^\p{Lu}\p{L}*\p{Ll}/u.test(words[t]!)
  let first = from
  while (first < to && pos[first] === 'PUNCT') first++
  // "By Dora Lind"
  if (norms[first] === 'by' && pos[first] === 'PROPN') pos[first] = 'ADP'
  // "Laurel Whitcomb, a …", "Grant Miller said"
  if (
    pos[first] === 'VERB' &&
    capital(first) &&
    capital(first + 1) &&
    pos[first + 1] === 'PROPN' &&
    !listed[first] &&
    !listed[first + 1]
  ) {
    const next = first + 2
    const explained =
      norms[next] === ',' &&
      (pos[next + 1] === 'DET' || pos[next + 1] === 'PRON' || pos[next + 1] === 'ADJ' || pos[next + 1] === 'NOUN')
    if (explained || (next < to && (pos[next] === 'VERB' || pos[next] === 'AUX'))) pos[first] = 'PROPN'
  }
  // "said Laurel Whitcomb", "Senator Grant Miller"
  for (let t = first + 1; t + 1 < to; t++)
    if (
      pos[t] === 'VERB' &&
      !listed[t] &&
      capital(t) &&
      pos[t + 1] === 'PROPN' &&
      (norms[t - 1] === 'said' ||
        (TITLE_FORMS.has(norms[t - 1]!) && startsUpper(words[t - 1]!) && document.lemmas[t] === norms[t] && !listed[t + 1]))
    )
      pos[t] = 'PROPN'
  // "BMW and Ford said", "the Teamsters and UPS agreed", "IG BCE, the union"
  for (let t = first + 1; t + 1 < to; t++) {
    if (listed[t] || pos[t] === 'PROPN' || pos[t - 1] === 'PUNCT') continue
    const acts = pos[t + 1] === 'VERB' || pos[t + 1] === 'AUX'
    const letters = /^\p{Lu}{2,6}$/u.test(words[t]!)
    if (/^(?:and|or)$/.test(norms[t - 1]!) && pos[t - 2] === 'PROPN' && acts && (letters || (pos[t] === 'VERB' && capital(t))))
      pos[t] = 'PROPN'
    if (letters && pos[t] === 'ADV' && /^\p{Lu}{2,6}$/u.test(words[t - 1]!) && pos[t - 1] === 'PROPN') pos[t] = 'PROPN'
  }
  // "the airports operator BAA advised"
  for (let t = first + 1; t + 1 < to; t++)
    if (
      pos[t] === 'NOUN' &&
      /^\p{Lu}{3,6}$/u.test(words[t]!) &&
      pos[t - 1] === 'NOUN' &&
      /^\p{Ll}+$/u.test(words[t - 1]!) &&
      (pos[t + 1] === 'VERB' || pos[t + 1] === 'AUX')
    )
      pos[t] = 'PROPN'
  // "Kakchekeev regards it as theatre", "the Security Council excused itself"
  for (let t = first + 1; t + 1 < to; t++)
    if (
      pos[t] === 'NOUN' &&
      pos[t - 1] === 'PROPN' &&
      /^\p{Ll}+(?:s|ed)$/u.test(words[t]!) &&
      isObjectAt(document, t + 1, to, norms[t]!)
    )
      pos[t] = 'VERB'
  // "the farmers' movement Via Campesina", "Pro Bahn demanded"
  for (let t = first; t + 1 < to; t++) {
    const follows = t > first && pos[t - 1] === 'NOUN'
    if (pos[t] === 'ADP' && capital(t) && (follows || LATIN.test(norms[t]!)) && pos[t + 1] === 'PROPN' && capital(t + 1))
      pos[t] = 'PROPN'
  }
  // "Rights Watch welcomed"
  for (let t = first + 1; t + 1 < to; t++) {
    if (
      pos[t] === 'VERB' &&
      !listed[t] &&
      capital(t) &&
      pos[t - 1] === 'PROPN' &&
      (pos[t + 1] === 'VERB' || pos[t + 1] === 'AUX')
    )
      pos[t] = 'PROPN'
  }
}
