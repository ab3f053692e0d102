import type { IsoDate, Stance, StanceProbabilities } from '../../types'
import type { Markup } from './markup'
import { safe } from './markup'

/** Stances from the one end to the other, as people think of them. */
export const SPECTRUM: readonly Stance[] = ['support', 'conditional', 'oppose', 'none']

/** Headings and labels. */
export const LABELS: Readonly<Record<Stance, string>> = {
  support: 'Support',
  conditional: 'On conditions',
  oppose: 'Oppose',
  none: 'No position',
}

/** The shape of each stance in a box of 12 by 12, so that colour is not the only sign. */
const SHAPES: Readonly<Record<Stance, string>> = {
  support: 'M6 1.2 11.4 10.6H.6Z',
  conditional: 'M6 .4 11.6 6 6 11.6.4 6Z',
  oppose: 'M6 10.8.6 1.4h10.8Z',
  none: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.8a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4Z',
}

/** The shape as a path whose centre is at these coordinates. */
export const shapeAt = (stance: Stance, x: number, y: number): Markup =>
  safe`<path class="f-${stance}" transform="translate(${x - 6} ${y - 6})" d="${SHAPES[stance]}" />`

/** The shape as an icon in running text; hidden from screen readers, so words must stand beside it. */
export const sign = (stance: Stance): Markup =>
  safe`<svg class="sign" viewBox="0 0 12 12" aria-hidden="true"><path class="f-${stance}" d="${SHAPES[stance]}" /></svg>`

/** `94 %`; what is not quite nothing is `<1 %`. */
export const percent = (share: number): string => (share > 0 && share < 0.005 ? '<1 %' : `${Math.round(share * 100)} %`)

/** The stance's name, in lower case, for running text. */
export const word = (stance: Stance): string => LABELS[stance].toLowerCase()

/** One bar for all four probabilities, widest share readable at a glance, with the numbers in words. */
export function bar(probabilities: StanceProbabilities): Markup {
  const parts = SPECTRUM.map((stance) => ({ stance, share: probabilities[stance] }))
  const said = [...parts].sort((a, b) => b.share - a.share).map(({ stance, share }) => `${word(stance)} ${percent(share)}`)
  let x = 0
  const rects = parts.map(({ stance, share }) => {
    const rect = safe`<rect class="f-${stance}" x="${round(x * 100)}" width="${round(share * 100)}" height="8" />`
    x += share
    return rect
  })
  return safe`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${said.join(', ')}">
    ${rects}
  </svg>`
}

const round = (n: number): number => Math.round(n * 100) / 100

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `24 August 2018`; whatever is no such date stays as it is. */
export function longDate(date: IsoDate): string {
  const [, year, month = '', day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}

/** `24 Aug`, with the year in a second part. */
export function shortDate(date: IsoDate): readonly [string, string] {
  const [day, month, year] = longDate(date).split(' ')
  return month === undefined || year === undefined ? [date, ''] : [`${day} ${month.slice(0, 3)}`, year]
}

/** The first letter made large. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
