import type { Attribution } from '../attribution/speakers'
import type { Clause, Syntax } from '../document/clauses'
import type { Document, Range } from '../document/document'
import { clauseIndex } from '../document/clause-index'
import type { Unit } from '../document/units'
import { groupedValues } from '../document/grouped'
import { itemTimes } from '../document/items'
import type { ActorMentions } from '../mentions/actors'
import type { ActorMention } from '../mentions/entities'
import { OTHER } from '../mentions/targets'
import type { TargetMention, TargetMentions } from '../mentions/targets'
import type { IsoDate, Rule } from '../types'
import type { RuleHit } from './pattern/match'

/** All that was read from a text before the rules are weighed. */
export interface Reading {
  readonly document: Document
  readonly syntax: Syntax
  readonly actors: ActorMentions
  readonly targets: TargetMentions
  readonly attribution: Attribution
  /** The day of the text, given or implied. */
  readonly day: IsoDate | undefined
}

/** A reading with its rule matches sorted by kind, for the modules that weigh them. */
export interface Scene extends Reading {
  readonly rules: ReadonlyMap<string, Rule>
  readonly cues: readonly RuleHit[]
  readonly modifiers: readonly RuleHit[]
  readonly boundaries: readonly RuleHit[]
  readonly guards: readonly RuleHit[]
  /** The matches of a sentence by kind, in order. */
  readonly bySentence: Readonly<Record<'cues' | 'modifiers' | 'boundaries' | 'guards', ReadonlyMap<number, readonly RuleHit[]>>>
  /** The target mentions around a token, in order. */
  mentionsAt(token: number): readonly TargetMention[]
  /** The actor mentions around a token, in the order in which they were found. */
  actorsAt(token: number): readonly ActorMention[]
  /** Whether the text names talks that are no target. */
  readonly namesOthers: boolean
  /** Clause index by the token of its main verb. */
  readonly verbAt: ReadonlyMap<number, number>
  /** The time of the day of the live-blog item around a token, in minutes. */
  timeAt(token: number): number | undefined
}

export function makeScene(reading: Reading, hits: readonly RuleHit[], rules: ReadonlyMap<string, Rule>): Scene {
  const kind = (h: RuleHit): Rule['kind'] => rules.get(h.rule)!.kind
  const guards = hits.filter((h) => kind(h) === 'guard')
  const cues = hits.filter((h) => kind(h) === 'cue')
  const boundaries = hits.filter((h) => kind(h) === 'boundary')
  const { sentenceOf } = reading.document
  const bySentence = (list: readonly RuleHit[]): Map<number, RuleHit[]> =>
    groupedValues(
      list,
      (hit) => sentenceOf[hit.from]!,
      (hit) => hit,
    )
  const guardsIn = bySentence(guards)
  const modifiers = hits.filter((h) => kind(h) === 'modifier' && !isInside(guardsIn.get(sentenceOf[h.from]!) ?? [], h))
  let mentionsAt: Map<number, TargetMention[]> | undefined
  let actorsAt: Map<number, ActorMention[]> | undefined
  const verbAt = new Map<number, number>()
  reading.syntax.clauses.forEach((c, i) => verbAt.set(c.verb.head, i))
  return {
    ...reading,
    rules,
    guards,
    cues,
    modifiers,
    boundaries,
    bySentence: {
      cues: bySentence(cues),
      modifiers: bySentence(modifiers),
      boundaries: bySentence(boundaries),
      guards: guardsIn,
    },
    mentionsAt: (token) => (mentionsAt ??= coverage(reading.targets.mentions)).get(token) ?? [],
    actorsAt: (token) => (actorsAt ??= coverage(reading.actors.mentions)).get(token) ?? [],
    namesOthers: reading.targets.mentions.some((m) => m.target === OTHER),
    verbAt,
    timeAt: itemTimes(reading.document),
  }
}

/** By each token the mentions around it. */
function coverage<M extends Range>(mentions: readonly M[]): Map<number, M[]> {
  const out = new Map<number, M[]>()
  for (const mention of mentions)
    for (let t = mention.from; t < mention.to; t++) {
      const list = out.get(t)
      if (list) list.push(mention)
      else out.set(t, [mention])
    }
  return out
}

const isInside = (guards: readonly RuleHit[], hit: RuleHit): boolean =>
  guards.some((g) => g.from <= hit.from && hit.to <= g.to && g !== hit)

/** The matches of a kind in the sentence of a token. */
export const hitsAround = (scene: Scene, kind: keyof Scene['bySentence'], token: number): readonly RuleHit[] =>
  scene.bySentence[kind].get(scene.document.sentenceOf[token]!) ?? []

/** The matches of a kind in all sentences that have a token in a range. */
export function hitsOf(scene: Scene, kind: keyof Scene['bySentence'], from: number, to: number): readonly RuleHit[] {
  const { sentenceOf, length } = scene.document
  const last = sentenceOf[Math.min(to, length) - 1]!
  const out: RuleHit[] = []
  for (let s = sentenceOf[Math.max(0, from)]!; s <= last; s++) out.push(...(scene.bySentence[kind].get(s) ?? []))
  return out
}

/** The clauses of the sentence of a token, in order. */
export const clausesBeside = ({ syntax, document }: Pick<Reading, 'syntax' | 'document'>, token: number): readonly Clause[] =>
  (clauseIndex(syntax).ofSentence.get(document.sentenceOf[token]!) ?? []).map((k) => syntax.clauses[k]!)

/** The units of the sentence of a token that reach over it. */
export const unitsAround = (syntax: Syntax, document: Document, token: number): readonly Unit[] =>
  (clauseIndex(syntax).unitsOfSentence.get(document.sentenceOf[token]!) ?? [])
    .map((u) => syntax.units[u]!)
    .filter((u) => u.from <= token && token < u.to)

/** Whether a match lies inside a guard's match. */
export const isGuarded = (scene: Scene, hit: RuleHit): boolean => isInside(hitsAround(scene, 'guards', hit.from), hit)

/** The clause that a match belongs to: that of its head verb, else of the first verb in it, else the one around it. */
export function clauseOfHit(scene: Scene, hit: RuleHit): number {
  const direct = scene.verbAt.get(hit.head)
  if (direct !== undefined) return direct
  for (let t = hit.head; t < hit.to; t++) {
    const verb = scene.verbAt.get(t)
    if (verb !== undefined) return verb
  }
  return scene.syntax.clauseOf[hit.head]!
}

/** The clause with those that it hangs on, up to the one that stands by itself. */
export function chainOf(scene: Scene, index: number): Set<number> {
  const chain = new Set<number>()
  let k = index
  while (k >= 0 && !chain.has(k)) {
    chain.add(k)
    const clause = scene.syntax.clauses[k]!
    if (clause.relation === 'root' || clause.relation === 'parenthetical') break
    k = clause.parent
  }
  return chain
}

/** From a possessor to what it possesses: "Afghanistan's foreign ministry" is the ministry. */
export function lastOfPossessors(syntax: Syntax, phrase: number): number {
  let k = phrase
  while (k >= 0 && k + 1 < syntax.nounPhrases.length && syntax.nounPhrases[k + 1]!.possessor === k) k++
  return k
}

/** The noun phrase that starts at a token, or -1. */
export const phraseAt = (scene: Scene, token: number): number =>
  lastOfPossessors(scene.syntax, scene.syntax.phraseOf[token] ?? -1)

/** Whose refusal, decision or call a noun phrase is: its possessor, the phrase after by/of/from, else the subject of the clause `parent`. */
export function ownerPhrase(scene: Scene, phrase: number, parent: number): number {
  const np = scene.syntax.nounPhrases[phrase]!
  if (np.possessor >= 0) return np.possessor
  if (scene.document.pos[np.from] === 'PRON') return phrase
  if (/^(by|of|from)$/.test(scene.document.norms[np.to] ?? '')) {
    const p = phraseAt(scene, np.to + 1)
    if (p >= 0 && scene.actors.entityOf[p]! >= 0) return p
  }
  return parent >= 0 ? scene.syntax.clauses[parent]!.subject : -1
}

export function clauseHas(scene: Scene, clause: Clause, word: string): boolean {
  for (let t = clause.from; t < clause.to; t++) if (scene.document.norms[t] === word) return true
  return false
}
