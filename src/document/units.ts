import { clockEnd } from './clock'
import { datelineEnd } from './dateline'
import type { Document, Quotation } from './document'

/** Tokens that are parsed together: a sentence without the whole-sentence quotations in it, or the words of one such quotation in one sentence. */
export interface Unit {
  /** Ascending token indexes; a gap stands for a quotation that is a unit of its own. */
  readonly tokens: Int32Array
  readonly from: number
  readonly to: number
  readonly sentence: number
  readonly paragraph: number
  /** Index of the quotation whose words these are, or -1 for the writer's own words. */
  readonly quotation: number
}

const FINITE = new Set(['AUX', 'VERB'])

/** Whether a quotation holds sentences of its own, not just a quoted phrase inside the writer's sentence ("called it “a trap”"). */
export function isSentenceQuotation(document: Document, quotation: Quotation, previous: boolean): boolean {
  const { pos, words, norms } = document
  if (quotation.to - quotation.from < 2) return false
  if (quotation.continues >= 0) return true
  let verb = false
  for (let t = quotation.from; t < quotation.to && !verb; t++) verb = FINITE.has(pos[t]!)
  const first = words[quotation.from]!
  const capital = first !== first.toLowerCase() || /^[\p{Lu}\d]/u.test(first)
  const opens = quotation.open === 0 || document.paragraphOf[quotation.open - 1] !== document.paragraphOf[quotation.open]
  const before = quotation.open > 0 ? norms[quotation.open - 1]! : ''
  const introduced =
    opens || /^[,:.;?!–—-]+$/.test(before) || document.sentenceOf[quotation.open - 1] !== document.sentenceOf[quotation.from]
  if (!verb) return capital && introduced && /^[.!?,]$/.test(norms[quotation.to - 1] ?? '')
  if (capital && introduced) return true
  return previous && introduced
}

/** Cuts a document into the units that are parsed one by one. */
export function readUnits(document: Document): Unit[] {
  const whole: boolean[] = []
  document.quotations.forEach((q, i) => {
    const parentWhole = q.parent >= 0 && whole[q.parent] === true
    const sameParagraph = i > 0 && document.paragraphOf[document.quotations[i - 1]!.open] === document.paragraphOf[q.open]
    whole.push(parentWhole ? false : isSentenceQuotation(document, q, sameParagraph && whole[i - 1] === true))
  })
  const units: Unit[] = []
  /** For each quotation the innermost one around or at it that is parsed by itself, or -1. */
  const owners: number[] = []
  document.quotations.forEach(({ parent }, q) => owners.push(whole[q] ? q : parent < 0 ? -1 : owners[parent]!))
  const owner = (t: number): number => owners[document.quotationOf[t]!] ?? -1
  const marks = new Uint8Array(document.length)
  document.quotations.forEach((q, i) => {
    if (!whole[i]) return
    marks[q.open] = 1
    if (q.close < q.to + 1 && q.close < document.length && q.closed) marks[q.close] = 1
  })
  for (const paragraph of document.paragraphs) {
    if (paragraph.kind !== 'body') continue
    const end = Math.max(datelineEnd(document, paragraph), clockEnd(document, paragraph.from))
    for (let t = paragraph.from; t < end; t++) marks[t] = 1
  }
  document.sentences.forEach((sentence, s) => {
    const groups = new Map<number, number[]>()
    for (let t = sentence.from; t < sentence.to; t++) {
      if (marks[t]) continue
      const q = owner(t)
      const group = groups.get(q)
      if (group) group.push(t)
      else groups.set(q, [t])
    }
    for (const [quotation, tokens] of groups) {
      units.push({
        tokens: Int32Array.from(tokens),
        from: tokens[0]!,
        to: tokens[tokens.length - 1]! + 1,
        sentence: s,
        paragraph: document.paragraphOf[tokens[0]!]!,
        quotation,
      })
    }
  })
  return units
}
