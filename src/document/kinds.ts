import { page } from '../data'
import { datelineLength } from './dateline'
import type { ParagraphKind } from './document'
import { groupedValues } from './grouped'

interface Clues {
  /** Beginnings of lines, by their first three characters. */
  readonly starts: ReadonlyMap<string, readonly string[]>
  readonly patterns: readonly RegExp[]
  readonly wholeLine: ReadonlySet<string>
  readonly maxLength: number
}

const byHead = (starts: readonly string[]): Map<string, string[]> =>
  groupedValues(
    starts,
    (start) => start.slice(0, 3),
    (start) => start,
  )

function clues(data: { starts: string[]; patterns: string[]; maxLength: number; wholeLine?: string[] }, flags: string): Clues {
  return {
    starts: byHead(data.starts),
    patterns: data.patterns.map((source) => new RegExp(`^(?:${source})$`, flags)),
    wholeLine: new Set(data.wholeLine ?? []),
    maxLength: data.maxLength,
  }
}

const BYLINE = clues(page.byline, 'u')
const CAPTION = clues(page.caption, 'u')
const RESIDUE = clues(page.residue, 'iu')
const PLACE_AND_DATE = new RegExp(`^(?:${page.byline.capitalPlaceDate})$`, 'i')
const COMMENT_HEAD = new RegExp(`^(?:\\d+ comments?|comments? ?\\(\\d+\\)|${page.residue.commentHeads.join('|')})$`, 'i')
const BLOCK_HEADS: ReadonlySet<string> = new Set(page.residue.blockHeads)

/** No phrase of models/en/page.json is longer than this. */
const LINE_HEAD = 64
/** Longer paragraphs are matched with patterns only where they have a word of photo credits. */
const SHORT = 120
const CREDIT = /photo|image|picture|REUTERS\/|Shutterstock/i
/** Longer paragraphs are body whatever they say. */
const LONGEST = Math.max(BYLINE.maxLength, CAPTION.maxLength, RESIDUE.maxLength)
const ENDS_SENTENCE = /[.;,:…]["')\]]*$/
/** A reporter's name on a line by itself, before a byline. */
const CAPITAL_NAME = /^\p{Lu}{2,} \p{Lu}{2,}$/u
const SPEAKER = /^(?:[A-Z][A-Z.' ]{0,40}:|Q[:.]|A:|\d{1,2}[:.]\d{2}\b)/
const FINITE = /\b(?:is|are|was|were|has|have|had|will|would|said|says|told|asked|added|did|does|do|can|could|may|might)\b/

function fits(clue: Clues, text: string, lower: string): boolean {
  if (text.length > clue.maxLength) return false
  if (clue.wholeLine.has(lower)) return true
  for (const start of clue.starts.get(lower.slice(0, 3)) ?? clue.starts.get(lower.slice(0, 1)) ?? []) {
    if (!lower.startsWith(start) || clue.wholeLine.has(start)) continue
    const next = lower.charAt(start.length)
    if (/[\p{L}\p{N}]/u.test(start.slice(-1)) && /[\p{L}\p{N}]/u.test(next)) continue
    if (!isStatement(text, start)) return true
  }
  if (text.length > SHORT && !CREDIT.test(text)) return false
  return clue.patterns.some((pattern) => pattern.test(text))
}

/** Whether a line that starts like residue ("Follow us …") goes on as prose ("Sources: …" and "Recommended changes were …" do). */
function isStatement(text: string, start: string): boolean {
  if (/[:©]\s?$/.test(start) || start.startsWith('(') || start.split(' ').length > 2) return false
  return /[.!?]["')\]]*$/.test(text) && FINITE.test(text.slice(start.length)) && text.length > 60
}

function pageKind(text: string): ParagraphKind | undefined {
  if (text === '') return undefined
  const lower = text.slice(0, LINE_HEAD).toLowerCase()
  if (BLOCK_HEADS.has(lower) || fits(RESIDUE, text, lower)) return 'residue'
  if (fits(CAPTION, text, lower)) return 'caption'
  if (fits(BYLINE, text, lower) || BYLINE.patterns.some((pattern) => text.length < 60 && pattern.test(capitalised(text))))
    return 'byline'
  return PLACE_AND_DATE.test(text) && /^\p{Lu}{3}/u.test(text) ? 'byline' : undefined
}

/** "BY JOHN SMITH" as "by JOHN SMITH", "AUGUST 27, 2018" as "august 27, 2018": the forms of the byline patterns. */
function capitalised(text: string): string {
  return /^by /i.test(text) ? `by${text.slice(2)}` : text.toLowerCase()
}

function isHeadline(text: string): boolean {
  if (text === '' || text.length > 220 || text.split(' ').length > 32) return false
  if (ENDS_SENTENCE.test(text) && !/^.{1,100} \.\.\.$/.test(text)) return false
  if (
    /^(?:(?:MR|MRS|MS|DR)\.? [A-Z]|(?:Q|QUESTION|MODERATOR|REPORTER|JOURNALIST|HOST|INTERVIEWER)[:.]|A:|\d{1,2}[:.]\d{2}\b)/.test(
      text,
    )
  )
    return false
  return !(/^\p{Lu}{4}/u.test(text) && /\p{Ll}{3}/u.test(text) && datelineLength(text) > 0)
}

function isSubheading(text: string): boolean {
  return (
    text.length <= 80 &&
    text.split(/\s+/).length <= 11 &&
    !ENDS_SENTENCE.test(text) &&
    !/!["')\]]*$/.test(text) &&
    !SPEAKER.test(text) &&
    /^["'(]?[\p{Lu}\d]/u.test(text) &&
    !/^["'].*[,.]["']/.test(text)
  )
}

/**
 * Says what each paragraph of a page is for. `texts` are the paragraphs of the normalised text, trimmed;
 * the first `titles` of them are a title given apart.
 */
export function paragraphKinds(texts: readonly string[], titles: number): ParagraphKind[] {
  const flat = texts.map((text) => (text.length > LONGEST ? '' : /\n|\s{2}/.test(text) ? text.replace(/\s+/g, ' ') : text))
  const kinds = flat.map((text, i): ParagraphKind => (i < titles ? 'headline' : (pageKind(text) ?? 'body')))
  let inBlock = false
  for (let i = titles; i < flat.length; i += 1) {
    const text = flat[i]!
    if (text.length <= LINE_HEAD && BLOCK_HEADS.has(text.toLowerCase())) inBlock = true
    else if (inBlock && isBlockItem(text)) kinds[i] = 'residue'
    else inBlock = false
  }
  const comments = flat.findIndex((text, i) => i > titles && text.length <= LINE_HEAD && COMMENT_HEAD.test(text))
  if (comments >= 0) kinds.fill('residue', comments)
  flat.forEach((text, i) => {
    if (kinds[i] === 'body' && kinds[i + 1] === 'byline' && CAPITAL_NAME.test(text)) kinds[i] = 'byline'
  })
  const first = kinds.indexOf('body')
  const last = kinds.lastIndexOf('body')
  if (titles === 0 && first >= 0 && first < last && isHeadline(flat[first]!)) kinds[first] = 'headline'
  for (let i = Math.max(first, 1); i < last; i += 1) {
    if (kinds[i] === 'body' && isSubheading(flat[i]!)) kinds[i] = 'subheading'
  }
  return kinds
}

function isBlockItem(text: string): boolean {
  return text !== '' && text.length <= 160 && !/[.…]["')\]]*$/.test(text)
}
