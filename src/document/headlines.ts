import { startsUpper } from './letters'
import { commonWords, type CharRange } from './tokenize'

const WORD = /\p{L}[\p{L}\p{M}']*/gu
const NAME_AFTER_ALL = new Set(['may', 'us', 'march', 'turkey', 'china', 'polish', 'khan', 'un', 'arg', 'house', 'state'])
const REACH = 20_000

/** Whether a line is written With Capitals On Its Words or in CAPITALS. */
function capitalisation(line: string): 'title' | 'capitals' | 'sentence' {
  const words = (line.match(WORD) ?? []).filter((word) => word.length > 3)
  if (words.length < 2) return 'sentence'
  if (words.every((word) => word === word.toUpperCase())) return 'capitals'
  const upper = words.filter((word) => startsUpper(word)).length
  return upper >= words.length * 0.7 && words.length - upper <= 2 ? 'title' : 'sentence'
}

/** Words in small letters, and words capitalised inside a sentence, in the running text. */
function casing(text: string): { lower: Set<string>; upper: Map<string, string> } {
  const lower = new Set<string>()
  const upper = new Map<string, string>()
  for (const match of text.slice(0, REACH).matchAll(/(?<=[\p{Ll},;] )(\p{Lu}\p{Ll}+)\b|(?<![\p{L}])(\p{Ll}+)\b/gu)) {
    if (match[2] !== undefined) lower.add(match[2])
    else if (match[1] !== undefined) upper.set(match[1].toLowerCase(), match[1])
  }
  return { lower, upper }
}

/**
 * Writes the words of title-cased and capitalised headlines as running text would have them, so that wink tags them right.
 *
 * Names keep their capitals: words that the running text capitalises, or that wink's lexicon does not know. Same length.
 */
export function truecase(text: string, headlines: readonly CharRange[]): string {
  const changing = headlines.filter((range) => capitalisation(text.slice(range.start, range.end)) !== 'sentence')
  if (changing.length === 0) return text
  let body = ''
  let from = 0
  for (const range of [...headlines, { start: text.length, end: text.length }]) {
    body += `${text.slice(from, range.start)}\n`
    from = range.end
    if (body.length > REACH) break
  }
  const seen = casing(body)
  const parts: string[] = []
  from = 0
  for (const range of changing) {
    parts.push(text.slice(from, range.start), recase(text.slice(range.start, range.end), seen))
    from = range.end
  }
  parts.push(text.slice(from))
  return parts.join('')
}

function recase(line: string, seen: { lower: Set<string>; upper: Map<string, string> }): string {
  const capitals = capitalisation(line) === 'capitals'
  const common = commonWords(line)
  return line.replace(WORD, (word) => {
    const small = word.toLowerCase()
    if (small.length !== word.length || !startsUpper(word)) return word
    const isCapitals = word.length > 1 && word === word.toUpperCase()
    if (isCapitals && !capitals) return word
    const bare = small.replace(/'s?$/, '')
    if (seen.upper.has(bare) && !(seen.lower.has(bare) && common.has(bare))) return titled(word)
    if (seen.lower.has(bare)) return small
    if (NAME_AFTER_ALL.has(bare) || !common.has(bare)) return capitals && bare.length > 4 ? titled(word) : word
    return small
  })
}

function titled(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase()
}
