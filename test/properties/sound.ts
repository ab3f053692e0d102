import type { Evidence, Span, StanceProbabilities, StanceReport } from '../../src/index'
import { STANCES } from '../../src/index'

/** What is wrong with a report on `source`: nothing, for a sound one. Says what every reader of a report may rely on. */
export function faultsOf(report: StanceReport, source: string): string[] {
  const faults: string[] = []
  const fault = (where: string, what: string): void => void faults.push(`${where}: ${what}`)

  const span = ({ start, end, text }: Span, where: string): void => {
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= source.length))
      fault(where, `no range of the text: ${start} to ${end}`)
    else if (source.slice(start, end) !== text)
      fault(where, `text is ${JSON.stringify(text)} and not what ${start} to ${end} hold`)
  }
  const sums = (probabilities: StanceProbabilities, where: string): void => {
    const values = STANCES.map((stance) => probabilities[stance])
    if (Object.keys(probabilities).join() !== STANCES.join()) fault(where, `labels are ${Object.keys(probabilities).join()}`)
    if (!values.every((p) => p >= 0 && p <= 1)) fault(where, `probabilities beyond 0 to 1: ${values.join()}`)
    if (!(Math.abs(values.reduce((a, b) => a + b, 0) - 1) < 1e-9)) fault(where, `probabilities do not sum to 1: ${values.join()}`)
  }
  const ascending = (spans: readonly Span[], where: string): void => {
    spans.forEach(({ start }, i) => {
      if (i > 0 && start < spans[i - 1]!.start) fault(where, `not in reading order: ${spans[i - 1]!.start} before ${start}`)
    })
  }
  const evidence = (item: Evidence, where: string): void => {
    span(item, where)
    sums(item.probabilities, where)
    if (item.speaker) span(item.speaker, `${where}.speaker`)
    item.rules.forEach((match, i) => {
      span(match, `${where}.rules[${i}]`)
      if (!(match.weight > 0)) fault(`${where}.rules[${i}]`, `weight ${match.weight}`)
    })
  }

  const seen = new Set<string>()
  let before = -1
  report.actors.forEach((row, i) => {
    const where = `actors[${i}] ${row.actor.id}`
    const key = JSON.stringify([row.actor.id, row.target])
    if (seen.has(key)) fault(where, `a second row for ${row.target}`)
    seen.add(key)
    sums(row.probabilities, where)
    if (Math.abs(row.score - (row.probabilities.support - row.probabilities.oppose)) > 1e-9) fault(where, `score ${row.score}`)
    row.mentions.forEach((mention, k) => span(mention, `${where}.mentions[${k}]`))
    row.conditions.forEach((condition, k) => span(condition, `${where}.conditions[${k}]`))
    row.evidence.forEach((item, k) => evidence(item, `${where}.evidence[${k}]`))
    ascending(row.mentions, `${where}.mentions`)
    ascending(row.evidence, `${where}.evidence`)
    if (row.stance !== 'conditional' && row.conditions.length > 0) fault(where, `conditions of a stance that is ${row.stance}`)
    const first = row.mentions[0]?.start
    if (first === undefined) fault(where, 'no mention')
    else if (first < before) fault(where, 'not by first mention')
    else before = first
  })
  report.unattributed.forEach((item, i) => evidence(item, `unattributed[${i}]`))
  if (JSON.stringify(JSON.parse(JSON.stringify(report))) !== JSON.stringify(report)) fault('report', 'not JSON-safe')
  if (!frozen(report)) fault('report', 'not frozen')
  return faults
}

const frozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen))
