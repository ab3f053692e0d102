import type { Document } from './document'

/** Participles that serve as prepositions: `including Iran`, `according to`. */
const PREPOSITIONAL = new Set([
  'including',
  'excluding',
  'regarding',
  'concerning',
  'according',
  'following',
  'pending',
  'involving',
])

/** Whether a participle serves as a preposition. */
export const isPrepositional = (norm: string): boolean => PREPOSITIONAL.has(norm)

/** Whether the token governs the noun phrase after it. */
export const isPreposition = ({ norms, pos }: Document, token: number): boolean =>
  pos[token] === 'ADP' || isPrepositional(norms[token]!) || (norms[token] === 'to' && pos[token] === 'PART')
