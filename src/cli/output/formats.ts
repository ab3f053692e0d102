import { widthOf } from './layout'
import { formatMarkdown } from './markdown'
import type { AnalyzedText } from './record'
import { recordOf } from './record'
import { formatTables } from './table'

/** Forms in which `analyze` prints reports. */
export const FORMATS = ['table', 'json', 'jsonl', 'markdown'] as const

export type Format = (typeof FORMATS)[number]

/** Writes reports in a format. */
export async function formatTexts(texts: readonly AnalyzedText[], format: Format): Promise<string> {
  switch (format) {
    case 'table':
      return formatTables(texts, widthOf(process.stdout))
    case 'json':
      return `${JSON.stringify(texts.length === 1 ? recordOf(texts[0]!) : texts.map(recordOf), null, 2)}\n`
    case 'jsonl':
      return texts.map((text) => `${JSON.stringify(recordOf(text))}\n`).join('')
    case 'markdown':
      return formatMarkdown(texts)
  }
}
