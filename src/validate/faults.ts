import type { DemarcheErrorCode } from '../errors'
import { DemarcheError } from '../errors'

/** One thing that is wrong with a value, and where in it. */
export interface ValueFault {
  /** `rules[2].weight`; empty for the value itself. */
  readonly path: string
  readonly expected: string
  readonly got: string
  readonly mend: string
  /** Whose fault it is, where that has an id: `rule oppose.turn-down`. */
  readonly owner?: string
  /** Default: `options`. */
  readonly code?: DemarcheErrorCode
  /** In a pattern: the column of the fault, from 1, and the pattern. */
  readonly column?: number
  readonly source?: string
}

/** Says everything that is wrong with a value: one fault a line, where there are several. */
export class ValidationError extends DemarcheError {
  /** In the order of the value. */
  readonly faults: readonly ValueFault[]

  constructor(what: string, faults: readonly ValueFault[]) {
    const [first] = faults
    if (first === undefined) throw new TypeError('expected a fault, got none')
    const { path, code = 'options', ...fault } = first
    const sameCode = faults.every((other) => other.code === first.code)
    super(sameCode ? code : 'options', {
      ...fault,
      owner: placeOf({ path, ...(fault.owner === undefined ? {} : { owner: fault.owner }) }, what),
    })
    this.faults = faults
    if (faults.length > 1) {
      const lines = faults.map((fault) => `  ${placeOf(fault, what)}: ${describeFault(fault)}`)
      this.message = `${faults.length} faults in ${what}:\n${lines.join('\n')}`
    }
  }
}

/** @throws ValidationError where there are faults. */
export function throwIfAny(what: string, faults: readonly ValueFault[]): void {
  if (faults.length > 0) throw new ValidationError(what, faults)
}

/** "expected …, got … in column 7; mend it by …" */
export const describeFault = ({ expected, got, mend, column }: Omit<ValueFault, 'path'>): string =>
  `expected ${expected}, got ${got}${column === undefined ? '' : ` in column ${column}`}; mend it by ${mend}`

const placeOf = ({ path, owner }: Pick<ValueFault, 'path' | 'owner'>, what: string): string => {
  const place = path === '' ? what : path
  return owner === undefined ? place : `${place}, ${owner}`
}
