import type { Range } from '../document/document'
import { isCondition, isConditionMarker } from '../rules/conditions'
import { phraseEnd, trim } from '../rules/extent'
import type { Reading } from '../rules/scene'
import { makeScene } from '../rules/scene'

/** What the conditional clauses of a sentence demand, as token ranges: of the sentence that told a model that a position depends on something. */
export function demandsIn(reading: Reading, sentence: number): Range[] {
  const scene = makeScene(reading, [], new Map())
  const { document, syntax } = reading
  const { from, to } = document.sentences[sentence]!
  return syntax.clauses.flatMap((clause) => {
    if (clause.marker < from || clause.marker >= to || clause.relation !== 'adverbial') return []
    if (!isConditionMarker(scene, clause) || !isCondition(scene, clause)) return []
    const start = document.norms[clause.marker + 1] === 'that' ? clause.marker + 2 : clause.marker + 1
    const demand = trim(scene, start, phraseEnd(scene, start, to))
    return demand.to > demand.from ? [demand] : []
  })
}
