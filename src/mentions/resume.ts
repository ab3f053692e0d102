import type { Actor } from '../types'
import type { Entity } from './entities'
import { NOBODY } from './entities'
import { isEventHead, singular } from './event-words'
import type { NameSense } from './lexicon'
import { principalOf } from './lexicon'
import type { NameHit } from './names'
import type { Scene } from './scene'
import { BODIES, BODY_NOMINALS, GROUP_NOMINALS, LOCATIVE, OFFICIAL, STATE_NOMINALS } from './vocabulary'

/** "the group", "the ministry", "the council": the last actor that the noun can stand for. */
export function resume(scene: Scene, lemma: string, norm: string, i: number): number {
  const { nounPhrases, entities, entityOf, personOf } = scene
  // "vowed to leave the alliance": not the one that leaves
  const clause = scene.clauseOfObject.get(i)
  const self =
    clause && clause.subject >= 0 && !personOf[clause.subject] && !STATE_NOMINALS.has(lemma) ? entityOf[clause.subject]! : NOBODY
  const fits = (test: (e: Entity) => boolean): number =>
    scene.lastNamed((r) => r.np !== i && r.entity !== self && test(entities[r.entity]!))?.entity ?? NOBODY
  if (GROUP_NOMINALS.has(norm)) {
    // "Massoud's front … the front"
    const own = scene.lastNamed((r) => r.np !== i && scene.norms[nounPhrases[r.np]!.head] === norm && isOwned(scene, r.np))
    if (own) return own.entity
    // "the group" is one that has a name rather than "the detainees"
    const named = norm === lemma ? fits((e) => e.kind === 'group' && e.actor !== undefined) : NOBODY
    const any = fits(
      (e) =>
        e.kind === 'group' || (e.kind === 'organisation' && norm !== 'insurgents' && norm !== 'rebels' && norm !== 'militants'),
    )
    const group = named >= 0 && any >= 0 && isPlain(entities[any]!) ? named : any
    return group >= 0 ? group : groupOfText(scene, nounPhrases[i]!.from)
  }
  if (BODY_NOMINALS.has(lemma)) {
    const sameWord = fits((e) => namesWith(e).has(norm))
    return sameWord >= 0 && entities[sameWord]!.kind !== 'state'
      ? sameWord
      : fits((e) => e.kind === 'organisation' || (lemma !== 'mission' && e.kind === 'group'))
  }
  if (STATE_NOMINALS.has(lemma)) {
    const isState = (e: Entity): boolean => e.kind === 'state' || e.id.endsWith('government')
    // "India has accepted Moscow's invitation, the defence ministry said": the one that acts
    const sentence = scene.document.sentenceOf[nounPhrases[i]!.from]!
    const acting = scene.lastNamed(
      (r) => r.np !== i && r.sentence === sentence && scene.topics.has(r.np) && isState(entities[r.entity]!),
    )
    const state = acting?.entity ?? fits(isState)
    if (state >= 0) return state
    // "the Wolesi Jirga … the presidential palace": of the same country
    const compatriot = scene.lastNamed((r) => governmentOf(scene, entities[r.entity]!) !== undefined)
    if (compatriot) return scene.listed(governmentOf(scene, entities[compatriot.entity]!)!)
    const named = stateOfText(scene, nounPhrases[i]!.from)
    return named >= 0 ? named : stateAhead(scene, nounPhrases[i]!.to)
  }
  if (OFFICIAL.has(lemma) && !ARMED.test(lemma)) {
    // "the minister", "the spokesman": the person who was introduced with that office
    const introduced = scene.lastNamed((r) => r.np !== i && r.person && nearHead(scene, r.np, lemma))
    return (introduced ?? scene.lastNamed((r) => r.np !== i && r.person))?.entity ?? NOBODY
  }
  return NOBODY
}

/** Bodies that no person named before stands for. */
const ARMED = /^(?:army|military|navy|police)$/

/** Whether a noun phrase says whose it is by a name: "Massoud's front". */
function isOwned({ nounPhrases, nameAt }: Scene, i: number): boolean {
  const { possessor } = nounPhrases[i]!
  return possessor >= 0 && nameAt[nounPhrases[possessor]!.head]! >= 0
}

/** Whether an entity has no name, only common nouns. */
const isPlain = ({ actor, name }: Entity): boolean => actor === undefined && !/\p{Lu}/u.test(name)

/** Whether a lemma stands in a noun phrase or in the six words of its sentence after it. */
export function nearHead(scene: Scene, i: number, lemma: string): boolean {
  const { from, to } = scene.nounPhrases[i]!
  const { sentenceOf } = scene.document
  for (let t = from; t < to + 6 && sentenceOf[t] === sentenceOf[from]; t++) if (scene.lemmas[t] === lemma) return true
  return false
}

const nameWords = new WeakMap<Entity, ReadonlySet<string>>()

/** The words of an entity's names, in lower case. */
function namesWith(e: Entity): ReadonlySet<string> {
  const known = nameWords.get(e)
  if (known) return known
  const names = [e.name, ...(e.actor?.aliases ?? []).map((a) => (typeof a === 'string' ? a : a.text))]
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(/[\s-]+/)))
  nameWords.set(e, words)
  return words
}

/** The government of the country that an actor's code names. */
function governmentOf(scene: Scene, e: Entity): Actor | undefined {
  return e.kind === 'organisation' && e.actor?.code !== undefined
    ? scene.lexicon.governments.get(e.actor.code.slice(0, 3))
    : undefined
}

/** Whether a phrase is "the former" or "the latter". */
export const isEitherOf = ({ nounPhrases, norms }: Scene, i: number): boolean =>
  /^(?:former|latter)$/.test(norms[nounPhrases[i]!.head]!)

/** "The former", "the latter": of the two that were last named together, if they are actors. */
export function formerOrLatter(scene: Scene, i: number): number {
  const { nounPhrases, norms, syntax, entityOf, document } = scene
  const norm = norms[nounPhrases[i]!.head]!
  if (norm !== 'former' && norm !== 'latter') return NOBODY
  const sentence = document.sentenceOf[nounPhrases[i]!.from]!
  for (let k = i - 1; k >= 0 && document.sentenceOf[nounPhrases[k]!.from]! >= sentence - 2; k--) {
    const left = syntax.conjunctOf[k]!
    if (left >= 0 && entityOf[left]! >= 0 && entityOf[k]! >= 0) return norm === 'former' ? entityOf[left]! : entityOf[k]!
  }
  return NOBODY
}

/** "The Foreign Office announced that Pakistan would …": the state that the same sentence names next. */
export function stateAhead(scene: Scene, token: number): number {
  const { document, names, norms } = scene
  for (let k = scene.firstNameFrom(token); k < names.length; k++) {
    const hit = names[k]!
    if (document.sentenceOf[hit.from] !== document.sentenceOf[token - 1]) break
    const actor = hit.senses.find((x) => x.actor?.kind === 'state' && x.type === 'alias')?.actor
    if (actor && !LOCATIVE.has(norms[hit.from - 1]!)) return scene.listed(actor)
  }
  return NOBODY
}

/** The group whose name stood last, be it as a modifier ("a former Taliban commander … the group"). */
export function groupOfText(scene: Scene, token: number): number {
  const { lexicon, day } = scene
  return lastSense(
    scene,
    token,
    (x) =>
      x.type === 'alias' &&
      x.actor?.kind !== 'person' &&
      x.actor !== undefined &&
      principalOf(lexicon, x.actor, day).kind === 'group',
  )
}

/** The state whose people or places were named last ("Afghan militants … the government"), names of talks apart. */
export function stateOfText(scene: Scene, token: number): number {
  return lastSense(
    scene,
    token,
    (x, hit) => (x.actor?.kind === 'state' || x.actor?.id.endsWith('government') === true) && !namesTalks(scene, hit),
  )
}

/** The actor of the last name before a token, among the last fifty, with a sense that passes a test. */
function lastSense(scene: Scene, token: number, test: (sense: NameSense, hit: NameHit) => boolean): number {
  const { names } = scene
  const end = scene.firstNameFrom(token)
  for (let k = end - 1; k >= Math.max(0, end - 50); k--) {
    const actor = names[k]!.senses.find((x) => test(x, names[k]!))?.actor
    if (actor) return scene.listed(actor)
  }
  return NOBODY
}

/** "the Moscow talks", "the Geneva peace conference": the place only names the talks. */
function namesTalks(scene: Scene, hit: NameHit): boolean {
  const p = scene.syntax.phraseOf[hit.from]!
  return p >= 0 && isEventHead(singular(scene.lemmas[scene.nounPhrases[p]!.head]!))
}

/** Whether a lemma is an office of a person, not a body such as a ministry. */
export function isPersonRole(lemma: string): boolean {
  return OFFICIAL.has(lemma) && !BODIES.has(lemma)
}
