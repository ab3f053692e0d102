import type { Rule, Target } from '../../index'
import type { SourceText } from '../../export/index'
import type { Output } from '../host'
import { paintFor } from './colors'
import { widthOf } from './layout'
import { formatMarkdown } from './markdown'
import type { AnalyzedText } from './record'
import { recordOf } from './record'
import { formatTables } from './table'

/** Forms in which `analyze` prints reports. */
export const FORMATS = ['table', 'json', 'jsonl', 'csv', 'html', 'markdown'] as const

export type Format = (typeof FORMATS)[number]

/** What formats name by more than its id: the talks, and the notes of rules. Default: the built-in ones. */
export interface Known {
  readonly targets?: readonly Target[]
  readonly rules?: readonly Rule[]
}

/**
 * Writes reports in a format.
 * @param stdout where they go, which decides the width and the colours of tables
 */
export async function formatTexts(texts: readonly AnalyzedText[], format: Format, known: Known, stdout: Output): Promise<string> {
  switch (format) {
    case 'table':
      return formatTables(texts, widthOf(stdout), paintFor(stdout))
    case 'json':
      return `${JSON.stringify(texts.length === 1 ? recordOf(texts[0]!) : texts.map(recordOf), null, 2)}\n`
    case 'jsonl':
      return texts.map((text) => `${JSON.stringify(recordOf(text))}\n`).join('')
    case 'csv':
      return (await import('../../export/index')).toCsv(texts.map(reportOf), texts.map(sourceOf), known)
    case 'html':
      return (await import('../../export/index')).toHtml(texts.map(reportOf), texts.map(sourceOf), known)
    case 'markdown':
      return formatMarkdown(texts)
  }
}

const reportOf = ({ report }: AnalyzedText): AnalyzedText['report'] => report

const sourceOf = ({ id, title, text, publishedAt }: AnalyzedText): SourceText => ({
  id,
  text,
  ...(title === undefined ? {} : { title }),
  ...(publishedAt === undefined ? {} : { publishedAt }),
})
