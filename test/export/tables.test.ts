import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Cell, Table, TableName } from '../../src/export/index'
import { TABLE_COLUMNS, toCsv, toTable } from '../../src/export/index'
import { hostile, NASTY, reports, targets, texts } from './samples'

const NAMES = Object.keys(TABLE_COLUMNS) as TableName[]

/** Reads a CSV file as its documentation says: one leading apostrophe is taken off. */
const read = (csv: string, delimiter = ','): string[][] =>
  parse(csv, { delimiter, bom: true, recordDelimiter: '\r\n' }).map((line) => line.map((cell) => cell.replace(/^'/, '')))

const flat = ({ columns, rows }: Table): string[][] => [
  [...columns],
  ...rows.map((row) => columns.map((column) => (row[column] === null ? '' : String(row[column])))),
]

describe.each(NAMES)('the table %s', (table) => {
  test('reads back from CSV as it was', () => {
    const projection = toTable(reports, texts, table, { targets })
    expect(projection.rows.length).toBeGreaterThan(5)
    expect(read(toCsv(reports, texts, { table, targets }))).toEqual(flat(projection))
  })
  test.each([';', '\t'] as const)('with %j between cells', (delimiter) => {
    const csv = toCsv(reports, texts, { table, targets, delimiter, bom: true })
    expect(csv.startsWith('\uFEFFdocument')).toBe(true)
    expect(read(csv, delimiter)).toEqual(flat(toTable(reports, texts, table, { targets })))
  })
  test.each(NASTY)('%j everywhere reads back, and starts no formula', (words) => {
    const { report, text } = hostile(words)
    const csv = toCsv(report, text, { table })
    expect(read(csv)).toEqual(flat(toTable(report, text, table)))
    for (const cell of parse(csv, { recordDelimiter: '\r\n' }).flat())
      if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
  })
  test('every row has the columns that are documented, in their order', () => {
    for (const row of toTable(reports, texts, table).rows) expect(Object.keys(row)).toEqual(TABLE_COLUMNS[table])
  })
})

test('a row for each actor, target and text', () => {
  const rows = toTable(reports, texts, 'actors', { targets }).rows.map((row) => [
    row['document'],
    row['actor'],
    row['target'],
    row['stance'],
  ])
  expect(rows).toHaveLength(reports.reduce((sum, { actors }) => sum + actors.length, 0))
  expect(rows).toContainEqual(['sample', 'High Peace Council', 'the Moscow talks on Afghanistan', 'conditional'])
  expect(rows).toContainEqual(['text-3', 'Taliban', 'the Istanbul conference', 'oppose'])
})

test('a row for each statement; those of nobody last, without actor and target', () => {
  const { report, text } = hostile('words')
  expect(
    toTable(report, text, 'statements').rows.map((row) => [row['actor'], row['target'], row['source'], row['rules']]),
  ).toEqual([
    ['words', 'words', 'words', 'words'],
    [null, null, 'words', 'words'],
  ])
})

test('discourse-network coding: who says it, agreement as 1 and 0, conditions as a concept of their own', () => {
  const { rows } = toTable(reports, texts, 'discourse-network', { targets })
  const cells = (part: string): readonly Cell[] | undefined => {
    const row = rows.find((r) => String(r['text']).includes(part))
    return row && [row['person']!, row['organisation']!, row['concept']!, row['agreement']!]
  }
  const talks = 'the Moscow talks on Afghanistan'
  expect(cells('We will not be there at any level')).toEqual(['the official', 'United States', talks, 0])
  expect(cells('Pakistan welcomed')).toEqual([null, 'Pakistan', talks, 1])
  expect(cells('only if the Taliban agree')?.slice(1)).toEqual(['Afghan government', `${talks}, on conditions`, 1])
})
