import { NOBODY } from './entities'
import { stateAhead } from './resume'
import type { Scene } from './scene'

/** Words of offices that serve the state that a text has just named, where they name none. */
const STATE_OFFICE = /^(?:ministry|minister|presidential|government|foreign|palace)$/
const SPOKEN_FOR = /^(?:spokes\w+|negotiator)$/
/** How many sentences an office looks back for its state. */
const REACH = 2

/** The state or body that a person's office serves by what was said just before: "Iran denied it. X, a spokeswoman, said …". */
export function servedInContext(scene: Scene, i: number): number {
  const { nounPhrases, norms, syntax, entities, document } = scene
  const np = nounPhrases[i]!
  const next = norms[np.to] === ',' ? syntax.phraseOf[np.to + 1]! : -1
  const left = syntax.appositionOf[i]!
  const words = [np, nounPhrases[next], nounPhrases[left]].flatMap((p) => (p ? norms.slice(p.from, p.to) : []))
  const ofState = words.some((w) => STATE_OFFICE.test(w))
  if (!ofState && !words.some((w) => SPOKEN_FOR.test(w))) return NOBODY
  const sentence = document.sentenceOf[np.from]!
  const last = scene.lastNamed((r) => {
    const { kind, actor, faint } = entities[r.entity]!
    return !faint && kind !== 'person' && (ofState ? kind === 'state' || actor?.id.endsWith('government') === true : r.subject)
  })
  if (last && sentence - last.sentence <= REACH) return last.entity
  return ofState ? stateAhead(scene, np.to) : NOBODY
}
