import type { IsoDate, StanceReport } from '../../index'
import type { ExplanationRecord } from './explanation'

/** A text and what was found in it, as formats take it. */
export interface AnalyzedText {
  /** The file's path, or `-`. */
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly publishedAt?: IsoDate
  readonly report: StanceReport
  readonly explanation?: ExplanationRecord
}

/** The same without the text, as JSON formats write it; archives have the same fields. */
export const recordOf = ({ id, publishedAt, report, explanation }: AnalyzedText): object => ({
  id,
  ...(publishedAt === undefined ? {} : { publishedAt }),
  report,
  ...(explanation === undefined ? {} : { explanation }),
})
