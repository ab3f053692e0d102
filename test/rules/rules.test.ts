import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../scripts/lib/corpus'
import { inProject } from '../../scripts/lib/documents'
import { targetOf } from '../../scripts/lib/predict'
import { corpusSets, goldenSets } from '../../scripts/lib/training-documents'
import type { Analyzer } from '../../src/analyze'
import { createAnalyzer } from '../../src/analyze'
import { defaultRules, moscowTalks } from '../../src/data'
import { createRuleMatcher } from '../../src/testing/hits'
import { checkRules, lintRules } from '../../src/testing/index'
import type { Rule, Target } from '../../src/types'
import { loadPhenomena } from '../phenomena/check'

/** There are at least this many built-in rules. */
const LEAST_RULES = 250
/** At least this share of the rules fires on a text that is not its own example: what was reached so far, to be raised to 1. */
const LEAST_FIRING = 0.85

/** Rules by the file that they stand in. */
const FILES: readonly (readonly [file: string, rules: readonly Rule[]])[] = readdirSync(inProject('models/en/rules'))
  .filter((file) => file.endsWith('.json') && !file.startsWith('classes'))
  .sort()
  .map((file) => [file, JSON.parse(readFileSync(inProject(`models/en/rules/${file}`), 'utf8')) as Rule[]])

const ids = [...new Set(defaultRules.map(({ id }) => id))]
// Once for all rules: building an analyser for each would take minutes.
const problems = checkRules(defaultRules)

describe('every rule holds by its examples', () => {
  test.each(ids)('%s', (id) => {
    expect(problems.flatMap(({ rule, message }) => (rule === id ? [message] : []))).toEqual([])
  })
  test('no problem is left without a rule', () => {
    expect(problems.filter(({ rule }) => !ids.includes(rule)).map(({ message }) => message)).toEqual([])
  })
})

describe('rules as data', () => {
  test(`there are at least ${LEAST_RULES}`, () => {
    expect(defaultRules.length).toBeGreaterThanOrEqual(LEAST_RULES)
  })
  test('every rule of every file is built in', () => {
    const written = FILES.flatMap(([, rules]) => rules.map(({ id }) => id))
    expect([...written].sort()).toEqual(defaultRules.map(({ id }) => id).sort())
  })
  test.each(FILES)('%s is clean and sorted', (_, rules) => {
    expect(lintRules(rules).map(({ message }) => message)).toEqual([])
  })
  test('no id or pattern comes twice in all files', () => {
    const twice = lintRules(defaultRules, { sorted: false }).filter(({ kind }) => kind === 'id' || kind === 'duplicate')
    expect(twice.map(({ message }) => message)).toEqual([])
  })
})

describe('every rule fires on texts that are not its own examples', () => {
  const matcher = createRuleMatcher(
    defaultRules,
    defaultRules.filter(({ kind }) => kind === 'boundary'),
  )
  const analyzers = new Map<string, Analyzer>()
  const analyzerOf = (targets: readonly Target[]): Analyzer => {
    const key = JSON.stringify(targets)
    const analyzer = analyzers.get(key) ?? createAnalyzer({ targets, rules: [] })
    analyzers.set(key, analyzer)
    return analyzer
  }
  const fired = new Set<string>()
  const run = (text: string, targets: readonly Target[], publishedAt: string | undefined, but: string): void => {
    const { reading } = analyzerOf(targets).explain(text, publishedAt === undefined ? {} : { publishedAt })
    for (const { rule } of matcher.hits(reading)) if (rule !== but) fired.add(rule)
  }

  const silent = (): string[] => {
    for (const { id, examples } of defaultRules)
      for (const example of examples ?? []) run(example.replace(/[[\]]/g, ''), [moscowTalks], undefined, id)
    for (const { cases } of loadPhenomena()) {
      for (const { title, text, targets, publishedAt } of cases) {
        const all = targets?.map((target) => (target.id === moscowTalks.id ? moscowTalks : target)) ?? [moscowTalks]
        run(title === undefined ? text : `${title}\n\n${text}`, all, publishedAt, '')
      }
    }
    for (const { documents } of [...goldenSets(), ...corpusSets()])
      for (const document of documents) run(document.text, [targetOf(document)], document.date, '')
    for (const { text, target } of readCorpus())
      if (target !== null) run(text, [{ id: 't', name: target, aliases: [target] }], undefined, '')
    return ids.filter((id) => !fired.has(id))
  }

  test(`at least ${LEAST_FIRING * 100}% do`, () => {
    const quiet = silent()
    if (quiet.length > 0)
      console.log(
        `${ids.length - quiet.length} of ${ids.length} rules fire outside of their own examples; these do not: ${quiet.join(', ')}`,
      )
    expect(quiet.length, `silent rules: ${quiet.join(', ')}`).toBeLessThanOrEqual(Math.floor(ids.length * (1 - LEAST_FIRING)))
  })
})
