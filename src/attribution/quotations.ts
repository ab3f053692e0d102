import type { SpeechKind } from '../document/speech-kinds'
import { NOBODY } from '../mentions/entities'
import { afterwordOf } from './afterwords'
import type { ReportedSpeech } from './reported'
import { signatureAt } from './signatures'
import type { Speaker } from './speaker'
import { labelled, quoted } from './speaker'
import type { Text } from './text'
import { firstVerbAt, lastMention, speechOf } from './text'
import type { Turns } from './turns'

/** Says who speaks each quotation. */
export interface QuotationSpeakers {
  /** For each quotation that is parsed by itself, its speaker; undefined for quoted phrases, where nobody is named, and before `read`. */
  readonly speakers: readonly (Speaker | undefined)[]
  /** Fills `speakers` in reading order. */
  read(): void
  /** The speaker of any quotation, quoted phrases included. */
  speakerOf(quotation: number): Speaker | undefined
  /** The speaker of the quotation inside a quotation in which a token stands ("“Ghani told me: ‘*We will not come*’”"), or undefined. */
  nestedSpeaker(token: number): Speaker | undefined
}

/** A verb of speaking before the words counts as this many tokens further away than one behind them. */
const BEFORE = 3
/** So does one that is itself reported. */
const EMBEDDED = 6
/** A verb of speaking is no further from the words than this, in tokens. */
const REACH = 60
/** How many clauses back the one who goes on speaking is sought. */
const BACK = 200
const SPOKEN: ReadonlySet<SpeechKind | undefined> = new Set<SpeechKind>(['say', 'ask', 'deny'])

/** Makes the reader of a document's quotations; its `speakers` may be looked at while they are read. */
export function createQuotations(text: Text, turns: Turns, reported: ReportedSpeech): QuotationSpeakers {
  const { document, syntax, actors, unitsOfSentence, clausesByVerb, wholeQuotations } = text
  const { norms, words, sentenceOf, sentences, paragraphOf, quotationOf, quotations } = document
  const { clauses, units } = syntax
  const { entityOf } = actors
  const speakers: (Speaker | undefined)[] = quotations.map(() => undefined)
  const phrases = new Map<number, Speaker | undefined>()
  const nested = new Map<number, Speaker | undefined>()
  return { speakers, read, speakerOf, nestedSpeaker }

  function read(): void {
    for (let q = 0; q < quotations.length; q++) if (wholeQuotations.has(q)) speakers[q] = find(q)
    // a quotation at the start of a paragraph may be attributed only after it
    let next = -1
    for (let q = quotations.length - 1; q >= 0; q--) {
      if (!wholeQuotations.has(q)) continue
      if (!speakers[q] && next >= 0 && paragraphOf[quotations[next]!.open] === paragraphOf[quotations[q]!.open])
        speakers[q] = speakers[next]
      next = q
    }
  }
  function speakerOf(q: number): Speaker | undefined {
    if (wholeQuotations.has(q)) return speakers[q]
    if (!phrases.has(q)) {
      // "“We”, said …": what is inside may not ask for itself
      phrases.set(q, undefined)
      phrases.set(q, find(q))
    }
    return phrases.get(q)
  }
  function nestedSpeaker(token: number): Speaker | undefined {
    const q = quotationOf[token]!
    if (q < 0 || quotations[q]!.parent < 0 || wholeQuotations.has(q)) return undefined
    if (!nested.has(q)) {
      nested.set(q, undefined)
      const { open, close, parent } = quotations[q]!
      const inside = clausesAround(q, sentencesAround(q)).filter((c) => units[clauses[c]!.unit]!.quotation === parent)
      const speaker = byVerb(open, close, inside)
      nested.set(q, speaker && speaker.entity >= 0 ? speaker : undefined)
    }
    return nested.get(q)
  }

  function find(q: number): Speaker | undefined {
    const { continues, open, close } = quotations[q]!
    const before = continues >= 0 ? speakers[continues] : undefined
    if (before) return quoted(before)
    const around = sentencesAround(q)
    const outer = clausesAround(q, around)
    const said = byVerb(open, close, outer)
    if (said && said.entity >= 0) return said
    const signer = signatureAt(text, close + 1, endOfLine(close))
    return (
      (signer && quoted(signer)) ??
      bySource(q, around) ??
      byLead(open, outer) ??
      turns.speakerAt(open) ??
      afterwordOf(text, close) ??
      asideWithin(q) ??
      goesOn(open) ??
      said
    )
  }

  /** "“We will attend, the spokesman said.": the mark was never closed, and the aside stands among the words. */
  function asideWithin(q: number): Speaker | undefined {
    const { open, from, to, close } = quotations[q]!
    if (norms[close] === '"') return undefined
    const sentence = sentenceOf[from]!
    for (let k = firstVerbAt(text, open); k < clausesByVerb.length; k++) {
      const c = clausesByVerb[k]!
      const { verb, subject } = clauses[c]!
      if (verb.from >= to || sentenceOf[verb.from] !== sentence) return undefined
      const entity = subject >= 0 ? entityOf[subject]! : NOBODY
      if (entity >= 0 && reported.isAside(c) && SPOKEN.has(speechOf(text, clauses[c]!)))
        return { entity, phrase: subject, mode: 'quote', clause: c }
    }
    return undefined
  }

  /** The sentences that a quotation begins and ends in, and the one that goes on in small letters behind it. */
  function sentencesAround(q: number): Set<number> {
    const { open, from, to, close } = quotations[q]!
    const around = new Set([
      sentenceOf[open]!,
      sentenceOf[Math.max(from, to - 1)]!,
      sentenceOf[Math.min(close, document.length - 1)]!,
    ])
    const after = close + 1
    if (after < document.length && paragraphOf[after] === paragraphOf[open] && /^\p{Ll}/u.test(words[after]!))
      around.add(sentenceOf[after]!)
    return around
  }
  /** The clauses of the words around a quotation, in reach. */
  function clausesAround(q: number, around: ReadonlySet<number>): number[] {
    const { open, close, parent } = quotations[q]!
    const outer: number[] = []
    const add = (from: number, to: number): void => {
      for (let k = firstVerbAt(text, from); k < clausesByVerb.length; k++) {
        const c = clausesByVerb[k]!
        const { verb, unit } = clauses[c]!
        if (verb.from > to) break
        const { quotation, sentence } = units[unit]!
        if (around.has(sentence) && quotation !== q && (quotation < 0 || quotation === parent)) outer.push(c)
      }
    }
    add(open - REACH, open)
    add(close, close + REACH)
    return outer
  }
  /** The end of the sentence that goes on behind a quotation, or of its line. */
  function endOfLine(close: number): number {
    const after = close + 1
    return after < document.length ? sentences[sentenceOf[after]!]!.to : after
  }

  /** "…," said X: the nearest verb of speaking. */
  function byVerb(open: number, close: number, outer: readonly number[]): Speaker | undefined {
    let best = -1
    let least = Infinity
    for (const c of outer) {
      const { verb, relation } = clauses[c]!
      if (!SPOKEN.has(speechOf(text, clauses[c]!))) continue
      const distance = verb.from < open ? open - verb.to + BEFORE : verb.from - close
      const cost = distance + (relation === 'complement' ? EMBEDDED : 0)
      if (cost >= least) continue
      best = c
      least = cost
    }
    if (best < 0) return undefined
    const speaker = reported.speakerOfVerb(best)
    if (speaker) return quoted(speaker)
    // "Lavrov arrived, saying: “…”"
    const { parent } = clauses[best]!
    return parent >= 0 ? subjectOf(parent, best) : undefined
  }
  function bySource(q: number, around: ReadonlySet<number>): Speaker | undefined {
    for (const s of around) {
      for (const u of unitsOfSentence[s] ?? []) {
        const source = units[u]!.quotation === q ? undefined : reported.sourceOf(u)
        if (source) return quoted(source)
      }
    }
    return undefined
  }
  /** "A US official, asked …: “…”": the first actor of the words that lead in. */
  function byLead(open: number, outer: readonly number[]): Speaker | undefined {
    for (const c of outer) {
      const speaker = subjectOf(c, c)
      if (speaker) return speaker
    }
    if (norms[open - 1] !== ':') return undefined
    const mention = lastMention(text, Math.max(document.paragraphs[paragraphOf[open]!]!.from, open - REACH), open)
    return mention && labelled(mention, 'quote')
  }
  /** The same speaker goes on: the last one heard in this paragraph, or, at the start of a paragraph, in the one before; never across turns. */
  function goesOn(open: number): Speaker | undefined {
    const paragraph = paragraphOf[open]!
    const first = paragraph - (open === document.paragraphs[paragraph]!.from ? 1 : 0)
    const turn = turns.startOf(open)
    const last = firstVerbAt(text, open) - 1
    for (let k = last; k > last - BACK && k >= 0; k--) {
      const c = clausesByVerb[k]!
      const { verb, relation } = clauses[c]!
      if (paragraphOf[verb.from]! < first || verb.from < turn) return undefined
      const inside = quotationOf[verb.from]!
      if (inside >= 0 && wholeQuotations.has(inside)) {
        if (speakers[inside]) return speakers[inside]
        continue
      }
      if (relation !== 'root' && relation !== 'coordinate' && speechOf(text, clauses[c]!) !== 'say') continue
      const speaker = subjectOf(c, c)
      if (speaker) return speaker
    }
    return undefined
  }
  function subjectOf(c: number, verb: number): Speaker | undefined {
    const phrase = clauses[c]!.subject
    const entity = phrase >= 0 ? entityOf[phrase]! : NOBODY
    return entity >= 0 ? { entity, phrase, mode: 'quote', clause: verb } : undefined
  }
}
