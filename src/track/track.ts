import { DemarcheError } from '../errors'
import type { ActorStance, Evidence, IsoDate, Stance } from '../types'
import { STANCES } from '../types'
import type { Change, DatedEvidence, DatedReport, Position, Timeline, TrackOptions } from './types'

/** A row of a text that shows a position. */
interface Sighting {
  readonly id: string | number
  readonly day: IsoDate
  readonly row: ActorStance
}

/**
 * Makes of the reports of dated texts, for each actor and target, a timeline of positions with its changes. The same reports in any order give the
 * same timelines, by actor id and target.
 *
 * Only texts that show a position count: `none` neither makes nor ends one. The texts of one day are taken together: their mean probabilities
 * decide, so that two texts that contradict each other make no change and back on the same day.
 * @throws DemarcheError `options` for a day of publication that there is not, or two reports with the same id that differ
 */
export function track(reports: Iterable<DatedReport>, options: TrackOptions = {}): readonly Timeline[] {
  const minConfidence = options.minConfidence ?? 0
  if (!(minConfidence >= 0 && minConfidence <= 1))
    refuse('`minConfidence` as a probability from 0 to 1', String(minConfidence), 'leaving it out')
  const seen = new Map<string, DatedReport>()
  const sightings = new Map<string, Sighting[]>()
  for (const dated of reports) {
    const day = dayOf(dated)
    if (isRepeated(seen, dated)) continue
    for (const row of dated.report.actors) {
      if (row.stance === 'none' || row.probabilities[row.stance] < minConfidence) continue
      const key = JSON.stringify([row.actor.id, row.target])
      const list = sightings.get(key)
      const sighting: Sighting = { id: dated.id, day, row }
      if (list === undefined) sightings.set(key, [sighting])
      else list.push(sighting)
    }
  }
  return [...sightings.values()].map(timelineOf).sort(byActorAndTarget)
}

function timelineOf(sightings: Sighting[]): Timeline {
  sightings.sort((a, b) => compare(a.day, b.day) || compareIds(a.id, b.id))
  const [first] = sightings
  const positions: Position[] = []
  for (let from = 0; from < sightings.length;) {
    let to = from + 1
    while (to < sightings.length && sightings[to]!.day === sightings[from]!.day) to++
    positions.push(positionOf(sightings.slice(from, to)))
    from = to
  }
  return { actor: first!.row.actor, target: first!.row.target, positions, changes: changesIn(positions) }
}

/** What the texts of one day say, in ascending order of their ids. */
function positionOf(sightings: readonly Sighting[]): Position {
  const mean = (stance: Stance): number =>
    sightings.reduce((sum, { row }) => sum + row.probabilities[stance], 0) / sightings.length
  const probabilities = { support: mean('support'), oppose: mean('oppose'), conditional: mean('conditional'), none: mean('none') }
  let stance: Position['stance'] = 'support'
  for (const other of STANCES) if (other !== 'none' && probabilities[other] > probabilities[stance]) stance = other
  const evidence = sightings.flatMap(({ id, day, row }) =>
    row.evidence.filter(shows(stance)).map((e): DatedEvidence => ({ document: id, publishedAt: day, evidence: e })),
  )
  return {
    publishedAt: sightings[0]!.day,
    stance,
    probabilities,
    score: probabilities.support - probabilities.oppose,
    documents: sightings.map(({ id }) => id),
    evidence,
    conditions: stance === 'conditional' ? sightings.flatMap(({ row }) => row.conditions) : [],
  }
}

const shows =
  (stance: Stance) =>
  (evidence: Evidence): boolean =>
    evidence.stance === stance && !evidence.superseded

function changesIn(positions: readonly Position[]): Change[] {
  return positions.flatMap((position, i) => {
    const before = positions[i - 1]
    if (before === undefined || before.stance === position.stance) return []
    const { stance: to, publishedAt: when, evidence } = position
    return [{ from: before.stance, to, when, last: before.publishedAt, evidence }]
  })
}

/** Whether a report was there before; the same id for another report is an error, as the order would decide between the two. */
function isRepeated(seen: Map<string, DatedReport>, dated: DatedReport): boolean {
  const key = JSON.stringify(dated.id)
  const before = seen.get(key)
  if (before === undefined) {
    seen.set(key, dated)
    return false
  }
  const same = before.publishedAt === dated.publishedAt && JSON.stringify(before.report) === JSON.stringify(dated.report)
  if (!same) refuse('one report for each id', `two that differ for ${key}`, 'giving each text an id of its own')
  return true
}

function dayOf({ id, publishedAt }: DatedReport): IsoDate {
  const day = typeof publishedAt === 'string' && /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(publishedAt) ? publishedAt.slice(0, 10) : ''
  const time = Date.parse(`${day}T00:00:00Z`)
  if (day === '' || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    refuse(
      `a day of publication of ${JSON.stringify(id)}, YYYY-MM-DD`,
      publishedAt === undefined ? 'nothing' : JSON.stringify(publishedAt),
      'adding it, or leaving the report out',
    )
  return day
}

/** In code units, as sorting by locale differs between machines. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Numbers by their value, before texts. */
function compareIds(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return typeof a === typeof b ? compare(String(a), String(b)) : typeof a === 'number' ? -1 : 1
}

const byActorAndTarget = (a: Timeline, b: Timeline): number => compare(a.actor.id, b.actor.id) || compare(a.target, b.target)

function refuse(expected: string, got: string, mend: string): never {
  throw new DemarcheError('options', { expected, got, mend })
}
