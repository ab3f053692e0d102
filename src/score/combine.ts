import type { Range } from '../document/document'
import type { Rule, StanceProbabilities } from '../types'
import { STANCES } from '../types'
import { stanceFeatures } from './features'
import type { ReadText } from './reader'
import type { StanceModel } from './stance-model'
import { stanceProbabilities } from './stance-model'
import { statementWindows } from './windows'

/** What the model says of one statement. */
export interface JudgedStatement extends Range {
  readonly probabilities: StanceProbabilities
}

/** Rules and model together, for one holder and one target. */
export interface Combined {
  readonly probabilities: StanceProbabilities
  /** The statements that the model judged, by token range, in reading order; empty where the rules decided. */
  readonly statements: readonly JudgedStatement[]
}

const NONE = STANCES.indexOf('none')

/**
 * Combines what the rules say of a holder with what the model says of its statements. Where a rule gives the holder a position the rules decide; where
 * they are silent the model may speak, if it is sure. Without a model, and without a statement that names the talks, the rules' silence stands.
 * @param ruled the rules' probabilities, as `aggregate` gives them
 */
export function combine(
  read: ReadText,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  ruled: StanceProbabilities,
  model: StanceModel | null,
): Combined {
  const silent = !read.votes.votes.some((vote) => vote.holder === holder && vote.target === target)
  if (model === null || !silent) return { probabilities: ruled, statements: [] }
  const judged = statementWindows(read, holder, target).map((window) => ({
    window,
    logits: model
      .logits(stanceFeatures(read, rules, holder, target, window))
      .map((logit, k) => (k === NONE ? logit + model.data.silence : logit)),
  }))
  if (judged.length === 0) return { probabilities: ruled, statements: [] }
  const { sentences } = read.reading.document
  return {
    probabilities: stanceProbabilities(poolLogits(judged.map(({ logits }) => logits))),
    statements: judged.map(({ window, logits }) => ({
      from: sentences[Math.min(...window)]!.from,
      to: sentences[Math.max(...window)]!.to,
      probabilities: stanceProbabilities(logits),
    })),
  }
}

/** A position that one statement shows is the holder's: for each stance the statement counts that speaks most for it, against `none`. */
export function poolLogits(statements: readonly (readonly number[])[]): number[] {
  return STANCES.map((_, k) => (k === NONE ? 0 : Math.max(...statements.map((logits) => logits[k]! - logits[NONE]!))))
}
