import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/cli/archive/in-order'
import type { InputPart } from '../../src/cli/archive/lines'
import { isLongLine, linesOf, readBatches } from '../../src/cli/archive/lines'
import { lock } from '../../src/cli/archive/lock'
import { duration } from '../../src/cli/archive/progress'
import { readCheckpoint } from '../../src/cli/archive/resume'
import { lastLine } from '../../src/cli/archive/tail'
import { scratch } from './run'

const { folder, write } = scratch()

async function* streamOf<T>(items: readonly T[], error?: Error): AsyncGenerator<T> {
  yield* items
  if (error !== undefined) throw error
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const chunksOf = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return at.slice(1).map((to, i) => bytes.subarray(at[i], to))
}

const textsOf = (parts: readonly InputPart[]): string[] =>
  parts.flatMap((part) =>
    isLongLine(part)
      ? [`${part.line}: too long`]
      : [...linesOf(part)].map(({ line, bytes }) => `${line}: ${Buffer.from(bytes).toString()}`),
  )

const expectedLines = (text: string): string[] => {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line, i) => `${i + 1}: ${line}`)
}

describe('readBatches', () => {
  test('every line comes once with its number, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-é\n]{0,60}$/), fc.array(fc.nat(200)), fc.nat(8), async (text, cuts, skip) => {
        const parts = await all(readBatches(streamOf(chunksOf(Buffer.from(text), cuts)), skip))
        expect(textsOf(parts)).toEqual(expectedLines(text).slice(skip))
      }),
      { numRuns: 500 },
    )
  })
  test('a line that is too long is told and skipped, the others come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(200)), async (cuts) => {
        const text = `short\n${'x'.repeat(100)}\nlast`
        // chunks of at most 20 bytes
        const chunks = chunksOf(Buffer.from(text), [...cuts, ...Array.from({ length: 6 }, (_, i) => i * 20)])
        expect(textsOf(await all(readBatches(streamOf(chunks), 0, 50)))).toEqual(['1: short', '2: too long', '3: last'])
      }),
    )
  })
  test('where the stream fails, whole lines come and the torn one does not', async () => {
    const parts: InputPart[] = []
    const reading = (async () => {
      for await (const part of readBatches(streamOf([Buffer.from('one\ntw'), Buffer.from('o\nthr')], new Error('torn'))))
        parts.push(part)
    })()
    await expect(reading).rejects.toThrow('torn')
    expect(textsOf(parts)).toEqual(['1: one', '2: two'])
  })
})

describe('inOrder', () => {
  const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

  test('yields in the order of the source, whatever is done first', async () => {
    const work = async (n: number): Promise<number> => {
      await later((7 * n) % 5)
      return n
    }
    const items = Array.from({ length: 40 }, (_, i) => i)
    expect(await all(inOrder(streamOf(items), work, 5))).toEqual(items)
  })
  test('takes no more than `ahead` items that are not yet yielded', async () => {
    let taken = 0
    async function* source(): AsyncGenerator<number> {
      for (; taken < 30; taken++) yield taken
    }
    let yielded = 0
    for await (const n of inOrder(source(), async (i) => i, 4)) {
      expect(n).toBe(yielded++)
      await later(0)
      expect(taken - yielded).toBeLessThanOrEqual(4)
    }
    expect(yielded).toBe(30)
  })
  test('yields what came before the source failed', async () => {
    const got: number[] = []
    const run = (async () => {
      for await (const n of inOrder(streamOf([1, 2, 3], new Error('source')), async (i) => (await later(3), i), 2)) got.push(n)
    })()
    await expect(run).rejects.toThrow('source')
    expect(got).toEqual([1, 2, 3])
  })
  test('passes on the failure of the work', async () => {
    const work = async (n: number): Promise<number> => {
      if (n === 2) throw new Error('work')
      return n
    }
    await expect(all(inOrder(streamOf([1, 2, 3]), work, 2))).rejects.toThrow('work')
  })
})

describe('lastLine', () => {
  test.each([
    ['nothing', '', undefined, 0],
    ['a torn line alone', 'torn', undefined, 0],
    ['one line', 'one\n', 'one', 4],
    ['a torn line behind', 'one\ntwo\nto', 'two', 8],
    ['lines longer than a block', `one\n${'x'.repeat(200_000)}\n${'y'.repeat(70_000)}`, 'x'.repeat(200_000), 200_005],
  ])('%s', (_, content, line, end) => {
    const file = openSync(write('tail', content), 'r')
    const last = lastLine(file)
    closeSync(file)
    expect(last?.bytes.toString()).toBe(line)
    expect(last?.end ?? 0).toBe(end)
  })
})

describe('readCheckpoint', () => {
  const out = (...lines: number[]): string => lines.map((line) => `{"line":${line}}\n`).join('')
  test.each([
    ['nothing done', '', '', { line: 0, outputBytes: 0, rejectBytes: 0 }],
    ['a torn line', `${out(1, 2)}{"li`, '', { line: 2, outputBytes: 22, rejectBytes: 0 }],
    ['rejects before the last report', out(1, 4), out(2, 3), { line: 4, outputBytes: 22, rejectBytes: 22 }],
    ['rejects that come again', out(1, 4), out(2, 5, 6), { line: 4, outputBytes: 22, rejectBytes: 11 }],
    ['a torn reject', out(1, 4), `${out(2)}{"line":3`, { line: 4, outputBytes: 22, rejectBytes: 11 }],
  ])('%s', (_, output, rejects, expected) => {
    expect(readCheckpoint(write('out', output), write('rejects', rejects))).toMatchObject(expected)
  })
  test('refuses what is no output of an archive', () => {
    expect(() => readCheckpoint(write('out', 'id,text\n'), undefined)).toThrow(/reports of `demarche archive`/)
  })
})

describe('lock', () => {
  const output = join(folder, 'locked.jsonl')
  const file = `${output}.lock`
  test('holds off others until it is given back', () => {
    const unlock = lock(output)
    expect(() => lock(output)).toThrow(new RegExp(`the process ${process.pid} on `))
    unlock()
    expect(existsSync(file)).toBe(false)
    lock(output)()
  })
  test.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname() }],
    ['a number that another process has now', { pid: process.pid, host: hostname(), began: '1' }],
  ])('of %s is taken over', (_, holder) => {
    writeFileSync(file, JSON.stringify(holder))
    const unlock = lock(output)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
    unlock()
  })
  test.each([
    ['another machine', JSON.stringify({ pid: 1, host: 'elsewhere.example' })],
    ['something unknown', 'locked'],
  ])('of %s is left alone', (_, content) => {
    writeFileSync(file, content)
    expect(() => lock(output)).toThrow(/expected no other run on /)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})

test.each([
  [3.14159, '3.1 s'],
  [42, '42 s'],
  [59.9, '1 min 0 s'],
  [250, '4 min 10 s'],
  [3900, '1 h 5 min'],
  [3599.8, '1 h 0 min'],
])('duration of %d seconds', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})
