import { describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../src/analyze'
import type { CueRule, ModifierRule, Rule, Stance } from '../../src/types'

const RULES: readonly Rule[] = [
  cue('attend', 'support', 2, 'attend<VERB> <target>'),
  cue('reject', 'oppose', 2, 'reject<VERB> <target>'),
  { ...cue('useful', 'support', 2, '<target> be useful'), holder: 'speaker' },
  { ...cue('mourn', 'support', 2, 'mourn<VERB> <target>'), factive: true },
  { ...cue('host', 'support', 2, 'begin<VERB> <target>'), holder: 'participants' },
  { ...cue('deed', 'conditional', 2, 'clear<VERB> its desk for <target>'), tied: true },
  cue('shrug', 'none', 2, 'shrug<VERB> at <target>'),
  modifier('hedge', 'hedge', 'reportedly'),
  modifier('earlier', 'earlier', 'initially'),
  modifier('imagine', 'hypothetical', 'supposedly'),
  modifier('undecided', 'undecided', 'perhaps'),
  modifier('ostensibly', 'negation', 'ostensibly'),
  { id: 'test.guard', kind: 'guard', pattern: 'grudgingly attend<VERB> <target>' },
]

function cue(id: string, stance: Stance, weight: number, pattern: string): CueRule {
  return { id: `test.${id}`, kind: 'cue', stance, weight, pattern }
}
function modifier(id: string, effect: ModifierRule['effect'], pattern: string): ModifierRule {
  return { id: `test.${id}`, kind: 'modifier', effect, pattern }
}

const analyzer = createAnalyzer({ rules: RULES })
const explain = (text: string) => analyzer.explain(text, { publishedAt: '2018-08-23' })

describe('what a vote weighs', () => {
  test.each<[text: string, stance: Stance, weight: number]>([
    ['Iran will attend the Moscow talks.', 'support', 2],
    ['Iran will reportedly attend the Moscow talks.', 'support', 2 * 0.5],
    ['Iran may attend the Moscow talks.', 'support', 2 * 0.45],
    ['Iran may reportedly attend the Moscow talks.', 'support', 2 * 0.45 * 0.5],
    ['Oman said Iran would attend the Moscow talks.', 'support', 2 * 0.85],
    ['Iran said it would attend the Moscow talks.', 'support', 2],
    ['Iran will not attend the Moscow talks.', 'oppose', 2 * 0.9],
    ['Iran did not reject the Moscow talks.', 'support', 2 * 0.6],
    ['Iran ostensibly attended the Moscow talks.', 'oppose', 2 * 0.9],
    ['Iran did not ostensibly attend the Moscow talks.', 'support', 2],
    ['Oman said Iran would not attend the Moscow talks.', 'oppose', 2 * 0.9 * 0.85],
  ])('%s', (text, stance, weight) => {
    const { votes } = explain(text)
    expect(votes.map((vote) => vote.stance)).toEqual([stance])
    expect(votes[0]!.weight).toBeCloseTo(weight, 10)
  })
})

describe('why a match does not count', () => {
  test.each<[text: string, reason: string]>([
    ['Iran will grudgingly attend the Moscow talks.', 'inside a guarded phrase'],
    ['Iran will perhaps attend the Moscow talks.', 'undecided (test.undecided)'],
    ['Iran will supposedly attend the Moscow talks.', 'hypothetical (test.imagine)'],
    ['Will Iran attend the Moscow talks?', 'inside a question'],
    ['Iran has not yet attended the Moscow talks.', 'negated'],
    ['The Moscow talks are useful.', 'no actor holds it'],
    ['Iran cleared its desk for the Moscow talks.', 'no condition is attached'],
    ['Iran would begin the Moscow talks with Oman.', 'talks that are not held, only spoken of'],
  ])('%s · %s', (text, reason) => {
    const { votes, dismissed } = explain(text)
    expect(votes).toEqual([])
    expect(dismissed.map((one) => one.reason)).toEqual([reason])
  })
})

describe('what counts though it looks as if it did not', () => {
  test.each<[text: string, votes: string[]]>([
    // what happened stays so in a question, and whatever is supposed of it
    ['Did Iran mourn the Moscow talks?', ['Iran support']],
    ['Iran supposedly mourned the Moscow talks.', ['Iran support']],
    // no position is none, decided or not
    ['Iran perhaps shrugged at the Moscow talks.', ['Iran none']],
    ['Iran and Oman began the Moscow talks with Qatar.', ['Qatar support']],
    ['Iran will clear its desk for the Moscow talks if Oman pays.', ['Iran conditional']],
    ['Iran and Oman will attend the Moscow talks.', ['Iran support', 'Oman support']],
  ])('%s', (text, expected) => {
    const { votes, reading } = explain(text)
    expect(votes.map((v) => `${reading.actors.entities[v.holder]!.name} ${v.stance}`).sort()).toEqual(expected)
  })
})

describe('how and when it was told', () => {
  type Told = Readonly<Partial<Record<'mode' | 'earlier' | 'hearsay' | 'time' | 'headline', unknown>>>
  test.each<[text: string, told: Told]>([
    [
      'Iran will attend the Moscow talks.',
      { mode: 'narrated', earlier: false, hearsay: false, time: undefined, headline: false },
    ],
    ['Iran said it would attend the Moscow talks.', { mode: 'reported', hearsay: false }],
    ['“We will attend the Moscow talks,” Iran said.', { mode: 'quote' }],
    ['Iran initially rejected the Moscow talks.', { earlier: true }],
    ['Iran had rejected the Moscow talks.', { earlier: true }],
    ['Iran said it had rejected the Moscow talks.', { earlier: false }],
    ['Iran to attend Moscow talks\n\nThe envoys slept.', { headline: true }],
    ['09:15 Iran will attend the Moscow talks.\n\n09:30 It rained.', { time: 9 * 60 + 15 }],
    ['Local media said Iran would attend the Moscow talks.', { hearsay: true }],
  ])('%s · %j', (text, told) => {
    expect(explain(text).votes).toMatchObject([told])
  })
})

describe('the words that show it', () => {
  test.each<[text: string, words: string]>([
    ['Iran will attend the Moscow talks.', 'Iran will attend the Moscow talks'],
    [
      'On Friday, Oman slept, and Iran will attend the Moscow talks if it rains.',
      'Iran will attend the Moscow talks if it rains',
    ],
    ['Oman said Iran would attend the Moscow talks.', 'Iran would attend the Moscow talks'],
    ['Iran wants to attend the Moscow talks.', 'Iran wants to attend the Moscow talks'],
  ])('%s', (text, words) => {
    const { votes, reading } = explain(text)
    const { document } = reading
    expect(votes.map(({ from, to }) => document.text.slice(document.start[from], document.end[to - 1]))).toEqual([words])
  })
})
