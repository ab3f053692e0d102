import type { StanceReport } from '../../src/index'

/** A change that leaves the stances as they were, or undefined where the text offers no place for it. */
export type Change = (text: string, report: StanceReport) => string | undefined

const ELSEWHERE =
  'The city library will open on Sundays from next spring, after three years in which readers had asked for it. It lends some forty thousand books.'
const WEATHER = 'Rain is expected along the coast until the weekend, and the ferry will run every two hours.'

const paragraphsOf = (text: string): string[] => text.split('\n\n')

/** Puts a paragraph on something else behind the text. */
const addAtEnd: Change = (text) => `${text}\n\n${ELSEWHERE}`

/** Puts a paragraph on something else between two of the text. */
const addInside: Change = (text, report) => {
  const parts = paragraphsOf(text)
  // behind a paragraph that the next one does not take up
  const at = parts.findIndex((_, i) => i >= 2 && i + 1 < parts.length && standsAlone(parts, i + 1, report))
  return at < 0 ? undefined : [...parts.slice(0, at + 1), ELSEWHERE, ...parts.slice(at + 1)].join('\n\n')
}

/** Exchanges two neighbours that take nothing up, where what follows takes nothing up either. */
const reorder: Change = (text, report) => {
  const parts = paragraphsOf(text)
  const at = parts.findIndex(
    (_, i) =>
      i >= 2 && i + 1 < parts.length && [i, i + 1, i + 2].every((k) => k >= parts.length || standsAlone(parts, k, report)),
  )
  if (at < 0) return undefined
  return [...parts.slice(0, at), parts[at + 1]!, parts[at]!, ...parts.slice(at + 2)].join('\n\n')
}

/** The same order of the text, with two paragraphs on something else behind it in either order. */
const unrelatedOrder: Change = (text) => `${text}\n\n${WEATHER}\n\n${ELSEWHERE}`

const straightQuotes: Change = (text) => {
  const straight = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
  return straight === text ? undefined : straight
}

const DATELINE = /^\p{Lu}[\p{Lu} .’'-]{2,30}(?:, (?:\p{L}+\.? \d{1,2}|\d{1,2} \p{L}+))?(?: \([^)\n]{2,30}\))?(?= ?[–—-] ?\S)/mu

/** Another place of writing. */
const otherDateline: Change = (text) => {
  const found = DATELINE.exec(text)?.[0]
  return found === undefined || /MOSCOW/.test(found)
    ? undefined
    : text.replace(found, found.replace(/^[\p{Lu} .’'-]+/u, 'GENEVA'))
}

/** A place of writing where there was none. */
const addDateline: Change = (text) => {
  const parts = paragraphsOf(text)
  const first = parts[1]
  if (DATELINE.test(text) || parts.length < 4 || first === undefined || !/^(?:The|A|An) .{120,}\.$/.test(first)) return undefined
  return [parts[0], `GENEVA - ${first}`, ...parts.slice(2)].join('\n\n')
}

/** Words that tie a paragraph to another, wherever they stand. */
const TIES =
  /\b(?:also|both|too|but|however|meanwhile|instead|later|then|another|others?|same|such|likewise|nor|former|latter|(?:the )?(?:two|three|four|five) (?:sides|countries|parties))\b/i
/** Words that mean somebody or something named before, at the head of a paragraph. */
const POINTS_BACK =
  /^(?:\S+ ){0,5}?(?:he|she|it|its|they|them|their|his|her|him|this|that|these|those|the (?:group|movement|party|ministry|official|spokesman|spokeswoman|minister|envoy|statement|delegation|country|president|government))\b/i

/** Whether a paragraph can be understood without what stands before it: it begins with a name, and nothing in it points back. */
function standsAlone(parts: readonly string[], i: number, report: StanceReport): boolean {
  const part = parts[i]!
  const marks = part.match(/[“”"]/g) ?? []
  if (part.length < 60 || !/[.”"]$/.test(part.trim()) || marks.length % 2 || TIES.test(part) || POINTS_BACK.test(part))
    return false
  const start = parts.slice(0, i).reduce((sum, { length }) => sum + length + 2, 0)
  const inside = report.actors.flatMap(({ mentions }) => mentions).filter((m) => m.start >= start && m.end <= start + part.length)
  inside.sort((a, b) => a.start - b.start)
  return inside.length > 0 && inside[0]!.via === 'alias'
}

export const changes: Readonly<Record<string, Change>> = {
  'a paragraph on something else at the end': addAtEnd,
  'a paragraph on something else inside': addInside,
  'two paragraphs on something else at the end': unrelatedOrder,
  'two unrelated paragraphs in the other order': reorder,
  'straight quotation marks': straightQuotes,
  'another date line': otherDateline,
  'a date line where there was none': addDateline,
}
