import { afterAll, describe, expect, test } from 'vitest'
import { formatTable } from '../scripts/lib/table'
import floors from './phenomena.floors.json'
import type { ActorStance, Stance } from '../src/index'
import type { PhenomenonCase } from './phenomena/check'
import { checkReport, FLOOR, loadPhenomena, passRate, runPhenomenon } from './phenomena/check'

/** How many cases of each suite pass today. */
const FLOORS: Readonly<Record<string, number>> = floors
const suites = loadPhenomena()
const rates: string[][] = []

describe.each(suites)('$phenomenon: $about', (suite) => {
  test('is a sound suite: 12 cases or more, about half of them negative, every quoted form in its text', () => {
    expect(suite.cases.length).toBeGreaterThanOrEqual(12)
    const negative = suite.cases.filter((item) => item.negative).length / suite.cases.length
    expect(negative).toBeGreaterThanOrEqual(0.4)
    expect(negative).toBeLessThanOrEqual(0.6)
    expect(new Set(suite.cases.map(({ id }) => id)).size).toBe(suite.cases.length)
    for (const { id, title, text, expect: expected } of suite.cases) {
      const whole = title === undefined ? text : `${title}\n\n${text}`
      for (const actor of expected) {
        for (const form of [...actor.names, ...(actor.evidence ?? []), ...(actor.conditions ?? [])]) {
          expect(whole.includes(form), `${id}: ${form}`).toBe(true)
        }
      }
    }
  })

  test(`passes at least as many cases as before (aim: ${FLOOR * 100}%)`, () => {
    const results = runPhenomenon(suite)
    const failed = results.filter(({ faults }) => faults.length > 0)
    const rate = passRate(results)
    rates.push([suite.phenomenon, `${results.length - failed.length}/${results.length}`, rate.toFixed(2)])
    const reasons = failed.map((result) => `${result.case.id}: ${result.faults.join('; ')}`).join('\n')
    expect(results.length - failed.length, reasons).toBeGreaterThanOrEqual(
      FLOORS[suite.phenomenon] ?? Math.ceil(FLOOR * results.length),
    )
  })
})

afterAll(() => {
  if (rates.length) console.log(`\n${formatTable([['phenomenon', 'passed', 'rate'], ...rates])}\n`)
})

describe('the checker', () => {
  const text = 'A former official, Karim Faizi, said the Taliban would attend the Moscow talks if Kabul came.'
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length, text: part })
  const probabilities = { support: 0.1, oppose: 0.1, conditional: 0.7, none: 0.1 }
  const item: PhenomenonCase = {
    id: 'made-up-01',
    negative: false,
    text,
    expect: [
      {
        actor: 'Taliban',
        names: ['the Taliban'],
        stance: 'conditional',
        source: 'Karim Faizi',
        evidence: ['the Taliban would attend the Moscow talks if Kabul came'],
        conditions: ['Kabul came'],
      },
      { actor: 'Karim Faizi', names: ['Karim Faizi'], stance: 'none' },
    ],
    note: 'made up',
  }
  const row = (id: string, name: string, form: string, stance: Stance): ActorStance => ({
    actor: { id, name },
    target: 'moscow-talks-afghanistan',
    stance,
    probabilities,
    score: 0,
    mentions: [{ ...span(form), via: 'alias' }],
    conditions: [],
    evidence: [],
  })
  const good: ActorStance = {
    ...row('taliban', 'Taliban', 'the Taliban', 'conditional'),
    conditions: [span('Kabul came')],
    evidence: [
      {
        ...span('the Taliban would attend the Moscow talks if Kabul came'),
        stance: 'conditional',
        probabilities,
        mode: 'reported',
        source: { id: 'karim-faizi', name: 'Karim Faizi' },
        rules: [],
        superseded: false,
      },
    ],
  }
  const faizi = row('karim-faizi', 'Karim Faizi', 'Karim Faizi', 'none')
  const evidence = good.evidence[0]!
  const { source, ...sourceless } = evidence

  test.each<[string, ActorStance[], string[]]>([
    ['a right report', [good, faizi], []],
    ['a none actor that is missing', [good], []],
    ['a further actor without a stance', [good, faizi, row('x', 'Kabul', 'Kabul', 'none')], []],
    ['a second row with the stance of its actor', [good, faizi, row('x', 'Taliban office', 'the Taliban', 'conditional')], []],
    ['an actor that is missing', [faizi], ['Taliban: expected conditional, got none (actor not found)']],
    ['a wrong stance', [{ ...good, stance: 'none' }], ['Taliban: expected conditional, got none']],
    [
      'a further actor with a stance',
      [good, row('x', 'Kabul', 'Kabul', 'support')],
      ['Kabul: expected no stance, got support from nothing'],
    ],
    ['no source', [{ ...good, evidence: [sourceless] }], ['Taliban: expected source Karim Faizi, got nobody']],
    [
      'another source',
      [{ ...good, evidence: [{ ...evidence, source: { ...source!, id: 'russia', name: 'Russia' } }] }],
      ['Taliban: expected source Karim Faizi, got Russia'],
    ],
    [
      'evidence elsewhere',
      [{ ...good, evidence: [{ ...evidence, ...span('A former official') }] }],
      ['Taliban: expected evidence "the Taliban would attend the Moscow talks if Kabul came", got "A former official"'],
    ],
    ['no condition', [{ ...good, conditions: [] }], ['Taliban: expected condition "Kabul came", got nothing (token F1 0.00)']],
  ])('%s', (_, actors, faults) => {
    expect(checkReport(item, { actors }, [])).toEqual(faults)
  })
})
