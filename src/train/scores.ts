/** How often each gold label (row) was given each label (column). */
export function confusionOf(gold: ArrayLike<number>, said: ArrayLike<number>, labels: number): number[][] {
  const table = Array.from({ length: labels }, () => new Array<number>(labels).fill(0))
  for (let i = 0; i < gold.length; i++) table[gold[i]!]![said[i]!]!++
  return table
}

/** F1 of each label; 0 where a label was neither there nor given. */
export function labelF1(confusion: readonly (readonly number[])[]): number[] {
  return confusion.map((row, k) => {
    const gold = row.reduce((a, b) => a + b, 0)
    const said = confusion.reduce((sum, r) => sum + r[k]!, 0)
    return gold + said === 0 ? 0 : (2 * row[k]!) / (gold + said)
  })
}

/** Mean F1 over the labels that occur. */
export function macroF1(gold: ArrayLike<number>, said: ArrayLike<number>, labels: number): number {
  const confusion = confusionOf(gold, said, labels)
  const f1 = labelF1(confusion).filter((_, k) => confusion[k]!.some((n) => n > 0))
  return f1.reduce((a, b) => a + b, 0) / Math.max(1, f1.length)
}

/** Index of the largest number; the first of equals. */
export const argmax = (values: readonly number[]): number => values.indexOf(Math.max(...values))

/** One bin of a reliability diagram: the cases whose highest probability lies in `[from, to)`. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly cases: number
  /** Mean of the highest probabilities. */
  readonly confidence: number
  /** Share of the cases whose likeliest label is right. */
  readonly accuracy: number
}

/** Reliability in equal bins of the highest probability; empty bins are left out. */
export function reliability(gold: ArrayLike<number>, probabilities: readonly (readonly number[])[], bins = 10): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ cases: 0, confidence: 0, right: 0 }))
  probabilities.forEach((p, i) => {
    const top = Math.max(...p)
    const bin = sums[Math.min(bins - 1, Math.floor(top * bins))]!
    bin.cases++
    bin.confidence += top
    if (argmax(p) === gold[i]) bin.right++
  })
  return sums.flatMap(({ cases, confidence, right }, b) =>
    cases === 0 ? [] : [{ from: b / bins, to: (b + 1) / bins, cases, confidence: confidence / cases, accuracy: right / cases }],
  )
}

/** Expected calibration error: the mean gap between confidence and accuracy, over cases. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const cases = bins.reduce((sum, bin) => sum + bin.cases, 0)
  return bins.reduce((sum, bin) => sum + bin.cases * Math.abs(bin.confidence - bin.accuracy), 0) / Math.max(1, cases)
}
