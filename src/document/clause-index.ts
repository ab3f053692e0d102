import type { Syntax } from './clauses'
import { grouped } from './grouped'

/** Look-ups of a document's clauses, each made in one pass. */
export interface ClauseIndex {
  /** Clause indexes of each unit, ascending. */
  readonly ofUnit: readonly (readonly number[])[]
  /** Clause indexes of each sentence, ascending. */
  readonly ofSentence: ReadonlyMap<number, readonly number[]>
  /** Unit indexes of each sentence, ascending. */
  readonly unitsOfSentence: ReadonlyMap<number, readonly number[]>
  /** Clause indexes by the noun phrase that is their subject, ascending. */
  readonly withSubject: ReadonlyMap<number, readonly number[]>
  /** Clause indexes by the noun phrase that is their passive agent, ascending. */
  readonly withAgent: ReadonlyMap<number, readonly number[]>
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
  const byUnit = grouped(clauses, ({ unit }) => unit)
  const byHead = grouped(clauses, ({ verb }) => verb.head)
  return {
    ofUnit: units.map((_, unit) => byUnit.get(unit) ?? []),
    ofSentence: grouped(clauses, ({ unit }) => units[unit]!.sentence),
    unitsOfSentence: grouped(units, ({ sentence }) => sentence),
    withSubject: grouped(clauses, ({ subject }) => (subject < 0 ? undefined : subject)),
    withAgent: grouped(clauses, ({ agent }) => (agent < 0 ? undefined : agent)),
    complementsOf: grouped(clauses, ({ relation, parent }) => (relation === 'complement' && parent >= 0 ? parent : undefined)),
    headsIn(from, to) {
      const out: number[] = []
      for (let t = from; t < to; t++) out.push(...(byHead.get(t) ?? []))
      return out.sort((a, b) => a - b)
    },
  }
}
