import { entityOfName } from '../mentions/actors'
import { NOBODY, SPEAKER } from '../mentions/entities'
import { nameEndingBehind } from '../mentions/names'
import { companionsOf } from './companions'
import type { Scene } from './scene'
import { clausesBeside, phraseAt } from './scene'

/** The entities of a noun phrase and of those coordinated with it. */
export function phraseEntities(scene: Scene, phrase: number, clause: number): number[] {
  const { document, syntax, actors } = scene
  const { nounPhrases, conjunctOf } = syntax
  const out: number[] = []
  const seen = new Set<number>()
  // "Karzai, who has accepted, and Qanooni": what comes behind a relative clause is not its subject
  const { subject, relation, verb } = syntax.clauses[clause]!
  const end = relation === 'relative' && subject === phrase ? verb.from : document.length
  const visit = (p: number): void => {
    if (seen.has(p)) return
    seen.add(p)
    const explained = membersOf(scene, p)
    const e = explained.length > 0 ? NOBODY : entityOfPhrase(scene, p, clause)
    const summed = actors.together.get(p) ?? []
    if (summed.length > 0) out.push(...summed)
    else if (e >= 0) out.push(e)
    for (const member of explained) visit(member)
    if (e >= 0 && /^(they|them|all)$/.test(document.norms[nounPhrases[p]!.head]!)) {
      const together = lastNamedTogether(p, e)
      if (together >= 0) visit(together)
    }
    // "the leaders of Sudan, Egypt and Chad"
    if (e >= 0 && /^(of|from)$/.test(document.norms[nounPhrases[p]!.to] ?? '')) {
      const q = phraseAt(scene, nounPhrases[p]!.to + 1)
      if (q >= 0 && actors.entityOf[q] === e) visit(q)
    }
    for (const other of companionsOf(scene, p)) visit(other)
    for (let k = p + 1; k < Math.min(nounPhrases.length, p + 40) && nounPhrases[k]!.from < end; k++)
      if (conjunctOf[k] === p) visit(k)
  }
  /** "Russia, China and Iran … they": the first of those last named together. */
  const lastNamedTogether = (p: number, e: number): number => {
    for (let k = p - 1; k >= 0 && k > p - 40; k--) {
      if (actors.entityOf[k] !== e) continue
      let root = k
      while (conjunctOf[root]! >= 0) root = conjunctOf[root]!
      return root
    }
    return NOBODY
  }
  visit(phrase)
  return out
}

/** "The Afghan boycott", "the US refusal": the actor whose name or adjective stands before the head of a noun phrase, or `NOBODY`. */
export function namedInside(scene: Scene, phrase: number): number {
  const { actors, syntax } = scene
  const { from, head } = syntax.nounPhrases[phrase]!
  for (let t = from; t < head; t++) {
    const mention = scene.actorsAt(t)[0]
    if (mention) return mention.entity
    const name = nameEndingBehind(actors.names, t)
    const entity = name && name.from <= t ? entityOfName(actors, name) : NOBODY
    if (entity >= 0) return entity
  }
  return NOBODY
}

/** "two of the larger parties, Jamiat and Junbish": the names behind a plural say who is meant. */
function membersOf({ document, syntax, actors }: Scene, phrase: number): number[] {
  if (
    !/^(two|three|four|five|six|parties|groups|countries|states|neighbours|neighbors|governments|factions|movements|members|powers)$/.test(
      document.norms[syntax.nounPhrases[phrase]!.head]!,
    )
  )
    return []
  const out: number[] = []
  for (let k = phrase + 1; k < Math.min(syntax.nounPhrases.length, phrase + 6); k++)
    if (syntax.appositionOf[k] === phrase && actors.entityOf[k]! >= 0) out.push(k)
  return out
}

function entityOfPhrase(scene: Scene, p: number, clause: number): number {
  const { document, syntax, actors, attribution } = scene
  const direct = actors.entityOf[p] === SPEAKER ? attribution.entityIn(p, clause) : actors.entityOf[p]!
  if (direct >= 0) return direct
  const np = syntax.nounPhrases[p]!
  // "nobody from the palace", "the leaders of Sudan"
  if (/^(of|from|for)$/.test(document.norms[np.to] ?? '')) {
    const q = phraseAt(scene, np.to + 1)
    if (q >= 0 && q !== p && actors.entityOf[q]! >= 0) return actors.entityOf[q]!
  }
  // "its presence", "our delegation"
  const owner = actors.ownerOf[p]!
  if (owner >= 0) return owner
  if (owner === SPEAKER || /^(our|my)$/.test(document.norms[np.from]!)) {
    const speaker = attribution.speakerOf(clause)
    if (speaker && speaker.entity >= 0) return speaker.entity
  }
  // "Lavrov, whose ministry is organising them"
  const relative = syntax.clauses[clause]
  if (
    relative?.subject === p &&
    relative.relation === 'relative' &&
    relative.marker >= 0 &&
    document.norms[relative.marker] === 'whose'
  ) {
    const before = lastPhraseBefore(scene, relative.marker)
    if (before >= 0 && actors.entityOf[before]! >= 0) return actors.entityOf[before]!
  }
  const apposition = syntax.appositionOf.indexOf(p)
  if (apposition >= 0 && actors.entityOf[apposition]! >= 0) return actors.entityOf[apposition]!
  const identified = identifiedBy(scene, p)
  return identified >= 0 ? Math.max(actors.entityOf[identified]!, NOBODY) : NOBODY
}

/** "Brazil was the only country that spoke for them": the subject that a definite predicate is said to be, or -1. */
function identifiedBy(scene: Scene, phrase: number): number {
  const { norms, lemmas } = scene.document
  const { from } = scene.syntax.nounPhrases[phrase]!
  if (norms[from] !== 'the') return -1
  const clause = clausesBeside(scene, from).find(({ object, subject }) => object === phrase && subject >= 0)
  return clause && lemmas[clause.verb.head] === 'be' && !clause.verb.negated ? clause.subject : -1
}

/** The noun phrase that ends before a token, a comma apart, or -1. */
function lastPhraseBefore({ document, syntax }: Scene, token: number): number {
  const t = document.norms[token - 1] === ',' ? token - 2 : token - 1
  return t >= 0 ? syntax.phraseOf[t]! : -1
}
