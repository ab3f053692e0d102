import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import type { StanceReport } from '../../src/index'
import { analyze } from '../../src/index'
import { archiveOf } from './archive-input'
import { runCommand } from '../../src/cli/run'
import { demarche, hostWith } from './in-process'
import { scratch } from './run'

// the threads of a run, in this one
vi.mock('../../src/cli/archive/threads', async () => (await import('./threads')).inProcess)

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
const wanted = await demarche(['archive', archive, '--quiet'])

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
  test('are the same from standard input, packed, into a file, with any number of workers', async () => {
    expect((await demarche(['archive', '-', '-q', '--workers', '3'], { input: INPUT })).output).toBe(wanted.output)
    expect((await demarche(['archive', '-', '-q'], { input: gzipSync(INPUT) })).output).toBe(wanted.output)
    const output = join(folder, 'reports.jsonl')
    const run = await demarche(['archive', write('archive.jsonl.gz', gzipSync(INPUT)), '-o', output])
    expect(run.status).toBe(0)
    expect(run.output).toBe('')
    expect(run.errors).toMatch(/^demarche: 12 texts \(9 relevant\); none rejected; [\d.]+ s, \d+ texts\/s, \d+ workers\n$/)
    expect(readFileSync(output, 'utf8')).toBe(wanted.output)
    expect(existsSync(`${output}.rejects.jsonl`)).toBe(false)
    expect(existsSync(`${output}.lock`)).toBe(false)
  })
  test('with fields by other names, a headline apart, and a time of publication', async () => {
    const input = jsonl([{ url: 7, head: 'Moscow talks', body: 'Iran rejected them.', at: '2018-08-24T10:00:00Z' }])
    const names = ['--id-field', 'url', '--title-field', 'head', '--text-field', 'body', '--date-field', 'at']
    expect(linesOf((await demarche(['archive', '-', '-q', ...names], { input })).output)).toEqual([
      {
        id: 7,
        line: 1,
        publishedAt: '2018-08-24',
        report: analyze({ title: 'Moscow talks', text: 'Iran rejected them.' }, { publishedAt: '2018-08-24', screen: true }),
      },
    ])
  })
  test('--no-screen reads texts that name no target', async () => {
    const input = jsonl([{ id: 'a', text: 'Iran said that Norway was a friend.' }])
    expect(linesOf((await demarche(['archive', '-', '-q'], { input })).output)[0]?.report.actors).toEqual([])
    expect(linesOf((await demarche(['archive', '-', '-q', '--no-screen'], { input })).output)[0]?.report.actors).not.toEqual([])
  })
  test('--target and --model are for the workers, too', async () => {
    const input = jsonl([{ id: 'a', text: 'Egypt will attend the Nairobi talks.' }])
    const [line] = linesOf(
      (await demarche(['archive', '-', '-q', '--target', 'the Nairobi talks', '--model', 'none'], { input })).output,
    )
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

  test('go to a file with line number, reason and input; the rest goes on; the end is 3', async () => {
    const output = join(folder, 'mixed.jsonl')
    const { status, errors } = await demarche(['archive', write('mixed', input), '-o', output])
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
  test('are told on standard error where the output is no file', async () => {
    const { status, errors, output } = await demarche(['archive', '-', '-q'], { input })
    expect(status).toBe(3)
    expect(
      errors
        .trimEnd()
        .split('\n')
        .map((line) => /^demarche: line (\d+): expected /.exec(line)?.[1]),
    ).toEqual(BAD.map((_, i) => String(3 * i + 1)))
    expect(linesOf(output)).toHaveLength(BAD.length)
  })
  test('--inline-errors gives one line out for one line in', async () => {
    const { status, errors, output } = await demarche(['archive', '-', '-q', '--inline-errors'], { input })
    expect({ status, errors }).toEqual({ status: 3, errors: '' })
    expect(linesOf(output).map(({ line, error }) => [line, error === undefined])).toEqual(
      BAD.flatMap((_, i) => [
        [3 * i + 1, false],
        [3 * i + 2, true],
      ]),
    )
  })
})

describe('going on', () => {
  const bad = '{ torn\n'
  const input = write('framed.jsonl', `${bad}${INPUT}${bad}`)
  const output = join(folder, 'resumed.jsonl')
  const rejects = `${output}.rejects.jsonl`

  test('a run that was cut anywhere is resumed: every line is there once, and the summary says from where', async () => {
    await demarche(['archive', input, '-o', output, '-q'])
    const [whole, refused] = [readFileSync(output, 'utf8'), readFileSync(rejects, 'utf8')]
    for (const kept of [0, 1, 400, whole.length >> 1, whole.length]) {
      writeFileSync(output, whole.slice(0, kept))
      const { status, errors } = await demarche(['archive', input, '-o', output, '--resume'])
      expect(status).toBe(3)
      expect(readFileSync(output, 'utf8') === whole && readFileSync(rejects, 'utf8') === refused).toBe(true)
      if (kept === whole.length >> 1) expect(errors).toMatch(/^demarche: from line \d+: \d+ texts .*; 1 lines rejected to /)
    }
  })
  test('another input is refused, and the output stays as it was', async () => {
    await demarche(['archive', input, '-o', output, '-q', '--force'])
    const whole = readFileSync(output, 'utf8')
    const other = write('other.jsonl', `${bad}${INPUT.replaceAll('Kabul', 'Oman')}`)
    const { status, errors } = await demarche(['archive', other, '-o', output, '--resume'])
    expect(errors).toMatch(/^demarche: expected line 13 of .* to give the last report of .* again, got another report/)
    expect(status).toBe(2)
    expect(readFileSync(output, 'utf8')).toBe(whole)
  })
  test('--rejects names another file, and a run without rejects leaves none', async () => {
    const own = join(folder, 'own-rejects.jsonl')
    const again = join(folder, 'again.jsonl')
    expect((await demarche(['archive', input, '-o', again, '--rejects', own])).errors).toContain(` 2 lines rejected to ${own}; `)
    expect(linesOf(readFileSync(own, 'utf8')).map(({ line }) => line)).toEqual([1, 14])
    expect((await demarche(['archive', archive, '-o', again, '--rejects', own, '--force'])).status).toBe(0)
    expect(existsSync(own)).toBe(false)
  })
})

describe('faults on the way end it with 4, and what was written is whole', () => {
  const packed = gzipSync(archiveOf(300))
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, damaged.length >> 1, (damaged.length >> 1) + 64)
  const broken = (code: string): Readable =>
    new Readable({
      read() {
        this.push(INPUT.slice(0, INPUT.indexOf('\n') + 1))
        this.destroy(Object.assign(new Error(code), { code }))
      },
    })

  test.each<[string, string | Readable, string | undefined, RegExp]>([
    [
      'gzip data that break off',
      write('torn.gz', packed.subarray(0, packed.length >> 1)),
      undefined,
      /got gzip data that break off; mend it by fetching the file again, and going on with --resume$/m,
    ],
    [
      'gzip data that are damaged',
      write('damaged.gz', damaged),
      undefined,
      /got gzip data that are damaged \(.*\); what was unpacked just before may be wrong; mend it by .*--force$/m,
    ],
    [
      'packed standard input that breaks off',
      '-',
      'torn',
      /expected to read standard input to its end, got gzip data that break off; mend it by sending it again$/m,
    ],
    ['packed standard input that is damaged', '-', 'damaged', /got gzip data that are damaged .*; mend it by sending it again$/m],
    [
      'a read error',
      '-',
      'EIO',
      /expected to read standard input to its end, got an error of the disk \(EIO\); mend it by sending it again$/m,
    ],
  ])('%s', async (_, path, kind, message) => {
    const output = join(folder, 'faulty.jsonl')
    const input =
      kind === undefined
        ? ''
        : kind === 'EIO'
          ? broken('EIO')
          : kind === 'torn'
            ? packed.subarray(0, packed.length >> 1)
            : damaged
    const { status, errors } = await demarche(['archive', path as string, '-o', output, '--force'], { input })
    expect(errors).toMatch(message)
    expect(status).toBe(4)
    expect(readFileSync(output, 'utf8')).toMatch(/^(?:\{.*\}\n)*$/)
    expect(existsSync(`${output}.lock`)).toBe(false)
  })
  test.each([
    ['ENOSPC', 4, /expected to write to standard output, got no space left on the disk \(ENOSPC\); mend it by making room/],
    ['EPIPE', 141, /expected a reader of standard output, got a closed pipe; mend it by letting the reader read to the end/],
  ])('standard output with %s', async (code, status, message) => {
    const { host, run } = hostWith()
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
    stdout.on('error', () => undefined)
    const full = { ...host, stdout }
    await runCommand(['archive', archive, '-q'], full)
    expect(full.exitCode).toBe(status)
    expect(run().errors).toMatch(message)
  })
  test.each([
    [
      'a folder that is not there',
      join(folder, 'no', 'out.jsonl'),
      /expected to write beside .*, got no such file \(ENOENT\); mend/,
    ],
    ['a folder', folder, /expected to write to .*, got a folder \(EISDIR\); mend it by giving an output that can be written to/],
  ])('%s as output', async (_, output, message) => {
    const { status, errors } = await demarche(['archive', archive, '-o', output])
    expect(errors).toMatch(message)
    expect(status).toBe(4)
  })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it in good order with %d, and --resume goes on', async (signal, status) => {
  const output = join(folder, `${signal}.jsonl`)
  const input = new PassThrough()
  const { host, run } = hostWith({ input })
  const running = runCommand(['archive', '-', '-o', output], host)
  input.write(INPUT)
  await vi.waitFor(() => expect(existsSync(output) && statSync(output).size > 0).toBe(true))
  const others = process.listeners(signal).filter((listener) => !listener.toString().includes('onSignal'))
  others.forEach((listener) => process.off(signal, listener))
  process.emit(signal, signal)
  others.forEach((listener) => process.on(signal, listener))
  await running
  expect(run().errors).toMatch(new RegExp(`^demarche: stopped by ${signal}; --resume goes on from here$`, 'm'))
  expect(host.exitCode).toBe(status)
  expect(existsSync(`${output}.lock`)).toBe(false)
  expect((await demarche(['archive', archive, '-o', output, '--resume', '-q'])).status).toBe(0)
  expect(readFileSync(output, 'utf8')).toBe(wanted.output)
})

test('on a terminal it shows the texts that are done, the rate, and of a file the time left', async () => {
  const output = join(folder, 'shown.jsonl')
  const file = await demarche(['archive', archive, '-o', output], { columns: 100 })
  expect(file.errors).toMatch(/\[=* *\] \d+% \| \d+ texts, \d+\/s \| (?:\?|[\d.]+ s) left/)
  const stream = await demarche(['archive', '-', '-o', output, '--force'], { input: INPUT, columns: 100 })
  expect(stream.errors).toMatch(/\d+ texts, \d+\/s/)
  expect(stream.errors).not.toContain('left')
  expect((await demarche(['archive', archive], { columns: 100 })).errors, 'not between the reports').not.toContain('%')
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
    ['--resume and --force', [archive, '-o', output, '--resume', '--force'], /expected --resume or --force, got both/],
    [
      'the output for rejects',
      [archive, '-o', join(folder, 'y'), '--rejects', join(folder, 'y')],
      /a file of its own for the rejects/,
    ],
    ['the input for rejects', [archive, '-o', join(folder, 'y'), '--rejects', archive], /a file of its own for the rejects/],
    ['no workers', [archive, '--workers', '0'], /a number of workers from 1 to 256/],
    ['an output of something else, to resume', [archive, '-o', output, '--resume'], /expected reports of `demarche archive`/],
  ])('%s', async (_, args, message) => {
    const run = await demarche(['archive', ...args])
    expect(run.errors).toMatch(message)
    expect(run.errors).toMatch(/^demarche: /)
    expect(run).toMatchObject({ status: 2, output: '' })
    expect(readFileSync(output, 'utf8')).toBe('kept\n')
    expect(existsSync(join(folder, 'y'))).toBe(false)
    expect(existsSync(`${output}.lock`)).toBe(false)
  })
})
