import type { Statement } from './statements'
import { groupOf, normalWords } from './statements'

/** Two statements of different groups that share most of their words. */
export interface NearDuplicate {
  readonly first: Statement
  readonly second: Statement
  /** Shared word 3-grams as a share of all that the two have. */
  readonly likeness: number
}

/** Finds statements of different groups that share at least `least` of their word 3-grams: a split by group would not keep them apart. */
export function nearDuplicates(statements: readonly Statement[], least = 0.4): NearDuplicate[] {
  const shingles = statements.map((statement) => shinglesOf(statement.text))
  const having = new Map<string, number[]>()
  shingles.forEach((set, i) => {
    for (const shingle of set) {
      const list = having.get(shingle)
      if (list) list.push(i)
      else having.set(shingle, [i])
    }
  })
  const out: NearDuplicate[] = []
  shingles.forEach((set, i) => {
    const shared = new Map<number, number>()
    for (const shingle of set) for (const j of having.get(shingle)!) if (j < i) shared.set(j, (shared.get(j) ?? 0) + 1)
    for (const [j, count] of shared) {
      const likeness = count / (set.size + shingles[j]!.size - count)
      const [first, second] = [statements[j]!, statements[i]!]
      if (likeness >= least && groupOf(first) !== groupOf(second)) out.push({ first, second, likeness })
    }
  })
  return out
}

function shinglesOf(text: string): Set<string> {
  const words = normalWords(text)
  return new Set(words.map((_, i) => words.slice(i, i + 3).join(' ')).slice(0, Math.max(1, words.length - 2)))
}
