import { STRONG, WEAK, isEventHead, singular } from './event-words'
import { headFits, venueWord } from './talk-phrases'
import type { Talks } from './talks'
import type { CompiledTarget } from './target-index'

/** A text that names venue and topic near the start, with talks of some kind, is about the target. */
export function impliedAnchor(talks: Talks, t: CompiledTarget): boolean {
  const { document, norms, lemmas, pos, nounPhrases } = talks
  if (!t.placed) {
    return nounPhrases.some(({ head }) => isEventHead(singular(lemmas[head]!)) && headFits(t, singular(lemmas[head]!)))
  }
  const topics = t.topicWords
  const limit = Math.min(document.length, 160)
  let venue = false
  let topic = topics.size === 0
  let event = false
  for (let k = 0; k < limit; k++) {
    if (venueWord(talks, k, t)) venue = true
    if (topics.has(norms[k]!) || norms[k] === 'taliban') topic = true
    if (STRONG.has(singular(lemmas[k]!)) || (WEAK.has(singular(lemmas[k]!)) && pos[k] === 'NOUN')) event = true
  }
  return venue && topic && event
}
