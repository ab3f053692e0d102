import { spawnSync } from 'node:child_process'
import { inProject } from '../lib/documents'
import { article } from './texts'
import type { Spread } from './statistics'
import { spreadOf } from './statistics'

/** Milliseconds in fresh processes. */
export interface FirstCall {
  readonly wink: Spread
  /** Import, and an analyser ready. */
  readonly ready: Spread
  /** The same, and the article's report. */
  readonly report: Spread
  /** Ready, less wink's start beside it. */
  readonly above: Spread
}

const timed = (body: string): string => `const began = now(); ${body}; process.stdout.write(String(now() - began))`

const CLOCKS = {
  time: 'const now = () => performance.now();',
  cpu: 'const now = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 };',
}

const PROGRAMS = {
  wink: timed(
    "const { default: wink } = await import('wink-nlp'); const { default: model } = await import('wink-eng-lite-web-model'); wink(model, ['sbd', 'pos'])",
  ),
  ready: timed("const { createAnalyzer } = await import('demarche'); createAnalyzer()"),
  report: timed(`const { createAnalyzer } = await import('demarche'); createAnalyzer().analyze(${JSON.stringify(article.text)})`),
}

function start(program: string): number {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: inProject('.'), encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return Number(run.stdout)
}

/** Starts each program `rounds` times in turn, each time in a process of its own. */
export function measureFirstCall(rounds: number, cpu: boolean): FirstCall {
  const times: Record<keyof typeof PROGRAMS, number[]> = { wink: [], ready: [], report: [] }
  for (let i = 0; i <= rounds; i++) {
    for (const name of Object.keys(times) as (keyof typeof PROGRAMS)[]) {
      const time = start(CLOCKS[cpu ? 'cpu' : 'time'] + PROGRAMS[name])
      if (i > 0) times[name].push(time)
    }
  }
  return {
    wink: spreadOf(times.wink),
    ready: spreadOf(times.ready),
    report: spreadOf(times.report),
    above: spreadOf(times.ready.map((time, i) => time - times.wink[i]!)),
  }
}
