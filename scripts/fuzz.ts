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

/** Milliseconds after which no longer text of the same shape is tried. */
const ENOUGH = 1500

/** Measures one shape at 8,000 units and at four times as many again and again. The last two steps give the exponent. */
function growthOf(
  name: string,
  make: (length: number) => string,
  read: (text: string) => unknown,
): { name: string; exponent: number; row: string[] } {
  const steps: { readonly length: number; readonly time: number }[] = []
  for (let length = 8000; length <= 2_100_000; length *= 4) {
    const text = make(length)
    const time = Math.min(...(length < 100_000 ? [1, 2] : [1]).map(() => cpuTime(() => read(text))))
    steps.push({ length: text.length, time })
    if (time > ENOUGH) break
  }
  const [before, last] = steps.slice(-2)
  const exponent = last && before ? Math.log(last.time / before.time) / Math.log(last.length / before.length) : 0
  return { name, exponent, row: [name, exponent.toFixed(2), ...steps.map(({ time }) => time.toFixed(0))] }
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
  const head = ['shape', 'exponent', '8k', '32k', '128k', '512k', '2M units, ms of CPU time']
  console.log(formatTable([head, ...measured.map(({ row }) => [...row, ...Array<string>(head.length - row.length).fill('')])]))
  const steep = measured.filter(({ exponent }) => exponent > 1.4)
  console.log(steep.length ? `more than linear: ${steep.map(({ name }) => name).join('; ')}` : 'every shape takes linear time')
}

if (options.only !== 'growth') fuzzTexts(Number(options.runs), Number(options.seed))
if (options.only !== 'texts') measureGrowth()
