import type { NounPhrase } from './chunks'

/** The token where a noun phrase starts with those that possess it: "*the council's* chief's demand". */
export function startOfPhrase(nounPhrases: readonly NounPhrase[], phrase: number): number {
  let k = phrase
  while (nounPhrases[k]!.possessor >= 0) k = nounPhrases[k]!.possessor
  return nounPhrases[k]!.from
}
