import { describe, expect, test } from 'vitest'
import type { AnalyzerOptions } from '../../src/analyze'
import { defaultModel } from '../../src/data'
import { createAnalyzer, DemarcheError, moscowTalks } from '../../src/index'

/** What `createAnalyzer` says of options. */
function complaint(options: unknown): DemarcheError {
  try {
    createAnalyzer(options as AnalyzerOptions)
  } catch (error) {
    if (error instanceof DemarcheError) return error
    throw error
  }
  throw new Error('expected an error, got an analyser')
}

test('faults in rules, actors, targets, model and options are told at once, each with its place', () => {
  const { message, code } = complaint({
    rules: [
      { id: 'a.b', kind: 'cue', stance: 'suport', weight: 9, pattern: '(open', examples: 'none' },
      { id: 'a.b', kind: 'cue', stance: 'support', weight: 1, pattern: 'hail <target>', examples: [] },
    ],
    actors: [{ id: 'Bad Id', name: '', kind: 'team', partOf: 'nobody-there', offices: [{ role: 'envoy' }] }],
    targets: [moscowTalks, { id: 'doha' }, { id: 'doha', name: 'the Doha talks', dates: ['2018-13-01'] }],
    model: { ...defaultModel, statement: { ...defaultModel.statement, bias: [1] }, temperature: 0 },
    minConfidence: 2,
    minConfidense: 1,
  })
  expect(code).toBe('options')
  const places = [
    'rules[0].stance',
    'rules[0].weight',
    'rules[0].pattern',
    'rules[0].examples',
    'rules[1].id',
    'actors[0].id',
    'actors[0].name',
    'actors[0].kind',
    'actors[0].partOf',
    'actors[0].offices[0].partOf',
    'targets[1].name',
    'targets[2].id',
    'targets[2].dates[0]',
    'model.statement.bias',
    'model.temperature',
    'minConfidence',
    'minConfidense',
  ]
  expect(places.filter((place) => !message.includes(`  ${place}`))).toEqual([])
  expect(message).toMatch(/^\d+ faults in the options of createAnalyzer:\n/)
  for (const line of message.split('\n').slice(1)) expect(line).toMatch(/: expected .+, got .+; mend it by .+/)
})

describe('a model', () => {
  test.each([
    [
      'of a newer format',
      { ...defaultModel, format: 2 },
      /got format 2, which a newer version of demarche wrote; mend it by updating/,
    ],
    ['of another kind', { ...defaultModel, kind: 'something' }, /expected "demarche-stance-model", got "something"/],
    ['without a format', { ...defaultModel, format: undefined }, /expected format 1, got nothing/],
    [
      'with a weight too few',
      { ...defaultModel, text: { ...defaultModel.text, weights: defaultModel.text.weights.slice(4) } },
      /one a feature and label, got \d+;/,
    ],
    [
      'with weights that are no bytes',
      { ...defaultModel, statement: { ...defaultModel.statement, weights: '%' } },
      /model\.statement\.weights/,
    ],
    ['with features that are not packed', { ...defaultModel, features: '%' }, /model\.features/],
    [
      'with labels in another order',
      { ...defaultModel, labels: [...defaultModel.labels].reverse() },
      /expected the labels support/,
    ],
    ['that is a list', [], /expected a stance model, as an object, got a list/],
    ['that is a word', 'none', /expected a stance model, as an object, got none/],
  ])('%s is refused', (_, model, message) => {
    const error = complaint({ model })
    expect(error.code).toBe('model-data')
    expect(error.message).toMatch(message)
  })

  test('as stored and read again is taken', () => {
    expect(createAnalyzer({ model: JSON.parse(JSON.stringify(defaultModel)) }).analyze('').model).toBe(defaultModel.id)
  })
})
