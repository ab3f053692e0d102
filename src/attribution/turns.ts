import { datelineEnd } from '../document/dateline'
import type { Paragraph } from '../document/document'
import type { ActorMention } from '../mentions/entities'
import { NOBODY } from '../mentions/entities'
import { clockEnd } from '../document/clock'
import type { Speaker } from './speaker'
import { labelled } from './speaker'
import type { Text } from './text'
import { firstVerbAt, lastMention, phraseAt } from './text'

/** Whose turn it is: the labels of transcripts and interviews ("MR. PRICE:", "Q:"), and the items of a live blog ("16:40 Tehran: …"). */
export interface Turns {
  /** The speaker whose label stands before a token; `NOBODY` for one who asks or is no actor, undefined where nothing is labelled. */
  speakerAt(token: number): Speaker | undefined
  /** First token of the turn or item around a token, or 0. */
  startOf(token: number): number
}

interface Label {
  readonly kind: 'asker' | 'answer' | 'name' | 'unknown'
  readonly speaker: Speaker | undefined
  readonly words: string
}
interface Opening {
  readonly at: number
  readonly paragraph: number
  readonly clock: boolean
  readonly label: Label | undefined
  /** Whether it opens its paragraph. */
  readonly leads: boolean
}
interface Turn {
  readonly from: number
  readonly speaker: Speaker | undefined
}

const ASKERS = new Set([
  'q',
  'question',
  'reporter',
  'journalist',
  'moderator',
  'interviewer',
  'host',
  'presenter',
  'correspondent',
])
const ANSWERS = new Set(['a', 'answer'])
/** A label is no longer than this, in tokens. */
const LABEL = 14
/** A label without a known name is no longer than this, in tokens. */
const UNKNOWN = 5
/** What may follow the name in a label: "Lavrov, Russia's foreign minister:", "Ghani to the Taliban:". */
const TAIL = new Set([',', '(', '[', 'on', 'to', 'in', 'at', 'of', 'for', 'from'])

const somebody: Speaker = { entity: NOBODY, phrase: -1, mode: 'quote', clause: -1 }

/** Finds the turns of a document in one pass over its sentences. */
export function readTurns(text: Text): Turns {
  const { document, syntax, actors } = text
  const { norms, words, pos } = document
  const { nounPhrases } = syntax
  const openings = findOpenings()
  const isBlog = openings.filter((o) => o.clock).length > 1
  const isTranscript = openings.some((o) => o.label?.kind === 'asker') || repeatsLabel()
  const lead = actors.mentions.find((m) => m.person)
  const turns: Turn[] = []
  const turnOf = new Int32Array(document.length).fill(-1)
  fillTurns()
  return {
    speakerAt: (token) => (turnOf[token]! >= 0 ? turns[turnOf[token]!]!.speaker : undefined),
    startOf: (token) => (turnOf[token]! >= 0 ? turns[turnOf[token]!]!.from : 0),
  }

  function findOpenings(): Opening[] {
    const found: Opening[] = []
    for (const sentence of document.sentences) {
      if (sentence.from >= sentence.to) continue
      const p = document.paragraphOf[sentence.from]!
      const paragraph = document.paragraphs[p]!
      const leads = sentence.from === paragraph.from
      const start = leads && paragraph.kind === 'body' ? datelineEnd(document, paragraph) : sentence.from
      if (document.quotationOf[start]! >= 0) continue
      const after = clockEnd(document, start)
      const label = readLabel(after, paragraph, after > start)
      if (after > start || (label && (leads || mayStandInside(label, start))))
        found.push({ at: sentence.from, paragraph: p, clock: after > start, label, leads })
    }
    return found
  }
  /** Inside a paragraph only "Q:", "A:" and labels in capitals open a turn. */
  function mayStandInside(label: Label, at: number): boolean {
    return label.kind === 'asker' || label.kind === 'answer' || (words[at]!.length > 1 && words[at] === words[at]!.toUpperCase())
  }
  function repeatsLabel(): boolean {
    const seen = new Set<string>()
    for (const { label, clock, leads } of openings) {
      if (!label || clock || !leads) continue
      if (seen.has(label.words)) return true
      seen.add(label.words)
    }
    return false
  }

  function readLabel(from: number, paragraph: Paragraph, timed: boolean): Label | undefined {
    let colon = from + 1
    while (colon < Math.min(paragraph.to, from + LABEL) && norms[colon] !== ':') colon++
    if (norms[colon] !== ':' || colon >= paragraph.to) return undefined
    const key = norms.slice(from, colon).join(' ')
    if (ASKERS.has(norms[from]!)) return { kind: 'asker', speaker: somebody, words: key }
    if (ANSWERS.has(norms[from]!) && colon === from + 1) return { kind: 'answer', speaker: undefined, words: key }
    if (holdsVerb(from, colon)) return undefined
    const opens = timed || paragraph.kind !== 'body' || /^[\p{Lu}\d"“‘'«„]/u.test(words[colon + 1] ?? '')
    const speaker = opens ? nameIn(from, colon) : undefined
    if (speaker) return { kind: 'name', speaker, words: key }
    return colon - from <= UNKNOWN && isNameLike(from, colon) ? { kind: 'unknown', speaker: somebody, words: key } : undefined
  }
  function holdsVerb(from: number, to: number): boolean {
    const next = text.clausesByVerb[firstVerbAt(text, from)]
    return next !== undefined && syntax.clauses[next]!.verb.from < to
  }
  /** The actor that the words of a label name. */
  function nameIn(from: number, colon: number): Speaker | undefined {
    const phrase = phraseAt(text, pos[from] === 'DET' && syntax.phraseOf[from]! < 0 ? from + 1 : from)
    if (phrase >= 0 && actors.entityOf[phrase]! >= 0) {
      const { to } = nounPhrases[phrase]!
      const named = actors.mentions.find((m) => m.phrase === phrase)
      const before = named && to === colon ? introduced(named, colon) : undefined
      if (before) return labelled(before, 'quote')
      if (to === colon || TAIL.has(norms[to] ?? ''))
        return { entity: actors.entityOf[phrase]!, phrase, mode: 'quote', clause: -1 }
    }
    const mention = lastMention(text, from, colon)
    if (!mention || mention.to < colon - 1) return undefined
    for (let t = from; t < mention.from; t++) if (pos[t] === 'ADP') return undefined
    return labelled(introduced(mention, colon) ?? mention, 'quote')
  }
  /** "AMB. SADIQ:" of somebody introduced before by the full name: "with Mohammad Sadiq, Pakistan's envoy". */
  function introduced(mention: ActorMention, colon: number): ActorMention | undefined {
    const surname = norms[colon - 1]!
    if (surname.length < 3 || actors.entities[mention.entity]!.actor) return undefined
    return actors.mentions.find(
      (m) => m.person && m.to <= mention.from && m.entity !== mention.entity && norms.slice(m.from, m.to).includes(surname),
    )
  }
  function isNameLike(from: number, to: number): boolean {
    for (let t = from; t < to; t++) if (!/^[\p{Lu}.]/u.test(words[t]!)) return false
    return true
  }

  function fillTurns(): void {
    let k = 0
    let answering: Speaker | undefined
    let current = -1
    document.paragraphs.forEach((paragraph, p) => {
      const goesOn = current >= 0 && isTranscript && paragraph.kind === 'body'
      let turn = goesOn || (isBlog && current >= 0) ? current : -1
      // the speaker of an item is not that of the paragraphs that follow in it
      if (turn >= 0 && !goesOn && turns[turn]!.speaker) {
        turns.push({ from: turns[turn]!.from, speaker: undefined })
        turn = current = turns.length - 1
      }
      let from = paragraph.from
      for (; k < openings.length && openings[k]!.paragraph === p; k++) {
        const opening = openings[k]!
        if (!counts(opening)) continue
        turnOf.fill(turn, from, opening.at)
        from = opening.at
        turns.push({ from, speaker: speakerOf(opening) })
        turn = turns.length - 1
        if (isTranscript || opening.clock) current = turn
      }
      turnOf.fill(turn, from, paragraph.to)
    })

    function speakerOf({ label, at }: Opening): Speaker | undefined {
      if (label?.kind === 'answer') return (answering ??= lead && lead.to <= at ? labelled(lead, 'quote') : undefined)
      if (label?.kind === 'name') answering = label.speaker
      return label?.kind === 'unknown' && !isTranscript ? undefined : label?.speaker
    }
  }
  function counts({ clock, label, leads }: Opening): boolean {
    if (clock && isBlog) return true
    if (!label || (label.kind === 'unknown' && !isTranscript)) return false
    return leads || isTranscript
  }
}
