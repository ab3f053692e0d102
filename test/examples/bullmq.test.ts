import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProject } from '../../scripts/lib/documents'
import type { StanceReport } from '../../src/index'
import { analyze } from '../../src/index'
import { archiveOf } from '../cli/archive-input'
import { scratch } from '../cli/run'
import { haveRedis, startRedis } from './redis'

const { folder, write } = scratch()
const example = join(folder, 'examples/bullmq')
const TEXTS = 600
const archive = write('archive.jsonl', archiveOf(TEXTS))
const running = new Set<ChildProcess>()
let redis: Awaited<ReturnType<typeof startRedis>> | undefined

beforeAll(async () => {
  // as `npm install` lays it out: the example with its own node_modules
  cpSync(inProject('examples/bullmq'), example, { recursive: true, filter: (path) => !path.includes('node_modules') })
  cpSync(inProject('examples/data'), join(folder, 'examples/data'), { recursive: true })
  mkdirSync(join(example, 'node_modules'))
  for (const [name, path] of [
    ['demarche', '.'],
    ['bullmq', 'node_modules/bullmq'],
    ['ioredis', 'node_modules/ioredis'],
  ] as const)
    symlinkSync(inProject(path), join(example, 'node_modules', name))
  if (haveRedis()) redis = await startRedis()
}, 360_000)

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  redis?.stop()
})

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly status: number | NodeJS.Signals | null; readonly output: string }>
}

function start(queue: string, command: string): Started {
  const [, ...args] = command.split(' ')
  const env = { ...process.env, REDIS_URL: redis!.url, DEMARCHE_QUEUE: queue, LOCK_MS: '1000' }
  const child = spawn(process.execPath, args, { cwd: example, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const ended = new Promise<{ status: number | NodeJS.Signals | null; output: string }>((resolve) =>
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ status: code ?? signal, output })
    }),
  )
  return { child, ended }
}

interface Line {
  readonly id: string
  readonly publishedAt: string
  readonly report: StanceReport
}

const linesOf = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('examples/bullmq', () => {
  const skipped = 'redis-server is not here and cannot be installed'

  test('the commands of its README give a report for each text', async (context) => {
    if (redis === undefined) return context.skip(skipped)
    const readme = readFileSync(inProject('examples/bullmq/README.md'), 'utf8')
    const commands = [...readme.matchAll(/^node .*$/gm)].map(([command]) => command)
    expect(commands.map((command) => command.split(' ')[1])).toEqual(['produce.mjs', 'work.mjs', 'collect.mjs'])
    const [produce, work, collect] = commands as [string, string, string]
    expect(await start('readme', produce).ended).toEqual({ status: 0, output: '6 texts in the queue\n' })
    const worker = start('readme', work)
    expect(await start('readme', collect).ended).toEqual({ status: 0, output: '6 reports in reports.jsonl, 0 texts failed\n' })
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toEqual({ status: 0, output: '' })
    const texts = readFileSync(inProject('examples/data/archive.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string; publishedAt: string })
    expect(linesOf(join(example, 'reports.jsonl')).sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      texts.map(({ id, text, publishedAt }) => ({ id, publishedAt, report: analyze(text, { publishedAt, screen: true }) })),
    )
  }, 120_000)

  test('workers and the collector are killed in the middle, the producer runs twice: every report is there once', async (context) => {
    if (redis === undefined) return context.skip(skipped)
    const reports = join(folder, 'reports.jsonl')
    for (let i = 0; i < 2; i++) expect((await start('killed', `node produce.mjs ${archive}`).ended).status).toBe(0)
    const workers = [start('killed', 'node work.mjs'), start('killed', 'node work.mjs')]
    const collector = start('killed', `node collect.mjs ${reports}`)
    await until(() => sizeOf(reports) > 0)
    workers[0]!.child.kill('SIGKILL')
    collector.child.kill('SIGKILL')
    expect((await workers[0]!.ended).status).toBe('SIGKILL')
    expect((await collector.ended).status).toBe('SIGKILL')
    expect(readFileSync(reports, 'utf8').split('\n').length).toBeLessThan(TEXTS)
    appendFileSync(reports, '{"id":"torn')
    const third = start('killed', 'node work.mjs')
    const { status, output } = await start('killed', `node collect.mjs ${reports}`).ended
    expect(output).toBe(`${TEXTS} reports in ${reports}, 0 texts failed\n`)
    expect(status).toBe(0)
    for (const worker of [workers[1]!, third]) {
      worker.child.kill('SIGTERM')
      expect((await worker.ended).status).toBe(0)
    }
    const ids = linesOf(reports).map(({ id }) => Number(id.replace('text-', '')))
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: TEXTS }, (_, i) => i + 1))
  }, 240_000)

  test('its package names what it imports', () => {
    const { dependencies } = JSON.parse(readFileSync(inProject('examples/bullmq/package.json'), 'utf8')) as {
      dependencies: object
    }
    expect(Object.keys(dependencies)).toEqual(['bullmq', 'demarche', 'ioredis'])
  })
})
