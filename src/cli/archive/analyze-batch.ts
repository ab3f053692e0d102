import type { AnalysisOptions, Analyzer } from '../../index'
import { messageOf } from '../errors'
import { linesOf } from './lines'
import type { Batch, BatchResult, FieldNames, Rejection, WorkerSettings } from './settings'
import { MAX_KEPT } from './settings'

/** A text of an archive. */
interface ArchiveText {
  readonly id: string | number
  readonly text: string
  readonly title?: string
  readonly publishedAt?: string
}

/** Why a line cannot be used. */
class Unusable extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const lossy = new TextDecoder()

/** Analyses the texts of a batch: one line of output for each, in their order. Empty lines are left out. */
export function analyzeBatch(
  analyzer: Analyzer,
  batch: Batch,
  { fields, screen, inlineErrors }: Omit<WorkerSettings, 'flags'>,
): BatchResult {
  const output: string[] = []
  const rejected: Rejection[] = []
  let reports = 0
  let relevant = 0
  for (const { line, bytes } of linesOf(batch)) {
    let id: string | number | undefined
    try {
      const input = decode(bytes)
      if (input.trim() === '') continue
      const record = parse(input)
      id = idOf(record, fields)
      const { text, title, publishedAt } = textOf(record, fields)
      const options: AnalysisOptions = { screen, ...(publishedAt === undefined ? {} : { publishedAt }) }
      const report = analyzer.analyze(title === undefined ? text : { title, text }, options)
      output.push(JSON.stringify({ id, line, ...(publishedAt === undefined ? {} : { publishedAt }), report }))
      reports++
      if (report.relevant) relevant++
    } catch (error) {
      const rejection = rejectionOf(line, reasonOf(error), bytes)
      if (inlineErrors) output.push(errorLine(rejection, id))
      rejected.push(rejection)
    }
  }
  return { output: encodeLines(output), rejected, reports, relevant }
}

/** What is kept of a line that cannot be used. */
export const rejectionOf = (line: number, reason: string, bytes: Uint8Array): Rejection => ({
  line,
  reason,
  input: lossy.decode(bytes.subarray(0, MAX_KEPT * 4)).slice(0, MAX_KEPT),
})

/** The line of output for a line that cannot be used. */
export const errorLine = ({ line, reason }: Rejection, id?: string | number): string =>
  JSON.stringify({ ...(id === undefined ? {} : { id }), line, error: reason })

export const encodeLines = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))

const reasonOf = (error: unknown): string =>
  error instanceof Unusable || (error instanceof Error && error.name === 'DemarcheError')
    ? error.message
    : `a fault of demarche itself: ${messageOf(error)}`

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Unusable('expected UTF-8, got other bytes')
  }
}

function parse(line: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Unusable(`expected JSON: ${messageOf(error)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unusable('expected a JSON object, got another value')
  return value as Record<string, unknown>
}

function idOf(record: Readonly<Record<string, unknown>>, fields: FieldNames): string | number {
  const id = fieldOf(record, fields.id)
  if (typeof id === 'string' || typeof id === 'number') return id
  throw new Unusable(`expected a text or a number as "${fields.id}", got ${kindOf(id)}`)
}

function textOf(record: Readonly<Record<string, unknown>>, fields: FieldNames): Omit<ArchiveText, 'id'> {
  const text = fieldOf(record, fields.text)
  if (typeof text !== 'string') throw new Unusable(`expected a text as "${fields.text}", got ${kindOf(text)}`)
  const title = optional(record, fields.title)
  const published = optional(record, fields.publishedAt)
  return {
    text,
    ...(title === undefined ? {} : { title }),
    // of a time of publication the day counts
    ...(published === undefined
      ? {}
      : { publishedAt: /^\d{4}-\d{2}-\d{2}[T ]/.test(published) ? published.slice(0, 10) : published }),
  }
}

/** A text that may be missing, null or empty. */
function optional(record: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = fieldOf(record, field)
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw new Unusable(`expected a text as "${field}", got ${kindOf(value)}`)
  return value
}

const fieldOf = (record: Readonly<Record<string, unknown>>, field: string): unknown =>
  Object.hasOwn(record, field) ? record[field] : undefined

const kindOf = (value: unknown): string =>
  value === undefined ? 'nothing' : value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`
