import { defaultActors } from '../data'
import type { Actor, Office } from '../types'
import { Checker, ID } from './checker'
import type { ValueFault } from './faults'
import { fieldsOf } from './fields'
import { duplicateFaults, notAList, notAnObject } from './lists'
import type { Owner } from './owner'
import { ownerOf } from './owner'
import { isRecord, join } from './values'

const ACTOR_FIELDS = fieldsOf<Actor>({
  id: 1,
  name: 1,
  kind: 1,
  code: 1,
  aliases: 1,
  metonyms: 1,
  demonyms: 1,
  partOf: 1,
  offices: 1,
  gender: 1,
  nominals: 1,
  source: 1,
})
const OFFICE_FIELDS = fieldsOf<Office>({ partOf: 1, role: 1, from: 1, to: 1, source: 1 })

const KINDS: readonly string[] = ['state', 'group', 'organisation', 'person'] satisfies Actor['kind'][]
const GENDERS: readonly string[] = ['female', 'male'] satisfies Actor['gender'][]

/** Faults of actors in a list: each by itself, ids that come twice, and principals that are not in the list. */
export function actorsFaults(actors: unknown, path = 'actors'): ValueFault[] {
  if (!Array.isArray(actors)) return [notAList(actors, path, 'actors')]
  const known = new Set<unknown>(defaultActors)
  const ids = new Map<unknown, Record<string, unknown>>()
  for (const actor of actors as unknown[]) if (isRecord(actor)) ids.set(actor['id'], actor)
  const principal = (fault: (field: string, got: string) => ValueFault, field: string, id: unknown): ValueFault[] =>
    typeof id !== 'string' || ids.has(id) ? [] : [fault(field, `"${id}"`)]
  return [
    ...actors.flatMap((actor: unknown, i) => {
      const at = `${path}[${i}]`
      const faults = known.has(actor) ? [] : actorFaults(actor, at)
      if (!isRecord(actor) || known.has(actor)) return faults
      const owner = ownerOf('actor', actor)
      const unknownId = (field: string, got: string): ValueFault => ({
        path: join(at, field),
        expected: 'the id of an actor in the list',
        got,
        mend: 'adding that actor, or writing [...defaultActors, yours]',
        ...owner,
      })
      const offices = Array.isArray(actor['offices']) ? (actor['offices'] as unknown[]) : []
      return [
        ...faults,
        ...principal(unknownId, 'partOf', actor['partOf']),
        ...(circular(actor, ids)
          ? [
              {
                path: join(at, 'partOf'),
                expected: 'a principal that does not speak for this actor',
                got: `"${String(actor['partOf'])}"`,
                mend: 'removing the circle',
                ...owner,
              },
            ]
          : []),
        ...offices.flatMap((office, k) =>
          isRecord(office) ? principal(unknownId, `offices[${k}].partOf`, office['partOf']) : [],
        ),
      ]
    }),
    ...duplicateFaults(actors, path, 'actor'),
  ]
}

/** Faults of one actor as data. */
export function actorFaults(actor: unknown, path = ''): ValueFault[] {
  if (!isRecord(actor)) return [notAnObject(actor, path, 'an actor')]
  const check = new Checker(actor, path, ownerOf('actor', actor))
  check.known(ACTOR_FIELDS, 'an actor')
  check.id()
  check.text('name', /\S/, 'a display name', 'writing the name that reports show')
  check.oneOf('kind', KINDS)
  check.text('code', /^[A-Z]+$/, 'a code in capitals ("AFGGOV")', 'writing one, or leaving it out', false)
  for (const field of ['aliases', 'metonyms', 'demonyms']) check.names(field)
  check.text('partOf', ID, 'the id of an actor', 'writing the id of the principal, or leaving it out', false)
  check.oneOf('gender', GENDERS, false)
  check.texts('nominals', 'phrases such as "the group"')
  check.text('source', /\S/, 'where the facts come from', 'writing it, or leaving it out', false)
  check.each('offices', 'offices', (office, at) => officeFaults(office, at, check.owner))
  return check.faults
}

function officeFaults(office: unknown, path: string, owner: Owner): ValueFault[] {
  if (!isRecord(office)) return [{ ...notAnObject(office, path, 'an office'), ...owner }]
  const check = new Checker(office, path, owner)
  check.known(OFFICE_FIELDS, 'an office')
  check.text('partOf', ID, 'the id of an actor', 'writing the id of the principal for which the office speaks')
  check.text('role', /\S/, 'the office in words ("foreign minister")', 'writing it')
  check.text('source', /\S/, 'where the dates come from', 'writing it, or leaving it out', false)
  check.period()
  return check.faults
}

/** Does an actor speak for itself by way of its principals? */
function circular(actor: Record<string, unknown>, ids: ReadonlyMap<unknown, Record<string, unknown>>): boolean {
  const seen = new Set<unknown>()
  for (let at: Record<string, unknown> | undefined = actor; at !== undefined; at = ids.get(at['partOf'])) {
    if (seen.has(at)) return at === actor
    seen.add(at)
    if (at['partOf'] === undefined) return false
  }
  return false
}
