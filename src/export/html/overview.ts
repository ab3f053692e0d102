import type { ActorStance, Stance } from '../../types'
import type { Markup } from './markup'
import { safe, when } from './markup'
import type { Card, PageContext, Sheet } from './model'
import { nameOfSheet } from './model'
import { capital, LABELS, longDate, percent, shortDate, sign, SPECTRUM, word } from './stances'

/** Who stands where in one text: a column for each stance. */
export function board(sheet: Sheet, { nameOf, several }: PageContext): Markup {
  const targets = [...new Set(sheet.cards.map(({ row }) => row.target))]
  return safe`${targets.map((target) => {
    const columns = SPECTRUM.map((stance) => {
      const found = sheet.cards
        .filter(({ row }) => row.target === target && row.stance === stance)
        .sort((a, b) => b.row.probabilities[stance] - a.row.probabilities[stance])
      return safe`<div class="column s-${stance}">
        <h3>${sign(stance)} ${LABELS[stance]} <span class="count">${found.length}</span></h3>
        ${when(
          found.length > 0,
          () =>
            safe`<ul>
              ${found.map((card) => boardItem(card, stance))}
            </ul>`,
        )}
      </div>`
    })
    return safe`${when(several, () => safe`<p class="of">${capital(nameOf(target))}</p>`)}
      <div class="board">${columns}</div>`
  })}`
}

const boardItem = ({ row, id }: Card, stance: Stance): Markup =>
  safe`<li>
    <a href="#${id}" dir="auto">${row.actor.name}</a> <span class="share">${percent(row.probabilities[stance])}</span>
  </li>`

/** A line of the matrix and of the timeline: an actor with its row in each text, if it has one. */
export interface Lane {
  readonly name: string
  readonly cells: readonly (Card | undefined)[]
}

/** The lanes of a target: actors with a position somewhere first, by their first text. */
export function lanesOf(sheets: readonly Sheet[], target: string): readonly Lane[] {
  const lanes = new Map<string, { name: string; cells: (Card | undefined)[] }>()
  sheets.forEach((sheet, i) => {
    for (const card of sheet.cards) {
      const { actor } = card.row
      if (card.row.target !== target) continue
      const lane = lanes.get(actor.id) ?? { name: actor.name, cells: sheets.map(() => undefined) }
      lane.cells[i] = card
      lanes.set(actor.id, lane)
    }
  })
  const all = [...lanes.values()]
  return [...all.filter(takesPosition), ...all.filter((lane) => !takesPosition(lane))]
}

/** Whether any text shows a position of this actor. */
export const takesPosition = ({ cells }: Lane): boolean => cells.some((cell) => cell !== undefined && cell.row.stance !== 'none')

/** Actors by texts. */
export function matrix(sheets: readonly Sheet[], lanes: readonly Lane[], target: string): Markup {
  const heads = sheets.map((sheet) => {
    const { publishedAt } = sheet.entry
    const [day, year] = publishedAt === undefined ? ['', ''] : shortDate(publishedAt)
    return safe`<th scope="col">
      <a href="#${sheet.id}"
        ><span class="day">${day || `Text ${sheet.entry.index + 1}`}</span> <span class="year">${year}</span
        ><span class="clip" dir="auto">${nameOfSheet(sheet)}</span></a
      >
    </th>`
  })
  const rows = lanes.map(
    ({ name, cells }) =>
      safe`<tr>
        <th scope="row" dir="auto">${name}</th>
        ${cells.map((cell) => matrixCell(cell))}
      </tr>`,
  )
  return safe`<div class="scroll" tabindex="0" role="group" aria-label="Actors by texts: ${target}">
    <table class="matrix">
      <caption class="unseen">
        Stance of each actor in each text: ${target}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function matrixCell(card: Card | undefined): Markup {
  if (card === undefined) return safe`<td class="absent"><span class="unseen">not in this text</span></td>`
  const { stance, probabilities } = card.row
  return safe`<td>
    <a class="cell s-${stance}" href="#${card.id}"
      >${sign(stance)}<span>${LABELS[stance]}</span> <b>${percent(probabilities[stance])}</b></a
    >
  </td>`
}

/** A change from one position to another. */
export interface Change {
  readonly from: ActorStance
  readonly to: Card
  /** Places of the two texts. */
  readonly before: number
  readonly after: number
}

/** Changes between one text that shows a position and the next that does; texts that show none say nothing about a change. */
export function changesOf({ cells }: Lane): readonly Change[] {
  const changes: Change[] = []
  let before: { row: ActorStance; at: number } | undefined
  cells.forEach((card, at) => {
    if (card === undefined || card.row.stance === 'none') return
    if (before !== undefined && before.row.stance !== card.row.stance)
      changes.push({ from: before.row, to: card, before: before.at, after: at })
    before = { row: card.row, at }
  })
  return changes
}

/** The changes in words. */
export function changeList(sheets: readonly Sheet[], lanes: readonly Lane[]): Markup {
  const items = lanes.flatMap((lane) => changesOf(lane).map((change) => ({ name: lane.name, ...change })))
  items.sort((a, b) => a.after - b.after)
  if (items.length === 0) return safe`<p class="nochange">No actor changes its position between these texts.</p>`
  return safe`<ol class="changes">
    ${items.map(({ name, from, to, after }) => {
      const sheet = sheets[after]!
      const { publishedAt } = sheet.entry
      return safe`<li>
        <a href="#${to.id}"><b dir="auto">${name}</b></a>
        <span class="s-${from.stance} tag">${sign(from.stance)} ${word(from.stance)}</span> <span aria-hidden="true">→</span
        ><span class="unseen">to</span> <span class="s-${to.row.stance} tag">${sign(to.row.stance)} ${word(to.row.stance)}</span>
        <span class="when">${publishedAt === undefined ? nameOfSheet(sheet) : longDate(publishedAt)}</span>
      </li>`
    })}
  </ol>`
}
