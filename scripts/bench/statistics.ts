/** Median and spread of repeated measurements. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** Median, and the quartiles as spread. Needs at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

/** `7.31 (7.02–7.95)`. */
export const showSpread = ({ median, low, high }: Spread, show = short): string => `${show(median)} (${show(low)}–${show(high)})`

/** A number to three figures: `0.254`, `36.4`, `1,020,000`. */
export const short = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: value >= 10_000 })
