import type { Range } from '../document/document'
import type { Clause } from '../document/clauses'
import { isCondition, isConditionMarker } from './condition-clauses'
import { phraseEnd, trim } from './extent'
import type { Scene } from './scene'
import { clausesBeside } from './scene'
import { demanded, requires } from './stated-demands'

/**
 * What a phrase demands that points back: "The prisoners must go free; *after that* it will come", "It will fly if it has a guarantee. *Without that*
 * it stays at home". It stands before the phrase, or in the sentence before.
 */
export function demandBefore(scene: Scene, at: number): Range | null {
  const { own, before } = sentencesUpTo(scene, at)
  return (
    demandedBefore(scene, at) ??
    (own ? firstClauseWithin(scene, own.from, own.to) : before && firstClauseWithin(scene, before.from, before.to)) ??
    null
  )
}

/** The nearest words before a token that are a condition or a demand. */
export function demandedBefore(scene: Scene, at: number): Range | null {
  const { own, before } = sentencesUpTo(scene, at)
  return (own && demandWithin(scene, own.from, own.to)) ?? (before && demandWithin(scene, before.from, before.to)) ?? null
}

/** The words of a token's sentence before it, unless it opens it, and the sentence before that in the paragraph. */
function sentencesUpTo({ document }: Scene, at: number): { readonly own: Range | undefined; readonly before: Range | undefined } {
  const sentence = document.sentenceOf[at]!
  const { from } = document.sentences[sentence]!
  const last = document.sentences[sentence - 1]
  return {
    own: at <= from + 1 ? undefined : { from, to: at },
    before: last && document.paragraphOf[last.from] === document.paragraphOf[at] ? last : undefined,
  }
}

/** The condition in a range of tokens, or the last clause that demands something. */
function demandWithin(scene: Scene, from: number, to: number): Range | null {
  const clauses = clausesBeside(scene, from)
  const condition = clauses.find(
    (c) =>
      c.marker >= from && c.marker < to && c.relation === 'adverbial' && isConditionMarker(scene, c) && isCondition(scene, c),
  )
  if (condition) return trim(scene, condition.marker + 1, phraseEnd(scene, condition.marker + 1, to))
  const demand = clauses.filter((c) => c.verb.from >= from && c.verb.head < to && requires(scene, c)).pop()
  return demand ? demandUpTo(scene, demand, from, to) : null
}

function firstClauseWithin(scene: Scene, from: number, to: number): Range | null {
  const first = clausesBeside(scene, from).find((c) => c.verb.from >= from && c.verb.from < to && c.relation !== 'parenthetical')
  return first ? demandUpTo(scene, first, from, to) : trim(scene, from, phraseEnd(scene, from, to))
}

function demandUpTo(scene: Scene, clause: Clause, from: number, to: number): Range | null {
  const start = demanded(scene, clause, to)
  return start < from ? null : trim(scene, start, Math.min(to, phraseEnd(scene, start, to)))
}
