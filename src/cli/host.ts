import type { Readable, Writable } from 'node:stream'

/** A stream that may be a terminal. */
export interface Output extends Writable {
  readonly isTTY?: boolean
  /** Of a terminal: characters a line. */
  readonly columns?: number
}

/** Where a run of the command reads and writes, and what it ends with: the process, or what stands for it. */
export interface Host {
  readonly stdin: Readable
  readonly stdout: Output
  readonly stderr: Output
  exitCode?: number | string | null | undefined
}
