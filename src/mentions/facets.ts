import { EPITHETS, FACETS, GENERIC, isEventHead, OTHER, RESUMING, singular } from './event-words'
import { actorIsHost, contentOf, definiteness, extentOf, phraseStart, venueWord, wordsMatch } from './talk-phrases'
import { classify } from './events'
import type { Talks } from './talks'

export function facet(
  talks: Talks,
  i: number,
  from: number,
  to: number,
  head: string,
  hit: { target: number } | undefined,
): number {
  const { document, syntax, targets, norms, lemmas, pos, sentenceOf, nounPhrases, nameHits, anchored } = talks
  if (hit) return hit.target
  const np = nounPhrases[i]!
  const kind = definiteness(talks, i, from)
  // a complement names its talks: "the invitation to the meeting"
  for (let t = np.to; t < Math.min(to, document.length); t++) {
    const p = syntax.phraseOf[t]!
    if (p > i && nounPhrases[p]!.head >= np.to) {
      const inner = talks.mentionFrom(nounPhrases[p]!.from)
      if (inner) return inner.target
      const innerHead = singular(lemmas[nounPhrases[p]!.head]!)
      if (isEventHead(innerHead)) return classify(talks, p, phraseStart(talks, p), extentOf(talks, p), innerHead)
      if (venueOf(talks, p) >= 0 && norms[nounPhrases[p]!.from - 1] !== 'in') return venueOf(talks, p)
      if (
        contentOf(talks, nounPhrases[p]!.from, nounPhrases[p]!.to, -1).length > 0 &&
        norms[nounPhrases[p]!.preposition] === 'to'
      )
        return OTHER
    }
  }
  if (/^(?:invitation|invite)$/.test(head) && isElsewhere(talks, np.to)) return GENERIC
  // "the invitation to join the talks": an infinitive
  if (norms[to] === 'to' && (pos[to + 1] === 'VERB' || pos[to + 1] === 'AUX')) {
    for (let t = to + 2; t < Math.min(to + 10, document.length) && sentenceOf[t] === sentenceOf[from]; t++) {
      const hitAhead = nameHits.get(t)
      if (hitAhead) return hitAhead.target
      const p = syntax.phraseOf[t]!
      if (p >= 0 && nounPhrases[p]!.head === t && isEventHead(singular(lemmas[t]!)))
        return classify(talks, p, phraseStart(talks, p), extentOf(talks, p), singular(lemmas[t]!))
    }
    if (!/^(attend|join|come|participate|take|go|travel|be|sit|send)$/.test(lemmas[to + 1]!)) return GENERIC
  }
  if (np.possessor >= 0) {
    const owner = nounPhrases[np.possessor]!
    const ownerHead = singular(lemmas[owner.head]!)
    if (isEventHead(ownerHead)) return talks.mentionFrom(phraseStart(talks, np.possessor))?.target ?? GENERIC
    for (let k = 0; k < targets.length; k++)
      if (RESUMING.has(head) && (actorIsHost(talks, owner.head, targets[k]!) || venueWord(talks, owner.head, targets[k]!)))
        return k
  }
  if (!RESUMING.has(head) || (kind !== 'definite' && kind !== 'bare' && kind !== 'indefinite')) return GENERIC
  if (kind === 'bare' || kind === 'indefinite') {
    const clash = contentOf(talks, from, to, np.head)
    if (!/^(invitation|invite)$/.test(head) || clash.length > 0) return GENERIC
  }
  const content = contentOf(talks, from, to, np.head)
  const salient = talks.salientBefore(from, '')
  if (content.length > 0 && !targets.some((t) => content.every((c) => wordsMatch(talks, c, t.words) || actorIsHost(talks, c, t))))
    return OTHER
  if (!salient || salient.distance > 14)
    return salient === undefined && anchored.some(Boolean) && sentenceOf[from]! < 3 ? anchored.indexOf(true) : GENERIC
  if (resumesSomethingElse(talks, from, head)) return GENERIC
  return salient.target
}

/** "An invitation to a tank contest": to something that is no talks, no place and no time. */
function isElsewhere(talks: Talks, at: number): boolean {
  const { norms, syntax, nounPhrases, lemmas, actors } = talks
  const p = norms[at] === 'to' ? syntax.phraseOf[at + 1]! : -1
  if (p < 0) return false
  const { head, from } = nounPhrases[p]!
  const temporal = nounPhrases[p]!.temporal && !/^(?:a|an)$/.test(norms[from]!)
  return (
    !temporal &&
    actors.entityOf[p]! < 0 &&
    /^(?:a|an|the|its|his|their)$/.test(norms[from]!) &&
    !isEventHead(singular(lemmas[head]!)) &&
    !FACETS.has(lemmas[head]!) &&
    !EPITHETS.has(lemmas[head]!) &&
    venueOf(talks, p) < 0 &&
    talks.mentionFrom(from) === undefined &&
    !talks.nameHits.has(from)
  )
}

/** "offered to open an office … the offer": the noun takes up a verb that is not about talks. */
export function resumesSomethingElse(talks: Talks, from: number, head: string): boolean {
  const { document, lemmas, sentenceOf, nameHits, found } = talks
  const verb = head === 'invitation' || head === 'invite' ? 'invite' : head === 'proposal' ? 'propose' : head
  const sentence = sentenceOf[from]!
  for (let t = from - 1; t >= 0 && sentenceOf[t]! >= sentence - 2; t--) {
    if (lemmas[t] !== verb && singular(lemmas[t]!) !== head) continue
    let end = t + 1
    while (end < document.length && sentenceOf[end] === sentenceOf[t] && end < t + 14) {
      if (isEventHead(singular(lemmas[end]!)) || nameHits.has(end)) return false
      end++
    }
    return !found.some((m) => m.from <= t && t < m.to && m.target >= 0)
  }
  return false
}

/** What one does at talks, or on the way there. */
const AT_TALKS =
  /^(?:attend|join|take|participate|meet|hold|discuss|represent|lead|sit|talk|negotiate|be|have|see|speak|deliver|hear|help|find|seek|press|push|make|begin|start|resume|continue|open|try|work|address|chair|finish|present|explain|mediate|observe|listen|convene|host|organise|organize|prepare)$/

/** "Will fly to Moscow to have his heart examined": the journey has another end than talks. */
function isErrand(talks: Talks, to: number): boolean {
  const { norms, lemmas, pos, syntax, nounPhrases, document } = talks
  let t = to
  for (let step = 0; step < 3; step++) {
    const p = norms[t] === 'on' || norms[t] === 'in' ? syntax.phraseOf[t + 1]! : syntax.phraseOf[t]!
    if (p === undefined || p < 0 || !nounPhrases[p]!.temporal) break
    t = nounPhrases[p]!.to
  }
  if (norms[t] !== 'to' || t + 1 >= document.length || (pos[t + 1] !== 'VERB' && pos[t + 1] !== 'AUX')) return false
  return (
    !AT_TALKS.test(lemmas[t + 1]!) || (/^(?:have|see)$/.test(lemmas[t + 1]!) && /^(?:his|her|their)$/.test(norms[t + 2] ?? ''))
  )
}

export function venueOf(talks: Talks, i: number): number {
  const { targets, norms, nounPhrases, anchored } = talks
  const np = nounPhrases[i]!
  let errand: boolean | undefined
  for (let k = 0; k < targets.length; k++) {
    const t = targets[k]!
    if (t.venues.size === 0 || !anchored[k]) continue
    for (const parts of t.venueWords) {
      const at = np.to - parts.length
      if (at >= np.from && parts.every((p, j) => norms[at + j] === p) && np.to - np.from <= parts.length + 1) {
        errand ??= norms[np.preposition] === 'to' && isErrand(talks, np.to)
        return errand ? -1 : k
      }
    }
  }
  return -1
}
