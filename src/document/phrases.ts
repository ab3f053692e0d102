import { tokenizePhrases } from './words'

interface TrieNode<T> {
  readonly next: Map<string, TrieNode<T>>
  readonly values: T[]
}

/** Phrases as a tree of normalised words; made by `buildPhraseTrie`. */
export type PhraseTrie<T> = TrieNode<T>

/** Builds a trie from phrases given as normalised words; entries without words are left out. */
export function buildPhraseTrie<T>(entries: Iterable<{ readonly words: readonly string[]; readonly value: T }>): PhraseTrie<T> {
  const root: TrieNode<T> = { next: new Map(), values: [] }
  for (const { words, value } of entries) {
    if (words.length === 0) continue
    let node = root
    for (const word of words) {
      let next = node.next.get(word)
      if (next === undefined) node.next.set(word, (next = { next: new Map(), values: [] }))
      node = next
    }
    node.values.push(value)
  }
  return root
}

/** Finds the longest phrase that starts at token `from`: its end (token index, exclusive) and its values in order of entry. */
export function longestMatch<T>(
  trie: PhraseTrie<T>,
  norms: readonly string[],
  from: number,
): { to: number; values: readonly T[] } | undefined {
  let node = trie
  let found: { to: number; values: readonly T[] } | undefined
  for (let at = from; at < norms.length; at += 1) {
    const next = node.next.get(norms[at]!)
    if (next === undefined) break
    node = next
    if (node.values.length > 0) found = { to: at + 1, values: node.values }
  }
  return found
}

const PLAIN_WORDS = /^[A-Za-z]+(?:(?: |(?<=[A-Za-z]{2})-(?=[A-Za-z]{2}))[A-Za-z]+)*$/

/** Splits a phrase into the norms that `readDocument` would give it ("U.S. embassy" is `u.s.`, `embassy`). */
export function phraseWords(phrase: string): string[] {
  return plainWords(phrase) ?? tokenizePhrases([phrase])[0]!
}

/** The same for many phrases, which are read together. */
export function wordsOfPhrases(phrases: readonly string[]): string[][] {
  const plain = phrases.map(plainWords)
  const read = tokenizePhrases(phrases.filter((_, i) => plain[i] === undefined))
  let next = 0
  return plain.map((words) => words ?? read[next++]!)
}

/** The norms of a phrase that blanks alone part into words. */
const plainWords = (phrase: string): string[] | undefined =>
  PLAIN_WORDS.test(phrase) && !/cannot/i.test(phrase) ? phrase.toLowerCase().split(' ') : undefined
