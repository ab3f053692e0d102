import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActorStance, Evidence, Stance, StanceReport } from '../../src/index'
import { analyze, STANCES } from '../../src/index'
import type { DatedReport, Timeline } from '../../src/track/index'
import { track } from '../../src/track/index'

const sure = (stance: Stance, p = 0.9): ActorStance['probabilities'] => {
  const rest = (1 - p) / 3
  return { support: rest, oppose: rest, conditional: rest, none: rest, [stance]: p }
}

const evidenceOf = (stance: Stance, superseded = false): Evidence => ({
  start: 0,
  end: 1,
  text: stance,
  stance,
  probabilities: sure(stance),
  mode: 'narrated',
  rules: [],
  superseded,
})

function row(actor: string, stance: Stance, p = 0.9, target = 'moscow'): ActorStance {
  const probabilities = sure(stance, p)
  return {
    actor: { id: actor, name: actor.toUpperCase() },
    target,
    stance,
    probabilities,
    score: probabilities.support - probabilities.oppose,
    mentions: [],
    conditions: stance === 'conditional' ? [{ start: 0, end: 1, text: 'x' }] : [],
    evidence: stance === 'none' ? [] : [evidenceOf(stance), evidenceOf('support', true)],
  }
}

const reportOf = (...actors: ActorStance[]): StanceReport => ({
  relevant: true,
  actors,
  unattributed: [],
  warnings: [],
  model: null,
  version: '1',
})

const dated = (id: string | number, publishedAt: string, ...actors: ActorStance[]): DatedReport => ({
  id,
  publishedAt,
  report: reportOf(...actors),
})

/** `iran: 2018-08-24 oppose, 2018-09-01 support (oppose > support)` */
const told = ({ actor, target, positions, changes }: Timeline): string =>
  [
    `${actor.id} on ${target}: ${positions.map(({ publishedAt, stance }) => `${publishedAt} ${stance}`).join(', ')}`,
    ...changes.map(({ from, to, when, last }) => `${from} until ${last}, ${to} from ${when}`),
  ].join('; ')

describe('track', () => {
  test.each<[string, readonly DatedReport[], readonly string[]]>([
    ['nothing comes of nothing', [], []],
    [
      'a position that changes',
      [dated('a', '2018-08-24', row('iran', 'oppose')), dated('b', '2018-09-01', row('iran', 'support'))],
      ['iran on moscow: 2018-08-24 oppose, 2018-09-01 support; oppose until 2018-08-24, support from 2018-09-01'],
    ],
    [
      'a position that stays makes no change',
      [dated('a', '2018-08-24', row('iran', 'oppose')), dated('b', '2018-09-01', row('iran', 'oppose'))],
      ['iran on moscow: 2018-08-24 oppose, 2018-09-01 oppose'],
    ],
    [
      'the last day of the former position is told',
      [
        dated('a', '2018-08-24', row('iran', 'oppose')),
        dated('b', '2018-08-28', row('iran', 'oppose')),
        dated('c', '2018-09-01', row('iran', 'conditional')),
      ],
      [
        'iran on moscow: 2018-08-24 oppose, 2018-08-28 oppose, 2018-09-01 conditional; oppose until 2018-08-28, conditional from 2018-09-01',
      ],
    ],
    [
      'a text without a position of the actor ends none',
      [
        dated('a', '2018-08-24', row('iran', 'oppose')),
        dated('b', '2018-08-28', row('iran', 'none')),
        dated('c', '2018-09-01', row('iran', 'oppose')),
      ],
      ['iran on moscow: 2018-08-24 oppose, 2018-09-01 oppose'],
    ],
    ['an actor without any position has no timeline', [dated('a', '2018-08-24', row('iran', 'none'))], []],
    [
      'the texts of one day are taken together',
      [
        dated('a', '2018-08-24', row('iran', 'oppose', 0.6)),
        dated('b', '2018-08-24', row('iran', 'support', 0.9)),
        dated('c', '2018-08-24T23:00:00Z', row('iran', 'support', 0.6)),
      ],
      ['iran on moscow: 2018-08-24 support'],
    ],
    [
      'actors and targets are kept apart, and sorted',
      [dated('a', '2018-08-24', row('iran', 'oppose'), row('china', 'support'), row('iran', 'support', 0.9, 'doha'))],
      ['china on moscow: 2018-08-24 support', 'iran on doha: 2018-08-24 support', 'iran on moscow: 2018-08-24 oppose'],
    ],
    [
      'the same report again counts once',
      [dated('a', '2018-08-24', row('iran', 'oppose')), dated('a', '2018-08-24', row('iran', 'oppose'))],
      ['iran on moscow: 2018-08-24 oppose'],
    ],
    [
      'names of the prototype are names',
      [dated('__proto__', '2018-08-24', row('constructor', 'oppose'), row('__proto__', 'support'))],
      ['__proto__ on moscow: 2018-08-24 support', 'constructor on moscow: 2018-08-24 oppose'],
    ],
  ])('%s', (_, reports, expected) => {
    expect(track(reports).map(told)).toEqual(expected)
  })

  test('a position has its texts, its evidence without earlier positions, and the mean probabilities', () => {
    const [timeline] = track([
      dated(2, '2018-08-24', row('iran', 'conditional', 0.7)),
      dated(1, '2018-08-24', row('iran', 'conditional', 0.9)),
    ])
    const [position] = timeline!.positions
    expect(position!.documents).toEqual([1, 2])
    expect(position!.evidence).toEqual(
      [1, 2].map((document) => ({ document, publishedAt: '2018-08-24', evidence: evidenceOf('conditional') })),
    )
    expect(position!.conditions).toHaveLength(2)
    expect(position!.probabilities.conditional).toBeCloseTo(0.8)
    expect(Object.values(position!.probabilities).reduce((sum, p) => sum + p)).toBeCloseTo(1)
    expect(timeline!.actor).toEqual({ id: 'iran', name: 'IRAN' })
  })
  test('a change has the evidence of the new position', () => {
    const [timeline] = track([dated('a', '2018-08-24', row('iran', 'oppose')), dated('b', '2018-09-01', row('iran', 'support'))])
    expect(timeline!.changes[0]!.evidence).toEqual([
      { document: 'b', publishedAt: '2018-09-01', evidence: evidenceOf('support') },
    ])
  })
  test('below `minConfidence` a stance does not count', () => {
    const reports = [dated('a', '2018-08-24', row('iran', 'oppose', 0.9)), dated('b', '2018-09-01', row('iran', 'support', 0.6))]
    expect(track(reports, { minConfidence: 0.7 }).map(told)).toEqual(['iran on moscow: 2018-08-24 oppose'])
  })
  test('the order of the reports does not matter', () => {
    const stance = fc.constantFrom(...STANCES)
    const actor = fc.record({
      actor: fc.constantFrom('iran', 'china', 'india'),
      stance,
      p: fc.double({ min: 0.4, max: 1, noNaN: true }),
    })
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2018-09-0${n}`)
    const reports = fc.array(fc.record({ day, actors: fc.uniqueArray(actor, { selector: (a) => a.actor }) }), { maxLength: 12 })
    fc.assert(
      fc.property(
        reports.chain((list) => {
          const all = list.map(({ day, actors }, i) =>
            dated(i % 2 ? i : `t${i}`, day, ...actors.map((a) => row(a.actor, a.stance, a.p))),
          )
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
        }),
        ([all, shuffled]) => {
          expect(track(shuffled)).toEqual(track(all))
        },
      ),
    )
  })
  test.each<[string, readonly DatedReport[], RegExp]>([
    ['no day', [dated('a', undefined as unknown as string)], /a day of publication of "a", YYYY-MM-DD, got nothing; mend it by/],
    ['a day that there is not', [dated('a', '2018-02-30')], /got "2018-02-30"/],
    [
      'one id for two reports',
      [dated('a', '2018-08-24', row('iran', 'oppose')), dated('a', '2018-08-24', row('iran', 'support'))],
      /one report for each id, got two that differ for "a"/,
    ],
  ])('%s is refused', (_, reports, message) => {
    expect(() => track(reports)).toThrow(message)
    expect(() => track([...reports].reverse())).toThrow(message)
  })
  test('takes what `analyze` returns', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['2018-08-24', 'Iran refused to attend the Moscow talks on Afghanistan.'],
      ['2018-09-02', 'Iran welcomed the Moscow talks on Afghanistan.'],
    ]
    const reports = texts.map(([publishedAt, text], id) => ({ id, publishedAt, report: analyze(text, { publishedAt }) }))
    expect(track(reports).map(told)).toEqual([
      'iran on moscow-talks-afghanistan: 2018-08-24 oppose, 2018-09-02 support; oppose until 2018-08-24, support from 2018-09-02',
    ])
  })
})
