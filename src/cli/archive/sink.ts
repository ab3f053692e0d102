import type { Writable } from 'node:stream'
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { codeOf, CommandError, describeSystemError } from '../errors'
import { EXIT } from '../exit-codes'

/** Where lines go. */
export interface Sink {
  /** Writes whole lines; returns when they are taken. */
  write(lines: Uint8Array): Promise<void>
  /** Makes sure that they are kept, and ends. */
  close(): void
}

/**
 * Opens a file for whole lines. Where a write fails, what it wrote in part is cut off again.
 * @param from offset at which to go on; what comes after is cut. Default 0
 */
export function fileSink(path: string, from = 0): Sink {
  let file: number
  let regular: boolean
  try {
    file = openSync(path, from === 0 ? 'w' : 'r+')
    if (from > 0) ftruncateSync(file, from)
    regular = fstatSync(file).isFile() // pipes and devices have no offsets
  } catch (error) {
    throw writeError(path, error)
  }
  let end = from
  return {
    write: async (lines) => {
      try {
        for (let done = 0; done < lines.length;)
          done += writeSync(file, lines, done, lines.length - done, regular ? end + done : null)
        end += lines.length
      } catch (error) {
        if (regular) ftruncateSync(file, end)
        throw writeError(path, error)
      }
    },
    close: () => {
      try {
        if (regular) fsyncSync(file)
      } catch (error) {
        throw writeError(path, error)
      } finally {
        closeSync(file)
      }
    },
  }
}

/** Standard output as a sink; it waits for its reader. */
export function standardOutput(stdout: Writable): Sink {
  return {
    write: (lines) =>
      new Promise((resolve, reject) => {
        stdout.write(lines, (error) => (error ? reject(writeError('standard output', error)) : resolve()))
      }),
    close: () => undefined,
  }
}

function writeError(path: string, error: unknown): CommandError {
  if (codeOf(error) === 'EPIPE')
    return new CommandError(
      { expected: 'a reader of standard output', got: 'a closed pipe', mend: 'letting the reader read to the end' },
      EXIT.closedPipe,
      { cause: error },
    )
  const mend = codeOf(error) === 'ENOSPC' ? 'making room and going on with --resume' : 'giving an output that can be written to'
  return new CommandError({ expected: `to write to ${path}`, got: describeSystemError(error), mend }, EXIT.inputOutput, {
    cause: error,
  })
}
