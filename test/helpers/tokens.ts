import type { Document, PartOfSpeech, Quotation, Range } from '../../src/document/document'

const MARKS = new Set(['.', ',', ';', ':', '!', '?', '"', '(', ')', '-', '—', '…'])

/**
 * A document built by hand: `word/POS/lemma/norm` for each token, apart by spaces. What is left out: POS is PUNCT for marks, else NOUN; norm is the
 * word in lower case; lemma is the norm. `|` ends a sentence. Straight double quotation marks are paired in the order in which they come.
 */
export function tokens(line: string): Document {
  const words: string[] = []
  const norms: string[] = []
  const lemmas: string[] = []
  const pos: PartOfSpeech[] = []
  const sentenceOf: number[] = []
  const sentences: Range[] = []
  let from = 0
  for (const item of line.split(/\s+/).filter((part) => part !== '')) {
    if (item === '|') {
      if (words.length > from) sentences.push({ from, to: words.length })
      from = words.length
      continue
    }
    const [word = '', tag = '', lemma = '', norm = ''] = item.split('/')
    words.push(word)
    norms.push(norm === '' ? word.toLowerCase() : norm)
    lemmas.push(lemma === '' ? (norms.at(-1) ?? '') : lemma)
    pos.push(tag === '' ? (MARKS.has(word) ? 'PUNCT' : 'NOUN') : (tag as PartOfSpeech))
    sentenceOf.push(sentences.length)
  }
  if (words.length > from) sentences.push({ from, to: words.length })

  const length = words.length
  const start = new Int32Array(length)
  const end = new Int32Array(length)
  let text = ''
  words.forEach((word, index) => {
    if (index > 0) text += ' '
    start[index] = text.length
    text += word
    end[index] = text.length
  })
  const { quotations, quotationOf } = pairQuotations(words)
  return {
    text,
    length,
    start,
    end,
    words,
    norms,
    lemmas,
    pos,
    sentenceOf: Int32Array.from(sentenceOf),
    sentences,
    paragraphOf: new Int32Array(length),
    paragraphs: length > 0 ? [{ from: 0, to: length, kind: 'body' }] : [],
    quotations,
    quotationOf,
  }
}

function pairQuotations(words: readonly string[]): { quotations: Quotation[]; quotationOf: Int32Array } {
  const quotations: Quotation[] = []
  const quotationOf = new Int32Array(words.length).fill(-1)
  const add = (open: number, close: number, closed: boolean): void => {
    quotationOf.fill(quotations.length, open + 1, close)
    quotations.push({ open, close, from: open + 1, to: close, closed, parent: -1, continues: -1 })
  }
  let open = -1
  words.forEach((word, index) => {
    if (word !== '"') return
    if (open >= 0) add(open, index, true)
    open = open >= 0 ? -1 : index
  })
  if (open >= 0) add(open, words.length, false)
  return { quotations, quotationOf }
}

/** The token range of a run of words, written apart by spaces. Throws where the document has no such run. */
export function rangeOf(document: Document, words: string): Range {
  const wanted = words.split(' ')
  for (let from = 0; from + wanted.length <= document.length; from += 1)
    if (wanted.every((word, index) => document.words[from + index] === word)) return { from, to: from + wanted.length }
  throw new Error(`expected the words "${words}" in "${document.text}", got none; mend it by writing them as the document does`)
}

/** The words of a token range. */
export function wordsOf(document: Document, { from, to }: Range): string {
  return document.words.slice(from, to).join(' ')
}
