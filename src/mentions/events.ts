import { startsUpper } from '../document/letters'
import { OTHER, GENERIC, STRONG, WEAK, isEventHead } from './event-words'
import {
  actorIsHost,
  afterWith,
  contentOf,
  definiteness,
  headFits,
  peaceIn,
  placeIn,
  topicNoun,
  venueWord,
  wordsMatch,
} from './talk-phrases'
import type { Talks } from './talks'

export function classify(talks: Talks, i: number, from: number, to: number, head: string): number {
  const { document, targets, norms, pos, nounPhrases, anchored, log } = talks
  const np = nounPhrases[i]!
  const content = contentOf(talks, from, to, np.head)
  const kind = definiteness(talks, i, from)
  const where = placeIn(talks, i, to)
  // "his meeting with the president": of one person with another
  if (/^(?:his|her|my)$/.test(norms[from]!) && norms[np.to] === 'with' && where < 0) return OTHER
  let conflictEverywhere = content.length > 0 || (where >= to && targets.every((t) => !wordsMatch(talks, where, t.words)))
  let best = GENERIC
  for (let k = 0; k < targets.length; k++) {
    const t = targets[k]!
    const matched = content.filter((c) => wordsMatch(talks, c, t.words))
    const clash = content.filter((c) => !wordsMatch(talks, c, t.words))
    const place = placeIn(talks, i, to)
    if (place >= 0 && wordsMatch(talks, place, t.words) && t.placed && venueWord(talks, place, t)) return k
    if (place >= 0 && t.words.size === 0 && !t.placed && t.heads.has(head)) return k
    if (place >= 0 && !wordsMatch(talks, place, t.words)) continue
    const premodClash = clash.some((c) => c < np.head && !actorIsHost(talks, c, t))
    if (premodClash) continue
    const hostMatch = content.some((c) => c < np.head && (actorIsHost(talks, c, t) || venueWord(talks, c, t)))
    if (hostMatch && (STRONG.has(head) || kind !== 'bare' || t.heads.has(head))) return k
    const participants = clash.some((c) => c > np.head && afterWith(talks, c, np.to))
    if (participants && t.placed && kind !== 'definite') continue
    conflictEverywhere = false
    if (!t.placed) {
      // "the wage talks" beside "the coalition talks"
      if (
        matched.length === 0 &&
        kind === 'definite' &&
        topicNoun(talks, from, np.head, t) &&
        log.some((l) => l.target === k && l.head === head)
      ) {
        conflictEverywhere = true
        continue
      }
      if (matched.length > 0 && isEventHead(head)) return k
      if (participants && content.length > 0 && matched.length === 0 && t.words.size > 0 && kind !== 'definite') continue
      if (pos[np.head] === 'PROPN' && startsUpper(document.words[np.head]!) && !t.heads.has(head)) continue
      if (headFits(t, head) && (kind !== 'indefinite' || t.heads.has(head))) best = best === GENERIC ? k : best
      continue
    }
    if (matched.length > 0 && STRONG.has(head) && anchored[k] && kind !== 'bare') best = best === GENERIC ? k : best
  }
  if (best >= 0) {
    // "the talks" are those named last, though they would fit another target too
    const salient =
      kind === 'definite' && content.length === 0 && placeIn(talks, i, to) < 0 ? talks.salientBefore(from, head) : undefined
    return salient && (salient.target >= 0 || salient.distance <= 2) ? salient.target : best
  }
  if (conflictEverywhere)
    return WEAK.has(head) && kind !== 'definite' && placeIn(talks, i, to) < 0 && !content.some((c) => c < np.head)
      ? GENERIC
      : OTHER
  if (/^(the|a|an)?$/.test(norms[from]!) && peaceIn(talks, from, np.head) && kind !== 'definite') return GENERIC
  if (kind === 'definite' || kind === 'any') {
    if (kind === 'definite' && head === 'process' && peaceIn(talks, from, np.head)) return GENERIC
    const salient = talks.salientBefore(from, head)
    if (salient) return salient.target
    const only = anchored.indexOf(true)
    return only >= 0 && (targets.length === 1 || anchored.filter(Boolean).length === 1) ? only : GENERIC
  }
  if (kind === 'indefinite' && STRONG.has(head)) {
    // "a multinational conference" in a text that names its venue but not its name
    const only = anchored.indexOf(true)
    if (only >= 0 && !log.some((l) => l.target === only) && targets[only]!.placed) return only
  }
  if (kind === 'bare' && document.paragraphs[document.paragraphOf[from]!]!.kind === 'headline') {
    const only = anchored.indexOf(true)
    if (only >= 0) return only
  }
  return GENERIC
}
