import { CommandError, messageOf } from '../errors'
import { EXIT } from '../exit-codes'
import { encodeLines, errorLine, rejectionOf } from './analyze-batch'
import type { LongLine } from './lines'
import { isLongLine, linesOf } from './lines'
import type { Batch, BatchResult, WorkerSettings } from './settings'
import { MAX_LINE_BYTES } from './settings'
import type { Refusal } from './threads'
import { startThreads } from './threads'

/** So many workers may die one after the other, with no text done between, before the run gives up. */
const MAX_DEATHS = 10

/** What analyses the batches of an archive run, whatever becomes of single workers. */
export interface WorkerPool {
  /** Analyses a batch. A batch whose worker dies is done again line by line; a line on which a worker dies again is rejected. */
  run(part: Batch | LongLine): Promise<BatchResult>
  close(): Promise<void>
}

/**
 * Starts the threads and waits until one has its analyser.
 * @throws CommandError where the options cannot be used
 */
export async function startPool(workers: number, settings: WorkerSettings): Promise<WorkerPool> {
  const threads = startThreads(workers, settings)
  const refusal = await threads.ready()
  if (refusal !== null) {
    await threads.close()
    throw new RefusedOptions(refusal)
  }
  let deaths = 0

  const attempt = async (batch: Batch): Promise<BatchResult | undefined> => {
    try {
      const result = await threads.run(batch)
      deaths = 0
      return result
    } catch (error) {
      // workers catch what texts throw: what comes here is the end of a worker
      if (++deaths >= MAX_DEATHS)
        throw new CommandError(
          {
            expected: 'workers that live',
            got: `${deaths} that died one after the other, the last with "${messageOf(error)}"`,
            mend: 'giving fewer --workers where memory is short, and going on with --resume',
          },
          EXIT.inputOutput,
          { cause: error },
        )
      return undefined
    }
  }

  const reject = (line: number, reason: string, bytes: Uint8Array): BatchResult => {
    const rejection = rejectionOf(line, reason, bytes)
    const output = encodeLines(settings.inlineErrors ? [errorLine(rejection)] : [])
    return { output, rejected: [rejection], reports: 0, relevant: 0 }
  }

  const run = async (part: Batch | LongLine): Promise<BatchResult> => {
    if (isLongLine(part))
      return reject(part.line, `expected a line of at most ${MAX_LINE_BYTES / 2 ** 20} MiB, got a longer one`, part.beginning)
    const whole = await attempt(part)
    if (whole !== undefined) return whole
    const results: BatchResult[] = []
    for (const line of linesOf(part))
      results.push((await attempt(line)) ?? reject(line.line, 'a worker died on this line, twice', line.bytes))
    return {
      output: Buffer.concat(results.map(({ output }) => output)),
      rejected: results.flatMap(({ rejected }) => rejected),
      reports: results.reduce((sum, { reports }) => sum + reports, 0),
      relevant: results.reduce((sum, { relevant }) => sum + relevant, 0),
    }
  }

  return { run, close: () => threads.close() }
}

/** What a worker said of the options, told as it told it. */
class RefusedOptions extends CommandError {
  constructor({ text, exitCode }: Refusal) {
    super({ expected: '', got: '', mend: '' }, exitCode)
    this.message = text.replace(/^demarche: /, '')
  }
}
