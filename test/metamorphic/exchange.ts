import type { Target } from '../../src/index'
import { defaultActors } from '../../src/index'
import table from './states.json'

/** A state and the forms by which texts name it, in the same order for all: name, adjective, people, capital. */
export interface State {
  readonly id: string
  readonly forms: readonly string[]
}

export const states: readonly State[] = table

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const asWords = (forms: readonly string[], flags = 'gu'): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...forms]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|')})(?![\\p{L}\\p{N}])`,
    flags,
  )

export const names = (text: string, state: State): boolean => asWords(withShouted(state.forms), 'u').test(text)

const withShouted = (forms: readonly string[]): string[] => [...forms, ...forms.map((form) => form.toUpperCase())]

/** Exchanges two states in a text, form by form; "a" and "an" follow. */
export function exchange(text: string, a: State, b: State): string {
  const other = new Map<string, string>()
  a.forms.forEach((form, i) => {
    const match = b.forms[i]!
    // where adjective and people are one word, the first form wins
    for (const [from, to] of [
      [form, match],
      [match, form],
    ] as const) {
      if (!other.has(from)) other.set(from, to)
      if (!other.has(from.toUpperCase())) other.set(from.toUpperCase(), to.toUpperCase())
    }
  })
  const swapped = text.replace(asWords([...other.keys()]), (form) => other.get(form)!)
  return swapped.replace(
    asWords([...other.keys()].flatMap((form) => [`a ${form}`, `an ${form}`, `A ${form}`, `An ${form}`])),
    (words) => {
      const [article = '', ...form] = words.split(' ')
      return `${article.slice(0, 1)}${beginsWithVowel(form.join(' ')) ? 'n' : ''} ${form.join(' ')}`
    },
  )
}

const beginsWithVowel = (word: string): boolean => /^(?:[AEIO]|Uz|Ug)/i.test(word)

/**
 * Whether a state may be exchanged in a text: it is neither host nor venue nor in the talks' names; the text names no person or body whose
 * office binds them to it, and uses no longer name that holds one of its forms ("Islamic Republic of Iran", "Tehreek-i-Taliban Pakistan").
 */
export function isFree(state: State, target: Target, text: string): boolean {
  const talks = [
    target.id.replace(/-/g, ' '),
    target.name,
    ...(target.aliases ?? []),
    ...(target.venues ?? []),
    ...(target.hosts ?? []),
  ].join(' | ')
  return !asWords(withShouted(state.forms), 'iu').test(talks) && !fixedNames(state).test(text)
}

const fixed = new Map<string, RegExp>()

/** Names in a text that an exchange of forms would spoil. */
function fixedNames(state: State): RegExp {
  const known = fixed.get(state.id)
  if (known) return known
  const form = asWords(state.forms, 'u')
  const found = defaultActors.flatMap(({ partOf, offices, name, aliases = [] }) => {
    const speaks = partOf === state.id || offices?.some((office) => office.partOf === state.id)
    const all = [name, ...aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text))]
    return [...all.filter((n) => speaks || (form.test(n) && !state.forms.includes(n))), ...(speaks ? all.map(surname) : [])]
  })
  const pattern = found.length > 0 ? asWords(found, 'u') : /(?!)/
  fixed.set(state.id, pattern)
  return pattern
}

const surname = (name: string): string => name.split(' ').at(-1)!
