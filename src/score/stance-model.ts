import { DemarcheError } from '../errors'
import type { StanceModelData, StanceProbabilities } from '../types'
import type { FeatureValues, LinearModel } from './model'
import { linearModel, softmaxOf } from './model'
import { modelFaults } from './model-faults'
import type { Vocabulary } from './vocabulary'
import { vocabularyOf } from './vocabulary'

/** A stance model ready to run. */
export interface StanceModel {
  readonly id: string
  readonly data: StanceModelData
  /** The features that have a weight. */
  readonly vocabulary: Vocabulary
  /** Logits in the order of `STANCES`, before any temperature. */
  logits(features: FeatureValues): number[]
}

/**
 * Makes a stance model ready to run.
 * @throws DemarcheError `model-data` where it is no stance model
 */
export function loadStanceModel(data: StanceModelData): StanceModel {
  const [fault] = modelFaults(data)
  if (fault) throw new DemarcheError(fault.code, { ...fault, owner: fault.path })
  let model: LinearModel | undefined
  let vocabulary: Vocabulary | undefined
  return {
    id: data.id,
    data,
    get vocabulary() {
      return (vocabulary ??= vocabularyOf(data.features))
    },
    logits: (features) => (model ??= linearModel(data)).logits(features),
  }
}

/** Probabilities by name, from logits in the order of `STANCES`. */
export function stanceProbabilities(logits: readonly number[], temperature: number): StanceProbabilities {
  const [support, oppose, conditional, none] = softmaxOf(logits, temperature)
  return { support: support!, oppose: oppose!, conditional: conditional!, none: none! }
}
