import { workerData } from 'node:worker_threads'
import type { Analyzer } from '../../index'
import { createAnalyzer } from '../../index'
import { loadAnalyzerOptions } from '../analyzer-options'
import { tell } from '../errors'
import { analyzeBatch } from './analyze-batch'
import type { Batch, BatchResult, WorkerSettings } from './settings'

const settings = workerData as WorkerSettings
let made: Analyzer | undefined

function analyzer(): Analyzer {
  if (made !== undefined) return made
  const { options, locate } = loadAnalyzerOptions(settings.flags)
  return (made = locate(() => createAnalyzer(options)))
}

/** Makes the analyser; says what is wrong with its options, as errors lose their kind between threads. */
export function ready(): ReturnType<typeof tell> | null {
  try {
    analyzer()
    return null
  } catch (error) {
    return tell(error)
  }
}

/** What the threads of an archive run do. */
export default (batch: Batch): BatchResult => analyzeBatch(analyzer(), batch, settings)
