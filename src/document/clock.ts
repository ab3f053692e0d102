import type { Document } from './document'

/** "16:40", "11.50am", "0930 GMT -": a time of the day with what sets it off. */
const CLOCK =
  /^\(?(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?(?: ?(?:GMT|UTC|[A-Z]{2,3}T)\b)?|\d{4} ?(?:GMT|UTC|[A-Z]{2,3}T)\b|\d{1,2} ?[ap]m\b)\)?(?: ?[-–—:|])?(?=\s)/
const LONGEST = 32

/** Index of the first token after the time with which an item of a live blog starts at `token`, or `token` where there is none. */
export function clockEnd(document: Document, token: number): number {
  const start = document.start[token]!
  if (!/^[(\d]/.test(document.text.charAt(start))) return token
  const match = CLOCK.exec(document.text.slice(start, start + LONGEST))
  if (!match) return token
  let at = token
  while (at < document.length && document.start[at]! < start + match[0].length) at++
  return at < document.length ? at : token
}
