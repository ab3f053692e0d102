import { attribute } from '../attribution/speakers'
import { defaultActors, defaultRules, outlets, wordClasses } from '../data'
import { readSyntax } from '../document/clauses'
import { readDocument } from '../document/read'
import { readUnits } from '../document/units'
import { findActors } from '../mentions/actors'
import type { Lexicon } from '../mentions/lexicon'
import { buildLexicon, isStateOrGroup, venuesWithoutActor } from '../mentions/lexicon'
import { findNames, impliedDay, tagNames } from '../mentions/names'
import type { TargetIndex, TargetMentions } from '../mentions/targets'
import { compileTargets, findTargets } from '../mentions/targets'
import type { Matcher } from '../rules/pattern/match'
import { createMatcher } from '../rules/pattern/match'
import { slotsOf } from '../rules/reading-slots'
import type { Reading, Votes } from '../rules/votes'
import { castVotes } from '../rules/votes'
import type { Actor, IsoDate, Rule, Target } from '../types'
import type { CharRange } from './given'
import { withHolder, withTarget } from './given'

/** Everything that was read from a text, and what the rules say of it. */
export interface ReadText {
  readonly reading: Reading
  readonly votes: Votes
}

/** How to read one text. */
export interface ReadOptions {
  readonly title?: string
  readonly day?: IsoDate
  /** Takes the first target as understood where the text names no talks. Default false. */
  readonly understood?: boolean
  /** Words that are known to name an actor, in UTF-16 units. Where nothing that was found overlaps them they become an actor of their own. */
  readonly holder?: CharRange
  /** Words that are known to name the first target. */
  readonly target?: CharRange
}

/** Reads texts with one set of actors and rules, for any targets. */
export interface Reader {
  readonly rules: ReadonlyMap<string, Rule>
  compile(targets: readonly Target[]): TargetIndex
  read(text: string, index: TargetIndex, options?: ReadOptions): ReadText
}

/** Rules ready to match. */
interface CompiledRules {
  readonly byId: ReadonlyMap<string, Rule>
  readonly all: Matcher
  readonly boundaries: Matcher
}

const compileRules = (rules: readonly Rule[]): CompiledRules => ({
  byId: new Map(rules.map((rule) => [rule.id, rule])),
  all: createMatcher(rules, wordClasses),
  boundaries: createMatcher(
    rules.filter((rule) => rule.kind === 'boundary'),
    wordClasses,
  ),
})

let builtIn: CompiledRules | undefined
/** The built-in rules take a tenth of a second to compile: once is enough for any number of readers. */
const compiled = (rules: readonly Rule[]): CompiledRules =>
  rules === defaultRules ? (builtIn ??= compileRules(rules)) : compileRules(rules)

let builtInLexicon: Lexicon | undefined
const lexiconOf = (actors: readonly Actor[], venues: readonly string[]): Lexicon => {
  const build = (): Lexicon => buildLexicon(actors, outlets.outlets, [...outlets.phrases, ...venues])
  return actors === defaultActors && venues.length === 0 ? (builtInLexicon ??= build()) : build()
}

/** Makes a reader once for many texts: analysis and training read by the same stages in the same order. */
export function createReader(actors: readonly Actor[], rules: readonly Rule[], targets: readonly Target[] = []): Reader {
  const lexicon = lexiconOf(actors, targets.some((t) => t.venues?.length) ? venuesWithoutActor(targets, actors) : [])
  const { byId, all, boundaries } = compiled(rules)
  return {
    rules: byId,
    compile: (list) => compileTargets(list, (word) => isStateOrGroup(lexicon, word)),
    read(text, index, options = {}) {
      const raw = readDocument(text, options.title)
      const day = options.day ?? impliedDay(raw)
      const names = findNames(raw, lexicon, day)
      const document = tagNames(raw, names)
      const syntax = readSyntax(document, readUnits(document))
      const actors = withHolder(document, syntax, findActors(document, syntax, lexicon, names, day), options.holder)
      const found = withTarget(document, findTargets(document, syntax, actors, index), options.target)
      const targets = options.understood ? understood(found) : found
      const reading: Reading = { document, syntax, actors, targets, attribution: attribute(document, syntax, actors), day }
      const slots = slotsOf(reading)
      const ends = new Set<number>()
      for (const hit of boundaries.matchAll(document, slots)) for (let t = hit.from; t < hit.to; t++) ends.add(t)
      return { reading, votes: castVotes(reading, all.matchAll(document, slots, ends), byId) }
    },
  }
}

const understood = (found: TargetMentions): TargetMentions => ({
  ...found,
  salientAt: (token) => found.salientAt(token) ?? { target: 0, distance: 0 },
})
