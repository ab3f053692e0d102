import { datelineEnd } from '../document/dateline'
import type { Document, PartOfSpeech } from '../document/document'
import { longestMatch } from '../document/phrases'
import type { IsoDate } from '../types'
import type { Lexicon, NameSense } from './lexicon'
import { covers, writtenAs } from './lexicon'

/** A listed name found in the text, as token range. */
export interface NameHit {
  readonly from: number
  readonly to: number
  readonly senses: readonly NameSense[]
}

/** One pass over the tokens: listed names, longest first. */
export function findNames(document: Document, lexicon: Lexicon, day: IsoDate | undefined): NameHit[] {
  const hits: NameHit[] = []
  const datelines = new Map(document.paragraphs.map((p) => [p.from, p.kind === 'body' ? datelineEnd(document, p) : p.from]))
  for (let t = 0; t < document.length; ) {
    const skip = datelines.get(t)
    if (skip !== undefined && skip > t) {
      t = skip
      continue
    }
    const match = longestMatch(lexicon.names, document.norms, t)
    if (match) {
      const senses = match.values.filter(
        (s) => covers(s, day) && s.capitals.every((capital, k) => writtenAs(document.words[t + k] ?? '', capital)),
      )
      if (senses.length > 0) {
        hits.push({ from: t, to: match.to, senses })
        t = match.to
        continue
      }
    }
    t++
  }
  return hits
}

/** A day for texts without a date: the latest year that the text names. */
export function impliedDay(document: Document): IsoDate | undefined {
  let latest = ''
  for (const norm of document.norms) if (/^(19|20)\d\d$/.test(norm) && norm > latest) latest = norm
  return latest === '' ? undefined : `${latest}-07-01`
}

/** The document with listed names tagged as proper nouns, whatever the tagger made of them ("South Block", "Will" …). */
export function tagNames(document: Document, names: readonly NameHit[]): Document {
  const pos: PartOfSpeech[] = [...document.pos]
  for (const hit of names) {
    if (hit.senses.every((s) => s.type === 'demonym')) continue
    if (hit.to - hit.from === 1 && pos[hit.from] === 'ADJ') continue
    for (let t = hit.from; t < hit.to; t++) if (/^\p{Lu}/u.test(document.words[t]!)) pos[t] = 'PROPN'
  }
  return { ...document, pos }
}
