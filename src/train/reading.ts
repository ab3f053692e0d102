import { listedEntities } from '../report/report'
import type { CharRange } from '../score/given'
import { entityAt } from '../score/given'
import type { Reader, ReadText } from '../score/reader'
import { createReader } from '../score/reader'
import type { Actor, IsoDate, Rule, Target } from '../types'
import type { GoldActor } from './metrics'
import { matchActors } from './metrics'
import type { Statement } from './statements'

/** A whole text with the stance of each of its actors. */
export interface LabelledDocument {
  readonly id: string
  readonly text: string
  readonly target: Target
  readonly publishedAt?: IsoDate
  readonly actors: readonly GoldActor[]
}

/** A statement as the analysis reads it, and which entity its holder is. The target is the first. */
export interface HeldStatement {
  readonly read: ReadText
  readonly holder: number
}

/** Reads a statement; where nothing that the analysis finds is its holder or its target, the given words are. */
export function readStatement(reader: Reader, { text, holder, target }: Statement): HeldStatement {
  const name = target ?? 'the talks'
  const range = (words: string): CharRange => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const read = reader.read(text, reader.compile([{ id: 't', name, aliases: [name] }]), {
    holder: range(holder),
    ...(target === null ? { understood: true } : { target: range(target) }),
  })
  return { read, holder: entityAt(read.reading.document, read.reading.actors, range(holder)) }
}

/** A document as the analysis reads it, with the actors that a report would list and the gold of each, as far as it has one. */
export interface ReadDocument {
  readonly read: ReadText
  readonly rules: ReadonlyMap<string, Rule>
  readonly actors: readonly { readonly entity: number; readonly gold: GoldActor | undefined }[]
}

/** Reads a whole text and pairs its actors with the labelled ones. */
export function readLabelledDocument(
  { text, target, publishedAt, actors: gold }: LabelledDocument,
  actors: readonly Actor[],
  rules: readonly Rule[],
): ReadDocument {
  const reader = createReader(actors, rules, [target])
  const read = reader.read(text, reader.compile([target]), publishedAt === undefined ? {} : { day: publishedAt })
  const { reading, votes } = read
  const { start, end } = reading.document
  const entities = listedEntities(reading, votes.votes)
  const named = entities.map((entity) => ({
    name: reading.actors.entities[entity]!.name,
    mentions: reading.actors.mentions
      .filter((mention) => mention.entity === entity)
      .map(({ from, to }) => reading.document.text.slice(start[from]!, end[to - 1]!)),
  }))
  const goldOf = new Map([...matchActors(gold, named).byGold].map(([g, p]) => [p, gold[g]!]))
  return { read, rules: reader.rules, actors: entities.map((entity, i) => ({ entity, gold: goldOf.get(i) })) }
}
