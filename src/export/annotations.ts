import type { Evidence, Stance } from '../types'
import { wellFormed } from './characters'
import type { ExportOptions } from './names'
import { targetNamer } from './names'
import type { Entry, Reports, SourceTexts } from './sources'
import { pair } from './sources'

/** Options of `toAnnotations`; each has a default. */
export interface AnnotationOptions extends ExportOptions {
  /** What the ids of annotations and of documents without a `url` begin with. Default `urn:demarche:`. */
  readonly base?: string
  /** How many characters before and after the words each annotation quotes, so that it can be found again in a changed text. Default 32. */
  readonly context?: number
}

/** An annotation of the W3C Web Annotation Data Model. Positions count Unicode characters (code points), as the model asks, not UTF-16 units. */
export interface Annotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'classifying'
  /** The stance as a tag; whose it is, on which talks and who says so, in words. */
  readonly body: readonly [
    { readonly type: 'TextualBody'; readonly purpose: 'tagging'; readonly value: Stance },
    { readonly type: 'TextualBody'; readonly purpose: 'describing'; readonly format: 'text/plain'; readonly value: string },
  ]
  readonly target: {
    readonly source: string
    readonly selector: readonly [
      { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
      { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
    ]
  }
}

/** A collection of annotations with its one page. */
export interface AnnotationCollection {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'AnnotationCollection'
  readonly label: string
  readonly total: number
  readonly first: {
    readonly id: string
    readonly type: 'AnnotationPage'
    readonly startIndex: 0
    readonly items: readonly Annotation[]
  }
}

/** Writes every piece of evidence as a W3C Web Annotation, in the order of the report; plain data for `JSON.stringify`. */
export function toAnnotations(reports: Reports, texts: SourceTexts, options: AnnotationOptions = {}): AnnotationCollection {
  const base = options.base ?? 'urn:demarche:'
  const context = options.context ?? 32
  const nameOf = targetNamer(options)
  const items = pair(reports, texts).flatMap((entry) => {
    const id = `${base}${encodeURIComponent(wellFormed(entry.id))}`
    const { actors, unattributed } = entry.report
    const found = [
      ...actors.flatMap(({ actor, target, evidence }) =>
        evidence.map((e) => ({ e, words: `${actor.name}: ${e.stance} (${nameOf(target)})` })),
      ),
      ...unattributed.map((e) => ({ e, words: `nobody named: ${e.stance}` })),
    ]
    const characters = characterCounter(entry.full)
    return found.map(({ e, words }, n) => annotate(entry, `${id}:${n + 1}`, entry.url ?? id, e, words, context, characters))
  })
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${base}annotations`,
    type: 'AnnotationCollection',
    label: 'Stances found by demarche',
    total: items.length,
    first: { id: `${base}annotations:1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

/** Turns an offset in UTF-16 units into one in characters. */
function characterCounter(text: string): (offset: number) => number {
  const pairs = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), ({ index }) => index)
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

function annotate(
  { full }: Entry,
  id: string,
  source: string,
  e: Evidence,
  words: string,
  context: number,
  characters: (offset: number) => number,
): Annotation {
  const before = [...full.slice(Math.max(0, e.start - 2 * context), e.start)]
  const said = e.source === undefined ? '' : `; according to ${e.source.name}`
  return {
    id,
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: e.stance },
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: `${words}${said}` },
    ],
    target: {
      source,
      selector: [
        { type: 'TextPositionSelector', start: characters(e.start), end: characters(e.end) },
        {
          type: 'TextQuoteSelector',
          exact: e.text,
          prefix: context === 0 ? '' : before.slice(-context).join(''),
          suffix: [...full.slice(e.end, e.end + 2 * context)].slice(0, context).join(''),
        },
      ],
    },
  }
}
