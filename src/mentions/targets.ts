import { clauseIndex } from '../document/clause-index'
import { startsUpper } from '../document/letters'
import { speechKind } from '../document/speech-kinds'
import type { Syntax } from '../document/clauses'
import type { Document } from '../document/document'
import type { ActorMentions } from './actors'
import { NOBODY } from './entities'
import { impliedAnchor } from './anchors'
import { EPITHETS, FACETS, GENERIC, isEventHead, MEETING_VERBS, OTHER, singular } from './event-words'
import { classify } from './events'
import { facet, venueOf } from './facets'
import { contentOf, definiteness, explicit, extentOf, hitIn, phraseStart, venueWord, wordsMatch } from './talk-phrases'
import type { TalksName, TargetMention } from './talks'
import { Talks } from './talks'
import type { TargetIndex } from './target-index'
import { understoodTalks } from './understood'

export { GENERIC, OTHER } from './event-words'
export { compileTargets } from './target-index'
export type { CompiledTarget, TargetIndex } from './target-index'
export type { TargetMention } from './talks'

export interface TargetMentions {
  readonly mentions: readonly TargetMention[]
  /** Which talks are under discussion at a token: a target index, `OTHER`, or undefined where none were named. */
  salientAt(token: number): { readonly target: number; readonly distance: number } | undefined
  /** Ids of the actors that organise a target. */
  readonly hosts: ReadonlySet<string>
  /** Whether the text names each target at all. */
  readonly named: readonly boolean[]
}

/** Finds the talks that a document names, and which of them are the targets. */
export function findTargets(document: Document, syntax: Syntax, actors: ActorMentions, index: TargetIndex): TargetMentions {
  const talks = new Talks(document, syntax, actors, index)
  const { targets, anchored, found } = talks
  targets.forEach((t, k) => {
    if (!anchored[k]) anchored[k] = impliedAnchor(talks, t)
  })
  for (let i = 0; i < syntax.nounPhrases.length; i++) readPhrase(talks, i)
  addLooseNames(talks)
  addThere(talks)
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const named = targets.map(() => false)
  for (const m of found) if (m.target >= 0 && m.kind !== 'venue') named[m.target] = true
  return {
    mentions: found,
    hosts: new Set(targets.flatMap((t) => [...t.hosts])),
    named,
    salientAt: understoodTalks(document, talks.log),
  }
}

/** Finds out which talks one noun phrase means, if any. */
function readPhrase(talks: Talks, i: number): void {
  const { nounPhrases, lemmas, norms, targets } = talks
  const np = nounPhrases[i]!
  const lemma = lemmas[np.head]!
  const start = phraseStart(talks, i)
  const end = extentOf(talks, i)
  if (isBody(talks, i)) return
  const single = singleName(talks, i)
  if (single >= 0) {
    talks.add(start, np.to, single, 'name', '')
    return
  }
  const hit = hitIn(talks, start, end)
  const head = singular(lemma)
  if (isForThePress(talks, i)) {
    talks.nameHits.delete(np.head)
    return
  }
  if (hit && hit.to > np.head && (isEventHead(head) || FACETS.has(head) || (hit.from < np.to && hit.to >= np.to))) {
    talks.add(start, Math.max(end, hit.to), hit.target, 'name', isEventHead(head) ? head : eventHeadOf(talks, hit))
    return
  }
  const pair = formerOrLatter(talks, i)
  if (pair !== undefined) {
    talks.add(start, np.to, pair, 'nominal', head)
    return
  }
  addMeetingOf(talks, i)
  if (isEventHead(head)) {
    // "the Kabul Process conference"
    if (
      hit &&
      hit.target >= 0 &&
      hit.to <= np.head &&
      contentOf(talks, start, np.head, np.head).every((c) => hit.from <= c && c < hit.to)
    ) {
      talks.add(start, end, hit.target, 'name', head)
      return
    }
    const target = classify(talks, i, start, end, head)
    talks.add(start, end, target, explicit(talks, i, start, end) ? 'name' : 'nominal', head)
    return
  }
  if (EPITHETS.has(head)) {
    const kind = definiteness(talks, i, start)
    const salient = talks.salientBefore(np.from, '')
    const clash = contentOf(talks, start, end, np.head).some((c) => !targets.some((t) => wordsMatch(talks, c, t.words)))
    if ((kind === 'definite' || kind === 'any') && !clash && salient && salient.target >= 0 && salient.distance <= 6)
      talks.add(start, np.to, salient.target, 'facet', head)
    return
  }
  if (FACETS.has(head)) {
    const target = facet(talks, i, start, end, head, hit)
    if (target !== GENERIC) talks.add(start, end, target, 'facet', head)
    return
  }
  if (hit && hit.from < np.to) {
    talks.add(start, Math.max(np.to, hit.to), hit.target, 'name', eventHeadOf(talks, hit))
    return
  }
  const venue = venueOf(talks, i)
  if (venue >= 0) talks.add(start, np.to, venue, 'venue', head)
  else if (np.to - np.from === 1 && (norms[np.head] === 'it' || norms[np.head] === 'them')) {
    // "praised it: the truce": what it is stands behind the colon
    const named = norms[np.to] === ':' && talks.pos[np.to + 1] === 'DET'
    const salient = named ? undefined : talks.salientBefore(np.from, '')
    if (salient && salient.distance <= 1 && !(norms[np.head] === 'it' && hasNearer(talks, i)))
      talks.add(np.from, np.to, salient.target, 'anaphor', norms[np.head]!)
  }
}

/** "A news conference in Moscow" is no talks. */
const isForThePress = ({ nounPhrases, norms }: Talks, i: number): boolean =>
  nounPhrases[i]!.head > nounPhrases[i]!.from && /^(?:news|press|media)$/.test(norms[nounPhrases[i]!.head - 1]!)

/** Whether "it" goes back to another thing that is the subject of its sentence: "the truce was a bold step, and we stand behind it". */
function hasNearer(talks: Talks, i: number): boolean {
  const { nounPhrases, syntax, sentenceOf, actors, norms, pos } = talks
  const { from } = nounPhrases[i]!
  if (talks.sentences.has(sentenceOf[from]!)) return false
  const { withSubject } = clauseIndex(syntax)
  const isThing = (p: number): boolean => {
    const np = nounPhrases[p]!
    return (
      np.to <= from &&
      actors.entityOf[p] === NOBODY &&
      /^(?:the|this|that)$/.test(norms[np.from]!) &&
      pos[np.head] === 'NOUN' &&
      !norms[np.head]!.endsWith('s') &&
      !np.temporal &&
      (withSubject.get(p) ?? []).some((k) => syntax.clauses[k]!.relation === 'root')
    )
  }
  const inSentence = (p: number): boolean =>
    p >= 0 && p < nounPhrases.length && sentenceOf[nounPhrases[p]!.from] === sentenceOf[from]
  for (let p = i - 1; inSentence(p); p--) if (isThing(p)) return true
  for (let p = i + 1; inSentence(p); p++) if (isThing(p)) return true
  return false
}

/** The target that a phrase names by one word, where that names no actor: "back to Geneva", "COP15". */
function singleName(talks: Talks, i: number): number {
  const { nounPhrases, norms, pos, targets, actors } = talks
  const { from, head, to } = nounPhrases[i]!
  const first = pos[from] === 'DET' || pos[from] === 'PRON' ? from + 1 : from
  if (head !== first || to !== head + 1) return -1
  const k = targets.findIndex((t) => t.single.has(norms[head]!))
  const entity = actors.entityOf[i]!
  return k >= 0 && (entity < 0 || actors.entities[entity]!.actor === undefined) ? k : -1
}

/** Whether a phrase with a noun for talks is the name of a body, as it speaks or takes sides: "the Hurriyat Conference said". */
function isBody({ document, nounPhrases, syntax, actors, nameHits }: Talks, i: number): boolean {
  const { from, head } = nounPhrases[i]!
  if (!isEventHead(singular(document.lemmas[head]!))) return false
  if (actors.entityOf[i]! < 0 || !startsUpper(document.words[head]!) || (nameHits.get(from)?.target ?? -1) >= 0) return false
  return (clauseIndex(syntax).withSubject.get(i) ?? []).some((k) => {
    const c = syntax.clauses[k]!
    return speechKind(document.lemmas[c.verb.head]!) === 'say' || SIDES.has(document.lemmas[c.verb.head]!)
  })
}

/** Verbs that only those who hold positions can be subjects of. */
const SIDES: ReadonlySet<string> = new Set(
  'welcome reject refuse back support demand urge decide agree vote want boycott denounce oppose hail applaud vow threaten'.split(
    ' ',
  ),
)

/** The noun for talks at the end of a name ("the coalition talks drag on" may be read as one phrase). */
function eventHeadOf(talks: Talks, hit: TalksName): string {
  return singular(talks.lemmas[hit.to - 1]!)
}

/** "The former", "the latter": of the talks that were last named together, if they are different ones. */
function formerOrLatter(talks: Talks, i: number): number | undefined {
  const { nounPhrases, norms, sentenceOf, syntax } = talks
  const norm = norms[nounPhrases[i]!.head]!
  if (norm !== 'former' && norm !== 'latter') return undefined
  const sentence = sentenceOf[nounPhrases[i]!.from]!
  for (let k = i - 1; k >= 0 && sentenceOf[nounPhrases[k]!.from]! >= sentence - 2; k--) {
    const left = syntax.conjunctOf[k]!
    const first = left < 0 ? undefined : talks.mentionFrom(phraseStart(talks, left))
    const second = left < 0 ? undefined : talks.mentionFrom(phraseStart(talks, k))
    if (first && second && first.target !== second.target) return norm === 'former' ? first.target : second.target
  }
  return undefined
}

/** "Donors met in Geneva": other talks than those that are held elsewhere. */
function addMeetingOf(talks: Talks, i: number): void {
  const { nounPhrases, lemmas, pos, document, targets } = talks
  const { head, preposition } = nounPhrases[i]!
  if (preposition < 1 || talks.norms[preposition] !== 'in' || !startsUpper(document.words[head]!)) return
  const verb = pos[preposition - 1] === 'ADV' ? preposition - 2 : preposition - 1
  if (pos[verb] !== 'VERB' || !MEETING_VERBS.has(lemmas[verb]!)) return
  if (targets.some((t) => t.venues.size === 0 || venueWord(talks, head, t) || t.words.has(talks.norms[head]!))) return
  talks.log.push({ at: verb, target: OTHER, head: 'meeting', sentence: talks.sentenceOf[verb]!, aside: false })
}

/** Names outside of noun phrases ("met Pope John Paul"). */
function addLooseNames(talks: Talks): void {
  const covered = coverage(talks)
  for (const [from, hit] of talks.nameHits)
    if (covered[from]! < hit.to) talks.add(from, hit.to, hit.target, 'name', talks.lemmas[hit.to - 1]!)
}

/** For each token, the end of the longest mention that begins at or before it and holds it, or 0. */
function coverage(talks: Talks): Int32Array {
  const end = new Int32Array(talks.document.length)
  for (const m of talks.found) if (m.to > end[m.from]!) end[m.from] = m.to
  for (let t = 1; t < end.length; t++) if (end[t - 1]! > t && end[t - 1]! > end[t]!) end[t] = end[t - 1]!
  return end
}

/** "India will be there": at the talks named last. */
function addThere(talks: Talks): void {
  const { norms, lemmas, sentenceOf, document } = talks
  for (let t = 1; t < document.length; t++) {
    if (norms[t] !== 'there' || lemmas[t + 1] === 'be' || sentenceOf[t - 1] !== sentenceOf[t]) continue
    const salient = talks.salientBefore(t, '')
    if (salient && salient.distance <= 1) talks.add(t, t + 1, salient.target, 'anaphor', 'there')
  }
}
