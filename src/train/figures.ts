import { softmaxOf } from '../score/model'
import type { HeldOutFigures } from '../types'
import { STANCES } from '../types'
import type { HeldOut } from './cross-fit'
import { goldOf } from './cases'
import type { ReliabilityBin } from './scores'
import { argmax, calibrationError, confusionOf, labelF1, macroF1, reliability } from './scores'

/** Calibrated probabilities of held-out cases. */
export const heldOutProbabilities = (held: readonly HeldOut[]): number[][] =>
  held.map(({ logits, temperature }) => softmaxOf(logits, temperature))

/** Figures of predictions on held-out cases. */
export interface StatementFigures extends HeldOutFigures {
  readonly confusion: readonly (readonly number[])[]
  readonly reliability: readonly ReliabilityBin[]
}

/** Scores probabilities (in the order of `STANCES`) against the labels of cases. */
export function statementFigures(held: readonly HeldOut[], probabilities: readonly (readonly number[])[]): StatementFigures {
  const gold = goldOf(held.map((h) => h.case))
  const said = probabilities.map(argmax)
  const confusion = confusionOf(gold, said, STANCES.length)
  const bins = reliability(gold, probabilities)
  return {
    cases: held.length,
    accuracy: said.filter((s, i) => s === gold[i]).length / Math.max(1, held.length),
    macroF1: macroF1(gold, said, STANCES.length),
    f1: labelF1(confusion),
    calibrationError: calibrationError(bins),
    confusion,
    reliability: bins,
  }
}
