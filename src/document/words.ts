import { keepsStop, takesStop } from './abbreviations'
import { Builder, type Tokens } from './builder'
import { compoundPos, hyphenated, slice, WORD_START } from './compounds'
import { pushContraction, pushWord } from './contractions'
import { normalizeText } from './normalize'
import { tokenizeRanges, type CharRange } from './tokenize'

export type { Tokens } from './builder'

/** Party and state of an American lawmaker, abbreviated: "R-N.C.," */
const PARTY_TAG = /^[DIR]-\p{Lu}\p{L}*\.(?:\p{Lu}\.)*(?=[,)])/u

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
    const tag = PARTY_TAG.exec(text.slice(start, Math.min(start + 16, limit)))
    if (tag) {
      end = start + tag[0].length
      while (i + 1 < count && raw.start[i + 1]! < end) i += 1
      out.push(start, end, out.norm(start, end), out.norm(start, end), 'PROPN', 0)
      i += 1
      continue
    }
    const to = hyphenated(text, raw, i)
    if (to > i + 1) {
      end = raw.end[to - 1]!
      const norm = out.norm(start, end)
      const kind = compoundPos(norm, raw, i, to, raw.pos[to])
      const lemma = kind === 'NOUN' ? out.norm(start, raw.start[to - 1]!) + raw.lemmas[to - 1]! : norm
      out.push(start, end, norm, lemma, kind, raw.ends[to - 1]!)
      i = to
      continue
    }
    if (pos === 'NUM' && raw.start[i + 1] === end && /^\d/.test(slice(text, raw, i + 1))) {
      end = raw.end[i + 1]!
      const stop = text.charCodeAt(end - 1) === 46 ? 1 : 0
      const norm = out.norm(start, end - stop)
      out.push(start, end - stop, norm, norm, 'NUM', raw.ends[i + 1]!)
      if (stop === 1) out.push(end - 1, end, '.', '.', 'PUNCT', 1)
      i += 2
      continue
    }
    const word = text.slice(start, end)
    const after = (): string => text.slice(end, Math.min(end + 4, limit))
    if (
      word.length > 1 &&
      word.charCodeAt(word.length - 1) === 46 &&
      WORD_START.test(word) &&
      pos !== 'SYM' &&
      pos !== 'NUM' &&
      !keepsStop(word, after())
    ) {
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
    const push = word.length === 6 || word.includes("'") ? pushContraction : pushWord
    push(out, start, end, word, raw, i)
    i += 1
  }
  return out
}

/** Norms of each of some phrases, in one reading: no token crosses from one phrase to the next. */
export function tokenizePhrases(phrases: readonly string[]): string[][] {
  let at = 0
  const ranges = phrases.map((phrase): CharRange => {
    const start = at
    at += phrase.length + 2
    return { start, end: start + phrase.length }
  })
  const { start, norms } = tokenizeWords(normalizeText(phrases.join('\n\n')), ranges, [])
  let token = 0
  return ranges.map(({ end }) => {
    const from = token
    while (token < norms.length && start[token]! < end) token += 1
    return norms.slice(from, token)
  })
}
