import type { ValueFault } from './faults'
import type { Owner } from './owner'
import { describe } from './values'

/** A calendar day that there is. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** What is wrong with a day. */
export function dateFaults(day: unknown, path: string, owner: Owner): ValueFault[] {
  return isDay(day)
    ? []
    : [{ path, expected: 'a day, YYYY-MM-DD', got: describe(day), mend: 'writing it as in "2018-08-27"', ...owner }]
}
