import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inProject } from '../scripts/lib/documents'

interface Run {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

function run(args: readonly string[], options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {}): Run {
  const env = { ...process.env, NO_COLOR: '1', ...options.env }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: inProject('.'),
    encoding: 'utf8',
    input: options.input ?? '',
    env,
  })
  return { status, output: stdout, errors: stderr }
}

/** What each example must print, line by line or in part. */
const EXPECTED: Readonly<Record<string, readonly RegExp[]>> = {
  'add-a-rule.mjs': [/^after: Norway: support \(.*support\.clear-calendar.*\)$/m],
  'add-an-actor.mjs': [/^Pamir Assembly \[AFGPAM\]: support, named as .*Pamir Assembly/m],
  'analyze-article.mjs': [
    /^Afghan government +conditional +[+-]\d\.\d\d +\S/m,
    /on condition: .*the Taliban agree to meet its envoys face to face/,
    /^Russia +support +\+\d\.\d\d +“/m,
    /^United States +oppose +-\d\.\d\d +“/m,
    /^Taliban +support /m,
    /^Pakistan +support /m,
    /^Nadir Shah Wardak +oppose |^National Renewal Party +oppose /m,
    /^High Peace Council +conditional /m,
    /^Iran +none /m,
  ],
  'commonjs.cjs': [/^Iran: oppose$/m],
  'html-report.mjs': [/^wrote .*demarche-report\.html: 10 actors, \d\d kB$/m],
  'other-talks.mjs': [/^Ethiopia: support$/m, /^Sudan: oppose$/m, /^Egypt: conditional \(on condition: Sudan took part\)$/m],
  'several-targets.mjs': [
    /^moscow-talks-afghanistan: Pakistan: support$/m,
    /^moscow-talks-afghanistan: Taliban: support$/m,
    /^istanbul: Taliban: oppose$/m,
  ],
}

test('every example is run here', () => {
  const files = readdirSync(inProject('examples')).filter((name) => /\.[cm]?js$/.test(name))
  expect(files.sort()).toEqual(Object.keys(EXPECTED).sort())
})

describe.each(Object.entries(EXPECTED))('examples/%s', (name, lines) => {
  test('runs and prints what it promises', () => {
    const { status, output, errors } = run([`examples/${name}`])
    expect(errors).toBe('')
    expect(status).toBe(0)
    for (const line of lines) expect(output).toMatch(line)
  })
})

describe('examples/analyze-article.mjs', () => {
  const script = 'examples/analyze-article.mjs'
  const sample = readFileSync(inProject('examples/data/sample-article.txt'), 'utf8')
  const plain = run([script]).output

  test('reads a file and standard input', () => {
    expect(run([script, 'examples/data/sample-article.txt', '--date', '2018-08-24']).output).toBe(plain)
    expect(run([script, '-', '--date', '2018-08-24'], { input: sample }).output).toBe(plain)
  })
  test('keeps to the width and prints no colours where there is no terminal', () => {
    expect(plain.split('\n').every((line) => line.length <= 120)).toBe(true)
    expect(run([script], { env: { NO_COLOR: '' } }).output).not.toMatch(/\u001b/)
  })
  test('says which file is not there, without a stack', () => {
    const { status, errors } = run([script, 'no-such-file.txt'])
    expect(status).toBe(1)
    expect(errors).toMatch(/^ENOENT: .*no-such-file\.txt'\n$/)
  })
})
