import type { PartOfSpeech } from './document'

/** Tokens in arrays side by side while they are being made. */
export interface Tokens {
  readonly start: number[]
  readonly end: number[]
  readonly norms: string[]
  readonly lemmas: string[]
  readonly pos: PartOfSpeech[]
  /** 1 where wink ends a sentence after the token. */
  readonly ends: number[]
}

/** Builds tokens from wink's: whole abbreviations and hyphenated words, contractions opened, marks whole. */
export class Builder implements Tokens {
  readonly start: number[] = []
  readonly end: number[] = []
  readonly norms: string[] = []
  readonly lemmas: string[] = []
  readonly pos: PartOfSpeech[] = []
  readonly ends: number[] = []

  constructor(private readonly text: string) {}

  push(start: number, end: number, norm: string, lemma: string, pos: PartOfSpeech, ends: number): void {
    this.start.push(start)
    this.end.push(end)
    this.norms.push(norm)
    this.lemmas.push(lemma)
    this.pos.push(pos)
    this.ends.push(ends)
  }

  norm(start: number, end: number): string {
    return this.text.slice(start, end).toLowerCase()
  }
}
