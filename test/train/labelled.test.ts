import { describe, expect, test } from 'vitest'
import { moscowTalks } from '../../src/data'
import { auditRules } from '../../src/train/audit'
import { readDocumentCases } from '../../src/train/document-cases'
import type { LabelledDocument } from '../../src/train/reading'
import type { Statement } from '../../src/train/statements'
import { checkStatements, readStatements } from '../../src/train/statements'
import type { CueRule, Stance } from '../../src/types'

const cue = (id: string, stance: Stance, pattern: string, weight = 1.8): CueRule => ({ id, kind: 'cue', stance, weight, pattern })
const RULES = [
  cue('cheer', 'support', 'cheer<VERB> <target>'),
  cue('shun', 'oppose', 'shun<VERB> <target>'),
  cue('silent', 'oppose', 'zzyzx'),
  cue('clash', 'oppose', 'cheer<VERB>', 0.5),
]
const said = (text: string, holder: string, label: Stance): Statement => ({ text, holder, target: 'the Doha talks', label })
const DOCUMENT: LabelledDocument = {
  id: 'd',
  text: 'Iran cheered the Moscow talks. Rain fell. Oman slept. Iran ate. Qatar shunned the Moscow talks.',
  target: moscowTalks,
  publishedAt: '2018-08-24',
  actors: [
    { actor: 'Iran', names: ['Iran'], stance: 'support', evidence: ['Iran cheered the Moscow talks'] },
    { actor: 'Oman', names: ['Oman'], stance: 'none' },
  ],
}

describe('what each cue does on labelled texts', () => {
  const audit = (statements: readonly Statement[], documents: readonly LabelledDocument[] = [], rules = RULES) =>
    new Map(auditRules(statements, { rules, documents }).map(({ rule, ...figures }) => [rule, figures]))

  test('matches, votes, share of the holders, conflicts and share of right votes, in the order of the rules', () => {
    const found = audit(
      [
        said('Iran cheered the Doha talks.', 'Iran', 'support'),
        said('Oman cheered the Doha talks.', 'Oman', 'oppose'),
        said('Qatar shunned the Doha talks.', 'Qatar', 'oppose'),
        said('India slept through the Doha talks.', 'India', 'none'),
      ],
      [],
      RULES.slice(0, 3),
    )
    expect([...found]).toEqual([
      ['cheer', { stance: 'support', matches: 2, votes: 2, coverage: 0.5, conflicts: 0, accuracy: 0.5 }],
      ['shun', { stance: 'oppose', matches: 1, votes: 1, coverage: 0.25, conflicts: 0, accuracy: 1 }],
      ['silent', { stance: 'oppose', matches: 0, votes: 0, coverage: 0, conflicts: 0, accuracy: undefined }],
    ])
  })
  test('a match for somebody else is no vote for the holder', () => {
    expect(audit([said('Iran cheered the Doha talks, and Oman slept.', 'Oman', 'none')]).get('cheer')).toMatchObject({
      matches: 1,
      votes: 0,
    })
  })
  test('rules that contradict each other are in conflict, both', () => {
    const found = audit([said('Iran cheered the Doha talks and it shunned the Doha talks.', 'Iran', 'support')])
    expect([found.get('cheer')?.conflicts, found.get('shun')?.conflicts]).toEqual([1, 1])
  })
  test('of whole texts each labelled actor is a holder, and no other', () => {
    const found = audit([], [DOCUMENT])
    expect(found.get('cheer')).toMatchObject({ matches: 1, votes: 1, coverage: 0.5, accuracy: 1 })
    expect(found.get('shun')).toMatchObject({ matches: 1, votes: 0, coverage: 0 })
  })
  test('it says how far it is, and ends where it is told to', () => {
    const told: string[] = []
    const statements = [said('Iran cheered the Doha talks.', 'Iran', 'support')]
    auditRules(statements, {
      rules: RULES,
      documents: [DOCUMENT],
      onProgress: ({ phase, done, total }) => told.push(`${phase} ${done}/${total}`),
    })
    expect(told).toEqual(['read 0/2', 'read 1/2'])
    const signal = AbortSignal.abort()
    expect(() => auditRules(statements, { rules: RULES, signal })).toThrow(/abort/)
  })
})

describe('whole texts become one case for each actor', () => {
  const cases = readDocumentCases([DOCUMENT], { rules: RULES })
  const of = (i: number) => cases[i]!

  test('labelled ones with their stance, others as without one and with less weight', () => {
    expect(cases.map(({ group, kind, label, weight }) => [group, kind, label, weight])).toEqual([
      ['d', 'actor', 'support', 1],
      ['d', 'actor', 'none', 1],
      ['d', 'actor', 'none', 0.5],
    ])
  })
  test('sentences from which evidence is quoted show the stance, those beside it hardly nothing', () => {
    expect(of(0).sentences.map(({ label, weight }) => [label, weight])).toEqual([
      ['support', 1],
      ['none', 0.25],
    ])
    expect(of(1).sentences.map(({ label, weight }) => [label, weight])).toEqual([['none', 0.5]])
    expect(of(2).sentences.map(({ label, weight }) => [label, weight])).toEqual([['none', 0.125]])
  })
  test('without evidence nothing is said of single sentences', () => {
    const [iran, ...others] = DOCUMENT.actors
    const { evidence: _, ...bare } = iran!
    const [first] = readDocumentCases([{ ...DOCUMENT, actors: [bare, ...others] }], { rules: RULES })
    expect(first!.sentences.map(({ label, weight }) => [label, weight])).toEqual([
      ['none', 0],
      ['none', 0],
    ])
  })
  test('with what the rules say of the actor', () => {
    expect(of(0).ruled.support).toBeGreaterThan(1)
    expect(of(1).ruled).toMatchObject({ support: 0, oppose: 0, conditional: 0 })
    expect(of(2).ruled.oppose).toBeGreaterThan(1)
  })
})

describe('statements that cannot be used are told, the first of them', () => {
  const GOOD = said('Iran cheered the Doha talks.', 'Iran', 'support')
  test.each<[about: string, statements: unknown, message: RegExp]>([
    ['no list', { text: 'x' }, /expected an array of statements, got object/],
    ['nothing', [null], /expected a text in statement 0, got undefined/],
    ['an empty text', [{ ...GOOD, text: ' ' }], /expected a text in statement 0, got " "/],
    [
      'a holder that is not in the text',
      [{ ...GOOD, holder: 'Oman' }],
      /expected a holder that stands in the text of statement 0, got "Oman"/,
    ],
    ['no talks', [{ ...GOOD, target: '' }], /expected a target that stands in the text of statement 0, or null, got ""/],
    ['an unknown label', [{ ...GOOD, id: 's7', label: 'likes' }], /as label of s7, got "likes"/],
    [
      'a condition that is not in the text',
      [{ ...GOOD, label: 'conditional', condition: 'rain' }],
      /expected a condition that stands in the text/,
    ],
    [
      'a condition without the label',
      [{ ...GOOD, condition: 'the Doha talks' }],
      /expected a condition only where the label is conditional/,
    ],
    [
      'an id twice',
      [
        { ...GOOD, id: 'a' },
        { ...GOOD, id: 'a', text: 'Iran cheered the Doha talks!!', holder: 'the' },
      ],
      /expected each id once, got "a"/,
    ],
    [
      'a statement twice',
      [GOOD, { ...GOOD, text: 'IRAN Iran cheered: the Doha talks'.slice(5) }],
      /expected each statement once, got statement 1 again after statement 0/,
    ],
  ])('%s', (_, statements, message) => {
    expect(() => checkStatements(statements as Statement[])).toThrow(message)
  })
  test('talks may be understood', () => {
    expect(checkStatements([{ ...GOOD, target: null }])).toHaveLength(1)
  })
  test('of a file the line is named', () => {
    expect(() => readStatements(`${JSON.stringify(GOOD)}\n\n{ torn`, 'mine.jsonl')).toThrow(
      /expected one JSON value a line in mine\.jsonl, got line 3: /,
    )
    expect(readStatements(`\n${JSON.stringify(GOOD)}\n`)).toEqual([GOOD])
  })
})
