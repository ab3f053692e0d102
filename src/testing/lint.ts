import type { Rule } from '../types'
import { patternFaults, ruleFaults } from '../validate/rules'
import type { RuleProblem } from './problem'
import { nameOf, problem, problemOf } from './problem'

/** Options of `lintRules`; each has a default. */
export interface LintOptions {
  /** Whether the list must be sorted by id. Default true. */
  readonly sorted?: boolean
  /** The least number of examples of a rule. Default 2. */
  readonly examples?: number
  /** The least number of counter-examples of a rule. Default 1. */
  readonly counterExamples?: number
  /** The least and the greatest weight of a cue. Default 0.4 to 2.2. */
  readonly weights?: readonly [least: number, greatest: number]
}

/**
 * Checks rules as data, without running them: fields and their values, word classes, order, number of examples, weights, patterns that another rule
 * has too, stray white space. Nothing is thrown: every problem is returned, in the order of the rules.
 */
export function lintRules(rules: readonly Rule[], options: LintOptions = {}): RuleProblem[] {
  const { sorted = true, examples = 2, counterExamples = 1, weights = [0.4, 2.2] } = options
  const ids = new Map<string, number>()
  const patterns = new Map<string, string>()
  return rules.flatMap((rule, index) => {
    const name = nameOf(rule, index)
    const out: RuleProblem[] = []
    const add = (kind: RuleProblem['kind'], field: string, expected: string, got: string, mend: string, text?: string): unknown =>
      out.push(problem({ kind, rule: name, field, expected, got, mend, ...(text === undefined ? {} : { text }) }))
    const faults = ruleFaults(rule)
    out.push(...faults.map((fault) => problemOf('schema', name, fault)))
    if (typeof rule !== 'object' || rule === null) return out
    if (!faults.some(({ path }) => path === 'pattern'))
      out.push(...patternFaults(rule).map((fault) => problemOf('pattern', name, fault)))

    const before = ids.get(rule.id)
    if (before !== undefined)
      add('id', 'id', 'an id of its own for each rule', `"${name}" at #${before} and at #${index}`, 'renaming one of the two')
    else ids.set(rule.id, index)
    const last = rules[index - 1]?.id
    if (sorted && typeof last === 'string' && last > rule.id)
      add('order', 'id', 'rules sorted by id', `"${name}" after "${last}"`, 'moving it up')

    const texts = listOf(rule.examples)
    const counters = listOf(rule.counterExamples)
    if (texts.length < examples)
      add('count', 'examples', `at least ${examples} examples`, String(texts.length), 'adding sentences of another kind')
    if (counters.length < counterExamples)
      add(
        'count',
        'counterExamples',
        `at least ${counterExamples}`,
        String(counters.length),
        'adding a sentence that looks alike but must not match',
      )
    for (const [field, list] of [
      ['examples', texts],
      ['counterExamples', counters],
    ] as const) {
      list.forEach((text, k) => {
        if (typeof text !== 'string') return
        if (text !== text.trim() || /\s{2}/.test(text))
          add('text', `${field}[${k}]`, 'single spaces between words only', 'stray white space', 'removing it', text)
        if (field === 'counterExamples' && /[[\]]/.test(text))
          add('text', `${field}[${k}]`, 'a sentence without brackets', 'brackets', 'removing them: nothing is to match', text)
      })
      const twice = list.find((text, k) => list.indexOf(text) !== k)
      if (twice !== undefined)
        add('text', field, 'each sentence once', 'the same sentence twice', 'writing another', String(twice))
    }

    if (rule.kind === 'cue' && typeof rule.weight === 'number' && (rule.weight < weights[0] || rule.weight > weights[1]))
      add(
        'weight',
        'weight',
        `a weight from ${weights[0]} to ${weights[1]}`,
        String(rule.weight),
        'writing 1 for an ordinary cue, 2 for a plain one',
      )
    if (typeof rule.pattern === 'string') {
      const key = JSON.stringify([
        rule.kind,
        rule.kind === 'cue' ? (rule.holder ?? 'subject') : '',
        rule.pattern.trim().replace(/\s+/g, ' '),
      ])
      const same = patterns.get(key)
      if (same !== undefined)
        add('duplicate', 'pattern', 'a pattern of its own', `the pattern of ${same}`, 'removing one of the two')
      else patterns.set(key, name)
    }
    return out
  })
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
