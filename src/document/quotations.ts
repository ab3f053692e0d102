import { marksOf, nextSingleCloser, type Family, type Mark } from './marks'
import type { CharRange } from './tokenize'

/** A quotation in UTF-16 offsets of the text: its opening mark, its closing mark (empty where unclosed), what holds it. */
export interface QuotationSpan {
  readonly open: CharRange
  readonly close: CharRange
  readonly closed: boolean
  /** Index of the enclosing quotation, or -1. */
  readonly parent: number
  /** Index of the quotation of the paragraph before that this one goes on from, or -1. */
  readonly continues: number
}

interface Open {
  readonly mark: Mark
  readonly parent: number
  readonly continues: number
  /** Where it ends; set on closing. */
  close?: CharRange
  closed: boolean
}

/** Goes over paragraphs with a stack of the quotations that are open. */
class Scanner {
  readonly found: Open[] = []
  private readonly stack: number[] = []
  private readonly openOf: Record<Family, number> = { double: 0, guillemet: 0, single: 0 }
  /** Unclosed quotations of the last paragraph, outermost first. */
  private pending: number[] = []

  constructor(private readonly text: string) {}

  paragraph(range: CharRange, following: CharRange | undefined): void {
    const marks = marksOf(this.text, range)
    const closers = nextSingleCloser(marks)
    const balance = marks.reduce((sum, mark) => sum + (mark.sign === '“' ? 1 : mark.sign === '”' ? -1 : 0), 0)
    let lead = range.start
    marks.forEach((mark, i) => {
      const leading = this.text.slice(lead, mark.start).trim() === '' && mark.start - lead < 64
      if (this.take(mark, i, marks, closers, balance > 0, leading, following) && leading) lead = mark.end
      else if (leading) lead = -1_000_000
    })
    this.pending = [...this.stack]
    while (this.stack.length > 0) this.shut({ start: range.end, end: range.end }, false)
  }

  private take(
    mark: Mark,
    i: number,
    marks: readonly Mark[],
    closers: Int32Array,
    unbalanced: boolean,
    leading: boolean,
    following: CharRange | undefined,
  ): boolean {
    if (mark.family === 'single') return this.takeSingle(mark, i, marks, closers, leading, following)
    const inside = this.openOf[mark.family] > 0
    const ambiguous = mark.sign === '"' || mark.sign === '＂' || mark.sign === "''" || mark.sign === '``'
    if (
      inside &&
      mark.canClose &&
      !(mark.canOpen && !ambiguous && '“„‟«'.includes(mark.sign) && !closesReversed(this.top(mark.family), mark))
    ) {
      this.closeFamily(mark)
      return false
    }
    if (inside && ambiguous && !mark.canOpen) {
      this.closeFamily(mark)
      return false
    }
    if (mark.sign === "''" && !mark.canOpen) return false
    if (!mark.canOpen && (mark.canClose || '”»'.includes(mark.sign))) return false
    if (inside && this.top(mark.family)?.sign === mark.sign && (ambiguous || unbalanced)) {
      this.endBefore(mark)
    }
    this.open(mark, leading)
    return true
  }

  private takeSingle(
    mark: Mark,
    i: number,
    marks: readonly Mark[],
    closers: Int32Array,
    leading: boolean,
    following: CharRange | undefined,
  ): boolean {
    const topIndex = this.stack[this.stack.length - 1]
    const top = topIndex === undefined ? undefined : this.found[topIndex]!.mark
    if (top?.family === 'single' && mark.canClose && mark.sign !== '‚') {
      const before = this.text[mark.start - 1] ?? ''
      const next = closers[i]!
      const plural = before === 's' && /^\s\p{Ll}/u.test(this.text.slice(mark.end, mark.end + 2))
      if (!(plural && next >= 0 && marks[next]!.start > mark.end)) {
        this.shut(mark, true)
        return false
      }
      return false
    }
    if (!mark.canOpen || mark.sign === '›') return false
    const goesOn = leading && following !== undefined && startsWithMark(this.text, following)
    if (closers[i]! < 0 && !goesOn) return false
    this.open(mark, leading)
    return true
  }

  private top(kind: Family): Mark | undefined {
    for (let k = this.stack.length - 1; k >= 0; k -= 1) {
      const mark = this.found[this.stack[k]!]!.mark
      if (mark.family === kind) return mark
    }
    return undefined
  }

  private open(mark: Mark, leading: boolean): void {
    const depth = this.stack.length
    const before = leading ? this.pending[depth] : undefined
    const same = before !== undefined && this.found[before]!.mark.family === mark.family
    this.found.push({ mark, parent: this.stack[depth - 1] ?? -1, continues: same ? before : -1, closed: false })
    this.stack.push(this.found.length - 1)
    this.openOf[mark.family] += 1
  }

  private shut(at: CharRange, closed: boolean): void {
    const index = this.stack.pop()
    if (index === undefined) return
    const open = this.found[index]!
    open.close = closed ? { start: at.start, end: at.end } : { start: at.start, end: at.start }
    open.closed = closed
    this.openOf[open.mark.family] -= 1
  }

  /** Closes the innermost quotation of the mark's family; what is open inside it ends there unclosed. */
  private closeFamily(mark: Mark): void {
    while (this.stack.length > 0) {
      const same = this.found[this.stack[this.stack.length - 1]!]!.mark.family === mark.family
      this.shut(mark, same)
      if (same) return
    }
  }

  /** Ends the innermost quotation of the mark's family unclosed before the mark. */
  private endBefore(mark: Mark): void {
    while (this.stack.length > 0) {
      const same = this.found[this.stack[this.stack.length - 1]!]!.mark.family === mark.family
      this.shut(mark, false)
      if (same) return
    }
  }
}

function closesReversed(top: Mark | undefined, mark: Mark): boolean {
  if (top === undefined) return false
  return top.sign === (mark.sign === '«' ? '»' : '„') || !mark.canOpen
}

function startsWithMark(text: string, range: CharRange): boolean {
  return /^\s*["“„«‘'‚`]/.test(text.slice(range.start, Math.min(range.end, range.start + 32)))
}

/**
 * Finds quotations by their marks, of every kind, told from apostrophes and inches; ordered by opening mark.
 *
 * An unclosed quotation ends with its paragraph, or before the next opening mark where the paragraph's marks do not balance. Linear.
 */
export function findQuotations(text: string, paragraphs: readonly CharRange[]): QuotationSpan[] {
  const scanner = new Scanner(text)
  paragraphs.forEach((range, i) => scanner.paragraph(range, paragraphs[i + 1]))
  return scanner.found.map(({ mark, close, closed, parent, continues }) => ({
    open: { start: mark.start, end: mark.end },
    close: close ?? { start: mark.end, end: mark.end },
    closed,
    parent,
    continues,
  }))
}
