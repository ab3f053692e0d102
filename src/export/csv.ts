import type { ExportOptions } from './names'
import type { Reports, SourceTexts } from './sources'
import type { Cell, TableName } from './tables'
import { toTable } from './tables'

/** Options of `toCsv`; each has a default. */
export interface CsvOptions extends ExportOptions {
  /** Which rows. Default `actors`. */
  readonly table?: TableName
  /** Default `,`. */
  readonly delimiter?: ',' | ';' | '\t'
  /** Whether to begin with a byte order mark, by which Excel knows UTF-8. Default false. */
  readonly bom?: boolean
}

/** What a spreadsheet takes for a formula, also behind blanks and in full width; and what is written like our own guard. */
const FORMULA = /^(?:'|[\t\r\n]|\s*[=+\-@＝＋－＠])/

/**
 * Writes a table as CSV (RFC 4180: UTF-8, a line of column names, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, as does a text that begins with an apostrophe: whoever takes one leading apostrophe from each cell has the table of `toTable` back.
 */
export function toCsv(reports: Reports, texts: SourceTexts, options: CsvOptions = {}): string {
  const { columns, rows } = toTable(reports, texts, options.table ?? 'actors', options)
  const delimiter = options.delimiter ?? ','
  const line = (cells: readonly Cell[]): string => `${cells.map((cell) => format(cell, delimiter)).join(delimiter)}\r\n`
  const lines = [line(columns), ...rows.map((row) => line(columns.map((column) => row[column]!)))]
  return `${options.bom === true ? '\uFEFF' : ''}${lines.join('')}`
}

function format(cell: Cell, delimiter: string): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return safe.includes(delimiter) || /["\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
