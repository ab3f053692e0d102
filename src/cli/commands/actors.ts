import type { Actor, DatedName } from '../../index'
import { defaultActors } from '../../index'
import { sameName } from '../../mentions/variants'
import type { AnalyzerFlags } from '../analyzer-options'
import { loadAnalyzerOptions } from '../analyzer-options'
import { EXIT } from '../exit-codes'
import type { Host } from '../host'
import { print } from '../print'

/** A name that an actor goes by, and what it is to the actor. */
interface Form {
  readonly text: string
  readonly as: string
  readonly period: string
}

/** An actor that a name may mean. */
interface Found {
  readonly actor: Actor
  readonly form: Form
  /** 0 the very name, 1 the words in it, 2 a similar spelling. */
  readonly distance: number
}

/** Options of `actors find`. */
export interface FindFlags extends Pick<AnalyzerFlags, 'actors'> {
  readonly json?: boolean
}

/** Prints the actors that a name may mean, the nearest first. */
export async function findActors(name: string, flags: FindFlags, host: Host): Promise<void> {
  const actors = loadAnalyzerOptions(flags).options.actors ?? defaultActors
  const found = search(actors, name)
  if (found.length === 0) host.exitCode = EXIT.findings
  if (flags.json === true)
    return print(
      host.stdout,
      `${JSON.stringify(
        found.map(({ actor }) => actor),
        null,
        2,
      )}\n`,
    )
  await print(
    host.stdout,
    found.length === 0 ? `no actor goes by "${name}", nor by a similar name\n` : found.map(describe).join(''),
  )
}

/** Actors by how near their nearest name is. Where a name is met exactly, similar spellings are left out. */
function search(actors: readonly Actor[], name: string): Found[] {
  const sought = plain(name)
  if (sought === '') return []
  const found = actors.flatMap((actor): Found[] => {
    let best: Found | undefined
    for (const form of formsOf(actor)) {
      const distance = distanceOf(plain(form.text), sought)
      if (distance !== undefined && distance < (best?.distance ?? Infinity)) best = { actor, form, distance }
    }
    return best === undefined ? [] : [best]
  })
  const nearest = Math.min(...found.map(({ distance }) => distance))
  return found.filter(({ distance }) => distance < 2 || nearest === 2).sort((a, b) => a.distance - b.distance)
}

function distanceOf(known: string, sought: string): number | undefined {
  if (known === sought) return 0
  if (` ${known} `.includes(` ${sought} `)) return 1
  return sameName(known, sought) ? 2 : undefined
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function formsOf(actor: Actor): Form[] {
  const dated = (names: readonly (string | DatedName)[] | undefined, as: string): Form[] =>
    (names ?? []).map((name) =>
      typeof name === 'string' ? { text: name, as, period: '' } : { text: name.text, as, period: periodOf(name) },
    )
  return [
    { text: actor.name, as: 'name', period: '' },
    { text: actor.id, as: 'id', period: '' },
    ...(actor.code === undefined ? [] : [{ text: actor.code, as: 'code', period: '' }]),
    ...dated(actor.aliases, 'alias'),
    ...dated(actor.metonyms, 'place that stands for it'),
    ...dated(actor.demonyms, 'adjective'),
  ]
}

function periodOf({ from, to }: { readonly from?: string; readonly to?: string }): string {
  return [from === undefined ? '' : ` from ${from}`, to === undefined ? '' : ` until ${to}`].join('')
}

function describe({ actor, form }: Found): string {
  const code = actor.code === undefined ? '' : `, ${actor.code}`
  const lines = [`${actor.name}  (${actor.id}, ${actor.kind}${code})`]
  if (form.text !== actor.name) lines.push(`  by the ${form.as} "${form.text}"${form.period}`)
  if (actor.partOf !== undefined) lines.push(`  speaks for ${actor.partOf}`)
  for (const office of actor.offices ?? []) lines.push(`  ${office.role} of ${office.partOf}${periodOf(office)}`)
  return `${lines.join('\n')}\n`
}
