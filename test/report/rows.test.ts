import { describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../src/analyze'
import { defaultActors, moscowTalks } from '../../src/data'
import { makeRows } from '../../src/report/report'
import { createReader } from '../../src/score/reader'
import type { ActorStance, Evidence, Rule, Stance, Target } from '../../src/types'

/** A few plain rules, so that the rows are about what the report makes of votes. */
const RULES: readonly Rule[] = [
  cue('attend', 'support', 1.8, '(attend<VERB>|join<VERB>) <target>'),
  cue('welcome', 'support', 1.8, 'welcome<VERB> <target>'),
  cue('reject', 'oppose', 1.8, '(reject<VERB>|boycott<VERB>) <target>'),
  { ...cue('useful', 'support', 1.5, '<target> be useful'), holder: 'speaker' },
  { ...cue('must', 'conditional', 1.5, '<target> must be <ADJ|VERB>'), holder: 'speaker' },
  { id: 'test.earlier', kind: 'modifier', effect: 'earlier', pattern: '(previously|earlier|initially)' },
  { id: 'test.hedge', kind: 'modifier', effect: 'hedge', pattern: 'reportedly' },
]
const NAIROBI: Target = { id: 'nairobi', name: 'the Nairobi talks' }

function cue(id: string, stance: Stance, weight: number, pattern: string): Rule & { kind: 'cue' } {
  return { id: `test.${id}`, kind: 'cue', stance, weight, pattern }
}

const analyzer = createAnalyzer({ rules: RULES, model: null })
const both = createAnalyzer({ rules: RULES, model: null, targets: [moscowTalks, NAIROBI] })
const DAY = { publishedAt: '2018-08-23' }

/** `STANCE MODE[ by SPEAKER][ says SOURCE][ superseded]: WORDS` */
const inWords = ({ stance, mode, speaker, source, superseded, text }: Evidence): string =>
  [
    `${stance} ${mode}`,
    ...(speaker ? [`by ${speaker.text} (${speaker.via})`] : []),
    ...(source ? [`says ${source.name}`] : []),
    ...(superseded ? ['superseded'] : []),
  ].join(' ') + `: ${text}`

function rowOf(text: string, name: string): ActorStance {
  const row = analyzer.analyze(text, DAY).actors.find(({ actor }) => actor.name === name)
  if (!row) throw new Error(`expected ${name} in the report of "${text}"`)
  return row
}

describe('evidence is in the words of the text', () => {
  test.each<[text: string, name: string, evidence: string[]]>([
    ['The Taliban will attend the Moscow talks.', 'Taliban', ['support narrated: The Taliban will attend the Moscow talks']],
    [
      '“We will attend the Moscow talks,” Zabihullah Mujahid said.',
      'Taliban',
      ['support quote by Zabihullah Mujahid (alias): We will attend the Moscow talks'],
    ],
    ['Lavrov said the Moscow talks were useful.', 'Russia', ['support reported by Lavrov (alias): the Moscow talks were useful']],
    [
      'Lavrov said the Taliban would attend the Moscow talks.',
      'Taliban',
      ['support reported by Lavrov (alias) says Russia: the Taliban would attend the Moscow talks'],
    ],
    ['Lavrov said the Taliban would attend the Moscow talks.', 'Russia', []],
    [
      'Iran welcomed the Moscow talks. It will attend the Moscow talks.',
      'Iran',
      ['support narrated: Iran welcomed the Moscow talks', 'support narrated: It will attend the Moscow talks'],
    ],
    [
      'Iran earlier rejected the Moscow talks. Iran welcomed the Moscow talks on Friday.',
      'Iran',
      [
        'oppose narrated superseded: Iran earlier rejected the Moscow talks',
        'support narrated: Iran welcomed the Moscow talks on Friday',
      ],
    ],
  ])('%s · %s', (text, name, evidence) => {
    expect(rowOf(text, name).evidence.map(inWords)).toEqual(evidence)
  })
  test('with the rules that show it, where they matched, and what changed them', () => {
    const text = 'The ministry said on Friday that Iran reportedly rejected the Moscow talks.'
    const match = 'rejected the Moscow talks'
    const [evidence] = rowOf(text, 'Iran').evidence
    expect(evidence!.rules).toEqual([
      {
        start: text.indexOf(match),
        end: text.indexOf(match) + match.length,
        text: match,
        rule: 'test.reject',
        stance: 'oppose',
        weight: expect.closeTo(1.8 * 0.5, 0),
        modifiers: ['test.hedge'],
      },
    ])
  })
  test('the same words said by two matches are one piece', () => {
    const analyzer = createAnalyzer({
      rules: [...RULES, cue('boycott', 'oppose', 1, 'will boycott')],
      model: null,
    })
    const [iran] = analyzer.analyze('Iran will boycott the Moscow talks.', DAY).actors
    expect(iran!.evidence.map(({ text, rules }) => [text, rules.map(({ rule }) => rule)])).toEqual([
      ['Iran will boycott the Moscow talks', ['test.boycott', 'test.reject']],
    ])
  })
  test('what nobody who can be told says is kept apart', () => {
    const { actors, unattributed } = analyzer.analyze('A spokesman said the Moscow talks were useful.', DAY)
    expect(actors).toEqual([])
    expect(unattributed.map(inWords)).toEqual(['support reported by A spokesman (nominal): the Moscow talks were useful'])
    expect(analyzer.analyze('The Moscow talks are useful.', DAY).unattributed.map(inWords)).toEqual([
      'support narrated: The Moscow talks are useful',
    ])
  })
})

describe('a row says who, of what, and how sure', () => {
  test('code and principal where the actor has them', () => {
    expect(rowOf('Iran rejected the Moscow talks.', 'Iran').actor).toEqual({
      id: 'iran',
      name: 'Iran',
      code: defaultActors.find(({ id }) => id === 'iran')!.code,
    })
    const actors = [{ id: 'pamir-club', name: 'Pamir Club', kind: 'organisation', partOf: 'iran' } as const, ...defaultActors]
    const withClub = createAnalyzer({ rules: RULES, model: null, actors })
    const report = withClub.analyze('The Pamir Club rejected the Moscow talks. Iran is cold.', DAY)
    expect(report.actors.map(({ actor, stance }) => [actor.id, actor.partOf ?? '', stance])).toContainEqual([
      'iran',
      '',
      'oppose',
    ])
  })
  test('the score is what speaks for support over what speaks against', () => {
    for (const text of ['Iran welcomed the Moscow talks.', 'Iran rejected the Moscow talks.']) {
      const { score, probabilities } = rowOf(text, 'Iran')
      expect(score).toBe(probabilities.support - probabilities.oppose)
    }
    expect(rowOf('Iran rejected the Moscow talks.', 'Iran').score).toBeLessThan(-0.5)
  })
  test('mentions come in reading order', () => {
    const text = 'It was cold in Tehran. Iran rejected the Moscow talks, and it spoke of them.'
    const { mentions } = rowOf(text, 'Iran')
    expect(mentions.map((mention) => mention.start)).toEqual([...mentions.map(({ start }) => start)].sort((a, b) => a - b))
    expect(mentions.every(({ start, end, text: words }) => text.slice(start, end) === words)).toBe(true)
  })
  test.each([
    [0.5, 'support'],
    [0.99, 'none'],
  ])('from a confidence of %d: %s', (minConfidence, stance) => {
    const careful = createAnalyzer({ rules: RULES, model: null, minConfidence })
    const [iran] = careful.analyze('Iran welcomed the Moscow talks.', DAY).actors
    expect(iran!.stance).toBe(stance)
    expect(iran!.evidence, 'what the rules saw stays').toHaveLength(1)
  })
})

describe('conditions', () => {
  test.each<[text: string, conditions: string[]]>([
    ['Kabul will attend the Moscow talks if the list is shorter.', ['the list is shorter']],
    // the headline shortens what the text says
    [
      'Kabul Will Attend Moscow Talks If List Is Cut\n\nKabul will attend the Moscow talks if the list is shorter.',
      ['the list is shorter'],
    ],
    ['Kabul to attend Moscow talks if list is cut\n\nThe government spoke.', ['list is cut']],
    [
      'Kabul will attend the Moscow talks if the list is shorter. Kabul will join the Moscow talks if Pakistan leaves.',
      ['the list is shorter', 'Pakistan leaves'],
    ],
    ['Kabul will attend the Moscow talks.', []],
    // where the holder dropped them they are no longer its conditions
    [
      'Kabul earlier said it would attend the Moscow talks if the list was shorter. Kabul rejected the Moscow talks on Friday.',
      [],
    ],
  ])('%s', (text, conditions) => {
    expect(rowOf(text, 'Afghan government').conditions.map((condition) => condition.text)).toEqual(conditions)
  })
})

describe('of several talks', () => {
  const rows = (text: string): string[] => both.analyze(text, DAY).actors.map((r) => `${r.actor.name} ${r.target} ${r.stance}`)
  test('each that the text names has a row for each actor, with its own votes', () => {
    expect(rows('Iran welcomed the Moscow talks and rejected the Nairobi talks. Oman is cold.')).toEqual([
      'Iran moscow-talks-afghanistan support',
      'Iran nairobi oppose',
      'Oman moscow-talks-afghanistan none',
      'Oman nairobi none',
    ])
  })
  test('those that it does not name have none', () => {
    expect(rows('Iran welcomed the Nairobi talks.')).toEqual(['Iran nairobi support'])
    expect(rows('Iran is cold.')).toEqual([])
  })
  test('the only one has rows though it is not named', () => {
    expect(analyzer.analyze('Iran said it was cold.', DAY).actors).toMatchObject([{ actor: { id: 'iran' }, stance: 'none' }])
  })
})

describe('a model that decides where the rules are silent', () => {
  const reader = createReader(defaultActors, RULES, [moscowTalks])
  const index = reader.compile([moscowTalks])
  const sure = (stance: Stance) => ({ support: 0.02, oppose: 0.02, conditional: 0.02, none: 0.02, [stance]: 0.94 })

  /** The row of the first actor, where a model finds a stance in a sentence. */
  function judged(text: string, stance: Stance, sentence: number, minConfidence = 0): ActorStance {
    const { votes } = reader.read(text, index, { day: DAY.publishedAt })
    const judge = () => ({
      probabilities: sure(stance),
      telling: () => ({ sentence, probabilities: { support: 0.1, oppose: 0.1, conditional: 0.1, none: 0.1, [stance]: 0.7 } }),
    })
    return makeRows(votes.scene, votes.votes, index.targets, minConfidence, judge)[0]!
  }

  test.each<[text: string, stance: Stance, sentence: number, evidence: string[]]>([
    ['Iran is cold. Iran cheered the Moscow talks.', 'support', 1, ['support narrated: Iran cheered the Moscow talks.']],
    ['Lavrov said the Moscow talks were a joy.', 'support', 0, ['support narrated: Lavrov said the Moscow talks were a joy.']],
    [
      '“The Moscow talks are a joy,” Lavrov said.',
      'support',
      0,
      ['support quote by Lavrov (alias): “The Moscow talks are a joy,” Lavrov said.'],
    ],
    ['Iran cheered the Moscow talks.', 'none', 0, []],
    // the rules show another stance: both are told, in the order of the text
    [
      'Iran cheered the Moscow talks. Iran rejected the Moscow talks.',
      'support',
      0,
      ['support narrated: Iran cheered the Moscow talks.', 'oppose narrated: Iran rejected the Moscow talks'],
    ],
    [
      'Iran rejected the Moscow talks. Iran cheered the Moscow talks.',
      'support',
      1,
      ['oppose narrated: Iran rejected the Moscow talks', 'support narrated: Iran cheered the Moscow talks.'],
    ],
    // the rules show the same: nothing is added
    [
      'Iran cheered the Moscow talks. Iran rejected the Moscow talks.',
      'oppose',
      0,
      ['oppose narrated: Iran rejected the Moscow talks'],
    ],
  ])('%s · %s in sentence %d', (text, stance, sentence, evidence) => {
    const row = judged(text, stance, sentence)
    expect(row.stance).toBe(stance)
    expect(row.probabilities).toEqual(sure(stance))
    expect(row.evidence.map(inWords)).toEqual(evidence)
  })
  test('its evidence names no rule and has the probabilities of its sentence', () => {
    const [evidence] = judged('Iran cheered the Moscow talks.', 'support', 0).evidence
    expect(evidence).toMatchObject({ rules: [], superseded: false, probabilities: { support: 0.7 } })
  })
  test('a condition is what its sentence demands', () => {
    const row = judged('Iran would polish its shoes for the Moscow talks if the list were shorter.', 'conditional', 0)
    expect(row.conditions.map(({ text }) => text)).toEqual(['the list were shorter'])
  })
  test('below the confidence that is asked for there is no stance, and no evidence of it', () => {
    expect(judged('Iran cheered the Moscow talks.', 'support', 0, 0.95)).toMatchObject({ stance: 'none', evidence: [] })
    expect(judged('Iran cheered the Moscow talks.', 'support', 0, 0.94).stance).toBe('support')
  })
})
