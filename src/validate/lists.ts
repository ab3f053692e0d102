import type { ValueFault } from './faults'
import { describe, isRecord } from './values'

/** What was given instead of a list. A whole file with its format is read by a function of its own. */
export const notAList = (value: unknown, path: string, what: 'rules' | 'actors' | 'targets'): ValueFault => ({
  path,
  expected: `a list of ${what}`,
  got: describe(value),
  mend:
    isRecord(value) && Object.hasOwn(value, 'format')
      ? `giving what read${what.replace(/^./, (letter) => letter.toUpperCase())} returns for it`
      : 'writing them in [ ]',
})

/** What was given instead of an object. */
export const notAnObject = (value: unknown, path: string, what: string): ValueFault => ({
  path,
  expected: `${what}, as an object`,
  got: describe(value),
  mend: 'writing its fields in { }',
})

/** Ids that come twice in a list. */
export function duplicateFaults(items: readonly unknown[], path: string, what: string): ValueFault[] {
  const first = new Map<string, number>()
  return items.flatMap((item, i) => {
    const id = isRecord(item) ? item['id'] : undefined
    if (typeof id !== 'string') return []
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, i)
      return []
    }
    const got = `"${id}" as in ${path}[${before}]`
    const fault = {
      path: `${path}[${i}].id`,
      expected: `an id of its own for each ${what}`,
      got,
      mend: 'renaming one of the two',
      owner: `${what} ${id}`,
    }
    return [what === 'rule' ? { ...fault, code: 'rule-duplicate' } : fault]
  })
}
