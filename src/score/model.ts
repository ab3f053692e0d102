import type { LinearModelData } from '../types'

/** Features of one case: a value for each feature's name. What is not in the map is 0. */
export type FeatureValues = ReadonlyMap<string, number>

/** A linear model ready to run. */
export interface LinearModel {
  readonly labels: readonly string[]
  /** One logit a label, before the temperature. */
  logits(features: FeatureValues): number[]
  /** One probability a label; they sum to 1. */
  probabilities(features: FeatureValues): number[]
}

/** Makes a model ready to run. Time and memory are in proportion to its features. */
export function linearModel(data: LinearModelData): LinearModel {
  const { labels, temperature } = data
  const index = indexOfNames(data.features)
  const logits = (values: FeatureValues): number[] => weighedSums(values, index, data)
  return { labels, logits, probabilities: (values) => softmaxOf(logits(values), temperature) }
}

/** The place of each name. */
export const indexOfNames = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at) => [name, at]))

/** One sum a label: its bias, and each feature's value times its weight. The weights of a feature stand side by side. */
export function weighedSums(
  values: FeatureValues,
  index: ReadonlyMap<string, number>,
  { bias, weights, scale }: { readonly bias: readonly number[]; readonly weights: ArrayLike<number>; readonly scale: number },
): number[] {
  const count = bias.length
  const sums = [...bias]
  values.forEach((value, feature) => {
    const f = index.get(feature)
    if (f === undefined) return
    for (let k = 0; k < count; k++) sums[k]! += weights[f * count + k]! * scale * value
  })
  return sums
}

/** Probabilities in proportion to `exp(logit / temperature)`. */
export function softmaxOf(logits: readonly number[], temperature = 1): number[] {
  const top = Math.max(...logits)
  const exp = logits.map((logit) => Math.exp((logit - top) / temperature))
  const sum = exp.reduce((a, b) => a + b, 0)
  return exp.map((e) => e / sum)
}
