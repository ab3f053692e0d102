import { startsUpper } from './letters'
import type { PartOfSpeech, Range } from './document'
import { CLOSED_ABBREVIATIONS, OPEN_ABBREVIATIONS } from './abbreviations'

/** What the sentence rules look at: tokens of one text and which of them are quotation marks. */
export interface SentenceTokens {
  readonly words: readonly string[]
  readonly norms: readonly string[]
  readonly pos: readonly PartOfSpeech[]
  /** 1 where wink ends a sentence after the token. */
  readonly ends: readonly number[]
  /** 1 for an opening quotation mark, 2 for a closing one, else 0. */
  readonly marks: Uint8Array
}

const TERMINATOR = /^(?:[.!?]+|…|[.!?…]{2,})$/
const CLOSER = /^[)\]}"'”’»]$/
const STARTER = new Set<PartOfSpeech>(['DET', 'PRON', 'ADV', 'SCONJ', 'CCONJ', 'AUX', 'ADP'])
const SAID =
  /^(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|replied|quipped|exclaimed|shouted|tweeted|insisted|wondered|noted|declared|continued|remarked)$/

/** Whether "Name said" follows, so that a question or cry in quotation marks does not end the sentence. */
function isAttribution(tokens: SentenceTokens, from: number, to: number): boolean {
  let at = from
  while (at < to && at < from + 5 && (tokens.pos[at] === 'PROPN' || (tokens.pos[at] === 'NOUN' && at > from))) at += 1
  return at > from && at < to && SAID.test(tokens.norms[at]!)
}

function isAbbreviation(norm: string): boolean {
  return norm.length > 1 && norm.endsWith('.') && /\p{L}/u.test(norm)
}

/** Whether a sentence ends after token `i`; `next` is the token that would start the new one. */
function endsAfter(tokens: SentenceTokens, i: number, next: number, to: number, quoted: boolean, headline: boolean): boolean {
  const norm = tokens.norms[i]!
  const word = tokens.words[next]!
  const opens = tokens.marks[next] === 1
  if (isAbbreviation(norm)) {
    const bare = norm.slice(0, -1)
    if (OPEN_ABBREVIATIONS.has(bare)) return false
    if (!startsUpper(word)) return quoted && opens
    if (quoted) return true
    if (headline) return false
    const canEnd = bare.includes('.') || CLOSED_ABBREVIATIONS.has(bare)
    return canEnd && tokens.pos[next] !== 'PROPN' && (STARTER.has(tokens.pos[next]!) || tokens.norms[next] === 'no')
  }
  if (/^\p{Ll}/u.test(word)) return false
  if (/^[,;:–—-]/.test(word)) return false
  const final = norm.at(-1)
  if (quoted && final !== '.' && isAttribution(tokens, next, to)) return false
  if (opens || /^[\p{Lu}\p{Lt}\p{Lo}([{]/u.test(word)) return true
  return /^\d/.test(word) ? final !== '…' || tokens.ends[i] === 1 : tokens.ends[i] === 1
}

/** Tokens of a sentence at most: what is longer is no sentence but a text without full stops, and is read in pieces. */
export const LONGEST_SENTENCE = 400
/** A piece ends behind such a mark where one stands in its second half. */
const PAUSE = /^[,;:)—–]$/

/** Cuts what is longer than a sentence into pieces. */
function inPieces(norms: readonly string[], { from, to }: Range): Range[] {
  const pieces: Range[] = []
  let start = from
  while (to - start > LONGEST_SENTENCE) {
    let end = start + LONGEST_SENTENCE
    while (end > start + LONGEST_SENTENCE / 2 && !PAUSE.test(norms[end - 1]!)) end -= 1
    if (end === start + LONGEST_SENTENCE / 2) end = start + LONGEST_SENTENCE
    pieces.push({ from: start, to: end })
    start = end
  }
  pieces.push({ from: start, to })
  return pieces
}

/**
 * Splits one paragraph, a range of tokens, into sentences of at most `LONGEST_SENTENCE` tokens. In a headline an abbreviation ends none, as any word
 * may have a capital.
 */
export function splitSentences(tokens: SentenceTokens, from: number, to: number, headline = false): Range[] {
  const sentences: Range[] = []
  let start = from
  let i = from
  while (i < to) {
    const norm = tokens.norms[i]!
    if (!TERMINATOR.test(norm) && !isAbbreviation(norm)) {
      i += 1
      continue
    }
    let last = i
    while (last + 1 < to && TERMINATOR.test(tokens.norms[last + 1]!)) last += 1
    let next = last + 1
    let quoted = false
    while (next < to && (tokens.marks[next] === 2 || (tokens.marks[next] === 0 && CLOSER.test(tokens.words[next]!)))) {
      quoted = quoted || tokens.marks[next] === 2
      next += 1
    }
    if (next < to && endsAfter(tokens, last, next, to, quoted, headline)) {
      sentences.push({ from: start, to: next })
      start = next
    }
    i = next
  }
  if (start < to) sentences.push({ from: start, to })
  return sentences.flatMap((sentence) => inPieces(tokens.norms, sentence))
}
