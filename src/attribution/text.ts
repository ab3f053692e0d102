import type { Document } from '../document/document'
import type { Clause, Syntax } from '../document/clauses'
import type { SpeechKind } from '../document/speech-kinds'
import { speechKind } from '../document/speech-kinds'
import { grouped } from '../document/grouped'
import type { ActorMentions } from '../mentions/actors'
import type { ActorMention } from '../mentions/entities'

/** A parsed document with its actors, and the look-ups that finding speakers needs. */
export interface Text {
  readonly document: Document
  readonly syntax: Syntax
  readonly actors: ActorMentions
  /** Clause indexes of each unit, ascending. */
  readonly clausesOfUnit: readonly (readonly number[])[]
  /** Unit indexes of each sentence, ascending. */
  readonly unitsOfSentence: readonly (readonly number[])[]
  /** Clause indexes in the order of their verbs. */
  readonly clausesByVerb: readonly number[]
  /** Clauses that have a complement ("said *that …*"). */
  readonly withComplement: ReadonlySet<number>
  /** For each noun phrase, the relative clauses that belong to it ("the statement *signed by …*"). */
  readonly relativesOf: ReadonlyMap<number, readonly number[]>
  /** Quotations whose words are parsed by themselves. */
  readonly wholeQuotations: ReadonlySet<number>
  /** For each token, the index of the first mention around it, or -1. */
  readonly mentionAt: Int32Array
}

/** Builds the look-ups, each in one pass. */
export function indexText(document: Document, syntax: Syntax, actors: ActorMentions): Text {
  const { clauses, units } = syntax
  const clausesOfUnit: number[][] = units.map(() => [])
  const withComplement = new Set<number>()
  const relativesOf = grouped(clauses, ({ relation, governor }) =>
    relation === 'relative' && governor >= 0 ? governor : undefined,
  )
  clauses.forEach((clause, c) => {
    clausesOfUnit[clause.unit]!.push(c)
    if (clause.relation === 'complement' && clause.parent >= 0) withComplement.add(clause.parent)
  })
  const unitsOfSentence: number[][] = document.sentences.map(() => [])
  units.forEach((unit, u) => unitsOfSentence[unit.sentence]!.push(u))
  const mentionAt = new Int32Array(document.length).fill(-1)
  actors.mentions.forEach((mention, m) => {
    for (let t = mention.from; t < mention.to; t++) if (mentionAt[t]! < 0) mentionAt[t] = m
  })
  return {
    document,
    syntax,
    actors,
    clausesOfUnit,
    unitsOfSentence,
    clausesByVerb: clauses.map((_, c) => c).sort((a, b) => clauses[a]!.verb.from - clauses[b]!.verb.from),
    withComplement,
    relativesOf,
    wholeQuotations: new Set(units.filter((unit) => unit.quotation >= 0).map((unit) => unit.quotation)),
    mentionAt,
  }
}

/** What kind of speech verb a clause has, if any. */
export function speechOf({ document }: Text, clause: Clause): SpeechKind | undefined {
  return speechKind(document.lemmas[clause.verb.head]!)
}

/** Position in `clausesByVerb` of the first clause whose verb starts at `token` or later. */
export function firstVerbAt({ clausesByVerb, syntax }: Text, token: number): number {
  let low = 0
  let high = clausesByVerb.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (syntax.clauses[clausesByVerb[middle]!]!.verb.from < token) low = middle + 1
    else high = middle
  }
  return low
}

/** The first mention that lies within a token range. */
export function firstMention({ actors, mentionAt }: Text, from: number, to: number): ActorMention | undefined {
  for (let t = from; t < to; t++) {
    const mention = mentionAt[t]! >= 0 ? actors.mentions[mentionAt[t]!]! : undefined
    if (mention && mention.from >= from && mention.to <= to) return mention
  }
  return undefined
}

/** The last mention that lies within a token range. */
export function lastMention({ actors, mentionAt }: Text, from: number, to: number): ActorMention | undefined {
  for (let t = to - 1; t >= from; t--) {
    const mention = mentionAt[t]! >= 0 ? actors.mentions[mentionAt[t]!]! : undefined
    if (mention && mention.from >= from && mention.to <= to) return mention
  }
  return undefined
}

/** The noun phrase that starts at a token, after its possessors ("the ministry's spokesman"), or -1. */
export function phraseAt({ syntax }: Text, token: number): number {
  let phrase = syntax.phraseOf[token] ?? -1
  while (phrase >= 0 && syntax.nounPhrases[phrase + 1]?.possessor === phrase) phrase++
  return phrase
}
