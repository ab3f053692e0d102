import type { Rule, Stance, StanceProbabilities } from '../types'
import { STANCES } from '../types'
import { actorFeatures } from './actor-features'
import { poolStatements } from './pool'
import type { ReadText } from './reader'
import type { StanceModel } from './stance-model'
import { stanceProbabilities } from './stance-model'
import { statementWindows } from './windows'

/** What the model makes of one holder's position on one target. */
export interface Judgement {
  readonly probabilities: StanceProbabilities
  /** The sentence that by itself says most for a stance, with what the model says of it; undefined where the rules decided, or nothing was said. */
  telling(stance: Stance): { readonly sentence: number; readonly probabilities: StanceProbabilities } | undefined
}

/**
 * Combines rules and model. Where a rule gives the holder a position the rules decide, and the model only tells how sure that is; where they are
 * silent the model judges all sentences in which the holder takes part and that can be about the talks.
 * @param ruled the rules' pooled log-odds; 0 where there is no vote
 */
export function combine(
  read: ReadText,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  ruled: Readonly<Record<Stance, number>>,
  model: StanceModel,
): Judgement {
  const { actorTemperature, actorBias, rulesTemperature, temperature } = model.data
  if (STANCES.some((stance) => stance !== 'none' && ruled[stance] > 0))
    return {
      probabilities: stanceProbabilities(
        STANCES.map((stance) => ruled[stance]),
        rulesTemperature,
      ),
      telling: () => undefined,
    }
  const { sentences, together } = actorFeatures(
    read,
    rules,
    holder,
    target,
    statementWindows(read, holder, target),
    model.vocabulary,
  )
  const alone = sentences.map(({ sentence, values }) => ({ sentence, logits: model.statement(values) }))
  const logits = poolStatements(
    alone.map((statement) => statement.logits),
    model.text(together),
  )
  return {
    probabilities: stanceProbabilities(
      logits.map((logit, k) => logit + actorBias[k]!),
      actorTemperature,
    ),
    telling(stance) {
      const margin = (logits: readonly number[]): number => logits[STANCES.indexOf(stance)]! - logits[STANCES.indexOf('none')]!
      const [best] = [...alone].sort((a, b) => margin(b.logits) - margin(a.logits) || a.sentence - b.sentence)
      return best && { sentence: best.sentence, probabilities: stanceProbabilities(best.logits, temperature) }
    },
  }
}
