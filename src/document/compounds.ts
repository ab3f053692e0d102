import type { PartOfSpeech } from './document'
import type { RawTokens } from './tokenize'

const WORD_END = /[\p{L}\p{N}\p{M}.]$/u
export const WORD_START = /^[\p{L}\p{N}]/u
const DEADJECTIVAL = /(?:ed|led|held|run|made|built|born|bound|ing|style|wide|free|long|old|based|backed)$/
const PREFIX = /^(?:anti|pro|non|intra|inter|multi|pre|post|trans|pan|cross|extra)-./

/** The raw tokens `i` to `to` that make one hyphenated word: the index after its last part (`i + 1` where there is none). */
export function hyphenated(text: string, raw: RawTokens, i: number): number {
  let to = i + 1
  if (text.charCodeAt(raw.end[i]!) !== 45 || !WORD_END.test(slice(text, raw, i))) return to
  while (
    to + 1 < raw.start.length &&
    raw.start[to] === raw.end[to - 1] &&
    raw.start[to + 1] === raw.end[to] &&
    raw.end[to] === (raw.start[to] ?? 0) + 1 &&
    text[raw.start[to]!] === '-' &&
    WORD_START.test(slice(text, raw, to + 1))
  ) {
    to += 2
    if (!WORD_END.test(slice(text, raw, to - 1))) break
  }
  return to
}

export function slice(text: string, raw: RawTokens, i: number): string {
  return text.slice(raw.start[i], raw.end[i])
}

/** Part of speech of a hyphenated word of the raw tokens `from` to `to`, before a token of the part of speech `next`. */
export function compoundPos(
  norm: string,
  raw: RawTokens,
  from: number,
  to: number,
  next: PartOfSpeech | undefined,
): PartOfSpeech {
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
