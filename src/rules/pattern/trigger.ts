import type { AlternationElement, Element, SlotKind } from './pattern'
import { extentOf, openingsOf } from './shape'

/**
 * What makes it worth while to try a pattern, so that it is tried only there. `words`: a token with one of these lemmas or norms, the match
 * starting `min` to `max` tokens before it, and where `startSlots` is given at the start of such a slot only. `slots`: the start of such a
 * slot, likewise. `everywhere`: each token.
 */
export type Trigger =
  | {
      readonly type: 'words'
      readonly words: readonly string[]
      readonly min: number
      readonly max: number
      readonly startSlots?: readonly SlotKind[]
    }
  | { readonly type: 'slots'; readonly slots: readonly SlotKind[]; readonly min: number; readonly max: number }
  | { readonly type: 'everywhere' }

/** Function words and marks by how many of 1000 tokens they are, roughly; every other word counts as a tenth of a token. */
const FREQUENT = new Map([
  ['the', 60],
  [',', 50],
  ['.', 45],
  ['to', 28],
  ['of', 28],
  ['a', 22],
  ['in', 22],
  ['and', 22],
  ['be', 30],
  ['have', 15],
  ['that', 11],
  ['on', 9],
  ['for', 9],
  ["'s", 9],
  ['it', 9],
  ['with', 7],
  ['not', 7],
  ['he', 8],
  ['say', 8],
  ['said', 8],
  ['by', 6],
  ['as', 6],
  ['at', 6],
  ['will', 5],
  ['from', 5],
  ['is', 10],
  ['was', 8],
  ['has', 6],
  ['had', 4],
  ['its', 4],
  ['they', 4],
  ['their', 3],
  ['would', 4],
  ['an', 4],
  ['this', 4],
  ['but', 4],
  ['"', 15],
  ['his', 4],
  ['or', 3],
  ['which', 3],
  ['we', 4],
  ['i', 5],
  ['do', 4],
  ['no', 2],
  ['any', 1],
  ['if', 2],
  ['who', 2],
  ['all', 2],
  ['are', 4],
  ['were', 3],
])
const SLOT_COST: Readonly<Record<SlotKind, number>> = { target: 15, actor: 50, other: 5 }

interface Opening {
  readonly words: readonly string[]
  readonly slots: readonly SlotKind[]
  readonly min: number
  readonly max: number
}

const openings = new WeakMap<readonly Element[], readonly Opening[]>()

/** The required places of a pattern whose first tokens are few: what a match has there, and how far from its start. */
export function requiredOpenings(elements: readonly Element[]): readonly Opening[] {
  let found = openings.get(elements)
  if (found === undefined) openings.set(elements, (found = findOpenings(elements)))
  return found
}

function findOpenings(elements: readonly Element[]): readonly Opening[] {
  const found: Opening[] = []
  let min = 0
  let max = 0

  function visit(element: Element): void {
    const extent = extentOf(element)
    if (element.type === 'voice') return element.elements.forEach(visit)
    if (element.type === 'exact')
      element.words.forEach((word, index) => found.push({ words: [word], slots: [], min: min + index, max: max + index }))
    else if (element.type === 'alternation' && element.branches.length === 1) return element.branches[0]?.forEach(visit)
    else if (extent.min > 0) {
      const { words, slots, any } = openingsOf([element])
      if (!any && (words.length === 0 || slots.length === 0)) found.push({ words, slots, min, max })
    }
    min += extent.min
    max += extent.max
  }

  elements.forEach(visit)
  return found
}

/**
 * The required places of a pattern where one of some words stands: those of `requiredOpenings`, and of each alternation whose branches all
 * have such a place the cheapest of every branch.
 */
export function requiredWords(elements: readonly Element[]): readonly WordPlace[] {
  const found: WordPlace[] = []
  let min = 0
  let max = 0

  function visit(element: Element): void {
    if (element.type === 'voice') return element.elements.forEach(visit)
    if (element.type === 'alternation') {
      const only = element.branches.length === 1 ? element.branches[0] : undefined
      if (only !== undefined) return only.forEach(visit)
      const inner = isRareOpening(element) ? undefined : innerPlace(element)
      if (inner !== undefined) found.push({ words: inner.words, min: min + inner.min, max: max + inner.max })
    }
    const extent = extentOf(element)
    min += extent.min
    max += extent.max
  }

  elements.forEach(visit)
  for (const { words, slots, min, max } of requiredOpenings(elements))
    if (words.length > 0 && slots.length === 0) found.push({ words, min, max })
  return found
}

/** One of these words, `min` to `max` tokens after the start. */
export interface WordPlace {
  readonly words: readonly string[]
  readonly min: number
  readonly max: number
}

/** Whether an alternation begins with words only, and rare ones: no need to look further into its branches. */
function isRareOpening(element: Element): boolean {
  const { words, slots, any } = openingsOf([element])
  return !any && slots.length === 0 && frequencyOf(words) <= RARE
}
/** Of 1000 tokens. */
const RARE = 8

const innerPlaces = new WeakMap<AlternationElement, { readonly place: WordPlace | undefined }>()

/** Where every branch of an alternation has one of some words, if so. */
function innerPlace(alternation: AlternationElement): WordPlace | undefined {
  let found = innerPlaces.get(alternation)
  if (found === undefined) innerPlaces.set(alternation, (found = { place: cheapestOfAll(alternation.branches) }))
  return found.place
}

function cheapestOfAll(branches: readonly (readonly Element[])[]): WordPlace | undefined {
  const words = new Set<string>()
  let min = Infinity
  let max = 0
  for (const branch of branches) {
    const best = cheapest(requiredWords(branch))
    if (best === undefined) return undefined
    for (const word of best.words) words.add(word)
    min = Math.min(min, best.min)
    max = Math.max(max, best.max)
  }
  return { words: [...words], min, max }
}

function cheapest(places: readonly WordPlace[]): WordPlace | undefined {
  let best: WordPlace | undefined
  let least = Infinity
  for (const place of places) {
    const cost = frequencyOf(place.words) * (place.max - place.min + 1)
    if (cost < least) [best, least] = [place, cost]
  }
  return best
}

/** How many of 1000 tokens are one of some words, roughly. */
export function frequencyOf(words: readonly string[]): number {
  if (words.length === 1) return frequencyOfWord(words[0]!)
  let sum = frequencies.get(words)
  if (sum === undefined) {
    sum = words.reduce((sum, word) => sum + frequencyOfWord(word), 0)
    frequencies.set(words, sum)
  }
  return sum
}
const frequencyOfWord = (word: string): number => FREQUENT.get(word) ?? 0.1
const frequencies = new WeakMap<readonly string[], number>()

/** Slots that every match has: of each list one. */
export const requiredSlots = (elements: readonly Element[]): readonly (readonly SlotKind[])[] =>
  requiredOpenings(elements).flatMap(({ words, slots }) => (words.length === 0 && slots.length > 0 ? [slots] : []))

/** The cheapest of a pattern's triggers. */
export function triggerOf(elements: readonly Element[], places: readonly WordPlace[] = requiredWords(elements)): Trigger {
  const { words, slots, any } = openingsOf(elements)
  const startSlots = !any && words.length === 0 && slots.length > 0 ? slots : undefined
  let best: Trigger = { type: 'everywhere' }
  let least = 1000
  for (const opening of requiredOpenings(elements)) {
    const { min, max } = opening
    const trigger: Trigger =
      opening.slots.length > 0
        ? { type: 'slots', slots: opening.slots, min, max }
        : startSlots !== undefined
          ? { type: 'words', words: opening.words, min, max, startSlots }
          : { type: 'words', words: opening.words, min, max }
    const cost = costOf(trigger)
    if (cost < least) [best, least] = [trigger, cost]
  }
  for (const { words: some, min, max } of places) {
    const trigger: Trigger =
      startSlots !== undefined ? { type: 'words', words: some, min, max, startSlots } : { type: 'words', words: some, min, max }
    const cost = costOf(trigger)
    if (cost < least) [best, least] = [trigger, cost]
  }
  return best
}

function costOf(trigger: Trigger): number {
  if (trigger.type === 'everywhere') return 1000
  const starts = trigger.max - trigger.min + 1
  if (trigger.type === 'slots') return trigger.slots.reduce((sum, slot) => sum + SLOT_COST[slot], 0) * starts
  const hits = frequencyOf(trigger.words)
  if (trigger.startSlots === undefined) return hits * starts
  const share = trigger.startSlots.reduce((sum, slot) => sum + SLOT_COST[slot], 0) / 1000
  return hits * Math.max(0.5, share * starts)
}
