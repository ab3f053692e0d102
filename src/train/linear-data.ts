import type { LinearModelData } from '../types'
import { STANCES } from '../types'
import type { LogisticFit } from './logistic'

/** A fit over stances as plain data, its weights as whole numbers of `scale`. */
export function linearData(
  fit: Pick<LogisticFit, 'weights' | 'bias'>,
  columns: ReadonlyMap<string, number>,
  scale: number,
): LinearModelData {
  const count = STANCES.length
  const width = columns.size
  return {
    labels: STANCES,
    bias: Array.from(fit.bias, (b) => Number(b.toFixed(4))),
    temperature: 1,
    features: [...columns.keys()],
    weights: Array.from({ length: width * count }, (_, p) =>
      Math.round(fit.weights[(p % count) * width + Math.floor(p / count)]! / scale),
    ),
    scale,
  }
}
