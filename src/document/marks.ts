import type { CharRange } from './tokenize'

/** Kinds of marks that close each other. */
export type Family = 'double' | 'guillemet' | 'single'

/** What can be a quotation mark, in UTF-16 offsets of the text, and on which side of a quotation it can stand. */
export interface Mark extends CharRange {
  readonly family: Family
  readonly sign: string
  readonly canOpen: boolean
  readonly canClose: boolean
}

const MARK = /``|''|["“”„‟＂«»‹›‘’‚‛'`]/g
const BEFORE_OPENING = /[\s([{<\-–—―/…:;,.¿¡\p{Zs}\p{Cf}"“„‟«‹‘‚'`]/u
const AFTER_CLOSING = /[\s)\]}>\-–—―/….,:;!?\p{Zs}\p{Cf}"”»›’']/u
const WORD = /[\p{L}\p{N}]/u
const LEADING_ELISION = /^['’‘](?:\d\d(?:s|\b)|(?:tis|twas|em|til|cause|bout|round|n)\b)/i
const MEASURE = /\d\s?(?:'\s?\d+\s?)?$/

function family(sign: string): Family {
  if ('«»'.includes(sign)) return 'guillemet'
  if (sign === '``' || sign === "''" || '"“”„‟＂'.includes(sign)) return 'double'
  return 'single'
}

/** Lists what can be a quotation mark in a paragraph, with the sides on which it can stand. */
export function marksOf(text: string, range: CharRange): Mark[] {
  const marks: Mark[] = []
  const body = text.slice(range.start, range.end)
  for (const match of body.matchAll(MARK)) {
    const sign = match[0]
    const from = match.index
    const to = from + sign.length
    const before = body[from - 1] ?? ' '
    const after = body[to] ?? ' '
    const kind = family(sign)
    if (kind === 'single' && !isSingle(sign, before, after, body.slice(from, from + 6))) continue
    if (sign === '"' && isMeasure(body, from)) continue
    const opens = BEFORE_OPENING.test(before) && !/\s/.test(after)
    const closes = !/[\s([{]/.test(before) && AFTER_CLOSING.test(after)
    marks.push({
      start: range.start + from,
      end: range.start + to,
      family: kind,
      sign,
      canOpen: opens || ('“„‟«‹'.includes(sign) && !closes),
      canClose: closes || (sign === '"' && /[,.!?;]/.test(before)) || ('”»›'.includes(sign) && !opens),
    })
  }
  return marks
}

function isSingle(sign: string, before: string, after: string, ahead: string): boolean {
  if (WORD.test(before) && WORD.test(after)) return false
  if (LEADING_ELISION.test(ahead) && !WORD.test(before)) return false
  if (sign === '‚' && WORD.test(before)) return false
  return sign === '‹' || sign === '›' || WORD.test(before) || !/\s/.test(before) || !/\s/.test(after)
}

/** 5'10" and 12": a straight mark after a number, with a foot mark before it or no quotation mark left of it. */
function isMeasure(body: string, at: number): boolean {
  if (!/\d/.test(body[at - 1] ?? '')) return false
  const left = body.slice(Math.max(0, at - 8), at)
  if (/\d'\s?\d+$/.test(left)) return true
  const line = body.slice(Math.max(0, at - 200), at)
  return MEASURE.test(left) && !/["“]/.test(line) && /^"\s?[a-z]/.test(body.slice(at, at + 3))
}

/** For each mark: the index of the next mark after it that can close a single quotation, or -1. */
export function nextSingleCloser(marks: readonly Mark[]): Int32Array {
  const next = new Int32Array(marks.length).fill(-1)
  let closer = -1
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    next[i] = closer
    const mark = marks[i]!
    if (mark.family !== 'single') continue
    if (mark.canClose && mark.sign !== '‘' && mark.sign !== '`') closer = i
    else if (mark.canOpen && mark.sign !== '’') closer = -1
  }
  return next
}
