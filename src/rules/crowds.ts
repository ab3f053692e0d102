import type { Speaker } from '../attribution/speakers'
import { NOBODY } from '../mentions/entities'
import { verbsOf } from './class-verbs'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'

/** Verbs of coming to talks and of staying away. */
const PRESENCE = new Set([...verbsOf('attend'), ...verbsOf('attend-bare'), ...'meet gather assemble board stay'.split(' ')])

/** Those for whom a headline has no room to name them. */
const SUMMED_UP = /^(?:opponent|critic|rival|foe|supporter|backer|sceptic|skeptic|analyst|expert|exile|other)$/

/**
 * Whether a holder is a number of persons without a name who only come, and say nothing ("two retired diplomats will attend"), or whom a headline sums up
 * ("Opponents call it a mistake").
 */
export function isOnlyCrowd(
  scene: Scene,
  hit: RuleHit,
  holder: number,
  speaker: Speaker | undefined,
  headline: boolean,
): boolean {
  if (holder === NOBODY || scene.actors.entities[holder]!.crowd !== true) return false
  return (
    (headline && SUMMED_UP.test(scene.actors.entities[holder]!.head)) ||
    (speaker?.entity !== holder && PRESENCE.has(scene.document.lemmas[hit.head]!))
  )
}
