import type { NounPhrase, VerbChunk } from '../chunks'
import type { Clause } from '../clauses'
import type { Document } from '../document'
import type { SpeechKind } from '../speech-kinds'
import { speechKind } from '../speech-kinds'
import type { Frame } from './frames'
import { frameOf, FrameStack } from './frames'
import type { LookAhead } from './look-ahead'

/** What the last chunk was. */
export type Item = 'start' | 'np' | 'vp' | 'prep' | 'comma' | 'conj' | 'sub' | 'rel' | 'quote' | 'colon' | 'word'

/** What the clauses of a whole document are read into. */
export interface Parts {
  readonly nounPhrases: readonly NounPhrase[]
  readonly clauses: Clause[]
  /** For each noun phrase, the one that it is coordinated with, or -1. */
  readonly conjuncts: number[]
  /** For each noun phrase, the one that it is in apposition to, or -1. */
  readonly appositions: number[]
}

/** How far one unit is read, from left to right. Indexes of noun phrases and clauses are into the document's; -1 means none. */
export class UnitReading {
  readonly stack = new FrameStack()
  prev: Item = 'start'
  before: Item = 'start'
  /** Noun phrases that can be the subject of the next verb. */
  run: number[] = []
  lastNp = -1
  lastVerb = -1
  lastConj = ''
  /** The noun phrase before the last comma. */
  commaNp = -1
  /** Whether "as well as" or "along with" came last. */
  joined = false
  /** An auxiliary before its subject, whose verb is still to come: "only then *will* they come". */
  auxiliary: VerbChunk | undefined
  /** Times that are subjects. */
  readonly times = new Set<number>()
  /** Clauses before a main clause that are to get its subject. */
  readonly dangling: number[] = []
  /** How many clauses were open where a quoted phrase began, by the token of its closing mark. */
  readonly quoteDepth = new Map<number, number>()
  /** The unit's first clause. */
  readonly first: number

  constructor(
    readonly document: Document,
    readonly unit: number,
    readonly parts: Parts,
    readonly ahead: LookAhead,
  ) {
    this.first = parts.clauses.length
  }

  get top(): Frame {
    return this.stack.top
  }

  step(next: Item): void {
    this.before = this.prev
    this.prev = next
  }

  clause(index: number): Clause {
    return this.parts.clauses[index]!
  }
  phrase(index: number): NounPhrase {
    return this.parts.nounPhrases[index]!
  }
  lemmaOf(clause: number): string {
    return this.document.lemmas[this.clause(clause).verb.head]!
  }
  kindOf(clause: number): SpeechKind | undefined {
    return speechKind(this.lemmaOf(clause))
  }

  /** A new clause. */
  add(verb: VerbChunk, fields: Partial<Clause>): number {
    this.lastVerb =
      this.parts.clauses.push({
        verb,
        subject: -1,
        object: -1,
        agent: -1,
        parent: -1,
        relation: 'root',
        marker: -1,
        governor: -1,
        from: verb.from,
        to: verb.to,
        unit: this.unit,
        ...fields,
      }) - 1
    this.run = []
    return this.lastVerb
  }

  /** "the moot, *originally set for May*": a clause of a participle behind its noun, whose finite form it shares. */
  addReduced(verb: VerbChunk, governor: number, parent = -1): void {
    this.add({ ...verb, form: 'participle', passive: true }, { subject: governor, relation: 'relative', governor, parent })
  }

  /** The clause of a frame whose verb has come. */
  setVerb(frame: Frame, verb: VerbChunk): number {
    const index = this.add(verb, {
      subject: frame.subject,
      parent: frame.parent,
      relation: frame.kind === 'main' ? 'root' : frame.kind,
      marker: frame.marker,
      governor: frame.governor,
    })
    frame.verb = index
    for (const d of this.dangling.splice(0)) {
      const clause = this.clause(d)
      if (clause.subject < 0) clause.subject = frame.subject
      clause.parent = index
    }
    return index
  }

  /** A clause that a word opens. */
  open(kind: Frame['kind'], marker: number, fields: Partial<Frame> = {}): void {
    this.stack.push(frameOf(kind, { marker, ...fields }))
    this.run = []
    this.step('sub')
  }

  /** "the envoy *who came*", "those *that they sent*": a clause that belongs to the last noun phrase. */
  openRelative(marker: number, subject: number): void {
    const { lastNp: governor, lastVerb: parent } = this
    this.stack.push(frameOf('relative', { subject, marker, parent, governor, comma: this.prev === 'comma' }))
    this.run = []
    this.step('rel')
  }

  /** What is said or thought without "that", with its subject and verb. */
  addComplement(parent: number, subject: number, verb: VerbChunk): void {
    this.stack.push(frameOf('complement', { subject, parent }))
    this.setVerb(this.top, verb)
  }

  /** The last noun phrase that can be a subject, and the first of those that it is coordinated with. */
  lastSubject(): number {
    const np = [...this.run].reverse().find((k) => !this.phrase(k).temporal || this.times.has(k))
    return np === undefined ? -1 : this.outermostConjunct(np)
  }

  private outermostConjunct(np: number): number {
    const { conjuncts } = this.parts
    let k = np
    while (conjuncts[k]! >= 0 && this.run.includes(conjuncts[k]!)) k = conjuncts[k]!
    return k
  }

  /** "a former official of the Taliban regime, X": what stands after the comma belongs to the official. */
  headOfChain(np: number): number {
    const { nounPhrases } = this.parts
    let k = np
    for (let depth = 0; depth < 4; depth++) {
      const preposition = this.phrase(k).preposition
      if (preposition < 0) break
      if (!/^(of|for|in|from|at)$/.test(this.document.norms[preposition]!)) break
      let left = k - 1
      while (left >= 0 && nounPhrases[left]!.to > preposition) left--
      if (left < 0 || nounPhrases[left]!.to !== preposition) break
      k = left
    }
    return k
  }

  /** The conjunction right before, or ''. */
  conjunctionBefore(): string {
    return this.before === 'conj' ? this.lastConj : ''
  }
}
