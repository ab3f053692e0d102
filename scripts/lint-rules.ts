/**
 * npm run lint:rules
 *
 * Checks the shipped rules as data: known fields, ids, order, examples, brackets, weights, patterns that can be read. What the rules do is
 * checked by the tests.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parsePattern } from '../src/rules/pattern/parse'
import { STANCES } from '../src/types'
import { inProject } from './lib/documents'

const COMMON = ['id', 'kind', 'pattern', 'examples', 'counterExamples', 'note']
const FIELDS = new Map<unknown, readonly string[]>([
  ['cue', [...COMMON, 'stance', 'weight', 'holder', 'negated', 'factive', 'tied']],
  ['modifier', [...COMMON, 'effect', 'direction', 'reach']],
  ['boundary', COMMON],
  ['guard', COMMON],
])

type Loose = Readonly<Record<string, unknown>>

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : []

/** What is wrong with one rule by itself. */
function faultsOf(rule: Loose): string[] {
  const fields = FIELDS.get(rule['kind'])
  if (!fields) return [`expected kind ${[...FIELDS.keys()].join(', ')}, got ${String(rule['kind'])}`]
  const faults = Object.keys(rule).flatMap((field) =>
    fields.includes(field) ? [] : [`a ${String(rule['kind'])} has no field "${field}"`],
  )
  if (!/^[a-z]+(?:[.-][a-z0-9]+)+$/.test(String(rule['id']))) faults.push('expected an id in lower case, dotted and hyphenated')
  if (rule['kind'] === 'cue') {
    if (!STANCES.some((stance) => stance === rule['stance'])) faults.push(`expected a stance, got ${String(rule['stance'])}`)
    const weight = rule['weight']
    if (typeof weight !== 'number' || !(weight > 0 && weight <= 4))
      faults.push(`expected a weight above 0 and at most 4, got ${String(weight)}`)
  }
  const examples = texts(rule['examples'])
  if (!examples.length) faults.push('expected at least one example')
  if (!texts(rule['counterExamples']).length) faults.push('expected at least one counter-example')
  for (const example of examples) {
    if (!/^[^[\]]*\[[^[\]]+\][^[\]]*$/.test(example)) faults.push(`expected one pair of brackets in ${JSON.stringify(example)}`)
  }
  for (const text of [...examples, ...texts(rule['counterExamples'])]) {
    if (text !== text.trim() || /\s{2}/.test(text)) faults.push(`superfluous white space in ${JSON.stringify(text)}`)
  }
  try {
    parsePattern(String(rule['pattern']))
  } catch (error) {
    faults.push(`${JSON.stringify(rule['pattern'])}: ${(error as Error).message}`)
  }
  return faults
}

/** Lists of words and phrases that patterns name, in the same folder. */
const WORD_CLASSES = /^classes(?:-[a-z]+)?\.json$/

const folder = inProject('models/en/rules')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !WORD_CLASSES.test(name))
  .sort()
const faults: string[] = []
const fileOf = new Map<unknown, string>()
const idOf = new Map<string, unknown>()
let count = 0
for (const file of files) {
  const rules = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Loose[]
  rules.forEach((rule, i) => {
    const fault = (text: string): number => faults.push(`${file}: ${String(rule['id'])}: ${text}`)
    count++
    faultsOf(rule).forEach(fault)
    if (i > 0 && String(rules[i - 1]!['id']) >= String(rule['id']))
      fault(`expected to stand before ${String(rules[i - 1]!['id'])}: rules are sorted by id`)
    const other = fileOf.get(rule['id'])
    if (other !== undefined) fault(`the same id is in ${other}`)
    fileOf.set(rule['id'], file)
    // as in lintRules: a pattern may come again for other holders
    const key = JSON.stringify([rule['kind'], rule['holder'] ?? '', rule['pattern']])
    if (idOf.has(key)) fault(`the same pattern as ${String(idOf.get(key))}`)
    idOf.set(key, rule['id'])
  })
}
for (const fault of faults) console.error(fault)
console.log(`${count} rules in ${files.length} files, ${faults.length} faults`)
process.exitCode = faults.length ? 1 : 0
