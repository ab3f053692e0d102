import type { ActorMention } from '../mentions/entities'

/** Who says something, and where the text names them. */
export interface Speaker {
  /** Index of the actor, or `NOBODY` where the speaker is no actor. */
  readonly entity: number
  /** Noun phrase that names the speaker, or -1. */
  readonly phrase: number
  /** Whether the words are given as a quotation or as a report. */
  readonly mode: 'quote' | 'reported'
  /** Clause of the verb of speaking, or -1. */
  readonly clause: number
}

/** The same speaker, heard in their own words. */
export const quoted = (speaker: Speaker): Speaker => ({ ...speaker, mode: 'quote' })

/** The speaker that a mention names without a verb of speaking. */
export const labelled = ({ entity, phrase }: ActorMention, mode: Speaker['mode']): Speaker => ({
  entity,
  phrase,
  mode,
  clause: -1,
})
