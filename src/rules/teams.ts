import type { Clause } from '../document/clauses'
import { entityOfName } from '../mentions/actors'
import { NOBODY } from '../mentions/entities'
import { nameEndingBehind } from '../mentions/names'
import type { Scene } from './scene'

/** Those whom a principal sends. */
const TEAM = /^(delegation|delegate|team|envoy|representative|negotiator|mission|diplomat|observer|emissary)s?$/

/** "a team of five", "two envoys": people whom whoever speaks of them sends, as long as nobody else is named as theirs. */
export function isSomeTeam(scene: Scene, phrase: number): boolean {
  const { document, syntax, actors } = scene
  const np = syntax.nounPhrases[phrase]!
  if (
    !TEAM.test(document.norms[np.head]!) ||
    np.possessor >= 0 ||
    /^(the|those|these|some|most|many|all|other)$/.test(document.norms[np.from]!)
  )
    return false
  return !actors.names.some((n) => n.from >= np.from && n.to <= np.to + 3)
}

/** "an Indian observer": the actor by whose name a team goes. */
export function teamOf({ document, syntax, actors }: Scene, phrase: number): number[] {
  const np = syntax.nounPhrases[phrase]!
  if (!TEAM.test(document.norms[np.head]!)) return []
  let name = nameEndingBehind(actors.names, np.from)
  if (name && name.from < np.from) name = nameEndingBehind(actors.names, name.to)
  const entity = name && name.to <= np.head ? entityOfName(actors, name) : NOBODY
  return entity >= 0 ? [entity] : []
}

/** "Karzai is among those who will attend": whoever is one of them, in place of "those". */
export function amongThose({ document, syntax }: Scene, clause: Clause, phrase: number): number {
  const np = syntax.nounPhrases[phrase]!
  const parent = clause.relation === 'relative' && clause.parent >= 0 ? syntax.clauses[clause.parent]! : undefined
  if (document.norms[np.head] !== 'those' || !parent || document.lemmas[parent.verb.head] !== 'be' || parent.subject < 0)
    return phrase
  return np.preposition >= 0 && /^(among|of)$/.test(document.norms[np.preposition]!) ? parent.subject : phrase
}

export const isTalks = (scene: Scene, phrase: number): boolean => {
  return scene.mentionsAt(scene.syntax.nounPhrases[phrase]!.head).length > 0
}
