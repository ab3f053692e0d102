import { speechKind } from '../document/speech-kinds'
import { gather } from '../document/grouped'
import { OTHER } from '../mentions/targets'
import type { Reading } from '../rules/votes'
import type { Rule } from '../types'
import type { Masked } from './masking'
import { maskWords } from './masking'
import type { ReadText } from './reader'
import type { ClauseRole } from './roles'
import { senseOf, skeletonOf } from './skeleton'
import type { TextIndex } from './text-index'
import { indexOf } from './text-index'
import type { Vocabulary } from './vocabulary'
import { EVERYTHING } from './vocabulary'
import { voteFeatures } from './vote-features'

const CONDITION_WORDS = new Set([
  'if',
  'unless',
  'until',
  'once',
  'provided',
  'providing',
  'only',
  'long',
  'condition',
  'proviso',
  'without',
  'when',
  'till',
])

/**
 * The features of one holder's position on one target, from sentences in which the holder takes part (all of them by default). Sums of the rules' votes
 * are among them where a rule gives the holder a position. Actors' names and rules' ids are in none of them. Analysis and training both call this; with
 * a vocabulary only the features in it are made.
 */
export function stanceFeatures(
  read: ReadText,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  only?: ReadonlySet<number>,
  known: Vocabulary = EVERYTHING,
): Map<string, number> {
  return stanceReader(read, rules, holder, target, known)(only ?? sentencesOf(read, holder, target))
}

/** Makes the features of one holder's position on one target from any of its sentences; what a sentence or a clause shows is read once. */
export function stanceReader(
  read: ReadText,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  known: Vocabulary,
): (sentences: ReadonlySet<number>) => Map<string, number> {
  const { reading, votes } = read
  const { document, targets } = reading
  const index = indexOf(read)
  const masked = maskWords(reading, holder, target)
  const ofSentence = new Map<number, readonly string[]>()
  const ofRole = new Map<ClauseRole, readonly string[]>()

  return (sentences) => {
    const values = new Map<string, number>()
    const roles = index.rolesIn(holder, sentences)
    for (const s of sentences) for (const feature of kept(ofSentence, s, readSentence)) values.set(feature, 1)
    for (const role of roles) for (const feature of kept(ofRole, role, readRole)) values.set(feature, 1)
    addTogether(sentences, roles, values)
    return values
  }

  function readSentence(s: number, found: (feature: string) => void): void {
    const { from, to } = document.sentences[s]!
    const words = wordsIn(masked, from, to)
    known.grams('s', words, 3, found)
    known.grams('k', skeletonOf(document, masked, from, to), 5, found)
    for (const word of words) {
      if (!/^[a-z]{6,}$/.test(word)) continue
      const start = `p:${word.slice(0, 5)}`
      if (known.has(start)) found(start)
    }
  }
  function readRole(role: ClauseRole, found: (feature: string) => void): void {
    const once = (feature: string): void => {
      if (known.has(feature)) found(feature)
    }
    clauseFeatures(reading, index, masked, role, target, known, once, found)
  }
  /** Adds what only all the sentences show together: the rules' votes, how the talks are named, where the holder stands. */
  function addTogether(sentences: ReadonlySet<number>, roles: readonly ClauseRole[], values: Map<string, number>): void {
    const add = (feature: string, value = 1): void => {
      if (known.has(feature)) values.set(feature, Math.min(8, (values.get(feature) ?? 0) + value))
    }
    const once = (feature: string): void => {
      if (known.has(feature)) values.set(feature, 1)
    }
    if (index.votesOf.get(holder)?.some((v) => votes.votes[v]!.target === target))
      voteFeatures(votes, index, rules, holder, target, sentences, add)

    const ends = [...sentences].map((s) => document.sentences[s]!)
    const seen = gather(index.targetMentions, sentences).map((m) => targets.mentions[m]!)
    const explicit = seen.some((m) => m.target === target && (m.kind === 'name' || m.kind === 'nominal'))
    once(
      `a:talks:${explicit ? 'named' : seen.some((m) => m.target === target && m.kind !== 'venue') ? 'resumed' : seen.some((m) => m.target === target) ? 'venue' : 'understood'}`,
    )
    if (seen.some((m) => m.target === OTHER)) once('a:other-talks')
    if (!roles.some((r) => r.role === 'subject')) once('a:never-subject')
    for (const kind of new Set(ends.map((r) => document.paragraphs[document.paragraphOf[r.from]!]!.kind))) once(`a:in:${kind}`)
  }
}

/** The features of something, read when they are first asked for. */
function kept<K>(
  all: Map<K, readonly string[]>,
  key: K,
  read: (key: K, found: (feature: string) => void) => void,
): readonly string[] {
  let features = all.get(key)
  if (features === undefined) {
    const list: string[] = []
    read(key, (feature) => void list.push(feature))
    all.set(key, (features = list))
  }
  return features
}

/** The sentences in which the holder is named, speaks, acts or has a vote. */
export function sentencesOf(read: ReadText, holder: number, target: number): Set<number> {
  const { document, syntax, actors } = read.reading
  const index = indexOf(read)
  const out = new Set<number>()
  for (const m of index.mentionsOf.get(holder) ?? []) out.add(document.sentenceOf[actors.mentions[m]!.from]!)
  for (const { clause, role } of index.rolesOf(holder))
    if (role !== 'named') out.add(document.sentenceOf[syntax.clauses[clause]!.verb.head]!)
  for (const v of index.votesOf.get(holder) ?? []) {
    const vote = read.votes.votes[v]!
    if (vote.target === target) out.add(document.sentenceOf[vote.hit.head]!)
  }
  return out
}

function wordsIn(masked: Masked, from: number, to: number): string[] {
  const out: string[] = []
  for (let t = from; t < to; t++) if (masked.at(t) !== '') out.push(masked.at(t))
  return out
}

function clauseFeatures(
  reading: Reading,
  lookUp: TextIndex,
  masked: Masked,
  { clause: index, role, position }: ClauseRole,
  target: number,
  known: Vocabulary,
  once: (feature: string) => void,
  gram: (feature: string) => void,
): void {
  const { document, syntax, targets } = reading
  const { norms, lemmas } = document
  const clause = syntax.clauses[index]!
  const { verb } = clause
  const own: number[] = []
  const words: string[] = []
  for (let t = clause.from; t < clause.to; t++) {
    if (syntax.clauseOf[t] !== index) continue
    own.push(t)
    if (masked.at(t) !== '') words.push(masked.at(t))
  }
  known.grams(position, words, 2, gram)
  const lemma = lemmas[verb.head]!
  const polarity = verb.negated ? 'not ' : ''
  const talks = targets.mentions[lookUp.targetIn(clause.from, clause.to, index)]
  const about = talks === undefined ? 'nothing' : talks.target === target ? 'TARGET' : talks.target === OTHER ? 'OTHER' : 'TALKS'
  once(`c:${role}:${polarity}${lemma}`)
  once(`c:${role}:${polarity}${lemma}:${about}`)
  once(`c:${role}:${about}`)
  const sense = senseOf(lemma)
  if (sense !== undefined) {
    once(`e:${role}:${polarity}${sense}`)
    once(`e:${role}:${position}:${polarity}${sense}:${about}`)
    once(`e:${role}:${verb.modal}:${polarity}${sense}`)
  }
  for (const t of own) {
    const other = senseOf(lemmas[t]!)
    if (other !== undefined && t !== verb.head) once(`e:${role}:${polarity}${sense ?? 'other'}+${other}`)
  }
  once(`c:${role}:${position}:${about}${verb.negated ? ':not' : ''}`)
  if (verb.modal !== '') once(`c:${role}:${polarity}${verb.modal}:${about}`)
  if (verb.perfect) once(`c:${role}:perfect`)
  if (verb.passive) once(`c:${role}:passive:${lemma}`)
  if (clause.parent >= 0 && clause.relation !== 'coordinate') {
    const parent = syntax.clauses[clause.parent]!
    once(`c:${role}:${clause.relation}:${parent.verb.negated ? 'not ' : ''}${lemmas[parent.verb.head]!}>${polarity}${lemma}`)
    once(`c:${role}:${clause.relation}:${parent.verb.negated ? 'not ' : ''}${lemmas[parent.verb.head]!}`)
  }
  const kind = speechKind(lemma)
  if (kind) once(`a:${role}:${kind}`)
  if (clause.relation === 'adverbial' && clause.marker >= 0)
    once(`a:${role}:${CONDITION_WORDS.has(norms[clause.marker]!) ? norms[clause.marker]! : 'adverbial'}`)
  for (const k of lookUp.adverbials.get(index) ?? []) {
    const marker = norms[syntax.clauses[k]!.marker]!
    if (CONDITION_WORDS.has(marker)) once(`a:condition:${role}:${marker}${verb.negated ? ':not' : ''}`)
  }
}
