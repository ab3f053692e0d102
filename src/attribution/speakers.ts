import type { Document } from '../document/document'
import type { Syntax } from '../document/clauses'
import type { ActorMentions } from '../mentions/actors'
import { NOBODY, SPEAKER } from '../mentions/entities'
import { readContinuations } from './continuation'
import { createQuotations } from './quotations'
import { readReportedSpeech } from './reported'
import { readSignatures } from './signatures'
import type { Speaker } from './speaker'
import { indexText } from './text'
import { readTurns } from './turns'

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
  const turns = readTurns(text)
  const signatures = readSignatures(text)
  const reported = readReportedSpeech(text, entityIn)
  const quotations = createQuotations(text, turns, reported)
  quotations.read()
  const continuationOf = readContinuations(text, reported)
  const known = new Map<number, Speaker | undefined>()
  return { speakerOf, quotationSpeakers: quotations.speakers, entityIn }

  function speakerOf(clause: number): Speaker | undefined {
    if (!known.has(clause)) known.set(clause, findSpeaker(clause))
    return known.get(clause)
  }
  function findSpeaker(clause: number): Speaker | undefined {
    const { unit, verb } = clauses[clause]!
    const { quotation, paragraph } = units[unit]!
    const nested = quotation >= 0 ? quotations.nestedSpeaker(verb.head) : undefined
    const near = nested ?? reported.reporterOf(clause) ?? voiceAt(clause)
    if (near || quotation >= 0) return near
    return signatures.get(paragraph) ?? continuationOf(clause)
  }
  /** Whoever is speaking where a clause stands: a quotation's speaker, else the one whose turn it is. */
  function voiceAt(clause: number): Speaker | undefined {
    const { quotation } = units[clauses[clause]!.unit]!
    return quotation >= 0 ? quotations.speakers[quotation] : turns.speakerAt(clauses[clause]!.verb.head)
  }
  function entityIn(phrase: number, clause: number): number {
    const entity = actors.entityOf[phrase]!
    if (entity !== SPEAKER) return entity
    const { from } = nounPhrases[phrase]!
    const whole = units[clauses[clause]!.unit]!.quotation
    const voice = (whole >= 0 ? quotations.nestedSpeaker(from) : undefined) ?? voiceAt(clause)
    if (voice || whole >= 0) return voice?.entity ?? NOBODY
    // "we" in a quoted phrase inside the writer's sentence
    const inner = document.quotationOf[from]!
    return inner >= 0 ? (quotations.speakerOf(inner)?.entity ?? NOBODY) : NOBODY
  }
}
