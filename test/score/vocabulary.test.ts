import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYTHING, vocabularyOf } from '../../src/score/vocabulary'

const gramsOf = (vocabulary: typeof EVERYTHING, prefix: string, words: readonly string[], most: number): string[] => {
  const found: string[] = []
  vocabulary.grams(prefix, words, most, (feature) => found.push(feature))
  return found
}

test('everything: each run of words by its start, then by its length', () => {
  expect(gramsOf(EVERYTHING, 's', ['will', 'not', 'come'], 2)).toEqual(['s:will', 's:will not', 's:not', 's:not come', 's:come'])
  expect(gramsOf(EVERYTHING, 's', [], 2)).toEqual([])
  expect(EVERYTHING.has('anything')).toBe(true)
})

test('of a model: its own features alone, by their prefix', () => {
  const known = vocabularyOf(['s:not come', 's:will', 'k:not', 's:will not come', 'c:subject:accept'])
  expect(gramsOf(known, 's', ['will', 'not', 'come'], 3)).toEqual(['s:will', 's:will not come', 's:not come'])
  expect(gramsOf(known, 's', ['will', 'not', 'come'], 2)).toEqual(['s:will', 's:not come'])
  expect(gramsOf(known, 'k', ['will', 'not', 'come'], 3)).toEqual(['k:not'])
  expect(gramsOf(known, 'c', ['subject:accept'], 3)).toEqual(['c:subject:accept'])
  expect(gramsOf(known, 'x', ['will'], 3)).toEqual([])
  expect([known.has('s:will'), known.has('s:not')]).toEqual([true, false])
})

test('of a model: what everything has, as far as the model knows it', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const words = fc.array(word, { maxLength: 8 })
  const features = fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((run) => `s:${run.join(' ')}`),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(words, features, fc.integer({ min: 1, max: 4 }), (text, list, most) => {
      const known = vocabularyOf(list)
      expect(gramsOf(known, 's', text, most)).toEqual(gramsOf(EVERYTHING, 's', text, most).filter(known.has))
    }),
  )
})
