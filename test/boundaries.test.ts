import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkBoundaries, importsOf, readImports } from './boundaries'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('imports in src/ run one way', () => {
  const files = readImports(root)
  test('files are found, with their imports', () => {
    expect(files.map((file) => file.path)).toContain('src/types.ts')
    expect(files.flatMap((file) => file.imports)).not.toHaveLength(0)
  })
  test('no upward edge, no second importer of models/, wink or natural, no module of Node outside src/cli/', () => {
    expect(checkBoundaries(files)).toEqual([])
  })
})

describe('the checker passes what is right', () => {
  test.each([
    ['src/errors.ts', './types'],
    ['src/data.ts', '../models/en/grammar.json'],
    ['src/documented-rules.ts', '../models/en/rules/oppose.json'],
    ['src/version.ts', '../package.json'],
    ['src/document/tokenize.ts', 'wink-nlp'],
    ['src/document/tokenize.ts', 'wink-eng-lite-web-model'],
    ['src/mentions/variants.ts', 'natural/lib/natural/distance/jaro-winkler_distance.js'],
    ['src/rules/pattern/match.ts', '../../document/document'],
    ['src/rules/pattern/match.ts', './parse'],
    ['src/rules/holders.ts', '../attribution/speakers'],
    ['src/index.ts', './analyze'],
    ['src/train/index.ts', '../index'],
    ['src/testing/index.ts', '../rules/pattern/parse'],
    ['src/cli/main.ts', 'node:fs'],
    ['src/cli/main.ts', 'commander'],
    ['src/cli/main.ts', '../track'],
  ])('%s may import %s', (path, specifier) => {
    expect(checkBoundaries([{ path, imports: [specifier] }])).toEqual([])
  })
})

describe('the checker finds what is wrong', () => {
  test.each([
    ['src/types.ts', './data', 'an upward edge, from types to data'],
    ['src/document/read.ts', '../mentions/lexicon', 'an upward edge, from document to mentions'],
    ['src/attribution/speakers.ts', '../rules/effects', 'an upward edge, from attribution to rules'],
    ['src/report/pool.ts', '../index', 'an upward edge, from report to index'],
    ['src/mentions/lexicon.ts', '../../models/en/actors/states.json', 'only src/(data|documented-rules).ts may import models/'],
    ['src/train/read.ts', '../../models/corpus/statements.json', 'only src/(data|documented-rules).ts may import models/'],
    ['src/mentions/lexicon.ts', 'wink-nlp', 'only src/document/tokenize.ts may import wink'],
    ['src/document/read.ts', 'wink-eng-lite-web-model', 'only src/document/tokenize.ts may import wink'],
    ['src/mentions/lexicon.ts', 'natural', 'only src/mentions/variants.ts may import natural'],
    ['src/cli/main.ts', 'natural/lib/natural/phonetics/metaphone', 'only src/mentions/variants.ts may import natural'],
    ['src/report/report.ts', '../../package.json', 'only src/version.ts may import package.json'],
    ['src/document/read.ts', 'node:fs', 'only src/cli/ may import modules of Node'],
    ['src/train/read.ts', 'fs', 'only src/cli/ may import modules of Node'],
    ['src/document/read.ts', 'lodash', 'only src/cli/ may import further packages'],
    ['src/index.ts', './train/metrics', 'nothing but src/cli/ may import src/train'],
    ['src/testing/index.ts', '../train/metrics', 'nothing but src/cli/ may import src/train'],
    ['src/analyze.ts', '../scripts/evaluate', 'src/ may not import what is outside of it'],
    ['src/analyze.ts', './helpers/strings', 'the room "helpers" is not in ORDER (test/boundaries.ts)'],
  ])('%s may not import %s: %s', (path, specifier, fault) => {
    expect(checkBoundaries([{ path, imports: [specifier] }])).toEqual([`${path}: imports "${specifier}": ${fault}`])
  })
  test('a room that nobody has named', () => {
    expect(checkBoundaries([{ path: 'src/utils/strings.ts', imports: [] }])).toEqual([
      'src/utils/strings.ts: the room "utils" is not in ORDER (test/boundaries.ts)',
    ])
  })
})

test('imports of every form are read', () => {
  const source = `
    import a from './a'
    import type { B } from './b'
    export { c } from './c'
    export * from './d'
    import './e'
    const f = await import('./f')
    const g = require('./g')
    import h = require('./h')
    // import no from './comment'
    const text = "import no from './string'"
    export type I = import('./i').I`
  expect(importsOf(source).sort()).toEqual(['./a', './b', './c', './d', './e', './f', './g', './h', './i'])
})
