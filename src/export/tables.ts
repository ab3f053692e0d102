import type { ActorRef, Evidence, StanceProbabilities } from '../types'
import { wellFormed } from './characters'
import type { ExportOptions } from './names'
import { targetNamer } from './names'
import type { Entry, Reports, SourceTexts } from './sources'
import { pair } from './sources'

/** `null` is an empty cell. */
export type Cell = string | number | boolean | null

/** Rows of named cells; every row has every column, in the order of `columns`. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/**
 * - `actors`: a row for each actor, target and text, as in `report.actors`; `conditions` are joined by ` | `.
 * - `statements`: a row for each piece of evidence, by actor; `rules` are ids with a space between them. Positions that nobody answers for come
 *   last, with no actor and no target.
 * - `discourse-network`: the columns of discourse-network coding, a row for each statement that shows a position of an actor. `person` is
 *   whoever says it, in the text's words, where that is not the organisation's name; `agreement` is 1 for support and 0 for opposition. A
 *   position on condition agrees with a concept of its own, the talks' name followed by `, on conditions`.
 */
export type TableName = 'actors' | 'statements' | 'discourse-network'

const SHARES = ['p_support', 'p_oppose', 'p_conditional', 'p_none'] as const

/** The columns of each table. */
export const TABLE_COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  actors: [
    ...['document', 'date', 'actor_id', 'actor', 'code', 'part_of', 'target_id', 'target', 'stance', ...SHARES, 'score'],
    ...['mentions', 'statements', 'conditions', 'model', 'version'],
  ],
  statements: [
    ...['document', 'date', 'actor_id', 'actor', 'code', 'target_id', 'target', 'start', 'end', 'text', 'stance', ...SHARES],
    ...['mode', 'speaker', 'source_id', 'source', 'rules', 'superseded'],
  ],
  'discourse-network': ['document', 'date', 'person', 'organisation', 'concept', 'agreement', 'text'],
}

type Row = Readonly<Record<string, Cell>>

const shares = ({ support, oppose, conditional, none }: StanceProbabilities): Row => ({
  p_support: support,
  p_oppose: oppose,
  p_conditional: conditional,
  p_none: none,
})

/** Halves of surrogate pairs become U+FFFD: no file could hold them. */
const writable = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, typeof cell === 'string' ? wellFormed(cell) : cell]))

const documentOf = ({ id, publishedAt }: Entry): Row => ({ document: id, date: publishedAt ?? null })

/** Projects reports onto a table of plain values: what `toCsv` writes. */
export function toTable(reports: Reports, texts: SourceTexts, name: TableName, options: ExportOptions = {}): Table {
  const entries = pair(reports, texts)
  const nameOf = targetNamer(options)
  const rows = { actors: actorRows, statements: statementRows, 'discourse-network': discourseRows }[name]
  return { columns: TABLE_COLUMNS[name], rows: entries.flatMap((entry) => rows(entry, nameOf)).map(writable) }
}

function actorRows(entry: Entry, nameOf: (id: string) => string): Row[] {
  const { actors, model, version } = entry.report
  return actors.map(({ actor, target, stance, probabilities, score, mentions, evidence, conditions }) => ({
    ...documentOf(entry),
    actor_id: actor.id,
    actor: actor.name,
    code: actor.code ?? null,
    part_of: actor.partOf ?? null,
    target_id: target,
    target: nameOf(target),
    stance,
    ...shares(probabilities),
    score,
    mentions: mentions.length,
    statements: evidence.length,
    conditions: conditions.map(({ text }) => text).join(' | ') || null,
    model,
    version,
  }))
}

function statementRows(entry: Entry, nameOf: (id: string) => string): Row[] {
  const row = (evidence: Evidence, actor: ActorRef | undefined, target: string | undefined): Row => ({
    ...documentOf(entry),
    actor_id: actor?.id ?? null,
    actor: actor?.name ?? null,
    code: actor?.code ?? null,
    target_id: target ?? null,
    target: target === undefined ? null : nameOf(target),
    start: evidence.start,
    end: evidence.end,
    text: evidence.text,
    stance: evidence.stance,
    ...shares(evidence.probabilities),
    mode: evidence.mode,
    speaker: evidence.speaker?.text ?? null,
    source_id: evidence.source?.id ?? null,
    source: evidence.source?.name ?? null,
    rules: evidence.rules.map(({ rule }) => rule).join(' ') || null,
    superseded: evidence.superseded,
  })
  const { actors, unattributed } = entry.report
  return [
    ...actors.flatMap(({ actor, target, evidence }) => evidence.map((e) => row(e, actor, target))),
    ...unattributed.map((e) => row(e, undefined, undefined)),
  ]
}

function discourseRows(entry: Entry, nameOf: (id: string) => string): Row[] {
  return entry.report.actors.flatMap(({ actor, target, evidence }) =>
    evidence
      .filter(({ stance }) => stance !== 'none')
      .map(({ stance, speaker, text }) => ({
        ...documentOf(entry),
        person: speaker === undefined || speaker.text === actor.name ? null : speaker.text,
        organisation: actor.name,
        concept: stance === 'conditional' ? `${nameOf(target)}, on conditions` : nameOf(target),
        agreement: stance === 'oppose' ? 0 : 1,
        text,
      })),
  )
}
