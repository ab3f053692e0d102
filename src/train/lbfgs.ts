/** Writes the gradient at `at` into `gradient` and returns the value. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

/** When `minimize` stops, and who is told of each iteration. */
export interface MinimizeOptions {
  /** Default 200. */
  readonly maxIterations?: number
  /** It stops where the largest part of the gradient is at most this share of `max(1, value)`. Default 1e-4. */
  readonly tolerance?: number
  readonly onIteration?: (iteration: number, value: number) => void
}

const HISTORY = 8

/** Minimises a smooth convex function from a start that it overwrites (L-BFGS with backtracking; Nocedal and Wright, algorithm 7.5). */
export function minimize(
  objective: Objective,
  x: Float64Array,
  options: MinimizeOptions = {},
): { readonly value: number; readonly iterations: number } {
  const { maxIterations = 200, tolerance = 1e-4 } = options
  const n = x.length
  const vector = (): Float64Array => new Float64Array(n)
  let gradient = vector()
  let trialGradient = vector()
  const trial = vector()
  const direction = vector()
  const spare = Array.from({ length: HISTORY + 1 }, () => ({ step: vector(), change: vector(), curvature: 0 }))
  const history: Pair[] = []
  let value = objective(x, gradient)
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (largest(gradient) <= tolerance * Math.max(1, Math.abs(value))) return { value, iterations: iteration - 1 }
    descend(direction, gradient, history)
    let slope = dot(direction, gradient)
    if (slope >= 0) {
      spare.push(...history.splice(0))
      descend(direction, gradient, history)
      slope = -dot(gradient, gradient)
    }
    let length = history.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    let next = value
    let found = false
    for (let tries = 0; tries < 30 && !found; tries++, length /= 2) {
      for (let i = 0; i < n; i++) trial[i] = x[i]! + length * direction[i]!
      next = objective(trial, trialGradient)
      found = next <= value + 1e-4 * length * slope
    }
    if (!found) return { value, iterations: iteration }
    const pair = spare.pop()!
    difference(pair.step, trial, x)
    difference(pair.change, trialGradient, gradient)
    x.set(trial)
    ;[gradient, trialGradient] = [trialGradient, gradient]
    pair.curvature = dot(pair.step, pair.change)
    if (pair.curvature > 1e-12) history.push(pair)
    else spare.push(pair)
    if (history.length > HISTORY) spare.push(history.shift()!)
    value = next
    options.onIteration?.(iteration, value)
  }
  return { value, iterations: maxIterations }
}

/** What a step changed: the point and the gradient. */
interface Pair {
  readonly step: Float64Array
  readonly change: Float64Array
  /** Product of the two. */
  curvature: number
}

/** The direction of the two-loop recursion; without history, down the gradient. */
function descend(direction: Float64Array, gradient: Float64Array, history: readonly Pair[]): void {
  const n = gradient.length
  for (let i = 0; i < n; i++) direction[i] = -gradient[i]!
  const alpha = new Float64Array(history.length)
  for (let j = history.length - 1; j >= 0; j--) {
    const { step, change, curvature } = history[j]!
    alpha[j] = dot(step, direction) / curvature
    add(direction, -alpha[j]!, change)
  }
  const last = history[history.length - 1]
  if (last) {
    const scale = last.curvature / dot(last.change, last.change)
    for (let i = 0; i < n; i++) direction[i] = direction[i]! * scale
  }
  history.forEach(({ step, change, curvature }, j) => {
    add(direction, alpha[j]! - dot(change, direction) / curvature, step)
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
function add(to: Float64Array, factor: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + factor * what[i]!
}
function difference(to: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = a[i]! - b[i]!
}
function largest(a: Float64Array): number {
  let top = 0
  for (const x of a) top = Math.max(top, Math.abs(x))
  return top
}
