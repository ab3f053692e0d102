import { events } from '../data'
import { phraseWords } from '../document/phrases'
import type { Actor } from '../types'
import type { CompiledTarget, TargetIndex } from './target-index'

/**
 * Makes a quick test for texts that cannot name any of the targets: it looks for a word that every way of naming one holds, then for a word for
 * talks of any kind. It may let texts pass that turn out not to name a target, but never holds back one that does.
 */
export function makeScreen(index: TargetIndex, actors: readonly Actor[]): (text: string) => boolean {
  const heads = [...events.heads.strong, ...events.heads.weak, ...events.facets]
  const talks = new RegExp([...new Set(heads.map((h) => escape(h.slice(0, 5))))].join('|'), 'i')
  const tests = index.targets.map((target) => (target.placed ? startsOf(placedWords(target, actors)) : holds(target)))
  return (text) => tests.some((test) => test(text)) && talks.test(text)
}

/** For targets of which only the name is known: any content word. */
function holds({ words }: CompiledTarget): (text: string) => boolean {
  const own = [...words].filter((w) => w.length > 2)
  if (own.length === 0) return () => true
  const pattern = new RegExp(own.map(escape).join('|'), 'i')
  return (text) => pattern.test(text)
}

/**
 * For targets whose place is known: beginnings of words of which one is in each text that names the target, as it is told from other talks by
 * a name of its own, by its place or by its hosts.
 */
function placedWords({ target, single, venueStarts, hosts }: CompiledTarget, actors: readonly Actor[]): readonly string[] {
  const ofHosts = actors
    .filter(({ id, name }) => hosts.has(id) || hosts.has(name))
    .flatMap(({ name, aliases, metonyms, demonyms }) => [name, ...(aliases ?? []), ...(metonyms ?? []), ...(demonyms ?? [])])
  const names = [
    ...[...hosts, ...venueStarts, ...single].map((word) => [word.toLowerCase()]),
    ...[target.name, ...(target.aliases ?? []), ...ofHosts].map((name) =>
      phraseWords(typeof name === 'string' ? name : name.text),
    ),
  ]
  let open = names.map((words) => words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter((part) => part !== ''))
  const starts: string[] = []
  // the fewest: time and again the beginning that most of the names without one have
  for (open = open.filter((parts) => parts.length > 0); open.length > 0;) {
    const counts = new Map<string, number>()
    const candidates = new Set(open.flat())
    for (const start of candidates) counts.set(start, open.filter((parts) => begins(parts, start)).length)
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))[0]!
    starts.push(best)
    open = open.filter((parts) => !begins(parts, best))
  }
  return starts
}

const begins = (parts: readonly string[], start: string): boolean => parts.some((part) => part.startsWith(start))

/** Makes a test for words that begin in one of some ways. */
function startsOf(starts: readonly string[]): (text: string) => boolean {
  const pattern = new RegExp(starts.map(escape).join('|'), 'gi')
  return (text) => {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match.index === 0 || !LETTER.test(text[match.index - 1]!)) return true
      pattern.lastIndex = match.index + 1
    }
    return false
  }
}

const LETTER = /\p{L}/u
const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
