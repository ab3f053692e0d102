import { defaultRules, wordClasses } from '../data'
import { DemarcheError } from '../errors'
import { createMatcher } from '../rules/pattern/match'
import type { BoundaryRule, CueRule, GuardRule, ModifierRule, Rule } from '../types'
import { STANCES } from '../types'
import { Checker } from './checker'
import type { ValueFault } from './faults'
import { fieldsOf } from './fields'
import { duplicateFaults, notAList, notAnObject } from './lists'
import { ownerOf } from './owner'
import { isRecord, join } from './values'

const BASE = { id: 1, kind: 1, pattern: 1, examples: 1, counterExamples: 1, note: 1 } as const
const RULE_FIELDS: ReadonlyMap<unknown, readonly string[]> = new Map<Rule['kind'], readonly string[]>([
  ['cue', fieldsOf<CueRule>({ ...BASE, stance: 1, weight: 1, holder: 1, negated: 1, factive: 1, tied: 1 })],
  ['modifier', fieldsOf<ModifierRule>({ ...BASE, effect: 1, direction: 1, reach: 1 })],
  ['boundary', fieldsOf<BoundaryRule>(BASE)],
  ['guard', fieldsOf<GuardRule>(BASE)],
])

const HOLDERS: readonly string[] = ['subject', 'object', 'speaker', 'possessor', 'participants'] satisfies CueRule['holder'][]
const EFFECTS: readonly string[] = [
  'negation',
  'condition',
  'hedge',
  'earlier',
  'hypothetical',
  'undecided',
] satisfies ModifierRule['effect'][]
const DIRECTIONS: readonly string[] = ['forward', 'backward', 'both'] satisfies ModifierRule['direction'][]

/** Weights are above 0 and at most this. */
export const MAX_WEIGHT = 4
/** Modifiers reach at most this many tokens. */
export const MAX_REACH = 60

const RULE_ID = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/

/** Faults of rules in a list: each by itself, ids that come twice, and patterns that do not compile. */
export function rulesFaults(rules: unknown, path = 'rules'): ValueFault[] {
  if (!Array.isArray(rules)) return [notAList(rules, path, 'rules')]
  const known = new Set<unknown>(defaultRules)
  return [
    ...rules.flatMap((rule: unknown, i) => {
      if (known.has(rule)) return []
      const faults = ruleFaults(rule, `${path}[${i}]`)
      return faults.some((fault) => fault.path === `${path}[${i}]` || fault.path.endsWith('.pattern'))
        ? faults
        : [...faults, ...patternFaults(rule as Rule, `${path}[${i}]`)]
    }),
    ...duplicateFaults(rules, path, 'rule'),
  ]
}

/** Faults of one rule as data. Whether its pattern can be read is `patternFaults`. */
export function ruleFaults(rule: unknown, path = ''): ValueFault[] {
  if (!isRecord(rule)) return [notAnObject(rule, path, 'a rule')]
  const owner = ownerOf('rule', rule)
  const kind = rule['kind']
  const fields = RULE_FIELDS.get(kind)
  const check = new Checker(rule, path, owner)
  check.text(
    'id',
    RULE_ID,
    'an id in lower case, dotted and hyphenated ("oppose.turn-down")',
    'writing one that no other rule has',
  )
  check.text('pattern', /\S/, 'a pattern on one line', 'writing the words that the rule matches: "turn<VERB> down <target>"')
  if (fields === undefined) {
    check.oneOf('kind', [...RULE_FIELDS.keys()] as string[])
    return check.faults
  }
  check.known(fields, `a ${String(kind)}`)
  check.texts('examples', 'sentences with the match in brackets')
  check.texts('counterExamples', 'sentences that the rule must not match')
  check.text('note', /\S/, 'a note', 'writing why the rule is as it is, or leaving it out', false)
  if (kind === 'cue') {
    check.oneOf('stance', STANCES)
    check.number(
      'weight',
      (n) => n > 0 && n <= MAX_WEIGHT,
      `a weight above 0 and at most ${MAX_WEIGHT}`,
      'writing 1 for an ordinary cue, 2 for a plain one',
    )
    check.oneOf('holder', HOLDERS, false)
    check.oneOf('negated', [...STANCES, 'ignore'], false)
    check.flag('factive')
    check.flag('tied')
  }
  if (kind === 'modifier') {
    check.oneOf('effect', EFFECTS)
    check.oneOf('direction', DIRECTIONS, false)
    check.number(
      'reach',
      (n) => Number.isInteger(n) && n >= 1 && n <= MAX_REACH,
      `a whole number of tokens from 1 to ${MAX_REACH}`,
      'writing how far the scope reaches, or leaving it out (12)',
      false,
    )
  }
  return check.faults
}

/** Faults of a rule's pattern: it cannot be read, is empty or too large, or names a word class that there is not. */
export function patternFaults(rule: Pick<Rule, 'id' | 'pattern' | 'kind'>, path = ''): ValueFault[] {
  try {
    createMatcher([rule], wordClasses)
    return []
  } catch (error) {
    if (!(error instanceof DemarcheError)) throw error
    const { owner, ...fault } = error.fault
    const inClass = owner?.startsWith('class ') === true ? ` in ${owner}` : ''
    return [{ ...fault, path: join(path, 'pattern'), code: error.code, got: `${fault.got}${inClass}`, owner: `rule ${rule.id}` }]
  }
}
