import { defaultActors, defaultRules } from '../data'
import { aggregate } from '../report/aggregate'
import type { Vote } from '../rules/votes'
import { stanceFeatures } from '../score/features'
import type { Reader } from '../score/reader'
import { createReader } from '../score/reader'
import type { Actor, Rule } from '../types'
import type { LearningCase } from './cases'
import type { RunOptions } from './progress'
import { step } from './progress'
import { readStatement } from './reading'
import type { Statement } from './statements'
import { groupOf } from './statements'

/** Weight of another actor of a statement's text beside the labelled holder. */
const BYSTANDER = 0.2

/** With what statements are read. */
export interface ReadCasesOptions extends RunOptions {
  readonly actors?: readonly Actor[]
  readonly rules?: readonly Rule[]
  /** Weight of each statement in the fit. Default 1. */
  readonly weight?: number
}

/** Reads statements by the stages of the analysis. A thousand take about ten seconds. */
export function readStatementCases(statements: readonly Statement[], options: ReadCasesOptions = {}): LearningCase[] {
  const reader = createReader(options.actors ?? defaultActors, options.rules ?? defaultRules)
  return statements.flatMap((statement, i) => {
    step(options, 'read', i, statements.length)
    return casesOf(reader, statement, options.weight ?? 1)
  })
}

function casesOf(reader: Reader, statement: Statement, weight: number): LearningCase[] {
  const { read, holder: entity } = readStatement(reader, statement)
  const { actors } = read.reading
  const votesOf = (who: number): Vote[] => read.votes.votes.filter((vote) => vote.holder === who && vote.target === 0)
  const caseOf = (who: number): Omit<LearningCase, 'label' | 'weight' | 'kind'> => ({
    group: groupOf(statement),
    features: stanceFeatures(read, reader.rules, who, 0),
    sentences: [],
    statement,
    ruled: aggregate(votesOf(who)).logits,
  })
  const others = [...new Set(actors.mentions.map((mention) => mention.entity))].filter(
    (other) => other !== entity && votesOf(other).length === 0,
  )
  return [
    { ...caseOf(entity), label: statement.label, weight, kind: 'holder' },
    ...others.map((other): LearningCase => ({
      ...caseOf(other),
      label: 'none',
      weight: weight * BYSTANDER,
      kind: 'bystander',
    })),
  ]
}
