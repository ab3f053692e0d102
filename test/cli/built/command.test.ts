import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inProject } from '../../../scripts/lib/documents'
import { COMMAND, demarche, scratch } from '../run'

const { write } = scratch()
const IRAN = write('iran.txt', 'Iran refused to attend the Moscow talks on Afghanistan, its foreign ministry said on Sunday.\n')
const there = spawnSync('script', ['--version']).status === 0

test('the package names the command', () => {
  const { bin, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    bin: { demarche: string }
    version: string
  }
  expect(existsSync(inProject(bin.demarche))).toBe(true)
  expect(readFileSync(inProject(bin.demarche), 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true)
  expect(demarche(['--version']).output).toBe(`${version}\n`)
})

test('it reads standard input, writes to standard output and ends with its code', () => {
  const run = demarche(['analyze', '-', '--format', 'table'], { input: readFileSync(IRAN) })
  expect(run).toMatchObject({ status: 0, errors: '' })
  expect(run.output).toMatch(/^Iran +oppose /m)
  expect(demarche(['actors', 'find', 'constructor'])).toMatchObject({ status: 3, errors: '' })
  expect(demarche(['analyze', 'nowhere.txt'])).toMatchObject({ status: 2, output: '' })
})

test('colours are not there with NO_COLOR, nor where the output is no terminal', () => {
  const plain = demarche(['analyze', IRAN, '--format', 'table'], { env: { NO_COLOR: undefined } }).output
  expect(plain).not.toContain('\u001b')
  expect(demarche(['analyze', IRAN, '--format', 'table'], { env: { NO_COLOR: undefined, FORCE_COLOR: '1' } }).output).toContain(
    '\u001b[31m',
  )
})

describe('on a terminal', () => {
  // util-linux's script gives the command a terminal of its own.
  const terminal = (env: NodeJS.ProcessEnv): string =>
    spawnSync('script', ['-qec', `'${process.execPath}' '${COMMAND}' analyze '${IRAN}'`, '/dev/null'], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: undefined, CI: undefined, TERM: 'xterm', ...env },
    }).stdout

  test('prints a table in colours', (context) => {
    if (!there) return context.skip('script of util-linux is not here')
    expect(terminal({})).toMatch(/Iran +\u001b\[31moppose +\u001b\[39m +-0/)
  })
  test('prints it without colours where NO_COLOR is set', (context) => {
    if (!there) return context.skip('script of util-linux is not here')
    expect(terminal({ NO_COLOR: '1' })).toMatch(/Iran +oppose +-0/)
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
