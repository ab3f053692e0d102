import { expect, test } from 'vitest'
import { readCorpus } from '../../scripts/lib/corpus'
import type { Statement } from '../../src/train/index'
import { checkStatements, nearDuplicates, readStatements, trainModel } from '../../src/train/index'

const groups = new Set(readCorpus().map((s) => s.group!).slice(0, 160))
const sample = readCorpus().filter((s) => groups.has(s.group!))
const options = { folds: 3, maxBytes: 20_000 }
const model = trainModel(sample, options)

test('a model keeps within its bytes and tells what it was made from', () => {
  expect(JSON.stringify(model).length).toBeLessThanOrEqual(20_000)
  expect(model.training).toMatchObject({ statements: sample.length, groups: groups.size, folds: 3 })
  expect(model.heldOut.cases).toBe(sample.length)
  expect(model.heldOut.macroF1).toBeGreaterThan(0.4)
})

test('the same statements give the same bytes', () => {
  expect(JSON.stringify(trainModel(sample, options))).toBe(JSON.stringify(model))
})

test('no name and no id of a rule is a feature', () => {
  const words = new Set(model.features.flatMap((feature) => feature.replace(/^[a-z]:/, '').split(/[ :<>]/)))
  const names = sample.flatMap((s) => s.holder.toLowerCase().split(' ')).filter((word) => word.length > 6 && /^[A-Z]/.test(s_of(word)))
  for (const name of names) expect([...words]).not.toContain(name)
  for (const word of words) expect(word).not.toMatch(/^(support|oppose|conditional)\.[a-z]/)
})
const s_of = (word: string): string => sample.flatMap((s) => s.holder.split(' ')).find((w) => w.toLowerCase() === word) ?? ''

const good: Statement = { text: 'Norway will attend the Oslo talks.', holder: 'Norway', target: 'the Oslo talks', label: 'support' }
test.each<[string, unknown[], RegExp]>([
  ['a holder that is not in the text', [{ ...good, holder: 'Sweden' }], /holder that stands in the text of statement 0, got "Sweden"/],
  ['a target that is not in the text', [{ ...good, target: 'the Rome talks' }], /target that stands in the text/],
  ['an unknown label', [{ ...good, label: 'favour' }], /one of support, oppose, conditional, none/],
  ['an empty text', [{ ...good, text: '' }], /a text in statement 0/],
  ['the same statement twice', [good, { ...good, text: 'Norway will attend the Oslo talks!' }], /each statement once/],
  ['one label only', [good], /at least two labels/],
  ['too few groups', [good, { ...good, text: 'Norway will not attend the Oslo talks.', label: 'oppose' }], /at least 10 groups/],
  ['nothing', [], /expected statements/],
])('%s is refused with a reason', (_, statements, message) => {
  expect(() => trainModel(statements as Statement[])).toThrow(message)
  expect(() => trainModel(statements as Statement[])).toThrow(expect.objectContaining({ name: 'DemarcheError', code: 'training-data' }))
})

test('a broken line is named', () => {
  expect(() => readStatements(`${JSON.stringify(good)}\n{`, 'mine.jsonl')).toThrow(/one JSON value a line in mine.jsonl, got line 2/)
})

test('near-duplicates are found across groups, not within one', () => {
  const twin = { ...good, text: 'Norway will attend the Oslo talks, it said.' }
  expect(nearDuplicates(checkStatements([{ ...good, group: 'a' }, { ...twin, group: 'b' }]))).toHaveLength(1)
  expect(nearDuplicates(checkStatements([{ ...good, group: 'a' }, { ...twin, group: 'a' }]))).toHaveLength(0)
})

test('an aborted signal stops the reading', () => {
  expect(() => trainModel(sample, { ...options, signal: { aborted: true } })).toThrow(expect.objectContaining({ code: 'aborted' }))
})
