import { page } from '../data'
import type { Document, Paragraph } from './document'
import { normalizeText } from './normalize'

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const AGENCY = `(?:${[...page.agencies]
  .sort((a, b) => b.length - a.length)
  .map(escape)
  .join('|')})`
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DATE = `(?:(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?|${WEEKDAY})`
const CAPITALS = "\\p{Lu}[\\p{Lu}'.-]+(?: \\p{Lu}[\\p{Lu}'.-]*){0,3}"
const MIXED = "\\p{Lu}[\\p{L}'.-]+(?: \\p{Lu}[\\p{L}'.-]+){0,2}"
const REGION = `(?:, (?!${MONTH} \\d)\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?)?`
const INITIALS = '\\p{Lu}{2,6}'
const SOURCE = `(?: ?[(\\[](?:${AGENCY}|${INITIALS})(?:[,/ ][^()\\]]{0,30})?[)\\]]| ?/ ?${AGENCY}|, ${AGENCY})`
/** Any outlet in brackets: "(Khaama Press)", "(own correspondent)". */
const OUTLET = '(?: [(\\[]\\p{L}[\\p{L} .&-]{1,40}[)\\]])'
const DASH = '(?: ?(?:--+|[–—]) ?| - |- | -(?=\\S))'
const SECOND = `(?:(?:/| and |, )${CAPITALS})?`

const FORMS: readonly RegExp[] = [
  // KABUL, Aug 27 (Reuters) - ; KABUL — ; NAJAF, Iraq -
  new RegExp(`^(${CAPITALS})${SECOND}${REGION}(?:,? ${DATE})?(?:${SOURCE}|${OUTLET})?(?:,? ${DATE})?${DASH}`, 'u'),
  // KAZAN, September 29. /TASS/.
  new RegExp(`^(${CAPITALS})${REGION}, ${DATE}(?:\\. /${AGENCY}/)?[.:] ?`, 'u'),
  // ISLAMABAD: ; KABUL (Pajhwok):
  new RegExp(`^(${CAPITALS})${REGION}(?:,? ${DATE})?${SOURCE}?: `, 'u'),
  // Reuters - ; (Reuters) -
  new RegExp(`^(?:${AGENCY}|[(\\[]${AGENCY}[)\\]])${DASH}`, 'u'),
  // Kabul, Aug 27 - ; Kabul (Pajhwok): ; New Delhi, India (AP) —
  new RegExp(`^${MIXED}${REGION}(?:(?:, ${DATE})${SOURCE}?|${SOURCE}(?:,? ${DATE})?)(?:${DASH}|: )`, 'u'),
  // Kabul – The ministry
  new RegExp(`^\\p{Lu}[\\p{L}']+(?: \\p{Lu}[\\p{L}']+)?(?: [–—] | -- | - )(?=["']?(?:\\p{Lu}|\\d))(?![^.]* [–—-]+ )`, 'u'),
]
interface Marks {
  readonly dash: boolean
  readonly colon: boolean
  readonly comma: boolean
  /** Whether the line starts with a word in capitals. */
  readonly capitals: boolean
  /** Whether a comma, bracket or slash may set off a source. */
  readonly source: boolean
}

function marksOf(head: string): Marks {
  const comma = head.includes(', ')
  return {
    dash: /[-–—]/.test(head),
    colon: head.includes(': '),
    comma,
    capitals: /^[A-Z\x80-\uffff][A-Z'.\x80-\uffff-]/.test(head),
    source: comma || /[([/]/.test(head),
  }
}

/** What each form has in any case: cheap tests, as most paragraphs start with no dateline. */
const NEEDS: readonly ((marks: Marks) => boolean)[] = [
  ({ capitals, dash }) => capitals && dash,
  ({ capitals, comma }) => capitals && comma,
  ({ capitals, colon }) => capitals && colon,
  ({ dash }) => dash,
  ({ source, dash, colon }) => source && (dash || colon),
  ({ dash }) => dash,
]
const NOT_PLACE: ReadonlySet<string> = new Set(page.notPlaces)
const TITLE = /^(?:MR|MRS|MS|DR|GEN|AMB|SEN|REP|SEC|GOV|COL|LT|CAPT|PROF|H\.E|Q|A)\b|^(?:\p{Lu}\.)+$/u
const LABEL = /(?:^|\n)\s*(?:MR|MS|MRS)?\.? ?[A-Z][A-Z' ]+: /g

/** Length of the dateline with which a paragraph starts, in UTF-16 units of the normalised text, trailing spaces included; else 0. */
export function datelineLength(text: string, inTranscript = false): number {
  const head = text.slice(0, 120).replace(/\n/g, ' ')
  const marks = marksOf(head)
  for (let i = 0; i < FORMS.length; i += 1) {
    if (!NEEDS[i]!(marks)) continue
    const match = FORMS[i]!.exec(head)
    if (match === null) continue
    const place = match[1] ?? /^\p{L}*/u.exec(head)![0]
    if (i === 2 && (inTranscript || place.length < 4)) continue
    if (TITLE.test(place) || NOT_PLACE.has(place) || NOT_PLACE.has(place.split(' ')[0]!)) continue
    if (i === 0 && place.length < 3) continue
    return match[0].length
  }
  return 0
}

/** Whether a text has labels of speakers ("PRICE: ... QUESTION: ..."), so that a label is not the place of a dateline. */
function isTranscript(document: Document): boolean {
  const text = normalizeText(document.text.slice(0, 20_000))
  return (text.match(LABEL)?.length ?? 0) > 1
}

/** Index of the first token after the dateline of a paragraph ("KABUL, Aug 27 - "), or `paragraph.from` where there is none. */
export function datelineEnd(document: Document, paragraph: Paragraph): number {
  if (paragraph.from >= paragraph.to) return paragraph.from
  const start = document.start[paragraph.from]!
  const text = normalizeText(document.text.slice(start, Math.min(document.end[paragraph.to - 1]!, start + 160)))
  let length = datelineLength(text)
  if (length > 0 && /:\s*$/.test(text.slice(0, length)) && isTranscript(document)) length = datelineLength(text, true)
  let at = paragraph.from
  while (at < paragraph.to && document.start[at]! < start + length) at += 1
  return at < paragraph.to ? at : paragraph.from
}
