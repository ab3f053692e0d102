import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../scripts/lib/corpus'
import { inProject, readJsonLines } from '../../scripts/lib/documents'
import { overlapHashes } from '../../scripts/lib/overlap'
import { targetOf } from '../../scripts/lib/predict'
import { corpusSets, goldenSets } from '../../scripts/lib/training-documents'
import type { Analyzer } from '../../src/analyze'
import { createAnalyzer } from '../../src/analyze'
import { defaultRules, moscowTalks } from '../../src/data'
import { createRuleMatcher } from '../../src/testing/hits'
import { checkRules, lintRules } from '../../src/testing/index'
import type { Rule, Stance, Target } from '../../src/types'
import { loadPhenomena } from '../phenomena/check'

/** There are at least this many built-in rules. */
const LEAST_RULES = 250

/** A short press text that constructions of rules occur in, written for these tests. */
interface PressText {
  readonly text: string
  /** Rules that fire on it, be it with other words than in their examples. */
  readonly rules: readonly string[]
  /** Stances by actor; actors without a position are listed only where one might be read wrongly. */
  readonly stances: Readonly<Record<string, Stance>>
}

const press = readJsonLines(inProject('test/rules/press.jsonl')) as PressText[]
const withName = press.map((item) => [item.text.slice(0, 60), item] as const)

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

const matcher = createRuleMatcher(
  defaultRules,
  defaultRules.filter(({ kind }) => kind === 'boundary'),
)

describe('press texts', () => {
  const byRules = createAnalyzer({ model: null })
  const reader = createAnalyzer({ rules: [] })
  test.each(withName)('%s…: its actors get their stances by rules alone', (_, { text, stances }) => {
    const rows = byRules.analyze(text).actors
    const said = rows.filter(({ actor, stance }) => stance !== 'none' || stances[actor.name] !== undefined)
    expect(Object.fromEntries(said.map(({ actor, stance }) => [actor.name, stance]))).toEqual(stances)
  })
  test.each(withName)('%s…: its rules fire', (_, { text, rules }) => {
    const fired = matcher.hits(reader.explain(text).reading).map(({ rule }) => rule)
    expect(rules.filter((rule) => !fired.includes(rule))).toEqual([])
  })
  test('no text is told twice or shares eight words in a row with a test text', () => {
    const { hashes } = JSON.parse(readFileSync(inProject('test/train/overlap.json'), 'utf8')) as { hashes: string }
    const known = new Set(hashes.split(' '))
    expect(press.filter(({ text }) => overlapHashes(text).some((hash) => known.has(hash)))).toEqual([])
    expect(new Set(press.map(({ text }) => text)).size).toBe(press.length)
  })
})

describe('every rule fires on texts that are not its own examples', () => {
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
    for (const { text } of press) run(text, [moscowTalks], undefined, '')
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

  test('none is silent', () => {
    expect(silent()).toEqual([])
  }, 300_000)
})
