import { events, otherTalks } from '../data'
import type { Document } from '../document/document'
import type { Syntax } from '../document/clauses'
import { isTimeWord } from '../document/chunks'
import type { PhraseTrie } from '../document/phrases'
import { buildPhraseTrie, longestMatch, phraseWords } from '../document/phrases'
import type { Target } from '../types'
import type { ActorMentions } from './actors'

/** Talks other than any target. */
export const OTHER = -1
/** Talks in general ("peace talks"), no particular round. */
export const GENERIC = -2

/** A place in the text that names talks, or a part or a place of them. */
export interface TargetMention {
  readonly from: number
  readonly to: number
  /** Index of the target, `OTHER` or `GENERIC`. */
  readonly target: number
  /** `name` says which talks, `nominal` resumes them, `facet` is a part (the invitation), `venue` where they are held, `anaphor` it or there. */
  readonly kind: 'name' | 'nominal' | 'facet' | 'venue' | 'anaphor'
  readonly head: string
}

/** A target made ready for look-ups, once for an analyser. */
export interface CompiledTarget {
  readonly target: Target
  /** Content words of its names. */
  readonly words: ReadonlySet<string>
  readonly heads: ReadonlySet<string>
  readonly venues: ReadonlySet<string>
  readonly hosts: ReadonlySet<string>
  /** Whether more than the name is known, so that talks elsewhere can be told apart. */
  readonly placed: boolean
}

export interface TargetIndex {
  readonly targets: readonly CompiledTarget[]
  readonly names: PhraseTrie<number>
}

export interface TargetMentions {
  readonly mentions: readonly TargetMention[]
  /** Which talks are under discussion at a token: a target index, `OTHER`, or undefined where none were named. */
  salientAt(token: number): { readonly target: number; readonly distance: number } | undefined
  /** Ids of the actors that organise a target. */
  readonly hosts: ReadonlySet<string>
  /** Whether the text names each target at all. */
  readonly named: readonly boolean[]
}

const STRONG = new Set(events.heads.strong)
const WEAK = new Set(events.heads.weak)
const FACETS = new Set(events.facets)
const RESUMING = new Set(events.facetsThatResume)
const FUNCTION_WORDS = new Set('the a an of on in at for with to by and or between about over its his her their s first second third new round planned next last upcoming proposed this that these those'.split(' '))
/** Words that stand for talks only where it is clear which: "the exercise", "such jamborees". */
const EPITHETS = new Set(events.heads.epithets)
const isEventHead = (lemma: string): boolean => STRONG.has(lemma) || WEAK.has(lemma)

/** @param isActor whether a word is a listed name of an actor, so that it is a party to the talks and not their place. */
export function compileTargets(targets: readonly Target[], isActor: (word: string) => boolean = () => true): TargetIndex {
  const entries: { words: readonly string[]; value: number }[] = []
  const compiled = targets.map((target, index): CompiledTarget => {
    const words = new Set<string>()
    const heads = new Set<string>()
    const names = [target.name, ...(target.aliases ?? [])]
    for (const name of names) {
      const parts = phraseWords(name)
      let from = 0
      while (from < parts.length - 1 && (parts[from] === 'the' || parts[from] === 'a' || parts[from] === 'an')) from++
      const core = parts.slice(from)
      const content = core.filter((w) => !FUNCTION_WORDS.has(w) && !isEventHead(singular(w)))
      if (core.length > 1 && content.length > 0) entries.push({ words: core, value: index })
      for (const w of core) {
        const lemma = singular(w)
        if (isEventHead(lemma)) heads.add(lemma)
        else if (!FUNCTION_WORDS.has(w) && !FACETS.has(lemma)) for (const piece of [w, ...w.split('-')]) words.add(piece)
      }
    }
    for (const extra of [...(target.topics ?? []), ...(target.venues ?? []), ...(target.hosts ?? [])]) for (const w of phraseWords(extra)) if (!FUNCTION_WORDS.has(w) && w !== 'capital') words.add(w)
    return {
      target,
      words,
      heads,
      venues: new Set([...(target.venues ?? []), ...placesIn([target.name, ...(target.aliases ?? [])], isActor)].map((v) => phraseWords(v).join(' '))),
      hosts: new Set(target.hosts ?? []),
      placed: (target.venues ?? []).length > 0,
    }
  })
  const claimed = new Set(entries.map((e) => e.words.join(' ')))
  for (const name of otherTalks) {
    const words = phraseWords(name)
    const own = compiled.some((t) => t.target.name.toLowerCase().includes(name.toLowerCase()) || words.every((w) => t.words.has(w) || t.heads.has(singular(w))))
    if (!claimed.has(words.join(' ')) && !own) entries.push({ words, value: OTHER })
  }
  return { targets: compiled, names: buildPhraseTrie(entries) }
}

/** Places that names of talks hold: "the Geneva talks", "ceasefire talks in Moscow". */
function placesIn(names: readonly string[], isActor: (word: string) => boolean): string[] {
  const out: string[] = []
  for (const name of names) {
    const words = name.split(/\s+/)
    words.forEach((word, i) => {
      if (!/^\p{Lu}[\p{L}-]+$/u.test(word)) return
      if (words[i - 1] === 'in' || words[i - 1] === 'at') out.push(word)
      else if (isEventHead(singular((words[i + 1] ?? '').toLowerCase())) && !isActor(word)) out.push(word)
    })
  }
  return out
}

const singular = (word: string): string => (word === 'talks' || word === 'negotiations' || word === 'consultations' || word === 'discussions' ? (word === 'talks' ? 'talk' : word.slice(0, -1)) : word)

/** Finds the talks that a document names, and which of them are the targets. */
export function findTargets(document: Document, syntax: Syntax, actors: ActorMentions, index: TargetIndex): TargetMentions {
  const { norms, lemmas, pos, sentenceOf } = document
  const { nounPhrases } = syntax
  const { targets } = index
  const nameHits = new Map<number, { to: number; target: number }>()
  const anchored = targets.map(() => false)
  for (let t = 0; t < document.length; t++) {
    const match = longestMatch(index.names, norms, t)
    if (!match) continue
    const target = match.values.find((v) => v >= 0) ?? OTHER
    nameHits.set(t, { to: match.to, target })
    if (target >= 0) anchored[target] = true
  }
  targets.forEach((t, k) => {
    if (!anchored[k]) anchored[k] = impliedAnchor(t)
  })

  const found: TargetMention[] = []
  const log: { at: number; target: number; head: string; sentence: number }[] = []
  const add = (from: number, to: number, target: number, kind: TargetMention['kind'], head: string): void => {
    found.push({ from, to, target, kind, head })
    if (kind === 'name' || kind === 'nominal') {
      if (target !== GENERIC) log.push({ at: from, target, head, sentence: sentenceOf[from]! })
    }
  }

  for (let i = 0; i < nounPhrases.length; i++) {
    const np = nounPhrases[i]!
    const lemma = lemmas[np.head]!
    const start = phraseStart(i)
    const end = extentOf(i)
    const hit = hitIn(start, end)
    const head = singular(lemma)
    if (hit && hit.to > np.head && (isEventHead(head) || FACETS.has(head) || (hit.from < np.to && hit.to >= np.to))) {
      add(start, Math.max(end, hit.to), hit.target, 'name', head)
      continue
    }
    if (isEventHead(head)) {
      const target = classify(i, start, end, head)
      add(start, end, target, explicit(i, start, end) ? 'name' : 'nominal', head)
      continue
    }
    if (EPITHETS.has(head)) {
      const kind = definiteness(i, start)
      const salient = salientBefore(np.from, '')
      const clash = contentOf(start, end, np.head).some((c) => !targets.some((t) => wordsMatch(c, t.words)))
      if ((kind === 'definite' || kind === 'any') && !clash && salient && salient.target >= 0 && salient.distance <= 6) add(start, np.to, salient.target, 'facet', head)
      continue
    }
    if (FACETS.has(head)) {
      const target = facet(i, start, end, head, hit)
      if (target !== GENERIC) add(start, end, target, 'facet', head)
      continue
    }
    if (hit && hit.from < np.to) {
      add(start, Math.max(np.to, hit.to), hit.target, 'name', head)
      continue
    }
    const venue = venueOf(i)
    if (venue >= 0) add(start, np.to, venue, 'venue', head)
    else if (np.to - np.from === 1 && (norms[np.head] === 'it' || norms[np.head] === 'them')) {
      const salient = salientBefore(np.from, '')
      if (salient && salient.distance <= 1) add(np.from, np.to, salient.target, 'anaphor', norms[np.head]!)
    }
  }
  // a name outside of noun phrases ("met Pope John Paul")
  for (const [from, hit] of nameHits) if (!found.some((m) => m.from <= from && hit.to <= m.to)) add(from, hit.to, hit.target, 'name', lemmas[hit.to - 1]!)
  for (let t = 0; t < document.length; t++) {
    if (norms[t] === 'there' && lemmas[t + 1] !== 'be' && lemmas[t - 1] !== undefined && !(t > 0 && sentenceOf[t - 1] !== sentenceOf[t])) {
      const salient = salientBefore(t, '')
      if (salient && salient.distance <= 1) found.push({ from: t, to: t + 1, target: salient.target, kind: 'anaphor', head: 'there' })
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const named = targets.map((_, k) => found.some((m) => m.target === k && m.kind !== 'venue'))
  return {
    mentions: found,
    hosts: new Set(targets.flatMap((t) => [...t.hosts])),
    named,
    salientAt: understoodAt,
  }

  /** The talks that are meant where none are named: those last named in the paragraph, else those that the text is about. */
  function understoodAt(token: number): { target: number; distance: number } | undefined {
    const paragraph = document.paragraphOf[token]!
    let last: (typeof log)[number] | undefined
    for (const l of log) if (l.at < token && (last === undefined || l.at > last.at)) last = l
    if (last && document.paragraphOf[last.at] === paragraph) return { target: last.target, distance: sentenceOf[token]! - last.sentence }
    const main = mainTalks()
    if (main === undefined) return undefined
    const nearest = Math.min(...log.filter((l) => l.target === main).map((l) => Math.abs(l.sentence - sentenceOf[token]!)))
    return { target: main, distance: nearest }
  }
  /** What the text is about: the talks of the headline or the first sentences, else those named most often. */
  function mainTalks(): number | undefined {
    const early = log.filter((l) => l.sentence < 3 && l.target >= 0)
    if (early.length > 0) return early[0]!.target
    const counts = new Map<number, number>()
    for (const l of log) counts.set(l.target, (counts.get(l.target) ?? 0) + 1)
    let best: number | undefined
    for (const [target, n] of counts) if (best === undefined || n > counts.get(best)!) best = target
    return best
  }

  function phraseStart(i: number): number {
    let np = nounPhrases[i]!
    while (np.possessor >= 0) np = nounPhrases[np.possessor]!
    return np.from
  }
  /** The phrase with the prepositional phrases, infinitive or participle that belong to it. */
  function extentOf(i: number): number {
    let end = nounPhrases[i]!.to
    for (let step = 0; step < 6; step++) {
      // "a “mini-summit” Sunday on …"
      if (step === 0) {
        let t = end
        while (t < document.length && norms[t] === '"' && sentenceOf[t] === sentenceOf[end - 1]) t++
        if (isTimeWord(norms[t] ?? '') && syntax.phraseOf[t]! >= 0) t++
        if (t > end && /^(on|in|about|over|of)$/.test(norms[t] ?? '')) end = t
      }
      const w = norms[end]
      if (w === 'in' || w === 'on' || w === 'of' || w === 'with' || w === 'between' || w === 'about' || w === 'over' || w === 'for' || w === 'to' || w === 'at' || w === 'by' || w === 'and') {
        let t = end + 1
        while (t < document.length && t < end + 3 && syntax.phraseOf[t]! < 0 && pos[t] === 'ADV') t++
        let p = syntax.phraseOf[t] ?? -1
        if (p < 0 || nounPhrases[p]!.from !== t) break
        if (sentenceOf[t] !== sentenceOf[end]) break
        while (p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
        const next = nounPhrases[p]!
        if (w === 'and' && !(step > 0 && (norms[nounPhrases[i]!.to] === 'between' || norms[nounPhrases[i]!.to] === 'with'))) break
        if (next.temporal) {
          if (w === 'on' || w === 'in' || w === 'for' || w === 'at') end = next.to
          break
        }
        if (lemmas[next.head] === 'presence' || lemmas[next.head] === 'absence') break
        end = next.to
      } else break
    }
    return end
  }
  function hitIn(from: number, to: number): { from: number; to: number; target: number } | undefined {
    let other: { from: number; to: number; target: number } | undefined
    for (let t = from; t < to; t++) {
      const hit = nameHits.get(t)
      if (!hit) continue
      if (hit.target >= 0) return { ...hit, from: t }
      other ??= { ...hit, from: t }
    }
    return other
  }
  /** Content words of the phrase besides its head. */
  function contentOf(from: number, to: number, head: number): number[] {
    const out: number[] = []
    for (let t = from; t < to; t++) {
      if (t === head) continue
      if (pos[t] === 'PROPN' || (pos[t] === 'ADJ' && /^\p{Lu}/u.test(document.words[t]!)) || (pos[t] === 'NOUN' && /^\p{Lu}/u.test(document.words[t]!) && t > from)) {
        if (!isTimeWord(norms[t]!) && !isTimeWord(lemmas[t]!)) out.push(t)
      }
    }
    return out
  }
  function wordsMatch(t: number, words: ReadonlySet<string>): boolean {
    const norm = norms[t]!
    if (words.has(norm) || words.has(lemmas[t]!)) return true
    return norm.includes('-') && norm.split('-').some((piece) => words.has(piece))
  }
  /** Whether the phrase itself says which talks it means. */
  function explicit(i: number, from: number, to: number): boolean {
    return contentOf(from, to, nounPhrases[i]!.head).length > 0
  }
  function definiteness(i: number, from: number): 'definite' | 'any' | 'indefinite' | 'bare' {
    const first = /^(neither|both|all|half|nor)$/.test(norms[from]!) ? norms[from + 1]! : norms[from]!
    if (nounPhrases[i]!.possessor >= 0) return 'definite'
    if (/^(the|this|that|these|those|its|his|her|their|our|both|said)$/.test(first)) return 'definite'
    if (/^(any|such|another|every|further|future|each|next|no)$/.test(first)) return 'any'
    if (/^(a|an|some|one|several|two|three)$/.test(first)) return 'indefinite'
    return 'bare'
  }
  function classify(i: number, from: number, to: number, head: string): number {
    const np = nounPhrases[i]!
    const content = contentOf(from, to, np.head)
    const kind = definiteness(i, from)
    let conflictEverywhere = content.length > 0
    let best = GENERIC
    for (let k = 0; k < targets.length; k++) {
      const t = targets[k]!
      const matched = content.filter((c) => wordsMatch(c, t.words))
      const clash = content.filter((c) => !wordsMatch(c, t.words))
      const place = placeIn(i, to)
      if (place >= 0 && wordsMatch(place, t.words) && t.placed && venueWord(place, t)) return k
      if (place >= 0 && !wordsMatch(place, t.words)) continue
      const premodClash = clash.some((c) => c < np.head && !actorIsHost(c, t))
      if (premodClash) continue
      const hostMatch = content.some((c) => c < np.head && (actorIsHost(c, t) || venueWord(c, t)))
      if (hostMatch && (STRONG.has(head) || kind !== 'bare' || t.heads.has(head))) return k
      const participants = clash.some((c) => c > np.head && afterWith(c, np.to))
      if (participants && t.placed && kind !== 'definite') continue
      conflictEverywhere = false
      if (!t.placed) {
        // "the wage talks" beside "the coalition talks"
        if (matched.length === 0 && kind === 'definite' && topicNoun(from, np.head, t) && log.some((l) => l.target === k && l.head === head)) {
          conflictEverywhere = true
          continue
        }
        if (matched.length > 0 && isEventHead(head)) return k
        if (participants && content.length > 0 && matched.length === 0 && t.words.size > 0 && kind !== 'definite') continue
        if (pos[np.head] === 'PROPN' && /^\p{Lu}/u.test(document.words[np.head]!) && !t.heads.has(head)) continue
        if (headFits(t, head) && (kind !== 'indefinite' || t.heads.has(head))) best = best === GENERIC ? k : best
        continue
      }
      if (matched.length > 0 && STRONG.has(head) && anchored[k] && kind !== 'bare') best = best === GENERIC ? k : best
    }
    if (best >= 0) return best
    if (conflictEverywhere) return WEAK.has(head) && kind !== 'definite' && placeIn(i, to) < 0 && !content.some((c) => c < np.head) ? GENERIC : OTHER
    if (/^(the|a|an)?$/.test(norms[from]!) && peaceIn(from, np.head) && kind !== 'definite') return GENERIC
    if (kind === 'definite' || kind === 'any') {
      if (kind === 'definite' && head === 'process' && peaceIn(from, np.head)) return GENERIC
      const salient = salientBefore(from, head)
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
  /** Does a noun before the head say that these talks are about something else? */
  function topicNoun(from: number, head: number, t: CompiledTarget): boolean {
    for (let k = from; k < head; k++) if (pos[k] === 'NOUN' && !wordsMatch(k, t.words) && !/^(peace|follow-up|crisis|emergency|resumption|opening|press|day|round|week)$/.test(norms[k]!)) return true
    return false
  }
  /** Is the token in a phrase after "with" or "between"? */
  function afterWith(token: number, from: number): boolean {
    for (let t = token - 1; t >= from; t--) {
      if (norms[t] === 'with' || norms[t] === 'between') return true
      if (norms[t] === 'on' || norms[t] === 'about' || norms[t] === 'in' || norms[t] === 'of' || norms[t] === 'at') return false
    }
    return false
  }
  /** "negotiations" can stand for "talks", "conference" for "summit". */
  function headFits(t: CompiledTarget, head: string): boolean {
    if (t.heads.has(head)) return true
    for (const own of t.heads) if ((WEAK.has(own) && WEAK.has(head)) || (STRONG.has(own) && STRONG.has(head))) return true
    return t.heads.size === 0
  }
  function peaceIn(from: number, head: number): boolean {
    for (let t = from; t < head; t++) if (/^(peace|direct|bilateral|political|reconciliation|face-to-face|intra-afghan|inter-afghan|afghan-led|afghan-owned)$/.test(norms[t]!)) return true
    return false
  }
  function placeIn(i: number, to: number): number {
    for (let t = nounPhrases[i]!.to; t < to; t++) {
      if ((norms[t] === 'in' || norms[t] === 'at') && t + 1 < to) {
        let p = t + 1
        while (p < to && (pos[p] === 'DET' || pos[p] === 'ADJ') && !/^\p{Lu}/u.test(document.words[p]!)) p++
        if (p < to && /^\p{Lu}/u.test(document.words[p]!) && !isTimeWord(norms[p]!)) return p
      }
    }
    return -1
  }
  function venueWord(t: number, target: CompiledTarget): boolean {
    const norm = norms[t]!
    for (const venue of target.venues) if (venue === norm || venue.startsWith(`${norm} `)) return true
    return false
  }
  function actorIsHost(t: number, target: CompiledTarget): boolean {
    if (target.hosts.size === 0) return false
    const lead = norms[t]!.split('-')[0]!
    for (const hit of actors.names) {
      if (hit.from <= t && t < hit.to) return hit.senses.some((s) => s.actor && (target.hosts.has(s.actor.id) || target.hosts.has(s.actor.name)))
    }
    if (!norms[t]!.includes('-')) return false
    for (const host of target.hosts) if (lead.startsWith(host)) return true
    return target.venues.has(lead)
  }
  function facet(i: number, from: number, to: number, head: string, hit: { target: number } | undefined): number {
    if (hit) return hit.target
    const np = nounPhrases[i]!
    const kind = definiteness(i, from)
    // a complement names its talks: "the invitation to the meeting"
    for (let t = np.to; t < Math.min(to, document.length); t++) {
      const p = syntax.phraseOf[t]!
      if (p > i && nounPhrases[p]!.head >= np.to) {
        const inner = found.find((m) => m.from === nounPhrases[p]!.from)
        if (inner) return inner.target
        const innerHead = singular(lemmas[nounPhrases[p]!.head]!)
        if (isEventHead(innerHead)) return classify(p, phraseStart(p), extentOf(p), innerHead)
        if (venueOf(p) >= 0 && norms[nounPhrases[p]!.from - 1] !== 'in') return venueOf(p)
        if (contentOf(nounPhrases[p]!.from, nounPhrases[p]!.to, -1).length > 0 && norms[nounPhrases[p]!.preposition] === 'to') return OTHER
      }
    }
    // "the invitation to join the talks": an infinitive
    if (norms[to] === 'to' && (pos[to + 1] === 'VERB' || pos[to + 1] === 'AUX')) {
      for (let t = to + 2; t < Math.min(to + 10, document.length) && sentenceOf[t] === sentenceOf[from]; t++) {
        const hitAhead = nameHits.get(t)
        if (hitAhead) return hitAhead.target
        const p = syntax.phraseOf[t]!
        if (p >= 0 && nounPhrases[p]!.head === t && isEventHead(singular(lemmas[t]!))) return classify(p, phraseStart(p), extentOf(p), singular(lemmas[t]!))
      }
      if (!/^(attend|join|come|participate|take|go|travel|be|sit|send)$/.test(lemmas[to + 1]!)) return GENERIC
    }
    if (np.possessor >= 0) {
      const owner = nounPhrases[np.possessor]!
      const ownerHead = singular(lemmas[owner.head]!)
      if (isEventHead(ownerHead)) return found.find((m) => m.from === phraseStart(np.possessor))?.target ?? GENERIC
      for (let k = 0; k < targets.length; k++) if (RESUMING.has(head) && (actorIsHost(owner.head, targets[k]!) || venueWord(owner.head, targets[k]!))) return k
    }
    if (!RESUMING.has(head) || (kind !== 'definite' && kind !== 'bare' && kind !== 'indefinite')) return GENERIC
    if (kind === 'bare' || kind === 'indefinite') {
      const clash = contentOf(from, to, np.head)
      if (!/^(invitation|invite)$/.test(head) || clash.length > 0) return GENERIC
    }
    const content = contentOf(from, to, np.head)
    const salient = salientBefore(from, '')
    if (content.length > 0 && !targets.some((t) => content.every((c) => wordsMatch(c, t.words)))) return OTHER
    if (!salient || salient.distance > 14) return salient === undefined && anchored.some(Boolean) && sentenceOf[from]! < 3 ? anchored.indexOf(true) : GENERIC
    if (resumesSomethingElse(from, head)) return GENERIC
    return salient.target
  }
  /** "offered to open an office … the offer": the noun takes up a verb that is not about talks. */
  function resumesSomethingElse(from: number, head: string): boolean {
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
  function venueOf(i: number): number {
    const np = nounPhrases[i]!
    for (let k = 0; k < targets.length; k++) {
      const t = targets[k]!
      if (t.venues.size === 0 || !anchored[k]) continue
      for (const venue of t.venues) {
        const parts = venue.split(' ')
        const at = np.to - parts.length
        if (at >= np.from && parts.every((p, j) => norms[at + j] === p) && np.to - np.from <= parts.length + 1) return k
      }
    }
    return -1
  }
  function salientBefore(token: number, head: string): { target: number; distance: number } | undefined {
    const sentence = sentenceOf[token]!
    let any: (typeof log)[number] | undefined
    for (let k = log.length - 1; k >= 0; k--) {
      const l = log[k]!
      if (l.at >= token) continue
      any ??= l
      if (head === '') break
      if (l.head === head && l.sentence >= sentence - 12) return { target: l.target, distance: sentence - l.sentence }
    }
    return any ? { target: any.target, distance: sentence - any.sentence } : undefined
  }
  /** A text that names venue and topic near the start, with talks of some kind, is about the target. */
  function impliedAnchor(t: CompiledTarget): boolean {
    if (!t.placed) {
      for (let k = 0; k < nounPhrases.length; k++) if (isEventHead(singular(lemmas[nounPhrases[k]!.head]!)) && headFits(t, singular(lemmas[nounPhrases[k]!.head]!))) return true
      return false
    }
    const topics = new Set((t.target.topics ?? []).flatMap((x) => phraseWords(x)))
    const limit = Math.min(document.length, 160)
    let venue = false
    let topic = topics.size === 0
    let event = false
    for (let k = 0; k < limit; k++) {
      if (venueWord(k, t)) venue = true
      if (topics.has(norms[k]!) || norms[k] === 'taliban') topic = true
      if (STRONG.has(singular(lemmas[k]!)) || (WEAK.has(singular(lemmas[k]!)) && pos[k] === 'NOUN')) event = true
    }
    return venue && topic && event
  }
}
