import type { Builder } from './builder'
import type { RawTokens } from './tokenize'

const CLITIC = /^(.+?)('(?:s|ll|re|ve|d|m)|n't)$/
const OPENED: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ["'d", 'would'],
])
const OPENED_LEMMA: ReadonlyMap<string, string> = new Map([
  ['are', 'be'],
  ['am', 'be'],
])
const BEFORE_NOT: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
  ['ai', 'is'],
])
const BARE_NOT = /^(?:do|does|did|is|are|was|were|has|have|had|wo|would|ca|could|sha|should|must|might|may|need|dare|ought|ai)$/

export function pushWord(out: Builder, start: number, end: number, word: string, raw: RawTokens, i: number): void {
  const norm = word.toLowerCase()
  const next = raw.start[i + 1] === end ? slice3(raw, i + 1) : 0
  const opened = next === 3 ? BEFORE_NOT.get(norm) : undefined
  const isNegated = opened !== undefined && raw.lemmas[i + 1] === 'not'
  const lemma = raw.lemmas[i]!
  out.push(
    start,
    end,
    isNegated ? opened : norm,
    lemma === 'dialog' ? 'dialogue' : lemma === '' ? norm : lemma,
    raw.pos[i]!,
    raw.ends[i]!,
  )
}

function slice3(raw: RawTokens, i: number): number {
  return raw.end[i]! - raw.start[i]!
}

/** Pushes a word with an apostrophe, or "cannot", as one token or split where wink left it whole. */
export function pushContraction(out: Builder, start: number, end: number, word: string, raw: RawTokens, i: number): void {
  const norm = word.toLowerCase()
  const ends = raw.ends[i]!
  if (norm === 'cannot') {
    out.push(start, start + 3, 'can', 'can', 'AUX', 0)
    out.push(start + 3, end, 'not', 'not', 'PART', ends)
    return
  }
  if (norm === "'") {
    const last = out.end.length - 1
    const possessive = last >= 0 && out.end[last] === start && /[\p{L}.]$/u.test(out.norms[last]!)
    out.push(start, end, possessive ? "'s" : norm, possessive ? "'s" : norm, possessive ? 'PART' : 'PUNCT', ends)
    return
  }
  const opened = OPENED.get(norm)
  if (opened !== undefined) {
    out.push(start, end, opened, OPENED_LEMMA.get(opened) ?? opened, raw.pos[i]!, ends)
    return
  }
  const parts = CLITIC.exec(norm)
  if (parts === null || (parts[2] === "n't" && !BARE_NOT.test(parts[1]!))) {
    pushWord(out, start, end, word, raw, i)
    return
  }
  const cut = start + parts[1]!.length
  const clitic = parts[2]!
  const base = clitic === "n't" ? (BEFORE_NOT.get(parts[1]!) ?? parts[1]!) : parts[1]!
  const verbal = clitic !== "'s" && clitic !== "n't"
  out.push(start, cut, base, base, clitic === "n't" ? 'AUX' : verbal ? 'PRON' : raw.pos[i]!, 0)
  const opener = OPENED.get(clitic) ?? "'s"
  out.push(cut, end, opener, OPENED_LEMMA.get(opener) ?? opener, verbal ? 'AUX' : 'PART', ends)
}
