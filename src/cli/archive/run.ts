import { availableParallelism } from 'node:os'
import { CommandError } from '../errors'
import { EXIT } from '../exit-codes'
import type { Host } from '../host'
import type { ArchiveFlags } from './flags'
import { checkFlags, isFileToBe, refuseToOverwrite, settingsOf } from './flags'
import { openInput } from './input'
import { inOrder } from './in-order'
import type { InputPart } from './lines'
import { isLongLine, linesOf, readBatches } from './lines'
import { lock } from './lock'
import { startPool } from './pool'
import type { Tally } from './progress'
import { duration, startProgress } from './progress'
import type { RejectsSink } from './rejects'
import { rejectsSink } from './rejects'
import type { Checkpoint } from './resume'
import { NOTHING_DONE, readCheckpoint } from './resume'
import type { BatchResult } from './settings'
import { catchSignals } from './signals'
import type { Sink } from './sink'
import { fileSink, standardOutput } from './sink'

/** Batches for each worker that are under way or waiting to be written. */
const AHEAD = 3

/** Works through an archive: one report a line, in the order of the input. */
export async function runArchive(inputPath: string, flags: ArchiveFlags, host: Host): Promise<void> {
  const workers = flags.workers ?? availableParallelism()
  const toFile = isFileToBe(flags.output)
  checkFlags(inputPath, flags, workers, toFile)
  const unlock = toFile ? lock(flags.output) : undefined
  try {
    await runLocked(inputPath, flags, host, workers, toFile)
  } finally {
    unlock?.()
  }
}

async function runLocked(inputPath: string, flags: ArchiveFlags, host: Host, workers: number, toFile: boolean): Promise<void> {
  const { stdin, stdout, stderr } = host
  const rejectsPath = flags.rejects ?? (toFile && flags.inlineErrors !== true ? `${flags.output}.rejects.jsonl` : undefined)
  const checkpoint = flags.resume === true ? readCheckpoint(flags.output, rejectsPath) : NOTHING_DONE
  if (toFile) refuseToOverwrite(flags)
  const input = openInput(inputPath, stdin)
  const pool = await startPool(workers, settingsOf(flags))
  const tally: Tally = { reports: 0, relevant: 0, rejected: 0 }
  const began = performance.now()
  const shown = flags.quiet !== true && stderr.isTTY === true && (flags.output !== '-' || stdout.isTTY !== true)
  const progress = startProgress(shown ? stderr : undefined, input.totalBytes, checkpoint.line > 0)
  const signals = catchSignals(input.close)
  try {
    const output = flags.output === '-' ? standardOutput(stdout) : fileSink(flags.output, checkpoint.outputBytes)
    const rejects = rejectsSink(rejectsPath, checkpoint.rejectBytes, flags.inlineErrors === true ? undefined : stderr)
    const results = inOrder(partsOf(readBatches(input.chunks, checkpoint.line - 1), checkpoint), pool.run, workers * AHEAD)
    try {
      const same = await writeAll(results, { output, rejects, tally, checkpoint }, () =>
        progress.update(tally, input.bytesRead()),
      )
      if (!same) throw otherRun(checkpoint, inputPath, flags.output)
    } finally {
      rejects.close()
      output.close()
    }
  } catch (error) {
    // a signal closes the input, which then ends early
    if (signals.caught() === undefined) throw error
  } finally {
    signals.off()
    progress.stop()
    input.close()
    await pool.close()
    if (flags.quiet !== true && tally.reports + tally.rejected > 0)
      stderr.write(summary(tally, (performance.now() - began) / 1000, workers, checkpoint, rejectsPath))
  }
  const caught = signals.caught()
  if (caught !== undefined) {
    stderr.write(`demarche: stopped by ${caught}${toFile ? '; --resume goes on from here' : ''}\n`)
    host.exitCode = caught === 'SIGINT' ? EXIT.interrupted : EXIT.terminated
  } else if (tally.rejected > 0 || checkpoint.rejectBytes > 0) host.exitCode = EXIT.findings
}

/** The first line of a run that goes on is the last of the run before: it is a part of its own. */
async function* partsOf(parts: AsyncIterable<InputPart>, { line }: Checkpoint): AsyncGenerator<InputPart> {
  for await (const part of parts) {
    if (line === 0 || part.line !== line || isLongLine(part)) {
      yield part
      continue
    }
    const [first] = linesOf(part)
    yield first!
    const rest = part.bytes.subarray(first!.bytes.length + 1)
    if (rest.length > 0) yield { line: line + 1, bytes: rest }
  }
}

interface Destination {
  readonly output: Sink
  readonly rejects: RejectsSink
  readonly tally: Tally
  readonly checkpoint: Checkpoint
}

/**
 * Writes results as they come: the rejects of a batch before its reports, as `readCheckpoint` relies on. A run that goes on first makes its last line
 * again: where that comes out differently, nothing is written and the answer is false.
 */
async function writeAll(results: AsyncIterable<BatchResult>, to: Destination, onWritten: () => void): Promise<boolean> {
  const { output, rejects, tally, checkpoint } = to
  let checked = checkpoint.line === 0
  for await (const result of results) {
    if (!checked) {
      if (!checkpoint.last.equals(result.output)) return false
      checked = true
      continue
    }
    await rejects.write(result.rejected)
    await output.write(result.output)
    tally.reports += result.reports
    tally.relevant += result.relevant
    tally.rejected += result.rejected.length
    onWritten()
  }
  return checked
}

const otherRun = ({ line }: Checkpoint, input: string, output: string): CommandError =>
  new CommandError({
    expected: `line ${line} of ${input} to give the last report of ${output} again`,
    got: 'another report, as another input, other options or another version give',
    mend: 'giving what the first run was given, or beginning anew with --force',
  })

const number = (value: number): string => value.toLocaleString('en')

function summary(tally: Tally, seconds: number, workers: number, { line }: Checkpoint, rejects: string | undefined): string {
  const parts = [
    `${number(tally.reports)} texts (${number(tally.relevant)} relevant)`,
    tally.rejected > 0
      ? `${number(tally.rejected)} lines rejected${rejects === undefined ? '' : ` to ${rejects}`}`
      : 'none rejected',
    `${duration(seconds)}, ${number(Math.round(tally.reports / Math.max(seconds, 0.001)))} texts/s, ${workers} workers`,
  ]
  return `demarche: ${line > 0 ? `from line ${number(line + 1)}: ` : ''}${parts.join('; ')}\n`
}
