import { gather, grouped, groupedValues } from '../document/grouped'
import type { Stance } from '../types'
import type { ReadText } from './reader'
import type { ClauseRole } from './roles'
import { rolesByHolder } from './roles'

/** Look-ups of one text that every holder's features need, each made once. Positions are places in the reading's and the votes' lists. */
export interface TextIndex {
  /** Target mentions by the sentence of their first token. */
  readonly targetMentions: ReadonlyMap<number, readonly number[]>
  /** Each entity's mentions. */
  readonly mentionsOf: ReadonlyMap<number, readonly number[]>
  /** Votes, orphans and dismissals by the sentence of their head. */
  readonly votes: ReadonlyMap<number, readonly number[]>
  readonly orphans: ReadonlyMap<number, readonly number[]>
  readonly dismissed: ReadonlyMap<number, readonly number[]>
  /** Votes of each holder. */
  readonly votesOf: ReadonlyMap<number, readonly number[]>
  /** Adverbial clauses with a marker, by the clause that they hang on. */
  readonly adverbials: ReadonlyMap<number, readonly number[]>
  /** The roles of an entity in clauses, in the order of the clauses. */
  rolesOf(holder: number): readonly ClauseRole[]
  /** Those whose verb is in one of the sentences. */
  rolesIn(holder: number, sentences: ReadonlySet<number>): readonly ClauseRole[]
  /** The holders of each stance on a target that no later position has replaced. */
  holdersOf(target: number): ReadonlyMap<Stance, ReadonlySet<number>>
  /** The first target mention that lies in a range and begins in a clause, or -1. */
  targetIn(from: number, to: number, clause: number): number
}

const indexes = new WeakMap<ReadText, TextIndex>()

/** The look-ups of a text. */
export function indexOf(read: ReadText): TextIndex {
  let index = indexes.get(read)
  if (index === undefined) indexes.set(read, (index = makeIndex(read)))
  return index
}

function makeIndex({ reading, votes }: ReadText): TextIndex {
  const { document, actors, targets, syntax } = reading
  const { sentenceOf } = document
  const heads = (list: readonly { readonly hit: { readonly head: number } }[]): Map<number, number[]> =>
    grouped(list, ({ hit }) => sentenceOf[hit.head]!)
  const byClause = grouped(targets.mentions, ({ from }) => syntax.clauseOf[from]!)
  let roles: ReadonlyMap<number, readonly ClauseRole[]> | undefined
  const bySentence = new Map<number, ReadonlyMap<number, readonly number[]>>()
  const rolesOf = (holder: number): readonly ClauseRole[] => (roles ??= rolesByHolder(reading)).get(holder) ?? []
  const holders = new Map<number, ReadonlyMap<Stance, ReadonlySet<number>>>()
  return {
    targetMentions: grouped(targets.mentions, ({ from }) => sentenceOf[from]!),
    mentionsOf: grouped(actors.mentions, ({ entity }) => entity),
    votes: heads(votes.votes),
    orphans: heads(votes.orphans),
    dismissed: heads(votes.dismissed),
    votesOf: grouped(votes.votes, ({ holder }) => holder),
    adverbials: grouped(syntax.clauses, ({ relation, marker, parent }) =>
      relation === 'adverbial' && marker >= 0 ? parent : undefined,
    ),
    rolesOf,
    rolesIn(holder, sentences) {
      const own = rolesOf(holder)
      let found = bySentence.get(holder)
      if (found === undefined)
        bySentence.set(holder, (found = grouped(own, ({ clause }) => sentenceOf[syntax.clauses[clause]!.verb.head]!)))
      return gather(found, sentences).map((r) => own[r]!)
    },
    holdersOf(target) {
      let found = holders.get(target)
      if (found === undefined) {
        const latest = votes.votes.filter((vote) => vote.target === target && !vote.earlier)
        const byStance = groupedValues(
          latest,
          ({ stance }) => stance,
          ({ holder }) => holder,
        )
        holders.set(target, (found = new Map([...byStance].map(([stance, list]) => [stance, new Set(list)]))))
      }
      return found
    },
    targetIn(from, to, clause) {
      for (const m of byClause.get(clause) ?? []) if (targets.mentions[m]!.from >= from && targets.mentions[m]!.to <= to) return m
      return -1
    },
  }
}
