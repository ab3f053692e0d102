import { expect, test } from 'vitest'
import { freeze } from '../../src/report/freeze'

test('a value is frozen with all that it holds, and given back', () => {
  const value = { list: [{ inner: 1 }, [2]], none: null, text: 'x', nothing: undefined }
  expect(freeze(value)).toBe(value)
  for (const part of [value, value.list, value.list[0], value.list[1]]) expect(Object.isFrozen(part)).toBe(true)
})

test('what is frozen already is left as it is', () => {
  const inner = { open: 1 }
  freeze(Object.freeze({ inner }))
  expect(Object.isFrozen(inner)).toBe(false)
})

test('a list is gone through by its items alone', () => {
  const list = Object.assign([1], { beside: {} })
  expect(Object.isFrozen(freeze(list).beside)).toBe(false)
})

test.each([null, undefined, 7, 'text', true])('%j is given back', (value) => {
  expect(freeze(value)).toBe(value)
})
