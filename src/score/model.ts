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
  const { labels, bias, temperature, features, weights, scale } = data
  const index = new Map(features.map((feature, f) => [feature, f]))
  const count = labels.length
  const logits = (values: FeatureValues): number[] => {
    const sums = [...bias]
    values.forEach((value, feature) => {
      const f = index.get(feature)
      if (f === undefined) return
      for (let k = 0; k < count; k++) sums[k]! += weights[f * count + k]! * scale * value
    })
    return sums
  }
  return { labels, logits, probabilities: (values) => softmaxOf(logits(values), temperature) }
}

/** Probabilities in proportion to `exp(logit / temperature)`. */
export function softmaxOf(logits: readonly number[], temperature = 1): number[] {
  const top = Math.max(...logits)
  const exp = logits.map((logit) => Math.exp((logit - top) / temperature))
  const sum = exp.reduce((a, b) => a + b, 0)
  return exp.map((e) => e / sum)
}
