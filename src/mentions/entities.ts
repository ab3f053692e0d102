import type { Actor, ActorKind } from '../types'
import type { Range } from '../document/document'

/** How a place in the text names an actor. */
export type Via = 'alias' | 'nominal' | 'pronoun' | 'unlisted'

/** An actor of one document: a listed principal, or a person or group that only this text names. */
export interface Entity {
  readonly index: number
  readonly id: string
  name: string
  readonly kind: ActorKind
  readonly actor: Actor | undefined
  gender: 'female' | 'male' | undefined
  /** Lower-case head noun of a group that has no name (`rebels`). */
  readonly head: string
  /** Whether it has no name of its own ("local shopkeepers"), or what may be one, so that it counts only where it holds a position. */
  faint: boolean
  /** Persons in the plural without a name: "two retired diplomats", "the neighbours". */
  crowd?: boolean
}

/** A place in the text that names an actor, as token range. */
export interface ActorMention extends Range {
  readonly entity: number
  readonly via: Via
  /** Whether the words name a single person (who may speak for the entity). */
  readonly person: boolean
  /** Index of the noun phrase that it stands in, or -1. */
  readonly phrase: number
}

/** "I", "we", "our": whoever speaks the words around. */
export const SPEAKER = -2
/** A noun phrase that is no actor. */
export const NOBODY = -1
