export { track } from './track'
export type { Change, DatedEvidence, DatedReport, Position, Timeline, TrackOptions } from './types'
