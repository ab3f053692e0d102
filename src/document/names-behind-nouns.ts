import type { NounPhrase } from './chunks'
import type { Document } from './document'

/** "After the talks *Iran* left", "a gathering *Russia* is holding": whether a name begins a noun phrase right behind one whose head is a common noun. */
export function isNameBehindNoun({ pos }: Document, nounPhrases: readonly NounPhrase[], phrase: number): boolean {
  const own = nounPhrases[phrase]
  const left = nounPhrases[phrase - 1]
  return own !== undefined && left?.to === own.from && pos[left.head] === 'NOUN' && pos[own.from] === 'PROPN'
}
