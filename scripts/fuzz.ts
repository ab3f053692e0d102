/**
 * npm run fuzz [-- --runs 100000 --seed 1 --only texts|growth --case NAME]
 *
 * Reads many generated and mangled texts and checks each report, then measures how time grows with length on texts made to be slow.
 * Ends with 1 where a report is unsound or a text throws; growth is reported, the worst first.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { createAnalyzer } from '../src/index'
import { faultsOf } from '../test/properties/sound'
import { anyText } from '../test/properties/texts'
import { WORST_CASES } from '../test/properties/worst-cases'
import { WORST_RULES } from '../test/properties/worst-rules'
import { formatTable } from './lib/table'

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    only: { type: 'string' },
    case: { type: 'string', default: '' },
  },
})

const analyzer = createAnalyzer()

function fuzzTexts(runs: number, seed: number): void {
  let done = 0
  let slowest = { time: 0, length: 0 }
  const began = performance.now()
  fc.assert(
    fc.property(anyText, (text) => {
      const start = performance.now()
      const report = analyzer.analyze(text)
      const time = performance.now() - start
      if (time > slowest.time) slowest = { time, length: text.length }
      const faults = faultsOf(report, text)
      // each tenth text is read twice: the report must be the same
      if (done % 10 === 0 && JSON.stringify(analyzer.analyze(text)) !== JSON.stringify(report))
        faults.push('another report when asked again')
      if (faults.length) throw new Error(faults.join('\n'))
      done++
      if (done % 10_000 === 0) console.error(`… ${done} texts, ${Math.round((performance.now() - began) / 1000)} s`)
    }),
    { numRuns: runs, seed },
  )
  console.log(`${done} texts, seed ${seed}: every report is sound`)
  console.log(`slowest: ${slowest.time.toFixed(1)} ms for ${slowest.length} UTF-16 units`)
}

/** CPU time, as the machine may have other work. */
function cpuTime(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** UTF-16 units of the shortest text that growth is measured on; the others are twice and four times as long. */
const BASE = 100_000
/** Exponents above this are reported as more than linear: what is left below it is noise, memory and logarithms. */
const LINEAR = 1.2

/** Measures one shape at three lengths, each the better of two runs. */
function growthOf(
  name: string,
  make: (length: number) => string,
  read: (text: string) => unknown,
): { name: string; exponent: number; row: string[] } {
  const times = [1, 2, 4].map((factor) => {
    const text = make(BASE * factor)
    return Math.max(1, Math.min(...[1, 2].map(() => cpuTime(() => read(text)))))
  })
  const exponent = Math.log(times[2]! / times[0]!) / Math.log(4)
  return { name, exponent, row: [name, exponent.toFixed(2), ...times.map((time) => time.toFixed(0))] }
}

function measureGrowth(): void {
  const rules = createAnalyzer({ rules: WORST_RULES })
  const shapes = [
    ...WORST_CASES.map(({ name, make }) => ({ name, make, read: (text: string) => analyzer.analyze(text) })),
    ...[' talks', ' talks Iran the Moscow talks'].map((unit) => ({
      name: `hostile patterns on${unit}`,
      make: (length: number) => `The Moscow talks${unit.repeat(length / unit.length)}`,
      read: (text: string) => rules.analyze(text),
    })),
  ].filter(({ name }) => name.includes(options.case))
  const measured = shapes.map(({ name, make, read }) => {
    const growth = growthOf(name, make, read)
    console.error(`… ${growth.row.join(' ')}`)
    return growth
  })
  measured.sort((a, b) => b.exponent - a.exponent)
  console.log(
    formatTable([['shape', 'exponent', '100k', '200k', '400k units, ms of CPU time'], ...measured.map(({ row }) => row)]),
  )
  const steep = measured.filter(({ exponent }) => exponent > LINEAR)
  console.log(steep.length ? `more than linear: ${steep.map(({ name }) => name).join('; ')}` : 'every shape takes linear time')
}

if (options.only !== 'growth') fuzzTexts(Number(options.runs), Number(options.seed))
if (options.only !== 'texts') measureGrowth()
