import type { Syntax } from '../document/clauses'
import type { Document, Range } from '../document/document'
import type { ActorMentions } from '../mentions/actors'
import type { ActorMention, Entity } from '../mentions/entities'
import type { TargetMentions } from '../mentions/targets'

/** Half-open, in UTF-16 units of the text. */
export interface CharRange {
  readonly start: number
  readonly end: number
}

/** The entity that words name: that of the mention with which they share most, or -1. */
export function entityAt(document: Document, actors: ActorMentions, words: CharRange): number {
  let best = -1
  let most = 0
  for (const mention of actors.mentions) {
    const shared = Math.min(words.end, document.end[mention.to - 1]!) - Math.max(words.start, document.start[mention.from]!)
    if (shared > most) {
      most = shared
      best = mention.entity
    }
  }
  return best
}

/** Adds an actor for words that are known to name one, where no mention overlaps them. */
export function withHolder(
  document: Document,
  syntax: Syntax,
  actors: ActorMentions,
  words: CharRange | undefined,
): ActorMentions {
  if (words === undefined || entityAt(document, actors, words) >= 0) return actors
  const range = tokensOf(document, words)
  if (range === undefined) return actors
  const index = actors.entities.length
  const name = document.text.slice(words.start, words.end)
  const entity: Entity = {
    index,
    id: `given:${name.toLowerCase()}`,
    name,
    kind: 'group',
    actor: undefined,
    gender: undefined,
    head: '',
    faint: false,
  }
  const phrase = syntax.phraseOf[range.to - 1]!
  const mention: ActorMention = { ...range, entity: index, via: 'unlisted', person: false, phrase }
  const entityOf = actors.entityOf.slice()
  if (phrase >= 0) entityOf[phrase] = index
  const mentions = [...actors.mentions, mention].sort((a, b) => a.from - b.from)
  return { ...actors, entities: [...actors.entities, entity], mentions, entityOf }
}

/** Adds a mention of the first target for words that are known to name it, where none overlaps them. */
export function withTarget(document: Document, targets: TargetMentions, words: CharRange | undefined): TargetMentions {
  const range = words && tokensOf(document, words)
  if (range === undefined || targets.mentions.some((m) => m.target === 0 && m.from < range.to && range.from < m.to))
    return targets
  const others = targets.mentions.filter((m) => m.to <= range.from || m.from >= range.to)
  const mentions = [...others, { ...range, target: 0, kind: 'name' as const, head: document.lemmas[range.to - 1]! }]
  const before = targets.salientAt
  return {
    ...targets,
    mentions: mentions.sort((a, b) => a.from - b.from || b.to - a.to),
    named: targets.named.map((named, k) => named || k === 0),
    salientAt: (token) =>
      before(token) ?? (token >= range.from ? { target: 0, distance: distance(document, range.from, token) } : undefined),
  }
}

const distance = (document: Document, from: number, to: number): number => document.sentenceOf[to]! - document.sentenceOf[from]!

function tokensOf(document: Document, words: CharRange): Range | undefined {
  let from = -1
  let to = -1
  for (let t = 0; t < document.length; t++) {
    if (document.end[t]! <= words.start || document.start[t]! >= words.end) continue
    if (from < 0) from = t
    to = t + 1
  }
  return from < 0 ? undefined : { from, to }
}
