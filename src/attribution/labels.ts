import type { Paragraph } from '../document/document'
import type { ActorMention } from '../mentions/entities'
import { NOBODY } from '../mentions/entities'
import type { Speaker } from './speaker'
import type { Text } from './text'
import { firstMention, lastMention } from './text'

const ASKERS = new Set(['q', 'question', 'reporter', 'journalist', 'moderator', 'interviewer'])
const ANSWERS = new Set(['a', 'answer'])
/** A label is no longer than this, in tokens. */
const LABEL = 8
/** What stands after the colon of a headline is no longer than this, in tokens. */
const SIGNATURE = 6

const asker: Speaker = { entity: NOBODY, phrase: -1, mode: 'quote', clause: -1 }
const labelled = (mention: ActorMention, mode: Speaker['mode']): Speaker => ({ entity: mention.entity, phrase: mention.phrase, mode, clause: -1 })

/** For each paragraph with a speaker's label ("MR. PRICE:", "Q:", "Lavrov: …", "…: MoFA" at the end of a headline), who speaks. */
export function readLabels(text: Text): ReadonlyMap<number, Speaker> {
  const { document, actors } = text
  const { norms } = document
  const speakers = new Map<number, Speaker>()
  let asked = false
  let answering: Speaker | undefined
  document.paragraphs.forEach((paragraph, i) => {
    const colon = colonOf(paragraph)
    const first = norms[paragraph.from]!
    let hasLabel = false
    if (colon >= 0 && ASKERS.has(first)) {
      speakers.set(i, asker)
      asked = true
      hasLabel = true
    } else if (colon >= 0) {
      const mention = nameBefore(paragraph.from, colon)
      if (mention) {
        answering = labelled(mention, 'quote')
        speakers.set(i, answering)
        hasLabel = true
      } else if (ANSWERS.has(first)) {
        answering ??= interviewee(paragraph.from)
        if (answering) speakers.set(i, answering)
        hasLabel = true
      }
    }
    // an answer may run over several paragraphs
    if (!hasLabel && asked && answering && paragraph.kind === 'body' && speakers.size > 1) speakers.set(i, answering)
    if (paragraph.kind === 'headline' && !speakers.has(i)) {
      const signer = signature(paragraph)
      if (signer) speakers.set(i, labelled(signer, 'reported'))
    }
  })
  return speakers

  /** Token index of the colon of a label at the start of a paragraph, or -1. */
  function colonOf(paragraph: Paragraph): number {
    for (let t = paragraph.from + 1; t < Math.min(paragraph.to, paragraph.from + LABEL); t++) if (norms[t] === ':') return t
    return -1
  }
  function nameBefore(from: number, colon: number): ActorMention | undefined {
    const mention = lastMention(text, from, colon)
    return mention && mention.to >= colon - 1 ? mention : undefined
  }
  /** "…: MoFA". */
  function signature(paragraph: Paragraph): ActorMention | undefined {
    for (let t = paragraph.to - 1; t > Math.max(paragraph.from, paragraph.to - SIGNATURE); t--) {
      const mention = norms[t] === ':' ? firstMention(text, t + 1, paragraph.to) : undefined
      if (mention) return mention
    }
    return undefined
  }
  /** The first person that the lead of an interview names. */
  function interviewee(token: number): Speaker | undefined {
    const mention = actors.mentions.find((m) => m.to <= token && m.person)
    return mention && labelled(mention, 'quote')
  }
}
