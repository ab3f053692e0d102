import type { Attribution } from '../attribution/speakers'
import { clauseIndex } from '../document/clause-index'
import { speechKind } from '../document/speech-kinds'
import type { Document, Range } from '../document/document'
import { groupedValues } from '../document/grouped'
import type { ActorMentions } from '../mentions/actors'
import type { ActorMention, Entity } from '../mentions/entities'
import type { CompiledTarget } from '../mentions/targets'
import type { Scene } from '../rules/scene'
import { clausesBeside } from '../rules/scene'
import type { Reading, Vote } from '../rules/votes'
import type { Judgement } from '../score/combine'
import type { ActorRef, ActorStance, Evidence, Mention, RuleMatch, Span, Stance, StanceProbabilities } from '../types'
import type { Verdict } from './aggregate'
import { aggregate, likeliest, statementProbabilities } from './aggregate'
import { demandsIn } from './demands'

/** What a model makes of an actor, from the rules' pooled log-odds and the actor's statements. */
export type Judge = (holder: number, target: number, ruled: Verdict['logits']) => Judgement

/** Turns votes into one row for each actor and target. Without a judge the rules decide alone. */
export function makeRows(
  reading: Scene,
  votes: readonly Vote[],
  targets: readonly CompiledTarget[],
  minConfidence: number,
  judge: Judge | undefined,
): ActorStance[] {
  const { document, actors, targets: mentions } = reading
  const rows: ActorStance[] = []
  const order = listedEntities(reading, votes)
  const mentionsOf = mentionsByEntity(actors)
  const named = targets.map((_, k) => mentions.named[k] === true || votes.some((v) => v.target === k))
  const votesOf = groupedValues(
    votes,
    (vote) => vote.holder,
    (vote) => vote,
  )
  for (const entity of order) {
    const held = votesOf.get(entity) ?? []
    targets.forEach((target, k) => {
      if (!named[k] && targets.length > 1) return
      const own = held.filter((v) => v.target === k)
      const verdict = aggregate(own)
      const judged = judge?.(entity, k, verdict.logits)
      const probabilities = judged?.probabilities ?? verdict.probabilities
      const first = likeliest(probabilities)
      const stance: Stance = first !== 'none' && probabilities[first] < minConfidence ? 'none' : first
      const current = own.filter((v) => v.stance === stance && !verdict.superseded.has(v))
      const evidence = group(own).map((g) => makeEvidence(reading, g, verdict.superseded))
      // no rule shows the stance: the sentence that told the model
      const telling = stance === 'none' || current.length > 0 ? undefined : judged?.telling(stance)
      if (telling) insertInOrder(evidence, judgedEvidence(reading, telling.sentence, stance, telling.probabilities))
      const demands = (): Range[] => (telling ? demandsIn(reading, telling.sentence) : demandsOf(current))
      const conditions = stance === 'conditional' ? spans(document, demands()) : []
      rows.push({
        actor: ref(actors.entities[entity]!),
        target: target.target.id,
        stance,
        probabilities,
        score: probabilities.support - probabilities.oppose,
        mentions: (mentionsOf.get(entity) ?? []).map((m) => makeMention(document, m)),
        conditions,
        evidence,
      })
    })
  }
  return rows
}

/** The actors that do or say something, by first mention: subjects, agents and speakers, and all holders. */
export function listedEntities(reading: Reading, votes: readonly Vote[]): number[] {
  const { syntax, actors, attribution, document } = reading
  const listed = new Set<number>()
  const holds = new Set(votes.map((v) => v.holder))
  for (const vote of votes) {
    listed.add(vote.holder)
    if (vote.source >= 0) listed.add(vote.source)
  }
  syntax.clauses.forEach((clause, i) => {
    for (const phrase of [clause.subject, clause.agent]) {
      if (phrase < 0) continue
      const entity = attribution.entityIn(phrase, i)
      if (entity >= 0 && acts(reading, clause.verb.head, entity)) listed.add(entity)
    }
  })
  syntax.conjunctOf.forEach((left, k) => {
    const entity = actors.entityOf[k]!
    if (left >= 0 && entity >= 0 && listed.has(actors.entityOf[left]!)) listed.add(entity)
  })
  // "talks proposed by the players' association"
  for (const { phrase, entity } of actors.mentions) {
    const preposition = phrase < 0 ? -1 : syntax.nounPhrases[phrase]!.preposition
    if (actors.entities[entity]!.kind === 'person') continue
    if (preposition > 0 && document.norms[preposition] === 'by' && document.pos[preposition - 1] === 'VERB') listed.add(entity)
  }
  for (const speaker of attribution.quotationSpeakers) if (speaker && speaker.entity >= 0) listed.add(speaker.entity)
  for (const mention of actors.mentions) {
    const entity = actors.entities[mention.entity]!
    if (!entity.actor || document.paragraphs[document.paragraphOf[mention.from]!]!.kind === 'residue') continue
    if (!isPlaceOnly(reading, mention)) listed.add(entity.index)
  }
  for (const entity of listed) if (actors.entities[entity]!.faint && !holds.has(entity)) listed.delete(entity)
  const mentionsOf = mentionsByEntity(actors)
  const first = (entity: number): number => mentionsOf.get(entity)?.[0]?.from ?? Number.MAX_SAFE_INTEGER
  return [...listed].sort((a, b) => first(a) - first(b) || a - b)
}

/**
 * The mentions of each entity in reading order: they are found in the order in which they could be told, which may be another. An actor that holds a
 * position by its name alone, inside a phrase with another head, is mentioned where the name stands.
 */
function mentionsByEntity({ entities, mentions, names }: ActorMentions): ReadonlyMap<number, readonly ActorMention[]> {
  const found = groupedValues(
    [...mentions].sort((a, b) => a.from - b.from || a.to - b.to),
    (mention) => mention.entity,
    (mention) => mention,
  )
  const unmentioned = new Map(entities.flatMap((e) => (found.has(e.index) || !e.actor ? [] : [[e.actor.id, e.index] as const])))
  if (unmentioned.size === 0) return found
  for (const { from, to, senses } of names) {
    const id = senses.find(({ actor }) => actor && unmentioned.has(actor.id))?.actor?.id
    const entity = id === undefined ? undefined : unmentioned.get(id)
    if (entity !== undefined && !found.has(entity))
      found.set(entity, [{ entity, from, to, via: 'alias', person: false, phrase: -1 }])
  }
  return found
}

/** Whether a capital stands where it is rather the place than its government: "envoys from Doha", "what complements Doha". */
function isPlaceOnly(reading: Reading, { entity, from, to, phrase }: ActorMention): boolean {
  const { actors, syntax, document } = reading
  const { actor } = actors.entities[entity]!
  if (phrase < 0 || actor?.kind !== 'state') return false
  const name = document.words.slice(from, to).join(' ').toLowerCase()
  if (!actor.metonyms?.some((metonym) => (typeof metonym === 'string' ? metonym : metonym.text).toLowerCase() === name))
    return false
  const { preposition } = syntax.nounPhrases[phrase]!
  if (syntax.nounPhrases[phrase + 1]?.possessor === phrase) return false
  if (preposition >= 0) return /^(?:from|to|on|of|for|about|than)$/.test(document.norms[preposition]!)
  return (
    !clausesBeside(reading, from).some(
      ({ subject, agent, object }) => subject === phrase || agent === phrase || object === phrase,
    ) && syntax.conjunctOf[phrase]! < 0
  )
}

function acts(reading: Reading, verb: number, entity: number): boolean {
  const e = reading.actors.entities[entity]!
  return e.actor !== undefined || e.kind !== 'group' || speechKind(reading.document.lemmas[verb]!) !== undefined || e.head !== ''
}

export function ref(entity: Entity): ActorRef {
  const { actor } = entity
  return {
    id: entity.id,
    name: entity.name,
    ...(actor?.code === undefined ? {} : { code: actor.code }),
    ...(actor?.partOf === undefined ? {} : { partOf: actor.partOf }),
  }
}

export function span(document: Document, from: number, to: number): Span {
  const start = document.start[from]!
  const end = document.end[Math.max(from, to - 1)]!
  return { start, end, text: document.text.slice(start, end) }
}

/** What is demanded: in the words of the text, or of the headline, which shortens them, where the text states nothing. */
function demandsOf(votes: readonly Vote[]): Range[] {
  const inText = votes.filter((v) => !v.headline).flatMap((v) => v.conditions)
  return inText.length > 0 ? inText : votes.flatMap((v) => v.conditions)
}

function makeMention(document: Document, mention: ActorMention): Mention {
  return { ...span(document, mention.from, mention.to), via: mention.via }
}

function spans(document: Document, ranges: readonly { from: number; to: number }[]): Span[] {
  const out: Span[] = []
  let reached = -1
  for (const r of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (r.to <= r.from) continue
    const s = span(document, r.from, r.to)
    // by start, so that what holds this one has come before
    if (s.end <= reached) continue
    reached = s.end
    out.push(s)
  }
  return out
}

/** Votes whose statements overlap make one piece of evidence. */
function group(votes: readonly Vote[]): Vote[][] {
  const groups: Vote[][] = []
  for (const vote of [...votes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = groups[groups.length - 1]
    if (last && last.some((v) => vote.from < v.to && v.from < vote.to && v.earlier === vote.earlier && v.source === vote.source))
      last.push(vote)
    else groups.push([vote])
  }
  return groups
}

export function makeEvidence(reading: Reading, votes: readonly Vote[], superseded: ReadonlySet<Vote>): Evidence {
  const { document, actors } = reading
  const from = Math.min(...votes.map((v) => v.from))
  const to = Math.max(...votes.map((v) => v.to))
  const probabilities: StanceProbabilities = statementProbabilities(votes)
  const first = votes[0]!
  const speaker = speakerMention(reading, first.speaker)
  const strongest = likeliest(probabilities)
  return {
    ...span(document, from, to),
    stance: strongest,
    probabilities,
    mode: first.mode,
    ...(speaker ? { speaker } : {}),
    ...(first.source >= 0 ? { source: ref(actors.entities[first.source]!) } : {}),
    rules: votes.map((v): RuleMatch => ({
      ...span(document, v.hit.from, v.hit.to),
      rule: v.hit.rule,
      stance: v.stance,
      weight: v.weight,
      modifiers: v.modifiers,
    })),
    superseded: superseded.has(first),
  }
}

/** Evidence that no rule shows: the sentence by which the model decided. */
function judgedEvidence(reading: Reading, sentence: number, stance: Stance, probabilities: StanceProbabilities): Evidence {
  const { document, syntax, attribution } = reading
  const { from, to } = document.sentences[sentence]!
  const clause = clauseIndex(syntax).headsIn(from, to)[0] ?? -1
  const voice = clause < 0 ? undefined : attribution.speakerOf(clause)
  const speaker = speakerMention(reading, voice)
  return {
    ...span(document, from, to),
    stance,
    probabilities,
    mode: clause >= 0 && syntax.units[syntax.clauses[clause]!.unit]!.quotation >= 0 ? 'quote' : voice ? 'reported' : 'narrated',
    ...(speaker ? { speaker } : {}),
    rules: [],
    superseded: false,
  }
}

function insertInOrder(list: Evidence[], item: Evidence): void {
  const at = list.findIndex(({ start }) => start > item.start)
  list.splice(at < 0 ? list.length : at, 0, item)
}

const byPhrase = new WeakMap<ActorMentions, ReadonlyMap<number, ActorMention>>()
/** The first mention that each noun phrase is. */
function firstByPhrase(actors: ActorMentions): ReadonlyMap<number, ActorMention> {
  let found = byPhrase.get(actors)
  if (found === undefined) byPhrase.set(actors, (found = new Map([...actors.mentions].reverse().map((m) => [m.phrase, m]))))
  return found
}

function speakerMention(reading: Reading, speaker: ReturnType<Attribution['speakerOf']>): Mention | undefined {
  if (!speaker || speaker.phrase < 0) return undefined
  const mention = firstByPhrase(reading.actors).get(speaker.phrase)
  if (mention) return makeMention(reading.document, mention)
  const np = reading.syntax.nounPhrases[speaker.phrase]!
  return { ...span(reading.document, np.from, np.to), via: 'nominal' }
}
