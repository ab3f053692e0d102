import { GENERIC_OFFICE, GROUP, OFFICIAL, ORGANISATION_WORDS, OWN, TITLES } from './vocabulary'
import type { Scene } from './scene'
import { speechKind } from '../document/clauses'

/** Token at which the trailing proper name of the phrase begins, or -1. */
export function nameStart(scene: Scene, i: number): number {
  const { names, words, norms, pos, nounPhrases, nameAt } = scene
  const np = nounPhrases[i]!
  let t = np.head
  if (pos[t] !== 'PROPN' || !/^\p{Lu}/u.test(words[t]!)) return -1
  let start = -1
  while (t >= np.from) {
    const w = words[t]!
    const lower = norms[t]!
    if (pos[t] === 'DET' || pos[t] === 'PRON') break
    if (!/^\p{Lu}/u.test(w) && !/^(al|bin|ben|van|von|de|da|del|der|ul|el|al-\p{L}+|-)$/u.test(w)) break
    const isTitle = TITLES.has(lower) || TITLES.has(`${lower}.`) || OFFICIAL.has(lower) || OWN.has(lower)
    if (isTitle && t < np.head) break
    const hit = nameAt[t]!
    const origin = hit >= 0 && names[hit]!.senses.every((x) => x.type === 'demonym')
    if (origin && t < np.head && ORGANISATION_WORDS.has(norms[np.head]!) && !OFFICIAL.has(norms[np.head]!)) {
      start = t
      t--
      continue
    }
    if (hit >= 0 && names[hit]!.to <= np.head && names[hit]!.senses.some((s) => s.type !== 'phrase' && s.type !== 'outlet' && s.actor?.kind !== 'person')) break
    start = t
    t--
  }
  if (start >= 0 && OFFICIAL.has(norms[np.head]!) && allGeneric(scene, start, np.head)) return -1
  if (start === np.head && (/^(pm|fm|mp|mps|govt|gov't|party)$/.test(norms[start]!) || OFFICIAL.has(norms[start]!) || OWN.has(norms[start]!) || GROUP.has(norms[start]!))) return -1
  return start
}

/** "Presidential Palace", "Foreign Office": an office in capitals, not a name. */
export function allGeneric(scene: Scene, from: number, head: number): boolean {
  const { norms } = scene
  for (let t = from; t < head; t++) if (!GENERIC_OFFICE.has(norms[t]!)) return false
  return true
}

/** "Afghan Women's" in "Afghan Women's Network": the possessor belongs to the name of an organisation. */
export function isPartOfName(scene: Scene, i: number): boolean {
  const { words, norms, nounPhrases, nameAt } = scene
  const next = nounPhrases[i + 1]
  if (next?.possessor !== i || !/^\p{Lu}/u.test(words[next.head]!) || !ORGANISATION_WORDS.has(norms[next.head]!)) return false
  return nameAt[nounPhrases[i]!.head]! < 0 && /^\p{Lu}/u.test(words[nounPhrases[i]!.head]!)
}

export function fullName(scene: Scene, i: number, nameFrom: number): readonly string[] {
  const { words, pos, nounPhrases } = scene
  const np = nounPhrases[i]!
  if (np.possessor >= 0 && isPartOfName(scene, np.possessor)) {
    const owner = nounPhrases[np.possessor]!
    let from = owner.from
    while (from < owner.head && pos[from] === 'DET') from++
    return scene.text(from, np.head + 1).split(/\s+/)
  }
  return words.slice(nameFrom, np.head + 1)
}

/** "Muslim Council of Britain": the name goes on after "of". */
export function longName(scene: Scene, i: number, key: string): string {
  const { document, words, norms, nounPhrases } = scene
  const np = nounPhrases[i]!
  if (norms[np.to] !== 'of' && norms[np.to] !== 'for') return key
  let to = np.to + 1
  while (to < document.length && (/^\p{Lu}/u.test(words[to]!) || (norms[to] === 'and' && /^\p{Lu}/u.test(words[to + 1] ?? '')))) to++
  return to > np.to + 1 ? `${key} ${words.slice(np.to, to).join(' ')}` : key
}

/** Is the word written with a capital inside some other sentence, or the subject of a verb of speaking? */
export function capitalElsewhere(scene: Scene, token: number): boolean {
  const { syntax, words, lemmas, clauses } = scene
  const np = syntax.phraseOf[token]!
  if (clauses.some((c) => c.subject === np && speechKind(lemmas[c.verb.head]!) === 'say')) return true
  return words.some((w, t) => t !== token && w === words[token] && !scene.startsSentence(t))
}
