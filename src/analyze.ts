import { attribute } from './attribution/speakers'
import { defaultActors, defaultRules, moscowTalks, outlets, wordClasses } from './data'
import { readSyntax } from './document/clauses'
import { readDocument } from './document/read'
import { readUnits } from './document/units'
import { findActors } from './mentions/actors'
import { buildLexicon, isStateOrGroup, venuesWithoutActor } from './mentions/lexicon'
import { findNames, impliedDay, tagNames } from './mentions/names'
import { makeScreen } from './mentions/screen'
import { compileTargets, findTargets, OTHER } from './mentions/targets'
import { freeze } from './report/freeze'
import { makeEvidence, makeRows } from './report/report'
import { makeWarnings, noTarget } from './report/warnings'
import { createMatcher } from './rules/pattern/match'
import { slotsFrom } from './rules/pattern/slots'
import type { Dismissal, Reading, Votes } from './rules/votes'
import { castVotes } from './rules/votes'
import { validateAnalysisOptions, validateInput, validateOptions } from './validate'
import { version } from './version'
import type { Actor, IsoDate, Rule, StanceReport, Target } from './types'

/** Options of `createAnalyzer`; each has a default. */
export interface AnalyzerOptions {
  /** Talks that stances are about. Default: the Moscow talks on Afghanistan. */
  readonly targets?: readonly Target[]
  /** Actors known by name. Default: `defaultActors`. */
  readonly actors?: readonly Actor[]
  /** Default: `defaultRules`. */
  readonly rules?: readonly Rule[]
  /** A stance model, or null for rules alone. */
  readonly model?: null
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
  const rules = options.rules ?? defaultRules
  const actorList = options.actors ?? defaultActors
  const lexicon = buildLexicon(actorList, outlets.outlets, [...outlets.phrases, ...venuesWithoutActor(targets, actorList)])
  const index = compileTargets(targets, (word) => isStateOrGroup(lexicon, word))
  const matcher = createMatcher(rules, wordClasses)
  const ruleById = new Map(rules.map((r) => [r.id, r]))
  const boundaryRules = createMatcher(
    rules.filter((r) => r.kind === 'boundary'),
    wordClasses,
  )
  const minConfidence = options.minConfidence ?? 0
  const mayName = makeScreen(index)
  const irrelevant: StanceReport = freeze({
    relevant: false,
    actors: [],
    unattributed: [],
    warnings: [noTarget(targets)],
    model: null,
    version,
  })

  function read(input: TextInput, analysis: AnalysisOptions): { reading: Reading; votes: Votes } {
    const text = typeof input === 'string' ? input : input.text
    const title = typeof input === 'string' ? undefined : input.title
    const raw = readDocument(text, title)
    const day = analysis.publishedAt ?? impliedDay(raw)
    const names = findNames(raw, lexicon, day)
    const document = tagNames(raw, names)
    const syntax = readSyntax(document, readUnits(document))
    const actors = findActors(document, syntax, lexicon, names, day)
    const targetMentions = findTargets(document, syntax, actors, index)
    const attribution = attribute(document, syntax, actors)
    const reading: Reading = { document, syntax, actors, targets: targetMentions, attribution, day }
    const slots = slotsFrom({
      target: targetMentions.mentions.filter((m) => m.target >= 0),
      other: targetMentions.mentions.filter((m) => m.target === OTHER),
      actor: actors.mentions.flatMap((m) => (m.phrase >= 0 ? [m, syntax.nounPhrases[m.phrase]!] : [m])),
    })
    const boundaries = new Set<number>()
    for (const hit of boundaryRules.matchAll(document, slots)) for (let t = hit.from; t < hit.to; t++) boundaries.add(t)
    const hits = matcher.matchAll(document, slots, boundaries)
    return { reading, votes: castVotes(reading, hits, ruleById) }
  }

  return {
    analyze(input, analysis = {}) {
      validateInput(input)
      validateAnalysisOptions(analysis)
      if (analysis.screen === true && !mayName(typeof input === 'string' ? input : `${input.title ?? ''}\n\n${input.text}`))
        return irrelevant
      const { reading, votes } = read(input, analysis)
      const relevant = reading.targets.named.some(Boolean) || votes.votes.length > 0
      if (analysis.screen === true && !relevant) return irrelevant
      return freeze({
        relevant,
        actors: makeRows(reading, votes.votes, index.targets, minConfidence),
        unattributed: votes.orphans.map((v) => makeEvidence(reading, [v], NONE_SUPERSEDED)),
        warnings: makeWarnings(reading.document, relevant, targets),
        model: null,
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
