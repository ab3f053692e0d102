import type { Document } from '../document/document'
import type { Clause, Syntax } from '../document/clauses'
import { speechKind } from '../document/clauses'
import type { ActorMentions } from '../mentions/actors'
import { NOBODY, SPEAKER } from '../mentions/entities'

/** Who says something, and where the text names them. */
export interface Speaker {
  readonly entity: number
  /** Noun phrase that names the speaker, or -1. */
  readonly phrase: number
  /** Whether the words are given as a quotation, a report, or a hostile accusation. */
  readonly mode: 'quote' | 'reported'
  /** Clause of the verb of speaking, or -1. */
  readonly clause: number
}

/** For each clause who says it; for each quotation who speaks it. */
export interface Attribution {
  /** Innermost speaker of a clause, or undefined for the writer of the text. */
  speakerOf(clause: number): Speaker | undefined
  readonly quotationSpeakers: readonly (Speaker | undefined)[]
  /** The entity of a noun phrase in a clause, with "we" and "I" read as the speaker. */
  entityIn(phrase: number, clause: number): number
}

const STATEMENT_NOUNS = new Set(['statement', 'communique', 'communiqué', 'letter', 'message', 'note', 'release', 'declaration', 'text', 'post', 'tweet', 'handout', 'commentary', 'editorial', 'report', 'speech', 'email', 'readout', 'document', 'announcement', 'remark', 'comment', 'reply', 'answer'])

/** Finds the speaker of each quotation and each clause. */
export function attribute(document: Document, syntax: Syntax, actors: ActorMentions): Attribution {
  const { norms, lemmas, pos, sentenceOf, paragraphOf, quotations } = document
  const { clauses, nounPhrases, units } = syntax
  const { entityOf } = actors
  const clausesOfUnit: number[][] = units.map(() => [])
  clauses.forEach((c, i) => clausesOfUnit[c.unit]!.push(i))
  const unitsOfSentence: number[][] = document.sentences.map(() => [])
  units.forEach((u, i) => unitsOfSentence[u.sentence]!.push(i))
  const labels = paragraphSpeakers()
  const quotationSpeakers: (Speaker | undefined)[] = quotations.map(() => undefined)
  const wholeQuotations = new Set(units.filter((u) => u.quotation >= 0).map((u) => u.quotation))
  for (let q = 0; q < quotations.length; q++) if (wholeQuotations.has(q)) quotationSpeakers[q] = speakerOfQuotation(q)
  // a quotation at the start of a paragraph may be attributed only after it
  for (let q = quotations.length - 1; q >= 0; q--) {
    if (quotationSpeakers[q] || !wholeQuotations.has(q)) continue
    const next = quotations.findIndex((x, k) => k > q && wholeQuotations.has(k) && paragraphOf[x.open] === paragraphOf[quotations[q]!.open])
    if (next >= 0) quotationSpeakers[q] = quotationSpeakers[next]
  }
  const memo = new Map<number, Speaker | undefined>()

  return { speakerOf, quotationSpeakers, entityIn }

  function speakerOf(clause: number): Speaker | undefined {
    if (memo.has(clause)) return memo.get(clause)
    memo.set(clause, undefined)
    const speaker = findSpeaker(clause)
    memo.set(clause, speaker)
    return speaker
  }

  function findSpeaker(index: number): Speaker | undefined {
    let k = index
    for (let depth = 0; depth < 12 && k >= 0; depth++) {
      const clause = clauses[k]!
      if (clause.relation === 'complement' && clause.parent >= 0) {
        const parent = clauses[clause.parent]!
        const kind = speechKind(lemmas[parent.verb.head]!)
        if (kind) {
          const speaker = speakerOfVerb(clause.parent)
          if (speaker) return speaker
        }
      }
      if (clause.relation === 'root' || clause.relation === 'coordinate' || clause.relation === 'parenthetical' || clause.parent < 0) break
      k = clause.parent
    }
    const unit = units[clauses[index]!.unit]!
    const parenthetical = clausesOfUnit[clauses[index]!.unit]!.find((c) => c !== index && isParenthetical(c, index))
    if (parenthetical !== undefined) {
      const speaker = speakerOfVerb(parenthetical)
      if (speaker) return speaker
    }
    const according = accordingTo(unit.from, unit.to, clauses[index]!)
    if (according) return according
    if (unit.quotation >= 0) return quotationSpeakers[unit.quotation]
    return labels.get(unit.paragraph)
  }

  /** "…, officials said.": a clause of speaking without complement behind (or inside) what is said. */
  function isParenthetical(c: number, index: number): boolean {
    const clause = clauses[c]!
    if (clause.relation === 'parenthetical') return true
    if (speechKind(lemmas[clause.verb.head]!) !== 'say') return false
    if (clause.relation !== 'root' && clause.relation !== 'coordinate') return false
    if (c < index && !commaAround(clause)) return false
    if (clauses.some((x) => x.parent === c && x.relation === 'complement')) return false
    if (clause.object >= 0 && nounPhrases[clause.object]!.from > clause.verb.to) return false
    if (c === index) return false
    const first = clauses[clausesOfUnit[clause.unit]![0]!]!
    return clause.verb.from > first.verb.from && commaAround(clause)
  }
  function commaAround(clause: Clause): boolean {
    const start = clause.subject >= 0 ? Math.min(phraseStart(clause.subject), clause.verb.from) : clause.verb.from
    const before = norms[start - 1]
    return before === ',' || before === '"' || norms[clause.verb.from - 1] === ',' || norms[start - 1] === '-' || norms[start - 1] === '–' || norms[start - 1] === '—'
  }
  function phraseStart(p: number): number {
    let np = nounPhrases[p]!
    while (np.possessor >= 0) np = nounPhrases[np.possessor]!
    return np.from
  }

  function speakerOfVerb(verb: number): Speaker | undefined {
    const clause = clauses[verb]!
    const phrase = clause.verb.passive ? clause.agent : clause.subject
    if (phrase < 0) {
      // "…, saying that": the subject of the clause that it hangs on
      return undefined
    }
    let entity = entityIn(phrase, verb)
    if (entity < 0) entity = ownerOfStatement(phrase)
    if (entity < 0) return { entity: NOBODY, phrase, mode: 'reported', clause: verb }
    return { entity, phrase, mode: 'reported', clause: verb }
  }

  /** "the ministry's statement said", "the statement read", "a letter from Tehran said". */
  function ownerOfStatement(phrase: number): number {
    const np = nounPhrases[phrase]!
    if (!STATEMENT_NOUNS.has(lemmas[np.head]!)) return NOBODY
    if (np.possessor >= 0 && entityOf[np.possessor]! >= 0) return entityOf[np.possessor]!
    for (let t = np.from; t < np.head; t++) {
      const hit = actors.mentions.find((m) => m.from <= t && t < m.to)
      if (hit) return hit.entity
    }
    // "a handout issued by the Arg"
    const issued = /^(issued|released|published|posted|made|signed|sent|put|carried|read)$/.test(norms[np.to] ?? '') && (norms[np.to + 1] === 'by' || norms[np.to + 1] === 'from')
    const at = issued ? np.to + 1 : np.to
    const after = norms[at]
    if (after === 'by' || after === 'from' || after === 'of' || after === 'on') {
      let p = syntax.phraseOf[at + 1] ?? -1
      while (p >= 0 && p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
      if (p >= 0 && entityOf[p]! >= 0) return entityOf[p]!
    }
    return lastActor(np.from)
  }
  /** The last actor that was heard before a token: the subject of the nearest clause before it. */
  function lastActor(token: number): number {
    const paragraph = paragraphOf[token]!
    for (let k = clauses.length - 1; k >= 0; k--) {
      const clause = clauses[k]!
      if (clause.verb.from >= token || clause.subject < 0) continue
      if (paragraphOf[clause.verb.from]! < paragraph - 1) break
      if (speechKind(lemmas[clause.verb.head]!) !== 'say') continue
      const e = entityOf[clause.subject]!
      if (e >= 0) return e
    }
    return NOBODY
  }

  function accordingTo(from: number, to: number, clause: Clause): Speaker | undefined {
    for (let t = from; t < to - 1; t++) {
      if (norms[t] === 'according' && norms[t + 1] === 'to') {
        let p = syntax.phraseOf[t + 2] ?? -1
        while (p >= 0 && p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
        if (p < 0) continue
        let entity = entityOf[p]!
        if (entity < 0) entity = ownerOfStatement(p)
        return { entity: entity === SPEAKER ? NOBODY : entity, phrase: p, mode: 'reported', clause: -1 }
      }
    }
    void clause
    return undefined
  }

  function speakerOfQuotation(q: number): Speaker | undefined {
    const quotation = quotations[q]!
    if (quotation.continues >= 0) {
      const before = quotationSpeakers[quotation.continues]
      if (before) return { ...before, mode: 'quote' }
    }
    const paragraph = paragraphOf[quotation.open]!
    const sentences = new Set([sentenceOf[quotation.open]!, sentenceOf[Math.max(quotation.from, quotation.to - 1)]!, sentenceOf[Math.min(quotation.close, document.length - 1)]!])
    const afterClose = quotation.close + 1
    if (afterClose < document.length && paragraphOf[afterClose] === paragraph && /^[\p{Ll}]/u.test(document.words[afterClose]!)) sentences.add(sentenceOf[afterClose]!)
    let best: { clause: number; cost: number } | undefined
    const outer: number[] = []
    for (const s of sentences) {
      for (const u of unitsOfSentence[s] ?? []) {
        if (units[u]!.quotation === q) continue
        if (units[u]!.quotation >= 0 && units[u]!.quotation !== quotation.parent) continue
        for (const c of clausesOfUnit[u]!) {
          const clause = clauses[c]!
          if (clause.verb.from > quotation.open && clause.verb.from < quotation.close) continue
          outer.push(c)
          const kind = speechKind(lemmas[clause.verb.head]!)
          if (kind !== 'say' && kind !== 'ask' && kind !== 'deny') continue
          const before = clause.verb.from < quotation.open
          const distance = before ? quotation.open - clause.verb.to : clause.verb.from - quotation.close
          // after the words is the usual place, right before them with a comma or colon too
          const cost = distance + (before ? 3 : 0) + (clause.relation === 'complement' ? 6 : 0)
          if (!best || cost < best.cost) best = { clause: c, cost }
        }
      }
    }
    if (best) {
      const speaker = speakerOfVerb(best.clause)
      if (speaker && speaker.entity >= 0) return { ...speaker, mode: 'quote' }
      if (!speaker) {
        const subject = subjectAround(best.clause)
        if (subject) return { ...subject, mode: 'quote' }
      }
    }
    for (const s of sentences) {
      const range = document.sentences[s]!
      const according = accordingToAround(range.from, range.to)
      if (according) return { ...according, mode: 'quote' }
    }
    // "A US official, asked …: “…”": the first actor of the words that lead in
    if (norms[quotation.open - 1] === ':' || outer.length > 0) {
      for (const c of outer) {
        const clause = clauses[c]!
        const e = clause.subject >= 0 ? entityOf[clause.subject]! : NOBODY
        if (e >= 0) return { entity: e, phrase: clause.subject, mode: 'quote', clause: c }
      }
    }
    if (norms[quotation.open - 1] === ':') {
      for (let m = actors.mentions.length - 1; m >= 0; m--) {
        const mention = actors.mentions[m]!
        if (mention.to <= quotation.open && paragraphOf[mention.from] === paragraph) return { entity: mention.entity, phrase: mention.phrase, mode: 'quote', clause: -1 }
      }
    }
    // the same speaker goes on: last quotation or speaker of this paragraph, then of the one before
    const label = labels.get(paragraph)
    if (label) return label
    for (let k = clauses.length - 1; k >= 0; k--) {
      const clause = clauses[k]!
      if (clause.verb.from >= quotation.open) continue
      const where = paragraphOf[clause.verb.from]!
      if (where < paragraph - 1) break
      if (where < paragraph && !(quotation.open === document.paragraphs[paragraph]!.from)) break
      if (clause.verb.from > 0 && document.quotationOf[clause.verb.from]! >= 0 && wholeQuotations.has(document.quotationOf[clause.verb.from]!)) {
        const same = quotationSpeakers[document.quotationOf[clause.verb.from]!]
        if (same) return same
        continue
      }
      if (clause.subject < 0) continue
      const e = entityOf[clause.subject]!
      if (e >= 0 && (clause.relation === 'root' || clause.relation === 'coordinate' || speechKind(lemmas[clause.verb.head]!) === 'say')) return { entity: e, phrase: clause.subject, mode: 'quote', clause: k }
    }
    return undefined
  }
  function subjectAround(c: number): Speaker | undefined {
    const parent = clauses[c]!.parent
    if (parent < 0) return undefined
    const phrase = clauses[parent]!.subject
    return phrase >= 0 && entityOf[phrase]! >= 0 ? { entity: entityOf[phrase]!, phrase, mode: 'quote', clause: c } : undefined
  }
  function accordingToAround(from: number, to: number): Speaker | undefined {
    return accordingTo(from, to, clauses[0]!)
  }

  /** Paragraphs with a speaker's label: "MR. PRICE:", "Q:", "Lavrov: …", and headlines that end in ": MoFA". */
  function paragraphSpeakers(): Map<number, Speaker> {
    const out = new Map<number, Speaker>()
    let asked = false
    let answering: Speaker | undefined
    document.paragraphs.forEach((paragraph, i) => {
      let labelled = false
      for (let t = paragraph.from; t < Math.min(paragraph.to, paragraph.from + 8); t++) {
        if (norms[t] !== ':' || t === paragraph.from) continue
        if (/^(q|question|reporter|journalist|moderator|interviewer)$/.test(norms[paragraph.from]!)) {
          out.set(i, { entity: NOBODY, phrase: -1, mode: 'quote', clause: -1 })
          asked = true
          labelled = true
          break
        }
        const mention = actors.mentions.find((m) => m.from >= paragraph.from && m.to <= t && m.to >= t - 1)
        if (mention) {
          answering = { entity: mention.entity, phrase: mention.phrase, mode: 'quote', clause: -1 }
          out.set(i, answering)
          labelled = true
        } else if (/^(a|answer)$/.test(norms[paragraph.from]!)) {
          const interviewee = answering ?? intervieweeBefore(paragraph.from)
          if (interviewee) out.set(i, interviewee)
          answering = interviewee
          labelled = true
        }
        break
      }
      // an answer may run over several paragraphs
      if (!labelled && asked && answering && paragraph.kind === 'body' && out.size > 1) out.set(i, answering)
      if (paragraph.kind === 'headline' && !out.has(i)) {
        for (let t = paragraph.to - 1; t > Math.max(paragraph.from, paragraph.to - 6); t--) {
          if (norms[t] !== ':') continue
          const mention = actors.mentions.find((m) => m.from > t && m.to <= paragraph.to)
          if (mention) out.set(i, { entity: mention.entity, phrase: mention.phrase, mode: 'reported', clause: -1 })
        }
      }
    })
    return out
  }
  /** The first person that the lead of an interview names. */
  function intervieweeBefore(token: number): Speaker | undefined {
    const mention = actors.mentions.find((m) => m.to <= token && m.person)
    return mention ? { entity: mention.entity, phrase: mention.phrase, mode: 'quote', clause: -1 } : undefined
  }

  function entityIn(phrase: number, clause: number): number {
    const entity = entityOf[phrase]!
    if (entity !== SPEAKER) return entity
    const quotation = units[clauses[clause]!.unit]!.quotation
    if (quotation >= 0) return quotationSpeakers[quotation]?.entity ?? NOBODY
    // "we" in a quoted phrase inside the writer's sentence, or in a transcript
    const label = labels.get(units[clauses[clause]!.unit]!.paragraph)
    if (label) return label.entity
    const inner = document.quotationOf[nounPhrases[phrase]!.from]!
    if (inner >= 0) {
      const speaker = speakerOfQuotation(inner)
      if (speaker) return speaker.entity
    }
    void pos
    return NOBODY
  }
}
