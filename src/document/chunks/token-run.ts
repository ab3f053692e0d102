import type { Document } from '../document'
import { isFloating, isNegation } from './auxiliaries'

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM'])
const POSSESSIVE = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their'])

/** Whether a part of speech can head a noun phrase. */
export const isNominal = (pos: string): boolean => NOMINAL.has(pos)

/** Whether a word is a possessive pronoun. */
export const isPossessivePronoun = (norm: string): boolean => POSSESSIVE.has(norm)

/** The tokens of one syntactic unit by their places in it; a gap stands for a quotation. */
export class TokenRun {
  readonly length: number

  constructor(
    readonly document: Document,
    private readonly tokens: Int32Array,
  ) {
    this.length = tokens.length
  }

  /** Token index of a place, or -1 behind the end. */
  token(k: number): number {
    return k < this.length ? this.tokens[k]! : -1
  }
  norm(k: number): string {
    return k < this.length ? this.document.norms[this.tokens[k]!]! : ''
  }
  pos(k: number): string {
    return k < this.length ? this.document.pos[this.tokens[k]!]! : ''
  }
  lemma(k: number): string {
    return k < this.length ? this.document.lemmas[this.tokens[k]!]! : ''
  }
  word(k: number): string {
    return this.document.words[this.token(k)]!
  }
  isGap(k: number): boolean {
    return k > 0 && k < this.length && this.tokens[k]! !== this.tokens[k - 1]! + 1
  }

  /** The mark of a possessive: `'s`. */
  isPossessive(k: number): boolean {
    const norm = this.norm(k)
    return (norm === "'s" || norm === "'") && this.pos(k) === 'PART'
  }

  /** "resume *stalled* talks": does a participle go on with a noun phrase that begins at `from` or at itself? */
  isModifier(k: number, from: number): boolean {
    if (this.pos(k) !== 'VERB') return false
    const w = this.norm(k)
    if (!(w.endsWith('ed') || w.endsWith('ing') || w.endsWith('en'))) return false
    let next = k + 1
    while (this.pos(next) === 'ADJ') next++
    if (this.pos(next) !== 'NOUN' && this.pos(next) !== 'PROPN') return false
    const before = this.pos(k - 1)
    // "resume stalled talks", "on planned talks"
    if (w.endsWith('ed') && (before === 'ADP' || (before === 'VERB' && this.norm(k - 1) !== 'been')) && k > 0 && !this.isGap(k))
      return true
    return (
      k > from &&
      (before === 'DET' ||
        before === 'ADJ' ||
        this.isPossessive(k - 1) ||
        before === 'NUM' ||
        (before === 'PRON' && isPossessivePronoun(this.norm(k - 1))))
    )
  }

  /** Does a verb group stand here, adverbs aside? */
  startsVerb(k: number): boolean {
    let j = k
    while (this.pos(j) === 'ADV' || isNegation(this.norm(j)) || isFloating(this.norm(j))) j++
    return this.pos(j) === 'VERB' || this.pos(j) === 'AUX'
  }
}
