import type { ActorStance, Evidence } from '../types'
import type { PredictedActor } from './metrics'

/** A row of a report as `evaluate` takes it. */
export const predictionOf = (row: ActorStance): PredictedActor => ({
  name: row.actor.name,
  mentions: [...new Set(row.mentions.map((mention) => mention.text))],
  stance: row.stance,
  evidence: shownEvidence(row).map((evidence) => evidence.text),
  conditions: row.conditions.map((condition) => condition.text),
})

/** The evidence that shows a row's stance: what has that stance, else all that has any, superseded positions left out. */
export function shownEvidence(row: ActorStance): readonly Evidence[] {
  const current = row.evidence.filter((evidence) => !evidence.superseded && evidence.stance !== 'none')
  const own = current.filter((evidence) => evidence.stance === row.stance)
  return own.length ? own : current
}
