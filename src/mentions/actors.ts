import type { Syntax } from '../document/clauses'
import type { Document } from '../document/document'
import type { Actor, IsoDate } from '../types'
import { ownerOf } from './actor-roles'
import type { ActorMention, Entity } from './entities'
import { NOBODY, SPEAKER } from './entities'
import type { Lexicon } from './lexicon'
import type { NameHit } from './names'
import { nominal } from './nominals'
import { isPronoun, pronoun } from './pronouns'
import { named } from './proper-names'
import { formerOrLatter, isEitherOf } from './resume'
import { Scene } from './scene'
import { mentionSponsors } from './sponsors'
import { pairOf, takenUp } from './together'
import { HE, PARTITIVE, ROLE_LIKE, SHE } from './vocabulary'

/** Who is who in a document. */
export interface ActorMentions {
  readonly entities: readonly Entity[]
  /** In reading order. */
  readonly mentions: readonly ActorMention[]
  /** For each noun phrase: index of its entity, `NOBODY`, or `SPEAKER`. */
  readonly entityOf: Int32Array
  /** For each noun phrase, the entity of its possessor ("its acceptance", "Ottawa's attendance"), `NOBODY`, or `SPEAKER`. */
  readonly ownerOf: Int32Array
  /** For noun phrases that sum up several actors ("both sides"), all of them. */
  readonly together: ReadonlyMap<number, readonly number[]>
  /** Token ranges of listed names, whether they act there or not ("in Kabul"): places of talks are read from them. */
  readonly names: readonly NameHit[]
}

const entityIndexes = new WeakMap<ActorMentions, ReadonlyMap<Actor, number>>()

/** The entity of the actor that a listed name can mean, or `NOBODY` where that is not among a document's actors. */
export function entityOfName(actors: ActorMentions, { senses }: NameHit): number {
  let index = entityIndexes.get(actors)
  if (index === undefined) {
    index = new Map(actors.entities.flatMap((e) => (e.actor ? [[e.actor, e.index] as const] : [])))
    entityIndexes.set(actors, index)
  }
  const actor = senses.find((s) => s.actor)?.actor
  return (actor && index.get(actor)) ?? NOBODY
}

/** Finds the actors that a document names, by listed names, offices, names learned in the text, nominals and pronouns. */
export function findActors(
  document: Document,
  syntax: Syntax,
  lexicon: Lexicon,
  names: readonly NameHit[],
  day: IsoDate | undefined,
): ActorMentions {
  const scene = new Scene(document, syntax, lexicon, names, day)
  // twice: a surname may stand before the full name that explains it
  for (let i = 0; i < syntax.nounPhrases.length; i++) resolve(scene, i)
  scene.restart()
  for (let i = 0; i < syntax.nounPhrases.length; i++) resolve(scene, i)
  takeFromNeighbours(scene)
  mentionSponsors(scene)
  nameHeadlineRoles(scene)
  nameHeadlineGroups(scene)
  const { entities, mentions, entityOf, owners, together } = scene
  return { entities, mentions, entityOf, ownerOf: owners, together, names }
}

/** Finds out whom one noun phrase means. */
function resolve(scene: Scene, i: number): void {
  const np = scene.nounPhrases[i]!
  if (np.temporal) return
  if (isPronoun(scene, i)) {
    const norm = scene.norms[np.head]!
    const found = pronoun(scene, norm, i)
    if (found === SPEAKER) scene.entityOf[i] = SPEAKER
    else if (found >= 0) scene.mention(i, found, 'pronoun', HE.has(norm) || SHE.has(norm))
    return
  }
  const several = takenUp(scene, i)
  if (several.length > 0) scene.together.set(i, several)
  const pair = pairOf(scene, i)
  if (pair.length > 0) {
    scene.together.set(i, pair)
    for (const each of [...pair].reverse()) scene.mention(i, each, 'nominal', false)
    return
  }
  const one = several[0] ?? formerOrLatter(scene, i)
  if (one >= 0) {
    scene.mention(i, one, 'nominal', false)
    return
  }
  if (isEitherOf(scene, i)) return
  scene.owners[i] = ownerOf(scene, i, np.to)
  if (!named(scene, i)) nominal(scene, i)
}

/** "The speaker of the house, X, said" and "one of his advisers said": the head takes the actor of what explains it. */
function takeFromNeighbours(scene: Scene): void {
  const { nounPhrases, syntax, entityOf, personOf, norms } = scene
  for (let i = 0; i < nounPhrases.length; i++) {
    const left = syntax.appositionOf[i]!
    if (
      left >= 0 &&
      entityOf[left] === NOBODY &&
      entityOf[i]! >= 0 &&
      (personOf[i] ||
        NAMED_BY_APPOSITION.test(scene.entities[entityOf[i]!]!.kind) ||
        ROLE_LIKE.has(scene.lemmas[nounPhrases[left]!.head]!))
    )
      entityOf[left] = entityOf[i]!
    const np = nounPhrases[i]!
    if (entityOf[i] === NOBODY && PARTITIVE.has(norms[np.head]!) && norms[np.to] === 'of') {
      const p = scene.phraseFrom(np.to + 1)
      if (p >= 0 && entityOf[p]! >= 0) entityOf[i] = entityOf[p]!
    }
  }
}

/** Kinds of actors that a noun before their name stands for. */
const NAMED_BY_APPOSITION = /^(?:group|organisation)$/

/** "Union says yes", "Darfur rebels walk out": the group that only a headline has is the first of its kind in the text below. */
function nameHeadlineGroups(scene: Scene): void {
  const { document, entities, mentions, nounPhrases, lemmas } = scene
  const inHeadline = (token: number): boolean => document.paragraphs[document.paragraphOf[token]!]!.kind === 'headline'
  const inText = new Set(mentions.filter((m) => !inHeadline(m.from)).map((m) => m.entity))
  const groups = new Set(
    mentions
      .filter((m) => inHeadline(m.from) && !inText.has(m.entity))
      .map((m) => entities[m.entity]!)
      .filter((e) => e.kind === 'group' && e.actor === undefined && e.head !== ''),
  )
  for (const group of groups) {
    const same = mentions.find(({ entity, from, phrase }) => {
      const other = entities[entity]!
      if (inHeadline(from) || phrase < 0 || !/^(?:group|organisation)$/.test(other.kind)) return false
      const np = nounPhrases[phrase]!
      return lemmas.slice(np.possessor >= 0 ? nounPhrases[np.possessor]!.from : np.from, np.to).includes(group.head)
    })
    if (same) scene.merge(group.index, same.entity)
  }
}

/** "Academic dismisses talks": the nameless person of a headline is the first that speaks for himself in the text below. */
function nameHeadlineRoles(scene: Scene): void {
  const { document, entities, mentions } = scene
  const inHeadline = (token: number): boolean => document.paragraphs[document.paragraphOf[token]!]!.kind === 'headline'
  const role = mentions.find((m) => inHeadline(m.from) && entities[m.entity]!.faint && entities[m.entity]!.kind === 'person')
  if (!role || mentions.some((m) => m.entity === role.entity && !inHeadline(m.from))) return
  const named = mentions.find((m) => {
    const { kind, faint } = entities[m.entity]!
    return m.person && kind === 'person' && !faint && !inHeadline(m.from) && scene.subjects.has(m.phrase)
  })
  if (named) scene.merge(role.entity, named.entity)
}
