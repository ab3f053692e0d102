import { poolStatements } from '../score/pool'
import type { RunningParts } from '../score/stance-model'
import { runParts } from '../score/stance-model'
import type { FitStanceOptions } from './fit-stance'
import { fitStance } from './fit-stance'
import { groupFolds } from './folds'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { LearningCase } from './cases'
import { goldOf } from './cases'
import { fitTemperature } from './temperature'

/** What a model says of a case whose group it has neither been fitted nor calibrated on. */
export interface HeldOut {
  readonly case: LearningCase
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

/** Scores each labelled case once, with its group held out: of the folds one is tested on, the next calibrated on, the others fitted on. */
export function crossFit(cases: readonly LearningCase[], options: CrossFitOptions): HeldOut[] {
  const { folds, seed } = options
  const gold = goldOf(cases)
  const foldOf = groupFolds(
    cases.map(({ group }) => group),
    folds,
    seed,
  )
  const all = cases.map((_, i) => i)
  const out: HeldOut[] = []
  const quiet: RunOptions = options.signal ? { signal: options.signal } : {}
  for (let test = 0; test < folds; test++) {
    const calibration = (test + 1) % folds
    const fitted = all.filter((i) => foldOf[i] !== test && foldOf[i] !== calibration)
    const { l2, minCases, maxBytes } = options
    const model = runParts(
      fitStance(
        fitted.map((i) => cases[i]!),
        { l2, minCases, maxBytes, ...quiet },
      ),
    )
    const tuned = all.filter((i) => foldOf[i] === calibration && cases[i]!.kind === 'holder')
    const temperature = fitTemperature(
      tuned.map((i) => caseLogits(model, cases[i]!)),
      tuned.map((i) => gold[i]!),
    )
    for (const i of all)
      if (foldOf[i] === test && cases[i]!.kind !== 'bystander')
        out.push({ case: cases[i]!, logits: caseLogits(model, cases[i]!), temperature })
    step(options, 'cross-validate', test + 1, folds)
  }
  return out
}

/** What a model says of a case, in the order of `STANCES`. */
export const caseLogits = (model: RunningParts, { kind, features, sentences }: LearningCase): number[] =>
  kind === 'actor'
    ? poolStatements(
        sentences.map((sentence) => model.statement(sentence.features)),
        model.text(features),
      )
    : model.statement(features)
