import { defaultActors, defaultRules } from '../data'
import { aggregate } from '../report/aggregate'
import { listedEntities } from '../report/report'
import { actorFeatures } from '../score/actor-features'
import { createReader } from '../score/reader'
import { statementWindows } from '../score/windows'
import type { Actor, IsoDate, Rule, Target } from '../types'
import type { LearningCase } from './cases'
import type { GoldActor } from './metrics'
import { matchActors } from './metrics'
import type { RunOptions } from './progress'
import { step } from './progress'

/** A whole text with the stance of each of its actors. */
export interface LabelledDocument {
  readonly id: string
  readonly text: string
  readonly target: Target
  readonly publishedAt?: IsoDate
  readonly actors: readonly GoldActor[]
}

/** Actors that are found but not labelled count as without a position, with less weight. */
const UNLABELLED = 0.5

/** With what documents are read. */
export interface ReadDocumentsOptions extends RunOptions {
  readonly actors?: readonly Actor[]
  readonly rules?: readonly Rule[]
}

/** Reads whole texts by the stages of the analysis: one case for each actor that is found. */
export function readDocumentCases(documents: readonly LabelledDocument[], options: ReadDocumentsOptions = {}): LearningCase[] {
  return documents.flatMap((document, i) => {
    step(options, 'read', i, documents.length)
    return casesOf(document, options.actors ?? defaultActors, options.rules ?? defaultRules)
  })
}

function casesOf(
  { id, text, target, publishedAt, actors: gold }: LabelledDocument,
  actors: readonly Actor[],
  rules: readonly Rule[],
): LearningCase[] {
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
  const labelled = new Map([...matchActors(gold, named).byGold].map(([g, p]) => [p, gold[g]!]))
  return entities.map((entity, i): LearningCase => {
    const windows = statementWindows(read, entity, 0)
    const row = labelled.get(i)
    return {
      group: id,
      label: row?.stance ?? 'none',
      features: actorFeatures(read, reader.rules, entity, 0, windows),
      weight: row ? 1 : UNLABELLED,
      kind: 'actor',
      statement: undefined,
      ruled: aggregate(votes.votes.filter((vote) => vote.holder === entity && vote.target === 0)).logits,
    }
  })
}
