import { rmSync } from 'node:fs'
import type { Writable } from 'node:stream'
import type { Rejection } from './settings'
import type { Sink } from './sink'
import { fileSink } from './sink'
import { encodeLines } from './analyze-batch'

/** Where rejected lines go. */
export interface RejectsSink {
  write(rejected: readonly Rejection[]): Promise<void>
  close(): void
}

/**
 * Rejected lines as JSON Lines of `{ line, reason, input }` in a file, which is there only if there are any; without a path for people.
 * @param from bytes of the file that are kept
 * @param told where they are told where there is no file; default: nowhere
 */
export function rejectsSink(path: string | undefined, from: number, told: Writable | undefined): RejectsSink {
  if (path === undefined)
    return {
      write: async (rejected) => {
        for (const { line, reason } of rejected) told?.write(`demarche: line ${line}: ${reason}\n`)
      },
      close: () => undefined,
    }
  let sink: Sink | undefined
  if (from > 0) sink = fileSink(path, from)
  else rmSync(path, { force: true })
  return {
    write: async (rejected) => {
      if (rejected.length > 0)
        await (sink ??= fileSink(path)).write(encodeLines(rejected.map((rejection) => JSON.stringify(rejection))))
    },
    close: () => sink?.close(),
  }
}
