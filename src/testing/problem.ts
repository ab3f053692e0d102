import type { Document, Range } from '../document/document'
import { OTHER } from '../mentions/targets'
import type { Reading } from '../rules/votes'
import type { Rule } from '../types'
import type { ValueFault } from '../validate/faults'
import { describeFault } from '../validate/faults'

/**
 * What is wrong with a rule, for programs. `schema`: its data; `id`: another rule has the same; `pattern`: it does not compile; `brackets`: an
 * example without exactly one pair; `match`: it matches an example not at all, elsewhere, or more than once; `counter-example`: it matches one;
 * `stance`: an example gives no actor the rule's stance; `order`, `count`, `weight`, `duplicate`, `text`: lint.
 */
export type RuleProblemKind =
  | 'schema'
  | 'id'
  | 'pattern'
  | 'brackets'
  | 'match'
  | 'counter-example'
  | 'stance'
  | 'order'
  | 'count'
  | 'weight'
  | 'duplicate'
  | 'text'

/** One thing that is wrong with a rule, and how to mend it. */
export interface RuleProblem {
  readonly kind: RuleProblemKind
  /** The rule's id, or its place in the list (`#2`) where it has none. */
  readonly rule: string
  /** `pattern`, `examples[1]`, `weight`. */
  readonly field: string
  readonly expected: string
  readonly got: string
  readonly mend: string
  /** The example or counter-example as written. */
  readonly text?: string
  /** Its tokens, as word/part of speech/lemma. */
  readonly tokens?: string
  /** Everything above, to be printed. */
  readonly message: string
}

/** Writes the message of a problem. */
export function problem(parts: Omit<RuleProblem, 'message' | 'tokens'>, reading?: Reading): RuleProblem {
  const { rule, field, text } = parts
  const lines = [`${rule}, ${field}: ${describeFault(parts)}`]
  if (text !== undefined) lines.push(`  text: ${text}`)
  const tokens = reading === undefined ? undefined : tokensOf(reading.document)
  if (reading !== undefined && tokens !== undefined) lines.push(`  tokens: ${tokens}`, `  slots: ${slotsOf(reading)}`)
  return { ...parts, ...(tokens === undefined ? {} : { tokens }), message: lines.join('\n') }
}

/** A fault of a rule's data as a problem. */
export function problemOf(kind: RuleProblemKind, rule: string, { path, expected, got, mend, column }: ValueFault): RuleProblem {
  return problem({
    kind,
    rule,
    field: path || 'rule',
    expected,
    got: column === undefined ? got : `${got} in column ${column}`,
    mend,
  })
}

/** `The/DET/the envoys/NOUN/envoy …`: what patterns are matched with. */
function tokensOf({ words, pos, lemmas, norms }: Document): string {
  return words
    .map((word, t) => [word, pos[t], lemmas[t], ...(norms[t] === word.toLowerCase() ? [] : [norms[t]])].join('/'))
    .join(' ')
}

function slotsOf({ document, targets, actors }: Reading): string {
  const words = ({ from, to }: Range): string => JSON.stringify(document.text.slice(document.start[from], document.end[to - 1]))
  const found = [
    ...targets.mentions.flatMap((m) =>
      m.target >= 0 ? [`<target> ${words(m)}`] : m.target === OTHER ? [`<other> ${words(m)}`] : [],
    ),
    ...actors.mentions.map((m) => `<actor> ${words(m)}`),
  ]
  return found.join(', ') || 'none'
}

/** A rule's id, or its place in the list. */
export const nameOf = (rule: unknown, index: number): string => {
  const id = (rule as Partial<Rule> | null | undefined)?.id
  return typeof id === 'string' && id !== '' ? id : `#${index}`
}
