import type { Document, Paragraph, Quotation, Range } from './document'
import { truecase } from './headlines'
import { paragraphKinds } from './kinds'
import { normalizeText } from './normalize'
import { splitParagraphs } from './paragraphs'
import { findQuotations, type QuotationSpan } from './quotations'
import { splitSentences } from './sentences'
import { repairTags } from './tagging'
import type { CharRange } from './tokenize'
import { tokenizeWords } from './words'

export { datelineEnd } from './dateline'

/** Index of the first token that starts at or after an offset. */
function tokenAt(start: ArrayLike<number>, offset: number): number {
  let low = 0
  let high = start.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (start[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Turns quotations in offsets into quotations in tokens; those without a word between their marks are left out. */
function toQuotations(spans: readonly QuotationSpan[], start: ArrayLike<number>): Quotation[] {
  const kept = new Int32Array(spans.length).fill(-1)
  const quotations: Quotation[] = []
  spans.forEach((span, i) => {
    const open = tokenAt(start, span.open.start)
    const from = tokenAt(start, span.open.end)
    const to = tokenAt(start, span.close.start)
    if (to <= from) return
    let parent = span.parent
    while (parent >= 0 && kept[parent]! < 0) parent = spans[parent]!.parent
    kept[i] = quotations.length
    const continues = span.continues < 0 ? -1 : kept[span.continues]!
    quotations.push({ open, from, to, close: to, closed: span.closed, parent: parent < 0 ? -1 : kept[parent]!, continues })
  })
  return quotations
}

/** Innermost quotation around each token, or -1. */
function quotationIndex(quotations: readonly Quotation[], length: number): Int32Array {
  const index = new Int32Array(length).fill(-1)
  let next = 0
  let current = -1
  for (let i = 0; i < length; i += 1) {
    while (current >= 0 && i >= quotations[current]!.to) current = quotations[current]!.parent
    index[i] = current
    while (next < quotations.length && quotations[next]!.open === i) {
      current = next
      next += 1
    }
  }
  return index
}

/** Index in `ranges` of the range around each token. */
function rangeIndex(ranges: readonly Range[], length: number): Int32Array {
  const index = new Int32Array(length)
  ranges.forEach((range, i) => index.fill(i, range.from, range.to))
  return index
}

/**
 * Reads an English text into tokens, sentences, paragraphs and quotations; never throws.
 *
 * With a title the document's text is the title, a blank line and the text, and offsets (UTF-16 units) count in that.
 */
export function readDocument(text: string, title?: string): Document {
  const whole = title === undefined ? text : `${title}\n\n${text}`
  const plain = normalizeText(whole)
  const blocks = splitParagraphs(plain)
  const texts = blocks.map((block) => plain.slice(block.start, block.end))
  const titles = title === undefined ? 0 : blocks.filter((block) => block.start < title.length).length
  const kinds = paragraphKinds(texts, titles)
  const spans = findQuotations(whole, blocks)
  const cased = truecase(
    plain,
    blocks.filter((_, i) => kinds[i] === 'headline' || kinds[i] === 'subheading'),
  )
  const tokens = tokenizeWords(cased, blocks, markRanges(spans))
  const start = Int32Array.from(tokens.start)
  const end = Int32Array.from(tokens.end)
  const length = start.length
  const words = tokens.start.map((from, i) => whole.slice(from, tokens.end[i]))
  const pos = repairTags({ words, norms: tokens.norms, lemmas: tokens.lemmas, pos: tokens.pos })

  const quotations = toQuotations(spans, start)
  const marks = new Uint8Array(length)
  for (const quotation of quotations) {
    marks[quotation.open] = 1
    if (quotation.closed && quotation.close < length) marks[quotation.close] = 2
  }
  const paragraphs: Paragraph[] = []
  const sentences: Range[] = []
  const sentenceTokens = { words, norms: tokens.norms, pos, ends: tokens.ends, marks }
  blocks.forEach((block, i) => {
    const from = tokenAt(start, block.start)
    const to = tokenAt(start, block.end)
    if (to <= from) return
    paragraphs.push({ from, to, kind: kinds[i]! })
    for (const sentence of splitSentences(sentenceTokens, from, to, kinds[i] === 'headline')) sentences.push(sentence)
  })
  return {
    text: whole,
    length,
    start,
    end,
    words,
    norms: tokens.norms,
    lemmas: tokens.lemmas,
    pos,
    sentenceOf: rangeIndex(sentences, length),
    sentences,
    paragraphOf: rangeIndex(paragraphs, length),
    paragraphs,
    quotations,
    quotationOf: quotationIndex(quotations, length),
  }
}

/** All marks of the quotations, ascending. */
function markRanges(spans: readonly QuotationSpan[]): CharRange[] {
  const marks: CharRange[] = []
  for (const span of spans) {
    marks.push(span.open)
    if (span.closed) marks.push(span.close)
  }
  return marks.sort((a, b) => a.start - b.start)
}
