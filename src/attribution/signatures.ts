import type { Document } from '../document/document'
import type { Speaker } from './speaker'
import { labelled } from './speaker'
import type { Text } from './text'
import { firstMention, firstVerbAt } from './text'

/** A signature is no longer than this, in tokens. */
const LONGEST = 6
const MARKS = new Set([':', '-', '–', '—', '--'])

/** The actor who signs the words before a token: `at` is the colon or dash of "“…”: Lavrov", and the name ends the sentence or line at `end`. */
export function signatureAt(text: Text, at: number, end: number): Speaker | undefined {
  const { document, syntax, clausesByVerb } = text
  if (!MARKS.has(document.norms[at] ?? '')) return undefined
  const to = /^[.!]$/.test(document.norms[end - 1] ?? '') ? end - 1 : end
  if (at + 1 >= to || to - at > LONGEST) return undefined
  const verb = clausesByVerb[firstVerbAt(text, at)]
  if (verb !== undefined && syntax.clauses[verb]!.verb.from < to) return undefined
  const mention = firstMention(text, at + 1, to)
  return mention && labelled(mention, 'reported')
}

/** For each headline that ends in its source ("Kabul not going: MoFA"), who says it. */
export function readSignatures(text: Text): ReadonlyMap<number, Speaker> {
  const { document } = text
  const signed = new Map<number, Speaker>()
  document.paragraphs.forEach(({ kind, from, to }, p) => {
    if (kind !== 'headline' && kind !== 'subheading') return
    for (let t = to - 2; t > Math.max(from, to - LONGEST); t--) {
      if (!MARKS.has(document.norms[t]!) || isHyphen(document, t)) continue
      const speaker = signatureAt(text, t, to)
      if (speaker) signed.set(p, speaker)
      return
    }
  })
  return signed
}

/** Whether a dash joins two words ("Afghan-led"). */
function isHyphen({ text, start, end }: Document, token: number): boolean {
  return /^\S.\S$/u.test(text.slice(start[token]! - 1, end[token]! + 1))
}
