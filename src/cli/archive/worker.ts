import { workerData } from 'node:worker_threads'
import type { WorkerSettings } from './settings'
import { workWith } from './work'

const work = workWith(workerData as WorkerSettings)

export const { ready } = work

/** What the threads of an archive run do. */
export default work.analyze
