import type { Document, PartOfSpeech } from '../../document/document'
import { startsUpper } from '../../document/letters'
import { interpolationEnd, isBarrier, isClauseGap, isEnd, isLexicalVerb, isObjectless, isPassive, isStart } from './grammar'
import { areStale, hasNumber, type TokenNumbers, tokenNumbers } from './numbers'
import { MAX_SLOT, type SlotKind } from './pattern'
import type { GapStep, Program, SlotStep, SplitStep, Step, TokenStep } from './program'

/** The spans that slots stand for. */
export interface Slots {
  /** The ends (token indexes, exclusive) of the spans of a kind that start at a token, longest first. Empty where none does. */
  at(kind: SlotKind, index: number): readonly number[]
}

/** A slot and the tokens that filled it. */
export interface SlotMatch {
  readonly kind: SlotKind
  readonly from: number
  readonly to: number
}

/** Where a pattern matched, in token indexes, half-open. */
export interface PatternMatch {
  readonly from: number
  readonly to: number
  /** The token whose subject is the holder. */
  readonly head: number
  readonly slots: readonly SlotMatch[]
}

const NONE = new Int32Array(0)

/**
 * Runs one program. It tries the branches in order and remembers each (step, token) pair from which the end cannot be reached, so that a try
 * takes time proportional to steps times tokens in reach, whatever the pattern.
 */
export class Runner {
  private failed = new Int32Array(32)
  private stamp = 0
  private program: Program | undefined
  private memos = 0
  private norms: Int32Array = NONE
  private lemmas: Int32Array = NONE
  private slots: Slots | undefined
  private boundaries: ReadonlySet<number> | undefined
  private at = 0
  private limit = 0
  private head = -1
  private headRank = 0
  private filled: SlotMatch[] = []

  /** The program is built when it is first run. */
  constructor(private readonly build: () => Program) {}

  /** The match that starts at a token, if there is one. It never leaves the token's sentence. */
  match(
    document: Document,
    slots: Slots,
    at: number,
    boundaries?: ReadonlySet<number>,
    numbers: TokenNumbers = tokenNumbers(document),
  ): PatternMatch | undefined {
    const sentence = document.sentences[document.sentenceOf[at] ?? -1]
    if (sentence === undefined) return undefined
    const program = (this.program ??= this.build())
    this.memos = program.memos
    const current = areStale(numbers) ? tokenNumbers(document) : numbers
    this.norms = current.norms
    this.lemmas = current.lemmas
    this.slots = slots
    this.boundaries = boundaries
    this.at = at
    this.limit = sentence.to
    this.head = -1
    this.headRank = 0
    if (this.filled.length > 0) this.filled = []
    if (this.stamp === 0x7fffffff) {
      this.stamp = 0
      this.failed.fill(0)
    }
    this.stamp += 1
    const to = this.walk(document, program.first, at)
    this.slots = undefined
    this.boundaries = undefined
    if (to <= at) return undefined
    const filled = this.filled.reverse()
    this.filled = []
    return { from: at, to, head: this.head < 0 ? at : this.head, slots: filled }
  }

  /** The end of the match that goes on with `step` at `index`, or -1. */
  private enter(document: Document, step: Step, index: number): number {
    if (step.memo < 0) return this.walk(document, step, index)
    const key = (index - this.at) * this.memos + step.memo
    if (key < this.failed.length && this.failed[key] === this.stamp) return -1
    const to = this.walk(document, step, index)
    if (to < 0) this.fail(key)
    return to
  }

  private fail(key: number): void {
    if (key >= this.failed.length) {
      const grown = new Int32Array(Math.max(key + 1, this.failed.length * 2))
      grown.set(this.failed)
      this.failed = grown
    }
    this.failed[key] = this.stamp
  }

  private walk(document: Document, first: Step, from: number): number {
    let step = first
    let index = from
    for (;;) {
      switch (step.op) {
        case 'accept':
          return index
        case 'token': {
          if (index >= this.limit) return -1
          if (!this.accepts(document, step, index)) {
            const past = this.past(document, index)
            if (past === index || past >= this.limit || !this.accepts(document, step, past)) return -1
            index = past
          }
          if (step.head > 0) {
            const to = this.enter(document, step.next, index + 1)
            if (to >= 0) this.noteHead(step.head, index)
            return to
          }
          index += 1
          break
        }
        case 'start':
          if (!isStart(document, index)) return -1
          break
        case 'end':
          if (!isEnd(document, index, this.limit)) return -1
          break
        case 'no-object':
          if (!isObjectless(document, index, this.limit)) return -1
          break
        case 'gap':
          return this.gap(document, step, index)
        case 'slot': {
          const to = this.slot(document, step, index)
          if (to >= 0) return to
          const past = this.past(document, index)
          return past === index ? to : this.slot(document, step, past)
        }
        case 'split':
          return this.split(document, step, index)
      }
      step = step.next
      if (step.memo >= 0) return this.enter(document, step, index)
    }
  }

  private split(document: Document, step: SplitStep, index: number): number {
    for (const branch of this.branchesAt(step, index)) {
      const to = this.enter(document, branch, index)
      if (to >= 0) return to
    }
    const past = this.past(document, index)
    return past === index || past >= this.limit ? -1 : this.split(document, step, past)
  }

  /** The token with which a match can go on that has no use for the one at `index`, or `index`: elements look through marks of quotations, days and adverbs. */
  private past(document: Document, index: number): number {
    if (index <= this.at) return index
    return this.isQuoteInside(document, index) ? index + 1 : interpolationEnd(document, index, this.limit)
  }

  /**
   * Whether a quotation mark stands between two words of the match: "“fully supports” the talks". Elements look through it, but not in a headline,
   * which quotes what another says of its subject: "Iran ‘wrecking’ talks".
   */
  private isQuoteInside(document: Document, index: number): boolean {
    if (index <= this.at || index + 1 >= this.limit || document.norms[index] !== '"') return false
    if (document.paragraphs[document.paragraphOf[index]!]?.kind === 'headline') return false
    const next = index + 1
    return (document.pos[next] === 'PROPN' || !startsUpper(document.words[next]!)) && !isBarrier(document, index, this.boundaries)
  }

  /** Called from the last head of a match to the first, so that the leftmost stays; a marked one yields to another marked one only. */
  private noteHead(rank: number, index: number): void {
    if (rank < this.headRank) return
    this.head = index
    this.headRank = rank
  }

  private gap(document: Document, step: GapStep, from: number): number {
    for (let length = 0; length <= step.max; length += 1) {
      const index = from + length
      if (index > this.limit || (length > 0 && isBarrier(document, index - 1, this.boundaries))) return -1
      if (length < step.min || (step.clause !== undefined && !isClauseGap(document, from, index, step.clause))) continue
      const to = this.enter(document, step.next, index)
      if (to >= 0) return to
    }
    return -1
  }

  /** The branches that can begin with the token at hand. */
  private branchesAt({ byWord, branches, others }: SplitStep, index: number): readonly Step[] {
    if (byWord === undefined) return branches
    const norm = this.norms[index] ?? -1
    const lemma = this.lemmas[index] ?? -1
    const found = byWord.get(norm)
    if (lemma === norm) return found ?? others
    const more = byWord.get(lemma)
    return found === undefined ? (more ?? others) : more === undefined ? found : branches
  }

  private accepts(document: Document, { numbers, byNorm, tags, voice }: TokenStep, index: number): boolean {
    if (numbers !== undefined && !hasNumber(numbers, this.norms[index]!) && (byNorm || !hasNumber(numbers, this.lemmas[index]!)))
      return false
    if (tags !== undefined && !hasTag(document, tags, index)) return false
    if (voice === undefined) return true
    return isPassive(document, index) === (voice === 'passive')
  }

  private slot(document: Document, step: SlotStep, from: number): number {
    const ends = from < this.limit ? this.slots?.at(step.slot, from) : undefined
    if (ends === undefined) return -1
    for (const end of ends) {
      if (end <= from || end > this.limit || end - from > MAX_SLOT) continue
      const to = this.enter(document, step.next, end)
      if (to < 0) continue
      this.filled.push({ kind: step.slot, from, to: end })
      return to
    }
    return -1
  }
}

function hasTag(document: Document, tags: readonly PartOfSpeech[], index: number): boolean {
  const tag = document.pos[index]
  for (const wanted of tags)
    if (wanted === tag || (wanted === 'VERB' && tag === 'AUX' && isLexicalVerb(document, index))) return true
  return false
}
