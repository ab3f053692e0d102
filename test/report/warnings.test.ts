import { describe, expect, test } from 'vitest'
import { makeWarnings, noTarget } from '../../src/report/warnings'
import type { Target } from '../../src/types'
import { tokens } from '../helpers/tokens'

const TARGETS: readonly Target[] = [
  { id: 'a', name: 'the Doha talks' },
  { id: 'b', name: 'the Nairobi talks' },
]

/** A text of some common English words, and words that are none. */
const text = (common: number, other: number): string =>
  [...Array<string>(common).fill('the'), ...Array<string>(other).fill('xyz')].join(' ')

describe('a text is warned of', () => {
  test.each<[about: string, text: string, codes: string[]]>([
    ['no word', '', ['empty-text']],
    ['marks alone', '. , !', ['empty-text']],
    ['English', text(8, 12), []],
    ['another language', text(0, 20), ['not-english']],
    ['just under eight in a hundred common words', text(7, 93), ['not-english']],
    ['just eight in a hundred', text(8, 92), []],
    ['too short to tell', text(0, 19), []],
    ['marks do not make it longer', `${text(0, 19)} . . .`, []],
    ['nor do they count among its words', `${text(2, 23)} ${'. '.repeat(30)}`, []],
  ])('%s', (_, words, codes) => {
    expect(makeWarnings(tokens(words), true, TARGETS).map(({ code }) => code)).toEqual(codes)
  })
  test('that names no target, with their names', () => {
    expect(makeWarnings(tokens(text(8, 12)), false, TARGETS)).toEqual([noTarget(TARGETS)])
    expect(noTarget(TARGETS)).toEqual({
      code: 'no-target',
      message: 'the text names none of the targets (the Doha talks, the Nairobi talks)',
    })
  })
  test('in words that end up in one sentence', () => {
    expect(makeWarnings(tokens(''), false, TARGETS)).toEqual([{ code: 'empty-text', message: 'the text has no words' }])
    expect(makeWarnings(tokens(text(0, 20)), false, TARGETS).map(({ message }) => message)).toEqual([
      'the text does not read as English; its stances are guesses at best',
      noTarget(TARGETS).message,
    ])
  })
})
