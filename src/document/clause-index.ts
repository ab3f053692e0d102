import type { Syntax } from './clauses'

/** Look-ups of a document's clauses, each made in one pass. */
export interface ClauseIndex {
  /** Clause indexes of each unit, ascending. */
  readonly ofUnit: readonly (readonly number[])[]
  /** Clause indexes by the noun phrase that is their subject, ascending. */
  readonly withSubject: ReadonlyMap<number, readonly number[]>
  /** Complements of each clause, ascending. */
  readonly complementsOf: ReadonlyMap<number, readonly number[]>
  /** The clauses whose main verb stands in a token range, ascending. */
  headsIn(from: number, to: number): number[]
}

const indexes = new WeakMap<Syntax, ClauseIndex>()

/** The look-ups of a parsed document. */
export function clauseIndex(syntax: Syntax): ClauseIndex {
  let index = indexes.get(syntax)
  if (index === undefined) indexes.set(syntax, (index = makeIndex(syntax)))
  return index
}

function makeIndex({ clauses, units }: Syntax): ClauseIndex {
  const ofUnit = units.map((): number[] => [])
  const withSubject = new Map<number, number[]>()
  const complementsOf = new Map<number, number[]>()
  const byHead = new Map<number, number[]>()
  const push = (map: Map<number, number[]>, key: number, clause: number): void => {
    const list = map.get(key)
    if (list) list.push(clause)
    else map.set(key, [clause])
  }
  clauses.forEach(({ unit, subject, relation, parent, verb }, k) => {
    ofUnit[unit]?.push(k)
    if (subject >= 0) push(withSubject, subject, k)
    if (relation === 'complement' && parent >= 0) push(complementsOf, parent, k)
    push(byHead, verb.head, k)
  })
  return {
    ofUnit,
    withSubject,
    complementsOf,
    headsIn(from, to) {
      const out: number[] = []
      for (let t = from; t < to; t++) for (const k of byHead.get(t) ?? []) out.push(k)
      return out.sort((a, b) => a - b)
    },
  }
}
