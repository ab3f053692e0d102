import { startsUpper } from '../document/letters'
import {
  VISITORS,
  BODY_NOMINALS,
  GENERIC_OFFICE,
  FORMER,
  GROUP,
  GROUP_NOMINALS,
  HEAD_ROLE,
  OFFICIAL,
  ORGANISATION_WORDS,
  OWN,
  STATE_NOMINALS,
  TITLE_FORMS,
} from './vocabulary'
import type { NounPhrase } from '../document/chunks'
import { bodyBefore, bodyBehindKind, bodyServed } from './bodies'
import { NOBODY } from './entities'
import { nameStart } from './name-shapes'
import { isPlaceName } from './places'
import { pronoun } from './pronouns'
import { resume } from './resume'
import type { Scene } from './scene'

export interface Role {
  official: boolean
  own: boolean
  principal: number
  title: string
}

/** The office in front of a name or in the phrase, and for whom it speaks. */
export function readRole(scene: Scene, i: number, before: number): Role {
  const { names, norms, lemmas, nounPhrases, nameAt } = scene
  const np = nounPhrases[i]!
  const role: Role = { official: false, own: false, principal: -1, title: '' }
  const end = before >= 0 ? before : np.to
  const owner = ownerOf(scene, i, end)
  for (let t = np.from; t < end; t++) {
    const lower = norms[t]!
    const lemma = lemmas[t]!
    if (
      (FORMER.has(lower) || lower.startsWith('ex-')) &&
      !(lower === 'opposition' && (BODY_NOMINALS.has(lemmas[np.head]!) || GROUP.has(norms[np.head]!)))
    )
      role.own = true
    else if (OWN.has(lower) || OWN.has(lemma)) role.own = true
    else if (OFFICIAL.has(lower) || OFFICIAL.has(lemma)) role.official = true
    else if (TITLE_FORMS.has(lower)) role.title = lower
    const hit = nameAt[t]!
    if (hit >= 0 && names[hit]!.from === t && names[hit]!.to <= end) {
      const actor = names[hit]!.senses.find(
        (s) => s.actor && (s.type === 'demonym' || s.type === 'alias' || s.type === 'metonym'),
      )?.actor
      if (actor && actor.kind !== 'person') {
        role.principal = scene.listed(actor)
        role.official ||= actor.partOf !== undefined
      }
    }
  }
  // "a civil society leader in Kabul" does not serve the state there
  for (let t = np.from; t < end; t++) if (COMMUNITY.has(norms[t]!)) role.own = true
  if (role.principal < 0 && role.official) role.principal = bodyBefore(scene, np.from, end)
  // "its U.N. diplomats" are whose they are, but "his Uzbek counterpart" is of another country
  const counterpart = lemmas.slice(np.from, np.to).includes('counterpart')
  if (owner >= 0 && !(role.principal >= 0 && counterpart)) role.principal = owner
  return role
}

/** What those lead who speak for no state. */
const COMMUNITY = new Set(
  'civil community tribal religious student students women business youth labor labour opposition church spiritual clan tribe'.split(
    ' ',
  ),
)

/** The entity of a phrase's possessor ("Ottawa's", "its"), `NOBODY`, or `SPEAKER`. */
export function ownerOf(scene: Scene, i: number, end: number): number {
  const { norms, pos, nounPhrases, entityOf } = scene
  const np = nounPhrases[i]!
  const possessor = np.possessor
  if (possessor >= 0) {
    const target = entityOf[possessor]!
    return target >= 0 ? target : isPlaceName(scene, possessor)
  }
  // "China, whose special envoy"
  if (norms[np.from - 1] === 'whose') {
    let left = np.from - 2
    while (left > np.from - 6 && left >= 0 && scene.syntax.phraseOf[left]! < 0) left--
    const antecedent = scene.syntax.phraseOf[left] ?? -1
    return antecedent >= 0 ? entityOf[antecedent]! : NOBODY
  }
  return pos[np.from] === 'PRON' && end > np.from ? pronoun(scene, norms[np.from]!, i) : NOBODY
}

/** "X, a member of the Houthi delegation, said": what the apposition to the right says of the name. */
export function appositionRole(scene: Scene, i: number): Role | undefined {
  const { document, syntax, norms, lemmas, pos, nounPhrases } = scene
  const np = nounPhrases[i]!
  let t = np.to
  if (norms[t] !== ',' && norms[t] !== '(') {
    // "Habiba Sarabi, ..." only; a role may also precede: "the head of the Taliban delegation, X"
    return leftRole(scene, i)
  }
  t++
  while (
    t < document.length &&
    (pos[t] === 'DET' || pos[t] === 'ADJ' || pos[t] === 'ADV' || norms[t] === 'acting') &&
    syntax.phraseOf[t]! < 0
  )
    t++
  let next = syntax.phraseOf[t] ?? -1
  if (norms[t] === 'who' || norms[t] === 'whose') {
    // "X, who leads the Houthi delegation" / "who is running for"
    const verb = scene.clauseOfMarker.get(t)
    if (verb && /^(lead|head|speak|represent|chair|command|run|act)$/.test(lemmas[verb.verb.head]!)) {
      let p = -1
      for (let u = verb.verb.to; u < Math.min(verb.verb.to + 6, document.length); u++)
        if (syntax.phraseOf[u]! >= 0) {
          p = syntax.phraseOf[u]!
          while (p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
          break
        }
      if (p >= 0) {
        const role = roleOfPhrase(scene, p)
        const speaksFor = norms[verb.verb.to] === 'for'
        return {
          ...role,
          official: role.official || speaksFor || role.principal >= 0,
          principal: role.principal >= 0 ? role.principal : speaksFor ? phraseEntity(scene, p) : role.principal,
        }
      }
    }
    return leftRole(scene, i)
  }
  if (next < 0) {
    return leftRole(scene, i)
  }
  // possessors come first: "Afghanistan's deputy foreign minister"
  while (next + 1 < nounPhrases.length && nounPhrases[next + 1]!.possessor === next) next++
  if (nounPhrases[next]!.from - np.to > 4 + (nounPhrases[next]!.possessor >= 0 ? 6 : 0)) return undefined
  return roleOfPhrase(scene, next)
}

/** The office before a name: "the spokesman, X", "the Afghan ambassador to Russia, X". */
function leftRole(scene: Scene, i: number): Role | undefined {
  const { syntax, nounPhrases, norms, lemmas } = scene
  const left = syntax.appositionOf[i]!
  const direct = left >= 0 ? roleOfPhrase(scene, left) : undefined
  if (direct?.official || direct?.own) return direct
  const { from } = nounPhrases[i]!
  if (from < 2 || norms[from - 1] !== ',') return direct
  let p = syntax.phraseOf[from - 2]!
  for (let step = 0; step < 3 && p >= 0; step++) {
    const { preposition, head, from: start } = nounPhrases[p]!
    const singular = /^(?:the|an?|its|his|her|their)$/.test(norms[start]!) || nounPhrases[p]!.possessor >= 0
    if (step > 0 && singular && OFFICIAL.has(lemmas[head]!) && !scene.isPlural(head)) return roleOfPhrase(scene, p)
    p = preposition > 0 ? syntax.phraseOf[preposition - 1]! : -1
  }
  return direct
}

/** Reads an office with the names after its prepositions: "the deputy head of the council", "spokesman for the Taliban". */
export function roleOfPhrase(scene: Scene, i: number): Role {
  const { norms, lemmas, nounPhrases } = scene
  const role = readRole(scene, i, -1)
  const head = lemmas[nounPhrases[i]!.head]!
  if (isRoleNoun(scene, nounPhrases[i]!.head)) role.official = true
  let at = nounPhrases[i]!.to
  for (let step = 0; step < 3; step++) {
    const prep = norms[at]
    if (prep !== 'of' && prep !== 'for' && prep !== 'from' && prep !== 'at' && prep !== 'in' && prep !== 'to' && prep !== 'on')
      break
    const p = scene.phraseFrom(at + 1)
    if (p < 0) break
    if ((prep !== 'to' || /^(adviser|advisor|aide|assistant|deputy)$/.test(head)) && prep !== 'on' && role.principal < 0) {
      if (prep === 'in') {
        if (isResident(scene, i)) role.principal = Math.max(phraseEntity(scene, p), isPlaceName(scene, p))
      } else role.principal = phraseEntity(scene, p)
      if (role.principal < 0) role.principal = bodyServed(scene, nounPhrases[i]!.head, p)
    }
    if (prep === 'to' || prep === 'on') break
    at = nounPhrases[p]!.to
  }
  return role
}

/** Whether a noun is an office. */
function isRoleNoun({ lemmas, norms }: Scene, token: number): boolean {
  return OFFICIAL.has(lemmas[token]!) || OFFICIAL.has(norms[token]!) || HEAD_ROLE.test(lemmas[token]!)
}

/** "Officials in Kabul" serve the government there, "a Western diplomat in Kabul" does not. */
function isResident(scene: Scene, i: number): boolean {
  const { nounPhrases, lemmas, norms, words, pos } = scene
  const np = nounPhrases[i]!
  if (VISITORS.has(lemmas[np.head]!) || !isRoleNoun(scene, np.head) || np.possessor >= 0 || pos[np.from] === 'PRON') return false
  for (let t = np.from; t < np.head; t++)
    if (pos[t] !== 'DET' && startsUpper(words[t]!) && !GENERIC_OFFICE.has(norms[t]!)) return false
  return true
}

/** Whether a phrase goes back to an actor: "the Afghan government", "the group", "the council". */
const resumes = ({ lemmas, norms }: Scene, { from, head }: NounPhrase): boolean =>
  STATE_NOMINALS.has(lemmas[head]!) ||
  (head === from + 1 && (GROUP_NOMINALS.has(norms[head]!) || BODY_NOMINALS.has(lemmas[head]!)))

/** The entity of a phrase that may lie ahead of the reading position. */
export function phraseEntity(scene: Scene, p: number): number {
  const { names, words, norms, lemmas, nounPhrases, nameAt, entityOf } = scene
  if (entityOf[p]! >= 0) return entityOf[p]!
  const behind = bodyBehindKind(scene, p)
  if (behind >= 0) return behind
  const np = nounPhrases[p]!
  const from = nameStart(scene, p)
  for (let t = np.head; t >= np.from; t--) {
    const hit = nameAt[t]!
    // "the Kosovo Liberation Army" is not Kosovo
    if (hit < 0 || (from >= 0 && from <= t && names[hit]!.to <= np.head)) continue
    const sense = names[hit]!.senses.find((s) => s.actor)
    if (sense?.actor) return scene.listed(sense.actor)
  }
  if (np.possessor >= 0) return phraseEntity(scene, np.possessor)
  if (norms[np.from] === 'the' && resumes(scene, np)) {
    const back = resume(scene, lemmas[np.head]!, norms[np.head]!, p)
    if (back >= 0) return back
  }
  const known = scene.lookUp(words.slice(np.from, np.to).filter((w) => startsUpper(w)))
  if (known) return known.entity
  if (from >= 0 && np.head - from >= 1) {
    const key = words.slice(from, np.head + 1).join(' ')
    if (key.split(' ').some((w) => ORGANISATION_WORDS.has(w.toLowerCase()))) {
      const target = scene.entity(`local:${key.toLowerCase()}`, key, 'organisation', undefined)
      scene.learn(key.split(' '), target, false)
      return target
    }
  }
  return -1
}
