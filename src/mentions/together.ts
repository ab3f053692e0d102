import type { NounPhrase } from '../document/chunks'
import type { Document } from '../document/document'
import { NOBODY } from './entities'
import type { Scene } from './scene'

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'both two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, Math.max(2, i + 1)]),
)
/** Nouns that say of several actors only what they are. */
const KINDS =
  /^(?:sides|countries|states|nations|governments|parties|neighbours|neighbors|capitals|powers|delegations|leaders|men|women|groups|factions|movements|ministers|presidents|envoys|rivals|foes|allies|republics|unions)$/

/** How many actors a phrase takes up that were named together ("the four", "both sides", "the two countries"), or 0. */
export function countOf({ norms }: Document, { from, head }: NounPhrase): number {
  const first = /^(?:the|these|those|all)$/.test(norms[from]!) ? from + 1 : from
  const count = NUMBERS.get(norms[first] ?? '') ?? 0
  if (count === 0 || (first === from && norms[from] !== 'both')) return 0
  return head === first || (head === first + 1 && KINDS.test(norms[head]!)) ? count : 0
}

/** The first of the actors, as many as the phrase says, that were last named together; or `NOBODY`. */
export function takenUp(scene: Scene, i: number): number {
  const { nounPhrases, syntax, entityOf, document } = scene
  const count = countOf(document, nounPhrases[i]!)
  if (count === 0) return NOBODY
  for (let k = i - 1; k >= Math.max(0, i - 60); k--) {
    if (syntax.conjunctOf[k]! < 0 || entityOf[k]! < 0) continue
    const all = new Set<number>()
    let root = k
    for (; ; root = syntax.conjunctOf[root]!) {
      if (entityOf[root]! >= 0) all.add(entityOf[root]!)
      if (syntax.conjunctOf[root]! < 0) break
    }
    if (all.size === count && entityOf[root]! >= 0) return entityOf[root]!
    k = root
  }
  return NOBODY
}
