import { clauseIndex } from '../document/clause-index'
import type { Clause } from '../document/clauses'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** "in 2021", told in 2021, is no earlier position. */
export function isThisYear(scene: Scene, m: RuleHit): boolean {
  const year = scene.day?.slice(0, 4)
  if (year === undefined) return false
  for (let t = m.from; t < m.to; t++)
    if (/^\d{4}$/.test(scene.document.norms[t]!) && scene.document.norms[t]! >= year) return true
  return false
}

/** "Iran, which quit the talks in May, will return", "after refusing for weeks, it agreed": told before the main verb, as what came before it. */
export function isBackground(scene: Scene, index: number): boolean {
  const { clauses } = scene.syntax
  const { norms } = scene.document
  const { relation, verb, subject, governor } = clauses[index]!
  if (relation === 'participial')
    return norms[verb.from] === 'having' || (verb.form === 'gerund' && norms[verb.from - 1] === 'after')
  if (relation !== 'relative' || verb.form !== 'finite' || verb.modal !== '' || verb.passive) return false
  if (subject !== governor || norms[verb.head] === scene.document.lemmas[verb.head]) return false
  return (clauseIndex(scene.syntax).withSubject.get(governor) ?? []).some((k) => {
    const c = clauses[k]!
    return k !== index && c.unit === clauses[index]!.unit && c.verb.from > verb.to && c.relation === 'root'
  })
}

/** "In February, the group stayed away", told in June; "which walked out in 2005". */
export function inPast(scene: Scene, hit: RuleHit, clause: Clause): boolean {
  const { document, day } = scene
  const { norms } = document
  if (clause.verb.modal !== '' || clause.verb.form !== 'finite' || clause.verb.perfect) return false
  if (norms[clause.verb.from] === document.lemmas[clause.verb.from]) return false
  const sentence = document.sentences[document.sentenceOf[hit.from]!]!
  const from = clause.relation === 'relative' ? clause.from : sentence.from
  const to = clause.relation === 'relative' ? clause.to : sentence.to
  for (let t = from; t < to - 1; t++) {
    if (!/^(in|since)$/.test(norms[t]!) || document.quotationOf[t] !== document.quotationOf[hit.from]) continue
    const next = norms[t + 1]!
    if (/^(19|20)\d\d$/.test(next) && (day === undefined || next < day.slice(0, 4))) return true
    const month = MONTHS.indexOf(next)
    if (month < 0 || /^\d/.test(norms[t + 2] ?? '')) continue
    if (day === undefined ? clause.relation === 'relative' || t < clause.verb.from : month !== Number(day.slice(5, 7)) - 1)
      return true
  }
  return false
}
