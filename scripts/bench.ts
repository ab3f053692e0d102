/**
 * npm run bench [-- --quick --dry --cpu]
 *
 * Measures speed and size against wink's bare reading and other libraries in one run, and writes docs/bench.md, docs/bench.svg and the
 * README's table. Run it on a machine that does nothing else.
 *
 *   --quick  few and short rounds: to try the script
 *   --dry    prints, and writes nothing
 *   --cpu    counts the process's CPU time (garbage collection included) and not the clock: for a machine that has other work
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { barChart } from './bench/figure'
import { measureFirstCall } from './bench/first-call'
import { createAnalyzer } from './bench/library'
import { bareWink, peers } from './bench/peers'
import type { Measurements } from './bench/report'
import { fullReport, shortReport, wordsPerSecond } from './bench/report'
import { measureData, measureLengths } from './bench/scaling'
import { measureSizes } from './bench/sizes'
import { clock, compare, cpuClock } from './bench/speed'
import { short } from './bench/statistics'
import { elsewhere, talks } from './bench/texts'
import { inProject } from './lib/documents'
import { replaceSection } from './lib/sections'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
    cpu: { type: 'boolean', default: false },
  },
})
const now = options.cpu ? cpuClock : clock
const rounds = options.quick ? { rounds: 3, time: 40, now } : { rounds: 11, time: 200, now }
const say = (what: string): void => console.error(`… ${what}`)

async function measure(): Promise<Measurements> {
  const analyzer = createAnalyzer()
  const speed = []
  for (const text of talks) {
    say(`${text.name}: demarche and ${peers.map(({ name }) => name).join(', ')} against wink`)
    const tasks = [
      { name: bareWink.name, run: () => bareWink.read(text.text) },
      { name: 'demarche', run: () => analyzer.analyze(text.text) },
      ...peers.map(({ name, read }) => ({ name, run: () => read(text.text) })),
    ]
    speed.push({ text, timings: await compare(tasks, rounds) })
  }
  say('texts that name no talks')
  const screening = []
  for (const text of elsewhere) {
    const tasks = [
      { name: bareWink.name, run: () => bareWink.read(text.text) },
      { name: 'demarche', run: () => analyzer.analyze(text.text, { screen: true }) },
    ]
    screening.push({ text, timings: await compare(tasks, rounds) })
  }
  say('rules and actors')
  const data = await measureData(rounds)
  say('first call, in fresh processes')
  const first = measureFirstCall(options.quick ? 3 : 11, options.cpu)
  say('sizes')
  const sizes = await measureSizes()
  say('lengths')
  return { speed, screening, data, first, sizes, lengths: measureLengths(now), clock: options.cpu ? 'CPU time' : 'time' }
}

function figure({ speed }: Measurements): string {
  const { text, timings } = speed[0]!
  const bars = timings.map(({ name, milliseconds }) => {
    const value = wordsPerSecond(text, milliseconds.median)
    return { label: name, value, text: `${short(value)} words/s`, own: name === 'demarche' }
  })
  return barChart(
    `Words a second on an article of ${text.words} words about the talks`,
    'logarithmic scale; longer is faster',
    bars,
  )
}

async function write(path: string, content: string): Promise<void> {
  const file = inProject(path)
  writeFileSync(file, path.endsWith('.md') ? await format(content, { ...(await resolveConfig(file)), filepath: file }) : content)
}

const measurements = await measure()
console.log(fullReport(measurements))
if (!options.dry) {
  await write('docs/bench.md', fullReport(measurements))
  await write('docs/bench.svg', figure(measurements))
  await write('README.md', replaceSection(readFileSync(inProject('README.md'), 'utf8'), 'bench', shortReport(measurements)))
}
