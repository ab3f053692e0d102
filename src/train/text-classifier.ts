import { DemarcheError } from '../errors'
import type { FeatureValues } from '../score/model'
import type { LinearModelData } from '../types'
import { linearModel } from '../score/model'
import { stratifiedFolds } from './folds'
import type { LogisticFit } from './logistic'
import { balancedWeights, fitLogistic, logitsOf } from './logistic'
import type { RunOptions } from './progress'
import { step } from './progress'
import { argmax, macroF1 } from './scores'
import type { SparseRows } from './sparse'
import { columnsOf, sparseRows } from './sparse'
import { fitTemperature, logLoss } from './temperature'
import { checkTextData, readExamples } from './text-data'
import { rarity, textFeatures, weighted } from './text-features'

/** A text and its label, any word. */
export interface TextExample {
  readonly text: string
  readonly label: string
}

/** Options of `trainTextClassifier`; each has a default. */
export interface TextClassifierOptions extends RunOptions {
  /** `balanced` lets each label count the same, `none` each example; or a weight a label. Default `balanced`. */
  readonly classWeights?: 'balanced' | 'none' | Readonly<Record<string, number>>
  /** Strengths of the L2 penalty to choose from by cross-validation, by macro F1, then by likelihood; one alone is taken as it is. Each above 0. */
  readonly l2?: readonly number[]
  /** Parts of the cross-validation, 2 to 20. Default 5; fewer where a label has fewer examples. */
  readonly folds?: number
  /** Features in fewer examples are left out. Default 2, or 1 below 50 examples. */
  readonly minCases?: number
  /** Decides the folds. Default 1. */
  readonly seed?: number
}

/** What `predict` says. */
export interface TextPrediction {
  readonly label: string
  /** One for each label of the training; they sum to 1. */
  readonly probabilities: Readonly<Record<string, number>>
}

/** A text classifier as plain JSON. */
export interface TextClassifierData extends LinearModelData {
  readonly kind: 'demarche-text-classifier'
  readonly format: 1
  /** One number a feature: what it is worth by how rare it is. */
  readonly rarity: readonly number[]
  readonly training: {
    readonly examples: number
    readonly l2: number
    readonly seed: number
    /** Macro F1 in the cross-validation, or null where there were too few examples for one. */
    readonly crossValidated: number | null
  }
}

/** A trained classifier of plain texts. */
export interface TextClassifier {
  /** In code-unit order. */
  readonly labels: readonly string[]
  predict(text: string): TextPrediction
  /** The classifier as plain data, for `JSON.stringify` and `loadTextClassifier`. */
  toJSON(): TextClassifierData
}

/** The strongest first: each fit starts from the one before. */
const STRENGTHS = [3, 1, 0.3, 0.1, 0.03]
const SCALE = 1e-4

/**
 * Learns to label texts: multinomial logistic regression on word 1-3-grams and character 2-5-grams. The same examples, options and seed give the
 * same classifier. 600 short texts take about two seconds.
 * @throws DemarcheError `training-data` for examples without text or label, fewer than two labels, fewer than two examples of a label, or options out of range; `aborted`
 */
export function trainTextClassifier(examples: readonly TextExample[], options: TextClassifierOptions = {}): TextClassifier {
  const { labels, gold, smallest } = readExamples(examples, options)
  const seed = options.seed ?? 1
  const counts = examples.map((example) => textFeatures(example.text))
  const minCases = options.minCases ?? (examples.length < 50 ? 1 : 2)
  const strengths = options.l2 ?? STRENGTHS
  const folds = Math.min(options.folds ?? 5, smallest)
  const weights = weightsOf(labels, gold, options)

  let l2 = strengths[Math.floor(strengths.length / 2)]!
  let crossValidated: number | null = null
  let temperature = 1
  if (folds >= 2) {
    const foldOf = stratifiedFolds(gold, folds, seed)
    const spaces = Array.from({ length: folds }, (_, fold) => split(counts, gold, foldOf, fold, minCases))
    const fits = new Array<LogisticFit | undefined>(folds)
    let best: { readonly f1: number; readonly loss: number } | undefined
    strengths.forEach((strength, s) => {
      const logits = new Array<number[]>(examples.length)
      spaces.forEach((space, fold) => {
        const start = fits[fold]
        const fit = fitLogistic(space.rows, space.gold, labels.length, {
          l2: strength,
          classWeights: weights,
          tolerance: 1e-3,
          maxIterations: 60,
          ...(start ? { start } : {}),
          ...quiet(options),
        })
        fits[fold] = fit
        space.held.forEach((i, row) => (logits[i] = logitsOf(space.heldRows, row, fit)))
        step(options, 'cross-validate', s * folds + fold + 1, strengths.length * folds)
      })
      const f1 = macroF1(gold, logits.map(argmax), labels.length)
      const softened = fitTemperature(logits, gold)
      const loss = logLoss(logits, gold, softened)
      if (best && (f1 < best.f1 - 1e-9 || (Math.abs(f1 - best.f1) <= 1e-9 && loss >= best.loss))) return
      best = { f1, loss }
      l2 = strength
      temperature = softened
    })
    crossValidated = best!.f1
  }

  const columns = columnsOf(counts, minCases)
  const rare = rarity(counts, columns)
  const rows = sparseRows(
    counts.map((c) => weighted(c, columns, rare)),
    columns,
  )
  const fit = fitLogistic(rows, gold, labels.length, { l2, classWeights: weights, ...loud(options) })
  return classifier(dataOf(labels, columns, rare, fit, temperature, { examples: examples.length, l2, seed, crossValidated }))
}

/**
 * Brings back a classifier from what its `toJSON` gave, as value or as JSON text.
 * @throws DemarcheError `model-data` where it is no such thing
 */
export function loadTextClassifier(json: TextClassifierData | string): TextClassifier {
  return classifier(checkTextData(json))
}

interface Space {
  readonly rows: SparseRows
  readonly gold: Int32Array
  readonly held: readonly number[]
  readonly heldRows: SparseRows
}

/** Features chosen and weighted on all folds but one, and the held-out cases in the same columns. */
function split(counts: readonly FeatureValues[], gold: Int32Array, foldOf: Int32Array, fold: number, minCases: number): Space {
  const all = counts.map((_, i) => i)
  const fitted = all.filter((i) => foldOf[i] !== fold)
  const held = all.filter((i) => foldOf[i] === fold)
  const own = fitted.map((i) => counts[i]!)
  const columns = columnsOf(own, minCases)
  const rare = rarity(own, columns)
  const rowsOf = (cases: readonly number[]): SparseRows =>
    sparseRows(
      cases.map((i) => weighted(counts[i]!, columns, rare)),
      columns,
    )
  return { rows: rowsOf(fitted), gold: Int32Array.from(fitted, (i) => gold[i]!), held, heldRows: rowsOf(held) }
}

const quiet = ({ signal }: RunOptions): RunOptions => (signal ? { signal } : {})
const loud = ({ signal, onProgress }: RunOptions): RunOptions => ({
  ...(signal ? { signal } : {}),
  ...(onProgress ? { onProgress } : {}),
})

function weightsOf(labels: readonly string[], gold: Int32Array, options: TextClassifierOptions): number[] {
  const wanted = options.classWeights ?? 'balanced'
  if (wanted === 'balanced') return balancedWeights(gold, labels.length)
  if (wanted === 'none') return labels.map(() => 1)
  return labels.map((label) => (Object.hasOwn(wanted, label) ? wanted[label]! : 1))
}

function dataOf(
  labels: readonly string[],
  columns: ReadonlyMap<string, number>,
  rare: readonly number[],
  fit: LogisticFit,
  temperature: number,
  training: TextClassifierData['training'],
): TextClassifierData {
  const round = (value: number): number => Number(value.toPrecision(6))
  return {
    kind: 'demarche-text-classifier',
    format: 1,
    labels,
    bias: Array.from(fit.bias, round),
    temperature: round(temperature),
    features: [...columns.keys()],
    rarity: rare.map(round),
    weights: byFeature(fit.weights, columns.size, labels.length).map((w) => Math.round(w / SCALE)),
    scale: SCALE,
    training: { ...training, crossValidated: training.crossValidated === null ? null : round(training.crossValidated) },
  }
}

/** From label by label to feature by feature. */
const byFeature = (weights: Float64Array, width: number, count: number): number[] =>
  Array.from(weights, (_, p) => weights[(p % count) * width + Math.floor(p / count)]!)

function classifier(data: TextClassifierData): TextClassifier {
  const model = linearModel(data)
  const columns = new Map(data.features.map((feature, f) => [feature, f]))
  return {
    labels: data.labels,
    predict(text) {
      if (typeof text !== 'string')
        throw new DemarcheError('training-data', { expected: 'a text', got: typeof text, mend: 'passing a string to `predict`' })
      const probabilities = model.probabilities(weighted(textFeatures(text), columns, data.rarity))
      const label = data.labels[argmax(probabilities)]!
      return { label, probabilities: Object.fromEntries(data.labels.map((name, k) => [name, probabilities[k]!])) }
    },
    toJSON: () => data,
  }
}
