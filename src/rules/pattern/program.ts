import type { PartOfSpeech } from '../../document/document'
import type { ClauseGap, Element, SlotKind, TokenElement } from './pattern'
import type { NumberSet } from './numbers'
import { numberSet, wordNumber } from './numbers'
import { defaultHeads, markedHeads } from './shape'

/** What every step has. */
interface StepBase {
  /** Number of the step among those whose failures are remembered, or -1. */
  memo: number
}

/** Takes one token: one of `words` by lemma or norm (or by norm alone), of one of `tags`. Undefined means any. */
export interface TokenStep extends StepBase {
  readonly op: 'token'
  readonly words: ReadonlySet<string> | undefined
  /** The same as numbers. */
  readonly numbers: NumberSet | undefined
  readonly byNorm: boolean
  readonly tags: readonly PartOfSpeech[] | undefined
  /** 2: marked as the head; 1: the head where no marked one is in the match; 0: neither. */
  readonly head: 0 | 1 | 2
  readonly voice: 'passive' | 'active' | undefined
  readonly next: Step
}

export interface GapStep extends StepBase {
  readonly op: 'gap'
  readonly min: number
  readonly max: number
  readonly clause: ClauseGap | undefined
  readonly next: Step
}

export interface SlotStep extends StepBase {
  readonly op: 'slot'
  readonly slot: SlotKind
  readonly next: Step
}

/** Goes on at the first of the branches from which the end is reached. */
export interface SplitStep extends StepBase {
  readonly op: 'split'
  readonly branches: readonly Step[]
  /** For words (by number) with which some branch can begin, the branches worth a try, in order. Undefined where too few branches begin with a word. */
  readonly byWord: ReadonlyMap<number, readonly Step[]> | undefined
  /** The branches that can begin with any word. */
  readonly others: readonly Step[]
}

/** Takes no token, but wants something of the place. */
export interface PlaceStep extends StepBase {
  readonly op: 'start' | 'end' | 'no-object'
  readonly next: Step
}

export interface AcceptStep extends StepBase {
  readonly op: 'accept'
}

/** One step of a compiled pattern; each knows the next, the last is `accept`. */
export type Step = TokenStep | GapStep | SlotStep | SplitStep | PlaceStep | AcceptStep

/** A pattern as a graph of steps without cycles. */
export interface Program {
  readonly first: Step
  /** How many steps have a `memo` number. */
  readonly memos: number
}

/** Builds the steps of elements whose classes were filled in. */
export function buildProgram(filled: readonly Element[]): Program {
  const elements = copyOf(filled)
  const marked = new Set(markedHeads(elements))
  const usual = new Set(defaultHeads(elements))
  let memos = 0

  /** A step that can be reached in several ways remembers where it failed. */
  function shared<T extends Step>(step: T): T {
    if (step.memo < 0 && step.op !== 'accept') step.memo = memos++
    return step
  }

  function sequence(parts: readonly Element[], voice: TokenStep['voice'], last: Step): Step {
    let next = last
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index]
      if (part !== undefined) next = single(part, voice, next)
    }
    return next
  }

  function single(element: Element, voice: TokenStep['voice'], next: Step): Step {
    switch (element.type) {
      case 'word':
        return token(element, new Set([element.word]), voice, next)
      case 'tag':
        return token(element, undefined, voice, next)
      case 'exact':
        return exact(element.words, element, voice, next)
      case 'gap':
        return { op: 'gap', min: element.min, max: element.max, clause: element.clause, next: shared(next), memo: -1 }
      case 'slot':
        return { op: 'slot', slot: element.slot, next: shared(next), memo: -1 }
      case 'optional':
        return split([single(element.element, voice, shared(next)), next])
      case 'alternation':
        return alternation(element.branches, voice, next)
      case 'voice':
        return sequence(element.elements, element.voice, next)
      case 'anchor':
        return { op: element.anchor, next, memo: -1 }
      case 'no-object':
        return { op: 'no-object', next, memo: -1 }
      case 'class':
        throw new TypeError(`@${element.name} was not filled in`)
    }
  }

  function token(element: TokenElement, words: TokenStep['words'], voice: TokenStep['voice'], next: Step): TokenStep {
    const tags = element.type === 'exact' || element.tags.length === 0 ? undefined : element.tags
    const head = marked.has(element) ? 2 : usual.has(element) ? 1 : 0
    return {
      op: 'token',
      words,
      numbers: words && numberSet(words),
      byNorm: element.type === 'exact',
      tags,
      head,
      voice: head > 0 ? voice : undefined,
      next,
      memo: -1,
    }
  }

  function exact(words: readonly string[], element: TokenElement, voice: TokenStep['voice'], last: Step): Step {
    let next = last
    for (let index = words.length - 1; index >= 0; index -= 1) {
      const set = new Set([words[index] ?? ''])
      next =
        index === 0
          ? token(element, set, voice, next)
          : {
              op: 'token',
              words: set,
              numbers: numberSet(set),
              byNorm: true,
              tags: undefined,
              head: 0,
              voice: undefined,
              next,
              memo: -1,
            }
    }
    return next
  }

  function alternation(branches: readonly (readonly Element[])[], voice: TokenStep['voice'], next: Step): Step {
    const runs: [Step, ...Step[]][] = []
    for (const branch of branches) {
      const step = sequence(branch, voice, shared(next))
      const run = runs.at(-1)
      if (run !== undefined && isAlike(run[0], step)) run.push(step)
      else runs.push([step])
    }
    const steps = runs.map(mergeWords)
    const only = steps[0]
    return steps.length === 1 && only !== undefined ? only : split(steps)
  }

  return { first: sequence(elements, undefined, { op: 'accept', memo: -1 }), memos }
}

/** The same elements as objects of their own: a class that stands in two places of a pattern may be the head in one of them only. */
function copyOf(elements: readonly Element[]): readonly Element[] {
  return elements.map((element) => {
    switch (element.type) {
      case 'alternation':
        return { ...element, branches: element.branches.map(copyOf) }
      case 'optional':
        return { ...element, element: copyOf([element.element])[0]! }
      case 'voice':
        return { ...element, elements: copyOf(element.elements) }
      default:
        return { ...element }
    }
  })
}

/** Branches from which a look-up by the word at hand is cheaper than trying one after the other. */
const MANY = 3

function split(branches: readonly Step[]): SplitStep {
  const openings = branches.map(openingWords)
  const others = branches.filter((_, i) => openings[i] === undefined)
  if (branches.length - others.length < MANY) return { op: 'split', branches, byWord: undefined, others, memo: -1 }
  const byWord = new Map<string, Step[]>()
  for (const words of openings) for (const word of words ?? []) byWord.set(word, [])
  for (const [word, list] of byWord)
    branches.forEach((branch, i) => {
      if (openings[i]?.has(word) ?? true) list.push(branch)
    })
  const byNumber = new Map([...byWord].map(([word, list]) => [wordNumber(word), list]))
  return { op: 'split', branches, byWord: byNumber, others, memo: -1 }
}

/** The words with one of which a step takes its first token; undefined where it can be any, or none is taken. */
function openingWords(step: Step): ReadonlySet<string> | undefined {
  if (step.op === 'token') return step.words
  if (step.op !== 'split') return undefined
  const words = new Set<string>()
  for (const branch of step.branches) {
    const some = openingWords(branch)
    if (some === undefined) return undefined
    for (const word of some) words.add(word)
  }
  return words
}

/** Whether two steps take one of some words each and are alike in all but the words. */
function isAlike(left: Step, right: Step): boolean {
  return (
    left.op === 'token' &&
    right.op === 'token' &&
    left.words !== undefined &&
    right.words !== undefined &&
    left.next === right.next &&
    left.byNorm === right.byNorm &&
    left.head === right.head &&
    left.voice === right.voice &&
    (left.tags === right.tags || left.tags?.join() === right.tags?.join())
  )
}

/** Neighbouring branches of one word each become one step with a set of words. */
function mergeWords([first, ...others]: readonly [Step, ...Step[]]): Step {
  if (first.op !== 'token' || others.length === 0) return first
  const words = new Set(first.words)
  for (const other of others) if (other.op === 'token') for (const word of other.words ?? []) words.add(word)
  return { ...first, words, numbers: numberSet(words) }
}
