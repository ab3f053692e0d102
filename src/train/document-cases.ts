import { defaultActors, defaultRules } from '../data'
import { aggregate } from '../report/aggregate'
import { actorFeatures } from '../score/actor-features'
import { statementWindows } from '../score/windows'
import type { Actor, Rule } from '../types'
import type { LearningCase } from './cases'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { LabelledDocument } from './reading'
import { readLabelledDocument } from './reading'

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

function casesOf(document: LabelledDocument, known: readonly Actor[], given: readonly Rule[]): LearningCase[] {
  const { read, rules, actors } = readLabelledDocument(document, known, given)
  return actors.map(({ entity, gold }): LearningCase => {
    const windows = statementWindows(read, entity, 0)
    return {
      group: document.id,
      label: gold?.stance ?? 'none',
      features: actorFeatures(read, rules, entity, 0, windows),
      weight: gold ? 1 : UNLABELLED,
      kind: 'actor',
      statement: undefined,
      ruled: aggregate(read.votes.votes.filter((vote) => vote.holder === entity && vote.target === 0)).logits,
    }
  })
}
