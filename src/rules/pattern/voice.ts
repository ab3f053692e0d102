import type { Element, Pattern } from './pattern'
import { frequencyOf, requiredOpenings } from './trigger'

/** A pattern in the voices in which its verb can stand. */
export interface VoiceVariants {
  readonly active: Pattern
  readonly passive?: Pattern
  readonly relative?: Pattern
}

const DETERMINERS = new Set([
  'a',
  'an',
  'the',
  'this',
  'that',
  'these',
  'those',
  'its',
  'their',
  'his',
  'her',
  'our',
  'my',
  'your',
  'any',
  'all',
  'some',
  'such',
  'no',
  'every',
  'each',
  'both',
  'another',
  'either',
  'neither',
])
const BEFORE_PASSIVE: Element = { type: 'gap', min: 0, max: 6 }
const RELATIVE: Element = {
  type: 'alternation',
  head: false,
  branches: [
    [
      { type: 'optional', element: { type: 'exact', words: [','], head: false } },
      { type: 'alternation', branches: [[exact('which')], [exact('that')]], head: false },
      { type: 'gap', min: 1, max: 6, clause: 'after-relativizer' },
    ],
    [{ type: 'gap', min: 1, max: 6, clause: 'bare' }],
  ],
}

/**
 * The passive and the relative clause of a pattern `V<VERB> FILLERS <target> REST` whose head is `V` (one verb, or a group or tagged class of
 * verbs); of any other pattern the pattern alone. FILLERS lose their determiners and wildcards.
 *
 * - passive: `<target> *{0,6} V FILLERS REST` with `V` in the passive ("the invitation to the talks was flatly rejected").
 * - relative: `<target> (","? (which|that))? *{1,6} V FILLERS` with `V` in the active, a subject in the wildcard and no object after it ("a
 *   conference that the Afghan government is shunning", "the invitation it had rejected"). Not made where REST requires a word.
 */
export function voiceVariants(pattern: Pattern): VoiceVariants {
  const { elements, source } = pattern
  const [verb, ...others] = elements
  const at = others.findIndex((element) => element.type === 'slot' && element.slot === 'target')
  const target = others[at]
  if (verb === undefined || target === undefined || !isVerb(verb) || others.some(isMarked)) return { active: pattern }
  const predicate = [verb, ...others.slice(0, at).filter((element) => !isFiller(element))]
  const rest = others.slice(at + 1)
  const passive: Pattern = {
    source,
    elements: [target, BEFORE_PASSIVE, { type: 'voice', voice: 'passive', elements: predicate }, ...rest],
  }
  if (rest.some(isRequired)) return { active: pattern, passive }
  const clause: Element = { type: 'voice', voice: 'active', elements: predicate }
  return { active: pattern, passive, relative: { source, elements: [target, RELATIVE, clause, { type: 'no-object' }] } }
}

/** Words, rare rather than frequent, of which every match of a pattern in whatever voice has one; undefined where it requires no word. */
export function wordsInAllVoices({ elements }: Pattern): readonly string[] | undefined {
  let best: readonly string[] | undefined
  for (const { words, slots } of requiredOpenings(elements.filter((element) => !isFiller(element)))) {
    if (words.length === 0 || slots.length > 0) continue
    if (best === undefined || frequencyOf(words) < frequencyOf(best)) best = words
  }
  return best
}

function exact(word: string): Element {
  return { type: 'exact', words: [word], head: false }
}

/** Whether an element is one verb, or alternatives that each begin with one. */
function isVerb(element: Element): boolean {
  if (element.type === 'word' || element.type === 'class') return element.tags.length === 1 && element.tags[0] === 'VERB'
  if (element.type !== 'alternation') return false
  return element.verbal === true || element.branches.every(([first]) => first !== undefined && isVerb(first))
}

function isMarked(element: Element): boolean {
  if (element.type === 'optional') return isMarked(element.element)
  if (element.type === 'alternation') return element.head || element.branches.some((branch) => branch.some(isMarked))
  return 'head' in element && element.head
}

/** Whether an element is nothing but determiners and wildcards. */
function isFiller(element: Element): boolean {
  switch (element.type) {
    case 'gap':
      return true
    case 'word':
      return DETERMINERS.has(element.word) || (element.tags.length > 0 && element.tags.every((tag) => tag === 'DET'))
    case 'tag':
      return element.tags.every((tag) => tag === 'DET')
    case 'exact':
      return element.words.every((word) => DETERMINERS.has(word))
    case 'optional':
      return isFiller(element.element)
    case 'alternation':
      return element.branches.every((branch) => branch.every(isFiller))
    default:
      return false
  }
}

function isRequired(element: Element): boolean {
  if (element.type === 'optional') return false
  if (element.type === 'gap') return element.min > 0
  if (element.type === 'alternation') return element.branches.every((branch) => branch.some(isRequired))
  return true
}
