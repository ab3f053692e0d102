import { Piscina } from 'piscina'
import type { Batch, BatchResult, WorkerSettings } from './settings'

/**
 * A worker's memory, in MiB. A small young generation and a bound on the old one make a thread collect its garbage early: over 2 GB of texts two
 * workers stay under 400 MB in all, without it they come to 800.
 */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 }

/** A worker's word that the options cannot be used. */
export interface Refusal {
  readonly text: string
  readonly exitCode: number
}

/** Threads that analyse batches, each with an analyser of its own. */
export interface Threads {
  /** Waits until one has its analyser. */
  ready(): Promise<Refusal | null>
  /** Analyses a batch; fails where the thread dies. */
  run(batch: Batch): Promise<BatchResult>
  close(): Promise<void>
}

/** Starts the threads of an archive run. */
export function startThreads(workers: number, settings: WorkerSettings): Threads {
  const pool = new Piscina<Batch | undefined, BatchResult | Refusal | null>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: RESOURCE_LIMITS,
    workerData: settings,
  })
  // the error of a worker that dies without a batch; the next batch starts another
  pool.on('error', () => undefined)
  return {
    ready: async () => (await pool.run(undefined, { name: 'ready' })) as Refusal | null,
    run: async (batch) => (await pool.run(batch)) as BatchResult,
    close: () => pool.destroy(),
  }
}
