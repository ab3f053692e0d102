import { grammar } from '../data'
import type { Range } from '../document/document'
import type { Clause } from '../document/clauses'
import { speechKind } from '../document/speech-kinds'
import { phraseEnd, trim } from './extent'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { lastOfPossessors } from './scene'

const DEMAND_VERBS = new Set(grammar.demandVerbs)
/** What stands between a verb of demand and the demand: "wants *to see* an end", "asks *for* a seat". */
const LINKS = /^(on|for|that|out|upon|only|instead|also|to|see|have|is|was|be|,|:)$/
/** Told in the past these still look ahead: "agreed to come but wants …"; "attended but demanded …" does not. */
const PLEDGES =
  /^(agree|accept|welcome|back|support|endorse|approve|promise|pledge|thank|praise|applaud|offer|consent|express|say|hail|confirm)$/

/**
 * The demand that a clause of its own states against a position, for a condition phrase that opens such a clause: "will come, *but wants
 * the prisoners freed*", "We shall be there. *But the list must be changed first.*" Undefined where the phrase opens no clause;
 * null where the clause is another's, or was said at talks that are attended anyway.
 */
export function statedDemand(scene: Scene, m: RuleHit, hit: RuleHit, clauseIndex: number): Range | null | undefined {
  const { clauses, units } = scene.syntax
  const { norms, lemmas } = scene.document
  const first = clauseOpenedBy(scene, m)
  if (!first) return undefined
  const position = clauses[clauseIndex]!
  if (!looksAhead(scene, position)) return null
  const isDemand = (c: Clause): boolean => DEMAND_VERBS.has(lemmas[c.verb.head]!) && !/^(must|should|shall)$/.test(c.verb.modal)
  const reports = speechKind(lemmas[first.verb.head]!) !== undefined
  if ((reports || isDemand(first)) && isAnothers(scene, first, position)) return null
  let clause = first
  for (let depth = 0; depth < 3 && !isDemand(clause); depth++) {
    const said = clauses.find((c) => c.relation === 'complement' && c.parent >= 0 && clauses[c.parent] === clause)
    if (!said) break
    clause = said
  }
  const limit = units[clause.unit]!.to
  let from: number
  if (isDemand(clause)) {
    from = clause.verb.head + 1
    while (from < limit && LINKS.test(norms[from]!)) from++
  } else {
    from = clause.verb.from
    if (clause.subject >= 0) {
      let p = clause.subject
      while (scene.syntax.nounPhrases[p]!.possessor >= 0) p = scene.syntax.nounPhrases[p]!.possessor
      from = Math.min(from, scene.syntax.nounPhrases[p]!.from)
      if (from < m.from) from = clause.verb.from
    }
  }
  return trim(scene, from, phraseEnd(scene, from, limit))
}

/** The first clause whose verb stands in the match of a phrase that opens with a conjunction or a sentence. */
function clauseOpenedBy(scene: Scene, m: RuleHit): Clause | undefined {
  let first: Clause | undefined
  for (const c of scene.syntax.clauses)
    if (c.verb.from >= m.from && c.verb.from < m.to && (!first || c.verb.from < first.verb.from)) first = c
  return first
}

/** Whether a position is still to be acted on: "will", "is ready to", "welcomes", "agreed to". */
function looksAhead({ document }: Scene, { verb }: Clause): boolean {
  const lemma = document.lemmas[verb.head]!
  const word = document.norms[verb.head]!
  if (verb.modal !== '' || verb.form === 'infinitive' || verb.form === 'gerund') return true
  return word === lemma || word === `${lemma}s` || PLEDGES.test(lemma) || lemma === 'be'
}

/** Whether a clause has an actor for its subject that is not the position's. */
function isAnothers(scene: Scene, clause: Clause, position: Clause): boolean {
  const entity = (phrase: number): number =>
    phrase < 0 ? -1 : (scene.actors.entityOf[lastOfPossessors(scene.syntax, phrase)] ?? -1)
  const a = entity(clause.subject)
  const b = entity(position.subject)
  return a >= 0 && b >= 0 && a !== b
}
