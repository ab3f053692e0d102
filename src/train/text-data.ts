import { DemarcheError } from '../errors'
import { byCodeUnits } from './sparse'
import type { TextClassifierData, TextClassifierOptions, TextExample } from './text-classifier'

/** Checked examples: their labels in code-unit order, the label of each, and the number of examples of the rarest label. */
export interface ReadExamples {
  readonly labels: readonly string[]
  readonly gold: Int32Array
  readonly smallest: number
}

/** Checks examples and options before training. */
export function readExamples(examples: readonly TextExample[], options: TextClassifierOptions): ReadExamples {
  if (!Array.isArray(examples)) fail('an array of examples', typeof examples, 'passing `[{ text, label }, …]`')
  const counts = new Map<string, number>()
  ;(examples as readonly (Partial<Record<keyof TextExample, unknown>> | null | undefined)[]).forEach((example, i) => {
    if (typeof example?.text !== 'string' || example.text.trim() === '')
      fail(`a text that is not empty in example ${i}`, told(example?.text), 'leaving the example out')
    if (typeof example?.label !== 'string' || example.label === '')
      fail(`a label in example ${i}`, told(example?.label), 'giving each example one label, a string')
    const label = example?.label as string
    counts.set(label, (counts.get(label) ?? 0) + 1)
  })
  if (counts.size === 0) fail('at least two examples of at least two labels', 'no examples', 'adding examples')
  const labels = [...counts.keys()].sort(byCodeUnits)
  if (labels.length === 1)
    fail('at least two labels', `only the label "${labels[0]!}"`, 'adding examples of what is not so labelled')
  for (const [label, count] of counts)
    if (count < 2) fail(`at least two examples of each label`, `one of "${label}"`, 'adding examples or leaving the label out')
  checkOptions(options)
  const index = new Map(labels.map((label, k) => [label, k]))
  return {
    labels,
    gold: Int32Array.from(examples, (example) => index.get(example.label)!),
    smallest: Math.min(...counts.values()),
  }
}

function checkOptions({ l2, folds, minCases, classWeights }: TextClassifierOptions): void {
  if (l2 !== undefined && (!Array.isArray(l2) || l2.length === 0 || !l2.every((x) => Number.isFinite(x) && x > 0)))
    fail('numbers above 0 in `l2`', told(l2), 'writing `l2: [0.1, 1]`, or leaving it out')
  if (folds !== undefined && !(Number.isInteger(folds) && folds >= 2 && folds <= 20))
    fail('`folds` between 2 and 20', told(folds), 'leaving it out')
  if (minCases !== undefined && !(Number.isInteger(minCases) && minCases >= 1))
    fail('a whole number from 1 for `minCases`', told(minCases), 'leaving it out')
  if (typeof classWeights === 'object' && !Object.values(classWeights).every((w) => Number.isFinite(w) && w > 0))
    fail('weights above 0 in `classWeights`', told(classWeights), "writing 'balanced', or a number above 0 for each label")
}

/** Checks a stored classifier. */
export function checkTextData(json: TextClassifierData | string): TextClassifierData {
  let data: unknown = json
  if (typeof json === 'string') {
    try {
      data = JSON.parse(json)
    } catch (error) {
      refuse('JSON text', (error as Error).message)
    }
  }
  if (typeof data !== 'object' || data === null) refuse('what `toJSON` of a text classifier gave', told(data))
  const d = data as Partial<TextClassifierData>
  if (d.kind === 'demarche-text-classifier' && Number(d.format) > 1)
    refuse('a text classifier of format 1', `format ${String(d.format)}, which a newer version of demarche wrote`)
  if (d.kind !== 'demarche-text-classifier' || d.format !== 1)
    refuse('a text classifier of format 1', `kind ${told(d.kind)}, format ${told(d.format)}`)
  const labels = d.labels
  const features = d.features
  if (!strings(labels) || labels.length < 2) refuse('at least two labels', told(labels))
  if (!strings(features)) refuse('a list of features', told(features))
  if (!numbers(d.bias, labels!.length)) refuse('one bias a label', told(d.bias))
  if (!numbers(d.rarity, features!.length)) refuse('one rarity a feature', told(d.rarity))
  if (!numbers(d.weights, features!.length * labels!.length)) refuse('one weight a feature and label', told(d.weights))
  for (const field of ['temperature', 'scale'] as const)
    if (!(Number.isFinite(d[field]) && d[field]! > 0)) refuse(`a ${field} above 0`, told(d[field]))
  return data as TextClassifierData
}

const strings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((x) => typeof x === 'string')
const numbers = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((x) => Number.isFinite(x))

function told(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `"${value.slice(0, 40)}"`
  if (Array.isArray(value)) return `an array of ${value.length}`
  return value === null || typeof value !== 'object' ? String(value) : 'an object'
}

function fail(expected: string, got: string, mend: string): never {
  throw new DemarcheError('training-data', { expected, got, mend })
}
function refuse(expected: string, got: string): never {
  throw new DemarcheError('model-data', { expected, got, mend: 'loading what `toJSON` gave, unchanged' })
}
