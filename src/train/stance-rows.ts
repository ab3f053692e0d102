import type { FeatureValues } from '../score/model'
import type { Stance } from '../types'
import { STANCES } from '../types'
import type { LearningCase } from './cases'

/** One row of the matrix that is fitted. */
export interface Row {
  readonly features: FeatureValues
  readonly label: Stance
  readonly weight: number
}

/** The rows of the part that judges single statements: statements, and the sentences of actors. */
export const statementRows = (cases: readonly LearningCase[]): Row[] =>
  cases.flatMap((c) => (c.kind === 'actor' ? c.sentences.filter(({ weight }) => weight > 0) : [c])).flatMap(withAndWithoutVotes)

/** The rows of the part that judges all statements of an actor together. */
export const textRows = (cases: readonly LearningCase[]): Row[] => cases.flatMap(withAndWithoutVotes)

/**
 * A row with votes is learned from twice, with half its weight each: as it is, and without the rules' votes, so that the words are not left to
 * explain only what the votes do not. Where rules are silent the words are all there is.
 */
function withAndWithoutVotes({ features, label, weight }: Row): readonly Row[] {
  const words = withoutVotes(features)
  if (words.size === features.size) return [{ features, label, weight }]
  return [
    { features, label, weight: weight / 2 },
    { features: words, label, weight: weight / 2 },
  ]
}

/** Features without the rules' votes. */
export const withoutVotes = (features: FeatureValues): FeatureValues =>
  new Map([...features].filter(([name]) => !name.startsWith('v:')))

/** The labels of rows as indexes into `STANCES`. */
export const labelsOf = (rows: readonly Row[]): Int32Array => Int32Array.from(rows, ({ label }) => STANCES.indexOf(label))
