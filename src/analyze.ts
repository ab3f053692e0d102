import { defaultActors, defaultModel, defaultRules, moscowTalks } from './data'
import { makeScreen } from './mentions/screen'
import { freeze } from './report/freeze'
import { makeEvidence, makeRows } from './report/report'
import { makeWarnings, noTarget } from './report/warnings'
import type { Dismissal, Reading, Votes } from './rules/votes'
import { combine } from './score/combine'
import type { ReadText } from './score/reader'
import { createReader } from './score/reader'
import { loadStanceModel } from './score/stance-model'
import type { Actor, IsoDate, Rule, StanceModelData, StanceReport, Target } from './types'
import { validateAnalysisOptions, validateInput, validateOptions } from './validate/options'
import { version } from './version'

/** Options of `createAnalyzer`; each has a default. */
export interface AnalyzerOptions {
  /** Talks that stances are about. Default: the Moscow talks on Afghanistan. */
  readonly targets?: readonly Target[]
  /** Actors known by name. Default: `defaultActors`. */
  readonly actors?: readonly Actor[]
  /** Default: `defaultRules`. */
  readonly rules?: readonly Rule[]
  /** What `trainModel` returned, or null for rules alone. Default: the built-in model. */
  readonly model?: StanceModelData | null
  /** Below this probability a stance is reported as `none`. In [0, 1]; default 0. */
  readonly minConfidence?: number
}

/** Options of one analysis. */
export interface AnalysisOptions {
  /** The day of publication, `YYYY-MM-DD`: it decides who holds an office, and whom "Kabul" stands for. */
  readonly publishedAt?: IsoDate
  /** A text that names no target comes back at once, `relevant: false`, without actors. Default false. */
  readonly screen?: boolean
}

/** A text, or a headline apart from its body (offsets then count in title + "\n\n" + text). */
export type TextInput = string | { readonly title?: string; readonly text: string }

/** Every rule match of a text, and why it did or did not count. */
export interface Explanation {
  readonly votes: Votes['votes']
  readonly dismissed: readonly Dismissal[]
  readonly reading: Reading
}

export interface Analyzer {
  analyze(input: TextInput, options?: AnalysisOptions): StanceReport
  explain(input: TextInput, options?: AnalysisOptions): Explanation
}

const NONE_SUPERSEDED: ReadonlySet<never> = new Set()

/** Makes an analyser once for many texts. */
export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
  validateOptions(options)
  const targets = options.targets ?? [moscowTalks]
  const reader = createReader(options.actors ?? defaultActors, options.rules ?? defaultRules, targets)
  const index = reader.compile(targets)
  const model = options.model === null ? null : loadStanceModel(options.model ?? defaultModel)
  const minConfidence = options.minConfidence ?? 0
  let screen: ((text: string) => boolean) | undefined
  const mayName = (text: string): boolean => (screen ??= makeScreen(index, options.actors ?? defaultActors))(text)
  const irrelevant: StanceReport = freeze({
    relevant: false,
    actors: [],
    unattributed: [],
    warnings: [noTarget(targets)],
    model: model?.id ?? null,
    version,
  })

  const read = (input: TextInput, { publishedAt }: AnalysisOptions): ReadText => {
    const { text, title } = typeof input === 'string' ? { text: input } : input
    return reader.read(text, index, {
      ...(title === undefined ? {} : { title }),
      ...(publishedAt === undefined ? {} : { day: publishedAt }),
    })
  }

  return {
    analyze(input, analysis = {}) {
      validateInput(input)
      validateAnalysisOptions(analysis)
      if (analysis.screen === true && !mayName(typeof input === 'string' ? input : `${input.title ?? ''}\n\n${input.text}`))
        return irrelevant
      const text = read(input, analysis)
      const { reading, votes } = text
      const relevant = reading.targets.named.some(Boolean) || votes.votes.length > 0
      if (analysis.screen === true && !relevant) return irrelevant
      return freeze({
        relevant,
        actors: makeRows(
          votes.scene,
          votes.votes,
          index.targets,
          minConfidence,
          model === null ? undefined : (holder, target, ruled) => combine(text, reader.rules, holder, target, ruled, model),
        ),
        unattributed: votes.orphans.map((v) => makeEvidence(reading, [v], NONE_SUPERSEDED)),
        warnings: makeWarnings(reading.document, relevant, targets),
        model: model?.id ?? null,
        version,
      })
    },
    explain(input, analysis = {}) {
      validateInput(input)
      validateAnalysisOptions(analysis)
      const { reading, votes } = read(input, analysis)
      return { votes: votes.votes, dismissed: votes.dismissed, reading }
    },
  }
}

let shared: Analyzer | undefined

/** Analyses a text with the built-in target, actors, rules and model. Never throws on any string. */
export function analyze(input: TextInput, options?: AnalysisOptions): StanceReport {
  shared ??= createAnalyzer()
  return shared.analyze(input, options)
}
