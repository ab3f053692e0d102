import type { Actor, Rule, Target } from '../types'
import type { ValueFault } from './faults'
import { throwIfAny } from './faults'
import { notAList } from './lists'
import { describe, isRecord, join } from './values'

/** The format of files of rules, actors and targets that this version reads. A file that names none has this one. */
export const DATA_FORMAT = 1

/** What a file of data holds, by the name of its list. */
export type DataList = 'rules' | 'actors' | 'targets'

/**
 * The entries of a parsed file: of a list, of `{ format, rules }`, or the file itself where it is one entry. They are not checked yet:
 * `createAnalyzer` does that.
 *
 * @param what names the file in errors.
 * @throws ValidationError where the file is of a newer format, or has one and no list.
 */
export function entriesOf(data: unknown, list: DataList, what: string = list): readonly unknown[] {
  if (Array.isArray(data)) return data as readonly unknown[]
  if (!isRecord(data) || !(Object.hasOwn(data, 'format') || Object.hasOwn(data, list))) return [data]
  throwIfAny(what, wrapperFaults(data, list, what))
  return data[list] as readonly unknown[]
}

/** What is wrong with a file around its list; of one of a newer format, only that it is newer. */
function wrapperFaults(data: Readonly<Record<string, unknown>>, list: DataList, what: string): ValueFault[] {
  const { format } = data
  const path = join(what, 'format')
  if (typeof format === 'number' && format > DATA_FORMAT)
    return [
      {
        path,
        expected: `${list} of format ${DATA_FORMAT}`,
        got: `format ${format}, which is for a newer version of demarche`,
        mend: 'updating demarche',
      },
    ]
  const faults: ValueFault[] = []
  if (format !== DATA_FORMAT)
    faults.push({ path, expected: `format ${DATA_FORMAT}`, got: describe(format), mend: `writing "format": ${DATA_FORMAT}` })
  if (!Array.isArray(data[list])) faults.push(notAList(data[list], join(what, list), list))
  for (const field of Object.keys(data))
    if (field !== 'format' && field !== list)
      faults.push({ path: join(what, field), expected: `format and ${list}`, got: `"${field}"`, mend: 'removing it' })
  return faults
}

/**
 * Rules of a parsed JSON file: a list, `{ "format": 1, "rules": [...] }`, or one rule. `createAnalyzer` checks each.
 *
 * @throws DemarcheError where the file is of a newer format.
 * @example
 * createAnalyzer({ rules: [...defaultRules, ...readRules(JSON.parse(file))] })
 */
export const readRules = (data: unknown): readonly Rule[] => entriesOf(data, 'rules') as readonly Rule[]

/**
 * Actors of a parsed JSON file, as `readRules` does it: `{ "format": 1, "actors": [...] }`.
 *
 * @throws DemarcheError where the file is of a newer format.
 */
export const readActors = (data: unknown): readonly Actor[] => entriesOf(data, 'actors') as readonly Actor[]

/**
 * Targets of a parsed JSON file, as `readRules` does it: `{ "format": 1, "targets": [...] }`.
 *
 * @throws DemarcheError where the file is of a newer format.
 */
export const readTargets = (data: unknown): readonly Target[] => entriesOf(data, 'targets') as readonly Target[]
