import type { DemarcheErrorCode } from '../errors'
import { STANCES } from '../types'
import { unpackNames, unpackWeights } from './packed'

/** One thing that is wrong with a stored model, and where in it. */
export interface ModelFault {
  /** `model.bias`. */
  readonly path: string
  readonly expected: string
  readonly got: string
  readonly mend: string
  readonly code: DemarcheErrorCode
}

/** The format of stance models that this version reads and writes. */
export const MODEL_FORMAT = 1

const FOUR = 'four numbers, one a label'
const MEND = 'giving what `trainModel` returned, unchanged, or null for rules alone'

/** Everything that is wrong with a stance model as data; of one of a newer format, only that it is newer. */
export function modelFaults(data: unknown, path = 'model'): ModelFault[] {
  const fault = (field: string, expected: string, got: string, mend = MEND): ModelFault => ({
    path: field === '' ? path : `${path}.${field}`,
    expected,
    got,
    mend,
    code: 'model-data',
  })
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return [fault('', 'a stance model, as an object', Array.isArray(data) ? 'a list' : String(data))]
  const model = data as Readonly<Record<string, unknown>>
  if (model['kind'] !== 'demarche-stance-model') return [fault('kind', '"demarche-stance-model"', show(model['kind']))]
  const { format } = model
  if (typeof format === 'number' && format > MODEL_FORMAT)
    return [
      fault(
        'format',
        `a stance model of format ${MODEL_FORMAT}`,
        `format ${format}, which a newer version of demarche wrote`,
        'updating demarche, or training the model again with this version',
      ),
    ]
  const faults: ModelFault[] = []
  const demand = (holds: boolean, field: string, expected: string, got: string): void => {
    if (!holds) faults.push(fault(field, expected, got))
  }
  const { id, labels, features } = model
  demand(format === MODEL_FORMAT, 'format', `format ${MODEL_FORMAT}`, show(format))
  demand(typeof id === 'string' && id !== '', 'id', 'an id', show(id))
  demand(Array.isArray(labels) && labels.join() === STANCES.join(), 'labels', `the labels ${STANCES.join(', ')}`, show(labels))
  const names = typeof features === 'string' ? unpackNames(features) : undefined
  demand(names !== undefined, 'features', 'packed names', show(features))
  for (const part of ['statement', 'text']) {
    const { bias, weights, scale } = (model[part] ?? {}) as Readonly<Record<string, unknown>>
    demand(numbers(bias, STANCES.length), `${part}.bias`, FOUR, show(bias))
    demand((scale as number) > 0, `${part}.scale`, 'a number above 0', show(scale))
    const unpacked = typeof weights === 'string' ? unpackWeights(weights, STANCES.length) : undefined
    const count = (names?.length ?? 0) * STANCES.length
    if (names !== undefined)
      demand(
        unpacked?.length === count,
        `${part}.weights`,
        `${count} packed weights, one a feature and label`,
        unpacked ? String(unpacked.length) : show(weights),
      )
  }
  demand(numbers(model['actorBias'], STANCES.length), 'actorBias', FOUR, show(model['actorBias']))
  for (const field of ['temperature', 'actorTemperature', 'rulesTemperature'])
    demand((model[field] as number) > 0, field, 'a number above 0', show(model[field]))
  return faults
}

const numbers = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((x) => Number.isFinite(x))

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length > 8 ? `a list of ${value.length}` : JSON.stringify(value)
  if (typeof value === 'string' && value.length > 40) return `a text of ${value.length} characters`
  return typeof value === 'object' ? 'an object' : JSON.stringify(value)
}
