import { senses } from '../data'
import type { Document } from '../document/document'
import type { Masked } from './masking'

/** For each lemma the first sense of models/en/senses.json that lists it. */
const SENSES = new Map<string, string>()
for (const [sense, words] of Object.entries(senses)) for (const word of words) if (!SENSES.has(word)) SENSES.set(word, sense)

/** Function words that turn a position over, make it depend on something, or tell its time. */
const KEPT = new Set(
  'not no never nor neither without nothing nobody none hardly if unless until once only but however although though despite while when after before as will would shall should must may might could can cannot have had be to from with at ? that whether yet still already instead'.split(
    ' ',
  ),
)
const MASK = /^(?:HOLDER|ACTOR|TARGET|OTHER|TALKS|VENUE)/

/** The sense that stands for a lemma, or undefined. */
export const senseOf = (lemma: string): string | undefined => SENSES.get(lemma)

/**
 * What is left of a sentence when each word is replaced by its sense and words without one are left out: `HOLDER will not @attend TARGET unless`.
 * Sentences that mean the same in other words have the same skeleton.
 */
export function skeletonOf(document: Document, masked: Masked, from: number, to: number): string[] {
  const out: string[] = []
  for (let t = from; t < to; t++) {
    const word = masked.at(t)
    if (word === '') continue
    if (MASK.test(word)) {
      const symbol = word.startsWith('TARGET') ? 'TARGET' : word
      if (out.at(-1) !== symbol) out.push(symbol)
      continue
    }
    const sense = senseOf(word) ?? senseOf(document.norms[t]!)
    if (sense !== undefined) out.push(`@${sense}`)
    else if (KEPT.has(word)) out.push(word)
    else if (document.norms[t] === "n't") out.push('not')
  }
  return out
}
