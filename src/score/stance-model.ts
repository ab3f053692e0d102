import { DemarcheError } from '../errors'
import type { StanceModelData, StanceProbabilities } from '../types'
import { STANCES } from '../types'
import type { FeatureValues } from './model'
import { linearModel, softmaxOf } from './model'

/** A stance model ready to run. */
export interface StanceModel {
  readonly id: string
  readonly data: StanceModelData
  /** Logits in the order of `STANCES`, before any temperature. */
  logits(features: FeatureValues): number[]
}

/**
 * Makes a stance model ready to run.
 * @throws DemarcheError `model-data` where it is no stance model
 */
export function loadStanceModel(data: StanceModelData): StanceModel {
  check(data)
  const model = linearModel(data)
  return { id: data.id, data, logits: (features) => model.logits(features) }
}

/** Probabilities by name, from logits in the order of `STANCES`. */
export function stanceProbabilities(logits: readonly number[], temperature: number): StanceProbabilities {
  const [support, oppose, conditional, none] = softmaxOf(logits, temperature)
  return { support: support!, oppose: oppose!, conditional: conditional!, none: none! }
}

function check(data: Partial<StanceModelData> | null | undefined): void {
  if (typeof data !== 'object' || data === null || data.kind !== 'demarche-stance-model' || data.format !== 1)
    refuse(
      'a stance model of format 1',
      typeof data === 'object' ? `kind ${String(data?.kind)}, format ${String(data?.format)}` : typeof data,
    )
  if (typeof data.id !== 'string' || data.id === '') refuse('a model with an id', String(data.id))
  const { labels, features, weights, bias } = data
  if (!Array.isArray(labels) || labels.join() !== STANCES.join()) refuse(`the labels ${STANCES.join(', ')}`, String(labels))
  if (!Array.isArray(features) || !features.every((f) => typeof f === 'string')) refuse('a list of features', typeof features)
  if (!numbers(weights, features!.length * STANCES.length))
    refuse('one weight a feature and label', 'another number of weights, or not numbers')
  if (!numbers(bias, STANCES.length)) refuse('one bias a label', 'another number, or not numbers')
  if (!numbers(data.actorBias, STANCES.length)) refuse('one `actorBias` a label', 'another number, or not numbers')
  for (const name of ['scale', 'temperature', 'actorTemperature', 'rulesTemperature'] as const)
    if (!(data[name]! > 0)) refuse(`\`${name}\` above 0`, String(data[name]))
}

const numbers = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((x) => Number.isFinite(x))

function refuse(expected: string, got: string): never {
  throw new DemarcheError('model-data', {
    expected,
    got,
    mend: 'giving what `trainModel` returned, unchanged, or null for rules alone',
  })
}
