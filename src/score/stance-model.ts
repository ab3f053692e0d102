import { DemarcheError } from '../errors'
import type { StanceProbabilities } from '../types'
import { STANCES } from '../types'
import type { FeatureValues, LinearModelData } from './model'
import { linearModel } from './model'

/** How well a model does on statements whose groups it was not fitted on. */
export interface HeldOutFigures {
  readonly cases: number
  readonly accuracy: number
  readonly macroF1: number
  /** One a label, in the model's order of labels. */
  readonly f1: readonly number[]
  /** Expected calibration error of the likeliest label's probability. */
  readonly calibrationError: number
}

/** A stance model as plain JSON: a linear model over masked features, with what it was made from. No training text is in it. */
export interface StanceModelData extends LinearModelData {
  readonly kind: 'demarche-stance-model'
  readonly format: 1
  /** Tells models apart: `en-2400-1f3a9c02`. */
  readonly id: string
  /**
   * Log-odds that are added to `none` before the model may give a stance where no rule does. From 0; training texts are about their holder, most actors of a
   * report are not.
   */
  readonly silence: number
  readonly training: {
    readonly statements: number
    readonly groups: number
    readonly l2: number
    readonly seed: number
    readonly folds: number
  }
  readonly heldOut: HeldOutFigures
}

/** A stance model ready to run. */
export interface StanceModel {
  readonly id: string
  readonly data: StanceModelData
  /** Logits in the order of `STANCES`, divided by the temperature. */
  logits(features: FeatureValues): number[]
}

/**
 * Makes a stance model ready to run.
 * @throws DemarcheError `model-data` where it is no stance model
 */
export function loadStanceModel(data: StanceModelData): StanceModel {
  check(data)
  const model = linearModel(data)
  return { id: data.id, data, logits: (features) => model.logits(features).map((logit) => logit / data.temperature) }
}

/** Probabilities by name, from logits in the order of `STANCES`. */
export function stanceProbabilities(logits: readonly number[]): StanceProbabilities {
  const top = Math.max(...logits)
  const exp = logits.map((logit) => Math.exp(logit - top))
  const sum = exp.reduce((a, b) => a + b, 0)
  return { support: exp[0]! / sum, oppose: exp[1]! / sum, conditional: exp[2]! / sum, none: exp[3]! / sum }
}

function check(data: Partial<StanceModelData> | null | undefined): void {
  if (typeof data !== 'object' || data === null || data.kind !== 'demarche-stance-model' || data.format !== 1)
    refuse(
      'a stance model of format 1',
      typeof data === 'object' ? `kind ${String(data?.kind)}, format ${String(data?.format)}` : typeof data,
    )
  const { labels, features, weights, bias, temperature, scale, silence, id } = data as Partial<StanceModelData>
  if (typeof id !== 'string' || id === '') refuse('a model with an id', String(id))
  if (!Array.isArray(labels) || labels.join() !== STANCES.join()) refuse(`the labels ${STANCES.join(', ')}`, String(labels))
  if (!Array.isArray(features) || !features.every((f) => typeof f === 'string')) refuse('a list of features', typeof features)
  if (!numbers(weights, features!.length * STANCES.length))
    refuse('one weight a feature and label', 'another number of weights, or not numbers')
  if (!numbers(bias, STANCES.length)) refuse('one bias a label', 'another number, or not numbers')
  if (!(temperature! > 0) || !(scale! > 0) || !(silence! >= 0))
    refuse('a temperature and scale above 0 and a silence from 0', 'other numbers')
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
