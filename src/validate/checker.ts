import type { DatedName } from '../types'
import { dateFaults, isDay } from './dates'
import type { ValueFault } from './faults'
import { fieldsOf } from './fields'
import type { Owner } from './owner'
import { describe, isNear, isRecord, join } from './values'

const DATED_NAME_FIELDS = fieldsOf<DatedName>({ text: 1, from: 1, to: 1 })

/** Ids of actors and targets. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Collects the faults of one object. */
export class Checker {
  readonly faults: ValueFault[] = []

  constructor(
    private readonly value: Readonly<Record<string, unknown>>,
    private readonly path: string,
    readonly owner: Owner,
  ) {}

  add(field: string, expected: string, got: string, mend: string): void {
    this.faults.push({ path: join(this.path, field), expected, got, mend, ...this.owner })
  }

  /** Fields that the object may not have. */
  known(fields: readonly string[], what: string): void {
    for (const field of Object.keys(this.value)) {
      if (fields.includes(field)) continue
      const near = fields.find((known) => isNear(known, field))
      const mend = near === undefined ? `removing it; there are ${fields.join(', ')}` : `writing "${near}"`
      this.add(field, `a field of ${what}`, `"${field}"`, mend)
    }
  }

  id(): void {
    this.text('id', ID, 'an id in lower case, hyphenated ("afghan-government")', 'writing one that stays the same')
  }

  text(field: string, form: RegExp, expected: string, mend: string, required = true): void {
    const value = this.field(field)
    if (value === undefined && !required) return
    if (typeof value !== 'string' || !form.test(value)) this.add(field, expected, describe(value), mend)
  }

  oneOf(field: string, choices: readonly string[], required = true): void {
    const value = this.field(field)
    if (value === undefined && !required) return
    if (choices.includes(value as string)) return
    const near = typeof value === 'string' ? choices.find((choice) => isNear(choice, value.toLowerCase())) : undefined
    this.add(
      field,
      `one of ${choices.join(', ')}`,
      describe(value),
      near === undefined ? 'taking one of them' : `writing "${near}"`,
    )
  }

  number(field: string, fits: (n: number) => boolean, expected: string, mend: string, required = true): void {
    const value = this.field(field)
    if (value === undefined && !required) return
    if (typeof value !== 'number' || !Number.isFinite(value) || !fits(value)) this.add(field, expected, describe(value), mend)
  }

  flag(field: string): void {
    const value = this.field(field)
    if (value !== undefined && typeof value !== 'boolean')
      this.add(field, 'true or false', describe(value), 'writing one of the two, or leaving it out')
  }

  texts(field: string, what: string): void {
    this.each(field, what, (item, at) =>
      typeof item === 'string' && item.trim() !== ''
        ? []
        : [{ path: at, expected: 'words', got: describe(item), mend: 'writing them, or removing the entry', ...this.owner }],
    )
  }

  /** Names that may hold for a period only. */
  names(field: string): void {
    this.each(field, 'names', (item, at) => {
      if (typeof item === 'string' && item.trim() !== '') return []
      if (!isRecord(item))
        return [
          { path: at, expected: 'a name, or { text, from, to }', got: describe(item), mend: 'writing the name', ...this.owner },
        ]
      const check = new Checker(item, at, this.owner)
      check.known(DATED_NAME_FIELDS, 'a dated name')
      check.text('text', /\S/, 'a name', 'writing the name')
      check.period()
      return check.faults
    })
  }

  period(): void {
    const from = this.field('from')
    const to = this.field('to')
    for (const [field, day] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (day !== undefined) this.faults.push(...dateFaults(day, join(this.path, field), this.owner))
    }
    if (isDay(from) && isDay(to) && from >= to)
      this.add('to', `a day after ${from}`, `"${to}"`, 'writing the first day after the period')
  }

  each(field: string, what: string, faultsOf: (item: unknown, path: string) => ValueFault[]): void {
    const value = this.field(field)
    if (value === undefined) return
    if (!Array.isArray(value)) return this.add(field, `a list of ${what}`, describe(value), `writing [${describe(value)}]`)
    this.faults.push(...value.flatMap((item: unknown, i) => faultsOf(item, `${join(this.path, field)}[${i}]`)))
  }

  private field(field: string): unknown {
    return Object.hasOwn(this.value, field) ? this.value[field] : undefined
  }
}
