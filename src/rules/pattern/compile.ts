import type { Document } from '../../document/document'
import { DemarcheError } from '../../errors'
import { type ClassTable, fillClasses, readClasses, type WordClasses } from '../classes'
import { MAX_STEPS, MAX_TOKENS, type Pattern } from './pattern'
import type { TokenNumbers } from './numbers'
import { buildProgram } from './program'
import { type PatternMatch, Runner, type Slots } from './run'
import { type Extent, extentOfAll, openingsOf } from './shape'
import { requiredOpenings, requiredWords, type Trigger, triggerOf, type WordPlace } from './trigger'

/** Words of which every match has one, `min` to `max` tokens after its first token. */
export interface Anchors {
  readonly words: readonly string[]
  readonly min: number
  readonly max: number
}

/** A pattern ready to match. */
export interface CompiledPattern {
  /** The tree, with classes filled in. */
  readonly pattern: Pattern
  /**
   * The match that starts at token `at`, or undefined: wildcards as short as they can be, slots as long as they can be, alternatives in the order
   * written, optional elements rather there than not. Wildcards take no token of `boundaries` (token indexes).
   */
  match(
    document: Document,
    slots: Slots,
    at: number,
    boundaries?: ReadonlySet<number>,
    numbers?: TokenNumbers,
  ): PatternMatch | undefined
  /** The lemmas and norms with one of which every match starts; undefined if it can start with anything else. */
  readonly firsts: readonly string[] | undefined
  /** The nearest required words where `firsts` is undefined; undefined too where the pattern requires no word. */
  readonly anchors: Anchors | undefined
  /** Where the matcher tries the pattern. */
  readonly trigger: Trigger
  /** Where every match has one of some words. */
  readonly required: readonly WordPlace[]
  /** How many tokens a match has. */
  readonly extent: Extent
}

/** What a pattern needs from outside. */
export interface CompileOptions {
  /** What `@name` stands for. Default: no classes. */
  readonly classes?: WordClasses | ClassTable
}

/**
 * Makes a pattern ready to match. A compiled pattern keeps scratch memory, so a `Slots.at` must not call the pattern that called it.
 *
 * @throws DemarcheError `pattern-class` for an unknown or circular class; `pattern-empty` for a pattern that would match no token at all;
 * `pattern-limit` for more than 5000 steps or a reach of more than 600 tokens.
 */
export function compilePattern(pattern: Pattern, { classes }: CompileOptions = {}): CompiledPattern {
  return compileFilled(fillPattern(pattern, readClasses(classes)))
}

/** Fills in a pattern's classes; the same throws. What comes out can be compiled, in all voices. */
export function fillPattern(pattern: Pattern, classes: ClassTable): Pattern {
  const filled = fillClasses(pattern, classes, MAX_STEPS)
  checkExtent(filled)
  return filled
}

function checkExtent({ source, elements }: Pattern): void {
  const extent = extentOfAll(elements)
  if (extent.min === 0) {
    const mend = 'removing the "?" of one element, or raising the least length of a wildcard'
    throw new DemarcheError('pattern-empty', {
      expected: 'a pattern that takes one token at least',
      got: 'one that can be empty',
      mend,
      column: 1,
      source,
    })
  }
  if (extent.max > MAX_TOKENS) {
    const mend = 'shortening its wildcards'
    const fault = { expected: `a reach of at most ${MAX_TOKENS} tokens`, got: `one of ${extent.max}`, mend, column: 1 }
    throw new DemarcheError('pattern-limit', source.length > 200 ? fault : { ...fault, source })
  }
}

/** The same as `compilePattern` for what `fillPattern` returned. */
export function compileFilled(pattern: Pattern): CompiledPattern {
  const { elements } = pattern
  const { words, slots, any } = openingsOf(elements)
  const required = requiredWords(elements)
  const firsts = any || slots.length > 0 ? undefined : words
  const runner = new Runner(() => buildProgram(elements))
  return {
    pattern,
    match: (document, given, at, boundaries, numbers) => runner.match(document, given, at, boundaries, numbers),
    firsts,
    get anchors() {
      return firsts === undefined ? anchorsOf(pattern) : undefined
    },
    trigger: triggerOf(elements, required),
    required,
    extent: extentOfAll(elements),
  }
}

function anchorsOf({ elements }: Pattern): Anchors | undefined {
  const opening = requiredOpenings(elements).find(({ words }) => words.length > 0)
  return opening === undefined ? undefined : { words: opening.words, min: opening.min, max: opening.max }
}
