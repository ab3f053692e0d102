import type { ActorStance, Evidence, Rule } from '../../types'
import type { Entry } from '../sources'

/** A piece of evidence with its number in the text and its ids in the page. */
export interface Numbered {
  readonly evidence: Evidence
  /** From 1, in reading order. */
  readonly number: number
  /** Id of its place in the card; the place in the article is the same with `h` for `e`. */
  readonly id: string
  readonly place: string
  /** Whose position it is. */
  readonly owner: string
}

/** A row of the report with its numbered evidence. */
export interface Card {
  readonly row: ActorStance
  readonly id: string
  readonly evidence: readonly Numbered[]
}

/** A text with all that the page shows of it. */
export interface Sheet {
  readonly entry: Entry
  readonly id: string
  readonly cards: readonly Card[]
  readonly unattributed: readonly Numbered[]
  /** The headline: the title, or a first paragraph that reads like one. */
  readonly headline?: string
}

/** What all parts of the page need. */
export interface PageContext {
  readonly nameOf: (target: string) => string
  readonly notes: ReadonlyMap<string, string>
  /** Whether the reports are about more than one target. */
  readonly several: boolean
}

/** Notes of rules by their ids. */
export const notesOf = (rules: readonly Rule[]): ReadonlyMap<string, string> =>
  new Map(rules.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note] as const])))

const HEADLINE = /^[^\n]{1,160}(?=\n)/

/** Numbers the evidence of a text and gives everything its id. */
export function makeSheet(entry: Entry): Sheet {
  const id = `t${entry.index + 1}`
  const { actors, unattributed } = entry.report
  const pieces = [
    ...actors.flatMap((row, a) => row.evidence.map((evidence) => ({ evidence, a, owner: row.actor.name }))),
    ...unattributed.map((evidence) => ({ evidence, a: -1, owner: 'Nobody named' })),
  ]
  pieces.sort(
    (one, other) => one.evidence.start - other.evidence.start || one.evidence.end - other.evidence.end || one.a - other.a,
  )
  const numbered = pieces.map(({ evidence, a, owner }, i) => ({
    a,
    piece: { evidence, number: i + 1, id: `${id}-e${i + 1}`, place: `${id}-h${i + 1}`, owner },
  }))
  const of = (a: number): Numbered[] => numbered.filter((n) => n.a === a).map(({ piece }) => piece)
  const first = HEADLINE.exec(entry.full)?.[0].trim()
  const headline = entry.title ?? (first !== undefined && first !== '' && !/[.!?”"’:]$/.test(first) ? first : undefined)
  return {
    entry,
    id,
    cards: actors.map((row, a) => ({ row, id: `${id}-a${a + 1}`, evidence: of(a) })),
    unattributed: of(-1),
    ...(headline === undefined ? {} : { headline }),
  }
}

/** How the page calls a text: by its headline, else by its first words. */
export function nameOfSheet({ headline, entry }: Sheet): string {
  const name = (headline ?? entry.full).trim()
  return name.length <= 80 ? name || entry.id : `${name.slice(0, 79).trimEnd()}…`
}
