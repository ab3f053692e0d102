import type { AnalyzerOptions, StanceReport, Target } from '../../src/index'
import { createAnalyzer, moscowTalks } from '../../src/index'
import type { PredictedDocument } from '../../src/train/metrics'
import { predictionOf } from '../../src/train/predictions'
import type { EvaluationDocument, EvaluationSet } from './documents'

/** How documents are given to the analyser. */
export interface PredictOptions {
  /** What decides: rules and model, rules alone, or the model alone (an analyser without rules). Default `both`. */
  readonly system?: 'both' | 'rules' | 'model'
  /** Gives names such as "the talks" as aliases of the target too, which no user would. Default `false`. */
  readonly bareHeads?: boolean
}

/** A set's reports, by document id, and the same as predictions to be scored. */
export interface SetResult {
  readonly reports: ReadonlyMap<string, StanceReport>
  readonly predictions: readonly PredictedDocument[]
}

/** Analyses each document of a set with its own target and date. */
export function analyzeSet(set: EvaluationSet, options: PredictOptions = {}): SetResult {
  const analyzers = new Map<string, ReturnType<typeof createAnalyzer>>()
  const given: AnalyzerOptions = options.system === 'rules' ? { model: null } : options.system === 'model' ? { rules: [] } : {}
  const reports = new Map<string, StanceReport>()
  for (const document of set.documents) {
    const target = targetOf(document, options.bareHeads)
    const key = JSON.stringify(target)
    const analyzer = analyzers.get(key) ?? createAnalyzer({ ...given, targets: [target] })
    analyzers.set(key, analyzer)
    reports.set(document.id, analyzer.analyze(document.text, document.date === undefined ? {} : { publishedAt: document.date }))
  }
  return { reports, predictions: [...reports].map(([id, report]) => ({ id, actors: report.actors.map(predictionOf) })) }
}

const BUILT_IN = 'the Moscow talks'

/** The target of a document: the built-in one as it is, any other with its name and the phrases that name it. */
export function targetOf(document: EvaluationDocument, bareHeads = false): Target {
  if (document.target === BUILT_IN) return moscowTalks
  const id = document.target
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const aliases = (document.target_names ?? []).filter((name) => bareHeads || !isBareHead(name))
  return { id, name: document.target, aliases }
}

/** Whether a name is one word beside its determiner: "talks", "the meeting". */
const isBareHead = (name: string): boolean => !/\s/.test(name.replace(/^(?:the|an?|this|that|these|those|such)\s+/i, '').trim())
