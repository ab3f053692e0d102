import { describe, expect, test } from 'vitest'
import type { TextExample } from '../../src/train/index'
import { loadTextClassifier, trainTextClassifier } from '../../src/train/index'

const GOOD = ['great', 'splendid', 'wonderful', 'lovely', 'excellent', 'fine work', 'I like it', 'superb']
const BAD = ['awful', 'dreadful', 'terrible', 'poor', 'nasty', 'bad work', 'I hate it', 'horrid']
const SUBJECTS = ['the film', 'this soup', 'her speech', 'our hotel', 'the road', 'his shop']
const examples: TextExample[] = SUBJECTS.flatMap((subject) => [
  ...GOOD.map((word) => ({ text: `${subject}: ${word}`, label: 'FAVOR' })),
  ...BAD.map((word) => ({ text: `${subject}: ${word}`, label: 'AGAINST' })),
  { text: `${subject} opens on Monday`, label: 'NONE' },
  { text: `where is ${subject}`, label: 'NONE' },
  { text: `${subject} was seen on Friday`, label: 'NONE' },
])
const classifier = trainTextClassifier(examples, { seed: 3 })

describe('trainTextClassifier', () => {
  test('labels texts that it has not seen', () => {
    expect(classifier.labels).toEqual(['AGAINST', 'FAVOR', 'NONE'])
    expect(classifier.predict('the garden: wonderful').label).toBe('FAVOR')
    expect(classifier.predict('the garden: dreadfully bad').label).toBe('AGAINST')
    expect(classifier.predict('where is the garden').label).toBe('NONE')
  })
  test.each(['the garden: lovely', '', '🌼', 'x'.repeat(50_000)])('probabilities sum to 1 on %.20j', (text) => {
    const { label, probabilities } = classifier.predict(text)
    expect(Object.values(probabilities).reduce((a, b) => a + b)).toBeCloseTo(1, 10)
    expect(probabilities[label]).toBe(Math.max(...Object.values(probabilities)))
  })
  test('the same examples and seed give the same bytes', () => {
    expect(JSON.stringify(trainTextClassifier(examples, { seed: 3 }))).toBe(JSON.stringify(classifier))
  })
  test('comes back from JSON, as value and as text', () => {
    const json = JSON.stringify(classifier)
    for (const loaded of [loadTextClassifier(json), loadTextClassifier(classifier.toJSON())]) {
      expect(loaded.predict('this garden: superb')).toEqual(classifier.predict('this garden: superb'))
      expect(JSON.stringify(loaded)).toBe(json)
    }
  })
  test('labels and words may be names of what every object has', () => {
    const hostile = ['constructor', '__proto__', 'toString'].flatMap((label) =>
      ['a', 'b', 'c'].map((word) => ({ text: `${label} ${word} hasOwnProperty`, label })),
    )
    const trained = loadTextClassifier(JSON.stringify(trainTextClassifier(hostile)))
    expect(trained.predict('toString x').label).toBe('toString')
    expect(trained.labels).toEqual(['__proto__', 'constructor', 'toString'])
    expect(Object.keys(trained.predict('constructor').probabilities)).toHaveLength(3)
  })
  test('reports progress, and stops where the callback aborts', () => {
    const phases = new Set<string>()
    trainTextClassifier(examples, { l2: [1], onProgress: ({ phase }) => phases.add(phase) })
    expect([...phases]).toEqual(['cross-validate', 'fit'])
    const controller = new AbortController()
    expect(() => trainTextClassifier(examples, { onProgress: () => controller.abort(), signal: controller.signal })).toThrow(
      expect.objectContaining({ name: 'DemarcheError', code: 'aborted' }),
    )
  })
  test('weights of labels move what is said', () => {
    const text = 'the garden'
    const favoured = trainTextClassifier(examples, { l2: [1], classWeights: { FAVOR: 10 } }).predict(text).probabilities['FAVOR']!
    expect(favoured).toBeGreaterThan(
      trainTextClassifier(examples, { l2: [1], classWeights: 'none' }).predict(text).probabilities['FAVOR']!,
    )
  })
})

const two = [
  { text: 'a b', label: 'x' },
  { text: 'c d', label: 'y' },
]
test.each([
  ['no examples', [], {}, /at least two examples of at least two labels, got no examples/],
  ['one label', [two[0]!, two[0]!, two[0]!], {}, /at least two labels, got only the label "x"/],
  ['too few examples', two, {}, /at least two examples of each label, got one of "x"/],
  ['an empty text', [...two, { text: ' ', label: 'x' }], {}, /text that is not empty in example 2, got an empty text/],
  ['a missing label', [...two, { text: 'e' } as TextExample], {}, /a label in example 2, got undefined/],
  ['what is no list', 'texts' as unknown as TextExample[], {}, /an array of examples, got string/],
  ['a penalty of 0', [...two, ...two], { l2: [0] }, /numbers above 0 in `l2`/],
  ['one fold', [...two, ...two], { folds: 1 }, /`folds` between 2 and 20, got 1/],
])('%s is refused with a reason', (_, given, options, message) => {
  expect(() => trainTextClassifier(given, options)).toThrow(message)
  expect(() => trainTextClassifier(given, options)).toThrow(
    expect.objectContaining({ name: 'DemarcheError', code: 'training-data' }),
  )
})

test.each([
  ['no JSON', '{', /JSON text/],
  ['another kind', { kind: 'x' }, /text classifier of format 1/],
  ['missing weights', { ...classifier.toJSON(), weights: [1] }, /one weight a feature and label/],
  ['null', null, /what `toJSON`/],
])('%s is no classifier', (_, json, message) => {
  expect(() => loadTextClassifier(json as string)).toThrow(message)
  expect(() => loadTextClassifier(json as string)).toThrow(expect.objectContaining({ code: 'model-data' }))
})
