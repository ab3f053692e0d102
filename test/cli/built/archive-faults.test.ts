import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { archiveOf } from '../archive-input'
import { COMMAND, demarche, scratch } from '../run'

const { folder, write } = scratch()

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const lineNumbers = (path: string): number[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { line: number }).line)
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

/** Starts the command and lets it run. */
const start = (args: readonly string[], stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess =>
  spawn(process.execPath, [COMMAND, ...args], { stdio: [stdin, 'ignore', 'ignore'] })

const ended = (child: ChildProcess): Promise<number | NodeJS.Signals | null> =>
  new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)))

/** Waits until something holds; fails where the process ends before. */
async function until(holds: () => boolean, child: ChildProcess): Promise<void> {
  while (!holds()) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the run ended before it was to be stopped')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Every 50th line cannot be used. */
const TEXTS = 2400
const INPUT = archiveOf(TEXTS).replace(/^.*"text-\d*[05]0".*$/gm, '{ torn')
const archive = write('archive.jsonl', INPUT)
const wantedPath = join(folder, 'wanted.jsonl')
const wantedStatus = demarche(['archive', archive, '-o', wantedPath, '-q']).status
const wanted = readFileSync(wantedPath, 'utf8')
const wantedRejects = readFileSync(`${wantedPath}.rejects.jsonl`, 'utf8')

function expectWhole(output: string): void {
  expect(readFileSync(output, 'utf8') === wanted, 'the output is that of a run without a fault').toBe(true)
  expect(readFileSync(`${output}.rejects.jsonl`, 'utf8') === wantedRejects, 'the rejects, too').toBe(true)
  expect(existsSync(`${output}.lock`)).toBe(false)
}

test('the run without a fault has every line once', () => {
  expect(wantedStatus).toBe(3)
  const all = [...lineNumbers(wantedPath), ...lineNumbers(`${wantedPath}.rejects.jsonl`)].sort((a, b) => a - b)
  expect(all).toEqual(upTo(TEXTS))
})

describe('killed and resumed, nothing is lost and nothing is there twice', () => {
  test('by SIGKILL, again and again', async () => {
    const output = join(folder, 'killed.jsonl')
    for (const share of [0, 0.2, 0.5, 0.8]) {
      const child = start(['archive', archive, '-o', output, ...(share === 0 ? [] : ['--resume'])])
      const end = ended(child)
      await until(() => sizeOf(output) > share * wanted.length, child)
      child.kill('SIGKILL')
      expect(await end).toBe('SIGKILL')
    }
    expect(existsSync(`${output}.lock`), 'a killed run leaves its lock').toBe(true)
    expect(demarche(['archive', archive, '-o', output, '--resume']).status).toBe(3)
    expectWhole(output)
  })
  test.each([
    ['in the middle of a report', (lines: number) => lines + 0.5],
    ['between two reports', (lines: number) => lines],
    ['in the first report', () => 0.5],
    ['before the first report', () => 0],
    ['at the end', () => Infinity],
  ])('with an output cut %s', (_, where) => {
    const output = join(folder, 'cut.jsonl')
    const cut = where(1000)
    const lines = wanted.split(/(?<=\n)/)
    const kept = lines.slice(0, Math.floor(Math.min(cut, lines.length)))
    const torn = cut % 1 > 0 ? lines[Math.floor(cut)]!.slice(0, 40) : ''
    writeFileSync(output, kept.join('') + torn)
    writeFileSync(`${output}.rejects.jsonl`, wantedRejects)
    expect(demarche(['archive', archive, '-o', output, '--resume', '-q'])).toEqual({ status: 3, output: '', errors: '' })
    expectWhole(output)
  })
  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s ends it in good order with %d', async (signal, status) => {
    const output = join(folder, `${signal}.jsonl`)
    const child = start(['archive', archive, '-o', output])
    const end = ended(child)
    await until(() => sizeOf(output) > 0, child)
    child.kill(signal)
    expect(await end).toBe(status)
    expect(readFileSync(output, 'utf8').endsWith('\n')).toBe(true)
    expect(existsSync(`${output}.lock`)).toBe(false)
    expect(demarche(['archive', archive, '-o', output, '--resume']).status).toBe(3)
    expectWhole(output)
  })
  test.each([
    ['another input', ['archive', write('other.jsonl', INPUT.replaceAll('Iran', 'Oman')), '--resume']],
    ['other options', ['archive', archive, '--resume', '--model', 'none', '--target', 'the Doha talks']],
    ['a shorter input', ['archive', write('short.jsonl', archiveOf(3)), '--resume']],
  ])('%s is refused, and the output stays as it was', (_, args) => {
    const output = join(folder, 'refused.jsonl')
    const begun = wanted.slice(0, wanted.indexOf('\n', wanted.length / 2) + 1)
    writeFileSync(output, begun)
    writeFileSync(`${output}.rejects.jsonl`, wantedRejects)
    const { status, errors } = demarche([...args, '-o', output])
    expect(errors).toMatch(
      /^demarche: expected line \d+ of .* to give the last report of .* again, got another report.*; mend it by .*--force\n$/,
    )
    expect(status).toBe(2)
    expect(readFileSync(output, 'utf8') === begun).toBe(true)
  })
})

test('two runs on one output: the second one ends with 5', async () => {
  const output = join(folder, 'locked.jsonl')
  const child = start(['archive', '-', '-o', output], 'pipe')
  const end = ended(child)
  child.stdin!.write(INPUT.slice(0, INPUT.indexOf('\n') + 1))
  await until(() => sizeOf(output) > 0, child)
  const second = demarche(['archive', archive, '-o', output, '--resume'])
  expect(second.errors).toMatch(
    new RegExp(`^demarche: expected no other run on .*, got the process ${child.pid} on .*; mend it by .*\\n$`),
  )
  expect(second.status).toBe(5)
  child.stdin!.end(INPUT.slice(INPUT.indexOf('\n') + 1))
  expect(await end).toBe(3)
  expectWhole(output)
})

describe('a fault of the input', () => {
  const packed = gzipSync(INPUT)
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, damaged.length >> 1, (damaged.length >> 1) + 64)

  test('gzip data that break off: what came whole is done, the end is 4', () => {
    const output = join(folder, 'packed.jsonl')
    const { status, errors } = demarche(['archive', write('packed.gz', packed.subarray(0, packed.length >> 1)), '-o', output])
    expect(errors).toMatch(/got gzip data that break off; mend it by fetching the file again, and going on with --resume$/m)
    expect(status).toBe(4)
    expect(lineNumbers(output).length).toBeGreaterThan(0)
    expect(wanted.startsWith(readFileSync(output, 'utf8'))).toBe(true)
    expect(demarche(['archive', write('packed.gz', packed), '-o', output, '--resume', '-q']).status).toBe(3)
    expectWhole(output)
  })
  test('gzip data that are damaged: it says that the reports may be wrong, the end is 4', () => {
    const output = join(folder, 'damaged.jsonl')
    const { status, errors } = demarche(['archive', write('damaged.gz', damaged), '-o', output])
    expect(errors).toMatch(
      /got gzip data that are damaged \(.*\); what was unpacked just before may be wrong; mend it by .*--force$/m,
    )
    expect(status).toBe(4)
    expect(demarche(['archive', archive, '-o', output, '--force']).status).toBe(3)
    expectWhole(output)
  })
  test('a read error in the middle: what came whole is done, the end is 4', () => {
    const output = join(folder, 'unread.jsonl')
    // the system's read fails after the first chunk of the archive
    const hook = write(
      'failing-read.cjs',
      `const fs = require('node:fs'), { isMainThread } = require('node:worker_threads')
      const read = fs.read
      let chunks = 0
      if (isMainThread) fs.read = (fd, buffer, ...rest) => {
        if (buffer.length !== 65536 || ++chunks < 3) return read(fd, buffer, ...rest)
        rest.at(-1)(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }))
      }`,
    )
    const { status, errors } = demarche(['archive', archive, '-o', output], { env: { NODE_OPTIONS: `--require ${hook}` } })
    expect(errors).toMatch(
      /^demarche: expected to read .*archive\.jsonl to its end, got an error of the disk \(EIO\); mend it by .*--resume/m,
    )
    expect(status).toBe(4)
    expect(lineNumbers(output).length).toBeGreaterThan(0)
    expect(demarche(['archive', archive, '-o', output, '--resume']).status).toBe(3)
    expectWhole(output)
  })
})

describe('a fault of the output', () => {
  test('a full disk: what was written is whole, the end is 4; with room again it goes on', (context) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.round(wanted.length / 2 / 1024)}k`, 'tmpfs', disk]).status !== 0)
      return context.skip('a small disk cannot be mounted here')
    try {
      const output = join(disk, 'reports.jsonl')
      const full = demarche(['archive', archive, '-o', output])
      expect(full.errors).toMatch(
        /^demarche: expected to write to .*, got no space left on the disk \(ENOSPC\); mend it by making room and going on with --resume$/m,
      )
      expect(full.status).toBe(4)
      const written = readFileSync(output, 'utf8')
      expect(written.length).toBeGreaterThan(0)
      expect(written.endsWith('\n') && wanted.startsWith(written)).toBe(true)
      expect(spawnSync('mount', ['-o', 'remount,size=64m', disk]).status).toBe(0)
      expect(demarche(['archive', archive, '-o', output, '--resume']).status).toBe(3)
      expectWhole(output)
    } finally {
      spawnSync('umount', [disk])
    }
  })
  test('a closed pipe: it says so and ends with 141', () => {
    const command = `'${process.execPath}' '${COMMAND}' archive '${archive}' -q --inline-errors | head -n 3; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines.pop()).toBe('141')
    expect(lines.join('\n')).toBe(wanted.split('\n').slice(0, 3).join('\n'))
    expect(stderr).toMatch(/^demarche: expected a reader of standard output, got a closed pipe; mend it by .*\n$/)
  })
})

describe('a worker that dies', () => {
  const fatal = write('fatal.jsonl', archiveOf(40).replace('"text-20"', '"fatal"'))
  const died = join(folder, 'died')
  afterAll(() => rmSync(died, { force: true }))
  /** Ends the thread that is about to read the fatal line: each time, or only the first. */
  const hook = (once: boolean): NodeJS.ProcessEnv => ({
    NODE_OPTIONS: `--require ${write(
      'dying-worker.cjs',
      `const { isMainThread } = require('node:worker_threads'), { existsSync, appendFileSync } = require('node:fs')
      const parse = JSON.parse
      if (!isMainThread) JSON.parse = (text, ...rest) => {
        if (String(text).startsWith('{"id":"fatal"') && !(${once} && existsSync(${JSON.stringify(died)}))) {
          appendFileSync(${JSON.stringify(died)}, 'x')
          process.exit(1)
        }
        return parse(text, ...rest)
      }`,
    )}`,
  })

  test('once: its texts are done by another one', () => {
    const { status, output } = demarche(['archive', fatal, '-q'], { env: hook(true) })
    expect(readFileSync(died, 'utf8')).toBe('x')
    expect(output).toBe(demarche(['archive', fatal, '-q']).output)
    expect(status).toBe(0)
  })
  test('on the same line again: the line is rejected, the others are done', () => {
    const { status, output, errors } = demarche(['archive', fatal, '-q'], { env: hook(false) })
    expect(errors).toBe('demarche: line 20: a worker died on this line, twice\n')
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { line: number }).line),
    ).toEqual(upTo(40).filter((n) => n !== 20))
    expect(status).toBe(3)
  })
  test('on every line: the run gives up with 4', () => {
    const hopeless = write('hopeless.jsonl', archiveOf(60).replaceAll(/"text-\d+"/g, '"fatal"'))
    const { status, errors } = demarche(['archive', hopeless, '-q', '--workers', '1'], { env: hook(false) })
    expect(errors).toMatch(
      /demarche: expected workers that live, got \d+ that died one after the other.*; mend it by .*--resume\n$/,
    )
    expect(status).toBe(4)
  })
})
