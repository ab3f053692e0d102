import { describe, expect, test } from 'vitest'
import { aggregate, likeliest, softmax, statementProbabilities } from '../../src/report/aggregate'
import type { Vote } from '../../src/rules/votes'
import type { Stance } from '../../src/types'
import { STANCES } from '../../src/types'

const OTHER_ACTOR = 7

/** A vote in words: `support 1.8`, `oppose 1.8 earlier`, `support 1.5 report` (somebody else says so), `oppose 2 headline`, `support 2 hearsay @3 9:30` (at token 3, in
 * the item of 9:30). */
function vote(words: string): Vote {
  const [stance, weight, ...marks] = words.split(' ')
  const from = Number(marks.find((mark) => mark.startsWith('@'))?.slice(1) ?? 0)
  const [hours, minutes] =
    marks
      .find((mark) => mark.includes(':'))
      ?.split(':')
      .map(Number) ?? []
  return {
    hit: { rule: 'test.rule', voice: 'active', from: 0, to: 1, head: 0, slots: [] },
    stance: stance as Stance,
    weight: Number(weight),
    holder: 0,
    source: marks.includes('report') ? OTHER_ACTOR : marks.includes('report-by-first') ? 0 : -1,
    speaker: undefined,
    target: 0,
    clause: 0,
    from,
    to: from + 1,
    conditions: [],
    mode: 'narrated',
    earlier: marks.includes('earlier'),
    hearsay: marks.includes('hearsay'),
    time: hours === undefined ? undefined : hours * 60 + minutes!,
    headline: marks.includes('headline'),
    modifiers: [],
  }
}

const TABLE: readonly (readonly [about: string, votes: readonly string[], stance: Stance])[] = [
  ['no vote', [], 'none'],
  ['one plain vote', ['support 1.8'], 'support'],
  ['one plain vote against', ['oppose 1.8'], 'oppose'],
  ['one plain condition', ['conditional 1.5'], 'conditional'],
  ['one weak hint is not enough', ['support 0.5'], 'none'],
  ['a hint as weak against', ['oppose 0.5'], 'none'],
  ['two ordinary votes', ['support 1', 'support 1'], 'support'],
  ['a vote for no position', ['none 1'], 'none'],
  ['a vote for no position against a hint', ['none 1', 'support 0.8'], 'none'],
  ['a report alone counts', ['support 1.5 report'], 'support'],

  ['a later position overtakes an earlier one', ['oppose 1.8 earlier', 'support 1.8'], 'support'],
  ['also one that is weaker', ['oppose 2.2 earlier', 'support 1.4'], 'support'],
  ['not one that is only hinted at', ['oppose 2.2 earlier', 'support 1'], 'oppose'],
  ['also several', ['oppose 2 earlier', 'oppose 2 earlier', 'oppose 2 earlier', 'support 1.5'], 'support'],
  ['a later refusal overtakes an earlier promise', ['support 1.8 earlier', 'oppose 1.8'], 'oppose'],
  ['a later promise overtakes an earlier condition', ['conditional 2 earlier', 'support 1.5'], 'support'],
  ['a later condition overtakes an earlier refusal', ['oppose 2 earlier', 'conditional 1.2'], 'conditional'],
  ['an earlier position counts where there is no later one', ['oppose 1.8 earlier'], 'oppose'],

  ['a later item of a live blog overtakes the one before', ['oppose 2.2 9:30', 'support 1.4 10:15'], 'support'],
  ['whatever stands first', ['support 1.4 10:15 @1', 'oppose 2.2 9:30 @9'], 'support'],
  ['not where it is only hinted at', ['oppose 2.2 9:30', 'support 1 10:15'], 'oppose'],
  ['not one of the same minute', ['oppose 2.2 9:30', 'support 1.4 9:30'], 'oppose'],
  ['nor one without a time', ['oppose 2.2 9:30', 'support 1.4'], 'oppose'],
  ['a word of its own overtakes hearsay above it', ['oppose 2.2 hearsay @1', 'support 1.4 @9'], 'support'],
  ['not hearsay below it', ['oppose 2.2 hearsay @9', 'support 1.4 @1'], 'oppose'],
  ['not one that stands at the same place', ['oppose 2.2 hearsay @5', 'support 1.4 @5'], 'oppose'],
  ['nor does a word of its own overtake another above it', ['oppose 2.2 @1', 'support 1.4 @9'], 'oppose'],
  ['hearsay overtakes no hearsay in the first word', ['oppose 2.2 hearsay @0', 'support 1.4 hearsay @9'], 'oppose'],
  ['nor in the first word of an item', ['oppose 2.2 hearsay 9:30 @0', 'support 1.4 hearsay 9:30 @9'], 'oppose'],
  ['hearsay overtakes no hearsay', ['oppose 2.2 hearsay @1', 'support 1.4 hearsay @9'], 'oppose'],
  ['nor an earlier item that is no hearsay', ['oppose 2.2 hearsay 9:30 @1', 'support 1.4 9:00 @9'], 'oppose'],
  ['a word of its own in the same item does', ['oppose 2.2 hearsay 9:30 @1', 'support 1.4 9:30 @9'], 'support'],
  ['and one of no item', ['oppose 2.2 hearsay 9:30 @1', 'support 1.4 @9'], 'support'],
  ['and one of any item where the hearsay has none', ['oppose 2.2 hearsay @1', 'support 1.4 9:30 @9'], 'support'],

  ['own words against one report', ['oppose 1.8', 'support 1.8 report'], 'oppose'],
  ['own words against two reports', ['oppose 1.8', 'support 1.8 report', 'support 1.8 report'], 'oppose'],
  ['own words against a stronger report', ['support 1.5', 'oppose 2 report'], 'support'],
  ['own refusal with a condition, and a report of support', ['conditional 1.5', 'support 1.8 report'], 'conditional'],

  ['a headline alone counts', ['oppose 1.8 headline'], 'oppose'],
  ['what the text says counts more than its headline', ['oppose 1.8 headline', 'support 1.8'], 'support'],
  ['also where it is weaker', ['oppose 2 headline', 'support 1.2'], 'support'],
  ['also where the text only has a report', ['support 1.8 headline', 'oppose 1.8 report'], 'oppose'],
  ['also where the text names a condition', ['oppose 2 headline', 'conditional 1.2'], 'conditional'],

  ['welcomes the talks but demands something', ['support 1.8', 'conditional 1.5'], 'conditional'],
  ['refuses, and names what would change that', ['oppose 2', 'conditional 1.5'], 'conditional'],
  ['refuses twice, and names what would change that', ['oppose 2', 'oppose 1.8', 'conditional 1.5'], 'conditional'],
  ['praises several times, and demands something', ['support 2', 'support 1.8', 'support 1.8', 'conditional 1.8'], 'conditional'],

  ['voices of one government echo each other', ['support 1', 'support 1', 'support 1', 'support 1', 'oppose 1.8'], 'oppose'],
  ['a plain refusal and a weak hint', ['oppose 1.8', 'support 0.5'], 'oppose'],
]

describe('votes of one holder make a stance', () => {
  test.each(TABLE)('%s: %j · %s', (_, votes, stance) => {
    expect(aggregate(votes.map(vote)).stance).toBe(stance)
  })
  test.each(TABLE)('%s: %j · the order does not matter', (_, votes, stance) => {
    const there = aggregate(votes.map(vote))
    const back = aggregate([...votes].reverse().map(vote))
    expect(back.stance).toBe(stance)
    for (const label of STANCES) expect(back.probabilities[label]).toBeCloseTo(there.probabilities[label])
  })
  test.each(TABLE)('%s: %j · probabilities sum to 1 and fit the stance', (_, votes) => {
    const { probabilities, stance } = aggregate(votes.map(vote))
    expect(STANCES.reduce((sum, label) => sum + probabilities[label], 0)).toBeCloseTo(1)
    expect(Math.max(...STANCES.map((label) => probabilities[label]))).toBe(probabilities[stance])
  })
})

describe('what a verdict keeps', () => {
  test('exactly the earlier votes are superseded', () => {
    const votes = ['oppose 1.8 earlier', 'support 1.8', 'conditional 1 earlier'].map(vote)
    expect([...aggregate(votes).superseded]).toEqual([votes[0], votes[2]])
  })
  test('nothing is superseded where all is earlier, or nothing', () => {
    expect(aggregate(['oppose 1.8 earlier'].map(vote)).superseded.size).toBe(0)
    expect(aggregate(['oppose 1.8', 'support 1'].map(vote)).superseded.size).toBe(0)
  })
  test('more of the same is surer, less than twice as sure', () => {
    const once = aggregate(['support 1.5'].map(vote)).probabilities.support
    const twice = aggregate(['support 1.5', 'support 1.5'].map(vote)).probabilities.support
    expect(twice).toBeGreaterThan(once)
    expect(twice).toBeLessThan(aggregate(['support 3'].map(vote)).probabilities.support)
  })
  test('a statement is weighed without regard to who reports it', () => {
    expect(statementProbabilities([vote('support 1.5 report')])).toEqual(statementProbabilities([vote('support 1.5')]))
  })
})

describe('softmax and the likeliest label', () => {
  test('large log-odds do not overflow', () => {
    const p = softmax({ support: 1000, oppose: 0, conditional: 0, none: 0 })
    expect(p).toEqual({ support: 1, oppose: 0, conditional: 0, none: 0 })
  })
  test('a higher temperature is less sure', () => {
    const logits = { support: 2, oppose: 0, conditional: 0, none: 0.6 }
    expect(softmax(logits, 2).support).toBeLessThan(softmax(logits).support)
  })
  test('equal probabilities are no position', () => {
    expect(likeliest({ support: 0.25, oppose: 0.25, conditional: 0.25, none: 0.25 })).toBe('none')
  })
})

describe('pooled log-odds', () => {
  test.each<[about: string, votes: string[], logits: Partial<Record<Stance, number>>, superseded: number]>([
    ['none starts ahead, and there is nothing else', [], {}, 0],
    [
      'a second vote adds 0.35 of its weight, a third 0.35 of that',
      ['support 1', 'support 2', 'support 1'],
      { support: 2.4725 },
      0,
    ],
    ['a fifth as much as a fourth', Array<string>(5).fill('oppose 1'), { oppose: 1.55825 }, 0],
    ['votes for none are pooled with its start', ['none 1'], { none: 1.6 }, 0],
    [
      'a condition draws three quarters of the stronger',
      ['conditional 1', 'support 1', 'oppose 2'],
      { conditional: 2.5, support: 1, oppose: 2 },
      0,
    ],
    ['without a condition nothing is drawn', ['support 1'], { support: 1, conditional: 0 }, 0],
    ['a report counts in full where the holder is silent', ['support 1 report'], { support: 1 }, 0],
    ['and 0.6 where it speaks', ['support 1 report', 'oppose 1'], { support: 0.6, oppose: 1 }, 0],
    ['whoever reports it', ['support 1 report-by-first', 'oppose 1'], { support: 0.6, oppose: 1 }, 0],
    [
      'a report by the first actor is not the own word',
      ['support 1 report-by-first', 'oppose 1 report'],
      { support: 1, oppose: 1 },
      0,
    ],
    ['own words in a headline do not weaken a report', ['oppose 1 headline', 'support 1 report'], { oppose: 0.4, support: 1 }, 0],
    ['a headline alone keeps 0.8', ['oppose 1 headline', 'support 1 headline'], { oppose: 0.8, support: 0.8 }, 0],
    ['an earlier position goes where a later one is just plain', ['oppose 2 earlier', 'support 1.1'], { support: 1.1 }, 1],
    ['it stays where the later one is less', ['oppose 2 earlier', 'support 1'], { oppose: 2, support: 1 }, 0],
    ['or stands in the headline only', ['oppose 2 earlier', 'support 2 headline'], { oppose: 2, support: 0.8 }, 0],
    ['or is earlier itself', ['oppose 2 earlier', 'support 2 earlier'], { oppose: 2, support: 2 }, 0],
    ['or is the same', ['support 2 earlier', 'support 2'], { support: 2.7 }, 0],
  ])('%s', (_, votes, logits, superseded) => {
    const verdict = aggregate(votes.map(vote))
    const expected = { support: 0, oppose: 0, conditional: 0, none: 0.6, ...logits }
    for (const stance of STANCES) expect(verdict.logits[stance], stance).toBeCloseTo(expected[stance], 10)
    expect(verdict.superseded.size).toBe(superseded)
  })

  test('one statement: the same without weights for voices and headlines', () => {
    const votes = ['support 1 headline', 'oppose 1 report'].map(vote)
    const { support, oppose } = statementProbabilities(votes)
    expect(support).toBeCloseTo(oppose, 10)
    expect(support).toBeGreaterThan(0.25)
  })

  test('at equal odds there is no position', () => {
    expect(likeliest({ support: 0.3, oppose: 0.3, conditional: 0.1, none: 0.3 })).toBe('none')
  })
})
