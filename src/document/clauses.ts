import type { NounPhrase, VerbChunk } from './chunks'
import { readChunks } from './chunks'
import { readUnit } from './clauses/unit'
import type { Document } from './document'
import { letsKnow, settleMidReports } from './mid-reports'
import { settleSubjects } from './settle-subjects'
import { speechKind } from './speech-kinds'
import type { Unit } from './units'

/** How a clause hangs on its parent. */
export type Relation =
  | 'root' // stands by itself
  | 'complement' // what somebody says or thinks: "said *that they would come*"
  | 'infinitive' // "agreed *to come*", "refusal *to come*"
  | 'participial' // "left, *saying so*", "without *signing*"
  | 'relative' // "the envoy *who came*", "talks *scheduled for May*"
  | 'adverbial' // "if *they come*"
  | 'coordinate' // shares its parent's subject and standing: "came and *went*"
  | 'parenthetical' // "they will come, *he said*"

/** A verb group with its arguments. Indexes are into the other arrays of `Syntax`; -1 means none. */
export interface Clause {
  readonly verb: VerbChunk
  subject: number
  object: number
  /** In the passive, the noun phrase after "by". */
  agent: number
  parent: number
  relation: Relation
  /** Token index of the word that introduces it ("if", "that", "who"), or -1. */
  marker: number
  /** The noun phrase that governs it ("refusal to attend") or that a relative clause belongs to. */
  governor: number
  /** Token range from its first to its last word, sub-clauses not included. */
  from: number
  to: number
  readonly unit: number
}

/** Noun phrases and clauses of a whole document. */
export interface Syntax {
  readonly nounPhrases: readonly NounPhrase[]
  readonly clauses: readonly Clause[]
  readonly units: readonly Unit[]
  /** For each noun phrase, the index of the phrase that it is coordinated with to its left, or -1. */
  readonly conjunctOf: Int32Array
  /** For each noun phrase, the index of the phrase that it is in apposition to, or -1. */
  readonly appositionOf: Int32Array
  /** For each token, the index of the noun phrase around it, or -1. */
  readonly phraseOf: Int32Array
  /** For each token, the index of the clause that it belongs to, or -1. */
  readonly clauseOf: Int32Array
}

/** Finds the clauses of each unit: who does what, and how clauses hang together. */
export function readSyntax(document: Document, units: readonly Unit[]): Syntax {
  const nounPhrases: NounPhrase[] = []
  const verbs: VerbChunk[] = []
  const clauses: Clause[] = []
  const conjuncts: number[] = []
  const appositions: number[] = []
  units.forEach((unit, u) => {
    const chunks = readChunks(document, unit.tokens, { nounPhrases, verbs })
    while (conjuncts.length < nounPhrases.length) {
      conjuncts.push(-1)
      appositions.push(-1)
    }
    readUnit(document, u, unit, chunks, verbs, { nounPhrases, clauses, conjuncts, appositions })
  })
  const reports = (c: Clause): boolean => speechKind(document.lemmas[c.verb.head]!) !== undefined || letsKnow(document, c)
  settleMidReports(clauses, document.norms, reports)
  const phraseOf = new Int32Array(document.length).fill(-1)
  nounPhrases.forEach((np, i) => {
    for (let t = np.from; t < np.to; t++) phraseOf[t] = i
  })
  settleSubjects(document, clauses, nounPhrases, phraseOf, reports)
  const clauseOf = new Int32Array(document.length).fill(-1)
  clauses.forEach((clause, i) => {
    for (let t = clause.from; t < clause.to; t++)
      if (clauseOf[t]! < 0 || clauses[clauseOf[t]!]!.from <= clause.from) clauseOf[t] = i
  })
  return {
    nounPhrases,
    clauses,
    units,
    conjunctOf: Int32Array.from(conjuncts),
    appositionOf: Int32Array.from(appositions),
    phraseOf,
    clauseOf,
  }
}
