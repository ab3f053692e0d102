import type { Analyzer, AnalyzerOptions, Target } from '../../index'
import { createAnalyzer, STANCES } from '../../index'
import type { Evaluation, GoldDocument } from '../../train/index'
import { evaluate, predictionOf } from '../../train/index'
import type { AnalyzerFlags } from '../analyzer-options'
import { loadAnalyzerOptions, namedTarget } from '../analyzer-options'
import { CommandError } from '../errors'
import { parseJsonLines, readInput } from '../files'
import type { Host } from '../host'
import { columns } from '../output/layout'
import { print } from '../print'

/** A text to be evaluated, one a line of DOCS. */
interface EvaluationDocument {
  readonly id: string
  readonly text: string
  /** The talks by name. Default: the targets of the command line. */
  readonly target?: string
  /** Phrases by which the text names the talks. */
  readonly target_names?: readonly string[]
  readonly date?: string
  readonly publishedAt?: string
}

/** Options of `evaluate`. */
export interface EvaluateFlags extends AnalyzerFlags {
  readonly json?: boolean
}

/** Analyses labelled texts and prints how well the stances agree with the labels. */
export async function evaluateFiles(docsPath: string, goldPath: string, flags: EvaluateFlags, host: Host): Promise<void> {
  const documents = parseJsonLines(await readInput(docsPath, host), docsPath) as readonly EvaluationDocument[]
  const gold = parseJsonLines(await readInput(goldPath, host), goldPath) as readonly GoldDocument[]
  checkSet(documents, gold, docsPath, goldPath)
  const { options, locate } = loadAnalyzerOptions(flags)
  const analyzerOf = analyzers(options, locate)
  const predictions = documents.map((document) => {
    const publishedAt = document.publishedAt ?? document.date
    const { actors } = analyzerOf(document).analyze(document.text, publishedAt === undefined ? {} : { publishedAt })
    return { id: document.id, actors: actors.map(predictionOf) }
  })
  const { perDocument, ...figures } = evaluate(gold, predictions)
  await print(
    host.stdout,
    flags.json === true ? `${JSON.stringify({ ...figures, perDocument }, null, 2)}\n` : formatFigures(figures),
  )
}

/** One analyser for each target that the documents name. */
function analyzers(options: AnalyzerOptions, locate: <T>(run: () => T) => T): (document: EvaluationDocument) => Analyzer {
  const made = new Map<string, Analyzer>()
  return ({ target, target_names: names = [] }) => {
    const targets: readonly Target[] | undefined =
      target === undefined || options.targets !== undefined ? options.targets : [namedTarget(target, names.filter(isTelling))]
    const key = JSON.stringify(targets ?? null)
    const analyzer = made.get(key) ?? locate(() => createAnalyzer(targets === undefined ? options : { ...options, targets }))
    made.set(key, analyzer)
    return analyzer
  }
}

/** Whether a name has more than one word beside its determiner: "the talks" may mean any. */
const isTelling = (name: string): boolean => /\s/.test(name.replace(/^(?:the|an?|this|that|these|those|such)\s+/i, '').trim())

function checkSet(
  documents: readonly Partial<EvaluationDocument>[],
  gold: readonly Partial<GoldDocument>[],
  docsPath: string,
  goldPath: string,
): void {
  const bad = documents.findIndex(({ id, text }) => typeof id !== 'string' || typeof text !== 'string')
  if (bad >= 0)
    throw new CommandError({
      expected: `{ "id", "text" } on each line of ${docsPath}`,
      got: `another object as number ${bad + 1}`,
      mend: 'adding both as texts',
    })
  const unlabelled = gold.findIndex(({ id, actors }) => typeof id !== 'string' || !Array.isArray(actors))
  if (unlabelled >= 0)
    throw new CommandError({
      expected: `{ "id", "actors": [{ "actor", "names", "stance" }] } on each line of ${goldPath}`,
      got: `another object as number ${unlabelled + 1}`,
      mend: 'adding both',
    })
  const known = new Set(documents.map(({ id }) => id))
  const labelled = new Set(gold.map(({ id }) => id))
  const lone = [...known].filter((id) => !labelled.has(id)).concat([...labelled].filter((id) => !known.has(id)))
  if (lone.length > 0)
    throw new CommandError({
      expected: `the same ids in ${docsPath} and ${goldPath}`,
      got: `${lone.slice(0, 5).join(', ')}${lone.length > 5 ? ', …' : ''} in one only`,
      mend: 'adding them to the other',
    })
}

function formatFigures(figures: Omit<Evaluation, 'perDocument'>): string {
  const share = (value: number): string => value.toFixed(3)
  const rows = [
    ['stance F1', share(figures.stanceF1)],
    ['  precision', share(figures.precision)],
    ['  recall', share(figures.recall)],
    ['macro F1', share(figures.macroF1)],
    ...STANCES.map((stance) => [`  ${stance}`, share(figures.f1[stance])]),
    ['found', share(figures.found)],
    ['actor precision', share(figures.actorPrecision)],
    ['evidence', share(figures.evidence)],
    ['condition', share(figures.condition)],
  ]
  const confusion = [
    ['gold (rows), said (columns)', ...STANCES],
    ...STANCES.map((gold) => [gold, ...STANCES.map((said) => String(figures.confusion[gold][said]))]),
  ]
  return [
    `${figures.documents} documents, ${figures.actors} actors`,
    '',
    ...columns(rows, new Set([1])),
    '',
    ...columns(confusion, new Set([1, 2, 3, 4])),
    '',
  ].join('\n')
}
