declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Jaro-Winkler similarity of two strings, from 0 (nothing in common) to 1 (equal). */
  export default function JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number
}
declare module 'natural/lib/natural/phonetics/double_metaphone.js' {
  export default class DoubleMetaphone {
    /** The primary and the secondary phonetic code of a word. */
    process(word: string): [string, string]
  }
}
