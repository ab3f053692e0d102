import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import DoubleMetaphone from 'natural/lib/natural/phonetics/double_metaphone.js'

const phonetics = new DoubleMetaphone()

/** Similarity from which two words that sound alike are one name. */
const ALIKE = 0.9

/** How a lower-case name sounds, word by word: spellings of one name sound alike. */
export const soundOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => phonetics.process(word)[0])
    .join(' ')

/** Whether two lower-case names are spellings of one name: `stanekzai` and `stanikzai`, `mujahid` and `mujahed`. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 5 || b.length < 5 || a[0] !== b[0]) return false
  const left = a.split(' ')
  const right = b.split(' ')
  if (left.length !== right.length) return false
  return left.every((word, i) => {
    const other = right[i]!
    if (word === other) return true
    if (word.length < 4 || other.length < 4 || Math.abs(word.length - other.length) > 2) return false
    return jaroWinkler(word, other) >= ALIKE && phonetics.process(word)[0] === phonetics.process(other)[0]
  })
}
