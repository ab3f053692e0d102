import { softmaxOf } from '../score/model'

/** The temperature that makes probabilities most likely on cases that were not fitted (golden-section search on its logarithm, 0.1 to 10). */
export function fitTemperature(logits: readonly (readonly number[])[], gold: ArrayLike<number>): number {
  if (logits.length === 0) return 1
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(0.1), Math.log(10)]
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)]
  let [lossA, lossB] = [logLoss(logits, gold, Math.exp(a)), logLoss(logits, gold, Math.exp(b))]
  for (let i = 0; i < 40; i++) {
    if (lossA < lossB) {
      ;[high, b, lossB] = [b, a, lossA]
      a = high - ratio * (high - low)
      lossA = logLoss(logits, gold, Math.exp(a))
    } else {
      ;[low, a, lossA] = [a, b, lossB]
      b = low + ratio * (high - low)
      lossB = logLoss(logits, gold, Math.exp(b))
    }
  }
  return Math.exp((low + high) / 2)
}

/** Mean cross-entropy of the gold labels. */
export function logLoss(logits: readonly (readonly number[])[], gold: ArrayLike<number>, temperature = 1): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    let total = 0
    for (const logit of row) total += Math.exp((logit - top) / temperature)
    sum += Math.log(total) - (row[gold[i]!]! - top) / temperature
  })
  return sum / Math.max(1, logits.length)
}

/** Temperature and one bias a label (their mean is 0), in the order of the logits. */
export interface Calibration {
  readonly temperature: number
  readonly bias: readonly number[]
}

const ROUNDS = 30

/**
 * Temperature and biases that make probabilities on cases that were not fitted most likely, and on average as frequent as the labels are. The fit
 * weighs labels alike; texts do not.
 */
export function fitCalibration(logits: readonly (readonly number[])[], gold: ArrayLike<number>, labels: number): Calibration {
  let bias = new Array<number>(labels).fill(0)
  let temperature = 1
  if (logits.length === 0) return { temperature, bias }
  const counts = new Array<number>(labels).fill(0.5)
  for (const label of Array.from(gold)) counts[label]!++
  for (let round = 0; round < ROUNDS; round++) {
    const shifted = logits.map((row) => row.map((logit, k) => logit + bias[k]!))
    temperature = fitTemperature(shifted, gold)
    const expected = new Array<number>(labels).fill(0.5)
    for (const row of shifted) softmaxOf(row, temperature).forEach((p, k) => (expected[k]! += p))
    bias = bias.map((b, k) => b + temperature * Math.log(counts[k]! / expected[k]!))
    const mean = bias.reduce((a, b) => a + b, 0) / labels
    bias = bias.map((b) => b - mean)
  }
  return { temperature, bias }
}
