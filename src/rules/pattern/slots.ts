import type { Range } from '../../document/document'
import type { SlotKind } from './pattern'
import type { Slots } from './run'

const NONE: readonly number[] = []

/** Slots from lists of spans in any order. Kinds that are left out have none; empty spans do not count. */
export function slotsFrom(spans: Readonly<Partial<Record<SlotKind, readonly Range[]>>>): Slots {
  const tables = { target: endsByStart(spans.target), actor: endsByStart(spans.actor), other: endsByStart(spans.other) }
  return { at: (kind, index) => tables[kind][index] ?? NONE }
}

function endsByStart(spans: readonly Range[] = []): readonly (readonly number[] | undefined)[] {
  const last = spans.reduce((max, { from }) => Math.max(max, from), -1)
  const table = new Array<number[] | undefined>(last + 1).fill(undefined)
  for (const { from, to } of spans) {
    if (to <= from) continue
    const ends = (table[from] ??= [])
    if (!ends.includes(to)) ends.push(to)
  }
  for (const ends of table) ends?.sort((left, right) => right - left)
  return table
}
