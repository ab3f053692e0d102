import { startsUpper } from '../document/letters'
import { isAgentPlural } from '../document/people'
import { NOBODY } from './entities'
import type { Scene } from './scene'
import { DEFINITE, OFFICIAL, OTHER_BODIES, PEOPLE } from './vocabulary'

/**
 * Persons and bodies without a name of whom no list says anything: "commuters", "the yacht club", "a Marine sergeant".
 *
 * They are actors only where they hold a position.
 */
export function unnamed(scene: Scene, i: number): void {
  const { nounPhrases, lemmas, norms, entities } = scene
  const { head, from, to, possessor } = nounPhrases[i]!
  const kind = kindOf(scene, head)
  if (kind === undefined || !comesFrom(scene, i) || sumsUp(scene, i)) return
  const start = afterDeterminer(scene, i)
  const word = lemmas[head]!
  // "the party's local branch": the party
  const whole = PIECES.test(word) && possessor >= 0 ? scene.entityOf[possessor]! : NOBODY
  if (whole >= 0 && /^(?:group|organisation)$/.test(entities[whole]!.kind)) return scene.mention(i, whole, 'nominal', false)
  const back =
    to - from <= 2 && DEFINITE.has(norms[from]!) ? entities.find((e) => e.head === word && e.actor === undefined) : undefined
  if (back) return scene.mention(i, back.index, 'nominal', kind === 'person')
  const name = scene.text(start, head + 1)
  // "police said": a body that speaks
  const faint = norms[head] === 'agency' || !(BODY_OFFICES.test(norms[head]!) && scene.speakers.has(i))
  const target = scene.entity(`local:${name.toLowerCase()}`, name, kind === 'person' ? 'person' : 'group', undefined, word, faint)
  if (kind === 'people' || BYSTANDERS.test(word)) scene.entities[target]!.crowd = true
  scene.mention(i, target, 'unlisted', kind === 'person', start, head + 1)
}

/** The first token of a phrase that is no determiner. */
export function afterDeterminer(scene: Scene, i: number): number {
  const { from, head } = scene.nounPhrases[i]!
  let t = from
  while (
    t < head &&
    (scene.pos[t] === 'DET' || scene.pos[t] === 'PRON' || isCount(scene, t) || /^(?:where|when)$/.test(scene.norms[t]!))
  )
    t++
  return t
}

/** A number before a noun for persons: "fifty students". */
const isCount = ({ pos, norms }: Scene, t: number): boolean =>
  pos[t] === 'NUM' || /^(?:many|several|some|most|few|dozens|hundreds|thousands)$/.test(norms[t]!)

/** Whether words hold a capital that says who they are ("Darfur rebels"), not one that only opens the sentence. */
export function hasName(scene: Scene, from: number, to: number): boolean {
  for (let t = from; t < to; t++)
    if (startsUpper(scene.words[t]!) && (scene.nameAt[t]! >= 0 || !scene.startsSentence(t))) return true
  return false
}

/** Whether a noun is one for a person, for persons, or for a body. */
function kindOf(scene: Scene, head: number): 'person' | 'people' | 'body' | undefined {
  const { norms, pos } = scene
  const norm = norms[head]!
  if ((pos[head] !== 'NOUN' && pos[head] !== 'PROPN') || scene.nameAt[head]! >= 0 || PARTS.test(norm)) return undefined
  if (OTHER_BODIES.has(norm) || BODY_OFFICES.test(norm)) return 'body'
  const plural = norm.endsWith('s') || /(?:men|folk)$/.test(norm)
  if (PEOPLE.has(norm) || OFFICIAL.has(norm)) return plural ? 'people' : 'person'
  return isAgentPlural(norm) ? 'people' : undefined
}

/** Parts of a party or a movement. */
const PIECES = /^(?:branch|chapter|wing|arm|cell)$/
/** States and governments that are only summed up. */
const BYSTANDERS = /^(?:neighbou?r|capital)$/
/** Offices that are bodies. */
const BODY_OFFICES =
  /^(?:command|army|military|police|department|agency|ministry|authority|secretariat|junta|leadership|embassy|cabinet|government|administration|bureau|regime)$/
/** Words that mean a part of some actor, or who serves one, which they do not name. */
const PARTS =
  /^(?:delegat\w+|team|mission|contingent|representatives?|sides?|counterparts?|heads?|officials?|secretary|spokes\w+|sources?|office|members?|ministers?|envoys?|emissary|emissaries|diplomats?|ambassadors?|negotiators?|advis[eo]rs?|aides?|attach\S+|consuls?|commissioners?|chiefs?|deputy|deputies|presidents?|premiers?|chancellors?|directors?|chairm[ae]n)$/
/** "Ten countries took part": it only counts those that are named elsewhere. */
function sumsUp({ nounPhrases, norms, pos }: Scene, i: number): boolean {
  const { head, from } = nounPhrases[i]!
  return /^(?:countries|states|nations|governments|guests)$/.test(norms[head]!) && pos[from] !== 'DET'
    ? norms.slice(from, head).some((_, k) => pos[from + k] === 'NUM')
    : false
}

/** Whether a phrase stands where somebody acts, speaks, or is the source of what is said or done. */
function comesFrom(scene: Scene, i: number): boolean {
  const { conjunctOf } = scene.syntax
  let first = i
  while (conjunctOf[first]! >= 0) first = conjunctOf[first]!
  const { preposition } = scene.nounPhrases[first]!
  return mayAct(scene, i) || (preposition >= 0 && /^(?:from|of|among|including|by)$/.test(scene.norms[preposition]!))
}

/** Whether a phrase stands where somebody acts, owns or speaks: as subject, after "by", before "'s", or as a label ("Ghani: …"). */
export function mayAct({ nounPhrases, norms, subjects }: Scene, i: number): boolean {
  const { preposition, to } = nounPhrases[i]!
  return subjects.has(i) || nounPhrases[i + 1]?.possessor === i || norms[to] === ':' || norms[preposition] === 'by'
}
