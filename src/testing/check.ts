import type { AnalyzerOptions, Explanation } from '../analyze'
import { createAnalyzer } from '../analyze'
import { defaultActors, defaultRules, grammar, moscowTalks } from '../data'
import type { Document } from '../document/document'
import type { RuleHit } from '../rules/pattern/match'
import { negate } from '../rules/effects'
import type { Vote } from '../rules/votes'
import type { Actor, CueRule, IsoDate, Rule, Target } from '../types'
import { patternFaults, ruleFaults } from '../validate/rules'
import type { RuleMatcher } from './hits'
import { createRuleMatcher } from './hits'
import type { RuleProblem } from './problem'
import { nameOf, problem, problemOf } from './problem'

/** Options of `checkRules`; each has a default. */
export interface CheckOptions {
  /** The talks that the examples are about. Default: the Moscow talks on Afghanistan. */
  readonly target?: Target
  /** Default: `defaultActors`. */
  readonly actors?: readonly Actor[]
  /** Rules that run beside the checked ones, which take the place of those with the same id. Default: `defaultRules`. */
  readonly beside?: readonly Rule[]
  /** The day on which the examples were written. */
  readonly publishedAt?: IsoDate
}

/** A rule, its place in the list, and its matcher. */
interface Checked {
  readonly rule: Rule
  readonly matcher: RuleMatcher
}

/**
 * Proves rules by their examples: their data is right, ids are unique, patterns compile; each example has one pair of brackets and is matched once,
 * exactly there; no counter-example is matched; and the votes of cues come through the whole pipeline. Nothing is thrown: every problem is
 * returned, in the order of the rules, with words on how to mend it. To prove built-in rules pass `documentedRules`.
 *
 * @example
 * expect(checkRules(myRules).map((problem) => problem.message)).toEqual([])
 */
export function checkRules(rules: readonly Rule[], options: CheckOptions = {}): RuleProblem[] {
  const problems: RuleProblem[][] = rules.map((rule, i) => dataProblems(rule, i))
  const sound: { rule: Rule; index: number }[] = []
  const ids = new Map<string, number>()
  rules.forEach((rule, index) => {
    if (problems[index]!.some(({ kind }) => kind === 'schema' || kind === 'pattern')) return
    const before = ids.get(rule.id)
    if (before !== undefined) {
      const got = `"${rule.id}" at #${before} and at #${index}`
      problems[index]!.push(
        problem({
          kind: 'id',
          rule: rule.id,
          field: 'id',
          expected: 'an id of its own for each rule',
          got,
          mend: 'renaming one of the two',
        }),
      )
      return
    }
    ids.set(rule.id, index)
    sound.push({ rule, index })
  })
  if (sound.length === 0) return problems.flat()

  const all = [...(options.beside ?? defaultRules).filter((rule) => !ids.has(rule.id)), ...sound.map(({ rule }) => rule)]
  const analyzer = createAnalyzer({
    rules: all,
    targets: [options.target ?? moscowTalks],
    actors: options.actors ?? defaultActors,
  } satisfies AnalyzerOptions)
  const boundaries = all.filter((rule) => rule.kind === 'boundary')
  const explain = (text: string): Explanation =>
    analyzer.explain(text, options.publishedAt === undefined ? {} : { publishedAt: options.publishedAt })
  for (const { rule, index } of sound) {
    const checked: Checked = { rule, matcher: createRuleMatcher([rule], boundaries) }
    rule.examples?.forEach((example, k) => problems[index]!.push(...exampleProblems(checked, example, `examples[${k}]`, explain)))
    rule.counterExamples?.forEach((text, k) =>
      problems[index]!.push(...counterProblems(checked, text, `counterExamples[${k}]`, explain)),
    )
  }
  return problems.flat()
}

/** What can be said of a rule without a text. */
function dataProblems(rule: unknown, index: number): RuleProblem[] {
  const name = nameOf(rule, index)
  const out = ruleFaults(rule).map((fault) => problemOf('schema', name, fault))
  const { pattern, examples, id, kind } = Object(rule) as Rule
  if (Array.isArray(examples) ? examples.length === 0 : examples === undefined && out.length === 0) {
    const mend = 'adding a sentence with the match in brackets'
    out.push(problem({ kind: 'count', rule: name, field: 'examples', expected: 'at least one example', got: 'none', mend }))
  }
  if (typeof pattern === 'string' && /\S/.test(pattern)) {
    out.push(...patternFaults({ id, pattern, kind }).map((fault) => problemOf('pattern', name, fault)))
  }
  return out
}

function exampleProblems(
  { rule, matcher }: Checked,
  example: string,
  field: string,
  explain: (text: string) => Explanation,
): RuleProblem[] {
  const about = { rule: rule.id, field, text: example }
  const marked = readBrackets(example)
  if (marked === undefined) {
    const got = `${count(example, '[')} "[" and ${count(example, ']')} "]"`
    return [
      problem({
        ...about,
        kind: 'brackets',
        expected: 'one pair of brackets around the match',
        got,
        mend: 'writing [ before its first word and ] after its last',
      }),
    ]
  }
  const explanation = explain(marked.text)
  const { reading } = explanation
  const { document } = reading
  const hits = matcher.hits(reading)
  const spans = hits.map((hit) => ({ start: document.start[hit.from]!, end: document.end[hit.to - 1]! }))
  const wanted = `a match at [${marked.text.slice(marked.start, marked.end)}] and nowhere else`
  if (spans.length !== 1 || spans[0]!.start !== marked.start || spans[0]!.end !== marked.end) {
    const got =
      spans.length === 0 ? 'no match' : spans.map(({ start, end }) => `[${marked.text.slice(start, end)}]`).join(' and ')
    return [problem({ ...about, kind: 'match', expected: wanted, got, mend: mendMatch(spans, marked) }, reading)]
  }
  return rule.kind === 'cue' ? stanceProblems(rule, about, explanation) : []
}

function mendMatch(spans: readonly { start: number; end: number }[], { start, end }: Marked): string {
  if (spans.length === 0) return 'comparing the pattern with the tokens below, or writing another example'
  if (spans.length === 1 && spans[0]!.start < end && start < spans[0]!.end)
    return 'moving the brackets to the match, or changing where the pattern starts and ends'
  if (spans.length === 1) return 'narrowing the pattern, or moving the brackets'
  return 'narrowing the pattern, or shortening the example to one match'
}

/** The cue's vote must come through the pipeline, for some actor, with its stance or with what the example's own words make of it. */
function stanceProblems(
  rule: CueRule,
  about: { rule: string; field: string; text: string },
  { votes, dismissed, reading }: Explanation,
): RuleProblem[] {
  const own = votes.filter((vote) => vote.hit.rule === rule.id)
  if (own.length === 0) {
    const reasons = [...new Set(dismissed.flatMap(({ hit, reason }) => (hit.rule === rule.id ? [reason] : [])))]
    const got = `none: ${reasons.join('; ') || 'the match was not counted'}`
    const mend = 'naming who holds the position, and the talks, in the example; or setting `holder`'
    return [problem({ ...about, kind: 'stance', expected: `a vote for ${rule.stance} of some actor`, got, mend }, reading)]
  }
  if (own.some((vote) => vote.stance === rule.stance || isTurned(rule, vote, reading.document))) return []
  const got = own.map((vote) => `${vote.stance} of ${reading.actors.entities[vote.holder]?.name ?? 'nobody'}`).join(', ')
  const mend = 'correcting `stance`, or writing an example without words that turn it over'
  return [problem({ ...about, kind: 'stance', expected: `a vote for ${rule.stance} of some actor`, got, mend }, reading)]
}

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'neither',
  'nor',
  'nobody',
  'none',
  'nothing',
  'without',
  'hardly',
  'scarcely',
  'barely',
  'little',
  'few',
])
const REFUSALS = new Set([...grammar.embedding.flip, ...grammar.governingNouns.flip])

/** Whether words outside of the match (a negation, a refusal, a condition) account for another stance than the rule's. */
function isTurned(rule: CueRule, vote: Vote, document: Document): boolean {
  if (vote.modifiers.length > 0) return true
  if (vote.stance === 'conditional' && vote.conditions.some(({ from, to }) => from >= vote.hit.to || to <= vote.hit.from))
    return true
  const outcome = negate(rule, false)
  return outcome !== 'ignore' && outcome.stance === vote.stance && hasNegation(document, vote.hit)
}

function hasNegation({ norms, lemmas, sentenceOf, length }: Document, hit: RuleHit): boolean {
  for (let t = 0; t < length; t += 1) {
    if (sentenceOf[t] !== sentenceOf[hit.from] || (t >= hit.from && t < hit.to && norms[t] !== 'not')) continue
    if (NEGATIONS.has(norms[t]!) || REFUSALS.has(lemmas[t]!)) return true
  }
  return false
}

function counterProblems(
  { rule, matcher }: Checked,
  text: string,
  field: string,
  explain: (text: string) => Explanation,
): RuleProblem[] {
  const about = { rule: rule.id, field, text }
  const { reading } = explain(text)
  const { document } = reading
  return matcher.hits(reading).map((hit) => {
    const got = `[${text.slice(document.start[hit.from], document.end[hit.to - 1])}]`
    return problem(
      {
        ...about,
        kind: 'counter-example',
        expected: 'no match',
        got,
        mend: 'narrowing the pattern, or removing the counter-example',
      },
      reading,
    )
  })
}

interface Marked {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The sentence without its brackets, and what stood between them; undefined unless there is one pair around something. */
function readBrackets(example: string): Marked | undefined {
  const found = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/.exec(example)
  if (found === null) return undefined
  const [, before = '', inside = '', after = ''] = found
  return { text: before + inside + after, start: before.length, end: before.length + inside.length }
}

const count = (text: string, mark: string): number => text.split(mark).length - 1
