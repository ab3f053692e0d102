import { closeSync, openSync } from 'node:fs'
import { CommandError, codeOf, describeSystemError } from '../errors'
import { EXIT } from '../exit-codes'
import { lastLine } from './tail'

/** Where a run goes on. */
export interface Checkpoint {
  /** Input lines up to this one are done, from 1; 0 where nothing is. */
  readonly line: number
  /** Bytes of the output that are kept. */
  readonly outputBytes: number
  /** The last line of output, with its line feed: what the input's line must give again. */
  readonly last: Buffer
  /** Bytes of the rejects that are kept. */
  readonly rejectBytes: number
}

/** Where a run begins. */
export const NOTHING_DONE: Checkpoint = { line: 0, outputBytes: 0, last: Buffer.alloc(0), rejectBytes: 0 }

/**
 * Reads from an output, and from its rejects, how far a run came. The output is the truth: its last whole line says which input line was done last.
 * The rejects of a batch are written before its reports, so that no rejected line before that one is missing; later ones come again.
 */
export function readCheckpoint(output: string, rejects: string | undefined): Checkpoint {
  const last = readFile(output, lastLine)
  if (last === undefined) return NOTHING_DONE
  const line = lineNumber(last.bytes)
  if (line === undefined)
    throw new CommandError({
      expected: `reports of \`demarche archive\` in ${output}`,
      got: 'another last line',
      mend: 'giving the output of the run that is to go on',
    })
  return {
    line,
    outputBytes: last.end,
    last: Buffer.concat([last.bytes, Buffer.from('\n')]),
    rejectBytes: rejects === undefined ? 0 : (readFile(rejects, (file) => rejectsUpTo(file, line)) ?? 0),
  }
}

/** Bytes of the rejects whose lines come before a line of the input. */
function rejectsUpTo(file: number, line: number): number {
  for (let end = Infinity; ;) {
    const last = lastLine(file, end)
    if (last === undefined) return 0
    if ((lineNumber(last.bytes) ?? Infinity) <= line) return last.end
    end = last.end - 1
  }
}

function lineNumber(bytes: Buffer): number | undefined {
  try {
    const { line } = JSON.parse(bytes.toString('utf8')) as { readonly line?: unknown }
    return typeof line === 'number' && Number.isInteger(line) && line > 0 ? line : undefined
  } catch {
    return undefined
  }
}

/** Reads of a file, or nothing where there is none. */
function readFile<T>(path: string, read: (file: number) => T): T | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new CommandError(
      { expected: `to read ${path}`, got: describeSystemError(error), mend: 'giving an output that can be read' },
      EXIT.inputOutput,
      { cause: error },
    )
  }
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}
