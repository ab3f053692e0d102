import { moscowTalks } from '../data'
import type { Target } from '../types'
import { Checker } from './checker'
import { dateFaults } from './dates'
import type { ValueFault } from './faults'
import { fieldsOf } from './fields'
import { duplicateFaults, notAList, notAnObject } from './lists'
import { ownerOf } from './owner'
import { isRecord } from './values'

const TARGET_FIELDS = fieldsOf<Target>({ id: 1, name: 1, aliases: 1, hosts: 1, venues: 1, topics: 1, dates: 1 })

/** Faults of targets in a list: none at all, each by itself, and ids that come twice. */
export function targetsFaults(targets: unknown, path = 'targets'): ValueFault[] {
  if (!Array.isArray(targets)) return [notAList(targets, path, 'targets')]
  if (targets.length === 0)
    return [{ path, expected: 'at least one target', got: 'an empty list', mend: `leaving \`${path}\` out or naming one` }]
  return [
    ...targets.flatMap((target: unknown, i) => (target === moscowTalks ? [] : targetFaults(target, `${path}[${i}]`))),
    ...duplicateFaults(targets, path, 'target'),
  ]
}

/** Faults of one target as data. */
export function targetFaults(target: unknown, path = ''): ValueFault[] {
  if (!isRecord(target)) return [notAnObject(target, path, 'a target')]
  const check = new Checker(target, path, ownerOf('target', target))
  check.known(TARGET_FIELDS, 'a target')
  check.id()
  check.text('name', /\S/, 'the name of the talks', 'writing it as a text would: "the Doha talks"')
  check.texts('aliases', 'further names of the talks')
  check.texts('hosts', 'ids or names of actors')
  check.texts('venues', 'names of places')
  check.texts('topics', 'words for what the talks are about')
  check.each('dates', 'days', (day, at) => dateFaults(day, at, check.owner))
  return check.faults
}
