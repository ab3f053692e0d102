import type { IsoDate } from '../../types'
import type { Markup } from './markup'
import { safe } from './markup'
import type { Sheet } from './model'
import type { Lane } from './overview'
import { changesOf, takesPosition } from './overview'
import { shapeAt, shortDate, word } from './stances'

const WIDTH = 960
const LEFT = 200
const RIGHT = 40
const ROW = 34
const TOP = 16
/** Labels of dates keep this distance. */
const APART = 62

const DAY = /^\d{4}-\d\d-\d\d$/

/** Where each text stands between 0 and 1: by its date if all have one, else by its place. */
export function positionsOf(dates: readonly (IsoDate | undefined)[]): readonly number[] {
  const times = dates.map((date) => (date !== undefined && DAY.test(date) ? Date.parse(date) : NaN))
  const values = times.some(Number.isNaN) ? dates.map((_, i) => i) : times
  const first = Math.min(...values)
  const span = Math.max(...values) - first
  return values.map((value) => (span === 0 ? 0.5 : (value - first) / span))
}

/** The positions over time: a lane for each actor that takes one, with thick lines where it changes. */
export function timeline(sheets: readonly Sheet[], lanes: readonly Lane[], target: string): Markup {
  const shown = lanes.filter(takesPosition)
  const xs = positionsOf(sheets.map(({ entry }) => entry.publishedAt)).map((p) => Math.round(LEFT + p * (WIDTH - LEFT - RIGHT)))
  const height = TOP + shown.length * ROW + 34
  return safe`<div class="scroll" tabindex="0" role="group" aria-label="Positions over time: ${target}">
    <svg
      class="timeline"
      viewBox="0 0 ${WIDTH} ${height}"
      width="${WIDTH}"
      height="${height}"
      role="img"
      aria-label="Positions over time; the changes are listed below."
    >
      ${shown.map((lane, i) => drawLane(lane, xs, TOP + i * ROW + ROW / 2, sheets))}${axis(sheets, xs, height)}
    </svg>
  </div>`
}

function drawLane(lane: Lane, xs: readonly number[], y: number, sheets: readonly Sheet[]): Markup {
  const at = lane.cells.flatMap((card, i) => (card === undefined || card.row.stance === 'none' ? [] : [i]))
  const [first, last] = [xs[at[0]!]!, xs[at.at(-1)!]!]
  const changes = changesOf(lane).map(
    ({ before, after }) => safe`<line class="change" x1="${xs[before]!}" x2="${xs[after]!}" y1="${y}" y2="${y}" />`,
  )
  const marks = lane.cells.flatMap((card, i) => {
    if (card === undefined) return []
    const { stance } = card.row
    const when = sheets[i]!.entry.publishedAt ?? sheets[i]!.entry.id
    return [safe`<g><title>${lane.name}, ${when}: ${word(stance)}</title>${shapeAt(stance, xs[i]!, y)}</g>`]
  })
  return safe`<line class="rule" x1="0" x2="${WIDTH}" y1="${y + ROW / 2}" y2="${y + ROW / 2}" />
    <text class="name" x="0" y="${y + 4}">${clip(lane.name)}</text
    ><line class="held" x1="${first}" x2="${last}" y1="${y}" y2="${y}" />${changes}${marks}`
}

const clip = (name: string): string => ([...name].length > 27 ? `${[...name].slice(0, 26).join('')}…` : name)

function axis(sheets: readonly Sheet[], xs: readonly number[], height: number): Markup {
  let free = -Infinity
  const order = xs.map((_, i) => i).sort((a, b) => xs[a]! - xs[b]!)
  return safe`${order.map((i) => {
    const { publishedAt, index } = sheets[i]!.entry
    if (xs[i]! < free) return safe``
    free = xs[i]! + APART
    const label = publishedAt === undefined ? `text ${index + 1}` : shortDate(publishedAt).join(' ')
    return safe`<text class="date" x="${xs[i]!}" y="${height - 10}" text-anchor="middle">${label}</text>`
  })}`
}
