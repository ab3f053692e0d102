import type { StanceReport } from '../../src/index'
import { matchActors } from '../../src/train/metrics'
import { calibrationError, reliability } from '../../src/train/scores'
import type { Stance } from '../../src/types'
import { STANCES } from '../../src/types'
import type { EvaluationSet } from './documents'
import { predictionOf } from '../../src/train/predictions'

/** One actor's probabilities and its gold label. */
export interface Sureness {
  readonly probabilities: readonly number[]
  readonly gold: Stance
}

/** The probabilities of all reported actors that the gold lists too. */
export function surenessOf({ gold }: EvaluationSet, reports: ReadonlyMap<string, StanceReport>): Sureness[] {
  return gold.flatMap(({ id, actors }) => {
    const rows = reports.get(id)?.actors ?? []
    return [...matchActors(actors, rows.map(predictionOf)).byGold].map(([g, p]) => ({
      probabilities: STANCES.map((stance) => rows[p]!.probabilities[stance]),
      gold: actors[g]!.stance,
    }))
  })
}

/** Calibration error, and the precision of stances at three confidences, in one line. */
export function calibrationLine(actors: readonly Sureness[]): string {
  const gold = actors.map((a) => STANCES.indexOf(a.gold))
  const ece = calibrationError(
    reliability(
      gold,
      actors.map((a) => a.probabilities),
    ),
  )
  const precisions = [0.5, 0.7, 0.9].map((confidence) => {
    const said = actors
      .map((a) => ({
        most: Math.max(...a.probabilities),
        stance: STANCES[a.probabilities.indexOf(Math.max(...a.probabilities))],
        gold: a.gold,
      }))
      .filter(({ most, stance }) => stance !== 'none' && most >= confidence)
    const right = said.filter(({ stance, gold: label }) => stance === label).length
    return `${confidence}: ${(right / Math.max(1, said.length)).toFixed(3)} of ${said.length}`
  })
  return `calibration error ${ece.toFixed(3)} on ${actors.length} actors; precision of stances from confidence ${precisions.join(', ')}`
}
