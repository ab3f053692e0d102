/** Generated and counted parts of the docs are those of the data and the source. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProject } from '../scripts/lib/documents'
import { accuracyFigure } from '../scripts/lib/figure'
import { rulesTable } from '../scripts/lib/rules-table'
import { NONE_PRIOR } from '../src/report/aggregate'

const read = (file: string): string => readFileSync(inProject(file), 'utf8').replace(/\r\n/g, '\n')

test('docs/rules.md is the table of the built-in rules (to mend: npm run docs:rules)', () => {
  expect(read('docs/rules.md')).toBe(rulesTable())
})

test('docs/read-the-scores.md has the numbers of src/report/aggregate.ts', () => {
  const source = read('src/report/aggregate.ts')
  const guide = read('docs/read-the-scores.md').replace(/\s+/g, ' ')
  const plain = /^const PLAIN = ([\d.]+)$/m.exec(source)?.[1]
  const [, secondhand, headline, headlineAlone] =
    /\? (0\.\d+) : 1\) \* \(v\.headline \? \(body \? (0\.\d+) : (0\.\d+)\)/.exec(source) ?? []
  expect(guide).toContain(`(a weight of ${plain} or more)`)
  expect(guide).toContain(`keeps ${secondhand} of its weight`)
  expect(guide).toContain(`keeps ${headline} of its weight, or ${headlineAlone} if`)
  expect(source).toContain('logits.conditional += 0.75 * Math.max(')
  expect(NONE_PRIOR).toBeGreaterThan(0)
})

describe('API reference', () => {
  const config = JSON.parse(read('typedoc.json')) as { readonly entryPoints: readonly string[] }
  const { exports } = JSON.parse(read('package.json')) as { readonly exports: Readonly<Record<string, unknown>> }

  test('has every entry of the package', () => {
    const entries = Object.keys(exports).filter((name) => !name.endsWith('.json'))
    const paths = entries.map((name) => (name === '.' ? 'src/index.ts' : `src/${name.slice(2)}/index.ts`))
    expect([...config.entryPoints].sort()).toEqual(paths.sort())
  })

  const typedoc = inProject('node_modules/typedoc/bin/typedoc')
  test.skipIf(!existsSync(typedoc))('is made without a warning', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-api-'))
    try {
      const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc, '--out', folder], {
        cwd: inProject('.'),
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      })
      expect(`${stdout}${stderr}`).not.toMatch(/\[(?:warning|error)\]/)
      expect(status).toBe(0)
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('demarche')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the accuracy figure', () => {
  const figure = accuracyFigure({ title: 'F1 <b>', subtitle: 'On "two" & more.' }, [
    {
      name: 'dev',
      note: 'developed on',
      values: [
        { system: 'demarche', value: 0.75 },
        { system: 'VADER', value: 0.25 },
      ],
    },
    { name: 'fresh', note: '', values: [{ system: 'demarche', value: 0.5 }] },
  ])

  test.each([
    ['escapes its words', '<title id="title">F1 &#60;b&#62;</title>'],
    ['tells a screen reader every value', 'dev (developed on): demarche 0.75, VADER 0.25; fresh: demarche 0.50.'],
    ['draws a value to scale', 'width="75.0"'],
    ['writes a value as text', '>0.25</text>'],
    ['has colours for dark pages', '@media (prefers-color-scheme: dark)'],
  ])('%s', (_, part) => {
    expect(figure).toContain(part)
  })
  test('leaves out what a set has no value for', () => {
    expect(figure.match(/<rect class="(?:own|bar)"/g)).toHaveLength(3)
  })
  test('loads nothing from elsewhere', () => {
    expect(figure.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|url\(/)
  })
})
