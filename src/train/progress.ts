import { DemarcheError } from '../errors'

/** How far a training run is. */
export interface Progress {
  /** `read`: cases are analysed; `cross-validate`: the regularisation is chosen; `fit`: the final weights are fitted. */
  readonly phase: 'read' | 'cross-validate' | 'fit'
  /** Steps done and steps in all in this phase. `fit` may end before its last step. */
  readonly done: number
  readonly total: number
}

/** What training needs of an `AbortSignal`. */
export interface Abort {
  readonly aborted: boolean
}

/** Options that every training function takes. */
export interface RunOptions {
  /** Called after each step. It may abort the signal. */
  readonly onProgress?: (progress: Progress) => void
  /**
   * Looked at before each step; training then throws a DemarcheError `aborted`. Training runs in one go: a timer of the same thread cannot abort it,
   * but `onProgress` can.
   */
  readonly signal?: Abort
}

/** Throws a DemarcheError `aborted` where the signal asks for it. */
export function throwIfAborted(signal: Abort | undefined): void {
  if (signal?.aborted)
    throw new DemarcheError('aborted', {
      expected: 'training to run to its end',
      got: 'an aborted signal',
      mend: 'training again without aborting',
    })
}

/** Reports a step, and stops where the signal asks for it. */
export function step(run: RunOptions, phase: Progress['phase'], done: number, total: number): void {
  run.onProgress?.({ phase, done, total })
  throwIfAborted(run.signal)
}
