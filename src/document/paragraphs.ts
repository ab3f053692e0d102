import type { CharRange } from './tokenize'

const TERMINAL = /[.!?:;…]["')\]]*$/
const NEW_ITEM = /^(?:[A-Z][A-Z.' ]{0,40}:|Q[:.]|A:|\d{1,2}[:.]\d{2}\b|[•*·▪►]\s)/
const GOES_ON =
  /(?:[,–—-]|\b(?:the|a|an|of|to|in|on|for|and|or|with|by|at|from|that|as|is|was|are|were|its|his|their|has|have|had|will|would))$/i
const COUNTED_COMMENTS = /^(?:\d+ comments?|comments? ?\(\d+\))$/i
const SHORT = 45
const LONG = 125

interface Line extends CharRange {
  readonly text: string
}

/** Splits a normalised text into blocks of lines between blank lines. */
function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = []
  let block: Line[] = []
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed === '') {
      if (block.length > 0) blocks.push(block)
      block = []
    } else {
      const start = from + raw.indexOf(trimmed)
      block.push({ start, end: start + trimmed.length, text: trimmed })
    }
    from = to + 1
  }
  if (block.length > 0) blocks.push(block)
  return blocks
}

/** Width in characters to which a text was hard-wrapped, or 0 where its line breaks are the author's. */
function wrapWidth(blocks: readonly (readonly Line[])[]): number {
  let breaks = 0
  let broken = 0
  let width = 0
  for (const block of blocks) {
    for (let i = 0; i + 1 < block.length; i += 1) {
      const line = block[i]!.text
      if (line.length > LONG) return 0
      if (line.length < SHORT) continue
      breaks += 1
      width = Math.max(width, line.length)
      if (!TERMINAL.test(line) && (/^[\p{Ll}\d"'(]/u.test(block[i + 1]!.text) || GOES_ON.test(line))) broken += 1
    }
  }
  return broken > 0 && broken * 3 >= breaks ? width : 0
}

/** Whether a line break ends a paragraph. */
function endsParagraph(line: string, next: string, width: number): boolean {
  if (NEW_ITEM.test(next) || COUNTED_COMMENTS.test(line)) return true
  const firstWord = next.length - next.replace(/^\S+/, '').length
  if (width > 0 && line.length + 1 + firstWord > width) return false
  if (TERMINAL.test(line)) return true
  return !GOES_ON.test(line) && !/^\p{Ll}/u.test(next)
}

/**
 * Splits a normalised text into paragraphs, in UTF-16 offsets without the white space around them.
 *
 * Blank lines separate; a single line break does where the line is complete. Hard-wrapped lines are one paragraph.
 */
export function splitParagraphs(text: string): CharRange[] {
  const blocks = blocksOf(text)
  const width = wrapWidth(blocks)
  const paragraphs: CharRange[] = []
  for (const block of blocks) {
    let start = block[0]!.start
    block.forEach((line, i) => {
      const next = block[i + 1]
      if (next !== undefined && !endsParagraph(line.text, next.text, width)) return
      paragraphs.push({ start, end: line.end })
      if (next !== undefined) start = next.start
    })
  }
  return paragraphs
}
