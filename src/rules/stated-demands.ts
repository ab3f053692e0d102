import { grammar } from '../data'
import { clauseIndex } from '../document/clause-index'
import { startOfPhrase } from '../document/phrase-start'
import type { Range } from '../document/document'
import type { Clause } from '../document/clauses'
import { speechKind } from '../document/speech-kinds'
import { beforePart, phraseEnd, trim } from './extent'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { clausesBeside, lastOfPossessors } from './scene'

const DEMAND_VERBS = new Set(grammar.demandVerbs)
/** What stands between a verb of demand and the demand: "wants *to see* an end", "asks *for* a seat". */
const LINKS = /^(on|for|that|out|upon|only|instead|also|to|see|have|is|was|be|,|:)$/
/** "Our condition is …": what follows is demanded. */
const NAMES_DEMAND = /^(demand|condition|precondition|requirement|request|proposal|wish|price|term|proviso|stipulation)$/
/** Told in the past these still look ahead: "agreed to come but wants …"; "attended but demanded …" does not. */
const PLEDGES =
  /^(agree|accept|welcome|back|support|endorse|approve|promise|pledge|thank|praise|applaud|offer|consent|express|say|hail|confirm)$/

/**
 * The demand that a clause of its own states against a position, for a condition phrase that opens such a clause: "will come, *but wants
 * the prisoners freed*", "We shall be there. *But the list must be changed first.*" Undefined where the phrase opens no clause;
 * null where the clause is another's, or was said at talks that are attended anyway.
 */
export function statedDemand(scene: Scene, m: RuleHit, hit: RuleHit, index: number): Range | null | undefined {
  const { clauses } = scene.syntax
  const { lemmas } = scene.document
  const first = clauseOpenedBy(scene, m)
  if (!first) return undefined
  const position = clauses[index]!
  if (!looksAhead(scene, position)) return null
  const reports = speechKind(lemmas[first.verb.head]!) !== undefined
  if ((reports || isDemand(scene, first)) && isAnothers(scene, first, position)) return null
  return demandOf(scene, first)
}

/** The demand of the clause that a phrase opens, if it opens one. */
export function openedDemand(scene: Scene, m: RuleHit): Range | undefined {
  const first = clauseOpenedBy(scene, m)
  return first && demandOf(scene, first)
}

/** What a clause demands, as a token range. */
export function demandOf(scene: Scene, clause: Clause): Range {
  const limit = scene.syntax.units[clause.unit]!.to
  const from = demanded(scene, clause, limit)
  return beforePart(scene, trim(scene, from, phraseEnd(scene, from, limit)))
}

/**
 * Where a demand begins that a clause states, in the clause itself or in what it reports: after a verb of demand ("wants *the list changed*"),
 * or with its subject ("said *the prisoners must go first*").
 */
export function demanded(scene: Scene, first: Clause, limit: number): number {
  const { clauses, nounPhrases } = scene.syntax
  const { norms, lemmas } = scene.document
  let clause = first
  for (let depth = 0; depth < 3 && !isDemand(scene, clause); depth++) {
    const said = clauseIndex(scene.syntax)
      .ofUnit[clause.unit]!.map((k) => clauses[k]!)
      .find((c) => c.relation === 'complement' && c.parent >= 0 && clauses[c.parent] === clause)
    if (!said || said.verb.from >= limit) break
    clause = said
  }
  if (isDemand(scene, clause)) {
    let from = clause.verb.head + 1
    while (from < limit && LINKS.test(norms[from]!)) from++
    return from
  }
  if (clause.subject >= 0 && NAMES_DEMAND.test(lemmas[nounPhrases[clause.subject]!.head]!) && lemmas[clause.verb.head] === 'be')
    return clause.verb.to
  const from = clause.subject >= 0 ? Math.min(clause.verb.from, startOfPhrase(nounPhrases, clause.subject)) : clause.verb.from
  return from < first.from ? clause.verb.from : from
}

/** Whether a clause's verb demands: "wants", "insists on". */
const isDemand = ({ document: { norms, lemmas } }: Scene, { verb }: Clause): boolean => {
  const lemma = lemmas[verb.head]!
  const demands = DEMAND_VERBS.has(lemma) || (lemma === 'ask' && /^(for|that)$/.test(norms[verb.to] ?? ''))
  return demands && !/^(must|should|shall)$/.test(verb.modal)
}

/** Whether a clause states what is required: "wants the list changed", "the list must change", "our condition is a new list". */
export function requires(scene: Scene, clause: Clause): boolean {
  const { norms, lemmas } = scene.document
  const { subject, verb } = clause
  if (isDemand(scene, clause) || /^(must|should)$/.test(verb.modal)) return true
  if (verb.to - verb.from > 1 && /^(have|need)$/.test(lemmas[verb.from]!) && norms[verb.from + 1] === 'to') return true
  if (verb.from > 1 && norms[verb.from - 1] === 'to' && /^(have|need)$/.test(lemmas[verb.from - 2]!)) return true
  return subject >= 0 && NAMES_DEMAND.test(lemmas[scene.syntax.nounPhrases[subject]!.head]!) && lemmas[verb.head] === 'be'
}

/** The first clause whose verb stands in the match of a phrase that opens with a conjunction or a sentence. */
function clauseOpenedBy(scene: Scene, m: RuleHit): Clause | undefined {
  let first: Clause | undefined
  for (const c of clausesBeside(scene, m.from))
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
