import { createHash } from 'node:crypto'
import { normalWords } from '../../src/train/statements'

/** Words in a row that two texts may not share. */
export const OVERLAP = 8

/** Hashes (48 bits, base64url) of all runs of eight words of a text, in lower case and without punctuation. */
export function overlapHashes(text: string): string[] {
  const words = normalWords(text)
  const hashes: string[] = []
  for (let i = 0; i + OVERLAP <= words.length; i++) {
    const run = words.slice(i, i + OVERLAP).join(' ')
    hashes.push(createHash('sha256').update(run).digest('base64url').slice(0, 8))
  }
  return hashes
}
