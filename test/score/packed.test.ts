import { describe, expect, test } from 'vitest'
import { isPackable, packBytes, packNames, unpackBytes, unpackNames } from '../../src/score/packed'

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

describe('packed bytes', () => {
  test('come back with their signs', () => {
    const bytes = Array.from({ length: 255 }, (_, i) => i - 127)
    expect([...unpackBytes(packBytes(bytes))!]).toEqual(bytes)
  })

  test('what is no Base64 is none', () => {
    expect(unpackBytes('%')).toBeUndefined()
  })
})
