import { startsUpper } from '../document/letters'
import { isTimeWord } from '../document/time-words'
import { NOBODY } from './entities'
import { longNameEnd, nameStart } from './name-shapes'
import type { Scene } from './scene'
import {
  BODY_NOMINALS,
  GENERIC_OFFICE,
  GROUP,
  GROUP_NOMINALS,
  OFFICIAL,
  ORGANISATION_WORDS,
  OWN,
  PEOPLE,
  TITLE_FORMS,
} from './vocabulary'

/** Those who head or speak for a body, not for a place. */
const SERVANTS =
  /^(?:spokes\w+|leaders?|leadership|president|chairman|chairwoman|chair|chief|head|secretary|founder|co-founder|conven[eo]r|supremo|patron|members?|activists?|supporters?|cadres?|director|coordinator|mouthpiece|lodges?|stewards?|team)$/
/** Those who may as well be of a place. */
const LOCALS =
  /^(?:mps?|lawmakers?|legislators?|senators?|sheikhs?|clerics?|bishops?|commanders?|fighters?|militants?|guerrillas?|rebels?|veterans?|officers?|officials?|delegates?|delegations?|negotiators?|representatives?|source|man|men|women)$/

/** The body whose name stands before an office: "Naga Hoho president", "ARM spokesman". */
export function bodyBefore(scene: Scene, from: number, to: number): number {
  const { words, norms, nameAt } = scene
  for (let t = from; t < to; t++) {
    let end = t
    while (end < to && (isNameWord(scene, end) || scene.longAt[end]! >= 0)) end++
    if (end === t) continue
    const known = scene.lookUp(words.slice(t, end))
    if (known && !known.person) return known.entity
    const acronym = isAcronym(words[end - 1]!)
    const serves = end < to && (SERVANTS.test(norms[end]!) || (acronym && LOCALS.test(norms[end]!)))
    if (serves && !known && nameAt[t]! < 0 && (end - t > 1 || acronym || !scene.startsSentence(t) || to > end + 1))
      return learnBody(scene, t, end)
    t = end
  }
  return NOBODY
}

/** The body that a phrase names as the one somebody serves: "the sheikhs of Ahlu Sunna Wal Jamaa", "a spokesman for Azapo". */
export function bodyServed(scene: Scene, servant: number, p: number): number {
  const { nounPhrases, norms, lemmas, nameAt, words, pos } = scene
  const { from, to, head } = nounPhrases[p]!
  const serves = (pattern: RegExp): boolean => pattern.test(lemmas[servant]!) || pattern.test(norms[servant]!)
  if (!serves(SERVANTS) && !serves(LOCALS)) return NOBODY
  const start = pos[from] === 'DET' && from < head ? from + 1 : from
  for (let t = start; t < to; t++) if (!isNameWord(scene, t) || nameAt[t]! >= 0) return NOBODY
  const known = scene.lookUp(words.slice(start, to))
  if (known) return known.person ? NOBODY : known.entity
  const preposition = norms[from - 1]
  const sure =
    isAcronym(words[head]!) ||
    norms.slice(start, to).some((w) => ORGANISATION_WORDS.has(w)) ||
    (norms[from] === 'the' && to - start > 1)
  return sure || (serves(SERVANTS) && (preposition === 'of' || preposition === 'for'))
    ? learnBody(scene, start, longNameEnd(scene, p))
    : NOBODY
}

/** The body that a name before its kind names: "the EVG union", "the RMT rail union", "the New Forces rebels". */
export function bodyIn(scene: Scene, i: number): number {
  const { nounPhrases, norms, nameAt, words, pos } = scene
  const { from, head } = nounPhrases[i]!
  if (!KINDS.test(norms[head]!)) return NOBODY
  let end = head
  while (end > from && !isNameWord(scene, end - 1) && !isForces(scene, end - 1) && pos[end - 1] === 'NOUN') end--
  let start = end
  while (start > from && isPartOf(scene, start - 1, end) && nameAt[start - 1]! < 0) start--
  if (start === end || (start > from && isNameWord(scene, start - 1))) return NOBODY
  if (scene.startsSentence(start) && end - start === 1 && !isAcronym(words[start]!)) return NOBODY
  const known = scene.lookUp(words.slice(start, end))
  return known && !known.person ? known.entity : known ? NOBODY : learnBody(scene, start, end)
}

/** A word of a name, or a capital adjective before one: "New Forces". */
const isPartOf = (scene: Scene, token: number, end: number): boolean =>
  isNameWord(scene, token) ||
  (token === end - 1 && isForces(scene, token)) ||
  (token + 1 < end && scene.pos[token] === 'ADJ' && /^\p{Lu}/u.test(scene.words[token]!) && !scene.startsSentence(token))
/** "New *Forces*": a plural for a group that ends a name of capitals. */
const isForces = ({ words, norms, nameAt }: Scene, token: number): boolean =>
  (GROUP.has(norms[token]!) || OFFICIAL.has(norms[token]!)) &&
  /^\p{Lu}.*s$/u.test(words[token]!) &&
  token > 0 &&
  /^\p{Lu}/u.test(words[token - 1]!) &&
  nameAt[token - 1]! < 0

const KINDS =
  /^(?:party|union|movement|militia|faction|alliance|coalition|bloc|guild|network|daily|newspaper|weekly|broadcaster|magazine|charity|club|lobby|church|rebels|insurgents|guerrillas|militants)$/

/** The token from which a body is named behind its kind: "the party *Butun Kyrgyzstan*", "the ranchers' federation *Fedegan*"; or -1. */
export function nameBehindKind(scene: Scene, i: number): number {
  const { names, nameAt, nounPhrases, norms, pos, words } = scene
  const { from, head } = nounPhrases[i]!
  let start = head + 1
  while (start > from && (isNameWord(scene, start - 1) || (start <= head && /^(?:al|ul|el|de|da|of)$/.test(norms[start - 1]!))))
    start--
  if (start > head || start <= from || pos[start - 1] !== 'NOUN' || /^\p{Lu}/u.test(words[start - 1]!)) return -1
  const listed = nameAt[start]! >= 0 ? names[nameAt[start]!]! : undefined
  if (listed?.senses.some((s) => s.type !== 'demonym')) return -1
  const kind = norms[start - 1]!
  return BODY_NOMINALS.has(kind) || GROUP_NOMINALS.has(kind) || (KINDS.test(kind) && !kind.endsWith('s')) ? start : -1
}

/** The body that a phrase names behind its kind, or `NOBODY`. */
export function bodyBehindKind(scene: Scene, p: number): number {
  const start = nameBehindKind(scene, p)
  if (start < 0) return NOBODY
  const { to } = scene.nounPhrases[p]!
  return scene.lookUp(scene.words.slice(start, to))?.entity ?? learnBody(scene, start, to)
}

/** The body that a phrase names by its letters or by a word for bodies: "of NARD", "of the Army of Islam". */
export function bodyNamed(scene: Scene, p: number): number {
  const { nounPhrases, norms, words, nameAt, entities } = scene
  const start = nameStart(scene, p)
  const { head } = nounPhrases[p]!
  if (start < 0 || nameAt[head]! >= 0) return NOBODY
  const known = scene.lookUp(words.slice(start, head + 1))
  if (known) return !known.person && entities[known.entity]!.kind !== 'state' ? known.entity : NOBODY
  const end = longNameEnd(scene, p)
  const named = isAcronym(words[head]!) || norms.slice(start, head + 1).some((w) => ORGANISATION_WORDS.has(w))
  return named && (end - start > 1 || isAcronym(words[head]!)) ? learnBody(scene, start, end) : NOBODY
}

/** Learns the name of a body that stands at some tokens. */
export function learnBody(scene: Scene, from: number, to: number): number {
  const name = scene.text(from, to).replace(/\s+/g, ' ')
  const target = scene.entity(`local:${name.toLowerCase()}`, name, 'organisation', undefined)
  scene.learn(name.split(' '), target, false)
  return target
}

const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(word)

/** A capital word of a name, no title, office or role. */
function isNameWord({ words, norms, pos }: Scene, token: number): boolean {
  const norm = norms[token]!
  return (
    startsUpper(words[token]!) &&
    pos[token] === 'PROPN' &&
    !isTimeWord(norm) &&
    !/^(?:fo|mfa|mofa|mea|pmo|pm|fm|govt)$/.test(norm) &&
    !OFFICIAL.has(norm) &&
    !OWN.has(norm) &&
    !PEOPLE.has(norm) &&
    !TITLE_FORMS.has(norm) &&
    !GENERIC_OFFICE.has(norm) &&
    !(GROUP.has(norm) && norm.endsWith('s'))
  )
}
