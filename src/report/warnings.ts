import type { Document } from '../document/document'
import type { Target, Warning } from '../types'

/** Words that make up a third of any English text, and hardly any of another language's. */
const COMMON = new Set(
  'the of to and in a is that for it on was with as he be by at from his said has have had will are not this but an they which their or its were been would who'.split(
    ' ',
  ),
)
/** Texts with fewer words are too short to tell. */
const ENOUGH = 20
/** Share of common words below which a text is not English. English news has 0.3 to 0.45, headlines alone 0.1 to 0.2. */
const SHARE = 0.08

/** What a reader of the report should know about the text. */
export function makeWarnings(document: Document, relevant: boolean, targets: readonly Target[]): Warning[] {
  let words = 0
  let common = 0
  for (let t = 0; t < document.length; t++) {
    if (document.pos[t] === 'PUNCT') continue
    words++
    if (COMMON.has(document.norms[t]!)) common++
  }
  if (words === 0) return [{ code: 'empty-text', message: 'the text has no words' }]
  const warnings: Warning[] = []
  if (words >= ENOUGH && common / words < SHARE)
    warnings.push({ code: 'not-english', message: 'the text does not read as English; its stances are guesses at best' })
  if (!relevant) warnings.push(noTarget(targets))
  return warnings
}

/** The text names no target. */
export const noTarget = (targets: readonly Target[]): Warning => ({
  code: 'no-target',
  message: `the text names none of the targets (${targets.map((t) => t.name).join(', ')})`,
})
