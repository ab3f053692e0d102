import type { Clause } from './clauses'
import type { Document } from './document'

const SAID = new Set('said says told tells added adds'.split(' '))

/** Whether a clause's verb reports speech. */
type Reports = (clause: Clause) => boolean

/** "The embassy let it be understood": a report without a verb of speaking. */
export const letsKnow = ({ norms, lemmas }: Document, { verb }: Clause): boolean =>
  lemmas[verb.head] === 'let' && /^it be (?:known|understood|felt)$/.test(norms.slice(verb.to, verb.to + 3).join(' '))

/**
 * Mends reports that stand in the middle of what they report, which look like main clauses when read from left to right:
 * "If the raids stop, *Iran said*, the talks can begin", "They would come, *he told the paper*, if they were asked". The report becomes the
 * aside, and the words before and after it belong together.
 */
export function settleMidReports(clauses: Clause[], norms: readonly string[], reports: Reports): void {
  settleAppositions(clauses, norms)
  clauses.forEach((report, r) => {
    if (report.relation !== 'root' || report.subject < 0 || !reports(report) || report.verb.modal !== '') return
    if (norms[report.from - 1] !== ',' || unitOf(clauses, r).some((c) => c.parent === r && c.relation === 'complement')) return
    const inUnit = (c: Clause): boolean => c.unit === report.unit
    const leading = unitOf(clauses, r).filter((c) => c.parent === r && c.relation === 'adverbial' && c.verb.to <= report.from)
    const isSaid = (c: Clause): boolean => !reports(c) || c.verb.modal !== ''
    if (leading.length > 0) {
      const aside = unitOf(clauses, r).find(
        (c) => c.relation === 'parenthetical' && c.from >= report.to && c.subject >= 0 && isSaid(c),
      )
      if (aside === undefined) return
      const next = clauses.indexOf(aside)
      aside.relation = 'root'
      report.relation = 'parenthetical'
      for (const c of leading) c.parent = next
      return
    }
    let main = r - 1
    while (main >= 0 && inUnit(clauses[main]!) && !/^(root|coordinate)$/.test(clauses[main]!.relation)) main--
    if (main < 0 || !inUnit(clauses[main]!) || clauses[main]!.verb.to > report.from || !isSaid(clauses[main]!)) return
    const ofReport = (k: number): boolean => k === r || (clauses[k]?.relation === 'participial' && clauses[k]!.parent === r)
    const trailing = unitOf(clauses, r).filter(
      (c) => ofReport(c.parent) && c.relation === 'adverbial' && norms[c.marker - 1] === ',',
    )
    if (trailing.length === 0) return
    report.relation = 'parenthetical'
    for (const c of trailing) c.parent = main
  })
}

/** The clauses of a clause's unit: they stand together, and so do those that hang on one another. */
function unitOf(clauses: readonly Clause[], index: number): readonly Clause[] {
  const { unit } = clauses[index]!
  let from = index
  let to = index + 1
  while (from > 0 && clauses[from - 1]!.unit === unit) from--
  while (to < clauses.length && clauses[to]!.unit === unit) to++
  return clauses.slice(from, to)
}

/** "Would confirm its delegates, a senior member, Behsudi, said": no complement of "confirm", but an aside whose subject stands between the commas. */
function settleAppositions(clauses: readonly Clause[], norms: readonly string[]): void {
  clauses.forEach((report, r) => {
    if (report.relation !== 'complement' || report.marker >= 0 || report.parent < 0 || !SAID.has(norms[report.verb.head]!)) return
    if (norms[report.verb.from - 1] !== ',' || report.verb.modal !== '') return
    for (const c of unitOf(clauses, r)) if (c.parent === r && c.relation === 'adverbial') c.parent = report.parent
    const main = clauses[report.parent]!
    if (main.object < 0) main.object = report.subject
    report.relation = 'parenthetical'
    report.parent = -1
    report.subject = -1
  })
}
