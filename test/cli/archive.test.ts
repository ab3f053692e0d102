import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { StanceReport } from '../../src/index'
import { analyze } from '../../src/index'
import { archiveOf } from './archive-input'
import { COMMAND, demarche, scratch } from './run'

const { folder, write } = scratch()

interface Line {
  readonly id: string | number
  readonly line: number
  readonly publishedAt?: string
  readonly report: StanceReport
  readonly error?: string
}

const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
const jsonl = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

const INPUT = archiveOf(12)
const archive = write('archive.jsonl', INPUT)
const wanted = demarche(['archive', archive, '--quiet'])

describe('reports', () => {
  test('come one a line, in the order of the input, as `analyze` makes them', () => {
    expect(wanted).toMatchObject({ status: 0, errors: '' })
    const texts = INPUT.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string; publishedAt: string })
    expect(linesOf(wanted.output)).toEqual(
      texts.map(({ id, text, publishedAt }, i) => ({
        id,
        line: i + 1,
        publishedAt,
        report: analyze(text, { publishedAt, screen: true }),
      })),
    )
  })
  test('are the same from standard input, packed, into a file, with any number of workers', () => {
    expect(demarche(['archive', '-', '-q', '--workers', '3'], { input: INPUT }).output).toBe(wanted.output)
    expect(demarche(['archive', '-', '-q', '--workers', '1'], { input: gzipSync(INPUT) }).output).toBe(wanted.output)
    const output = join(folder, 'reports.jsonl')
    const run = demarche(['archive', write('archive.jsonl.gz', gzipSync(INPUT)), '-o', output])
    expect(run.status).toBe(0)
    expect(run.output).toBe('')
    expect(run.errors).toMatch(/^demarche: 12 texts \(9 relevant\); none rejected; [\d.]+ s, \d+ texts\/s, \d+ workers\n$/)
    expect(readFileSync(output, 'utf8')).toBe(wanted.output)
    expect(existsSync(`${output}.rejects.jsonl`)).toBe(false)
    expect(existsSync(`${output}.lock`)).toBe(false)
  })
  test('with fields by other names, a headline apart, and a time of publication', () => {
    const input = jsonl([{ url: 7, head: 'Moscow talks', body: 'Iran rejected them.', at: '2018-08-24T10:00:00Z' }])
    const names = ['--id-field', 'url', '--title-field', 'head', '--text-field', 'body', '--date-field', 'at']
    expect(linesOf(demarche(['archive', '-', '-q', ...names], { input }).output)).toEqual([
      {
        id: 7,
        line: 1,
        publishedAt: '2018-08-24',
        report: analyze({ title: 'Moscow talks', text: 'Iran rejected them.' }, { publishedAt: '2018-08-24', screen: true }),
      },
    ])
  })
  test('--no-screen reads texts that name no target', () => {
    const input = jsonl([{ id: 'a', text: 'Iran said that Norway was a friend.' }])
    expect(linesOf(demarche(['archive', '-', '-q'], { input }).output)[0]?.report.actors).toEqual([])
    expect(linesOf(demarche(['archive', '-', '-q', '--no-screen'], { input }).output)[0]?.report.actors).not.toEqual([])
  })
  test('--target and --model are for the workers, too', () => {
    const input = jsonl([{ id: 'a', text: 'Egypt will attend the Nairobi talks.' }])
    const [line] = linesOf(demarche(['archive', '-', '-q', '--target', 'the Nairobi talks', '--model', 'none'], { input }).output)
    expect(line?.report).toMatchObject({ model: null, actors: [{ target: 'nairobi-talks', stance: 'support' }] })
  })
})

describe('lines that cannot be used', () => {
  const BAD: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['no JSON', '{"id": 1,', /^expected JSON: /],
    ['no object', '[1]', /^expected a JSON object, got another value$/],
    ['no id', '{"text":"x"}', /^expected a text or a number as "id", got nothing$/],
    ['no text', '{"id":1,"text":null}', /^expected a text as "text", got null$/],
    ['a title that is none', '{"id":1,"text":"x","title":[]}', /^expected a text as "title", got a list$/],
    ['a day that there is not', '{"id":1,"text":"x","publishedAt":"2018-02-30"}', /2018-02-30/],
    ['fields of the prototype', '{"id":1,"__proto__":{"text":"x"}}', /^expected a text as "text", got nothing$/],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0x22]), /^expected UTF-8, got other bytes$/],
  ]
  const good = Buffer.from('{"id":"good","text":"Pakistan welcomed the Moscow talks on Afghanistan."}\r\n\n')
  const input = Buffer.concat([...BAD.flatMap(([, line]) => [Buffer.from(line), Buffer.from('\n'), good])])

  test('go to a file with line number, reason and input; the rest goes on; the end is 3', () => {
    const output = join(folder, 'mixed.jsonl')
    const { status, errors } = demarche(['archive', write('mixed', input), '-o', output])
    expect(status).toBe(3)
    expect(errors).toContain(`; ${BAD.length} lines rejected to ${output}.rejects.jsonl; `)
    expect(linesOf(readFileSync(output, 'utf8')).map(({ id, line }) => [id, line])).toEqual(
      BAD.map((_, i) => ['good', 3 * i + 2]),
    )
    const rejects = readFileSync(`${output}.rejects.jsonl`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; reason: string; input: string })
    expect(rejects.map(({ line }) => line)).toEqual(BAD.map((_, i) => 3 * i + 1))
    rejects.forEach(({ reason, input: kept }, i) => {
      expect(reason).toMatch(BAD[i]![2])
      expect(kept).toBe(BAD[i]![1].toString())
    })
  })
  test('are told on standard error where the output is no file', () => {
    const { status, errors, output } = demarche(['archive', '-', '-q'], { input })
    expect(status).toBe(3)
    expect(
      errors
        .trimEnd()
        .split('\n')
        .map((line) => /^demarche: line (\d+): expected /.exec(line)?.[1]),
    ).toEqual(BAD.map((_, i) => String(3 * i + 1)))
    expect(linesOf(output)).toHaveLength(BAD.length)
  })
  test('--inline-errors gives one line out for one line in', () => {
    const { status, errors, output } = demarche(['archive', '-', '-q', '--inline-errors'], { input })
    expect({ status, errors }).toEqual({ status: 3, errors: '' })
    expect(linesOf(output).map(({ line, error }) => [line, error === undefined])).toEqual(
      BAD.flatMap((_, i) => [
        [3 * i + 1, false],
        [3 * i + 2, true],
      ]),
    )
  })
})

test('as a filter it answers each line before the next one comes', async () => {
  const child = spawn(process.execPath, [COMMAND, 'archive', '-', '--quiet'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  for (const [i, line] of INPUT.trimEnd().split('\n').slice(0, 5).entries()) {
    child.stdin.write(`${line}\n`)
    const { value } = (await answers.next()) as { value: string }
    expect((JSON.parse(value) as Line).line).toBe(i + 1)
  }
  child.stdin.end()
  expect((await answers.next()).done).toBe(true)
})

test('on a terminal it shows a bar with the rate and the time left', (context) => {
  if (spawnSync('script', ['--version']).status !== 0) return context.skip('script of util-linux is not here')
  const command = `'${process.execPath}' '${COMMAND}' archive '${archive}' -o '${join(folder, 'shown.jsonl')}'`
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm' },
  })
  expect(stdout).toMatch(/\[=+ *\] \d+% \| \d+ texts, \d+\/s \| [\d.]+ s left/)
})

describe('what cannot be done is told in one line, before anything is written', () => {
  const output = write('there.jsonl', 'kept\n')
  const rules = write('rules.json', '[{"id":"x"}]')
  test.each<[string, readonly string[], RegExp]>([
    ['an output that is there', [archive, '-o', output], /a file that is there; mend it by --resume .* --force/],
    ['resuming from standard input', ['-', '-o', output, '--resume'], /standard input, which cannot be read again/],
    ['resuming to standard output', [archive, '--resume'], /expected an output file to resume/],
    ['the input as output', [archive, '-o', archive, '--force'], /an output apart from the input/],
    ['a packed output', [archive, '-o', join(folder, 'x.jsonl.gz')], /\| gzip > /],
    ['an input that is not there', ['nowhere.jsonl', '-o', join(folder, 'y')], /no such file \(ENOENT\)/],
    ['a folder as input', [folder, '-o', join(folder, 'y')], /a folder \(EISDIR\)/],
    ['a wrong rule', [archive, '-o', join(folder, 'y'), '--rules', rules], /rules\.json\[0\]\.pattern/],
    ['no workers', [archive, '--workers', '0'], /a number of workers from 1 to 256/],
    ['an output of something else, to resume', [archive, '-o', output, '--resume'], /expected reports of `demarche archive`/],
  ])('%s', (_, args, message) => {
    const run = demarche(['archive', ...args])
    expect(run.errors).toMatch(message)
    expect(run.errors).toMatch(/^demarche: /)
    expect(run).toMatchObject({ status: 2, output: '' })
    expect(readFileSync(output, 'utf8')).toBe('kept\n')
    expect(existsSync(join(folder, 'y'))).toBe(false)
    expect(existsSync(`${output}.lock`)).toBe(false)
  })
})
