import { MAX_SLOT } from './pattern'
import type { AlternationElement, Element, SlotKind, TokenElement } from './pattern'

/** How many tokens an element or a sequence takes. */
export interface Extent {
  readonly min: number
  readonly max: number
}

const extents = new WeakMap<Element, Extent>()

/** The tokens taken by one element whose classes were filled in. */
export function extentOf(element: Element): Extent {
  if (element.type !== 'alternation') return measure(element)
  let extent = extents.get(element)
  if (extent === undefined) extents.set(element, (extent = measure(element)))
  return extent
}

const ONE: Extent = { min: 1, max: 1 }
const NOTHING: Extent = { min: 0, max: 0 }

function measure(element: Element): Extent {
  switch (element.type) {
    case 'word':
    case 'tag':
      return ONE
    case 'exact':
      return { min: element.words.length, max: element.words.length }
    case 'gap':
      return { min: element.min, max: element.max }
    case 'slot':
      return { min: 1, max: MAX_SLOT }
    case 'optional':
      return { min: 0, max: extentOf(element.element).max }
    case 'voice':
      return extentOfAll(element.elements)
    case 'alternation': {
      let min = Infinity
      let max = 0
      for (const branch of element.branches) {
        const extent = extentOfAll(branch)
        if (extent.min < min) min = extent.min
        if (extent.max > max) max = extent.max
      }
      return { min, max }
    }
    case 'class':
    case 'anchor':
    case 'no-object':
      return NOTHING
  }
}

/** The tokens taken by elements one after the other. */
export function extentOfAll(elements: readonly Element[]): Extent {
  if (elements.length === 1) return extentOf(elements[0]!)
  let min = 0
  let max = 0
  for (const element of elements) {
    const extent = extentOf(element)
    min += extent.min
    max += extent.max
  }
  return { min, max }
}

/** What a match may begin with: these words, these slots (each once), or any token at all. */
export interface Openings {
  readonly words: readonly string[]
  readonly slots: readonly SlotKind[]
  readonly any: boolean
}

const openings = new WeakMap<AlternationElement, Openings>()

/** What a match of the sequence may begin with. An element that may be missing adds to what the elements after it begin with. */
export function openingsOf(elements: readonly Element[]): Openings {
  const [first] = elements
  if (first?.type !== 'alternation' || (elements.length > 1 && extentOf(first).min === 0)) return collectOpenings(elements)
  let found = openings.get(first)
  if (found === undefined) openings.set(first, (found = collectOpenings([first])))
  return found
}

function collectOpenings(elements: readonly Element[]): Openings {
  const words = new Set<string>()
  const slots = new Set<SlotKind>()
  let any = false

  function add(element: Element): void {
    if (element.type === 'word') words.add(element.word)
    else if (element.type === 'exact') words.add(element.words[0] ?? '')
    else if (element.type === 'slot') slots.add(element.slot)
    else if (element.type === 'optional') add(element.element)
    else if (element.type === 'alternation') element.branches.forEach(addAll)
    else if (element.type === 'voice') addAll(element.elements)
    else if (element.type === 'tag' || element.type === 'gap') any = true
  }

  function addAll(sequence: readonly Element[]): void {
    for (const element of sequence) {
      add(element)
      if (extentOf(element).min > 0) return
    }
  }

  addAll(elements)
  return { words: [...words], slots: [...slots], any }
}

/**
 * The elements that may be a pattern's head: those marked with `^`; else the first that can only match verbs; else the first token element.
 * Of an alternation, one for each branch. The head of a match is the leftmost of them that it went through.
 */
export function headsOf(elements: readonly Element[]): ReadonlySet<TokenElement> {
  const marked = markedHeads(elements)
  return new Set(marked.length > 0 ? marked : defaultHeads(elements))
}

/** The heads where none is marked. */
export function defaultHeads(elements: readonly Element[]): readonly TokenElement[] {
  return verbHeads(elements) ?? firstTokens(elements)
}

/** The heads marked with `^`. */
export function markedHeads(elements: readonly Element[]): readonly TokenElement[] {
  return elements.flatMap((element) => {
    if (element.type === 'optional') return markedHeads([element.element])
    if (element.type === 'voice') return markedHeads(element.elements)
    if (element.type === 'alternation') {
      if (element.head) return branchHeads(element)
      return element.branches.flatMap(markedHeads)
    }
    return isToken(element) && element.head ? [element] : []
  })
}

/** Of each branch the marked head, the verb or the first token. */
function branchHeads(element: AlternationElement): TokenElement[] {
  return element.branches.flatMap((branch) => [...headsOf(branch)])
}

function verbHeads(elements: readonly Element[]): TokenElement[] | undefined {
  for (const element of elements) {
    if (isToken(element) && isVerbal(element)) return [element]
    if (element.type === 'voice') {
      const inner = verbHeads(element.elements)
      if (inner !== undefined) return inner
    }
    if (element.type === 'alternation') {
      if (element.verbal === true) return branchHeads(element)
      const inner = element.branches.map(verbHeads)
      if (inner.every((heads) => heads !== undefined)) return inner.flat()
    }
  }
  return undefined
}

function firstTokens(elements: readonly Element[]): TokenElement[] {
  for (const element of elements) {
    if (isToken(element)) return [element]
    const inner =
      element.type === 'alternation'
        ? element.branches.flatMap(firstTokens)
        : element.type === 'voice'
          ? firstTokens(element.elements)
          : []
    if (inner.length > 0) return inner
  }
  return []
}

function isToken(element: Element): element is TokenElement {
  return element.type === 'word' || element.type === 'tag' || element.type === 'exact'
}

function isVerbal(element: TokenElement): boolean {
  return element.type !== 'exact' && element.tags.length === 1 && element.tags[0] === 'VERB'
}
