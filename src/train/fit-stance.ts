import type { LinearModelData } from '../types'
import { STANCES } from '../types'
import { linearData } from './linear-data'
import type { LogisticFit } from './logistic'
import { balancedWeights, fitLogistic } from './logistic'
import type { RunOptions } from './progress'
import type { LearningCase } from './cases'
import { goldOf, isSilent } from './cases'
import { byCodeUnits, columnsOf, sparseRows } from './sparse'

/** How to fit the weights. */
export interface FitStanceOptions extends RunOptions {
  readonly l2: number
  /** Features in fewer cases are left out. */
  readonly minCases: number
  /** The most telling features that are kept. */
  readonly maxFeatures: number
}

/** Weights are stored as whole numbers of this. */
const SCALE = 0.005

/** Fits on all features, keeps the most telling ones, and fits on these again. The same input gives the same model. */
export function fitStance(given: readonly LearningCase[], options: FitStanceOptions): LinearModelData {
  const count = STANCES.length
  const rows = given.flatMap(withAndWithoutVotes)
  const cases = rows.map((c) => c.features)
  const gold = goldOf(rows)
  const rowWeights = rows.map(({ weight }) => weight)
  const classWeights = balancedWeights(goldOf(given.filter(({ kind }) => kind !== 'bystander')), count)
  const quiet = options.signal ? { signal: options.signal } : {}
  let columns = columnsOf(cases, options.minCases)
  let start: Pick<LogisticFit, 'weights' | 'bias'> | undefined
  if (columns.size > options.maxFeatures) {
    const sparse = sparseRows(cases, columns)
    const wide = fitLogistic(sparse, gold, count, {
      l2: options.l2,
      classWeights,
      rowWeights,
      tolerance: 1e-3,
      maxIterations: 100,
      ...quiet,
    })
    const { weights } = wide
    const support = new Float64Array(columns.size)
    sparse.columns.forEach((column, j) => (support[column] = support[column]! + sparse.values[j]! ** 2))
    // how much a feature moves the logits over all cases
    const telling = (column: number): number => {
      let square = 0
      for (let k = 0; k < count; k++) square += weights[k * columns.size + column]! ** 2
      return square * support[column]!
    }
    const ranked = [...columns].map(([name, column]) => ({ name, worth: telling(column) }))
    ranked.sort((a, b) => b.worth - a.worth || byCodeUnits(a.name, b.name))
    const kept = ranked.slice(0, options.maxFeatures).map(({ name }) => name)
    const all = columns
    columns = new Map(kept.sort(byCodeUnits).map((name, column) => [name, column]))
    const narrowed = kept.map((name) => all.get(name)!)
    start = {
      weights: Float64Array.from(
        { length: kept.length * count },
        (_, p) => weights[Math.floor(p / kept.length) * all.size + narrowed[p % kept.length]!]!,
      ),
      bias: wide.bias,
    }
  }
  const fit = fitLogistic(sparseRows(cases, columns), gold, count, {
    l2: options.l2,
    classWeights,
    rowWeights,
    tolerance: 1e-3,
    ...(start ? { start } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...quiet,
  })
  return linearData(fit, columns, SCALE)
}

/**
 * A case with votes is learned from twice, with half its weight each: as it is, and without the rules' votes, so that the words are not left to
 * explain only what the votes do not. Where rules are silent the words are all there is.
 */
function withAndWithoutVotes(given: LearningCase): readonly LearningCase[] {
  if (isSilent(given)) return [given]
  const weight = given.weight / 2
  const features = new Map([...given.features].filter(([name]) => !name.startsWith('v:')))
  return [
    { ...given, weight },
    { ...given, weight, features },
  ]
}
