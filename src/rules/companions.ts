import type { Clause } from '../document/clauses'
import { startOfPhrase } from '../document/phrase-start'
import type { Scene } from './scene'
import { ownerPhrase, phraseAt } from './scene'

const PLURAL_VERB = /^(?:are|were|have|do)$/
/** Nouns for texts: what they say is said by those who issue them. */
const TEXTS =
  /^(?:announcement|appeal|article|banner|column|communique|communiqué|declaration|decree|document|edict|editorial|fatwa|leaflet|letter|manifesto|memo|memorandum|message|motion|note|pamphlet|petition|placard|post|poster|release|report|resolution|sermon|speech|statement|tweet)$/

/** Phrases of those who do it together with a phrase, or who are named for all of it. */
export function companionsOf(scene: Scene, p: number): number[] {
  const { norms } = scene.document
  const out: number[] = []
  const np = scene.syntax.nounPhrases[p]!
  if (isLikened(scene, p)) out.push(p - 1)
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

/** "*Like Iran*, Pakistan will attend": whether the phrase before opens the sentence by naming another who does the same. */
function isLikened({ document: { norms, sentenceOf, sentences }, syntax: { nounPhrases } }: Scene, p: number): boolean {
  const before = nounPhrases[p - 1]
  if (!before || norms[before.from - 1] !== 'like' || norms[before.to] !== ',') return false
  return startOfPhrase(nounPhrases, p) === before.to + 1 && sentences[sentenceOf[before.from]!]!.from === before.from - 1
}

/** How many tokens of a link stand at a token: "including China", "along with the party", "as well as Iran"; 0 for none. */
function linkAt(norms: readonly string[], at: number): number {
  const words = norms.slice(at, at + 3).join(' ')
  if (/^(?:along with|together with|such as|among them|plus the) /.test(`${words} `)) return 2
  if (/^(?:as well as|in addition to|in company with)/.test(words)) return 3
  return /^(?:including|like|alongside|plus) /.test(words) ? 1 : 0
}

/** "Iran and Pakistan, which are both going", "with Iran and Pakistan attending": a plural verb and a gerund behind "with" take the whole pair. */
export function allOf(scene: Scene, phrase: number, clause: Clause): number {
  if (clause.relation !== 'relative') return phrase
  const { conjunctOf, nounPhrases } = scene.syntax
  const { norms } = scene.document
  let first = phrase
  while (conjunctOf[first]! >= 0) first = conjunctOf[first]!
  const together = clause.marker < 0 && clause.verb.form === 'gerund' && norms[nounPhrases[first]!.preposition] === 'with'
  return together || PLURAL_VERB.test(norms[clause.verb.from]!) ? first : phrase
}

/** The phrase of those whose text a phrase is: "a resolution that urges …" is that of whoever votes for it. */
export function authorOf(scene: Scene, phrase: number, clause: Clause): number {
  const { syntax, actors, document } = scene
  let np = syntax.nounPhrases[phrase]!
  // "banners from the university that called for it": what the banners say
  const left = np.preposition > 0 ? syntax.nounPhrases[syntax.phraseOf[np.preposition - 1]!] : undefined
  const shown = clause.relation === 'relative' && left !== undefined && TEXTS.test(document.lemmas[left.head]!)
  if (shown) np = left
  else if (actors.entityOf[phrase]! >= 0 || !TEXTS.test(document.lemmas[np.head]!)) return phrase
  let issuer = -1
  syntax.clauses.forEach((c, k) => {
    if (c.subject >= 0 && c.subject !== phrase && c.verb.head < np.from && np.from - c.verb.head <= 8) issuer = k
  })
  const owner = shown ? (issuer >= 0 ? syntax.clauses[issuer]!.subject : -1) : ownerPhrase(scene, phrase, issuer)
  return owner >= 0 ? owner : phrase
}
