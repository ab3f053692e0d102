import { linearModel } from '../score/model'
import { STANCES } from '../types'
import type { FitStanceOptions } from './fit-stance'
import { fitStance } from './fit-stance'
import { groupFolds } from './folds'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { StatementCase } from './statement-cases'
import { groupOf } from './statements'
import { fitTemperature } from './temperature'

/** What a model says of a case whose group it has neither been fitted nor calibrated on. */
export interface HeldOut {
  readonly case: StatementCase
  /** In the order of `STANCES`, without temperature. */
  readonly logits: readonly number[]
  /** Temperature that was fitted on other groups. */
  readonly temperature: number
}

/** How to split. */
export interface CrossFitOptions extends FitStanceOptions {
  readonly folds: number
  readonly seed: number
}

/** The group of each case is held out once: of the folds one is tested on, the next calibrated on, the others fitted on. */
export function crossFit(cases: readonly StatementCase[], options: CrossFitOptions): HeldOut[] {
  const { folds, seed } = options
  const gold = goldOf(cases)
  const foldOf = groupFolds(
    cases.map(({ statement }) => groupOf(statement)),
    folds,
    seed,
  )
  const all = cases.map((_, i) => i)
  const out = new Array<HeldOut>(cases.length)
  const quiet: RunOptions = options.signal ? { signal: options.signal } : {}
  for (let test = 0; test < folds; test++) {
    const calibration = (test + 1) % folds
    const fitted = all.filter((i) => foldOf[i] !== test && foldOf[i] !== calibration)
    const { l2, minCases, maxFeatures } = options
    const data = fitStance(
      fitted.map((i) => cases[i]!.features),
      Int32Array.from(fitted, (i) => gold[i]!),
      { l2, minCases, maxFeatures, ...quiet },
    )
    const model = linearModel(data)
    const logits = all.map((i) => (foldOf[i] === test || foldOf[i] === calibration ? model.logits(cases[i]!.features) : []))
    const tuned = all.filter((i) => foldOf[i] === calibration)
    const temperature = fitTemperature(
      tuned.map((i) => logits[i]!),
      tuned.map((i) => gold[i]!),
    )
    for (const i of all) if (foldOf[i] === test) out[i] = { case: cases[i]!, logits: logits[i]!, temperature }
    step(options, 'cross-validate', test + 1, folds)
  }
  return out
}

/** The labels of cases as indexes into `STANCES`. */
export const goldOf = (cases: readonly StatementCase[]): Int32Array =>
  Int32Array.from(cases, ({ statement }) => STANCES.indexOf(statement.label))
