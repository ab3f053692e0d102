import { startsUpper } from '../document/letters'
import { startOfPhrase } from '../document/phrase-start'
import { isTimeWord } from '../document/time-words'
import { wordSet } from '../document/word-set'
import { STRONG, WEAK } from './event-words'
import type { Talks } from './talks'
import type { CompiledTarget } from './target-index'

/** Nouns whose phrases say how and on what terms one acts, not which talks are meant: "in exchange for", "on condition that", "in person". */
const OF_THE_ACT = wordSet(
  'presence absence exchange return case event view light response reply reaction protest line spite lieu person principle full condition proviso understanding assumption ground account behalf request behest fear',
)

export const phraseStart = ({ nounPhrases }: Talks, i: number): number => startOfPhrase(nounPhrases, i)

/** The phrase with the prepositional phrases, infinitive or participle that belong to it. */
export function extentOf(talks: Talks, i: number): number {
  const { document, syntax, norms, lemmas, pos, sentenceOf, nounPhrases } = talks
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
    if (
      w === 'in' ||
      w === 'on' ||
      w === 'of' ||
      w === 'with' ||
      w === 'between' ||
      w === 'about' ||
      w === 'over' ||
      w === 'for' ||
      w === 'to' ||
      w === 'at' ||
      w === 'by' ||
      w === 'and'
    ) {
      let t = end + 1
      while (t < document.length && t < end + 3 && syntax.phraseOf[t]! < 0 && pos[t] === 'ADV') t++
      let p = syntax.phraseOf[t] ?? -1
      if (p < 0 || nounPhrases[p]!.from !== t) break
      if (sentenceOf[t] !== sentenceOf[end]) break
      while (p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
      const next = nounPhrases[p]!
      if (w === 'and' && !(step > 0 && (norms[nounPhrases[i]!.to] === 'between' || norms[nounPhrases[i]!.to] === 'with'))) break
      if (next.temporal) {
        if (w === 'on' || w === 'in' || w === 'for' || w === 'at' || w === 'of') end = next.to
        break
      }
      if (OF_THE_ACT.has(lemmas[next.head]!)) break
      end = next.to
    } else break
  }
  return end
}

export function hitIn(talks: Talks, from: number, to: number): { from: number; to: number; target: number } | undefined {
  const { nameHits } = talks
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
export function contentOf(talks: Talks, from: number, to: number, head: number): number[] {
  const { document, norms, lemmas, pos } = talks
  const out: number[] = []
  for (let t = from; t < to; t++) {
    if (t === head) continue
    if (
      pos[t] === 'PROPN' ||
      (pos[t] === 'ADJ' && startsUpper(document.words[t]!)) ||
      (pos[t] === 'NOUN' && startsUpper(document.words[t]!) && t > from)
    ) {
      if (!isTimeWord(norms[t]!) && !isTimeWord(lemmas[t]!)) out.push(t)
    }
  }
  return out
}

export function wordsMatch(talks: Talks, t: number, words: ReadonlySet<string>): boolean {
  const { norms, lemmas } = talks
  const norm = norms[t]!
  if (words.has(norm) || words.has(lemmas[t]!)) return true
  return norm.includes('-') && norm.split('-').some((piece) => words.has(piece))
}

/** Whether the phrase itself says which talks it means. */
export function explicit(talks: Talks, i: number, from: number, to: number): boolean {
  const { nounPhrases } = talks
  return contentOf(talks, from, to, nounPhrases[i]!.head).length > 0
}

export function definiteness(talks: Talks, i: number, from: number): 'definite' | 'any' | 'indefinite' | 'bare' {
  const { norms, nounPhrases } = talks
  const first = /^(neither|both|all|half|nor)$/.test(norms[from]!) ? norms[from + 1]! : norms[from]!
  if (nounPhrases[i]!.possessor >= 0) return 'definite'
  if (/^(the|this|that|these|those|its|his|her|their|our|both|said)$/.test(first)) return 'definite'
  if (/^(any|such|another|every|further|future|each|next|no)$/.test(first)) return 'any'
  if (/^(a|an|some|one|several|two|three)$/.test(first)) return 'indefinite'
  return 'bare'
}

/** The end of a phrase with the relative clause that says which one it is: "the gathering that opens in Kabul". */
function relativeEnd({ document, norms, sentenceOf }: Talks, to: number): number {
  if (norms[to] !== 'that' && norms[to] !== 'which') return to
  let end = to + 1
  while (end < document.length && end < to + 9 && sentenceOf[end] === sentenceOf[to] && !/^[,;:.?!"]$/.test(norms[end]!)) end++
  return end
}

export function placeIn(talks: Talks, i: number, to: number): number {
  const { document, norms, pos, nounPhrases } = talks
  to = relativeEnd(talks, to)
  for (let t = nounPhrases[i]!.to; t < to; t++) {
    if ((norms[t] === 'in' || norms[t] === 'at') && t + 1 < to) {
      let p = t + 1
      while (p < to && (pos[p] === 'DET' || pos[p] === 'ADJ') && !startsUpper(document.words[p]!)) p++
      if (p < to && startsUpper(document.words[p]!) && !isTimeWord(norms[p]!)) return p
    }
  }
  return -1
}

/** Is the token in a phrase after "with" or "between"? */
export function afterWith(talks: Talks, token: number, from: number): boolean {
  const { norms } = talks
  for (let t = token - 1; t >= from; t--) {
    if (norms[t] === 'with' || norms[t] === 'between') return true
    if (norms[t] === 'on' || norms[t] === 'about' || norms[t] === 'in' || norms[t] === 'of' || norms[t] === 'at') return false
  }
  return false
}

export function peaceIn(talks: Talks, from: number, head: number): boolean {
  const { norms } = talks
  for (let t = from; t < head; t++)
    if (
      /^(peace|direct|bilateral|political|reconciliation|face-to-face|intra-afghan|inter-afghan|afghan-led|afghan-owned)$/.test(
        norms[t]!,
      )
    )
      return true
  return false
}

/** Does a noun before the head say that these talks are about something else? */
export function topicNoun(talks: Talks, from: number, head: number, t: CompiledTarget): boolean {
  const { norms, pos } = talks
  for (let k = from; k < head; k++)
    if (
      pos[k] === 'NOUN' &&
      !wordsMatch(talks, k, t.words) &&
      !/^(peace|follow-up|crisis|emergency|resumption|opening|press|day|round|week)$/.test(norms[k]!)
    )
      return true
  return false
}

export function venueWord(talks: Talks, t: number, target: CompiledTarget): boolean {
  return target.venueStarts.has(talks.norms[t]!)
}

export function actorIsHost(talks: Talks, t: number, target: CompiledTarget): boolean {
  const { norms } = talks
  if (target.hosts.size === 0) return false
  const lead = norms[t]!.split('-')[0]!
  const hit = talks.actorName(t)
  if (hit) return hit.senses.some((s) => s.actor && (target.hosts.has(s.actor.id) || target.hosts.has(s.actor.name)))
  if (!norms[t]!.includes('-')) return false
  for (const host of target.hosts) if (lead.startsWith(host)) return true
  return target.venues.has(lead)
}

/** "negotiations" can stand for "talks", "conference" for "summit". */
export function headFits(t: CompiledTarget, head: string): boolean {
  if (t.heads.has(head)) return true
  for (const own of t.heads) if ((WEAK.has(own) && WEAK.has(head)) || (STRONG.has(own) && STRONG.has(head))) return true
  return t.heads.size === 0
}
