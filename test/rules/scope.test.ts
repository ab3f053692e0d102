import { describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../src/analyze'
import { NEGATION, negate } from '../../src/rules/effects'
import type { RuleHit } from '../../src/rules/pattern/match'
import type { Scene } from '../../src/rules/scene'
import { outranks } from '../../src/rules/scope'
import type { CueRule, ModifierRule, Rule, Stance } from '../../src/types'

const REJECT = cue('reject', 'oppose', 1.8, 'reject<VERB> *{0,2} <target>')
const BUT: Rule = { id: 'test.but', kind: 'boundary', pattern: 'but' }

function cue(id: string, stance: Stance, weight: number, pattern: string): CueRule {
  return { id: `test.${id}`, kind: 'cue', stance, weight, pattern }
}
const modifier = (more: Partial<ModifierRule> = {}): ModifierRule => ({
  id: 'test.modifier',
  kind: 'modifier',
  effect: 'hedge',
  pattern: 'reportedly',
  ...more,
})

/** `HOLDER STANCE[ MODIFIERS]` of each vote. */
function votesOf(text: string, rules: readonly Rule[]): string[] {
  const { votes, reading } = createAnalyzer({ rules }).explain(text, { publishedAt: '2018-08-23' })
  return votes.map((vote) =>
    [reading.actors.entities[vote.holder]!.name, vote.stance, ...vote.modifiers.map((id) => id.slice('test.'.length))].join(' '),
  )
}

describe('a modifier acts on a cue', () => {
  const BEFORE = 'Iran reportedly rejected the Moscow talks.'
  const BEHIND = 'Iran rejected the Moscow talks, reportedly.'
  test.each<[about: string, text: string, more: Partial<ModifierRule>, acts: boolean]>([
    ['behind it, unless it says otherwise', BEFORE, {}, true],
    ['not before it', BEHIND, {}, false],
    ['before it, where it says so', BEHIND, { direction: 'backward' }, true],
    ['then not behind it', BEFORE, { direction: 'backward' }, false],
    ['on both sides, where it says so', BEFORE, { direction: 'both' }, true],
    ['on both sides, where it says so', BEHIND, { direction: 'both' }, true],
    ['as far as it reaches', 'Iran reportedly has now rejected the Moscow talks.', { reach: 2 }, true],
    ['no further', 'Iran reportedly has now rejected the Moscow talks.', { reach: 1 }, false],
    ['as far as it reaches to the left', BEHIND, { direction: 'backward', reach: 5 }, true],
    ['no further to the left', BEHIND, { direction: 'backward', reach: 4 }, false],
    ['over twelve words', 'Reportedly, on a long and very cold day in July, Iran rejected the Moscow talks.', {}, true],
    ['not over more', 'Reportedly, on a long and very, very cold day in July, Iran rejected the Moscow talks.', {}, false],
    ['in its sentence only', 'It was reportedly cold. Iran rejected the Moscow talks.', {}, false],
    ['up to a boundary', 'It was reportedly cold but Iran rejected the Moscow talks.', {}, false],
    ['over a word that is none', 'It was reportedly cold and Iran rejected the Moscow talks.', {}, true],
    ['up to a semicolon', 'It was reportedly cold; Iran rejected the Moscow talks.', {}, false],
    ['up to a boundary to the left', 'Iran rejected the Moscow talks but reportedly smiled.', { direction: 'backward' }, false],
    ['up to a semicolon to the left', 'Iran rejected the Moscow talks; reportedly it rained.', { direction: 'backward' }, false],
    ['not from within the match', 'Iran rejected the reportedly dull Moscow talks.', { direction: 'both' }, false],
    [
      'from within the match where it tells of an earlier time',
      'Iran rejected the previous Moscow talks.',
      { effect: 'earlier', pattern: 'previous' },
      true,
    ],
    ['over clauses', 'Iran, which reportedly smiled, rejected the Moscow talks.', {}, true],
  ])('%s: %s', (_, text, more, acts) => {
    expect(votesOf(text, [REJECT, BUT, modifier(more)])).toEqual([`Iran oppose${acts ? ' modifier' : ''}`])
  })
  test('words that a rule has in its own pattern do not change it', () => {
    const own = cue('own', 'oppose', 1.8, 'reportedly reject<VERB> <target>')
    expect(votesOf('Iran reportedly rejected the Moscow talks.', [own, modifier()])).toEqual(['Iran oppose'])
    const behind = cue('own', 'oppose', 1.8, 'reject<VERB> the talks reportedly at <target>')
    expect(
      votesOf('Iran rejected the talks reportedly at the Moscow talks.', [behind, modifier({ direction: 'backward' })]),
    ).toEqual(['Iran oppose'])
  })
  test('a condition does not: it is attached by clauses', () => {
    const exchange = modifier({ effect: 'condition', pattern: 'in exchange for', direction: 'both' })
    expect(votesOf('Iran rejected the Moscow talks in exchange for a bus.', [REJECT, exchange])).toEqual(['Iran conditional'])
  })
  test.each([
    ['in its clause', 'Iran ostensibly rejected the Moscow talks.', 'Iran support'],
    ['not in another', 'Iran, which ostensibly smiled, rejected the Moscow talks.', 'Iran oppose'],
  ])('a negation acts %s: %s', (_, text, vote) => {
    expect(
      votesOf(text, [REJECT, modifier({ effect: 'negation', pattern: 'ostensibly' })]).map((v) => v.replace(' modifier', '')),
    ).toEqual([vote])
  })
})

describe('of two matches of which one holds the other', () => {
  const hit = (rule: string, from: number, to: number): RuleHit => ({ rule, voice: 'active', from, to, head: from, slots: [] })
  const over = (a: CueRule, b: CueRule, lengths: readonly [number, number] = [3, 3]): boolean =>
    outranks(
      { rules: new Map([a, b].map((rule) => [rule.id, rule])) } as unknown as Scene,
      hit(a.id, 0, lengths[0]),
      hit(b.id, 0, lengths[1]),
    )
  const PLAIN = cue('a', 'oppose', 1, 'reject<VERB> <target>')

  test('the longer one counts, whatever they say', () => {
    const other = cue('b', 'oppose', 3, 'flatly reject the <target>')
    expect([over(PLAIN, other, [4, 3]), over(other, PLAIN, [3, 4])]).toEqual([true, false])
  })
  test.each<[about: string, a: CueRule, b: CueRule]>([
    [
      'the one that spells out more words',
      cue('b', 'oppose', 1, 'reject the <target>'),
      cue('a', 'oppose', 3, 'reject<VERB> <target>'),
    ],
    [
      'words of an alternation do not count',
      cue('b', 'oppose', 1, 'turn down <target>'),
      cue('a', 'oppose', 3, '(turn|hand|put (it|them) down)? away <target>'),
    ],
    [
      'nor do classes, slots, tags and gaps',
      cue('b', 'oppose', 1, 'turn down <target>'),
      cue('a', 'oppose', 3, '@turn <target> *{0,3} ^away down'),
    ],
    ['then the heavier one', cue('b', 'oppose', 2, 'reject <target>'), cue('a', 'oppose', 1, 'spurn <target>')],
    ['then the first by its id', cue('a', 'oppose', 1, 'reject <target>'), cue('b', 'oppose', 1, 'spurn <target>')],
  ])('of the same length %s', (_, a, b) => {
    expect([over(a, b), over(b, a)]).toEqual([true, false])
  })
  test('neither where they have their holders in other places', () => {
    const spoken: CueRule = { ...cue('b', 'oppose', 3, 'reject the <target>'), holder: 'speaker' }
    expect([over(PLAIN, spoken), over(spoken, PLAIN)]).toEqual([false, false])
    const subject: CueRule = { ...cue('b', 'oppose', 3, 'reject the <target>'), holder: 'subject' }
    expect([over(PLAIN, subject), over(subject, PLAIN)]).toEqual([false, true])
  })
})

describe('a match inside a longer one', () => {
  const REFUSE = cue('refuse', 'oppose', 1.8, 'refuse<VERB> to attend <target>')
  const ATTEND = cue('attend', 'support', 1.2, 'attend<VERB> <target>')
  test.each<[about: string, text: string, rules: Rule[], votes: string[]]>([
    [
      'of the same verb is the same act',
      'Iran welcomed the Moscow talks.',
      [cue('long', 'support', 1, 'welcome<VERB> <target>'), cue('short', 'support', 1, 'welcome<VERB>')],
      ['Iran support'],
    ],
    ['of an infinitive that it governs, too', 'Iran refused to attend the Moscow talks.', [REFUSE, ATTEND], ['Iran oppose']],
    [
      'of other agents is another',
      'The Moscow talks were welcomed by Beijing and dismissed by Washington.',
      [cue('welcome', 'support', 1.8, 'welcome<VERB> <target>'), cue('dismiss', 'oppose', 1.8, 'dismiss<VERB> <target>')],
      ['China support', 'United States oppose'],
    ],
  ])('%s: %s', (_, text, rules, votes) => {
    expect(votesOf(text, rules).sort()).toEqual(votes)
  })
})

describe('a gap in a pattern does not run over a verb of its own', () => {
  const SAY = cue('say', 'support', 1.5, 'say<VERB> *{0,8} at <target>')
  const HOLD: CueRule = { ...cue('hold', 'support', 1.5, 'hold<VERB> <target>'), holder: 'speaker' }
  test.each<[text: string, rule: CueRule, votes: string[]]>([
    ['Lavrov said a prayer at the Moscow talks.', SAY, ['Russia support']],
    ['Lavrov said Beijing would be at the Moscow talks.', SAY, []],
    ['Lavrov said to sit at the Moscow talks.', SAY, ['Russia support']],
    // the pattern names the verb itself, or by a class
    [
      'Lavrov said he will attend the Moscow talks.',
      cue('class', 'support', 1.5, 'say<VERB> *{0,3} @attend <target>'),
      ['Russia support'],
    ],
    // the talks are not what is to be held
    ['The Moscow talks should be held, Lavrov said.', HOLD, ['Russia support']],
    ['Lavrov criticised the Moscow talks and said a vote should be held.', HOLD, []],
    [
      'Lavrov said he will sit at the Moscow talks.',
      cue('sit', 'support', 1.5, 'say<VERB> *{0,3} sit at <target>'),
      ['Russia support'],
    ],
  ])('%s', (text, rule, votes) => {
    expect(votesOf(text, [rule])).toEqual(votes)
  })
})

describe('what a negation makes of a vote', () => {
  test.each<[rule: Pick<CueRule, 'stance' | 'negated'>, undecided: boolean, made: unknown]>([
    [{ stance: 'support' }, false, { stance: 'oppose', factor: 0.9 }],
    [{ stance: 'oppose' }, false, { stance: 'support', factor: 0.6 }],
    [{ stance: 'conditional' }, false, 'ignore'],
    [{ stance: 'none' }, false, 'ignore'],
    [{ stance: 'support' }, true, 'ignore'],
    [{ stance: 'support', negated: 'ignore' }, false, 'ignore'],
    [{ stance: 'oppose', negated: 'conditional' }, false, { stance: 'conditional', factor: 0.9 }],
    [{ stance: 'oppose', negated: 'support' }, true, 'ignore'],
  ])('%j, undecided: %s', (rule, undecided, made) => {
    expect(negate(rule, undecided)).toEqual(made)
  })
  test('a rule without a word of its own goes by the table', () => {
    for (const stance of Object.keys(NEGATION) as Stance[]) expect(negate({ stance }, false)).toBe(NEGATION[stance])
  })
})
