import type { PartOfSpeech } from '../../document/document'

/** What a slot stands for: the talks in question, somebody who can hold a position, talks other than those in question. */
export type SlotKind = 'target' | 'actor' | 'other'

/** In which construction a match was found. `relative`: the talks are the object of a relative clause ("the invitation it had rejected"). */
export type Voice = 'active' | 'passive' | 'relative'

/** A gap of a relative clause must hold that clause's subject: after `which` or `that`, or with nothing before it. */
export type ClauseGap = 'after-relativizer' | 'bare'

/** A token by lemma or norm; with tags, also by part of speech. */
export interface WordElement {
  readonly type: 'word'
  readonly word: string
  /** Empty: any part of speech. */
  readonly tags: readonly PartOfSpeech[]
  /** Marked with `^`. */
  readonly head: boolean
}

/** Any token of one of the tags. */
export interface TagElement {
  readonly type: 'tag'
  readonly tags: readonly PartOfSpeech[]
  readonly head: boolean
}

/** Tokens by norm, one after the other. */
export interface ExactElement {
  readonly type: 'exact'
  readonly words: readonly string[]
  readonly head: boolean
}

/** The first branch with which the rest matches too. */
export interface AlternationElement {
  readonly type: 'alternation'
  readonly branches: readonly (readonly Element[])[]
  readonly head: boolean
  /** Made from `@name<VERB>`: every branch counts as a verb, its first token being the head where no other is. */
  readonly verbal?: boolean
}

/** The element, or else nothing. */
export interface OptionalElement {
  readonly type: 'optional'
  readonly element: Element
}

/** `min` to `max` tokens of any kind, as few as will do. */
export interface GapElement {
  readonly type: 'gap'
  readonly min: number
  readonly max: number
  /** Only in the relative variants that `voiceVariants` makes. */
  readonly clause?: ClauseGap
}

/** One of a class's fragments; replaced by an alternation when the pattern is compiled. */
export interface ClassElement {
  readonly type: 'class'
  readonly name: string
  readonly tags: readonly PartOfSpeech[]
  readonly head: boolean
  /** From 1. */
  readonly column: number
}

/** A span found elsewhere: a mention of the talks, of an actor, of other talks. */
export interface SlotElement {
  readonly type: 'slot'
  readonly slot: SlotKind
}

/** No token, but a place: where a sentence starts, where a sentence or clause may end. */
export interface AnchorElement {
  readonly type: 'anchor'
  readonly anchor: 'start' | 'end'
}

/** Elements whose verb stands in the passive, or does not. Made by `voiceVariants`; it has no syntax of its own. */
export interface VoiceElement {
  readonly type: 'voice'
  readonly voice: 'passive' | 'active'
  readonly elements: readonly Element[]
}

/** No token, but a place: no object follows. Made by `voiceVariants`; it has no syntax of its own. */
export interface NoObjectElement {
  readonly type: 'no-object'
}

/** One step of a pattern. */
export type Element =
  | WordElement
  | TagElement
  | ExactElement
  | AlternationElement
  | OptionalElement
  | GapElement
  | ClassElement
  | SlotElement
  | AnchorElement
  | VoiceElement
  | NoObjectElement

/** The elements that match exactly one token, or for `exact` a fixed number; one of them is a pattern's head. */
export type TokenElement = WordElement | TagElement | ExactElement

/** A pattern as a tree. */
export interface Pattern {
  /** The line that it was read from. */
  readonly source: string
  readonly elements: readonly Element[]
}

/** A pattern is at most this long, in UTF-16 units. */
export const MAX_SOURCE = 2000
/** Parentheses are nested at most this deep. */
export const MAX_NESTING = 16
/** A wildcard spans at most this many tokens. */
export const MAX_GAP = 12
/** Slot spans that are longer than this many tokens are not seen. */
export const MAX_SLOT = 40
/** A pattern has at most this many steps after its classes were filled in. */
export const MAX_STEPS = 5000
/** The longest text that a pattern allows has at most this many tokens. */
export const MAX_TOKENS = 600
