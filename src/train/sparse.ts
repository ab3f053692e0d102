import type { FeatureValues } from '../score/model'

/** A sparse matrix by rows: row `i` holds `values[offsets[i]..offsets[i + 1]]` in the columns of the same places. */
export interface SparseRows {
  readonly rows: number
  readonly width: number
  readonly offsets: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Writes cases as rows; features without a column are left out. */
export function sparseRows(cases: readonly FeatureValues[], columnOf: ReadonlyMap<string, number>): SparseRows {
  const offsets = new Int32Array(cases.length + 1)
  const columns: number[] = []
  const values: number[] = []
  cases.forEach((features, i) => {
    const entries: [column: number, value: number][] = []
    for (const [name, value] of features) {
      const column = columnOf.get(name)
      if (column !== undefined && value !== 0) entries.push([column, value])
    }
    for (const [column, value] of entries.sort((a, b) => a[0] - b[0])) {
      columns.push(column)
      values.push(value)
    }
    offsets[i + 1] = columns.length
  })
  return {
    rows: cases.length,
    width: columnOf.size,
    offsets,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  }
}

/** Columns for the features that occur in at least `minCases` cases, by name in code-unit order. */
export function columnsOf(cases: readonly FeatureValues[], minCases: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const features of cases) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= minCases).map(([name]) => name)
  return new Map(kept.sort(byCodeUnits).map((name, column) => [name, column]))
}

/** The same order on every machine, whatever its language. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
