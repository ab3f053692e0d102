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
  let gradient = new Float64Array(n)
  let trialGradient = new Float64Array(n)
  const trial = new Float64Array(n)
  const direction = new Float64Array(n)
  const steps: Float64Array[] = []
  const changes: Float64Array[] = []
  let value = objective(x, gradient)
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (largest(gradient) <= tolerance * Math.max(1, Math.abs(value))) return { value, iterations: iteration - 1 }
    descend(direction, gradient, steps, changes)
    let slope = dot(direction, gradient)
    if (slope >= 0) {
      steps.length = changes.length = 0
      for (let i = 0; i < n; i++) direction[i] = -gradient[i]!
      slope = -dot(gradient, gradient)
    }
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    let next = value
    let found = false
    for (let tries = 0; tries < 30 && !found; tries++, length /= 2) {
      for (let i = 0; i < n; i++) trial[i] = x[i]! + length * direction[i]!
      next = objective(trial, trialGradient)
      found = next <= value + 1e-4 * length * slope
    }
    if (!found) return { value, iterations: iteration }
    const s = new Float64Array(n)
    const y = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      s[i] = trial[i]! - x[i]!
      y[i] = trialGradient[i]! - gradient[i]!
      x[i] = trial[i]!
    }
    ;[gradient, trialGradient] = [trialGradient, gradient]
    if (dot(s, y) > 1e-12) {
      steps.push(s)
      changes.push(y)
      if (steps.length > HISTORY) {
        steps.shift()
        changes.shift()
      }
    }
    value = next
    options.onIteration?.(iteration, value)
  }
  return { value, iterations: maxIterations }
}

/** The direction of the two-loop recursion. */
function descend(
  direction: Float64Array,
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): void {
  const n = gradient.length
  for (let i = 0; i < n; i++) direction[i] = -gradient[i]!
  if (steps.length === 0) return
  const rho = steps.map((s, j) => 1 / dot(s, changes[j]!))
  const alpha = new Float64Array(steps.length)
  for (let j = steps.length - 1; j >= 0; j--) {
    alpha[j] = rho[j]! * dot(steps[j]!, direction)
    add(direction, -alpha[j]!, changes[j]!)
  }
  const y = changes[changes.length - 1]!
  const scale = 1 / (rho[rho.length - 1]! * dot(y, y))
  for (let i = 0; i < n; i++) direction[i]! *= scale
  for (let j = 0; j < steps.length; j++) add(direction, alpha[j]! - rho[j]! * dot(changes[j]!, direction), steps[j]!)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
function add(to: Float64Array, factor: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * what[i]!
}
function largest(a: Float64Array): number {
  let top = 0
  for (const v of a) top = Math.max(top, Math.abs(v))
  return top
}
