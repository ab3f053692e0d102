import { SPEAKER } from '../mentions/entities'
import type { Reading } from '../rules/votes'

/** What the holder is in a clause. */
export interface ClauseRole {
  readonly clause: number
  readonly role: 'subject' | 'agent' | 'object' | 'possessor' | 'speaker' | 'named'
  /** Whose words they are: the holder's own quotation, what the holder is reported to say, or what somebody else tells. */
  readonly position: 'own' | 'reported' | 'told'
}

/** The clauses in which the holder is subject, agent, object, possessor or speaker, or is named at all. A clause has one role: the first of these. */
export function clauseRoles(reading: Reading, holder: number): ClauseRole[] {
  const { document, syntax, actors, attribution } = reading
  const { clauses, nounPhrases, units } = syntax
  const subjects = clauses.map((_, i) => subjectOf(i))
  const possessing = new Set<number>()
  const named = new Set<number>()
  nounPhrases.forEach((np, p) => {
    const clause = syntax.clauseOf[np.head]!
    if (clause < 0) return
    const owner = actors.ownerOf[p]!
    if (owner === holder || (owner === SPEAKER && speaks(clause))) possessing.add(clause)
    if (means(p, clause)) named.add(clause)
  })
  const out: ClauseRole[] = []
  clauses.forEach((clause, i) => {
    const position = positionOf(i)
    const role = subjects[i]
      ? 'subject'
      : clause.agent >= 0 && means(clause.agent, i)
        ? 'agent'
        : clause.object >= 0 && means(clause.object, i)
          ? 'object'
          : possessing.has(i)
            ? 'possessor'
            : position !== 'told'
              ? 'speaker'
              : named.has(i)
                ? 'named'
                : undefined
    if (role) out.push({ clause: i, role, position })
  })
  return out

  function speaks(clause: number): boolean {
    return attribution.speakerOf(clause)?.entity === holder
  }
  function means(phrase: number, clause: number): boolean {
    let p = phrase
    for (let steps = 0; p >= 0 && steps < 6; steps++, p = syntax.conjunctOf[p]!) if (entity(p, clause) === holder) return true
    for (let k = phrase + 1; k < Math.min(nounPhrases.length, phrase + 8); k++)
      if (syntax.conjunctOf[k] === phrase && entity(k, clause) === holder) return true
    return false
  }
  function entity(phrase: number, clause: number): number {
    return actors.entityOf[phrase] === SPEAKER ? attribution.entityIn(phrase, clause) : actors.entityOf[phrase]!
  }
  /** Whether the holder is subject, by itself or by way of the clause that an infinitive, participle or conjunct hangs on. */
  function subjectOf(index: number): boolean {
    let k = index
    for (let depth = 0; depth < 5 && k >= 0; depth++) {
      const clause = clauses[k]!
      if (clause.subject >= 0) return means(clause.subject, k)
      if (clause.relation !== 'infinitive' && clause.relation !== 'participial' && clause.relation !== 'coordinate') return false
      k = clause.parent
    }
    return false
  }
  function positionOf(index: number): ClauseRole['position'] {
    if (!speaks(index)) return 'told'
    const quotation = units[clauses[index]!.unit]!.quotation
    return quotation >= 0 || document.quotationOf[clauses[index]!.verb.head]! >= 0 ? 'own' : 'reported'
  }
}
