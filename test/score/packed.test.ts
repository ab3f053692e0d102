import { describe, expect, test } from 'vitest'
import { isPackable, packNames, packWeights, unpackNames, unpackWeights } from '../../src/score/packed'

describe('packed names', () => {
  test.each<[what: string, names: readonly string[]]>([
    ['none', []],
    ['one', ['s:will attend']],
    ['one that begins another', ['c:subject', 'c:subject:accept', 'c:subject:accept:TARGET']],
    ['nothing in common', ['a', 'b', 'c']],
    ['more in common than a digit can say', [`${'x'.repeat(80)}a`, `${'x'.repeat(80)}b`]],
    ['letters of other scripts', ['s:Ärger', 's:Ärzte', 's:переговоры', 's:переговорщик']],
  ])('%s come back', (_, names) => {
    expect(unpackNames(packNames(names))).toEqual(names)
  })

  test('what two names share is written once', () => {
    expect(packNames(['s:talks', 's:talks will'])).toBe('As:talks|H will')
  })

  test.each(['%', 'Bx', 'Aa|', 'Aa|Cb'])('%s is none', (packed) => {
    expect(unpackNames(packed)).toBeUndefined()
  })

  test('a name with the separator cannot be packed', () => {
    expect(isPackable('s:a|b')).toBe(false)
    expect(isPackable('s:a b')).toBe(true)
  })
})

describe('packed weights', () => {
  test.each([1, 2, 4, 5])('come back with their signs, in %i columns', (columns) => {
    const weights = Array.from({ length: 255 - (255 % columns) }, (_, i) => ((i * 91) % 255) - 127)
    expect([...unpackWeights(packWeights(weights, columns), columns)!]).toEqual(weights)
  })

  test('none come back', () => {
    expect(unpackWeights(packWeights([], 4), 4)).toHaveLength(0)
  })

  test('rows that sum to 0 have one character a weight, the same in the last column', () => {
    expect(packWeights([3, -3, 5, -5, 0, 0], 2)).toMatch(/^.{3}(.)\1\1$/)
  })

  test.each([
    ['a character that stands for no number', packWeights([1, 2], 2).replace(/.$/, '"')],
    ['a number that does not end', packWeights([127, -127], 2).slice(0, 1)],
    ['half a row', packWeights([1, 2], 2).slice(1)],
    ['a number that is too large', packWeights([200, -200], 2)],
  ])('%s is none', (_, packed) => {
    expect(unpackWeights(packed, 2)).toBeUndefined()
  })
})
