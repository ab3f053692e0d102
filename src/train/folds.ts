import { grouped } from '../document/grouped'
import { shuffled } from './random'

/** Deals cases into folds so that each fold has its share of every label. */
export function stratifiedFolds(labels: Int32Array, folds: number, seed: number): Int32Array {
  const foldOf = new Int32Array(labels.length)
  const byLabel = grouped([...labels], (label) => label)
  let next = 0
  for (const label of [...byLabel.keys()].sort((a, b) => a - b))
    for (const i of shuffled(byLabel.get(label)!, seed + label)) foldOf[i] = next++ % folds
  return foldOf
}

/** Deals whole groups into folds, the largest first into the smallest fold; ties are broken by the seed. */
export function groupFolds(groups: readonly string[], folds: number, seed: number): Int32Array {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const order = shuffled([...sizes.keys()].sort(), seed).sort((a, b) => sizes.get(b)! - sizes.get(a)!)
  const totals = new Array<number>(folds).fill(0)
  const foldOf = new Map<string, number>()
  for (const group of order) {
    const fold = totals.indexOf(Math.min(...totals))
    foldOf.set(group, fold)
    totals[fold]! += sizes.get(group)!
  }
  return Int32Array.from(groups, (group) => foldOf.get(group)!)
}
