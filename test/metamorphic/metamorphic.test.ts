/**
 * What must not change a stance does not: on all golden documents. Counts of documents that hold may only rise (floors.json).
 *
 * `METAMORPHIC=show npx vitest run test/metamorphic` prints each violation, `METAMORPHIC=update` writes the floors anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { EvaluationDocument } from '../../scripts/lib/documents'
import { inProject, readJsonLines } from '../../scripts/lib/documents'
import { targetOf } from '../../scripts/lib/predict'
import type { Stance, StanceReport, Target } from '../../src/index'
import { createAnalyzer, moscowTalks } from '../../src/index'
import { changes } from './changes'
import type { State } from './exchange'
import { exchange, isFree, names, states } from './exchange'

const FLOORS = inProject('test/metamorphic/floors.json')
const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Record<string, { readonly held: number; readonly tried: number }>
const mode = process.env['METAMORPHIC']

interface Case {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly target: Target
  readonly analyze: (text: string) => StanceReport
  readonly report: StanceReport
}

const folder = inProject('test/golden')
const analyzers = new Map<string, ReturnType<typeof createAnalyzer>>()
const cases: readonly Case[] = readdirSync(folder)
  .filter((name) => name.endsWith('.docs.jsonl'))
  .sort()
  .flatMap((name) => readJsonLines(`${folder}/${name}`) as EvaluationDocument[])
  .map((document) => {
    const target = targetOf(document)
    const analyzer = analyzers.get(JSON.stringify(target)) ?? createAnalyzer({ targets: [target] })
    analyzers.set(JSON.stringify(target), analyzer)
    const analyze = (text: string): StanceReport =>
      analyzer.analyze(text, document.date === undefined ? {} : { publishedAt: document.date })
    return { id: document.id, text: document.text, target, analyze, report: analyze(document.text) }
  })

type Rename = (text: string) => string

/** Stances by actor; those of `none` are left out, as whether a bystander is listed is another matter. */
function stances(report: StanceReport, back?: { readonly id: Rename; readonly name: Rename }): Map<string, Stance> {
  const listed = report.actors.filter(({ stance }) => stance !== 'none')
  return new Map(
    listed.map(({ actor: { id, name }, stance }) => {
      // actors that only the text names go by their names
      const key = id.startsWith('local:') ? (back?.name(name) ?? name) : (back?.id(id) ?? id)
      return [key, stance]
    }),
  )
}

/** What differs between two maps of stances: `Iran: support, then none`. */
function differences(before: ReadonlyMap<string, Stance>, after: ReadonlyMap<string, Stance>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((actor) => before.get(actor) !== after.get(actor))
    .map((actor) => `${actor}: ${before.get(actor) ?? 'none'}, then ${after.get(actor) ?? 'none'}`)
}

const counts: Record<string, { held: number; tried: number }> = {}

function check(name: string, outcomes: readonly { readonly id: string; readonly faults: readonly string[] }[]): void {
  const broken = outcomes.filter(({ faults }) => faults.length > 0)
  counts[name] = { held: outcomes.length - broken.length, tried: outcomes.length }
  if (mode === 'show') for (const { id, faults } of broken) console.log(`${name} | ${id} | ${faults.join('; ')}`)
  if (mode === undefined)
    expect(counts[name].held, broken.map(({ id, faults }) => `${id}: ${faults.join('; ')}`).join('\n')).toBeGreaterThanOrEqual(
      floors[name]?.held ?? Infinity,
    )
}

afterAll(() => {
  if (mode === 'update') writeFileSync(FLOORS, `${JSON.stringify(counts, undefined, 2)}\n`)
  if (mode !== undefined)
    console.log(
      Object.entries(counts)
        .map(([name, { held, tried }]) => `${name}: ${held} of ${tried}`)
        .join('\n'),
    )
})

describe('stances are as they were after', () => {
  test.each(Object.entries(changes))('%s', (name, change) => {
    const outcomes = cases.flatMap(({ id, text, report, analyze }) => {
      const changed = change(text, report)
      return changed === undefined ? [] : [{ id, faults: differences(stances(report), stances(analyze(changed))) }]
    })
    check(name, outcomes)
  })
})

describe('no actor is prejudged', () => {
  /** Stances after an exchange, with the ids exchanged back. */
  const faultsOf = ({ text, report, analyze }: Case, a: State, b: State): string[] => {
    const back = {
      id: (id: string) => (id === a.id ? b.id : id === b.id ? a.id : id),
      name: (name: string) => exchange(name, a, b),
    }
    return differences(stances(report), stances(analyze(exchange(text, a, b)), back))
  }
  const free = ({ text, target }: Case): State[] => states.filter((s) => names(text, s) && isFree(s, target, text))

  test('two states of a text exchange their stances', () => {
    const outcomes = cases.flatMap((item) => {
      const here = free(item)
      return here.flatMap((a, i) =>
        here.slice(i + 1).map((b) => ({ id: `${item.id} ${a.id} ${b.id}`, faults: faultsOf(item, a, b) })),
      )
    })
    check('two states exchanged', outcomes)
  })

  test('a state that the text does not name takes the stance of one that it names', () => {
    const outcomes = cases.flatMap((item) => {
      const others = states.filter((s) => !names(item.text, s) && isFree(s, item.target, item.text))
      return free(item).map((a, i) => {
        const b = others[(i * 7 + item.id.length) % others.length]!
        return { id: `${item.id} ${a.id} ${b.id}`, faults: faultsOf(item, a, b) }
      })
    })
    check('a state in place of another', outcomes)
  })

  test('the talks have a host, and it is exchanged with nobody', () => {
    const russia = { id: 'russia', forms: ['Russia', 'Russian', 'Russians', 'Moscow'] }
    expect(isFree(russia, moscowTalks, 'Iran hailed the Moscow talks on Afghanistan.')).toBe(false)
  })
})

test('exchange puts each form in the place of its like', () => {
  const state = (id: string): State => states.find((s) => s.id === id)!
  const text = 'An Iranian envoy left Tehran; a Pakistani one, PAKISTAN said, stayed. Pakistanis and Iranians met in Iran.'
  expect(exchange(text, state('iran'), state('pakistan'))).toBe(
    'A Pakistani envoy left Islamabad; an Iranian one, IRAN said, stayed. Iranians and Pakistanis met in Pakistan.',
  )
  expect(exchange(exchange(text, state('iran'), state('pakistan')), state('iran'), state('pakistan'))).toBe(text)
})
