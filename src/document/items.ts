import { clockEnd } from './clock'
import type { Document } from './document'

/**
 * Makes the look-up of the time of the day, in minutes, that the item of a live blog around a token bears; undefined where the text is no live blog.
 */
export function itemTimes(document: Document): (token: number) => number | undefined {
  const items: { from: number; minutes: number }[] = []
  for (const { from } of document.sentences) {
    if (from >= document.length || clockEnd(document, from) === from) continue
    const minutes = minutesOf(document.text.slice(document.start[from], document.start[from]! + 12))
    if (minutes !== undefined) items.push({ from, minutes })
  }
  if (items.length < 2) return () => undefined
  return (token) => {
    for (let k = items.length - 1; k >= 0; k--) if (items[k]!.from <= token) return items[k]!.minutes
    return undefined
  }
}

function minutesOf(text: string): number | undefined {
  const match = /^\(?(\d{1,2})(?:[:.]?(\d{2}))?(?::\d{2})? ?([ap])?/i.exec(text)
  if (!match) return undefined
  const half = match[3]?.toLowerCase()
  const hour = Number(match[1]) % (half ? 12 : 24)
  return (hour + (half === 'p' ? 12 : 0)) * 60 + Number(match[2] ?? 0)
}
