import { speechKind } from '../document/clauses'
import type { Speaker } from './speaker'
import { quoted } from './speaker'
import type { ReportedSpeech } from './reported'
import type { Text } from './text'
import { firstVerbAt, lastMention, speechOf } from './text'

/** Says who speaks each quotation. */
export interface QuotationSpeakers {
  /** For each quotation that is parsed by itself, its speaker; undefined for quoted phrases, where nobody is named, and before `read`. */
  readonly speakers: readonly (Speaker | undefined)[]
  /** Fills `speakers` in reading order. */
  read(): void
  /** The speaker of any quotation, quoted phrases included. */
  speakerOf(quotation: number): Speaker | undefined
}

/** A verb of speaking before the words counts as this many tokens further away than one behind them. */
const BEFORE = 3
/** So does one that is itself reported. */
const EMBEDDED = 6

/** Makes the reader of a document's quotations; its `speakers` may be looked at while they are read. */
export function createQuotations(text: Text, labels: ReadonlyMap<number, Speaker>, reported: ReportedSpeech): QuotationSpeakers {
  const { document, syntax, actors, clausesOfUnit, unitsOfSentence, clausesByVerb, wholeQuotations } = text
  const { norms, words, sentenceOf, paragraphOf, quotationOf, quotations } = document
  const { clauses, units } = syntax
  const { entityOf } = actors
  const speakers: (Speaker | undefined)[] = quotations.map(() => undefined)
  const phrases = new Map<number, Speaker | undefined>()
  return { speakers, read, speakerOf }

  function read(): void {
    for (let q = 0; q < quotations.length; q++) if (wholeQuotations.has(q)) speakers[q] = find(q)
    // a quotation at the start of a paragraph may be attributed only after it
    let next = -1
    for (let q = quotations.length - 1; q >= 0; q--) {
      if (!wholeQuotations.has(q)) continue
      if (!speakers[q] && next >= 0 && paragraphOf[quotations[next]!.open] === paragraphOf[quotations[q]!.open]) speakers[q] = speakers[next]
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

  function find(q: number): Speaker | undefined {
    const { continues } = quotations[q]!
    const before = continues >= 0 ? speakers[continues] : undefined
    if (before) return quoted(before)
    const sentences = sentencesAround(q)
    const outer = clausesAround(q, sentences)
    return byVerb(q, outer) ?? bySource(sentences) ?? byLead(q, outer) ?? labels.get(paragraphOf[quotations[q]!.open]!) ?? goesOn(q)
  }

  /** The sentences that a quotation begins and ends in, and the one that goes on in small letters behind it. */
  function sentencesAround(q: number): Set<number> {
    const { open, from, to, close } = quotations[q]!
    const around = new Set([sentenceOf[open]!, sentenceOf[Math.max(from, to - 1)]!, sentenceOf[Math.min(close, document.length - 1)]!])
    const after = close + 1
    if (after < document.length && paragraphOf[after] === paragraphOf[open] && /^\p{Ll}/u.test(words[after]!)) around.add(sentenceOf[after]!)
    return around
  }
  /** The clauses of the words around a quotation. */
  function clausesAround(q: number, sentences: ReadonlySet<number>): number[] {
    const { open, close, parent } = quotations[q]!
    const outer: number[] = []
    for (const s of sentences) {
      for (const u of unitsOfSentence[s] ?? []) {
        const inside = units[u]!.quotation
        if (inside === q || (inside >= 0 && inside !== parent)) continue
        for (const c of clausesOfUnit[u]!) {
          const at = clauses[c]!.verb.from
          if (at <= open || at >= close) outer.push(c)
        }
      }
    }
    return outer
  }

  /** "…," said X: the nearest verb of speaking. */
  function byVerb(q: number, outer: readonly number[]): Speaker | undefined {
    const { open, close } = quotations[q]!
    let best = -1
    let least = Infinity
    for (const c of outer) {
      const { verb, relation } = clauses[c]!
      const kind = speechKind(document.lemmas[verb.head]!)
      if (kind !== 'say' && kind !== 'ask' && kind !== 'deny') continue
      const distance = verb.from < open ? open - verb.to + BEFORE : verb.from - close
      const cost = distance + (relation === 'complement' ? EMBEDDED : 0)
      if (cost >= least) continue
      best = c
      least = cost
    }
    if (best < 0) return undefined
    const speaker = reported.speakerOfVerb(best)
    if (speaker) return speaker.entity >= 0 ? quoted(speaker) : undefined
    // "Lavrov arrived, saying: “…”"
    const { parent } = clauses[best]!
    return parent >= 0 ? subjectOf(parent, best) : undefined
  }
  function bySource(sentences: ReadonlySet<number>): Speaker | undefined {
    for (const s of sentences) {
      const source = reported.accordingTo(document.sentences[s]!.from, document.sentences[s]!.to)
      if (source) return quoted(source)
    }
    return undefined
  }
  /** "A US official, asked …: “…”": the first actor of the words that lead in. */
  function byLead(q: number, outer: readonly number[]): Speaker | undefined {
    const { open } = quotations[q]!
    for (const c of outer) {
      const speaker = subjectOf(c, c)
      if (speaker) return speaker
    }
    if (norms[open - 1] !== ':') return undefined
    const mention = lastMention(text, document.paragraphs[paragraphOf[open]!]!.from, open)
    return mention && { entity: mention.entity, phrase: mention.phrase, mode: 'quote', clause: -1 }
  }
  /** The same speaker goes on: the last one heard in this paragraph, or, at the start of a paragraph, in the one before. */
  function goesOn(q: number): Speaker | undefined {
    const { open } = quotations[q]!
    const paragraph = paragraphOf[open]!
    const back = open === document.paragraphs[paragraph]!.from ? 1 : 0
    for (let k = firstVerbAt(text, open) - 1; k >= 0; k--) {
      const c = clausesByVerb[k]!
      const { verb, relation } = clauses[c]!
      if (paragraphOf[verb.from]! < paragraph - back) return undefined
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
    return phrase >= 0 && entityOf[phrase]! >= 0 ? { entity: entityOf[phrase]!, phrase, mode: 'quote', clause: verb } : undefined
  }
}
