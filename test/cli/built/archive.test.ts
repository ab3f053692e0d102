import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { archiveOf } from '../archive-input'
import { COMMAND, demarche, scratch } from '../run'

const { folder, write } = scratch()

const INPUT = archiveOf(12)
const archive = write('archive.jsonl', INPUT)

test('reports are the same from standard input, packed, into a file, with any number of workers', () => {
  const wanted = demarche(['archive', archive, '--quiet'])
  expect(wanted).toMatchObject({ status: 0, errors: '' })
  expect(demarche(['archive', '-', '-q', '--workers', '3'], { input: INPUT }).output).toBe(wanted.output)
  expect(demarche(['archive', '-', '-q', '--workers', '1'], { input: gzipSync(INPUT) }).output).toBe(wanted.output)
  const output = join(folder, 'reports.jsonl')
  expect(demarche(['archive', write('archive.jsonl.gz', gzipSync(INPUT)), '-o', output])).toMatchObject({ status: 0, output: '' })
  expect(readFileSync(output, 'utf8')).toBe(wanted.output)
})

test('options that the workers cannot use are told as one of them tells them', () => {
  const rules = write('rules.json', '[{"id":"x"}]')
  const run = demarche(['archive', archive, '-o', join(folder, 'y'), '--rules', rules])
  expect(run.errors).toMatch(/^demarche: 2 faults in the options of createAnalyzer:\n {2}[^\n]*rules\.json\[0\]\.pattern/)
  expect(run).toMatchObject({ status: 2, output: '' })
})

test('as a filter it answers each line before the next one comes', async () => {
  const child = spawn(process.execPath, [COMMAND, 'archive', '-', '--quiet'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  for (const [i, line] of INPUT.trimEnd().split('\n').slice(0, 5).entries()) {
    child.stdin.write(`${line}\n`)
    const { value } = (await answers.next()) as { value: string }
    expect((JSON.parse(value) as { line: number }).line).toBe(i + 1)
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
