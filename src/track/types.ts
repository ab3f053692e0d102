import type { ActorRef, Evidence, IsoDate, Span, Stance, StanceProbabilities, StanceReport } from '../types'

/** A text's report with its day of publication: what `demarche archive` writes a line for. */
export interface DatedReport {
  /** Tells texts apart: a report whose id was there before counts once. */
  readonly id: string | number
  /** The day of publication, `YYYY-MM-DD`; of a longer time of publication the day counts. */
  readonly publishedAt: string
  readonly report: StanceReport
}

/** Options of `track`. */
export interface TrackOptions {
  /** A stance of a text counts from this probability on. In [0, 1]; default 0. */
  readonly minConfidence?: number
}

/** A piece of evidence and the text that it stands in. */
export interface DatedEvidence {
  readonly document: string | number
  readonly publishedAt: IsoDate
  readonly evidence: Evidence
}

/** What the texts of one day say of an actor's position. */
export interface Position {
  /** The day. */
  readonly publishedAt: IsoDate
  readonly stance: Exclude<Stance, 'none'>
  /** Mean of the texts that show a position. */
  readonly probabilities: StanceProbabilities
  /** P(support) − P(oppose), in [−1, 1]. */
  readonly score: number
  /** Ids of the texts that show a position, in ascending order. */
  readonly documents: readonly (string | number)[]
  /** What shows `stance`, by text and in reading order. */
  readonly evidence: readonly DatedEvidence[]
  /** What the actor demands, where the stance is `conditional`. */
  readonly conditions: readonly Span[]
}

/** A day on which a position differs from the one before. */
export interface Change {
  readonly from: Position['stance']
  readonly to: Position['stance']
  /** The first day of the new position. */
  readonly when: IsoDate
  /** The last day on which the former position was seen. */
  readonly last: IsoDate
  /** What shows the new position. */
  readonly evidence: readonly DatedEvidence[]
}

/** An actor's positions toward a target over time. */
export interface Timeline {
  readonly actor: ActorRef
  /** Id of the target. */
  readonly target: string
  /** One for each day on which a text shows a position, ascending. */
  readonly positions: readonly Position[]
  readonly changes: readonly Change[]
}
