import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../scripts/lib/corpus'
import { createAnalyzer } from '../../src/index'
import type { Statement } from '../../src/train/index'
import { trainModel } from '../../src/train/index'
import { DemarcheError } from '../../src/errors'
import { unpackNames } from '../../src/score/packed'

/** Some statements of each topic, so that there are groups enough. */
const some: readonly Statement[] = readCorpus().filter((_, i) => i % 12 === 0)
const options = { folds: 3, maxBytes: 40_000 }

describe('trainModel', () => {
  const model = trainModel(some, options)

  test('gives the same bytes for the same statements', () => {
    expect(JSON.stringify(trainModel(some, options))).toBe(JSON.stringify(model))
  })

  test('keeps to the size asked for, and says what it was made from', () => {
    expect(JSON.stringify(model).length).toBeLessThanOrEqual(40_000)
    expect(model.training).toMatchObject({ statements: some.length, documents: 0, folds: 3 })
    expect(model.heldOut.cases).toBe(some.length)
  })

  test('does better than the commonest label on topics that were held out', () => {
    const most = Math.max(...['support', 'oppose', 'conditional', 'none'].map((l) => some.filter((s) => s.label === l).length))
    expect(model.heldOut.accuracy).toBeGreaterThan(most / some.length + 0.1)
  })

  test('no feature holds a word of an actor: names are masked', () => {
    const words = new Set(unpackNames(model.features)!.flatMap((feature) => feature.split(/[^A-Za-z]+/)))
    for (const name of ['kabul', 'taliban', 'moscow', 'russia', 'washington', 'pakistan']) expect(words).not.toContain(name)
  })

  test('works in an analyser, whose reports name it', () => {
    const report = createAnalyzer({ model }).analyze('Kabul will attend the Moscow talks on Afghanistan.')
    expect(report.model).toBe(model.id)
    expect(report.actors.map(({ stance }) => stance)).toContain('support')
  })

  test('null leaves the model out', () => {
    expect(createAnalyzer({ model: null }).analyze('Kabul will attend the Moscow talks on Afghanistan.').model).toBeNull()
  })

  test.each<[what: string, statements: readonly Statement[], options: Record<string, unknown>, expected: RegExp]>([
    ['no statements', [], {}, /statements/],
    ['one label', some.filter(({ label }) => label === 'none'), {}, /two labels/],
    ['more folds than groups', some.slice(0, 12).map((s) => ({ ...s, group: 'one' })), {}, /groups/],
    ['a penalty of 0', some, { l2: 0 }, /l2/],
    ['too small a size', some, { maxBytes: 10 }, /maxBytes/],
  ])('%s is refused with a clear error', (_, statements, bad, expected) => {
    expect(() => trainModel(statements, { ...options, ...bad })).toThrow(expected)
    expect(() => trainModel(statements, { ...options, ...bad })).toThrow(DemarcheError)
  })

  test('a signal stops it', () => {
    const signal = { aborted: false }
    const onProgress = (): void => void (signal.aborted = true)
    expect(() => trainModel(some, { ...options, signal, onProgress })).toThrow(/abort/)
  })
})

describe('createAnalyzer refuses models that it cannot use', () => {
  const model = trainModel(some, options)
  test.each<[what: string, bad: unknown]>([
    ['an empty object', {}],
    ['a newer format', { ...model, format: 2 }],
    ['missing weights', { ...model, statement: { ...model.statement, weights: model.statement.weights.slice(4) } }],
    ['weights that are no bytes', { ...model, text: { ...model.text, weights: [1, 2] } }],
    ['a temperature of 0', { ...model, temperature: 0 }],
    ['other labels', { ...model, labels: ['FAVOR', 'AGAINST'] }],
    ['text', 'model.json'],
  ])('%s', (_, bad) => {
    expect(() => createAnalyzer({ model: bad as never })).toThrow(DemarcheError)
  })
})
