import type { AnalyzerFlags } from '../analyzer-options'

/** Which fields of an input line hold what. */
export interface FieldNames {
  readonly id: string
  readonly text: string
  readonly title: string
  readonly publishedAt: string
}

export const DEFAULT_FIELDS: FieldNames = { id: 'id', text: 'text', title: 'title', publishedAt: 'publishedAt' }

/** What a worker needs to know; plain data, as it goes to another thread. */
export interface WorkerSettings {
  readonly flags: AnalyzerFlags
  readonly fields: FieldNames
  /** Whether texts that name no target come back at once. */
  readonly screen: boolean
  /** Whether a line that cannot be used leaves a line in the output that says so. */
  readonly inlineErrors: boolean
}

/** Whole lines of the input, in its order; every line but perhaps the last ends with a line feed. */
export interface Batch {
  /** Number of the first line, from 1. */
  readonly line: number
  readonly bytes: Uint8Array
}

/** A line that could not be used. */
export interface Rejection {
  /** From 1. */
  readonly line: number
  readonly reason: string
  /** The line itself, or its beginning where it is long. */
  readonly input: string
}

/** What a worker made of a batch. */
export interface BatchResult {
  /** Lines of output, each with its line feed. */
  readonly output: Uint8Array
  readonly rejected: readonly Rejection[]
  /** Texts that were analysed. */
  readonly reports: number
  /** Of these, texts that name a target. */
  readonly relevant: number
}

/** Longer lines are rejected, so that memory stays bounded: 32 MiB. */
export const MAX_LINE_BYTES = 32 * 2 ** 20

/** Of a rejected line at most this many characters are kept. */
export const MAX_KEPT = 10_000
