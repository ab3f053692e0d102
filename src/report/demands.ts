import type { Range } from '../document/document'
import { conditionsIn } from '../rules/conditions'
import { ownDemand } from '../rules/demands'
import type { Scene } from '../rules/scene'
import { clauseOfHit, clausesBeside } from '../rules/scene'
import { demandOf, requires } from '../rules/stated-demands'
import type { CueRule } from '../types'

/**
 * What a sentence demands that told a model that a position depends on something, as token ranges: its conditions, else what its words of demand
 * ask for ("wants the list changed before it says yes").
 */
export function demandsIn(scene: Scene, sentence: number): Range[] {
  const conditions = conditionsIn(scene, sentence)
  if (conditions.length > 0) return conditions
  for (const hit of scene.bySentence.cues.get(sentence) ?? []) {
    const rule = scene.rules.get(hit.rule) as CueRule
    const clause = clauseOfHit(scene, hit)
    const demand = rule.stance === 'conditional' && !rule.tied && clause >= 0 ? ownDemand(scene, hit, rule, clause) : undefined
    if (demand && demand.to > demand.from) return [demand]
  }
  const { from, to } = scene.document.sentences[sentence]!
  const asks = clausesBeside(scene, from).find((c) => c.verb.head >= from && c.verb.head < to && requires(scene, c))
  const demand = asks && demandOf(scene, asks)
  return demand && demand.to > demand.from ? [demand] : []
}
