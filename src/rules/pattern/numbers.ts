import type { Document } from '../../document/document'

/** The numbers of the words that some pattern names: matching compares numbers, not strings. */
const numbers = new Map<string, number>()

/** The number of a pattern's word, from 0. */
export function wordNumber(word: string): number {
  let number = numbers.get(word)
  if (number === undefined) numbers.set(word, (number = numbers.size))
  return number
}

/** For each token the number of its norm and of its lemma, or -1 for words that no pattern names. */
export interface TokenNumbers {
  readonly norms: Int32Array
  readonly lemmas: Int32Array
  /** How many words had a number when these were given. */
  readonly known: number
}

/** Whether the numbers of a document's tokens were given before some word had its number. */
export const areStale = ({ known }: TokenNumbers): boolean => known !== numbers.size

const known = new WeakMap<Document, TokenNumbers>()

/** The numbers of a document's tokens. */
export function tokenNumbers(document: Document): TokenNumbers {
  const before = known.get(document)
  if (before !== undefined && !areStale(before)) return before
  const { length } = document
  const norms = new Int32Array(length)
  const lemmas = new Int32Array(length)
  for (let t = 0; t < length; t += 1) {
    const norm = document.norms[t] ?? ''
    const lemma = document.lemmas[t] ?? ''
    const number = numbers.get(norm) ?? -1
    norms[t] = number
    lemmas[t] = lemma === norm ? number : (numbers.get(lemma) ?? -1)
  }
  const found = { norms, lemmas, known: numbers.size }
  known.set(document, found)
  return found
}

/** Words, for a look-up by number: `one` where there is one only, else -1. */
export interface NumberSet {
  readonly one: number
  readonly many: ReadonlySet<number> | undefined
}

export function numberSet(words: Iterable<string>): NumberSet {
  const numbers = new Set<number>()
  for (const word of words) numbers.add(wordNumber(word))
  const [one = -1] = numbers
  return numbers.size === 1 ? { one, many: undefined } : { one: -1, many: numbers }
}

export const hasNumber = ({ one, many }: NumberSet, number: number): boolean =>
  number >= 0 && (many === undefined ? number === one : many.has(number))
