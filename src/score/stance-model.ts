import type { StanceModelData, StanceParts, StanceProbabilities, StanceWeights } from '../types'
import type { FeatureValues } from './model'
import { indexOfNames, softmaxOf, weighedSums } from './model'
import { unpackNames, unpackWeights } from './packed'
import type { Vocabulary } from './vocabulary'
import { vocabularyOf } from './vocabulary'

/** The two parts of a stance model, ready to run. Logits are in the order of `STANCES`, before any temperature. */
export interface RunningParts {
  /** The features that have a weight. */
  readonly vocabulary: Vocabulary
  /** Of one statement's features. */
  statement(features: FeatureValues): number[]
  /** Of the features of all of an actor's statements together. */
  text(features: FeatureValues): number[]
}

/** A stance model ready to run. */
export interface StanceModel extends RunningParts {
  readonly id: string
  readonly data: StanceModelData
}

/** Makes a sound stance model ready to run; it is unpacked when it is first asked. */
export function loadStanceModel(data: StanceModelData): StanceModel {
  let parts: RunningParts | undefined
  const running = (): RunningParts => (parts ??= runParts(data))
  return {
    id: data.id,
    data,
    get vocabulary() {
      return running().vocabulary
    },
    statement: (features) => running().statement(features),
    text: (features) => running().text(features),
  }
}

/** Unpacks the parts of a sound model. */
export function runParts({ labels, features, statement, text }: StanceParts): RunningParts {
  const names = unpackNames(features)!
  const index = indexOfNames(names)
  const part = ({ bias, weights, scale }: StanceWeights): ((values: FeatureValues) => number[]) => {
    const unpacked = unpackWeights(weights, labels.length)!
    return (values) => weighedSums(values, index, { bias, weights: unpacked, scale })
  }
  return { vocabulary: vocabularyOf(names), statement: part(statement), text: part(text) }
}

/** Probabilities by name, from logits in the order of `STANCES`. */
export function stanceProbabilities(logits: readonly number[], temperature: number): StanceProbabilities {
  const [support, oppose, conditional, none] = softmaxOf(logits, temperature)
  return { support: support!, oppose: oppose!, conditional: conditional!, none: none! }
}
