import { otherTalks } from '../data'
import type { PhraseTrie } from '../document/phrases'
import { buildPhraseTrie, phraseWords } from '../document/phrases'
import type { Target } from '../types'
import { FACETS, isEventHead, OTHER, singular } from './event-words'

/** A target made ready for look-ups, once for an analyser. */
export interface CompiledTarget {
  readonly target: Target
  /** Content words of its names. */
  readonly words: ReadonlySet<string>
  readonly heads: ReadonlySet<string>
  /** Names of one word that is no common noun for talks: "Rambouillet", "COP15", "the ministerial". */
  readonly single: ReadonlySet<string>
  readonly venues: ReadonlySet<string>
  /** Their words. */
  readonly venueWords: readonly (readonly string[])[]
  /** Their first words. */
  readonly venueStarts: ReadonlySet<string>
  /** The words of its topics. */
  readonly topicWords: ReadonlySet<string>
  readonly hosts: ReadonlySet<string>
  /** Whether more than the name is known, so that talks elsewhere can be told apart. */
  readonly placed: boolean
}

const PRONOUNS = new Set(['it', 'they', 'them', 'there', 'this', 'that', 'one'])

export interface TargetIndex {
  readonly targets: readonly CompiledTarget[]
  readonly names: PhraseTrie<number>
}

const FUNCTION_WORDS = new Set(
  'the a an of on in at for with to by and or between about over its his her their s first second third new round planned next last upcoming proposed this that these those'.split(
    ' ',
  ),
)

/** @param isActor whether a word is a listed name of an actor, so that it is a party to the talks and not their place. */
export function compileTargets(targets: readonly Target[], isActor: (word: string) => boolean = () => true): TargetIndex {
  const entries: { words: readonly string[]; value: number }[] = []
  const compiled = targets.map((target, index): CompiledTarget => {
    const words = new Set<string>()
    const heads = new Set<string>()
    const single = new Set<string>()
    const names = [target.name, ...(target.aliases ?? [])]
    for (const name of names) {
      const parts = phraseWords(name)
      let from = 0
      while (from < parts.length - 1 && (parts[from] === 'the' || parts[from] === 'a' || parts[from] === 'an')) from++
      const core = parts.slice(from)
      const content = core.filter((w) => !FUNCTION_WORDS.has(w) && !isEventHead(singular(w)))
      if (core.length === 1 && content.length === 1 && !PRONOUNS.has(core[0]!)) single.add(core[0]!)
      if (core.length > 1 && content.length > 0) entries.push({ words: core, value: index })
      for (const w of core) {
        const lemma = singular(w)
        if (isEventHead(lemma)) heads.add(lemma)
        else if (!FUNCTION_WORDS.has(w) && !FACETS.has(lemma)) for (const piece of [w, ...w.split('-')]) words.add(piece)
      }
    }
    for (const extra of [...(target.topics ?? []), ...(target.venues ?? []), ...(target.hosts ?? [])])
      for (const w of phraseWords(extra)) if (!FUNCTION_WORDS.has(w) && w !== 'capital') words.add(w)
    const venues = new Set(
      [...(target.venues ?? []), ...placesIn([target.name, ...(target.aliases ?? [])], isActor)].map((v) =>
        phraseWords(v).join(' '),
      ),
    )
    const venueWords = [...venues].map((venue) => venue.split(' '))
    return {
      target,
      words,
      heads,
      single,
      venues,
      venueWords,
      venueStarts: new Set(venueWords.map((parts) => parts[0]!)),
      topicWords: new Set((target.topics ?? []).flatMap((x) => phraseWords(x))),
      hosts: new Set(target.hosts ?? []),
      placed: (target.venues ?? []).length > 0,
    }
  })
  const claimed = new Set(entries.map((e) => e.words.join(' ')))
  for (const name of otherTalks) {
    const words = phraseWords(name)
    const own = compiled.some(
      (t) =>
        t.target.name.toLowerCase().includes(name.toLowerCase()) ||
        entries.some((e) => e.value >= 0 && ` ${words.join(' ')} `.includes(` ${e.words.join(' ')} `)) ||
        words.every((w) => t.words.has(w) || t.heads.has(singular(w))),
    )
    if (!claimed.has(words.join(' ')) && !own) entries.push({ words, value: OTHER })
  }
  return { targets: compiled, names: buildPhraseTrie(entries) }
}

/** Places that names of talks hold: "the Geneva talks", "ceasefire talks in Moscow". */
function placesIn(names: readonly string[], isActor: (word: string) => boolean): string[] {
  const out: string[] = []
  for (const name of names) {
    const words = name.split(/\s+/)
    words.forEach((word, i) => {
      if (!/^\p{Lu}[\p{L}-]+$/u.test(word)) return
      if (words[i - 1] === 'in' || words[i - 1] === 'at') out.push(word)
      else if (isEventHead(singular((words[i + 1] ?? '').toLowerCase())) && !isActor(word)) out.push(word)
    })
  }
  return out
}
