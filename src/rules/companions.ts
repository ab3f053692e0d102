import type { Clause } from '../document/clauses'
import type { Scene } from './scene'
import { ownerPhrase, phraseAt } from './scene'

const PLURAL_VERB = /^(?:are|were|have|do)$/
/** Nouns for texts: what they say is said by those who issue them. */
const TEXTS =
  /^(?:resolution|statement|letter|communique|communiqué|declaration|motion|petition|editorial|message|note|memo|memorandum|announcement|tweet|report|document|manifesto|appeal|fatwa|decree|banner|placard)$/

/** Phrases of those who do it together with a phrase, or who are named for all of it. */
export function companionsOf(scene: Scene, p: number): number[] {
  const { norms } = scene.document
  const out: number[] = []
  const np = scene.syntax.nounPhrases[p]!
  let at = np.to
  // "envoys of the council and of the Taliban"
  let preposition = ''
  while (/^(?:of|from)$/.test(norms[at] ?? '')) {
    const q = phraseAt(scene, at + 1)
    if (q < 0) break
    preposition = norms[at]!
    at = scene.syntax.nounPhrases[q]!.to
  }
  while (preposition !== '' && norms[at] === 'and' && norms[at + 1] === preposition && phraseAt(scene, at + 2) >= 0) {
    const q = phraseAt(scene, at + 2)
    out.push(q)
    at = scene.syntax.nounPhrases[q]!.to
  }
  if (norms[at] === ',' || norms[at] === '-' || norms[at] === '(') at++
  const length = linkAt(norms, at)
  const q = length > 0 ? phraseAt(scene, at + length) : -1
  if (q >= 0) out.push(q)
  return out
}

/** How many tokens of a link stand at a token: "including China", "along with the party", "as well as Iran"; 0 for none. */
function linkAt(norms: readonly string[], at: number): number {
  const words = norms.slice(at, at + 3).join(' ')
  if (/^(?:along with|together with|such as|among them|plus the) /.test(`${words} `)) return 2
  if (/^(?:as well as|in addition to|in company with)/.test(words)) return 3
  return /^(?:including|like|alongside|plus) /.test(words) ? 1 : 0
}

/** "Iran and Pakistan, which are both going": a plural verb takes the whole pair. */
export function allOf(scene: Scene, phrase: number, clause: Clause): number {
  if (clause.relation !== 'relative' || !PLURAL_VERB.test(scene.document.norms[clause.verb.from]!)) return phrase
  let first = phrase
  while (scene.syntax.conjunctOf[first]! >= 0) first = scene.syntax.conjunctOf[first]!
  return first
}

/** The phrase of those whose text a phrase is: "a resolution that urges …" is that of whoever votes for it. */
export function authorOf(scene: Scene, phrase: number): number {
  const { syntax, actors, document } = scene
  const np = syntax.nounPhrases[phrase]!
  if (actors.entityOf[phrase]! >= 0 || !TEXTS.test(document.lemmas[np.head]!)) return phrase
  let issuer = -1
  syntax.clauses.forEach((c, k) => {
    if (c.subject >= 0 && c.subject !== phrase && c.verb.head < np.from && np.from - c.verb.head <= 8) issuer = k
  })
  const owner = ownerPhrase(scene, phrase, issuer)
  return owner >= 0 ? owner : phrase
}
