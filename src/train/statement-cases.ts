import { defaultActors, defaultRules } from '../data'
import { aggregate } from '../report/aggregate'
import { entityAt } from '../score/given'
import { stanceFeatures } from '../score/features'
import type { FeatureValues } from '../score/model'
import type { Reader } from '../score/reader'
import { createReader } from '../score/reader'
import type { Actor, Rule, StanceProbabilities } from '../types'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { Statement } from './statements'

/** A statement as the learner sees it. */
export interface StatementCase {
  readonly statement: Statement
  readonly features: FeatureValues
  /** What the rules alone say. */
  readonly ruled: StanceProbabilities
  /** Whether the analysis by itself finds an actor in the holder's words, so that the case counts in texts too. */
  readonly found: boolean
}

/** With what statements are read. */
export interface ReadCasesOptions extends RunOptions {
  readonly actors?: readonly Actor[]
  readonly rules?: readonly Rule[]
}

/** Reads statements by the stages of the analysis. A thousand take about ten seconds. */
export function readCases(statements: readonly Statement[], options: ReadCasesOptions = {}): StatementCase[] {
  const reader = createReader(options.actors ?? defaultActors, options.rules ?? defaultRules)
  return statements.map((statement, i) => {
    step(options, 'read', i, statements.length)
    return readCase(reader, statement)
  })
}

function readCase(reader: Reader, statement: Statement): StatementCase {
  const { text, holder, target } = statement
  const name = target ?? 'the talks'
  const range = (words: string): { start: number; end: number } => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  const read = reader.read(text, reader.compile([{ id: 't', name, aliases: [name] }]), {
    holder: range(holder),
    ...(target === null ? { understood: true } : { target: range(target) }),
  })
  const { document, actors } = read.reading
  const entity = entityAt(document, actors, range(holder))
  const own = read.votes.votes.filter((vote) => vote.holder === entity && vote.target === 0)
  return {
    statement,
    features: stanceFeatures(read, reader.rules, entity, 0),
    ruled: aggregate(own).probabilities,
    found: !actors.entities[entity]?.id.startsWith('given:'),
  }
}
