/**
 * npm run evaluate [-- [DOCS.jsonl GOLD.jsonl]... [--errors] [--rules-only] [--bare-heads] [--json FILE] [--figure FILE]]
 *
 * Prints all figures of the analyser beside the baselines, for each pair of files and for all of them. Without files: the project's own golden set.
 *
 *   --errors      each error with the gold's evidence, ours and the rules that fired
 *   --rules-only  reports and errors by rules alone
 *   --bare-heads  gives one-word names such as "the talks" as aliases of the target, too
 *   --json FILE   writes figures, errors and predictions
 *   --figure FILE draws the stance F1 of all systems on each set as SVG
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ActorStance, StanceReport } from '../src/index'
import type { Evaluation, EvaluationError, GoldDocument, PredictedDocument } from '../src/train/metrics'
import { evaluate, matchActors } from '../src/train/metrics'
import { predictionOf } from '../src/train/predictions'
import { STANCES } from '../src/types'
import { makeBaselines } from './lib/baselines'
import { calibrationLine, type Sureness, surenessOf } from './lib/calibration'
import type { EvaluationSet } from './lib/documents'
import { readSet } from './lib/documents'
import { accuracyFigure } from './lib/figure'
import { analyzeSet } from './lib/predict'
import { formatTable } from './lib/table'
import { fittedSets, goldenSets } from './lib/training-documents'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    'rules-only': { type: 'boolean', default: false },
    'bare-heads': { type: 'boolean', default: false },
    json: { type: 'string' },
    figure: { type: 'string' },
  },
})

/** One system's predictions and figures on one set. */
interface SystemResult {
  readonly system: string
  readonly predictions: readonly PredictedDocument[]
  readonly figures: Evaluation
}

interface SetOutcome {
  readonly set: EvaluationSet
  readonly reports: ReadonlyMap<string, StanceReport>
  readonly results: readonly SystemResult[]
  /** How sure the reports are of each actor that the gold lists too, and whether they are right. */
  readonly sureness: readonly Sureness[]
}

function givenSets(paths: readonly string[]): EvaluationSet[] {
  if (paths.length % 2)
    throw new Error(`expected pairs of DOCS.jsonl GOLD.jsonl, got ${paths.length} files; mend it by giving the gold file of each`)
  return paths.flatMap((path, i) => (i % 2 ? [] : [readSet(path, paths[i + 1]!)]))
}

const baselines = makeBaselines()

function run(set: EvaluationSet): SetOutcome {
  const analyze = (system: 'both' | 'rules' | 'model'): ReturnType<typeof analyzeSet> =>
    analyzeSet(set, { system, bareHeads: options['bare-heads'] })
  const first = analyze(options['rules-only'] ? 'rules' : 'both')
  const systems = [
    { system: options['rules-only'] ? 'rules only' : 'demarche', predictions: first.predictions },
    ...(options['rules-only'] ? [] : [{ system: 'rules only', predictions: analyze('rules').predictions }]),
    { system: 'model only', predictions: analyze('model').predictions },
    ...baselines.map(({ name, predict }) => ({ system: name, predictions: predict(set) })),
  ]
  const results = systems.map((s) => ({ ...s, figures: evaluate(set.gold, s.predictions) }))
  return { set, reports: first.reports, results, sureness: surenessOf(set, first.reports) }
}

/** All sets as one: ids get their set's name, as two sets may use the same. */
function together(outcomes: readonly SetOutcome[]): SystemResult[] {
  const prefixed = <T extends { readonly id: string }>(set: number, documents: readonly T[]): T[] =>
    documents.map((document) => ({ ...document, id: `${set}:${document.id}` }))
  const gold: GoldDocument[] = outcomes.flatMap(({ set }, i) => prefixed(i, set.gold))
  return outcomes[0]!.results.map(({ system }, column) => {
    const predictions = outcomes.flatMap(({ results }, i) => prefixed(i, results[column]!.predictions))
    return { system, predictions, figures: evaluate(gold, predictions) }
  })
}

const share = (value: number): string => value.toFixed(3)

function printFigures(title: string, results: readonly SystemResult[], sureness: readonly Sureness[]): void {
  const { documents, actors } = results[0]!.figures
  const row = (name: string, figure: (figures: Evaluation) => number): string[] => [
    name,
    ...results.map(({ figures }) => share(figure(figures))),
  ]
  console.log(`\n${title}: ${documents} documents, ${actors} actors (the baselines are given the gold's actors)\n`)
  console.log(
    formatTable([
      ['', ...results.map(({ system }) => system)],
      row('stance F1', (f) => f.stanceF1),
      row('  precision', (f) => f.precision),
      row('  recall', (f) => f.recall),
      row('macro F1', (f) => f.macroF1),
      ...STANCES.map((stance) => row(`  ${stance}`, (f) => f.f1[stance])),
      row('found', (f) => f.found),
      row('actor precision', (f) => f.actorPrecision),
      row('evidence', (f) => f.evidence),
      row('condition', (f) => f.condition),
    ]),
  )
  console.log(`\n${calibrationLine(sureness)}`)
  const confusion = results[0]!.figures.confusion
  console.log(`\n${results[0]!.system}: gold (rows) and what was said (columns)\n`)
  console.log(
    formatTable([['', ...STANCES], ...STANCES.map((gold) => [gold, ...STANCES.map((said) => String(confusion[gold][said]))])]),
  )
}

function printErrors({ set, reports, results }: SetOutcome): void {
  const errors = results[0]!.figures.errors
  console.log(`\n${set.name}: ${errors.length} errors`)
  for (const error of errors) {
    console.log(`\n${error.id}  ${error.actor}: gold ${error.gold}, said ${error.said}${error.found ? '' : ' (actor not found)'}`)
    const gold = set.gold.find(({ id }) => id === error.id)?.actors.find(({ actor }) => actor === error.actor)
    for (const text of gold?.evidence ?? []) console.log(`    gold  ${oneLine(text)}`)
    for (const text of gold?.conditions ?? []) console.log(`    gold condition  ${oneLine(text)}`)
    const row = rowOf(error, set, reports)
    for (const evidence of row?.evidence ?? []) {
      const rules = evidence.rules.map((match) => match.rule).join(', ') || 'no rule'
      const source = evidence.source ? `, says ${evidence.source.name}` : ''
      const flags = `${evidence.mode}${source}${evidence.superseded ? ', superseded' : ''}`
      console.log(`    ours  ${evidence.stance} (${flags}) ${oneLine(evidence.text)}\n          ${rules}`)
    }
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** The report's row behind an error. */
function rowOf(error: EvaluationError, set: EvaluationSet, reports: ReadonlyMap<string, StanceReport>): ActorStance | undefined {
  const rows = reports.get(error.id)?.actors ?? []
  const gold = set.gold.find(({ id }) => id === error.id)?.actors ?? []
  const index = gold.findIndex(({ actor }) => actor === error.actor)
  if (index < 0) return rows.find(({ actor, stance }) => actor.name === error.actor && stance === error.said)
  return rows[matchActors(gold, rows.map(predictionOf)).byGold.get(index) ?? -1]
}

const sets = positionals.length ? givenSets(positionals) : goldenSets()
const outcomes = sets.map(run)
if (options.errors) outcomes.forEach(printErrors)
for (const { set, results, sureness } of outcomes) printFigures(set.name, results, sureness)
if (outcomes.length > 1)
  printFigures(
    'all',
    together(outcomes),
    outcomes.flatMap(({ sureness }) => sureness),
  )
if (options.json !== undefined) {
  const sets = outcomes.map(({ set, results }) => ({ name: set.name, systems: results }))
  writeFileSync(options.json, `${JSON.stringify({ sets, all: together(outcomes) }, null, 2)}\n`)
}
if (options.figure !== undefined) {
  const own = positionals.length === 0
  // of the project's own texts only those that the model was not fitted on
  const fitted = new Set(own ? fittedSets() : [])
  const shown = outcomes.filter(({ set }) => !fitted.has(set.name))
  const columns = shown.map(({ set, results }) => ({
    name: set.name,
    note: !own ? `${set.documents.length} documents` : set.name === 'dev' ? 'developed on' : 'fresh',
    values: results.map(({ system, figures }) => ({ system, value: figures.stanceF1 })),
  }))
  const title = 'Stance F1 of demarche and of the baselines'
  const subtitle = own
    ? 'Texts that the model was not fitted on; the rules were written with dev in view.'
    : 'Support, oppose and conditional; an actor that is not found counts as wrong.'
  writeFileSync(options.figure, accuracyFigure({ title, subtitle }, columns))
}
