import { defaultActors, defaultModel, defaultRules, moscowTalks, wordClasses } from './data'
import type { DemarcheErrorCode } from './errors'
import { DemarcheError } from './errors'
import { createMatcher } from './rules/pattern/match'
import { modelFaults } from './score/model-faults'
import type { Actor, BoundaryRule, CueRule, DatedName, GuardRule, ModifierRule, Office, Rule, Target } from './types'
import { STANCES } from './types'

/** One thing that is wrong with a value, and where in it. */
export interface ValueFault {
  /** `rules[2].weight`; empty for the value itself. */
  readonly path: string
  readonly expected: string
  readonly got: string
  readonly mend: string
  /** Whose fault it is, where that has an id: `rule oppose.turn-down`. */
  readonly owner?: string
  /** Default: `options`. */
  readonly code?: DemarcheErrorCode
  /** In a pattern: the column of the fault, from 1, and the pattern. */
  readonly column?: number
  readonly source?: string
}

/** Says everything that is wrong with a value: one fault a line, where there are several. */
export class ValidationError extends DemarcheError {
  /** In the order of the value. */
  readonly faults: readonly ValueFault[]

  constructor(what: string, faults: readonly ValueFault[]) {
    const [first] = faults
    if (first === undefined) throw new TypeError('expected a fault, got none')
    const { path, code = 'options', ...fault } = first
    const sameCode = faults.every((other) => other.code === first.code)
    super(sameCode ? code : 'options', {
      ...fault,
      owner: placeOf({ path, ...(fault.owner === undefined ? {} : { owner: fault.owner }) }, what),
    })
    this.faults = faults
    if (faults.length > 1) {
      const lines = faults.map((fault) => `  ${placeOf(fault, what)}: ${describeFault(fault)}`)
      this.message = `${faults.length} faults in ${what}:\n${lines.join('\n')}`
    }
  }
}

/** "expected …, got … in column 7; mend it by …" */
export const describeFault = ({ expected, got, mend, column }: Omit<ValueFault, 'path'>): string =>
  `expected ${expected}, got ${got}${column === undefined ? '' : ` in column ${column}`}; mend it by ${mend}`

const placeOf = ({ path, owner }: Pick<ValueFault, 'path' | 'owner'>, what: string): string => {
  const place = path === '' ? what : path
  return owner === undefined ? place : `${place}, ${owner}`
}

// Each field of a type is named here once; a field that the type gains is an error of the compiler until it is checked here too.
const ANALYZER_FIELDS = ['targets', 'actors', 'rules', 'model', 'minConfidence']
const ANALYSIS_FIELDS = ['publishedAt', 'screen']
const INPUT_FIELDS = ['title', 'text']
const TARGET_FIELDS = fieldsOf<Target>({ id: 1, name: 1, aliases: 1, hosts: 1, venues: 1, topics: 1, dates: 1 })
const ACTOR_FIELDS = fieldsOf<Actor>({
  id: 1,
  name: 1,
  kind: 1,
  code: 1,
  aliases: 1,
  metonyms: 1,
  demonyms: 1,
  partOf: 1,
  offices: 1,
  gender: 1,
  nominals: 1,
  source: 1,
})
const OFFICE_FIELDS = fieldsOf<Office>({ partOf: 1, role: 1, from: 1, to: 1, source: 1 })
const DATED_NAME_FIELDS = fieldsOf<DatedName>({ text: 1, from: 1, to: 1 })
const BASE = { id: 1, kind: 1, pattern: 1, examples: 1, counterExamples: 1, note: 1 } as const
const RULE_FIELDS: ReadonlyMap<unknown, readonly string[]> = new Map<Rule['kind'], readonly string[]>([
  ['cue', fieldsOf<CueRule>({ ...BASE, stance: 1, weight: 1, holder: 1, negated: 1, factive: 1, tied: 1 })],
  ['modifier', fieldsOf<ModifierRule>({ ...BASE, effect: 1, direction: 1, reach: 1 })],
  ['boundary', fieldsOf<BoundaryRule>(BASE)],
  ['guard', fieldsOf<GuardRule>(BASE)],
])
const KINDS: readonly string[] = ['state', 'group', 'organisation', 'person'] satisfies Actor['kind'][]
const GENDERS: readonly string[] = ['female', 'male'] satisfies Actor['gender'][]
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
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Checks the options of `createAnalyzer`, built-in rules, actors and targets excepted.
 *
 * @throws ValidationError with every fault.
 */
export function validateOptions(options: unknown): void {
  throwIfAny('the options of createAnalyzer', analyzerOptionFaults(options))
}

/**
 * Checks the options of one analysis.
 *
 * @throws ValidationError with every fault.
 */
export function validateAnalysisOptions(options: unknown): void {
  throwIfAny('the options of analyze', analysisOptionFaults(options))
}

/**
 * Checks the text of one analysis: any string, or an object of a text and a headline.
 *
 * @throws ValidationError with every fault.
 */
export function validateInput(input: unknown): void {
  throwIfAny('the text to analyse', inputFaults(input))
}

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
  check.texts('examples', 'sentences with the match in brackets', true)
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

/** Faults of actors in a list: each by itself, ids that come twice, and principals that are not in the list. */
export function actorsFaults(actors: unknown, path = 'actors'): ValueFault[] {
  if (!Array.isArray(actors)) return [notAList(actors, path, 'actors')]
  const known = new Set<unknown>(defaultActors)
  const ids = new Map<unknown, Record<string, unknown>>()
  for (const actor of actors as unknown[]) if (isRecord(actor)) ids.set(actor['id'], actor)
  const principal = (fault: (field: string, got: string) => ValueFault, field: string, id: unknown): ValueFault[] =>
    typeof id !== 'string' || ids.has(id) ? [] : [fault(field, `"${id}"`)]
  return [
    ...actors.flatMap((actor: unknown, i) => {
      const at = `${path}[${i}]`
      const faults = known.has(actor) ? [] : actorFaults(actor, at)
      if (!isRecord(actor) || known.has(actor)) return faults
      const owner = ownerOf('actor', actor)
      const unknownId = (field: string, got: string): ValueFault => ({
        path: join(at, field),
        expected: 'the id of an actor in the list',
        got,
        mend: 'adding that actor, or writing [...defaultActors, yours]',
        ...owner,
      })
      const offices = Array.isArray(actor['offices']) ? (actor['offices'] as unknown[]) : []
      return [
        ...faults,
        ...principal(unknownId, 'partOf', actor['partOf']),
        ...(circular(actor, ids)
          ? [
              {
                path: join(at, 'partOf'),
                expected: 'a principal that does not speak for this actor',
                got: `"${String(actor['partOf'])}"`,
                mend: 'removing the circle',
                ...owner,
              },
            ]
          : []),
        ...offices.flatMap((office, k) =>
          isRecord(office) ? principal(unknownId, `offices[${k}].partOf`, office['partOf']) : [],
        ),
      ]
    }),
    ...duplicateFaults(actors, path, 'actor'),
  ]
}

/** Faults of one actor as data. */
export function actorFaults(actor: unknown, path = ''): ValueFault[] {
  if (!isRecord(actor)) return [notAnObject(actor, path, 'an actor')]
  const check = new Checker(actor, path, ownerOf('actor', actor))
  check.known(ACTOR_FIELDS, 'an actor')
  check.id()
  check.text('name', /\S/, 'a display name', 'writing the name that reports show')
  check.oneOf('kind', KINDS)
  check.text('code', /^[A-Z]+$/, 'a code in capitals ("AFGGOV")', 'writing one, or leaving it out', false)
  for (const field of ['aliases', 'metonyms', 'demonyms']) check.names(field)
  check.text('partOf', ID, 'the id of an actor', 'writing the id of the principal, or leaving it out', false)
  check.oneOf('gender', GENDERS, false)
  check.texts('nominals', 'phrases such as "the group"')
  check.text('source', /\S/, 'where the facts come from', 'writing it, or leaving it out', false)
  check.each('offices', 'offices', (office, at) => officeFaults(office, at, check.owner))
  return check.faults
}

/** Faults of targets in a list: none at all, each by itself, and ids that come twice. */
export function targetsFaults(targets: unknown, path = 'targets'): ValueFault[] {
  if (!Array.isArray(targets)) return [notAList(targets, path, 'targets')]
  if (targets.length === 0)
    return [{ path, expected: 'at least one target', got: 'an empty list', mend: `leaving \`${path}\` out or naming one` }]
  return [
    ...targets.flatMap((target: unknown, i) => (target === moscowTalks ? [] : targetFaults(target, `${path}[${i}]`))),
    ...duplicateFaults(targets, path, 'target'),
  ]
}

/** Faults of one target as data. */
export function targetFaults(target: unknown, path = ''): ValueFault[] {
  if (!isRecord(target)) return [notAnObject(target, path, 'a target')]
  const check = new Checker(target, path, ownerOf('target', target))
  check.known(TARGET_FIELDS, 'a target')
  check.id()
  check.text('name', /\S/, 'the name of the talks', 'writing it as a text would: "the Doha talks"')
  check.texts('aliases', 'further names of the talks')
  check.texts('hosts', 'ids or names of actors')
  check.texts('venues', 'names of places')
  check.texts('topics', 'words for what the talks are about')
  check.each('dates', 'days', (day, at) => dateFaults(day, at, check.owner))
  return check.faults
}

function officeFaults(office: unknown, path: string, owner: Owner): ValueFault[] {
  if (!isRecord(office)) return [{ ...notAnObject(office, path, 'an office'), ...owner }]
  const check = new Checker(office, path, owner)
  check.known(OFFICE_FIELDS, 'an office')
  check.text('partOf', ID, 'the id of an actor', 'writing the id of the principal for which the office speaks')
  check.text('role', /\S/, 'the office in words ("foreign minister")', 'writing it')
  check.text('source', /\S/, 'where the dates come from', 'writing it, or leaving it out', false)
  check.period()
  return check.faults
}

function analyzerOptionFaults(options: unknown): ValueFault[] {
  if (!isRecord(options)) return [notAnObject(options, '', 'options')]
  const check = new Checker(options, '', {})
  check.known(ANALYZER_FIELDS, 'createAnalyzer')
  if (options['targets'] !== undefined) check.faults.push(...targetsFaults(options['targets']))
  if (options['actors'] !== undefined) check.faults.push(...actorsFaults(options['actors']))
  if (options['rules'] !== undefined) check.faults.push(...rulesFaults(options['rules']))
  const model = options['model']
  if (model !== undefined && model !== null && model !== defaultModel) check.faults.push(...modelFaults(model))
  check.number('minConfidence', (n) => n >= 0 && n <= 1, 'a probability from 0 to 1', 'writing 0.5, or leaving it out (0)', false)
  return check.faults
}

function analysisOptionFaults(options: unknown): ValueFault[] {
  if (!isRecord(options)) return [notAnObject(options, '', 'options')]
  const check = new Checker(options, '', {})
  check.known(ANALYSIS_FIELDS, 'analyze')
  if (options['publishedAt'] !== undefined) check.faults.push(...dateFaults(options['publishedAt'], 'publishedAt', {}))
  check.flag('screen')
  return check.faults
}

function inputFaults(input: unknown): ValueFault[] {
  if (typeof input === 'string') return []
  if (!isRecord(input))
    return [{ path: '', expected: 'a string, or { title, text }', got: describe(input), mend: 'passing the text of the article' }]
  const check = new Checker(input, '', {})
  check.known(INPUT_FIELDS, 'a text')
  check.text('text', /(?:)/, 'a string', 'passing the text of the article')
  check.text('title', /(?:)/, 'a string', 'passing the headline, or leaving it out', false)
  return check.faults
}

function dateFaults(day: unknown, path: string, owner: Owner): ValueFault[] {
  return isDay(day)
    ? []
    : [{ path, expected: 'a day, YYYY-MM-DD', got: describe(day), mend: 'writing it as in "2018-08-27"', ...owner }]
}

function duplicateFaults(items: readonly unknown[], path: string, what: string): ValueFault[] {
  const first = new Map<string, number>()
  return items.flatMap((item, i) => {
    const id = isRecord(item) ? item['id'] : undefined
    if (typeof id !== 'string') return []
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, i)
      return []
    }
    const got = `"${id}" as in ${path}[${before}]`
    const fault = {
      path: `${path}[${i}].id`,
      expected: `an id of its own for each ${what}`,
      got,
      mend: 'renaming one of the two',
      owner: `${what} ${id}`,
    }
    return [what === 'rule' ? { ...fault, code: 'rule-duplicate' } : fault]
  })
}

/** Does an actor speak for itself by way of its principals? */
function circular(actor: Record<string, unknown>, ids: ReadonlyMap<unknown, Record<string, unknown>>): boolean {
  const seen = new Set<unknown>()
  for (let at: Record<string, unknown> | undefined = actor; at !== undefined; at = ids.get(at['partOf'])) {
    if (seen.has(at)) return at === actor
    seen.add(at)
    if (at['partOf'] === undefined) return false
  }
  return false
}

type Owner = { readonly owner?: string }

/** Collects the faults of one object. */
class Checker {
  readonly faults: ValueFault[] = []

  constructor(
    private readonly value: Readonly<Record<string, unknown>>,
    private readonly path: string,
    readonly owner: Owner,
  ) {}

  add(field: string, expected: string, got: string, mend: string): void {
    this.faults.push({ path: join(this.path, field), expected, got, mend, ...this.owner })
  }

  /** Fields that the object may not have. */
  known(fields: readonly string[], what: string): void {
    for (const field of Object.keys(this.value)) {
      if (fields.includes(field)) continue
      const near = fields.find((known) => isNear(known, field))
      const mend = near === undefined ? `removing it; there are ${fields.join(', ')}` : `writing "${near}"`
      this.add(field, `a field of ${what}`, `"${field}"`, mend)
    }
  }

  id(): void {
    this.text('id', ID, 'an id in lower case, hyphenated ("afghan-government")', 'writing one that stays the same')
  }

  text(field: string, form: RegExp, expected: string, mend: string, required = true): void {
    const value = this.field(field)
    if (value === undefined && !required) return
    if (typeof value !== 'string' || !form.test(value)) this.add(field, expected, describe(value), mend)
  }

  oneOf(field: string, choices: readonly string[], required = true): void {
    const value = this.field(field)
    if (value === undefined && !required) return
    if (choices.includes(value as string)) return
    const near = typeof value === 'string' ? choices.find((choice) => isNear(choice, value.toLowerCase())) : undefined
    this.add(
      field,
      `one of ${choices.join(', ')}`,
      describe(value),
      near === undefined ? 'taking one of them' : `writing "${near}"`,
    )
  }

  number(field: string, fits: (n: number) => boolean, expected: string, mend: string, required = true): void {
    const value = this.field(field)
    if (value === undefined && !required) return
    if (typeof value !== 'number' || !Number.isFinite(value) || !fits(value)) this.add(field, expected, describe(value), mend)
  }

  flag(field: string): void {
    const value = this.field(field)
    if (value !== undefined && typeof value !== 'boolean')
      this.add(field, 'true or false', describe(value), 'writing one of the two, or leaving it out')
  }

  texts(field: string, what: string, required = false): void {
    if (required && this.field(field) === undefined) return this.add(field, `a list of ${what}`, 'nothing', `adding \`${field}\``)
    this.each(field, what, (item, at) =>
      typeof item === 'string' && item.trim() !== ''
        ? []
        : [{ path: at, expected: 'words', got: describe(item), mend: 'writing them, or removing the entry', ...this.owner }],
    )
  }

  /** Names that may hold for a period only. */
  names(field: string): void {
    this.each(field, 'names', (item, at) => {
      if (typeof item === 'string' && item.trim() !== '') return []
      if (!isRecord(item))
        return [
          { path: at, expected: 'a name, or { text, from, to }', got: describe(item), mend: 'writing the name', ...this.owner },
        ]
      const check = new Checker(item, at, this.owner)
      check.known(DATED_NAME_FIELDS, 'a dated name')
      check.text('text', /\S/, 'a name', 'writing the name')
      check.period()
      return check.faults
    })
  }

  period(): void {
    const from = this.field('from')
    const to = this.field('to')
    for (const [field, day] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (day !== undefined) this.faults.push(...dateFaults(day, join(this.path, field), this.owner))
    }
    if (isDay(from) && isDay(to) && from >= to)
      this.add('to', `a day after ${from}`, `"${to}"`, 'writing the first day after the period')
  }

  each(field: string, what: string, faultsOf: (item: unknown, path: string) => ValueFault[]): void {
    const value = this.field(field)
    if (value === undefined) return
    if (!Array.isArray(value)) return this.add(field, `a list of ${what}`, describe(value), `writing [${describe(value)}]`)
    this.faults.push(...value.flatMap((item: unknown, i) => faultsOf(item, `${join(this.path, field)}[${i}]`)))
  }

  private field(field: string): unknown {
    return Object.hasOwn(this.value, field) ? this.value[field] : undefined
  }
}

function fieldsOf<T>(fields: Readonly<Record<keyof T, 1>>): readonly string[] {
  return Object.keys(fields)
}

function throwIfAny(what: string, faults: readonly ValueFault[]): void {
  if (faults.length > 0) throw new ValidationError(what, faults)
}

const join = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ownerOf = (what: string, value: Readonly<Record<string, unknown>>): Owner =>
  typeof value['id'] === 'string' && value['id'] !== '' ? { owner: `${what} ${value['id']}` } : {}

const notAList = (value: unknown, path: string, what: string): ValueFault => ({
  path,
  expected: `a list of ${what}`,
  got: describe(value),
  mend: `writing them in [ ]`,
})

const notAnObject = (value: unknown, path: string, what: string): ValueFault => ({
  path,
  expected: `${what}, as an object`,
  got: describe(value),
  mend: 'writing its fields in { }',
})

/** A calendar day that there is. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** A value in a few words. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === '') return 'an empty text'
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}

/** At most two letters apart, and no more than a third of the word. */
function isNear(known: string, written: string): boolean {
  if (known.toLowerCase() === written.toLowerCase()) return true
  const most = Math.min(2, Math.floor(known.length / 3))
  if (Math.abs(known.length - written.length) > most) return false
  let row = Array.from({ length: written.length + 1 }, (_, k) => k)
  for (let i = 1; i <= known.length; i += 1) {
    const next = [i]
    for (let k = 1; k <= written.length; k += 1)
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (known[i - 1] === written[k - 1] ? 0 : 1)))
    row = next
  }
  return row[written.length]! <= most
}
