import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import { describe, expect, test } from 'vitest'
import { inProject } from '../../scripts/lib/documents'
import { pair, spansOf } from '../../src/export/sources'
import { reportSchema, toAnnotations, toCsv } from '../../src/export/index'
import { analyze, DemarcheError } from '../../src/index'
import { freshReports, hostile, NASTY, reports, targets, texts } from './samples'

describe('the JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
  const validate = ajv.compile(reportSchema)
  const check = (value: unknown): unknown => {
    validate(JSON.parse(JSON.stringify(value)))
    return validate.errors
  }
  test.each([...reports, ...freshReports()].map((report, i) => [i + 1, report] as const))('holds for report %i', (_, report) =>
    expect(check(report)).toBeNull(),
  )
  test.each([
    '',
    'Nothing of this is about any talks.',
    'Der Präsident sagte am Montag, dass die Gespräche nicht stattfinden werden und er nicht reist.',
  ])('holds for %j', (text) => expect(check(analyze(text))).toBeNull())
  test.each(
    readFileSync(inProject('test/golden/dev.docs.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .slice(0, 8)
      .map((line) => JSON.parse(line) as { id: string; text: string }),
  )('holds for the golden document $id', ({ text }) => expect(check(analyze(text))).toBeNull())
  const [report] = reports
  const [row] = report!.actors
  test.each([
    ['a field that it does not know', { ...report, extra: 1 }],
    ['no model', { ...report, model: undefined }],
    ['a stance of its own', { ...report, actors: [{ ...row, stance: 'neutral' }] }],
    ['a probability above 1', { ...report, actors: [{ ...row, probabilities: { ...row!.probabilities, none: 1.5 } }] }],
    ['a score below −1', { ...report, actors: [{ ...row, score: -2 }] }],
    ['an offset that is no whole number', { ...report, actors: [{ ...row, conditions: [{ start: 0.5, end: 1, text: 'a' }] }] }],
    ['evidence without its words', { ...report, unattributed: [{ ...row!.evidence[0], text: undefined }] }],
  ])('finds %s', (_, value) => expect(check(value)).not.toBeNull())
  test('is the file that the package publishes', () => {
    const { exports, files } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
      exports: Record<string, unknown>
      files: string[]
    }
    const path = String(exports['./report.schema.json'])
    expect(JSON.parse(readFileSync(inProject(path), 'utf8'))).toEqual(reportSchema)
    expect(files).toContain(path.slice(2))
  })
})

describe('Web Annotations', () => {
  const { first, total } = toAnnotations(reports, texts, { targets })
  const found = [...pair(reports, texts)].flatMap(({ full, report }) =>
    [...report.actors.flatMap(({ evidence }) => evidence), ...report.unattributed].map((evidence) => ({ full, evidence })),
  )
  test('one for each piece of evidence', () => {
    expect(total).toBe(found.length)
    expect(first.items.map((item) => item.body[0].value)).toEqual(found.map(({ evidence }) => evidence.stance))
    expect(new Set(first.items.map(({ id }) => id)).size).toBe(total)
  })
  test('positions in characters and quoted words both find the evidence again', () => {
    first.items.forEach(({ target }, i) => {
      const [position, quote] = target.selector
      const { full, evidence } = found[i]!
      expect([...full].slice(position.start, position.end).join('')).toBe(evidence.text)
      expect(quote.exact).toBe(evidence.text)
      expect(full).toContain(quote.prefix + quote.exact + quote.suffix)
    })
  })
  test('characters outside the basic plane count as one', () => {
    const [item] = toAnnotations(reports[1]!, texts[1]!, { targets }).first.items.filter((i) => i.target.selector[0].start > 25)
    const exact = item!.target.selector[1].exact
    const full = `${texts[1]!.title}\n\n${texts[1]!.text}`
    expect(item!.target.selector[0].start).toBe(full.indexOf(exact) - 1)
  })
  test('sources are addresses where they are known', () => {
    const sources = [...new Set(first.items.map(({ target }) => target.source))]
    expect(sources).toEqual(['https://example.org/a?b=1&c=2', 'urn:demarche:second', 'urn:demarche:text-3'])
  })
  test.each(NASTY)('%j survives JSON', (words) => {
    const { report, text } = hostile(words)
    const collection = toAnnotations(report, text)
    expect(JSON.parse(JSON.stringify(collection))).toEqual(collection)
    expect(collection.first.items[0]!.target.selector[1].exact).toBe(words)
  })
})

describe('what does not belong together', () => {
  const code = (act: () => unknown): string => {
    try {
      act()
    } catch (error) {
      if (error instanceof DemarcheError) return `${error.code}: ${error.message}`
    }
    return 'no error'
  }
  const [report] = reports
  test.each([
    [
      'two texts for one report',
      () => toCsv(report!, ['a', 'b']),
      /^export: expected a text for each report, got 1 report and 2 texts;/,
    ],
    ['another text', () => toCsv(report!, 'Another text.'), /^export: expected ".*" at \d+ to \d+ of the text "text-1"/],
    ['the same id twice', () => toCsv([report!, report!], [texts[0]!, texts[0]!]), /^export: .*"sample" for texts 1 and 2/],
  ])('%s', (_, act, message) => expect(code(act)).toMatch(message))
  test('every span of a report is checked', () => expect([...spansOf(report!)].length).toBeGreaterThan(30))
})
