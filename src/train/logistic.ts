import { minimize } from './lbfgs'
import type { RunOptions } from './progress'
import { step, throwIfAborted } from './progress'
import type { SparseRows } from './sparse'

/** How to fit. */
export interface LogisticOptions extends RunOptions {
  /** Strength of the L2 penalty: half the squared weights times this is added to the summed losses. Above 0; default 1. */
  readonly l2?: number
  /** Weight of each label's cases. Default 1. */
  readonly classWeights?: readonly number[]
  /** Weight of each row, beside that of its label. Default 1. */
  readonly rowWeights?: ArrayLike<number>
  /** Default 200. */
  readonly maxIterations?: number
  /** See `minimize`. Default 1e-4. */
  readonly tolerance?: number
  /** Weights to start from: a fit of the same columns with another penalty. Default: zeros. */
  readonly start?: Pick<LogisticFit, 'weights' | 'bias'>
}

/** Fitted weights: `weights[k * width + column]`, and one bias a label. */
export interface LogisticFit {
  readonly weights: Float64Array
  readonly bias: Float64Array
  readonly iterations: number
  /** Weighted sum of the cross-entropies, with the penalty. */
  readonly loss: number
}

/**
 * Fits multinomial logistic regression. The same input gives the same weights: the start and the order of sums are fixed. The bias carries
 * no penalty.
 * @param labels the label of each row, from 0 to `count - 1`
 */
export function fitLogistic(rows: SparseRows, labels: Int32Array, count: number, options: LogisticOptions = {}): LogisticFit {
  throwIfAborted(options.signal)
  const { l2 = 1, maxIterations = 200, tolerance = 1e-4, rowWeights, start } = options
  const { offsets, columns, values, width } = rows
  const weightOf = Float64Array.from({ length: count }, (_, k) => options.classWeights?.[k] ?? 1)
  const bias = width * count
  const x = new Float64Array(bias + count)
  if (start) {
    x.set(start.weights)
    x.set(start.bias, bias)
  }
  const logits = new Float64Array(count)

  const objective = (at: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0)
    let loss = 0
    for (let i = 0; i < rows.rows; i++) {
      const from = offsets[i]!
      const to = offsets[i + 1]!
      for (let k = 0; k < count; k++) {
        const base = k * width
        let sum = at[bias + k]!
        for (let j = from; j < to; j++) sum += at[base + columns[j]!]! * values[j]!
        logits[k] = sum
      }
      const label = labels[i]!
      const weight = weightOf[label]! * (rowWeights === undefined ? 1 : rowWeights[i]!)
      let top = -Infinity
      for (let k = 0; k < count; k++) top = Math.max(top, logits[k]!)
      let sum = 0
      for (let k = 0; k < count; k++) sum += Math.exp(logits[k]! - top)
      loss += weight * (Math.log(sum) + top - logits[label]!)
      for (let k = 0; k < count; k++) {
        const base = k * width
        const slope = weight * (Math.exp(logits[k]! - top) / sum - (k === label ? 1 : 0))
        gradient[bias + k]! += slope
        for (let j = from; j < to; j++) {
          const p = base + columns[j]!
          gradient[p] = gradient[p]! + slope * values[j]!
        }
      }
    }
    for (let k = 0, p = 0; k < count; k++) {
      for (let f = 0; f < width; f++, p++) {
        loss += 0.5 * l2 * at[p]! * at[p]!
        gradient[p] = gradient[p]! + l2 * at[p]!
      }
    }
    return loss
  }

  const { value, iterations } = minimize(objective, x, {
    maxIterations,
    tolerance,
    onIteration: (iteration) => step(options, 'fit', iteration, maxIterations),
  })
  return { weights: x.slice(0, bias), bias: x.slice(bias), iterations, loss: value }
}

/** The logits of one row. */
export function logitsOf(rows: SparseRows, row: number, fit: Pick<LogisticFit, 'weights' | 'bias'>): number[] {
  const count = fit.bias.length
  const out = [...fit.bias]
  for (let j = rows.offsets[row]!; j < rows.offsets[row + 1]!; j++)
    for (let k = 0; k < count; k++) out[k]! += fit.weights[k * rows.width + rows.columns[j]!]! * rows.values[j]!
  return out
}

/** Weights that let each label count the same in sum: cases / (labels × cases of the label), cases weighed where weights are given. */
export function balancedWeights(labels: Int32Array, count: number, weights?: readonly number[]): number[] {
  const cases = new Float64Array(count)
  let all = 0
  labels.forEach((label, i) => {
    const weight = weights?.[i] ?? 1
    cases[label]! += weight
    all += weight
  })
  return Array.from(cases, (c) => (c === 0 ? 1 : all / (count * c)))
}
