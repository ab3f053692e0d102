import { defaultActors, defaultRules } from '../data'
import { aggregate } from '../report/aggregate'
import type { Vote } from '../rules/votes'
import type { CharRange } from '../score/given'
import { entityAt } from '../score/given'
import { stanceFeatures } from '../score/features'
import type { FeatureValues } from '../score/model'
import type { Reader } from '../score/reader'
import { createReader } from '../score/reader'
import type { Actor, Rule, Stance, StanceProbabilities } from '../types'
import { STANCES } from '../types'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { Statement } from './statements'

/** One actor of a statement as the learner sees it. */
export interface StatementCase {
  readonly statement: Statement
  readonly label: Stance
  /** Another actor of the text, whom no rule gives a position: taken as `none`, to be fitted with less weight and never to be scored. */
  readonly bystander: boolean
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
  return statements.flatMap((statement, i) => {
    step(options, 'read', i, statements.length)
    return casesOf(reader, statement)
  })
}

function casesOf(reader: Reader, statement: Statement): StatementCase[] {
  const { text, holder, target } = statement
  const name = target ?? 'the talks'
  const range = (words: string): CharRange => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const read = reader.read(text, reader.compile([{ id: 't', name, aliases: [name] }]), {
    holder: range(holder),
    ...(target === null ? { understood: true } : { target: range(target) }),
  })
  const { document, actors } = read.reading
  const entity = entityAt(document, actors, range(holder))
  const votesOf = (who: number): Vote[] => read.votes.votes.filter((vote) => vote.holder === who && vote.target === 0)
  const found = !actors.entities[entity]?.id.startsWith('given:')
  const ruled = aggregate(votesOf(entity)).probabilities
  const cases: StatementCase[] = [
    {
      statement,
      label: statement.label,
      bystander: false,
      features: stanceFeatures(read, reader.rules, entity, 0),
      ruled,
      found,
    },
  ]
  for (const other of new Set(actors.mentions.map((mention) => mention.entity))) {
    if (other === entity || votesOf(other).length > 0) continue
    const features = stanceFeatures(read, reader.rules, other, 0)
    cases.push({ statement, label: 'none', bystander: true, features, ruled: aggregate([]).probabilities, found: true })
  }
  return cases
}

/** The labels of cases as indexes into `STANCES`. */
export const goldOf = (cases: readonly StatementCase[]): Int32Array =>
  Int32Array.from(cases, ({ label }) => STANCES.indexOf(label))
