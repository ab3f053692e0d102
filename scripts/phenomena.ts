/**
 * npm run phenomena [-- NAME... [--errors] [--model]]
 *
 * Prints the pass rate of each phenomenon suite (or of the named ones) and the failing cases with their reasons; --errors adds the cases' texts,
 * their notes and the rules that fired. The rules alone are run, as the suites test mechanisms; --model asks the stance model too.
 */
import { parseArgs } from 'node:util'
import type { CaseResult } from '../test/phenomena/check'
import { FLOOR, loadPhenomena, passRate, runPhenomenon } from '../test/phenomena/check'
import { formatTable } from './lib/table'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false }, model: { type: 'boolean', default: false } },
})

function printFailure({ case: item, report, faults }: CaseResult): void {
  console.log(`${item.id}${item.negative ? ' (negative)' : ''}  ${faults.join('\n    ')}`)
  if (!values.errors) return
  console.log(`    text  ${(item.title === undefined ? item.text : `${item.title} || ${item.text}`).replace(/\s+/g, ' ')}`)
  console.log(`    note  ${item.note}`)
  for (const row of report.actors) {
    for (const evidence of row.evidence) {
      const rules = evidence.rules.map((match) => match.rule).join(', ') || 'no rule'
      console.log(
        `    ours  ${row.actor.name} (${row.target}) ${evidence.stance}: ${evidence.text.replace(/\s+/g, ' ')}  [${rules}]`,
      )
    }
  }
}

const rows = loadPhenomena(positionals).map((suite) => {
  const results = runPhenomenon(suite, { model: values.model })
  const failed = results.filter(({ faults }) => faults.length > 0)
  failed.forEach(printFailure)
  const rate = passRate(results)
  return { name: suite.phenomenon, passed: results.length - failed.length, total: results.length, rate }
})
const passed = rows.reduce((sum, row) => sum + row.passed, 0)
const total = rows.reduce((sum, row) => sum + row.total, 0)
console.log(
  `\n${formatTable([
    ['phenomenon', 'passed', 'rate', ''],
    ...rows.map((row) => [row.name, `${row.passed}/${row.total}`, row.rate.toFixed(2), row.rate < FLOOR ? 'below' : '']),
    ['all', `${passed}/${total}`, (passed / Math.max(1, total)).toFixed(2), ''],
  ])}`,
)
