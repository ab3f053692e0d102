import { expect, test } from 'vitest'
import { groupFolds, stratifiedFolds } from '../../src/train/folds'
import { minimize } from '../../src/train/lbfgs'
import { balancedWeights, fitLogistic, logitsOf } from '../../src/train/logistic'
import { seededRandom, shuffled } from '../../src/train/random'
import { argmax, calibrationError, macroF1, reliability } from '../../src/train/scores'
import { columnsOf, sparseRows } from '../../src/train/sparse'
import { fitTemperature, logLoss } from '../../src/train/temperature'

/** Cases whose label their features tell, with some noise. */
function cases(count: number, seed: number) {
  const random = seededRandom(seed)
  const gold = Int32Array.from({ length: count }, () => Math.floor(random() * 3))
  const features = Array.from(gold, (label) => {
    const values = new Map<string, number>([['noise' + Math.floor(random() * 20), 1]])
    values.set(`sign${random() < 0.9 ? label : (label + 1) % 3}`, 1)
    return values
  })
  return { gold, features }
}
const { gold, features } = cases(300, 7)
const rows = sparseRows(features, columnsOf(features, 2))

test('finds the least of a curved valley', () => {
  const x = Float64Array.from([-1.2, 1, 4])
  const { value } = minimize((at, gradient) => {
    let sum = 0
    at.forEach((v, i) => {
      gradient[i] = 2 * (i + 1) * (v - i)
      sum += (i + 1) * (v - i) ** 2
    })
    return sum
  }, x)
  expect(value).toBeLessThan(1e-6)
  x.forEach((v, i) => expect(v).toBeCloseTo(i, 3))
})

test('learns what the features tell', () => {
  const fit = fitLogistic(rows, gold, 3)
  const said = features.map((_, i) => argmax(logitsOf(rows, i, fit)))
  expect(macroF1(gold, said, 3)).toBeGreaterThan(0.85)
})

test('the same cases give the same weights to the last bit', () => {
  const [a, b] = [fitLogistic(rows, gold, 3, { l2: 0.3 }), fitLogistic(rows, gold, 3, { l2: 0.3 })]
  expect([...a.weights, ...a.bias]).toEqual([...b.weights, ...b.bias])
})

test('the gradient vanishes at the fit: summed weights of each feature are 0 over the labels', () => {
  const fit = fitLogistic(rows, gold, 3, { tolerance: 1e-9 })
  for (let f = 0; f < rows.width; f++)
    expect(fit.weights[f]! + fit.weights[rows.width + f]! + fit.weights[2 * rows.width + f]!).toBeCloseTo(0, 4)
})

test('a stronger penalty gives smaller weights', () => {
  const size = (l2: number): number => fitLogistic(rows, gold, 3, { l2 }).weights.reduce((sum, w) => sum + w * w, 0)
  expect(size(10)).toBeLessThan(size(1))
  expect(size(1)).toBeLessThan(size(0.1))
})

test('rows and labels of weight 0 do not count', () => {
  const half = Float64Array.from(gold, (_, i) => (i < 150 ? 1 : 0))
  const part = sparseRows(features.slice(0, 150), columnsOf(features, 2))
  const [weighted, alone] = [
    fitLogistic(rows, gold, 3, { rowWeights: half, tolerance: 1e-9 }),
    fitLogistic(part, gold.slice(0, 150), 3, { tolerance: 1e-9 }),
  ]
  weighted.weights.forEach((w, i) => expect(w).toBeCloseTo(alone.weights[i]!, 4))
  expect(balancedWeights(Int32Array.from([0, 0, 0, 1]), 2)).toEqual([4 / 6, 2])
})

test('an aborted signal stops it, before and during the run', () => {
  expect(() => fitLogistic(rows, gold, 3, { signal: { aborted: true } })).toThrow(expect.objectContaining({ code: 'aborted' }))
  const controller = new AbortController()
  const steps: number[] = []
  const onProgress = ({ done }: { done: number }): void => {
    steps.push(done)
    if (done === 3) controller.abort()
  }
  expect(() => fitLogistic(rows, gold, 3, { signal: controller.signal, onProgress })).toThrow(
    expect.objectContaining({ code: 'aborted' }),
  )
  expect(steps).toEqual([1, 2, 3])
})

test('5,000 cases of 20,000 features are fitted in seconds', () => {
  const random = seededRandom(1)
  const many = Array.from(
    { length: 5000 },
    () => new Map(Array.from({ length: 40 }, () => [`f${Math.floor(random() * 20000)}`, 1] as const)),
  )
  const labels = Int32Array.from(many, () => Math.floor(random() * 4))
  const began = performance.now()
  fitLogistic(sparseRows(many, columnsOf(many, 1)), labels, 4)
  expect(performance.now() - began).toBeLessThan(60_000)
})

test('folds keep groups whole and labels in share', () => {
  const groups = Array.from({ length: 100 }, (_, i) => `g${i % 17}`)
  const folds = groupFolds(groups, 5, 1)
  const seen = new Map<string, number>()
  groups.forEach((group, i) => expect(seen.set(group, seen.get(group) ?? folds[i]!).get(group)).toBe(folds[i]))
  expect(new Set(folds).size).toBe(5)
  const stratified = stratifiedFolds(gold, 5, 1)
  for (let fold = 0; fold < 5; fold++) {
    const ones = gold.filter((label, i) => label === 1 && stratified[i] === fold).length
    expect(Math.abs(ones - gold.filter((label) => label === 1).length / 5)).toBeLessThanOrEqual(1)
  }
})

test('a seed decides an order', () => {
  const items = Array.from({ length: 50 }, (_, i) => i)
  expect(shuffled(items, 3)).toEqual(shuffled(items, 3))
  expect(shuffled(items, 3)).not.toEqual(shuffled(items, 4))
  expect([...shuffled(items, 3)].sort((a, b) => a - b)).toEqual(items)
})

test('the temperature mends logits that are too sure', () => {
  const random = seededRandom(5)
  const truth = Int32Array.from({ length: 2000 }, () => Math.floor(random() * 2))
  // right in 80% of cases, sure in all
  const logits = Array.from(truth, (label) => (random() < 0.8 ? label : 1 - label)).map((said) => [
    said === 0 ? 8 : 0,
    said === 1 ? 8 : 0,
  ])
  const temperature = fitTemperature(logits, truth)
  expect(logLoss(logits, truth, temperature)).toBeLessThan(logLoss(logits, truth, 1))
  expect(1 / (1 + Math.exp(-8 / temperature))).toBeCloseTo(0.8, 1)
  const p = 1 / (1 + Math.exp(-8 / temperature))
  const probabilities = logits.map(([a]) => (a === 8 ? [p, 1 - p] : [1 - p, p]))
  expect(calibrationError(reliability(truth, probabilities))).toBeLessThan(0.05)
})
