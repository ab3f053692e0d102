import type { NounPhrase } from '../document/chunks'
import type { Document } from '../document/document'
import { longestMatch, phraseWords } from '../document/phrases'
import type { Actor } from '../types'
import type { Lexicon } from './lexicon'
import type { Scene } from './scene'
import { OFFICIAL } from './vocabulary'

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'both two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, Math.max(2, i + 1)]),
)
/** Nouns that say of several actors only what they are. */
const KINDS =
  /^(?:sides|countries|states|nations|governments|parties|neighbours|neighbors|capitals|powers|delegations|leaders|men|women|groups|factions|movements|ministers|presidents|envoys|rivals|foes|allies|republics|unions)$/

/** How many actors a phrase takes up that were named together ("the four", "both sides", "the two large countries"), or 0. */
export function countOf({ norms, pos }: Document, { from, head }: NounPhrase): number {
  let first = /^(?:the|these|those|all)$/.test(norms[from]!) ? from + 1 : from
  if (first > from && isOther(norms[first])) first++
  const count = NUMBERS.get(norms[first] ?? '') ?? 0
  if (count === 0 || (first === from && norms[from] !== 'both')) return 0
  if (head === first) return count
  for (let t = first + 1; t < head; t++) if (pos[t] !== 'ADJ') return 0
  return KINDS.test(norms[head]!) ? count : 0
}

const isOther = (norm: string | undefined): boolean => norm === 'other' || norm === 'remaining'

/** The actors, as many as the phrase says, that were last named together in a list, or each by its own in the sentences before; or none. */
export function takenUp(scene: Scene, i: number): readonly number[] {
  const { nounPhrases, document } = scene
  const np = nounPhrases[i]!
  const count = countOf(document, np)
  if (count === 0) return isSides(document, np) ? sidesOf(scene, i, 2) : []
  if (isOther(document.norms[np.from + 1])) return ofSentences(scene, i, count, true)
  const list = lastList(scene, i, count)
  if (list.length > 0) return list
  const acting = ofSentences(scene, i, count, false)
  return acting.length > 0 || !SIDES.test(document.norms[np.head]!) ? acting : sidesOf(scene, i, count)
}

/** Nouns for those who face each other. */
const SIDES = /^(?:sides|parties)$/
const isSides = ({ norms }: Document, { from, head }: NounPhrase): boolean =>
  norms[from] === 'the' && head === from + 1 && SIDES.test(norms[head]!)

/** "Chad met the rebels. *The sides* agreed": those named in the sentence before in whatever place, if they are so many. */
function sidesOf({ document, nounPhrases, recency, entities }: Scene, i: number, count: number): number[] {
  const { from } = nounPhrases[i]!
  const found = new Set<number>()
  let sentence = -1
  for (let k = recency.length - 1; k >= 0; k--) {
    const { np, entity, sentence: of } = recency[k]!
    const at = nounPhrases[np]!.from
    if (at >= from) continue
    if (sentence < 0) sentence = of
    if (of !== sentence || document.sentenceOf[from]! - of > 1 || document.paragraphOf[at] !== document.paragraphOf[from]) break
    if (entities[entity]!.kind !== 'person') found.add(entity)
  }
  return found.size === count ? [...found].reverse() : []
}

/** "A Saudi-Omani delegation", "the Egyptian-Qatari mediators": the two states whose people a pair of adjectives names, or none. */
export function pairOf(scene: Scene, i: number): readonly number[] {
  const { words, norms, lemmas, lexicon, nounPhrases } = scene
  const { from, head } = nounPhrases[i]!
  if (!OFFICIAL.has(norms[head]!) && !OFFICIAL.has(lemmas[head]!)) return []
  for (let t = from; t < head; t++) {
    const parts = /^(\p{Lu}[\p{L}.]+)-(\p{Lu}[\p{L}.]+)$/u.exec(words[t]!)
    const pair = parts ? parts.slice(1).map((part) => peopleOf(lexicon, part)) : []
    if (pair[0] && pair[1]) return pair.map((actor) => scene.listed(actor!))
  }
  return []
}

/** The state or group whose people an adjective names. */
function peopleOf(lexicon: Lexicon, word: string): Actor | undefined {
  const found = longestMatch(lexicon.names, phraseWords(word), 0)
  return found?.values.find((s) => s.type === 'demonym' || s.type === 'alias')?.actor
}

/** The last list of so many actors before a phrase, the first of them first. */
function lastList({ syntax, entityOf }: Scene, i: number, count: number): number[] {
  for (let k = i - 1; k >= Math.max(0, i - 60); k--) {
    if (syntax.conjunctOf[k]! < 0 || entityOf[k]! < 0) continue
    const all = new Set<number>()
    let root = k
    for (; ; root = syntax.conjunctOf[root]!) {
      if (entityOf[root]! >= 0) all.add(entityOf[root]!)
      if (syntax.conjunctOf[root]! < 0) break
    }
    if (all.size === count && entityOf[root]! >= 0) return [...all].reverse()
    k = root
  }
  return []
}

/** "Kabul will ask for a truce, the Taliban will refuse it. *Both sides* …": the actors that have acted so far in a paragraph, if they are so many. */
function ofSentences({ document, nounPhrases, recency, entities }: Scene, i: number, count: number, others: boolean): number[] {
  const { from } = nounPhrases[i]!
  const sentence = document.sentenceOf[from]!
  const found = new Set<number>()
  const singled = new Set<number>()
  let last = sentence
  for (let k = recency.length - 1; k >= 0; k--) {
    const { np, entity, sentence: of, subject } = recency[k]!
    const at = nounPhrases[np]!.from
    if (of !== last && found.size >= count) break
    if (sentence - of > BACK || document.paragraphOf[at] !== document.paragraphOf[from]) break
    last = of
    if (at >= from || !subject || entities[entity]!.faint || entities[entity]!.kind === 'person') continue
    if (others && of === sentence) singled.add(entity)
    else if (!singled.has(entity)) found.add(entity)
  }
  return found.size === count ? [...found].reverse() : []
}
/** How many sentences back those may have acted whom a phrase sums up. */
const BACK = 2
