import { clauseIndex } from '../document/clause-index'
import { wordClasses } from '../data'
import { speechKind } from '../document/speech-kinds'
import type { Stance } from '../types'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { chainOf } from './scene'

/** Acts of bad faith that adversaries charge each other with: "is sabotaging the talks". */
const BAD_FAITH = new Set(wordClasses['oppose-wreck'])
/** What goes on in another's head can only be guessed: "wants the talks to fail". */
const WISHES = /^(want|wish|hope|pray|long|seek|intend|plot|plan|try|threaten)$/
/** Verbs of guessing, not of knowing. */
const GUESSES = /^(think|believe|fear|suspect|feel|imagine|assume|suppose|bet|reckon|worry)$/

/**
 * Whether what another says of a holder is no report but a charge or a guess: it is told with such a verb, or the act is one of bad faith.
 * `told`: whether somebody else than the holder says it; `known`: whether that is an actor.
 */
export function isClaim(scene: Scene, hit: RuleHit, clause: number, stance: Stance, told: boolean, known: boolean): boolean {
  const { lemmas, norms, pos } = scene.document
  const { clauses, units } = scene.syntax
  const { unit } = clauses[clause]!
  const accuses = (k: number): boolean => speechKind(lemmas[clauses[k]!.verb.head]!) === 'accuse'
  const around = clauseIndex(scene.syntax).ofUnit[unit]!
  // "…, its rivals allege", "…, alleged a rival"
  if (around.some((k) => clauses[k]!.relation === 'parenthetical' && accuses(k))) return true
  // "…, the government charged on Thursday"
  const charge = around.find((k) => clauses[k]!.relation === 'root' && clauses[k]!.from >= hit.to && accuses(k))
  const accuser = charge === undefined ? undefined : clauses[charge]!
  if (accuser && accuser.object < 0 && norms[accuser.from - 1] === ',') return true
  for (let t = hit.to; t < units[unit]!.to; t++)
    if (norms[t - 1] === ',' && (norms[t] === 'alleged' || (norms[t] === 'charged' && pos[t] === 'VERB'))) return true
  if (!told) return false
  const heads = [lemmas[hit.head]!, lemmas[clauses[clause]!.verb.head]!]
  if (stance === 'oppose' && heads.some((lemma) => BAD_FAITH.has(lemma) || (known && WISHES.test(lemma)))) return true
  for (const k of chainOf(scene, clause))
    if (k !== clause && clauses[k]!.relation !== 'adverbial' && (accuses(k) || GUESSES.test(lemmas[clauses[k]!.verb.head]!)))
      return true
  return false
}
