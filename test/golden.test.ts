import { describe, expect, test } from 'vitest'
import type { EvaluationSet } from '../scripts/lib/documents'
import { inProject, readNamedSet, shared } from '../scripts/lib/documents'
import { analyzeSet } from '../scripts/lib/predict'
import type { Figures } from '../src/train/metrics'
import { evaluate } from '../src/train/metrics'
import { STANCES } from '../src/types'

type Floors = Partial<Pick<Figures, 'stanceF1' | 'macroF1' | 'evidence' | 'condition' | 'actorPrecision'>>

/** The least figures of each set. Sets in ../shared are there on some machines only; the fresh rounds, but the last, are trained on since their first scores. */
const SETS: readonly { readonly name: string; readonly folder: string; readonly floors: Floors }[] = [
  {
    name: 'dev',
    folder: inProject('test/golden'),
    floors: { stanceF1: 0.8, macroF1: 0.8, evidence: 0.9, condition: 0.65, actorPrecision: 0.8 },
  },
  { name: 'fresh-1', folder: inProject('test/golden'), floors: { stanceF1: 0.75, actorPrecision: 0.75 } },
  { name: 'fresh-2', folder: inProject('test/golden'), floors: { stanceF1: 0.75, actorPrecision: 0.75 } },
  { name: 'fresh-3', folder: inProject('test/golden'), floors: { stanceF1: 0.7, actorPrecision: 0.75 } },
  { name: 'fresh-4', folder: inProject('test/golden'), floors: { stanceF1: 0.65, actorPrecision: 0.7 } },
  { name: 'fresh-5', folder: inProject('test/golden'), floors: { stanceF1: 0.75, actorPrecision: 0.75 } },
  { name: 'fresh-6', folder: inProject('test/golden'), floors: { stanceF1: 0.75, actorPrecision: 0.8 } },
  { name: 'fresh-7', folder: inProject('test/golden'), floors: { stanceF1: 0.75, actorPrecision: 0.8 } },
  { name: 'article', folder: shared('eval'), floors: { stanceF1: 1, evidence: 1, actorPrecision: 0.6 } },
  { name: 'real-dev', folder: shared('eval'), floors: { stanceF1: 0.8, macroF1: 0.8, actorPrecision: 0.8 } },
]

describe.each(SETS)('golden set $name', ({ name, folder, floors }) => {
  const set = readNamedSet(folder, name)
  const missing = `${folder}/${name}.docs.jsonl is not here`
  let result: ReturnType<typeof analyzeSet> | undefined
  const analyzed = (of: EvaluationSet): ReturnType<typeof analyzeSet> => (result ??= analyzeSet(of))

  for (const [figure, floor] of Object.entries(floors) as [keyof Floors, number][]) {
    test(`${figure} is at least ${floor}`, (context) => {
      if (!set) return context.skip(missing)
      expect(evaluate(set.gold, analyzed(set).predictions)[figure]).toBeGreaterThanOrEqual(floor)
    })
  }

  test("every span is its text's slice", (context) => {
    if (!set) return context.skip(missing)
    for (const { id, text } of set.documents) {
      for (const span of spansIn(analyzed(set).reports.get(id))) expect(text.slice(span.start, span.end), id).toBe(span.text)
    }
  })

  test('every report is the same after a round trip through JSON', (context) => {
    if (!set) return context.skip(missing)
    for (const report of analyzed(set).reports.values()) expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report)
  })

  test('probabilities sum to 1, and the score is P(support) - P(oppose)', (context) => {
    if (!set) return context.skip(missing)
    for (const report of analyzed(set).reports.values()) {
      for (const { probabilities, score, stance } of report.actors) {
        expect(STANCES).toContain(stance)
        expect(Object.keys(probabilities).sort()).toEqual([...STANCES].sort())
        expect(Object.values(probabilities).every((p) => p >= 0 && p <= 1)).toBe(true)
        expect(Object.values(probabilities).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1)
        expect(score).toBeCloseTo(probabilities.support - probabilities.oppose)
      }
    }
  })

  test('the same text gives the same report', (context) => {
    if (!set) return context.skip(missing)
    expect([...analyzeSet(set).reports]).toEqual([...analyzed(set).reports])
  })
})

interface FoundSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Everything in a value that has `start`, `end` and `text`. */
function spansIn(value: unknown): FoundSpan[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && 'end' in value && 'text' in value ? [value as FoundSpan] : []
  return [...own, ...Object.values(value).flatMap(spansIn)]
}
