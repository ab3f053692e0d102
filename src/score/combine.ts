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
  /** The statements that the model judged, by token range, in reading order. */
  readonly statements: readonly JudgedStatement[]
}

const NONE = STANCES.indexOf('none')

/**
 * Combines what the rules say of a holder with what the model says of its statements. Without a statement that is about the talks, and without a
 * model, the rules alone decide.
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
  if (model === null) return { probabilities: ruled, statements: [] }
  const judged = statementWindows(read, holder, target).map((window) => ({
    window,
    logits: model.logits(stanceFeatures(read, rules, holder, target, window)),
  }))
  if (judged.length === 0) return { probabilities: ruled, statements: [] }
  const pooled = poolLogits(judged.map(({ logits }) => logits))
  const logits = STANCES.map((stance, k) => pooled[k]! + model.data.rules * Math.log(Math.max(1e-6, ruled[stance])))
  const { sentences } = read.reading.document
  return {
    probabilities: stanceProbabilities(logits),
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
