import { DemarcheError } from '../errors'
import type { IsoDate, Span, StanceReport } from '../types'

/**
 * The text that a report was made from: the very value that `analyze` was given (a string, or a headline apart from its body), and what is
 * known about it.
 */
export interface SourceText {
  /** The body, or the whole text where there is no `title`. */
  readonly text: string
  /** The headline, only where `analyze` was given it apart: offsets then count in title + two line breaks + text. */
  readonly title?: string
  /** Names the document in every export. Default: `text-1`, `text-2`, … by its place. */
  readonly id?: string
  /** The day of publication. */
  readonly publishedAt?: IsoDate
  /** Who published it: `The Kabul Courier`. */
  readonly outlet?: string
  /** Where it can be read; HTML links only to `http:` and `https:`. */
  readonly url?: string
}

/** One report or several. */
export type Reports = StanceReport | readonly StanceReport[]

/** The texts of these reports, in the same order. */
export type SourceTexts = string | SourceText | readonly (string | SourceText)[]

/** A report with its text. */
export interface Entry {
  /** From 0. */
  readonly index: number
  readonly report: StanceReport
  readonly id: string
  /** What offsets count in. */
  readonly full: string
  readonly title?: string
  readonly publishedAt?: IsoDate
  readonly outlet?: string
  readonly url?: string
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value)

/**
 * Pairs reports with their texts.
 *
 * @throws DemarcheError with code `export` where their numbers differ, two documents share an id, or a report's spans are not those of its text.
 */
export function pair(reports: Reports, texts: SourceTexts): readonly Entry[] {
  const all = isList(reports) ? reports : [reports]
  const sources = isList<string | SourceText>(texts) ? texts : [texts]
  if (all.length !== sources.length) {
    const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
    throw new DemarcheError('export', {
      expected: 'a text for each report',
      got: `${count(all.length, 'report')} and ${count(sources.length, 'text')}`,
      mend: 'passing both in the same order',
    })
  }
  const ids = new Map<string, number>()
  return all.map((report, index) => {
    const given = sources[index]!
    const source: SourceText = typeof given === 'string' ? { text: given } : given
    const { text, title, ...known } = source
    const id = known.id ?? `text-${index + 1}`
    const before = ids.get(id)
    if (before !== undefined)
      throw new DemarcheError('export', {
        expected: 'an id of its own for each text',
        got: `${JSON.stringify(id)} for texts ${before + 1} and ${index + 1}`,
        mend: 'changing one of the two',
      })
    ids.set(id, index)
    const entry: Entry = {
      ...known,
      index,
      report,
      id,
      full: title === undefined ? text : `${title}\n\n${text}`,
      ...(title === undefined ? {} : { title }),
    }
    checkSpans(entry)
    return entry
  })
}

/** Every span that an export may show. */
export function* spansOf({ actors, unattributed }: StanceReport): Generator<Span> {
  for (const { mentions, conditions, evidence } of actors) {
    yield* mentions
    yield* conditions
    yield* evidence
  }
  yield* unattributed
}

function checkSpans({ report, full, id }: Entry): void {
  for (const { start, end, text } of spansOf(report)) {
    const got = full.slice(start, end)
    if (got !== text)
      throw new DemarcheError('export', {
        expected: `${JSON.stringify(text)} at ${start} to ${end} of the text "${id}"`,
        got: JSON.stringify(got),
        mend: 'passing the text that the report was made from, with its title apart if it was analysed apart',
      })
  }
}
