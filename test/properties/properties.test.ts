import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/index'
import { createAnalyzer, DemarcheError } from '../../src/index'
import { inProject } from '../../scripts/lib/documents'
import setup from '../build'
import { faultsOf } from './sound'
import { anyText, HOSTILE_MARKS, HOSTILE_WORDS } from './texts'
import { WORST_CASES } from './worst-cases'

const analyzer = createAnalyzer()

describe('whatever the text is', () => {
  test('the report is sound, and the same when asked again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = analyzer.analyze(text)
        expect(faultsOf(report, text)).toEqual([])
        expect(analyzer.analyze(text)).toEqual(report)
      }),
      { numRuns: 300 },
    )
  })

  test('so it is with a headline apart, with a date and with screening', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (title, text, screen) => {
        const report = analyzer.analyze({ title, text }, { publishedAt: '2018-08-24', screen })
        expect(faultsOf(report, `${title}\n\n${text}`)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('explain does not throw', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(analyzer.explain(text)).toMatchObject({ votes: expect.any(Array), dismissed: expect.any(Array) })
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    [
      'a name inside a phrase with another head',
      "Pakistan gung-ho on the Moscow conference India's ambassador, speaking on Monday, said his country had spent money.",
    ],
    ['a name again and again', 'NATO '.repeat(30)],
  ])('%s', (_, text) => {
    expect(faultsOf(analyzer.analyze(text), text)).toEqual([])
  })

  test('objects of the language are as they were', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['support']).toBeUndefined()
  })
})

describe('reports do not depend on what was read before', () => {
  beforeAll(setup, 120_000)

  test('an analyser made anew, reading in the other order, says the same', () => {
    const texts = fc.sample(anyText, { numRuns: 40, seed: 7 })
    const reports = texts.map((text) => analyzer.analyze(text))
    const fresh = createAnalyzer()
    expect([...texts].reverse().map((text) => fresh.analyze(text))).toEqual([...reports].reverse())
  })

  test('two fresh processes say the same', () => {
    const texts = fc.sample(anyText, { numRuns: 40, seed: 11 })
    const program = (order: string): string =>
      `import { analyze } from 'demarche'
      import { readFileSync } from 'node:fs'
      const texts = JSON.parse(readFileSync(0, 'utf8'))
      const reports = texts${order}.map((text) => JSON.stringify(analyze(text)))
      console.log(JSON.stringify(reports${order}))`
    const run = (order: string): string =>
      createHash('sha256')
        .update(
          execFileSync(process.execPath, ['--input-type=module', '--eval', program(order)], {
            cwd: inProject('.'),
            input: JSON.stringify(texts),
            maxBuffer: 1 << 28,
          }),
        )
        .digest('hex')
    expect(run('.reverse()')).toBe(run(''))
  })
})

describe('whatever actors are called', () => {
  const word = fc.oneof(fc.constantFrom(...HOSTILE_WORDS, ...HOSTILE_MARKS), fc.string({ unit: 'binary', maxLength: 8 }))

  test('they are refused with a clear error, or found', () => {
    fc.assert(
      fc.property(word, word, word, (id, name, alias) => {
        const actor: Actor = { id, name, kind: 'group', aliases: [alias] }
        const text = `${alias} welcomed the Moscow talks on Afghanistan. “We will attend,” said ${name}.`
        try {
          expect(faultsOf(createAnalyzer({ actors: [actor] }).analyze(text), text)).toEqual([])
        } catch (error) {
          if (!(error instanceof DemarcheError)) throw error
          expect(error.message).toMatch(/expected .*mend it by/s)
        }
      }),
      { numRuns: 150 },
    )
  })

  test.each(['constructor', 'prototype', 'to-string', 'has-own-property', 'value-of', 'length'])(
    'an actor with the id %s',
    (id) => {
      const text = 'Wardak Assembly welcomed the Moscow talks on Afghanistan.'
      const actor: Actor = { id, name: id, kind: 'group', aliases: ['Wardak Assembly'] }
      const report = createAnalyzer({ actors: [actor] }).analyze(text)
      expect(report.actors.map((row) => [row.actor.id, row.stance])).toEqual([[id, 'support']])
    },
  )
})

describe('large and misshapen texts', () => {
  test.each(WORST_CASES)('$name', ({ make }) => {
    const text = make(4_000)
    expect(faultsOf(analyzer.analyze(text), text)).toEqual([])
  })

  test('a megabyte without a space', () => {
    const text = 'ABCDEFGHIJKLMNOP'.repeat(65_536)
    expect(faultsOf(analyzer.analyze(text), text)).toEqual([])
  })
})
