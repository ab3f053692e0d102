import { expect, test } from 'vitest'
import { poolStatements } from '../../src/score/pool'

const NOTHING = [0, 0, 0, 0]

test('the last label, none, is what the others are measured against', () => {
  const pooled = poolStatements([[3, 1, 1, 1]], [4, 2, 2, 2])
  expect(pooled[3]).toBe(0)
  for (const [k, margin] of [2, 0, 0].entries()) expect(pooled[k]).toBeCloseTo(margin, 12)
})

test('without statements only all of them together speak', () => {
  expect(poolStatements([], [2, 0, 0, 1])).toEqual([1, -1, -1, 0])
})

test('several statements add up, and one that says nothing takes nothing away', () => {
  const one = poolStatements([[2, 0, 0, 0]], NOTHING)[0]!
  expect(
    poolStatements(
      [
        [2, 0, 0, 0],
        [2, 0, 0, 0],
      ],
      NOTHING,
    )[0]!,
  ).toBeGreaterThan(one)
  expect(
    poolStatements(
      [
        [2, 0, 0, 0],
        [-20, 0, 0, 0],
      ],
      NOTHING,
    )[0]!,
  ).toBeCloseTo(one, 6)
})

test('large logits do not overflow', () => {
  expect(poolStatements([[1000, 0, 0, 0]], [1000, 0, 0, 0])[0]).toBeCloseTo(1000, 6)
})
