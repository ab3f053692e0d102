import { fstatSync, readSync } from 'node:fs'

const BLOCK = 65_536
const LINE_FEED = 10

/** The last whole line of a file, and where it ends. */
export interface LastLine {
  /** Without its line feed. */
  readonly bytes: Buffer
  /** Offset behind its line feed: what comes after is torn. */
  readonly end: number
}

/**
 * Finds the last line of an open file that ends with a line feed; nothing where there is none.
 * @param before only the bytes up to this offset count; default all
 */
export function lastLine(file: number, before = Infinity): LastLine | undefined {
  const end = feedBefore(file, Math.min(before, fstatSync(file).size)) + 1
  if (end === 0) return undefined
  const start = feedBefore(file, end - 1) + 1
  const bytes = Buffer.alloc(end - 1 - start)
  readFully(file, bytes, start)
  return { bytes, end }
}

/** Offset of the last line feed before an offset, or -1. */
function feedBefore(file: number, before: number): number {
  for (let to = before; to > 0; to -= BLOCK) {
    const from = Math.max(0, to - BLOCK)
    const block = Buffer.alloc(to - from)
    readFully(file, block, from)
    const at = block.lastIndexOf(LINE_FEED)
    if (at >= 0) return from + at
  }
  return -1
}

function readFully(file: number, into: Buffer, position: number): void {
  for (let done = 0; done < into.length;) {
    const read = readSync(file, into, done, into.length - done, position + done)
    if (read === 0) return
    done += read
  }
}
