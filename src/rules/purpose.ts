import { grammar } from '../data'
import type { Clause } from '../document/clauses'
import { speechKind } from '../document/speech-kinds'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'

const OBJECT_CONTROL = new Set(grammar.objectControl)
/** Verbs after which the infinitive only might be, or is not, the case. */
const UNREAL =
  /^(seem|appear|tend|happen|claim|pretend|struggle|wait|afford|dare|bother|deserve|cost|fear|dread|hate|scruple|consider)$/

/** "landed to resume the talks", "hired buses to bring them to the talks": whoever acts to some end wants it. */
export function isPurpose(clause: Clause, parent: Clause, lemma: string): boolean {
  return (
    clause.relation === 'infinitive' &&
    !parent.verb.passive &&
    parent.subject >= 0 &&
    clause.subject === parent.subject &&
    !OBJECT_CONTROL.has(lemma) &&
    !UNREAL.test(lemma) &&
    speechKind(lemma) === undefined
  )
}

/** "The boycott by Kabul did not keep others at home": a noun in front of the verb is not denied by it, unless it is denied that it is there. */
export function isOutside(scene: Scene, clause: Clause, hit: RuleHit): boolean {
  if (
    scene.verbAt.has(hit.head) ||
    scene.document.pos[hit.head] !== 'NOUN' ||
    hit.head >= clause.verb.from ||
    hit.to > clause.verb.from
  )
    return false
  return !/^(be|come|happen|exist|mean|depend|have)$/.test(scene.document.lemmas[clause.verb.head]!)
}
