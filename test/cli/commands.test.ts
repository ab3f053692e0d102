import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { StanceReport } from '../../src/index'
import { runCommand } from '../../src/cli/run'
import { demarche, hostWith } from './in-process'
import { scratch } from './run'

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
  test('prints JSON where the output is no terminal', async () => {
    const { status, output, errors } = await demarche(['analyze', IRAN])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const record = JSON.parse(output) as Record
    expect(record.id).toBe(IRAN)
    expect(stances(record)).toEqual(['Iran: oppose'])
  })
  test('several files make an array, or a line each', async () => {
    const array = JSON.parse((await demarche(['analyze', IRAN, PAKISTAN])).output) as Record[]
    expect(array.map(stances)).toEqual([['Iran: oppose'], ['Pakistan: support']])
    const lines = (await demarche(['analyze', IRAN, PAKISTAN, '--format', 'jsonl'])).output.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as Record)).toEqual(array)
  })
  test('- is standard input', async () => {
    expect(stances(JSON.parse((await demarche(['analyze', '-'], { input: readFileSync(IRAN) })).output) as Record)).toEqual([
      'Iran: oppose',
    ])
  })
  test('--format table shows actor, stance, score and words', async () => {
    const { output } = await demarche(['analyze', IRAN, '--format', 'table'])
    expect(output).toMatch(/^Iran +oppose +-0\.\d\d {2}“Iran refused to attend the Moscow talks on Afghanistan/m)
    expect(output.split('\n').every((line) => line.length <= 120)).toBe(true)
  })
  test('--format markdown makes a table whose cells cannot break it', async () => {
    const file = write('a|b.txt', 'Iran refused to attend the Moscow talks on Afghanistan | <b>its</b> ministry said.')
    const { output } = await demarche(['analyze', file, '--format', 'markdown'])
    expect(output).toMatch(/^## .*a\\\|b\.txt$/m)
    expect(output).toMatch(/^\| Iran \| moscow-talks-afghanistan \| oppose \| -0\.\d\d \| “.*” \| {2}\|$/m)
    expect(output).not.toContain('<b>')
  })
  test('--format csv has a row for each actor and text', async () => {
    const [head, ...rows] = (await demarche(['analyze', IRAN, PAKISTAN, '--format', 'csv', '--date', '2018-08-24'])).output
      .trimEnd()
      .split('\r\n')
    expect(head).toMatch(/^document,date,actor_id,/)
    expect(rows.map((line) => line.split(',').slice(0, 3))).toEqual([
      [IRAN, '2018-08-24', 'iran'],
      [PAKISTAN, '2018-08-24', 'pakistan'],
    ])
  })
  test('--format html makes a page of its own, with the talks by their name', async () => {
    const { output } = await demarche(['analyze', '-', '--target', 'the Nairobi talks', '--format', 'html'], {
      input: 'Egypt will attend the Nairobi talks.',
    })
    expect(output).toMatch(/^<!doctype html>/)
    expect(output).toContain('<title>The Nairobi talks: who stands where</title>')
    expect(
      (await demarche(['report', '-', '--target', 'the Nairobi talks'], { input: 'Egypt will attend the Nairobi talks.' }))
        .output,
    ).toBe(output)
  })
  test('--date decides whom a capital stands for', async () => {
    const actor = async (date: string): Promise<string | undefined> =>
      (JSON.parse((await demarche(['analyze', '-', '--date', date], { input: KABUL })).output) as Record).report.actors[0]?.actor
        .id
    expect([await actor('2018-08-24'), await actor('2024-10-02')]).toEqual(['afghan-government', 'taliban'])
  })
  test('--target takes talks by name', async () => {
    const input = 'Egypt will attend the Nairobi talks.'
    const { report } = JSON.parse((await demarche(['analyze', '-', '--target', 'the Nairobi talks'], { input })).output) as Record
    expect(report.actors.map(({ target, stance }) => [target, stance])).toEqual([['nairobi-talks', 'support']])
  })
  test('--target takes talks as a file', async () => {
    const file = write('target.json', JSON.stringify({ id: 'nairobi', name: 'the Nairobi talks' }))
    const { report } = JSON.parse(
      (await demarche(['analyze', '-', '--target', file], { input: 'Egypt will attend the Nairobi talks.' })).output,
    ) as Record
    expect(report.actors[0]?.target).toBe('nairobi')
  })
  test('the built-in talks go by their name, too', async () => {
    const { output } = await demarche(['analyze', IRAN, '--target', 'Moscow talks'])
    expect((JSON.parse(output) as Record).report.actors[0]?.target).toBe('moscow-talks-afghanistan')
  })
  test('--rules and --actors extend the built-in ones', async () => {
    const rules = write('rules.json', JSON.stringify([RULE]))
    const actors = write(
      'actors.json',
      JSON.stringify([{ id: 'pamir-assembly', name: 'Pamir Assembly', kind: 'organisation', aliases: ['PASM'] }]),
    )
    const input = 'PASM cleared its calendar for the Moscow talks on Afghanistan. Iran rejected the Moscow talks.'
    const { report } = JSON.parse(
      (await demarche(['analyze', '-', '--rules', rules, '--actors', actors, '--model', 'none'], { input })).output,
    ) as Record
    expect(report.model).toBeNull()
    expect(report.actors.map(({ actor, stance }) => `${actor.id}: ${stance}`)).toEqual([
      'pamir-assembly: support',
      'iran: oppose',
    ])
  })
  test('--rules, --actors and --target take files that say their format', async () => {
    const actor = { id: 'pamir-assembly', name: 'Pamir Assembly', kind: 'organisation', aliases: ['PASM'] }
    const wrapped = (list: string, entry: unknown): string =>
      write(`${list}-1.json`, JSON.stringify({ format: 1, [list]: [entry] }))
    const flags = [
      ...['--rules', wrapped('rules', RULE)],
      ...['--actors', wrapped('actors', actor)],
      ...['--target', wrapped('targets', { id: 'nairobi', name: 'the Nairobi talks' })],
    ]
    const { output } = await demarche(['analyze', '-', ...flags], { input: 'PASM cleared its calendar for the Nairobi talks.' })
    expect(stances(JSON.parse(output) as Record)).toEqual(['Pamir Assembly: support'])
  })
  test('--format markdown tells the day, warnings and conditions', async () => {
    const input = 'Kabul will attend the Moscow talks on Afghanistan only if the Taliban lay down their arms.'
    const flags = ['--format', 'markdown', '--date', '2018-08-24']
    const { output } = await demarche(['analyze', '-', ...flags], { input })
    expect(output).toMatch(/^## \\-\n\nPublished 2018-08-24\.\n\n\| actor /)
    expect(output).toMatch(/^\| Afghan government \| .* \| conditional \| .* \| “the Taliban lay down their arms” \|$/m)
    expect((await demarche(['analyze', '-', ...flags], { input: '?' })).output).toContain(
      'Warning: the text has no words.\n\nNo actors.\n',
    )
  })
  test('--format table has a heading for each of several texts, and names the target where there are several', async () => {
    const { output } = await demarche(['analyze', IRAN, PAKISTAN, '--format', 'table'])
    expect(output.split('\n').filter((line) => line === IRAN || line === PAKISTAN)).toEqual([IRAN, PAKISTAN])
    const input = 'Iran welcomed the Moscow talks on Afghanistan and rejected the Nairobi talks.'
    const targets = ['--target', 'Moscow talks', '--target', 'the Nairobi talks', '--format', 'table']
    expect((await demarche(['analyze', '-', ...targets], { input })).output).toMatch(/^on nairobi-talks$/m)
    expect((await demarche(['analyze', '-', '--format', 'table'], { input: 'It rained.' })).output).toMatch(
      /^warning: the text names none of the targets .*\nno actors\n$/,
    )
  })
  test('on a terminal a table as wide as it is, between 70 and 160', async () => {
    for (const [columns, width] of [
      [100, 100],
      [40, 70],
      [300, 160],
    ] as const) {
      const { output } = await demarche(['analyze', IRAN], { columns })
      expect(output.split('\n')[1]).toBe('─'.repeat(width))
    }
  })
  test('--explain adds the rules that counted and those that did not', async () => {
    const { explanation } = JSON.parse((await demarche(['analyze', IRAN, '--explain'])).output) as Record
    expect(explanation?.counted).toEqual([expect.objectContaining({ actor: 'Iran', stance: 'oppose' })])
    expect((await demarche(['analyze', IRAN, '--explain', '--format', 'table'])).output).toMatch(
      /^\S+ +oppose +\+\d\.\d\d +Iran +“/m,
    )
  })
})

describe('demarche rules', () => {
  test('check passes rules that keep what they promise', async () => {
    const { status, output } = await demarche(['rules', 'check', write('good.json', JSON.stringify([RULE]))])
    expect(output).toBe('1 rule, 0 problems\n')
    expect(status).toBe(0)
  })
  test('check tells what is wrong and ends with 3', async () => {
    const wrong = { ...RULE, examples: ['Uzbekistan [cleared its desk for the Moscow talks].', RULE.examples[1]] }
    const { status, output } = await demarche(['rules', 'check', write('bad.json', JSON.stringify([wrong]))])
    expect(output).toMatch(/^support\.clear-calendar, examples\[0\]: expected .*; mend it by /)
    expect(status).toBe(3)
  })
  test('list prints the rules with all the given words', async () => {
    const { output } = await demarche(['rules', 'list', 'cue', 'boycott', 'oppose'])
    const lines = output.trimEnd().split('\n').slice(1, -1)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.every((line) => line.includes('boycott') && / cue +/.test(line))).toBe(true)
    expect(await demarche(['rules', 'list', 'no-such-word'])).toMatchObject({ status: 3 })
  })
  test('check and explain take standard input', async () => {
    expect((await demarche(['rules', 'check', '-'], { input: JSON.stringify([RULE]) })).output).toBe('1 rule, 0 problems\n')
    const there = await demarche(['rules', 'explain', 'Iran rejected the Moscow talks on Afghanistan.'])
    expect(await demarche(['rules', 'explain', '-'], { input: 'Iran rejected the Moscow talks on Afghanistan.' })).toEqual(there)
  })
  test('check holds the examples against the actors and talks that are given', async () => {
    const actors = write('folk.json', JSON.stringify([{ id: 'pasm', name: 'Pamir Assembly', kind: 'organisation' }]))
    const rules = write(
      'pamir.json',
      JSON.stringify([
        { ...RULE, examples: RULE.examples.map((s) => s.replace('Moscow', 'Nairobi').replace('Iran', 'The Pamir Assembly')) },
      ]),
    )
    expect((await demarche(['rules', 'check', rules])).status).toBe(3)
    expect(await demarche(['rules', 'check', rules, '--actors', actors, '--target', 'the Nairobi talks'])).toMatchObject({
      status: 0,
      output: '1 rule, 0 problems\n',
    })
  })
  test('list and explain print JSON with --json', async () => {
    const listed = JSON.parse((await demarche(['rules', 'list', 'oppose', 'boycott', '--json'])).output) as { id: string }[]
    expect(listed.length).toBeGreaterThan(3)
    expect(listed.every(({ id }) => typeof id === 'string')).toBe(true)
    const flags = ['--json', '--date', '2024-10-02']
    const text = 'Kabul rejected the Moscow talks on Afghanistan.'
    expect(JSON.parse((await demarche(['rules', 'explain', text, ...flags])).output)).toMatchObject({
      counted: [{ actor: 'Taliban', stance: 'oppose', mode: 'narrated' }],
    })
  })
  test('list cuts its lines to a terminal', async () => {
    const { output } = await demarche(['rules', 'list', 'boycott'], { columns: 60 })
    const lines = output.split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBe(60)
    expect(lines.some((line) => line.endsWith('…'))).toBe(true)
  })
  test('explain says that no rule counted', async () => {
    expect((await demarche(['rules', 'explain', 'It rained.'])).output).toBe('No rule counted.\n')
  })
  test('explain says which rules counted for whom', async () => {
    const { output, status } = await demarche(['rules', 'explain', 'Iran rejected the Moscow talks on Afghanistan.'])
    expect(status).toBe(0)
    expect(output).toMatch(/^oppose\.\S+ +oppose +\+\d\.\d\d +Iran +“rejected the Moscow talks/m)
  })
  test('explain says why others did not', async () => {
    const { output } = await demarche(['rules', 'explain', 'Iran did not welcome the Moscow talks on Afghanistan.'])
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
  ])('%s', async (name, expected) => {
    const { status, output } = await demarche(['actors', 'find', name])
    expect(output).toMatch(expected)
    expect(status).toBe(0)
  })
  test('prints whole actors with --json, those of a file too, nobody as an empty list', async () => {
    const file = write('pamir-actors.json', JSON.stringify([{ id: 'pasm', name: 'Pamir Assembly', kind: 'organisation' }]))
    const { output } = await demarche(['actors', 'find', 'pamir assembly', '--actors', file, '--json'])
    expect(JSON.parse(output)).toEqual([{ id: 'pasm', name: 'Pamir Assembly', kind: 'organisation' }])
    expect(await demarche(['actors', 'find', '?', '--json'])).toMatchObject({ status: 3, output: '[]\n' })
  })
  test('nobody: says so and ends with 3', async () => {
    expect(await demarche(['actors', 'find', 'constructor'])).toEqual({
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

  test('prints figures', async () => {
    const { status, output } = await demarche(['evaluate', docs, gold])
    expect(output).toMatch(/^1 documents, 1 actors\n\nstance F1 +1\.000\n/)
    expect(status).toBe(0)
  })
  test('prints all of them as JSON', async () => {
    expect(JSON.parse((await demarche(['evaluate', docs, gold, '--json'])).output)).toMatchObject({
      documents: 1,
      stanceF1: 1,
      errors: [],
    })
  })
  test('each text is held against the talks that it names, on its day', async () => {
    const texts = [
      {
        id: 'a',
        text: 'Egypt will attend the Nairobi talks. Egypt welcomed the peace parley.',
        target: 'the Nairobi talks',
        target_names: ['the peace parley', 'the talks'],
      },
      { id: 'b', text: 'Kabul rejected the Moscow talks on Afghanistan.', target: 'Moscow talks', date: '2024-10-02' },
    ]
    const labels = [
      { id: 'a', actors: [{ actor: 'Egypt', names: ['Egypt'], stance: 'support' }] },
      { id: 'b', actors: [{ actor: 'Taliban', names: ['Taliban', 'Kabul'], stance: 'oppose' }] },
    ]
    const files = [write('named.docs.jsonl', lines(texts)), write('named.gold.jsonl', `\n${lines(labels)}`)]
    expect(JSON.parse((await demarche(['evaluate', ...files, '--json'])).output)).toMatchObject({ stanceF1: 1, errors: [] })
    // talks of the command line stand for all texts
    const { output } = await demarche(['evaluate', ...files, '--json', '--target', 'the Doha talks', '--model', 'none'])
    expect(JSON.parse(output)).toMatchObject({ stanceF1: 0 })
  })
  test.each<[string, string, string, RegExp]>([
    [
      'a text without an id',
      lines([{ text: 'x' }]),
      lines([]),
      /expected \{ "id", "text" \} on each line of .*, got another object as number 1; mend/,
    ],
    [
      'labels that are none',
      lines([{ id: 'a', text: 'x' }]),
      lines([{ id: 'a' }]),
      /"actors".* on each line of .*, got another object as number 1; mend/,
    ],
    ['a list for an object', lines([[]]), lines([]), /expected one JSON object a line in .*, got line 1: another value; mend/],
    [
      'a torn line',
      `${lines([{ id: 'a', text: 'x' }])}{"id"`,
      lines([]),
      /expected one JSON object a line in .*, got line 2: .*; mend/,
    ],
    [
      'many that are missing',
      lines('abcdefg'.split('').map((id) => ({ id, text: 'x' }))),
      lines([]),
      /got a, b, c, d, e, … in one only; mend/,
    ],
  ])('%s is told in one line', async (_, texts, labels, message) => {
    const run = await demarche(['evaluate', write('odd.docs.jsonl', texts), write('odd.gold.jsonl', labels)])
    expect(run.errors).toMatch(message)
    expect(run).toMatchObject({ status: 2, output: '' })
  })
  test('says which labels are missing', async () => {
    const other = write('other.gold.jsonl', lines([{ id: 'b', actors: [] }]))
    expect(await demarche(['evaluate', docs, other])).toMatchObject({
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
  test('writes a model that --model takes', async () => {
    const corpus = write('corpus.jsonl', statements.map((statement) => `${JSON.stringify(statement)}\n`).join(''))
    const output = join(folder, 'model.json')
    const { status, errors } = await demarche(['train', corpus, '-o', output, '--folds', '3'])
    expect(errors).toMatch(/^en-12-\w+: 12 statements; held out: accuracy \d\.\d{3}, macro F1 \d\.\d{3}; written to /)
    expect(status).toBe(0)
    const { report } = JSON.parse((await demarche(['analyze', IRAN, '--model', output])).output) as Record
    expect(report.model).toMatch(/^en-12-/)
  })
  test('shows how far it is on a terminal', async () => {
    const corpus = write('corpus.jsonl', statements.map((statement) => `${JSON.stringify(statement)}\n`).join(''))
    const { errors } = await demarche(['train', corpus, '-o', join(folder, 'shown.json'), '--folds', '3', '--seed', '2'], {
      columns: 100,
    })
    expect(errors).toMatch(/\r\u001b\[K\S.* \d+\/\d+\r\u001b\[K/)
    expect(errors).toMatch(/\r\u001b\[Ken-12-\w+: 12 statements; /)
  })
  test('a model that cannot be written ends it with 4', async () => {
    const { status, errors } = await demarche(['train', '-', '-o', join(folder, 'no', 'model.json'), '--folds', '3'], {
      input: statements.map((statement) => `${JSON.stringify(statement)}\n`).join(''),
    })
    expect(errors).toMatch(
      /^demarche: expected a file that can be written, got no such file \(ENOENT\): .*model\.json; mend it by /,
    )
    expect(status).toBe(4)
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
    ['standard input twice', ['analyze', '-', '-'], /expected - once at most/],
    ['talks without a name', ['analyze', IRAN, '--target', '?'], /expected the name of talks, or a JSON file, got "\?"; mend/],
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
  ])('%s', async (_, args, message) => {
    const { status, output, errors } = await demarche(args)
    expect(errors).toMatch(message)
    expect(errors).toMatch(/^demarche: [^\n]+\n$/)
    expect(output).toBe('')
    expect(status).toBe(2)
  })
})

describe('what fails on the way', () => {
  test('standard input that cannot be read ends it with 2', async () => {
    const input = new Readable({
      read() {
        this.destroy(Object.assign(new Error('EISDIR'), { code: 'EISDIR' }))
      },
    })
    expect(await demarche(['analyze', '-'], { input })).toEqual({
      status: 2,
      output: '',
      errors: 'demarche: expected a file that can be read, got a folder (EISDIR): standard input; mend it by sending it again\n',
    })
  })
  test.each([
    ['a closed pipe ends it quietly with 141', 'EPIPE', 141, /^$/],
    [
      'a fault that nobody foresaw says that it is one, and ends with 1',
      'EFAULT',
      1,
      /^demarche: a fault of demarche itself, please report it: Error: broken\n {4}at /,
    ],
  ])('%s', async (_, code, status, errors) => {
    const { host, run } = hostWith()
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken'), { code })) })
    stdout.on('error', () => undefined)
    const broken = { ...host, stdout }
    await runCommand(['actors', 'find', 'Iran'], broken)
    expect(broken.exitCode).toBe(status)
    expect(run().errors).toMatch(errors)
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
  ])('demarche %s --help has examples', async (command) => {
    const { status, output } = await demarche([...command.split(' ').filter(Boolean), '--help'])
    expect(output).toMatch(/^Examples?:\n {2}demarche /m)
    expect(status).toBe(0)
  })
  test('every exit code is listed', async () => {
    expect((await demarche(['--help'])).output).toMatch(/^Exit codes:(?:\n {2}[\d, ]+ {2,}.+)+$/m)
  })
})
