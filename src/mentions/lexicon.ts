import { startsUpper } from '../document/letters'
import type { Actor, DatedName, IsoDate, Target } from '../types'
import type { PhraseTrie } from '../document/phrases'
import { buildPhraseTrie, longestMatch, phraseWords, wordsOfPhrases } from '../document/phrases'

/** What a listed name says about the words that it covers. */
export interface NameSense {
  /** `alias` always means the actor, `metonym` only when it acts, `demonym` only with an office; `outlet` and `phrase` are never actors. */
  readonly type: 'alias' | 'metonym' | 'demonym' | 'outlet' | 'phrase'
  readonly actor: Actor | undefined
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  /** How each word must be written: all in capitals (`US`, not "us"), with a capital, or in any way. */
  readonly capitals: readonly ('all' | 'first' | 'any')[]
}

/** Every listed name in one trie, and the actors by id. */
export interface Lexicon {
  readonly names: PhraseTrie<NameSense>
  readonly actors: ReadonlyMap<string, Actor>
  /** Listed persons by their last name in lower case. */
  readonly surnames: ReadonlyMap<string, readonly Actor[]>
  /** Governments by the country that their code begins with (`AFG`). */
  readonly governments: ReadonlyMap<string, Actor>
}

/** A listed name before it is read. */
interface ListedName extends DatedName {
  readonly type: NameSense['type']
  readonly actor: Actor | undefined
}

/** How each token of a name is written; tokens are sought in the name from left to right, so that "'s" is apart from its word. */
function capitalsOf(name: string, tokens: readonly string[]): ('all' | 'first' | 'any')[] {
  const lower = name.toLowerCase()
  let at = 0
  return tokens.map((token) => {
    const from = lower.indexOf(token, at)
    if (from < 0) return 'any'
    at = from + token.length
    const part = name.slice(from, at)
    if (/^[\p{Lu}.&-]{2,}$/u.test(part)) return 'all'
    return startsUpper(part) ? 'first' : 'any'
  })
}

/** Whether a word of the text is written as the name wants it. */
export const writtenAs = (word: string, capital: 'all' | 'first' | 'any'): boolean =>
  capital === 'any' || (capital === 'all' ? word === word.toUpperCase() : /^[\p{Lu}\p{N}]/u.test(word))

function listed(name: string | DatedName, type: NameSense['type'], actor: Actor | undefined): ListedName {
  return typeof name === 'string' ? { text: name, type, actor } : { ...name, type, actor }
}

function senseOf({ text, type, actor, from, to }: ListedName, words: readonly string[]): NameSense {
  return { type, actor, from, to, capitals: text === text.toLowerCase() ? [] : capitalsOf(text, words) }
}

/** Builds the look-up for a set of actors, once for an analyser. */
export function buildLexicon(actors: readonly Actor[], outlets: readonly string[], phrases: readonly string[]): Lexicon {
  const names: ListedName[] = []
  for (const actor of actors) {
    const own = actor.aliases ?? []
    if (!own.some((a) => (typeof a === 'string' ? a : a.text) === actor.name)) names.push(listed(actor.name, 'alias', actor))
    for (const name of own) names.push(listed(name, 'alias', actor))
    for (const name of actor.metonyms ?? []) names.push(listed(name, 'metonym', actor))
    for (const name of actor.demonyms ?? []) names.push(listed(name, 'demonym', actor))
  }
  for (const name of outlets) names.push(listed(name, 'outlet', undefined))
  for (const name of phrases) names.push(listed(name, 'phrase', undefined))
  const persons = actors.filter(({ kind }) => kind === 'person')
  const words = wordsOfPhrases([...names.map(({ text }) => text), ...persons.map(({ name }) => name)])
  const surnames = new Map<string, Actor[]>()
  for (const [i, actor] of persons.entries()) {
    const last = words[names.length + i]!.at(-1)
    if (last === undefined) continue
    const same = surnames.get(last)
    if (same) same.push(actor)
    else surnames.set(last, [actor])
  }
  const governments = new Map<string, Actor>()
  for (const actor of actors)
    if (actor.kind === 'state' && actor.code?.endsWith('GOV')) governments.set(actor.code.slice(0, 3), actor)
  return {
    names: buildPhraseTrie(names.map((name, i) => ({ words: words[i]!, value: senseOf(name, words[i]!) }))),
    actors: new Map(actors.map((a) => [a.id, a])),
    surnames,
    governments,
  }
}

/** Whether a period covers a day. Without a day every period does. */
export const covers = (period: { from?: IsoDate | undefined; to?: IsoDate | undefined }, day: IsoDate | undefined): boolean =>
  day === undefined || ((period.from === undefined || period.from <= day) && (period.to === undefined || day < period.to))

/** The listed person whom a bare surname means on a day: the only one of that name who then holds an office. */
export function personBySurname(lexicon: Lexicon, surname: string, day: IsoDate | undefined): Actor | undefined {
  if (day === undefined) return undefined
  const holders = (lexicon.surnames.get(surname.toLowerCase()) ?? []).filter(
    (a) => a.offices?.some((o) => covers(o, day)) ?? false,
  )
  return holders.length === 1 ? holders[0] : undefined
}

/** The actor that answers for `actor` on a day: up along `partOf`, for persons through the office that they then hold. */
export function principalOf(lexicon: Lexicon, actor: Actor, day: IsoDate | undefined): Actor {
  let current = actor
  for (let depth = 0; depth < 8; depth++) {
    const office = current.offices?.find((o) => covers(o, day))
    const next = lexicon.actors.get(office?.partOf ?? current.partOf ?? '')
    if (!next || next === current) return current
    current = next
  }
  return current
}

/** Whether a word names a state, a group or an organisation by alias or adjective, so that it is no place of talks. */
export function isStateOrGroup(lexicon: Lexicon, word: string): boolean {
  const norms = phraseWords(word)
  const match = longestMatch(lexicon.names, norms, 0)
  return (
    match?.to === norms.length &&
    match.values.some((s) => (s.type === 'alias' || s.type === 'demonym') && s.actor !== undefined && s.actor.kind !== 'person')
  )
}

/** Venues that no actor is named by ("Kazan"): they are places and never actors. */
export function venuesWithoutActor(targets: readonly Target[], actors: readonly Actor[]): string[] {
  const taken = new Set<string>()
  for (const actor of actors) {
    for (const name of [actor.name, ...(actor.aliases ?? []), ...(actor.metonyms ?? []), ...(actor.demonyms ?? [])])
      taken.add((typeof name === 'string' ? name : name.text).toLowerCase())
  }
  return targets.flatMap((t) => t.venues ?? []).filter((v) => !taken.has(v.toLowerCase()))
}
