import { startOfPhrase } from '../phrase-start'
import type { NounPhrase } from '../chunks'
import type { Clause } from '../clauses'
import type { Unit } from '../units'

/** Tells how far the clauses from `first` on reach: each from its subject or marker to the start of the next clause's own words. */
export function setExtents(clauses: readonly Clause[], first: number, nps: readonly NounPhrase[], { tokens }: Unit): void {
  if (!tokens.length) return
  const starts = clauses
    .slice(first)
    .map((clause, k) => ({ at: startOf(clause, first + k), clause }))
    .sort((a, b) => a.at - b.at)
  const end = tokens[tokens.length - 1]! + 1
  starts.forEach(({ at, clause }, k) => {
    clause.from = k === 0 ? Math.min(at, tokens[0]!) : at
    clause.to = k + 1 < starts.length ? starts[k + 1]!.at : end
    if (clause.to < clause.verb.to) clause.to = clause.verb.to
  })

  function startOf(clause: Clause, index: number): number {
    let at = clause.verb.from
    const subject = clause.subject >= 0 ? nps[clause.subject]! : undefined
    const own =
      subject &&
      clause.relation !== 'coordinate' &&
      clause.relation !== 'infinitive' &&
      (clause.relation !== 'participial' || leads(clause)) &&
      subject.from < at
    if (own && (clause.relation !== 'relative' || clause.marker < 0) && noVerbBetween(subject.from, at, index))
      at = startOfPhrase(nps, clause.subject)
    if (clause.marker >= 0 && clause.marker < at && noVerbBetween(clause.marker, at, index)) at = clause.marker
    return at
  }
  /** "*Turkmenistan, citing its neutrality*, sent …": a participle between a subject and its verb takes the subject. */
  function leads({ verb, parent, subject }: Clause): boolean {
    return parent >= 0 && clauses[parent]!.subject === subject && clauses[parent]!.verb.from > verb.from
  }
  function noVerbBetween(a: number, b: number, self: number): boolean {
    for (let k = first; k < clauses.length; k++)
      if (k !== self && clauses[k]!.verb.from >= a && clauses[k]!.verb.to <= b) return false
    return true
  }
}
