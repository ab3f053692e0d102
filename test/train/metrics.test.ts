import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJsonLines, shared } from '../../scripts/lib/documents'
import { STANCES } from '../../src/types'
import type { GoldDocument, PredictedDocument } from '../../src/train/metrics'
import { evaluate, evidenceOverlaps, matchActors, tokenF1 } from '../../src/train/metrics'

const gold: GoldDocument[] = [
  {
    id: 'a',
    actors: [
      { actor: 'Russia', names: ['Russia', 'Lavrov'], stance: 'support', evidence: ['Russia invited all sides'] },
      {
        actor: 'Afghan government',
        names: ['Kabul', 'Ghani'],
        stance: 'conditional',
        evidence: ['unless the Taliban agree to direct talks'],
        conditions: ['the Taliban agree to direct talks'],
      },
      { actor: 'United States', names: ['Washington'], stance: 'oppose', accept: ['none'] },
      { actor: 'Iran', names: ['Tehran'], stance: 'none' },
    ],
  },
  { id: 'b', actors: [{ actor: 'Taliban', names: ['the group'], stance: 'support', evidence: ['will send a team'] }] },
]

describe('evaluate', () => {
  test('counts rows, errors and evidence of a made-up case', () => {
    const result = evaluate(gold, [
      {
        id: 'a',
        actors: [
          { name: 'Russia', mentions: ['Lavrov'], stance: 'support', evidence: ['Moscow did something else'] },
          {
            name: 'Afghan government',
            mentions: ['Kabul'],
            stance: 'conditional',
            evidence: ['unless the Taliban agree to talks'],
            conditions: ['the Taliban agree to talks'],
          },
          { name: 'Iran', mentions: ['Tehran'], stance: 'oppose' },
          { name: 'Norway', stance: 'support' },
          { name: 'China', stance: 'none' },
        ],
      },
    ])
    expect(result).toMatchObject({
      documents: 2,
      actors: 5,
      found: 3 / 5,
      actorPrecision: 3 / 5,
      precision: 2 / 4,
      recall: 2 / 3,
    })
    expect(result.evidence).toBe(1 / 2)
    expect(result.condition).toBeCloseTo(10 / 11)
    expect(result.confusion.none).toEqual({ support: 0, oppose: 1, conditional: 0, none: 1 })
    expect(result.errors.map((error) => [error.id, error.actor, error.gold, error.said, error.found])).toEqual([
      ['a', 'Iran', 'none', 'oppose', true],
      ['a', 'Norway', '(no such actor)', 'support', true],
      ['b', 'Taliban', 'support', 'none', false],
    ])
    expect(result.perDocument.map((document) => [document.id, document.precision, document.recall])).toEqual([
      ['a', 2 / 4, 1],
      ['b', 0, 0],
    ])
  })
  test('gold against itself is perfect', () => {
    const same = gold.map(({ id, actors }) => ({
      id,
      actors: actors.map((actor) => ({ ...actor, name: actor.actor, mentions: actor.names })),
    }))
    expect(evaluate(gold, same)).toMatchObject({
      stanceF1: 1,
      macroF1: 1,
      found: 1,
      actorPrecision: 1,
      evidence: 1,
      condition: 1,
      errors: [],
    })
  })
  test('nothing at all gives zeros, not NaN', () => {
    expect(evaluate([], [])).toMatchObject({ documents: 0, found: 0, stanceF1: 0, macroF1: 0, evidence: 0, condition: 0 })
  })
})

test('a second row for an actor is no error where its stance is right', () => {
  const rows = [
    { name: 'Taliban', mentions: ['the group'], stance: 'support' as const },
    { name: 'Taliban office', mentions: ['the group'], stance: 'support' as const },
  ]
  expect(evaluate([gold[1]!], [{ id: 'b', actors: rows }])).toMatchObject({
    precision: 1,
    recall: 1,
    actorPrecision: 0.5,
    errors: [],
  })
})

test('actors are matched one to one, the best pair first', () => {
  const { byGold, extra } = matchActors(
    [
      { actor: 'Afghan government', names: ['Kabul'] },
      { actor: 'Afghan Taliban', names: ['Taliban'] },
    ],
    [{ name: 'the Taliban' }, { name: 'Kabul' }, { name: 'Norway' }],
  )
  expect([...byGold].sort()).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect(extra).toEqual([2])
})

test.each([
  ['Kabul would attend', 'Kabul would attend if the Taliban came', true],
  ['Kabul', 'the Taliban', false],
  ['', '', false],
  [`${'word '.repeat(80)}Kabul`, 'Kabul', false],
])('evidence %j against %j: %s', (returned, shown, expected) => {
  expect(evidenceOverlaps(returned, shown)).toBe(expected)
})

test('token F1 counts repeated words as often as both have them', () => {
  expect(tokenF1('talks talks talks', 'talks talks')).toBeCloseTo(0.8)
  expect(tokenF1('', '')).toBe(0)
})

describe('the numbers of ../shared/eval/score.mjs', () => {
  interface Reference {
    readonly score: (gold: readonly GoldDocument[], predictions: readonly PredictedDocument[]) => object
  }
  const path = shared('eval/score.mjs')
  const figures = (gold: readonly GoldDocument[], predictions: readonly PredictedDocument[]): object => {
    const { perDocument, ...rest } = evaluate(gold, predictions)
    expect(perDocument).toHaveLength(gold.length)
    return rest
  }

  /** The order of additions may differ. */
  const rounded = (value: object): unknown =>
    JSON.parse(JSON.stringify(value, (_, x: unknown) => (typeof x === 'number' ? Number(x.toFixed(12)) : x)))

  test('on each set with invented predictions', async (context) => {
    if (!existsSync(path)) return context.skip('../shared/eval/score.mjs is not here')
    const reference = (await import(path)) as Reference
    const sets = ['article', 'dev', 'real-dev'].map((name) => readJsonLines(shared(`eval/${name}.gold.jsonl`)) as GoldDocument[])
    const documents = sets.flat()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 2 }), (seed) => {
        let state = seed
        const draw = (n: number): number => (state = (state * 48271) % (2 ** 31 - 1)) % n
        const predictions = documents.map(({ id, actors }) => ({
          id,
          actors: actors.flatMap((actor) => invent(actor, actors, draw)),
        }))
        expect(rounded(figures(documents, predictions))).toEqual(rounded(reference.score(documents, predictions)))
      }),
      { numRuns: 50 },
    )
  })
})

/** None, one or two predictions that have something to do with a gold actor. */
function invent(actor: GoldDocument['actors'][number], others: GoldDocument['actors'], draw: (n: number) => number) {
  return Array.from({ length: [1, 1, 1, 1, 0, 2][draw(6)]! }, () => {
    const other = others[draw(others.length)]!
    const shown = draw(2) ? actor : other
    return {
      name: [actor.actor, actor.names[draw(actor.names.length)] ?? 'x', `the ${other.actor}`, 'Norway'][draw(4)]!,
      mentions: [...actor.names.filter(() => draw(2)), ...(draw(5) ? [] : other.names)],
      stance: draw(2) ? actor.stance : STANCES[draw(4)]!,
      evidence: (shown.evidence ?? []).map((text) =>
        text
          .split(' ')
          .slice(0, 1 + draw(12))
          .join(' '),
      ),
      conditions: (actor.conditions ?? []).filter(() => draw(3)).map((text) => text.slice(draw(20))),
    }
  })
}
