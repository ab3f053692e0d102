import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import type { PartOfSpeech } from './document'

const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its
/** Words of wink's own lexicon have smaller ids than the first unknown word that it reads. */
const firstUnknownId = Number(bulk<number>('qzxvjq', its.uniqueId)[0])

function bulk<T>(text: string, property: unknown): T[] {
  return nlp
    .readDoc(text)
    .tokens()
    .out(property as never) as unknown as T[]
}

/** Tokens as wink gives them, with offsets into the normalised text. White space is left out. */
export interface RawTokens {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly pos: readonly PartOfSpeech[]
  readonly lemmas: readonly string[]
  /** 1 where wink ends a sentence after the token. */
  readonly ends: Uint8Array
}

/** A half-open range of UTF-16 code units. */
export interface CharRange {
  readonly start: number
  readonly end: number
}

const LONG_RUN = /\S{127,128}(?![\udc00-\udfff])(?=\S)/g
const LONG_MARKS = /[!-/:-@[-`{-~–—]{16}(?=[!-/:-@[-`{-~–—])/g
const SHOUTED_CLITIC = /(?<=[A-Z])(?:N'T|'(?:LL|RE|VE|S|D|M))(?![A-Za-z])/g

function forWink(text: string): string {
  let plain = text.includes('\n') ? text.replace(/\n/g, ' ') : text
  if (plain.includes("'")) plain = plain.replace(SHOUTED_CLITIC, (clitic) => clitic.toLowerCase())
  return hasLongRun(plain) ? plain.replace(LONG_RUN, '$& ').replace(LONG_MARKS, '$& ') : plain
}

/** Whether more than 40 units stand together without a space; only then the costlier patterns look for what to cut. */
function hasLongRun(text: string): boolean {
  let from = 0
  while (from < text.length) {
    const space = text.indexOf(' ', from)
    const to = space < 0 ? text.length : space
    if (to - from > 40) return true
    from = to + 1
  }
  return false
}

/** Cuts a range at `breaks` (ascending offsets), so that no token crosses them. */
function pieces(text: string, range: CharRange, breaks: readonly number[], from: { at: number }): string {
  const parts: string[] = []
  let start = range.start
  while (from.at < breaks.length && breaks[from.at]! < range.end) {
    const cut = breaks[from.at]!
    if (cut > start) {
      parts.push(text.slice(start, cut))
      start = cut
    }
    from.at += 1
  }
  parts.push(text.slice(start, range.end))
  return forWink(parts.join(' '))
}

/**
 * Tokenises ranges of a normalised text with wink: offsets, parts of speech, lemmas, ends of sentences.
 *
 * No token crosses a range or one of the `breaks` (ascending UTF-16 offsets). Linear in the text's length.
 */
export function tokenizeRanges(text: string, ranges: readonly CharRange[], breaks: readonly number[]): RawTokens {
  const from = { at: 0 }
  const input = ranges.map((range) => pieces(text, range, breaks, from)).join('\n\n')
  const read = nlp.readDoc(input)
  const tokens = read.tokens()
  const values = tokens.out(its.value) as string[]
  const pos = tokens.out(its.pos as never) as unknown as PartOfSpeech[]
  const lemmas = tokens.out(its.lemma as never) as unknown as (string | undefined)[]
  const spans = read.sentences().out(its.span as never) as unknown as number[][]
  const start = new Int32Array(values.length)
  const end = new Int32Array(values.length)
  const ends = new Uint8Array(values.length)
  let sentence = 0
  let cursor = ranges[0]?.start ?? 0
  let count = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!
    const at = value.charCodeAt(0) <= 32 && value.trim() === '' ? -1 : locate(text, value, cursor)
    if (at >= 0) {
      start[count] = at
      end[count] = cursor = at + value.length
      pos[count] = pos[i]!
      lemmas[count] = (lemmas[i] ?? value).toLowerCase()
      count += 1
    }
    if (i === spans[sentence]?.[1]) {
      if (count > 0) ends[count - 1] = 1
      sentence += 1
    }
  }
  pos.length = lemmas.length = count
  return {
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    pos,
    lemmas: lemmas as string[],
    ends: ends.subarray(0, count),
  }
}

/** Finds a token's offset at or after `cursor`, or -1; only white space and what wink drops may lie between. */
function locate(text: string, value: string, cursor: number): number {
  let at = cursor
  while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10)) at += 1
  if (text.startsWith(value, at)) return at
  const near = text.slice(at, at + value.length + 64)
  const offset = near.toLowerCase().indexOf(value.toLowerCase())
  return offset < 0 || near.length === 0 ? -1 : at + offset
}

/** The words of a line, in lower case, that wink's own lexicon knows and does not take for names. */
export function commonWords(line: string): ReadonlySet<string> {
  const small = line.toLowerCase()
  const names = new Set<string>()
  const common = new Set<string>()
  for (const lemma of bulk<string | undefined>(
    small.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase()),
    its.lemma,
  )) {
    if (lemma !== undefined && lemma !== lemma.toLowerCase()) names.add(lemma.toLowerCase())
  }
  const values = bulk<string>(small, its.value)
  const ids = bulk<number>(small, its.uniqueId)
  values.forEach((value, i) => {
    if (ids[i]! < firstUnknownId && !names.has(value)) common.add(value)
  })
  return common
}
