import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProject } from '../../scripts/lib/documents'
import type { StanceReport } from '../../src/index'
import { COMMAND, demarche, scratch } from './run'

const { folder, write } = scratch()
const IRAN = write('iran.txt', 'Iran refused to attend the Moscow talks on Afghanistan, its foreign ministry said on Sunday.\n')
const PAKISTAN = write('pakistan.txt', 'Pakistan welcomed the Moscow talks on Afghanistan.\n')
const KABUL = 'Kabul will not attend the Moscow talks on Afghanistan.'
const RULE = {
  id: 'support.clear-calendar',
  kind: 'cue',
  stance: 'support',
  weight: 1.5,
  pattern: 'clear<VERB> (its|his|her|their) calendar for <target>',
  examples: ['Uzbekistan [cleared its calendar for the Moscow talks].', 'Iran [cleared its calendar for the Moscow talks].'],
  counterExamples: ['Uzbekistan cleared its calendar for the summer holidays.'],
}

interface Record {
  readonly id: string
  readonly publishedAt?: string
  readonly report: StanceReport
  readonly explanation?: { readonly counted: readonly { readonly rule: string }[]; readonly dismissed: readonly unknown[] }
}

const stances = ({ report }: Record): string[] => report.actors.map(({ actor, stance }) => `${actor.name}: ${stance}`)

describe('demarche analyze', () => {
  test('prints JSON where the output is no terminal', () => {
    const { status, output, errors } = demarche(['analyze', IRAN])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const record = JSON.parse(output) as Record
    expect(record.id).toBe(IRAN)
    expect(stances(record)).toEqual(['Iran: oppose'])
  })
  test('several files make an array, or a line each', () => {
    const array = JSON.parse(demarche(['analyze', IRAN, PAKISTAN]).output) as Record[]
    expect(array.map(stances)).toEqual([['Iran: oppose'], ['Pakistan: support']])
    const lines = demarche(['analyze', IRAN, PAKISTAN, '--format', 'jsonl']).output.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as Record)).toEqual(array)
  })
  test('- is standard input', () => {
    expect(stances(JSON.parse(demarche(['analyze', '-'], { input: readFileSync(IRAN) }).output) as Record)).toEqual([
      'Iran: oppose',
    ])
  })
  test('--format table shows actor, stance, score and words', () => {
    const { output } = demarche(['analyze', IRAN, '--format', 'table'])
    expect(output).toMatch(/^Iran +oppose +-0\.\d\d {2}“Iran refused to attend the Moscow talks on Afghanistan/m)
    expect(output.split('\n').every((line) => line.length <= 120)).toBe(true)
  })
  test('--format markdown makes a table whose cells cannot break it', () => {
    const file = write('a|b.txt', 'Iran refused to attend the Moscow talks on Afghanistan | <b>its</b> ministry said.')
    const { output } = demarche(['analyze', file, '--format', 'markdown'])
    expect(output).toMatch(/^## .*a\\\|b\.txt$/m)
    expect(output).toMatch(/^\| Iran \| moscow-talks-afghanistan \| oppose \| -0\.\d\d \| “.*” \| {2}\|$/m)
    expect(output).not.toContain('<b>')
  })
  test('--format csv has a row for each actor and text', () => {
    const [head, ...rows] = demarche(['analyze', IRAN, PAKISTAN, '--format', 'csv', '--date', '2018-08-24'])
      .output.trimEnd()
      .split('\r\n')
    expect(head).toMatch(/^document,date,actor_id,/)
    expect(rows.map((line) => line.split(',').slice(0, 3))).toEqual([
      [IRAN, '2018-08-24', 'iran'],
      [PAKISTAN, '2018-08-24', 'pakistan'],
    ])
  })
  test('--format html makes a page of its own, with the talks by their name', () => {
    const { output } = demarche(['analyze', '-', '--target', 'the Nairobi talks', '--format', 'html'], {
      input: 'Egypt will attend the Nairobi talks.',
    })
    expect(output).toMatch(/^<!doctype html>/)
    expect(output).toContain('<title>The Nairobi talks: who stands where</title>')
    expect(
      demarche(['report', '-', '--target', 'the Nairobi talks'], { input: 'Egypt will attend the Nairobi talks.' }).output,
    ).toBe(output)
  })
  test('--date decides whom a capital stands for', () => {
    const actor = (date: string): string | undefined =>
      (JSON.parse(demarche(['analyze', '-', '--date', date], { input: KABUL }).output) as Record).report.actors[0]?.actor.id
    expect([actor('2018-08-24'), actor('2024-10-02')]).toEqual(['afghan-government', 'taliban'])
  })
  test('--target takes talks by name', () => {
    const input = 'Egypt will attend the Nairobi talks.'
    const { report } = JSON.parse(demarche(['analyze', '-', '--target', 'the Nairobi talks'], { input }).output) as Record
    expect(report.actors.map(({ target, stance }) => [target, stance])).toEqual([['nairobi-talks', 'support']])
  })
  test('--target takes talks as a file', () => {
    const file = write('target.json', JSON.stringify({ id: 'nairobi', name: 'the Nairobi talks' }))
    const { report } = JSON.parse(
      demarche(['analyze', '-', '--target', file], { input: 'Egypt will attend the Nairobi talks.' }).output,
    ) as Record
    expect(report.actors[0]?.target).toBe('nairobi')
  })
  test('the built-in talks go by their name, too', () => {
    const { output } = demarche(['analyze', IRAN, '--target', 'Moscow talks'])
    expect((JSON.parse(output) as Record).report.actors[0]?.target).toBe('moscow-talks-afghanistan')
  })
  test('--rules and --actors extend the built-in ones', () => {
    const rules = write('rules.json', JSON.stringify([RULE]))
    const actors = write(
      'actors.json',
      JSON.stringify([{ id: 'pamir-assembly', name: 'Pamir Assembly', kind: 'organisation', aliases: ['PASM'] }]),
    )
    const input = 'PASM cleared its calendar for the Moscow talks on Afghanistan. Iran rejected the Moscow talks.'
    const { report } = JSON.parse(
      demarche(['analyze', '-', '--rules', rules, '--actors', actors, '--model', 'none'], { input }).output,
    ) as Record
    expect(report.model).toBeNull()
    expect(report.actors.map(({ actor, stance }) => `${actor.id}: ${stance}`)).toEqual([
      'pamir-assembly: support',
      'iran: oppose',
    ])
  })
  test('--rules, --actors and --target take files that say their format', () => {
    const actor = { id: 'pamir-assembly', name: 'Pamir Assembly', kind: 'organisation', aliases: ['PASM'] }
    const wrapped = (list: string, entry: unknown): string =>
      write(`${list}-1.json`, JSON.stringify({ format: 1, [list]: [entry] }))
    const flags = [
      ...['--rules', wrapped('rules', RULE)],
      ...['--actors', wrapped('actors', actor)],
      ...['--target', wrapped('targets', { id: 'nairobi', name: 'the Nairobi talks' })],
    ]
    const { output } = demarche(['analyze', '-', ...flags], { input: 'PASM cleared its calendar for the Nairobi talks.' })
    expect(stances(JSON.parse(output) as Record)).toEqual(['Pamir Assembly: support'])
  })
  test('--explain adds the rules that counted and those that did not', () => {
    const { explanation } = JSON.parse(demarche(['analyze', IRAN, '--explain']).output) as Record
    expect(explanation?.counted).toEqual([expect.objectContaining({ actor: 'Iran', stance: 'oppose' })])
    expect(demarche(['analyze', IRAN, '--explain', '--format', 'table']).output).toMatch(/^\S+ +oppose +\+\d\.\d\d +Iran +“/m)
  })
  test('colours are not there with NO_COLOR, nor where the output is no terminal', () => {
    const plain = demarche(['analyze', IRAN, '--format', 'table'], { env: { NO_COLOR: undefined } }).output
    expect(plain).not.toContain('\u001b')
    expect(demarche(['analyze', IRAN, '--format', 'table'], { env: { NO_COLOR: undefined, FORCE_COLOR: '1' } }).output).toContain(
      '\u001b[31m',
    )
  })
})

describe('on a terminal', () => {
  // util-linux's script gives the command a terminal of its own.
  const terminal = (env: NodeJS.ProcessEnv): string =>
    spawnSync('script', ['-qec', `'${process.execPath}' '${COMMAND}' analyze '${IRAN}'`, '/dev/null'], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: undefined, CI: undefined, TERM: 'xterm', ...env },
    }).stdout
  const there = spawnSync('script', ['--version']).status === 0

  test('prints a table in colours', (context) => {
    if (!there) return context.skip('script of util-linux is not here')
    expect(terminal({})).toMatch(/Iran +\u001b\[31moppose +\u001b\[39m +-0/)
  })
  test('prints it without colours where NO_COLOR is set', (context) => {
    if (!there) return context.skip('script of util-linux is not here')
    expect(terminal({ NO_COLOR: '1' })).toMatch(/Iran +oppose +-0/)
  })
})

describe('demarche rules', () => {
  test('check passes rules that keep what they promise', () => {
    const { status, output } = demarche(['rules', 'check', write('good.json', JSON.stringify([RULE]))])
    expect(output).toBe('1 rule, 0 problems\n')
    expect(status).toBe(0)
  })
  test('check tells what is wrong and ends with 3', () => {
    const wrong = { ...RULE, examples: ['Uzbekistan [cleared its desk for the Moscow talks].', RULE.examples[1]] }
    const { status, output } = demarche(['rules', 'check', write('bad.json', JSON.stringify([wrong]))])
    expect(output).toMatch(/^support\.clear-calendar, examples\[0\]: expected .*; mend it by /)
    expect(status).toBe(3)
  })
  test('list prints the rules with all the given words', () => {
    const { output } = demarche(['rules', 'list', 'cue', 'boycott', 'oppose'])
    const lines = output.trimEnd().split('\n').slice(1, -1)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.every((line) => line.includes('boycott') && / cue +/.test(line))).toBe(true)
    expect(demarche(['rules', 'list', 'no-such-word'])).toMatchObject({ status: 3 })
  })
  test('explain says which rules counted for whom', () => {
    const { output, status } = demarche(['rules', 'explain', 'Iran rejected the Moscow talks on Afghanistan.'])
    expect(status).toBe(0)
    expect(output).toMatch(/^oppose\.\S+ +oppose +\+\d\.\d\d +Iran +“rejected the Moscow talks/m)
  })
  test('explain says why others did not', () => {
    const { output } = demarche(['rules', 'explain', 'Iran did not welcome the Moscow talks on Afghanistan.'])
    expect(output).toMatch(/^conditional\.\S+ {2}“.*”\n {4}no condition is attached$/m)
  })
})

describe('demarche actors find', () => {
  test.each([
    [
      'Kabul',
      /^Afghan government {2}\(afghan-government, state, AFGGOV\)\n {2}by the place that stands for it "Kabul" until 2021-08-15\n/,
    ],
    ['AFGGOV', /^Afghan government /],
    ['afghan-government', /^Afghan government /],
    ['stanekzay', /Stan[ie]kzai/],
    ['Türkiye', /^Turkey /],
  ])('%s', (name, expected) => {
    const { status, output } = demarche(['actors', 'find', name])
    expect(output).toMatch(expected)
    expect(status).toBe(0)
  })
  test('nobody: says so and ends with 3', () => {
    expect(demarche(['actors', 'find', 'constructor'])).toEqual({
      status: 3,
      output: 'no actor goes by "constructor", nor by a similar name\n',
      errors: '',
    })
  })
})

describe('demarche evaluate', () => {
  const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')
  const docs = write('set.docs.jsonl', lines([{ id: 'a', text: readFileSync(IRAN, 'utf8') }]))
  const gold = write('set.gold.jsonl', lines([{ id: 'a', actors: [{ actor: 'Iran', names: ['Iran'], stance: 'oppose' }] }]))

  test('prints figures', () => {
    const { status, output } = demarche(['evaluate', docs, gold])
    expect(output).toMatch(/^1 documents, 1 actors\n\nstance F1 +1\.000\n/)
    expect(status).toBe(0)
  })
  test('prints all of them as JSON', () => {
    expect(JSON.parse(demarche(['evaluate', docs, gold, '--json']).output)).toMatchObject({
      documents: 1,
      stanceF1: 1,
      errors: [],
    })
  })
  test('says which labels are missing', () => {
    const other = write('other.gold.jsonl', lines([{ id: 'b', actors: [] }]))
    expect(demarche(['evaluate', docs, other])).toMatchObject({
      status: 2,
      errors: expect.stringMatching(/^demarche: .*a, b in one only; mend/),
    })
  })
})

describe('demarche train', () => {
  const statements = ['Iran', 'India', 'China', 'Norway', 'Qatar', 'Turkey'].flatMap((holder) => [
    { text: `${holder} welcomed the Doha talks.`, holder, target: 'the Doha talks', label: 'support', group: `${holder}-1` },
    { text: `${holder} rejected the Doha talks.`, holder, target: 'the Doha talks', label: 'oppose', group: `${holder}-2` },
  ])
  test('writes a model that --model takes', () => {
    const corpus = write('corpus.jsonl', statements.map((statement) => `${JSON.stringify(statement)}\n`).join(''))
    const output = join(folder, 'model.json')
    const { status, errors } = demarche(['train', corpus, '-o', output, '--folds', '3'])
    expect(errors).toMatch(/^en-12-\w+: 12 statements; held out: accuracy \d\.\d{3}, macro F1 \d\.\d{3}; written to /)
    expect(status).toBe(0)
    const { report } = JSON.parse(demarche(['analyze', IRAN, '--model', output]).output) as Record
    expect(report.model).toMatch(/^en-12-/)
  })
})

describe('errors are one line that says how to mend it, and end with 2', () => {
  const broken = write('broken.json', '{ "id": ')
  const rule = write('weightless.json', JSON.stringify([RULE, { ...RULE, id: 'support.other', weight: 9 }]))
  test.each<[string, readonly string[], RegExp]>([
    ['no file', ['analyze'], /missing required argument 'file'/],
    ['a file that is not there', ['analyze', 'nowhere.txt'], /no such file \(ENOENT\): nowhere\.txt; mend it by /],
    ['a folder', ['analyze', folder], /a folder \(EISDIR\)/],
    [
      'bytes that are no text',
      ['analyze', write('latin.txt', Buffer.from([0xe9, 0x20, 0xe9]))],
      /UTF-8.*mend it by converting it/,
    ],
    ['a wrong option', ['analyze', IRAN, '--fromat', 'json'], /Did you mean --format/],
    ['a wrong format', ['analyze', IRAN, '--format', 'xml'], /Allowed choices are /],
    ['a wrong command', ['analyse', IRAN], /Did you mean analyze/],
    ['a day that there is not', ['analyze', IRAN, '--date', '2018-02-30'], /2018-02-30.*mend it by/],
    ['broken JSON', ['analyze', IRAN, '--rules', broken], /expected JSON in .*broken\.json/],
    ['a wrong rule, named by its place in its file', ['analyze', IRAN, '--rules', rule], /weightless\.json\[1\]\.weight/],
    [
      'a file of rules of a newer format',
      ['analyze', IRAN, '--rules', write('newer.json', '{"format": 2, "rules": [{"id": 7}]}')],
      /expected rules of format 1, got format 2, which is for a newer version.*mend it by updating demarche .*newer\.json/,
    ],
    ['a model that is none', ['analyze', IRAN, '--model', rule], /expected a model/],
    ['a number that is none', ['analyze', IRAN, '--min-confidence', 'high'], /expected a number/],
    ['a probability above 1', ['analyze', IRAN, '--min-confidence', '2'], /a probability from 0 to 1/],
  ])('%s', (_, args, message) => {
    const { status, output, errors } = demarche(args)
    expect(errors).toMatch(message)
    expect(errors).toMatch(/^demarche: [^\n]+\n$/)
    expect(output).toBe('')
    expect(status).toBe(2)
  })
})

describe('help', () => {
  test.each([
    '',
    'analyze',
    'report',
    'archive',
    'rules check',
    'rules list',
    'rules explain',
    'actors find',
    'evaluate',
    'train',
  ])('demarche %s --help has examples', (command) => {
    const { status, output } = demarche([...command.split(' ').filter(Boolean), '--help'])
    expect(output).toMatch(/^Examples?:\n {2}demarche /m)
    expect(status).toBe(0)
  })
  test('every exit code is listed', () => {
    expect(demarche(['--help']).output).toMatch(/^Exit codes:(?:\n {2}[\d, ]+ {2,}.+)+$/m)
  })
  test('the package names the command', () => {
    const { bin, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
      bin: { demarche: string }
      version: string
    }
    expect(existsSync(inProject(bin.demarche))).toBe(true)
    expect(readFileSync(inProject(bin.demarche), 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true)
    expect(demarche(['--version']).output).toBe(`${version}\n`)
  })
})

test('a reader that has enough ends it quietly', () => {
  const files = Array.from({ length: 300 }, () => `'${IRAN}'`).join(' ')
  const { stdout, stderr } = spawnSync(
    'bash',
    ['-c', `'${process.execPath}' '${COMMAND}' analyze ${files} | head -c 1; echo " \${PIPESTATUS[0]}"`],
    {
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
  expect(stdout).toBe('[ 141\n')
})
