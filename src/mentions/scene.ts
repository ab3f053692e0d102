import { grammar } from '../data'
import { speechKind } from '../document/speech-kinds'
import type { Clause, Relation, Syntax } from '../document/clauses'
import type { NounPhrase } from '../document/chunks'
import type { Document, PartOfSpeech } from '../document/document'
import type { Actor, ActorKind, IsoDate } from '../types'
import type { ActorMention, Entity, Via } from './entities'
import { NOBODY } from './entities'
import { LearnedNames } from './learned-names'
import type { LearnedName } from './learned-names'
import type { Lexicon } from './lexicon'
import { principalOf } from './lexicon'
import { findLongNames } from './long-names'
import type { NameHit } from './names'
import { PLURAL_ROLES } from './vocabulary'

/** An actor named a while ago, to which a pronoun or "the group" may go back. */
export interface Recent {
  entity: number
  readonly np: number
  readonly person: boolean
  readonly plural: boolean
  readonly subject: boolean
  readonly sentence: number
}

const DEMAND_VERBS = new Set(grammar.demandVerbs)
/** Clauses that only add to another one. */
const SUBORDINATE: ReadonlySet<Relation> = new Set<Relation>(['adverbial', 'relative', 'participial'])

/** What is known of the actors of a document while it is read from left to right. */
export class Scene {
  readonly words: readonly string[]
  readonly norms: readonly string[]
  readonly lemmas: readonly string[]
  readonly pos: readonly PartOfSpeech[]
  readonly nounPhrases: readonly NounPhrase[]
  readonly clauses: readonly Clause[]
  readonly entities: Entity[] = []
  mentions: ActorMention[] = []
  /** In reading order. */
  recency: Recent[] = []
  /** For each token, the index of the listed name around it, or -1. */
  readonly nameAt: Int32Array
  /** For each token, the first token of the body's name with small words inside that is around it, or -1. */
  readonly longAt: Int32Array
  /** For each noun phrase, as in `ActorMentions`. */
  readonly entityOf: Int32Array
  readonly owners: Int32Array
  /** As in `ActorMentions`. */
  readonly together = new Map<number, readonly number[]>()
  /** For tokens of names beyond their noun phrase ("Centre *for Conflict Studies*"), the index of that phrase; else -1. */
  readonly inName: Int32Array
  /** Whether a noun phrase names a single person. */
  readonly personOf: Uint8Array
  readonly learned = new LearnedNames()
  /** Short names that the text explains in brackets, as written: "National Unity Government (NUG)". */
  readonly acronyms = new Map<string, number>()
  /** Noun phrases that act: subjects and agents, and what is coordinated with them. */
  readonly subjects: ReadonlySet<number>
  /** Subjects of main clauses, or of what is said: what the text is about at that point. */
  readonly topics: ReadonlySet<number>
  /** Subjects of verbs of saying. */
  readonly speakers: ReadonlySet<number>
  /** The first clause that has a noun phrase as its object. */
  readonly clauseOfObject: ReadonlyMap<number, Clause>
  /** The first clause that has a noun phrase as its subject. */
  readonly clauseOfSubject: ReadonlyMap<number, Clause>
  /** The first clause that a token introduces. */
  readonly clauseOfMarker: ReadonlyMap<number, Clause>
  private readonly byId = new Map<string, number>()
  private capitals: Set<string> | undefined

  constructor(
    readonly document: Document,
    readonly syntax: Syntax,
    readonly lexicon: Lexicon,
    readonly names: readonly NameHit[],
    readonly day: IsoDate | undefined,
  ) {
    this.words = document.words
    this.norms = document.norms
    this.lemmas = document.lemmas
    this.pos = document.pos
    this.nounPhrases = syntax.nounPhrases
    this.clauses = syntax.clauses
    this.nameAt = new Int32Array(document.length).fill(-1)
    names.forEach((hit, i) => this.nameAt.fill(i, hit.from, hit.to))
    this.longAt = new Int32Array(document.length).fill(-1)
    for (const { from, to } of findLongNames(document, names)) this.longAt.fill(from, from, to)
    const count = syntax.nounPhrases.length
    this.entityOf = new Int32Array(count).fill(NOBODY)
    this.owners = new Int32Array(count).fill(NOBODY)
    this.personOf = new Uint8Array(count)
    this.inName = new Int32Array(document.length).fill(-1)
    const subjects = new Set<number>()
    const topics = new Set<number>()
    const speakers = new Set<number>()
    const objects = new Map<number, Clause>()
    const subjectOf = new Map<number, Clause>()
    const markers = new Map<number, Clause>()
    // "demanded that the troops leave": who is to do something is not what the text goes on about
    const isDemanded = ({ relation, parent }: Clause): boolean =>
      relation === 'complement' && parent >= 0 && DEMAND_VERBS.has(this.lemmas[syntax.clauses[parent]!.verb.head]!)
    for (const clause of syntax.clauses) {
      if (clause.subject >= 0 && clause.relation !== 'relative') subjects.add(clause.subject)
      if (clause.agent >= 0) subjects.add(clause.agent)
      if (clause.subject >= 0 && !SUBORDINATE.has(clause.relation) && !isDemanded(clause)) topics.add(clause.subject)
      if (clause.subject >= 0 && speechKind(this.lemmas[clause.verb.head]!) === 'say') speakers.add(clause.subject)
      if (clause.subject >= 0 && !subjectOf.has(clause.subject)) subjectOf.set(clause.subject, clause)
      if (clause.object >= 0 && !objects.has(clause.object)) objects.set(clause.object, clause)
      if (clause.marker >= 0 && !markers.has(clause.marker)) markers.set(clause.marker, clause)
    }
    for (let k = 0; k < count; k++) {
      const left = syntax.conjunctOf[k]!
      const named = syntax.appositionOf[k]!
      if ((left >= 0 && subjects.has(left)) || (named >= 0 && subjects.has(named))) subjects.add(k)
    }
    this.subjects = subjects
    this.topics = topics
    this.speakers = speakers
    this.clauseOfObject = objects
    this.clauseOfSubject = subjectOf
    this.clauseOfMarker = markers
  }

  /** Forgets where actors stand, but not their names: the second reading knows what the first has learned. */
  restart(): void {
    this.mentions = []
    this.recency = []
    this.together.clear()
    this.entityOf.fill(NOBODY)
    this.personOf.fill(0)
  }

  /** The index of the entity with an id, which is made if it is new. */
  entity(id: string, name: string, kind: ActorKind, actor: Actor | undefined, head = '', faint = false): number {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    this.entities.push({ index: this.entities.length, id, name, kind, actor, gender: actor?.gender, head, faint })
    this.byId.set(id, this.entities.length - 1)
    return this.entities.length - 1
  }

  /** The entity that answers for a listed actor on the day of the text. */
  listed(actor: Actor): number {
    const principal = principalOf(this.lexicon, actor, this.day)
    return this.entity(principal.id, principal.name, principal.kind, principal)
  }

  /** The entity of a person who speaks for nobody else. */
  personEntity(name: string, actor: Actor | undefined, faint = false): number {
    if (actor) return this.entity(actor.id, actor.name, 'person', actor)
    return this.entity(`local:${name.toLowerCase()}`, name, 'person', undefined, '', faint)
  }

  /** Says that a noun phrase names an entity, with the words `from` to `to`. */
  mention(
    np: number,
    target: number,
    via: Via,
    person: boolean,
    from = this.nounPhrases[np]!.from,
    to = this.nounPhrases[np]!.to,
  ): void {
    this.entityOf[np] = target
    this.personOf[np] = person ? 1 : 0
    if (target < 0) return
    let start = from
    while (start < to - 1 && (this.pos[start] === 'DET' || this.pos[start] === 'PUNCT')) start++
    if (via === 'nominal') start = from
    if (to > this.nounPhrases[np]!.to) this.inName.fill(np, this.nounPhrases[np]!.to, to)
    this.mentions.push({ entity: target, from: start, to, via, person, phrase: np })
    this.addInner(np, target, start, to)
    const plural = this.isPlural(this.nounPhrases[np]!.head)
    this.recency.push({
      entity: target,
      np,
      person,
      plural,
      subject: this.subjects.has(np) && !this.clauseOfObject.has(np),
      sentence: this.document.sentenceOf[from]!,
    })
  }

  /** Listed names inside a phrase that stand for the same actor: "Taliban" in "Taliban spokesman X". */
  private addInner(np: number, target: number, from: number, to: number): void {
    for (let t = this.nounPhrases[np]!.from; t < this.nounPhrases[np]!.to; t++) {
      const hit = this.nameAt[t]! >= 0 ? this.names[this.nameAt[t]!]! : undefined
      if (!hit || hit.from !== t || (hit.from >= from && hit.to <= to && hit.to - hit.from === to - from)) continue
      const actor = hit.senses.find((x) => x.type === 'alias' || x.type === 'metonym')?.actor
      if (actor && this.listed(actor) === target)
        this.mentions.push({
          entity: target,
          from: hit.from,
          to: hit.to,
          via: 'alias',
          person: actor.kind === 'person',
          phrase: np,
        })
    }
  }

  /** What was said of one entity is said of another. */
  merge(from: number, into: number): void {
    for (let k = 0; k < this.entityOf.length; k++) if (this.entityOf[k] === from) this.entityOf[k] = into
    for (let k = 0; k < this.mentions.length; k++)
      if (this.mentions[k]!.entity === from) this.mentions[k] = { ...this.mentions[k]!, entity: into }
    for (const r of this.recency) if (r.entity === from) r.entity = into
    for (const [phrase, all] of this.together) this.together.set(phrase, [...new Set(all.map((e) => (e === from ? into : e)))])
  }

  /** Remembers a name for the rest of the text. */
  learn(nameWords: readonly string[], target: number, person: boolean, gender?: 'female' | 'male'): void {
    this.learned.add(nameWords, target, person)
    if (gender && this.entities[target]?.kind === 'person') this.entities[target].gender = gender
  }

  /** The entity that the text has given a name to. */
  lookUp(nameWords: readonly string[]): LearnedName | undefined {
    return this.learned.find(nameWords)
  }

  /** The last actor named that passes a test, looking back over at most 200. */
  lastNamed(test: (recent: Recent) => boolean): Recent | undefined {
    for (let k = this.recency.length - 1; k >= Math.max(0, this.recency.length - 200); k--)
      if (test(this.recency[k]!)) return this.recency[k]
    return undefined
  }

  /** The noun phrase that begins at a token, with its possessors read through to what is possessed; or -1. */
  phraseFrom(token: number): number {
    let p = this.syntax.phraseOf[token] ?? -1
    while (p >= 0 && this.nounPhrases[p + 1]?.possessor === p) p++
    return p
  }

  /** Index of the first listed name at or after a token. */
  firstNameFrom(token: number): number {
    let low = 0
    let high = this.names.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (this.names[mid]!.from < token) low = mid + 1
      else high = mid
    }
    return low
  }

  /** Whether a word is written with a capital inside some sentence. */
  capitalInside(word: string): boolean {
    if (!this.capitals) {
      this.capitals = new Set()
      for (let t = 0; t < this.words.length; t++) if (!this.startsSentence(t)) this.capitals.add(this.words[t]!)
    }
    return this.capitals.has(word)
  }

  /** Whether a token stands first in its sentence or after a mark. */
  startsSentence(token: number): boolean {
    return (
      token === 0 || this.document.sentenceOf[token - 1] !== this.document.sentenceOf[token] || this.pos[token - 1] === 'PUNCT'
    )
  }

  /** Whether a noun is in the plural; roles count even where the tagger took them for names ("Students marched"). */
  isPlural(token: number): boolean {
    const norm = this.norms[token]!
    if (!norm.endsWith('s')) return false
    return norm !== this.lemmas[token] || PLURAL_ROLES.has(norm)
  }

  /** The words of a token range as the text has them. */
  text(from: number, to: number): string {
    return this.document.text.slice(this.document.start[from]!, this.document.end[to - 1]!)
  }
}
