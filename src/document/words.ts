import type { PartOfSpeech } from './document'
import { normalizeText } from './normalize'
import { tokenizeRanges, type CharRange, type RawTokens } from './tokenize'

/** Tokens in arrays side by side while they are being made. */
export interface Tokens {
  readonly start: number[]
  readonly end: number[]
  readonly norms: string[]
  readonly lemmas: string[]
  readonly pos: PartOfSpeech[]
  /** 1 where wink ends a sentence after the token. */
  readonly ends: number[]
}

/** Abbreviations (lower case, without the stop) after which a sentence goes on. */
export const OPEN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  ('mr mrs ms dr gen rep reps sen sens gov govs lt col maj brig capt cpt sgt cpl pvt cmdr adm prof rev hon st ft mt amb pres sec dept asst assoc ' +
    'messrs supt insp vs cf fig al approx ca viz art vol pp e.g i.e govt int\'l').split(' '),
)
/** Abbreviations (lower case, without the stop) with which a sentence may end. */
export const CLOSED_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros jr sr etc ave blvd rd est a.m p.m ph.d'.split(' '),
)
const MONTHS = new Set('mar jun jul sep'.split(' '))

const CLITIC = /^(.+?)('(?:s|ll|re|ve|d|m)|n't)$/
const OPENED: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'m", 'am'], ["'d", 'would'],
])
const OPENED_LEMMA: ReadonlyMap<string, string> = new Map([['are', 'be'], ['am', 'be']])
const BEFORE_NOT: ReadonlyMap<string, string> = new Map([['wo', 'will'], ['ca', 'can'], ['sha', 'shall'], ['ai', 'is']])
const BARE_NOT = /^(?:do|does|did|is|are|was|were|has|have|had|wo|would|ca|could|sha|should|must|might|may|need|dare|ought|ai)$/
const WORD_END = /[\p{L}\p{N}\p{M}.]$/u
const WORD_START = /^[\p{L}\p{N}]/u
const DEADJECTIVAL = /(?:ed|led|held|run|made|built|born|bound|ing|style|wide|free|long|old|based|backed)$/
const PREFIX = /^(?:anti|pro|non|intra|inter|multi|pre|post|trans|pan|cross|extra)-./

/** Builds tokens from wink's: whole abbreviations and hyphenated words, contractions opened, marks whole. */
class Builder implements Tokens {
  readonly start: number[] = []
  readonly end: number[] = []
  readonly norms: string[] = []
  readonly lemmas: string[] = []
  readonly pos: PartOfSpeech[] = []
  readonly ends: number[] = []

  constructor(private readonly text: string) {}

  push(start: number, end: number, norm: string, lemma: string, pos: PartOfSpeech, ends: number): void {
    this.start.push(start)
    this.end.push(end)
    this.norms.push(norm)
    this.lemmas.push(lemma)
    this.pos.push(pos)
    this.ends.push(ends)
  }

  norm(start: number, end: number): string {
    return this.text.slice(start, end).toLowerCase()
  }
}

/** The raw tokens `i` to `to` that make one hyphenated word: the index after its last part (`i + 1` where there is none). */
function hyphenated(text: string, raw: RawTokens, i: number): number {
  let to = i + 1
  if (text.charCodeAt(raw.end[i]!) !== 45 || !WORD_END.test(slice(text, raw, i))) return to
  while (
    to + 1 < raw.start.length &&
    raw.start[to] === raw.end[to - 1] &&
    raw.start[to + 1] === raw.end[to] &&
    raw.end[to]! - raw.start[to]! === 1 &&
    text[raw.start[to]!] === '-' &&
    WORD_START.test(slice(text, raw, to + 1))
  ) {
    to += 2
    if (!WORD_END.test(slice(text, raw, to - 1))) break
  }
  return to
}

function slice(text: string, raw: RawTokens, i: number): string {
  return text.slice(raw.start[i], raw.end[i])
}

/** Part of speech of a hyphenated word of the raw tokens `from` to `to`, before a token of the part of speech `next`. */
function compoundPos(norm: string, raw: RawTokens, from: number, to: number, next: PartOfSpeech | undefined): PartOfSpeech {
  const first = raw.pos[from]!
  const last = raw.pos[to - 1]!
  if (first === 'PROPN' && last === 'PROPN') return 'PROPN'
  if (last === 'VERB' || DEADJECTIVAL.test(norm)) return 'ADJ'
  if (PREFIX.test(norm)) return 'ADJ'
  if (first === 'NUM' && last === 'NUM') return 'NUM'
  if (first === 'PROPN' && to - from > 3) return 'PROPN'
  if (next === 'NOUN' && (last === 'NOUN' || last === 'ADJ')) return 'ADJ'
  return last === 'PROPN' || last === 'ADJ' || last === 'ADV' ? last : 'NOUN'
}

/** Whether a stop belongs to the word before it: "Maj." but not "said." */
function takesStop(word: string, after: string): boolean {
  if (word.length > 6) return false
  const lower = word.toLowerCase()
  if (OPEN_ABBREVIATIONS.has(lower)) return /^\p{Lu}/u.test(word) || lower.length < 4
  return lower === 'ph' && /^\.?\s?D\./.test(after)
}

/** Whether wink was right to keep a stop with the word: not in "He said no." */
function keepsStop(word: string, after: string): boolean {
  const bare = word.slice(0, -1)
  const lower = bare.toLowerCase()
  if (/^\p{L}$/u.test(bare)) return bare !== 'I' || /^\s?\p{Lu}\p{Ll}/u.test(after)
  if (bare.includes('.')) return true
  if (lower === 'no' || lower === 'nos') return /^\s?\d/.test(after)
  if (MONTHS.has(lower)) return /^\p{Lu}/u.test(bare)
  return OPEN_ABBREVIATIONS.has(lower) || CLOSED_ABBREVIATIONS.has(lower)
}

/**
 * Makes tokens of ranges of a normalised text: offsets, norms, lemmas and parts of speech.
 *
 * `marks` are quotation marks (ascending); each is one token. No token crosses a range.
 */
export function tokenizeWords(text: string, ranges: readonly CharRange[], marks: readonly CharRange[]): Tokens {
  const breaks: number[] = []
  for (const mark of marks) breaks.push(mark.start, mark.end)
  const raw = tokenizeRanges(text, ranges, breaks)
  const out = new Builder(text)
  const count = raw.start.length
  let mark = 0
  let limit = 0
  let i = 0
  while (i < count) {
    const start = raw.start[i]!
    let end = raw.end[i]!
    const pos = raw.pos[i]!
    while (mark < marks.length && marks[mark]!.end <= start) mark += 1
    const at = marks[mark]
    if (at !== undefined && at.start === start) {
      while (i + 1 < count && raw.start[i + 1]! < at.end) i += 1
      out.push(start, at.end, '"', '"', 'PUNCT', raw.ends[i]!)
      i += 1
      continue
    }
    limit = at?.start ?? text.length
    const to = hyphenated(text, raw, i)
    if (to > i + 1) {
      end = raw.end[to - 1]!
      const norm = out.norm(start, end)
      const tag = compoundPos(norm, raw, i, to, raw.pos[to])
      const lemma = tag === 'NOUN' ? out.norm(start, raw.start[to - 1]!) + raw.lemmas[to - 1]! : norm
      out.push(start, end, norm, lemma, tag, raw.ends[to - 1]!)
      i = to
      continue
    }
    if (pos === 'NUM' && raw.start[i + 1] === end && /^\d/.test(slice(text, raw, i + 1))) {
      end = raw.end[i + 1]!
      out.push(start, end, out.norm(start, end), out.norm(start, end), 'NUM', raw.ends[i + 1]!)
      i += 2
      continue
    }
    const word = text.slice(start, end)
    const after = (): string => text.slice(end, Math.min(end + 4, limit))
    if (word.length > 1 && word.charCodeAt(word.length - 1) === 46 && WORD_START.test(word) && pos !== 'SYM' && pos !== 'NUM' && !keepsStop(word, after())) {
      const norm = out.norm(start, end - 1)
      out.push(start, end - 1, norm, norm, norm === 'no' ? 'INTJ' : norm === 'in' ? 'ADP' : pos, 0)
      out.push(end - 1, end, '.', '.', 'PUNCT', 1)
      i += 1
      continue
    }
    if (text.charCodeAt(end) === 46 && raw.start[i + 1] === end && raw.end[i + 1] === end + 1 && takesStop(word, after())) {
      end += 1
      out.push(start, end, out.norm(start, end), out.norm(start, end), 'PROPN', 0)
      i += 2
      continue
    }
    word.includes("'") || word.length === 6 ? pushContraction(out, start, end, word, raw, i) : pushWord(out, start, end, word, raw, i)
    i += 1
  }
  return out
}

function pushWord(out: Builder, start: number, end: number, word: string, raw: RawTokens, i: number): void {
  const norm = word.toLowerCase()
  const next = raw.start[i + 1] === end ? slice3(raw, i + 1) : 0
  const opened = next === 3 ? BEFORE_NOT.get(norm) : undefined
  const isNegated = opened !== undefined && raw.lemmas[i + 1] === 'not'
  const lemma = raw.lemmas[i]!
  out.push(start, end, isNegated ? opened : norm, lemma === 'dialog' ? 'dialogue' : lemma === '' ? norm : lemma, raw.pos[i]!, raw.ends[i]!)
}

function slice3(raw: RawTokens, i: number): number {
  return raw.end[i]! - raw.start[i]!
}

/** Pushes a word with an apostrophe, or "cannot", as one token or split where wink left it whole. */
function pushContraction(out: Builder, start: number, end: number, word: string, raw: RawTokens, i: number): void {
  const norm = word.toLowerCase()
  const ends = raw.ends[i]!
  if (norm === 'cannot') {
    out.push(start, start + 3, 'can', 'can', 'AUX', 0)
    out.push(start + 3, end, 'not', 'not', 'PART', ends)
    return
  }
  if (norm === "'") {
    const last = out.end.length - 1
    const possessive = last >= 0 && out.end[last] === start && /[\p{L}.]$/u.test(out.norms[last]!)
    out.push(start, end, possessive ? "'s" : norm, possessive ? "'s" : norm, possessive ? 'PART' : 'PUNCT', ends)
    return
  }
  const opened = OPENED.get(norm)
  if (opened !== undefined) {
    out.push(start, end, opened, OPENED_LEMMA.get(opened) ?? opened, raw.pos[i]!, ends)
    return
  }
  const parts = CLITIC.exec(norm)
  if (parts === null || (parts[2] === "n't" && !BARE_NOT.test(parts[1]!))) {
    pushWord(out, start, end, word, raw, i)
    return
  }
  const cut = start + parts[1]!.length
  const clitic = parts[2]!
  const base = clitic === "n't" ? (BEFORE_NOT.get(parts[1]!) ?? parts[1]!) : parts[1]!
  const verbal = clitic !== "'s" && clitic !== "n't"
  out.push(start, cut, base, base, clitic === "n't" ? 'AUX' : verbal ? 'PRON' : raw.pos[i]!, 0)
  const opener = OPENED.get(clitic) ?? "'s"
  out.push(cut, end, opener, OPENED_LEMMA.get(opener) ?? opener, verbal ? 'AUX' : 'PART', ends)
}

/** Norms of a phrase, tokenised by itself. */
export function tokenizePhrase(phrase: string): string[] {
  const text = normalizeText(phrase)
  return tokenizeWords(text, [{ start: 0, end: text.length }], []).norms
}
