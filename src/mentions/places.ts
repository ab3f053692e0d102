import { wordSet } from '../document/word-set'
import { LOCATIVE, MOTION, PLACE_NOUNS } from './vocabulary'
import { nameStart } from './name-shapes'
import type { Role } from './actor-roles'
import type { Scene } from './scene'
import { mayAct } from './unnamed'

/** "in Kabul", "to Moscow": the name is a place there. */
export function placeUse(scene: Scene, i: number): boolean {
  const { norms, lemmas, nounPhrases } = scene
  const np = nounPhrases[i]!
  if (np.preposition < 0) return false
  const prep = norms[np.preposition]!
  if (
    /^(for|to|on)$/.test(prep) &&
    np.preposition > 0 &&
    /^(envoy|representative|ambassador|rapporteur|mission)$/.test(lemmas[np.preposition - 1]!)
  )
    return true
  // "in Iran's view", "by Iran's own account"
  if (norms[np.to] === "'s" && (OPINIONS.has(lemmas[np.to + 1] ?? '') || OPINIONS.has(lemmas[np.to + 2] ?? ''))) return false
  // "its influence over Chad"
  if (/^(?:on|over)$/.test(prep) && INFLUENCE.test(lemmas[np.preposition - 1] ?? '')) return false
  return (
    LOCATIVE.has(prep) ||
    (prep === 'from' && np.possessor < 0 && motionBefore(scene, np.preposition) && !messageBefore(scene, np.preposition)) ||
    (prep === 'to' && motionBefore(scene, np.preposition)) ||
    (prep === 'for' && departureBefore(scene, np.preposition))
  )
}

/** What somebody has in mind, or says. */
const OPINIONS = wordSet('view opinion eye judgment judgement estimation assessment account reckoning word mind')

/** What one has over somebody, not over a place. */
const INFLUENCE = /^(?:influence|leverage|pressure|sanction|sway)$/

export function motionBefore(scene: Scene, token: number): boolean {
  const { lemmas } = scene
  for (let t = token - 1; t >= Math.max(0, token - 4); t--) if (MOTION.has(lemmas[t]!)) return true
  return false
}

const MESSAGES = wordSet(
  'confirmation acceptance answer reply response invitation message letter signal objection request proposal protest',
)

/** "Confirmations had come from Iran": a message comes from its sender. */
function messageBefore({ lemmas }: Scene, token: number): boolean {
  for (let t = token - 1; t >= Math.max(0, token - 6); t--) if (MESSAGES.has(lemmas[t]!)) return true
  return false
}

/** "Left Kabul for Moscow", "boarding a plane for Geneva": a journey to the place that follows. */
function departureBefore(scene: Scene, token: number): boolean {
  const { lemmas, document } = scene
  for (let t = token - 1; t >= Math.max(0, token - 5) && document.sentenceOf[t] === document.sentenceOf[token]; t--)
    if (DEPARTURES.has(lemmas[t]!)) return true
  return false
}

const DEPARTURES = wordSet('leave depart head embark plane flight aircraft jet train fly bind bound visa ticket set')

export function metonymIsPlace(scene: Scene, i: number): boolean {
  const { norms, lemmas, pos, nounPhrases } = scene
  const np = nounPhrases[i]!
  if (np.preposition >= 0) {
    const prep = norms[np.preposition]!
    return !(
      prep === 'by' ||
      prep === 'between' ||
      prep === 'with' ||
      prep === 'against' ||
      prep === 'of' ||
      prep === 'from' ||
      prep === 'for' ||
      prep === 'to' ||
      prep === 'on' ||
      prep === 'than'
    )
  }
  // "left Moscow": the object of a verb of motion
  const verb = np.from - 1
  return (
    verb >= 0 &&
    pos[verb] === 'VERB' &&
    MOTION.has(lemmas[verb]!) &&
    !/^(invite|summon|welcome|host|send|take|bring|move)$/.test(lemmas[verb]!)
  )
}

export function looksLikePlace(scene: Scene, i: number, role: Role): boolean {
  const { norms, nounPhrases } = scene
  const np = nounPhrases[i]!
  if (role.official || role.own || role.title) return false
  if (np.head > np.from && PLACE_NOUNS.has(norms[np.head]!)) return true
  if (
    np.preposition >= 0 &&
    /^(in|at|near|to|from|into|around|outside|via|of|on|for|through|across|over|towards|between|with|against|about|after|before|since|under)$/.test(
      norms[np.preposition]!,
    )
  ) {
    // named persons after "with", "for", "of" are actors only if they are more than one word
    return !(np.head - nameStart(scene, i) >= 1 && /^(with|between|for|of|by|from|to|against)$/.test(norms[np.preposition]!))
  }
  if (mayAct(scene, i)) return false
  return np.head - nameStart(scene, i) < 1
}

/** A possessor such as "Kabul" in "Kabul's envoy" that was read as a place. */
export function isPlaceName(scene: Scene, i: number): number {
  const { names, nounPhrases, nameAt } = scene
  const hit = nameAt[nounPhrases[i]!.head]!
  const actor = hit >= 0 ? names[hit]!.senses.find((s) => s.actor && s.type !== 'demonym')?.actor : undefined
  return actor ? scene.listed(actor) : -1
}
