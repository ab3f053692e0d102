import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { shownEvidence } from '../../src/train/predictions'
import type { Actor, ActorStance, Analyzer, Stance, StanceReport, Target } from '../../src/index'
import { createAnalyzer, defaultActors, moscowTalks } from '../../src/index'
import { comparableName, evidenceOverlaps, matchActors, sameActor, tokenF1 } from '../../src/train/metrics'

/** What a case expects of one actor toward one target. */
export interface ExpectedActor {
  readonly actor: string
  readonly names: readonly string[]
  readonly stance: Stance
  /** Id of the target; default the case's first. */
  readonly target?: string
  /** Who says it, if not the holder. */
  readonly source?: string
  readonly evidence?: readonly string[]
  readonly conditions?: readonly string[]
}

export interface PhenomenonCase {
  readonly id: string
  /** Whether the text only looks like the phenomenon. */
  readonly negative: boolean
  readonly text: string
  readonly title?: string
  readonly publishedAt?: string
  /** Default the Moscow talks on Afghanistan. */
  readonly targets?: readonly Target[]
  readonly expect: readonly ExpectedActor[]
  readonly note: string
}

export interface Phenomenon {
  readonly phenomenon: string
  readonly about: string
  readonly cases: readonly PhenomenonCase[]
}

/** A case with its report and what is wrong with it; it passes where nothing is. */
export interface CaseResult {
  readonly case: PhenomenonCase
  readonly report: StanceReport
  readonly faults: readonly string[]
}

/** The share of a phenomenon's cases that should pass. What holds today is in test/phenomena.floors.json, case counts that may not fall. */
export const FLOOR = 0.9

/** The least token F1 of a conditional actor's conditions. */
const CONDITION_FLOOR = 0.5

/** Reads all suites, or the named ones, in the order of their names. */
export function loadPhenomena(names: readonly string[] = []): Phenomenon[] {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const known = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length)
    throw new Error(`expected names of files in test/phenomena, got ${unknown.join(', ')}; there are ${known.join(', ')}`)
  return (names.length ? known.filter((name) => names.includes(name)) : known).map(
    (name) => JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Phenomenon,
  )
}

/**
 * Runs a suite. By default by rules alone: the suites test mechanisms, and the rules' reasons; `model` asks the built-in model too.
 */
export function runPhenomenon(suite: Phenomenon, { model = false }: { readonly model?: boolean } = {}): CaseResult[] {
  return suite.cases.map((item) => {
    const input = item.title === undefined ? item.text : { title: item.title, text: item.text }
    const report = analyzerFor(targetsOf(item), model).analyze(
      input,
      item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt },
    )
    return { case: item, report, faults: checkReport(item, report) }
  })
}

const targetsOf = (item: PhenomenonCase): readonly Target[] =>
  (item.targets ?? [moscowTalks]).map((target) => (target.id === moscowTalks.id ? moscowTalks : target))

const analyzers = new Map<string, Analyzer>()

function analyzerFor(targets: readonly Target[], model: boolean): Analyzer {
  const key = JSON.stringify([targets, model])
  const analyzer = analyzers.get(key) ?? createAnalyzer(model ? { targets } : { targets, model: null })
  analyzers.set(key, analyzer)
  return analyzer
}

/** Says what is wrong with a report, one line a fault. */
export function checkReport(
  item: PhenomenonCase,
  report: Pick<StanceReport, 'actors'>,
  actors: readonly Actor[] = defaultActors,
): string[] {
  const targets = targetsOf(item).map((target) => target.id)
  const targetOf = (expected: ExpectedActor): string => expected.target ?? targets[0]!
  const stray = item.expect
    .filter((expected) => !targets.includes(targetOf(expected)))
    .map((expected) => `the case has no target ${expected.target}`)
  return stray.concat(
    targets.flatMap((target) => {
      const expected = item.expect.filter((actor) => targetOf(actor) === target)
      const rows = report.actors.filter((row) => row.target === target)
      return checkTarget(expected, rows, actors).map((fault) => (targets.length > 1 ? `${target}: ${fault}` : fault))
    }),
  )
}

const asPrediction = (row: ActorStance) => ({
  name: row.actor.name,
  mentions: row.mentions.map((mention) => mention.text),
  stance: row.stance,
})

function checkTarget(expected: readonly ExpectedActor[], rows: readonly ActorStance[], actors: readonly Actor[]): string[] {
  const predictions = rows.map(asPrediction)
  const { byGold, extra } = matchActors(expected, predictions)
  const faults = expected.flatMap((actor, i) => checkRow(actor, rows[byGold.get(i) ?? -1], rows, actors))
  for (const j of extra) {
    const row = predictions[j]!
    // A second row of an expected actor (a leader beside the party) may repeat its stance.
    if (row.stance === 'none' || expected.some((actor) => actor.stance === row.stance && sameActor(actor, row))) continue
    faults.push(
      `${row.name}: expected no stance, got ${row.stance} from ${quoteAll(shownEvidence(rows[j]!).map(({ text }) => text))}`,
    )
  }
  return faults
}

function checkRow(
  expected: ExpectedActor,
  row: ActorStance | undefined,
  rows: readonly ActorStance[],
  actors: readonly Actor[],
): string[] {
  const fault = (text: string): string => `${expected.actor}: ${text}`
  const said = row?.stance ?? 'none'
  if (said !== expected.stance) {
    const shown = row
      ? said === 'none'
        ? ''
        : ` from ${quoteAll(shownEvidence(row).map(({ text }) => text))}`
      : ' (actor not found)'
    return [fault(`expected ${expected.stance}, got ${said}${shown}`)]
  }
  if (!row) return []
  const faults: string[] = []
  if (expected.source !== undefined && !row.evidence.some((evidence) => isSource(evidence, expected, rows, actors))) {
    const sources = row.evidence.map((evidence) => evidence.source?.name ?? 'nobody')
    faults.push(fault(`expected source ${expected.source}, got ${sources.join(', ') || 'no evidence'}`))
  }
  if (said !== 'none' && expected.evidence?.length) {
    const shown = shownEvidence(row).map(({ text }) => text)
    if (!shown.some((text) => expected.evidence!.some((gold) => evidenceOverlaps(text, gold)))) {
      faults.push(fault(`expected evidence ${quoteAll(expected.evidence)}, got ${quoteAll(shown)}`))
    }
  }
  if (said === 'conditional' && expected.conditions?.length) {
    const conditions = row.conditions.map(({ text }) => text)
    const f1 = tokenF1(conditions.join(' '), expected.conditions.join(' '))
    if (f1 < CONDITION_FLOOR) {
      faults.push(
        fault(`expected condition ${quoteAll(expected.conditions)}, got ${quoteAll(conditions)} (token F1 ${f1.toFixed(2)})`),
      )
    }
  }
  return faults
}

/** Whether evidence comes from the expected source, by display name, by a listed name or by a form that the report found in the text. */
function isSource(
  evidence: ActorStance['evidence'][number],
  expected: ExpectedActor,
  rows: readonly ActorStance[],
  actors: readonly Actor[],
): boolean {
  const source = evidence.source
  if (!source || expected.source === undefined) return false
  const speaksFor = (actor: Actor): boolean =>
    actor.id === source.id || actor.partOf === source.id || (actor.offices ?? []).some((office) => office.partOf === source.id)
  const listed = actors
    .filter(speaksFor)
    .flatMap((actor) => [actor.name, ...(actor.aliases ?? []).map((alias) => (typeof alias === 'string' ? alias : alias.text))])
  const found = rows.filter((row) => row.actor.id === source.id).flatMap((row) => row.mentions.map((mention) => mention.text))
  const wanted = comparableName(expected.source)
  return [source.name, ...listed, ...found, ...(evidence.speaker ? [evidence.speaker.text] : [])]
    .map(comparableName)
    .some(
      (name) =>
        name === wanted || (name.length > 3 && ` ${wanted} `.includes(` ${name} `)) || ` ${name} `.includes(` ${wanted} `),
    )
}

const quoteAll = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join(' | ') || 'nothing'

/** Share of the results that have no fault, in [0, 1]. */
export const passRate = (results: readonly CaseResult[]): number =>
  results.filter((result) => result.faults.length === 0).length / Math.max(1, results.length)
