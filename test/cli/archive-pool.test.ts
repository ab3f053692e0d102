import { expect, test, vi } from 'vitest'
import type { WorkerPool } from '../../src/cli/archive/pool'
import { startPool } from '../../src/cli/archive/pool'
import type { Batch, BatchResult, WorkerSettings } from '../../src/cli/archive/settings'
import { DEFAULT_FIELDS } from '../../src/cli/archive/settings'
import type { Refusal, Threads } from '../../src/cli/archive/threads'

const close = vi.fn(async () => undefined)
/** What the threads of a test do. */
let threads: Threads

vi.mock('../../src/cli/archive/threads', () => ({ startThreads: () => threads }))

const SETTINGS: WorkerSettings = { flags: {}, fields: DEFAULT_FIELDS, screen: true, inlineErrors: false }
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const batch = (lines: string, line = 1): Batch => ({ line, bytes: Buffer.from(lines) })

/** A pool whose threads give each line back and die where a line says so: `dies`, or `dies once` the first time. */
async function poolOf(settings: Partial<WorkerSettings> = {}, refusal: Refusal | null = null): Promise<WorkerPool> {
  const died = new Set<string>()
  threads = {
    ready: async () => refusal,
    run: async ({ bytes }): Promise<BatchResult> => {
      const lines = text(bytes).split('\n').filter(Boolean)
      for (const line of lines)
        if (line.startsWith('dies') && !(line === 'dies once' && died.has(line))) {
          died.add(line)
          throw new Error('out of memory')
        }
      return { output: Buffer.from(lines.map((l) => `${l}!\n`).join('')), rejected: [], reports: lines.length, relevant: 1 }
    },
    close,
  }
  return startPool(2, { ...SETTINGS, ...settings })
}

test('options that cannot be used are told as the worker told them, and the threads end', async () => {
  close.mockClear()
  await expect(poolOf({}, { text: 'demarche: no such rule', exitCode: 2 })).rejects.toMatchObject({
    message: 'no such rule',
    exitCode: 2,
  })
  expect(close).toHaveBeenCalledOnce()
})

test('a batch is done as a whole', async () => {
  const { output, ...rest } = await (await poolOf()).run(batch('one\ntwo\n'))
  expect(text(output)).toBe('one!\ntwo!\n')
  expect(rest).toEqual({ rejected: [], reports: 2, relevant: 1 })
})

test('a batch whose worker dies is done again line by line', async () => {
  const { output, ...rest } = await (await poolOf()).run(batch('one\ndies once\ntwo\n'))
  expect(text(output)).toBe('one!\ndies once!\ntwo!\n')
  expect(rest).toEqual({ rejected: [], reports: 3, relevant: 3 })
})

test.each([
  [false, 'one!\ntwo!\n'],
  [true, 'one!\n{"line":6,"error":"a worker died on this line, twice"}\ntwo!\n'],
])('a line on which workers die again is rejected; told in the output: %s', async (inlineErrors, expected) => {
  const { output, rejected, reports } = await (await poolOf({ inlineErrors })).run(batch('one\ndies\ntwo\n', 5))
  expect(text(output)).toBe(expected)
  expect(rejected).toEqual([{ line: 6, reason: 'a worker died on this line, twice', input: 'dies' }])
  expect(reports).toBe(2)
})

test('a line that is too long is rejected with its beginning, and costs no worker', async () => {
  const { rejected } = await (await poolOf()).run({ line: 7, beginning: Buffer.from('dies') })
  expect(rejected).toEqual([{ line: 7, reason: 'expected a line of at most 32 MiB, got a longer one', input: 'dies' }])
})

test('where ten workers die one after the other, the run gives up with 4', async () => {
  const pool = await poolOf()
  await expect(pool.run(batch('dies\n'.repeat(20)))).rejects.toMatchObject({
    message: expect.stringMatching(
      /^expected workers that live, got 10 that died one after the other, the last with "out of memory"; mend it by .*--resume$/,
    ),
    exitCode: 4,
  })
})

test('a text that is done between deaths sets the count back', async () => {
  const pool = await poolOf()
  for (let i = 0; i < 8; i++) expect((await pool.run(batch('dies\none\n'))).rejected).toHaveLength(1)
})
