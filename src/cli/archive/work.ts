import type { Analyzer } from '../../index'
import { createAnalyzer } from '../../index'
import { loadAnalyzerOptions } from '../analyzer-options'
import { tell } from '../errors'
import { analyzeBatch } from './analyze-batch'
import type { Batch, BatchResult, WorkerSettings } from './settings'
import type { Refusal } from './threads'

/** What one worker of an archive run does. */
export interface Work {
  /** Makes the analyser; says what is wrong with its options, as errors lose their kind between threads. */
  readonly ready: () => Refusal | null
  readonly analyze: (batch: Batch) => BatchResult
}

/** Work with an analyser that is made when it is first needed. */
export function workWith(settings: WorkerSettings): Work {
  let made: Analyzer | undefined
  const analyzer = (): Analyzer => {
    if (made !== undefined) return made
    const { options, locate } = loadAnalyzerOptions(settings.flags)
    return (made = locate(() => createAnalyzer(options)))
  }
  return {
    ready: () => {
      try {
        analyzer()
        return null
      } catch (error) {
        return tell(error)
      }
    },
    analyze: (batch) => analyzeBatch(analyzer(), batch, settings),
  }
}
