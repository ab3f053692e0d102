import { isPackable, packNames, packWeights } from '../score/packed'
import type { StanceParts, StanceWeights } from '../types'
import { STANCES } from '../types'
import { bytesOf } from './bytes'
import type { LearningCase } from './cases'
import type { LogisticFit } from './logistic'
import { balancedWeights, fitLogistic } from './logistic'
import type { RunOptions } from './progress'
import { byCodeUnits, columnsOf, sparseRows } from './sparse'
import type { Row } from './stance-rows'
import { labelsOf, statementRows, textRows } from './stance-rows'

/** How to fit the weights. */
export interface FitStanceOptions extends RunOptions {
  readonly l2: number
  /** Features in fewer rows are left out. */
  readonly minCases: number
  /** The most telling features are kept, as many as fit in so many bytes of JSON. */
  readonly maxBytes: number
}

type Start = Pick<LogisticFit, 'weights' | 'bias'>

/** The largest weight as a byte. */
const LARGEST = 127
/** Bytes for what is neither features nor weights: biases, scales, names of fields. */
const FRAME = 600
const COUNT = STANCES.length

/** Fits both parts on all features, keeps the most telling ones, and fits on these again. The same input gives the same model. */
export function fitStance(cases: readonly LearningCase[], options: FitStanceOptions): StanceParts {
  const statements = statementRows(cases)
  const parts = cases.some(({ kind }) => kind === 'actor') ? [statements, textRows(cases)] : [statements]
  const { onProgress, ...quiet } = options
  const names = new Set(
    parts.flatMap((rows) => [
      ...columnsOf(
        rows.map(({ features }) => features),
        options.minCases,
      ).keys(),
    ]),
  )
  const all = [...names].filter(isPackable).sort(byCodeUnits)
  const wide = parts.map((rows) => fitPart(rows, all, { ...quiet, maxIterations: 100 }))
  const kept = mostTelling(all, parts, wide, options.maxBytes)
  const place = new Map(all.map((name, at) => [name, at]))
  const from = kept.map((name) => place.get(name)!)
  const fits = parts.map((rows, p) => {
    const { weights, bias } = wide[p]!
    const start = {
      weights: Float64Array.from(
        { length: kept.length * COUNT },
        (_, at) => weights[Math.floor(at / kept.length) * all.length + from[at % kept.length]!]!,
      ),
      bias,
    }
    return fitPart(rows, kept, { ...quiet, ...(p === 0 && onProgress ? { onProgress } : {}), start })
  })
  const packed = fits.map((fit) => packPart(fit, kept.length))
  return { labels: STANCES, features: packNames(kept), statement: packed[0]!, text: packed[1] ?? packed[0]! }
}

function fitPart(rows: readonly Row[], names: readonly string[], { l2, start, maxIterations, ...run }: FitOptions): LogisticFit {
  const gold = labelsOf(rows)
  const rowWeights = rows.map(({ weight }) => weight)
  const columns = new Map(names.map((name, at) => [name, at]))
  const matrix = sparseRows(
    rows.map(({ features }) => features),
    columns,
  )
  return fitLogistic(matrix, gold, COUNT, {
    ...run,
    l2,
    classWeights: balancedWeights(gold, COUNT, rowWeights),
    rowWeights,
    tolerance: 1e-3,
    ...(maxIterations === undefined ? {} : { maxIterations }),
    ...(start ? { start } : {}),
  })
}

interface FitOptions extends RunOptions {
  readonly l2: number
  readonly start?: Start
  readonly maxIterations?: number
}

/** The features that move the logits most over all rows, each part counting the same, as many as fit; sorted. */
function mostTelling(
  names: readonly string[],
  parts: readonly (readonly Row[])[],
  fits: readonly LogisticFit[],
  maxBytes: number,
): string[] {
  const place = new Map(names.map((name, at) => [name, at]))
  const worth = new Float64Array(names.length)
  parts.forEach((rows, p) => {
    const { weights } = fits[p]!
    const own = new Float64Array(names.length)
    for (const { features } of rows)
      for (const [name, value] of features) {
        const at = place.get(name)
        if (at !== undefined) own[at]! += value * value
      }
    let sum = 0
    for (let at = 0; at < names.length; at++) {
      let square = 0
      for (let k = 0; k < COUNT; k++) square += weights[k * names.length + at]! ** 2
      own[at]! *= square
      sum += own[at]!
    }
    for (let at = 0; at < names.length; at++) worth[at]! += own[at]! / (sum || 1)
  })
  const ranked = names.map((_, at) => at).sort((a, b) => worth[b]! - worth[a]! || a - b)
  const firstOf = (count: number): string[] =>
    ranked
      .slice(0, count)
      .sort((a, b) => a - b)
      .map((at) => names[at]!)
  // most weights are one character; a third more leaves room for those that are not
  const bytes = (count: number): number => bytesOf(packNames(firstOf(count))) + 2 * 4 * Math.ceil((count * COUNT) / 3) + FRAME
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (bytes(middle) <= maxBytes) low = middle
    else high = middle - 1
  }
  return firstOf(low)
}

/** A fit with its weights as whole numbers. */
function packPart({ weights, bias }: Start, width: number): StanceWeights {
  const most = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = Number((most / LARGEST || 1).toPrecision(6))
  const rounded = Array.from({ length: width * COUNT }, (_, p) => {
    const weight = Math.round(weights[(p % COUNT) * width + Math.floor(p / COUNT)]! / scale)
    return Math.max(-LARGEST, Math.min(LARGEST, weight))
  })
  return { bias: Array.from(bias, (b) => Number(b.toFixed(4))), weights: packWeights(rounded, COUNT), scale }
}
