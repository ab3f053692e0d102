import type { Document } from '../document/document'
import type { Syntax } from '../document/clauses'
import type { ActorMentions } from '../mentions/actors'
import { NOBODY, SPEAKER } from '../mentions/entities'
import { readLabels } from './labels'
import { createQuotations } from './quotations'
import { readReportedSpeech } from './reported'
import type { Speaker } from './speaker'
import { indexText } from './text'

export type { Speaker } from './speaker'

/** For each clause who says it; for each quotation who speaks it. */
export interface Attribution {
  /** Innermost speaker of a clause, or undefined for the writer of the text. */
  speakerOf(clause: number): Speaker | undefined
  readonly quotationSpeakers: readonly (Speaker | undefined)[]
  /** The entity of a noun phrase in a clause, with "we" and "I" read as the speaker. */
  entityIn(phrase: number, clause: number): number
}

/** Finds the speaker of each quotation and each clause. */
export function attribute(document: Document, syntax: Syntax, actors: ActorMentions): Attribution {
  const { clauses, nounPhrases, units } = syntax
  const text = indexText(document, syntax, actors)
  const labels = readLabels(text)
  const reported = readReportedSpeech(text, entityIn)
  const quotations = createQuotations(text, labels, reported)
  quotations.read()
  const known = new Map<number, Speaker | undefined>()
  return { speakerOf, quotationSpeakers: quotations.speakers, entityIn }

  function speakerOf(clause: number): Speaker | undefined {
    if (!known.has(clause)) known.set(clause, reported.reporterOf(clause) ?? innermostVoice(clause))
    return known.get(clause)
  }
  /** Whoever is speaking where a clause stands: a quotation's speaker, else the one whose label stands before it. */
  function innermostVoice(clause: number): Speaker | undefined {
    const { quotation, paragraph } = units[clauses[clause]!.unit]!
    return quotation >= 0 ? quotations.speakers[quotation] : labels.get(paragraph)
  }
  function entityIn(phrase: number, clause: number): number {
    const entity = actors.entityOf[phrase]!
    if (entity !== SPEAKER) return entity
    const voice = innermostVoice(clause)
    if (voice || units[clauses[clause]!.unit]!.quotation >= 0) return voice?.entity ?? NOBODY
    // "we" in a quoted phrase inside the writer's sentence
    const inner = document.quotationOf[nounPhrases[phrase]!.from]!
    return inner >= 0 ? (quotations.speakerOf(inner)?.entity ?? NOBODY) : NOBODY
  }
}
