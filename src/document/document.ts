/** Universal part-of-speech tags, as wink-eng-lite-web-model gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A half-open range of token indexes. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** What a paragraph is for. Only `headline`, `subheading` and `body` paragraphs make statements. */
export type ParagraphKind = 'headline' | 'subheading' | 'body' | 'byline' | 'caption' | 'residue'

export interface Paragraph extends Range {
  readonly kind: ParagraphKind
}

/** A quotation: the token range between its marks (marks excluded), whether it was closed, and what encloses it. */
export interface Quotation extends Range {
  /** Token index of the opening mark; `from` is the token after it. */
  readonly open: number
  /** Token index of the closing mark, or `to` where the quotation was never closed (it then ends with its paragraph). */
  readonly close: number
  readonly closed: boolean
  /** Index of the enclosing quotation in `Document.quotations`, or -1. */
  readonly parent: number
  /** Index of the quotation that this one goes on from (a new paragraph that opens with a mark while the last was not closed), or -1. */
  readonly continues: number
}

/**
 * A text as tokens, in arrays side by side (token `i` is `text.slice(start[i], end[i])`). Nothing in it changes after it was made.
 */
export interface Document {
  readonly text: string
  /** Number of tokens. */
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** As written. */
  readonly words: readonly string[]
  /** Lower case, straight quotes, contractions opened ("won't" is `will` and `not`). */
  readonly norms: readonly string[]
  /** Lower-case lemma. */
  readonly lemmas: readonly string[]
  readonly pos: readonly PartOfSpeech[]
  /** Sentence index of each token. */
  readonly sentenceOf: Int32Array
  /** Never crosses a paragraph. */
  readonly sentences: readonly Range[]
  readonly paragraphOf: Int32Array
  readonly paragraphs: readonly Paragraph[]
  readonly quotations: readonly Quotation[]
  /** Index of the innermost quotation around each token, or -1. */
  readonly quotationOf: Int32Array
}
