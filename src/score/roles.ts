import { SPEAKER } from '../mentions/entities'
import type { Reading } from '../rules/votes'

/** What the holder is in a clause. */
export interface ClauseRole {
  readonly clause: number
  readonly role: 'subject' | 'agent' | 'object' | 'possessor' | 'speaker' | 'named'
  /** Whose words they are: the holder's own quotation, what the holder is reported to say, or what somebody else tells. */
  readonly position: 'own' | 'reported' | 'told'
}

/** For each entity the clauses in which it is subject, agent, object, possessor or speaker, or is named at all. A clause has one role: the first of these. */
export function rolesByHolder(reading: Reading): ReadonlyMap<number, readonly ClauseRole[]> {
  const { document, syntax, actors, attribution } = reading
  const { clauses, nounPhrases, units } = syntax
  const possessing = clauses.map((): number[] => [])
  const named = clauses.map((): number[] => [])
  nounPhrases.forEach((np, p) => {
    const clause = syntax.clauseOf[np.head]!
    if (clause < 0) return
    const owner = actors.ownerOf[p]!
    possessing[clause]!.push(owner)
    const speaker = owner === SPEAKER ? speakerOf(clause) : undefined
    if (speaker !== undefined) possessing[clause]!.push(speaker)
    collect(p, clause, named[clause]!)
  })
  const out = new Map<number, ClauseRole[]>()
  clauses.forEach((clause, i) => {
    const speaker = speakerOf(i)
    const own = ownOrReported(i)
    const give = (entity: number, role: ClauseRole['role']): void => {
      let list = out.get(entity)
      if (list === undefined) out.set(entity, (list = []))
      if (list.at(-1)?.clause !== i) list.push({ clause: i, role, position: entity === speaker ? own : 'told' })
    }
    for (const entity of subjectsOf(i)) give(entity, 'subject')
    if (clause.agent >= 0) for (const entity of collect(clause.agent, i)) give(entity, 'agent')
    if (clause.object >= 0) for (const entity of collect(clause.object, i)) give(entity, 'object')
    for (const entity of possessing[i]!) give(entity, 'possessor')
    if (speaker !== undefined) give(speaker, 'speaker')
    for (const entity of named[i]!) give(entity, 'named')
  })
  return out

  function speakerOf(clause: number): number | undefined {
    return attribution.speakerOf(clause)?.entity
  }
  /** Adds the entities of a phrase and of those coordinated with it. */
  function collect(phrase: number, clause: number, into: number[] = []): number[] {
    let p = phrase
    for (let steps = 0; p >= 0 && steps < 6; steps++, p = syntax.conjunctOf[p]!) into.push(entity(p, clause))
    for (let k = phrase + 1; k < Math.min(nounPhrases.length, phrase + 8); k++)
      if (syntax.conjunctOf[k] === phrase) into.push(entity(k, clause))
    return into
  }
  function entity(phrase: number, clause: number): number {
    return actors.entityOf[phrase] === SPEAKER ? attribution.entityIn(phrase, clause) : actors.entityOf[phrase]!
  }
  /** The subjects, by itself or by way of the clause that an infinitive, participle or conjunct hangs on. */
  function subjectsOf(index: number): readonly number[] {
    let k = index
    for (let depth = 0; depth < 5 && k >= 0; depth++) {
      const clause = clauses[k]!
      if (clause.subject >= 0) return collect(clause.subject, k)
      if (clause.relation !== 'infinitive' && clause.relation !== 'participial' && clause.relation !== 'coordinate') return []
      k = clause.parent
    }
    return []
  }
  function ownOrReported(index: number): 'own' | 'reported' {
    const quotation = units[clauses[index]!.unit]!.quotation
    return quotation >= 0 || document.quotationOf[clauses[index]!.verb.head]! >= 0 ? 'own' : 'reported'
  }
}
