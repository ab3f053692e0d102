import { grammar } from '../data'
import type { Document } from '../document/document'
import type { Clause, Syntax } from '../document/clauses'
import { speechKind } from '../document/clauses'
import type { Attribution, Speaker } from '../attribution/speakers'
import type { ActorMentions } from '../mentions/actors'
import { NOBODY, SPEAKER } from '../mentions/entities'
import type { TargetMentions } from '../mentions/targets'
import { OTHER } from '../mentions/targets'
import type { CueRule, IsoDate, ModifierRule, Rule, Stance } from '../types'
import { negate } from './effects'
import type { RuleHit } from './pattern/match'

/** One rule's vote for one holder's stance, after the modifiers had their say. */
export interface Vote {
  readonly hit: RuleHit
  readonly stance: Stance
  /** Log-odds for `stance`, above 0. */
  readonly weight: number
  readonly holder: number
  /** The actor who says so where it is not the holder, or -1 (the writer, or the holder's own words). */
  readonly source: number
  readonly speaker: Speaker | undefined
  readonly target: number
  readonly clause: number
  /** Token range of the statement. */
  readonly from: number
  readonly to: number
  /** Token ranges of what is demanded. */
  readonly conditions: readonly { readonly from: number; readonly to: number }[]
  readonly mode: 'quote' | 'reported' | 'narrated'
  /** Told as an earlier position. */
  readonly earlier: boolean
  /** Told in a headline or sub-headline, which shortens what the text says. */
  readonly headline: boolean
  readonly modifiers: readonly string[]
}

/** A cue that matched but did not count, and why. */
export interface Dismissal {
  readonly hit: RuleHit
  readonly reason: string
}

export interface Votes {
  readonly votes: readonly Vote[]
  /** Votes that no actor answers for: `holder` is -1. */
  readonly orphans: readonly Vote[]
  readonly dismissed: readonly Dismissal[]
}

export interface Reading {
  readonly document: Document
  readonly syntax: Syntax
  readonly actors: ActorMentions
  readonly targets: TargetMentions
  readonly attribution: Attribution
  /** The day of the text, given or implied. */
  readonly day: IsoDate | undefined
}

const KEEP = new Set(grammar.embedding.keep)
const FLIP = new Set(grammar.embedding.flip)
const REQUEST = new Set(grammar.embedding.request)
const SEND = new Set(grammar.embedding.send)
const NOUN_KEEP = new Set(grammar.governingNouns.keep)
const NOUN_FLIP = new Set(grammar.governingNouns.flip)
const NOUN_REQUEST = new Set(grammar.governingNouns.request)
const CONDITIONAL_MARKERS = new Set(grammar.conditional)
const DEONTIC = new Set(['should', 'must', 'ought', 'have', 'need', 'shall'])
const POSSIBLE = new Set(['may', 'might', 'could'])
const SPELLED_NEGATION = /\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly)\b/
/** Nouns for what is only claimed: "a rumour that it had refused". */
const CLAIMS = new Set(['report', 'rumour', 'rumor', 'claim', 'allegation', 'accusation', 'suggestion', 'speculation', 'fear', 'story', 'notion', 'idea', 'possibility', 'chance', 'risk', 'impression', 'perception', 'hope', 'charge', 'danger', 'expectation', 'indication', 'sign', 'evidence', 'hint'])
const NEGATIVE_DETERMINERS = new Set(['no', 'neither', 'nobody', 'none', 'nor'])

interface Standing {
  /** Whether negations and refusals around the cue turn it over. */
  flipped: boolean
  reason: string
  /** Noun phrase of the holder after control, or -1. */
  holder: number
  /** Clause at the top of the chain of infinitives. */
  top: number
  requested: boolean
  hedged: boolean
  deontic: boolean
}

/** Turns the matches of cues into votes: who holds the position, for which talks, and what modifiers make of it. */
export function castVotes(reading: Reading, hits: readonly RuleHit[], rules: ReadonlyMap<string, Rule>): Votes {
  const { document, syntax, actors, targets, attribution } = reading
  const { clauses, nounPhrases, units } = syntax
  const { norms, lemmas, pos, sentenceOf } = document
  const votes: Vote[] = []
  const orphans: Vote[] = []
  const dismissed: Dismissal[] = []
  const verbAt = new Map<number, number>()
  clauses.forEach((c, i) => verbAt.set(c.verb.head, i))

  const guards = hits.filter((h) => rules.get(h.rule)!.kind === 'guard')
  const guarded = (h: RuleHit): boolean => guards.some((g) => g.from <= h.from && h.to <= g.to && g !== h)
  const cues = hits.filter((h) => rules.get(h.rule)!.kind === 'cue')
  const modifiers = hits.filter((h) => rules.get(h.rule)!.kind === 'modifier' && !guarded(h))
  const boundaries = hits.filter((h) => rules.get(h.rule)!.kind === 'boundary')

  for (const hit of cues) {
    if (guarded(hit)) {
      dismissed.push({ hit, reason: 'inside a guarded phrase' })
      continue
    }
    const longer = cues.find(
      (o) =>
        o !== hit && o.from <= hit.from && hit.to <= o.to && outranks(o, hit) && !guarded(o),
    )
    if (longer) {
      dismissed.push({ hit, reason: `inside the longer match of ${longer.rule}` })
      continue
    }
    const reason = vote(hit, rules.get(hit.rule) as CueRule)
    if (reason) dismissed.push({ hit, reason })
  }
  return { votes, orphans, dismissed }

  /** Of two matches of which one holds the other the longer counts; of equal ones the one whose pattern says more. */
  function outranks(a: RuleHit, b: RuleHit): boolean {
    const length = a.to - a.from - (b.to - b.from)
    if (length !== 0) return length > 0
    const first = rules.get(a.rule) as CueRule
    const second = rules.get(b.rule) as CueRule
    if ((first.holder ?? 'subject') !== (second.holder ?? 'subject')) return false
    const literal = literalWords(first.pattern) - literalWords(second.pattern)
    if (literal !== 0) return literal > 0
    return first.weight !== second.weight ? first.weight > second.weight : first.id < second.id
  }
  /** How many words a pattern spells out outside of alternations. */
  function literalWords(pattern: string): number {
    return pattern.replace(/\([^()]*\)\??/g, ' ').replace(/[@<{*^][^ ]*/g, ' ').split(/\s+/).filter((w) => /[a-z]/.test(w)).length
  }

  function vote(hit: RuleHit, rule: CueRule): string | undefined {
    const clauseIndex = clauseOfHit(hit)
    if (clauseIndex < 0) return 'no clause around it'
    const paragraph = document.paragraphs[document.paragraphOf[hit.from]!]!
    if (paragraph.kind === 'residue' || paragraph.kind === 'byline' || paragraph.kind === 'caption')
      return 'not a sentence of the report'
    const clause = clauses[clauseIndex]!

    // the talks
    let target = -1
    const slot = hit.slots.find((s) => s.kind === 'target')
    if (slot) {
      const mention = targets.mentions.find((m) => m.from === slot.from && m.to === slot.to && m.target >= 0)
      if (!mention) return 'the talks are not the target'
      if (mention.kind === 'venue' && !/^(to|in|for|at|into|toward|towards|near|from)$/.test(norms[slot.from - 1] ?? '')) return 'the place, not the talks'
      target = mention.target
    } else {
      const salient = targets.salientAt(hit.from)
      if (!salient || salient.target < 0) return 'no target is understood here'
      if (salient.distance > (targets.mentions.some((m) => m.target === OTHER) ? 6 : 15)) return 'the talks were named too far away'
      if (objectElsewhere(hit, clause)) return 'it has another object'
      target = salient.target
    }

    const standing = stand(clauseIndex, hit, rule)
    if (standing.reason) return standing.reason
    if (hypothetical(standing.top) && !rule.factive) return 'inside a condition or a question'
    if (isQuestion(hit) && !rule.factive) return 'inside a question'

    // who holds it
    const chain = attribution.speakerOf(standing.top)
    let holders: number[] = []
    let deonticSpeaker = false
    if (rule.holder === 'speaker' || (standing.deontic && rule.holder !== 'object')) {
      if (rule.holder !== 'speaker') deonticSpeaker = true
      const subject = nounEntities(standing.holder, standing.top)
      const self = chain !== undefined && subject.includes(chain.entity)
      if (chain && chain.entity >= 0 && !(deonticSpeaker && self && norms[clause.verb.head] === '')) holders = [chain.entity]
    } else if (rule.holder === 'object') {
      holders = objectEntities(hit, clause, clauseIndex)
    } else if (rule.holder === 'participants') {
      holders = participantEntities(hit)
    } else {
      holders = subjectEntities(hit, clause, clauseIndex, standing, rule)
    }
    holders = [...new Set(holders)].filter((h) => h >= 0)
    const orphan = holders.length === 0
    if (orphan) holders = [NOBODY]

    // modifiers
    let stance: Stance = rule.stance
    let weight = rule.weight
    const used: string[] = []
    let flipped = standing.flipped
    let earlier = false
    for (const m of modifiers) {
      const modifier = rules.get(m.rule) as ModifierRule
      if (!inScope(m, modifier, hit, clauseIndex)) continue
      if (modifier.effect === 'negation') {
        flipped = !flipped
        used.push(modifier.id)
      } else if (modifier.effect === 'hedge') {
        weight *= 0.5
        used.push(modifier.id)
      } else if (modifier.effect === 'earlier') {
        if (thisYear(m)) continue
        earlier = true
        used.push(modifier.id)
      } else if (modifier.effect === 'hypothetical' && !rule.factive) {
        return `hypothetical (${modifier.id})`
      } else if (modifier.effect === 'undecided') {
        return `undecided (${modifier.id})`
      }
    }
    if (flipped) {
      const outcome = negate(rule, clause.verb.perfect && has(clause, 'yet'))
      if (outcome === 'ignore') return 'negated'
      stance = outcome.stance
      weight *= outcome.factor
    }
    if (standing.hedged) weight *= 0.45
    const conditions = stance === 'none' ? [] : conditionsOf(hit, standing.top, clauseIndex, stance)
    if (conditions.length > 0 && stance !== 'conditional') stance = 'conditional'
    if (stance === 'conditional' && conditions.length === 0) conditions.push(ownCondition(hit, clauseIndex))

    if (rule.holder === 'participants' && (standing.top !== clauseIndex || conditions.length > 0 || stance !== rule.stance || /^(would|could|may|might|should|can|must|will|to|shall)$/.test(clause.verb.modal))) {
      return 'talks that are not held, only spoken of'
    }

    const range = statementRange(standing.top, clauseIndex, hit, conditions)
    for (const holder of holders) {
      const own = chain !== undefined && chain.entity === holder
      const source = chain && chain.entity >= 0 && !own ? chain.entity : outerSpeaker(standing.top, holder)
      ;(orphan ? orphans : votes).push({
        hit,
        stance,
        weight: weight * (source >= 0 ? 0.85 : 1),
        holder,
        source,
        speaker: chain,
        target,
        clause: clauseIndex,
        from: range.from,
        to: range.to,
        conditions,
        mode: units[clause.unit]!.quotation >= 0 ? 'quote' : chain ? 'reported' : 'narrated',
        earlier: earlier || (clause.verb.perfect && norms[clause.verb.from] === 'had' && !chain),
        headline: paragraph.kind === 'headline' || paragraph.kind === 'subheading',
        modifiers: used,
      })
    }
    return orphan ? 'no actor holds it' : undefined
  }

  /** "in 2021", told in 2021, is no earlier position. */
  function thisYear(m: RuleHit): boolean {
    if (reading.day === undefined) return false
    for (let t = m.from; t < m.to; t++) if (/^\d{4}$/.test(norms[t]!) && norms[t]! >= reading.day.slice(0, 4)) return true
    return false
  }

  /** Who quotes the one who speaks: "'We shall not attend', they wrote to us". */
  function outerSpeaker(clause: number, holder: number): number {
    const quotation = document.quotationOf[clauses[clause]!.verb.head]!
    const parent = quotation >= 0 ? document.quotations[quotation]!.parent : -1
    const speaker = parent >= 0 ? attribution.quotationSpeakers[parent] : undefined
    return speaker && speaker.entity !== holder ? speaker.entity : -1
  }

  function clauseOfHit(hit: RuleHit): number {
    const direct = verbAt.get(hit.head)
    if (direct !== undefined) return direct
    for (let t = hit.head; t < hit.to; t++) {
      const verb = verbAt.get(t)
      if (verb !== undefined) return verb
    }
    return syntax.clauseOf[hit.head]!
  }

  /** "declined the offer of an office": the verb has an object that is not the talks. */
  function objectElsewhere(hit: RuleHit, clause: Clause): boolean {
    if (verbAt.get(hit.head) === undefined || hit.voice !== 'active') return false
    if (clause.object >= 0) {
      const np = nounPhrases[clause.object]!
      if (np.from >= hit.to) {
        if (actors.entityOf[clause.object]! >= 0 || np.temporal) return false
        return !targets.mentions.some((m) => m.from <= np.head && np.head < m.to && m.target >= 0)
      }
    }
    return targets.mentions.some(
      (m) => m.target === OTHER && m.from >= hit.to && m.from < clause.to && sentenceOf[m.from] === sentenceOf[hit.from],
    )
  }

  /** Follows infinitives and gerunds up to the finite verb that they hang on. */
  function stand(index: number, hit: RuleHit, rule: CueRule): Standing {
    // a rule that spells a negation out has taken it into account
    const spelled = SPELLED_NEGATION.test(rule.pattern)
    const s: Standing = { flipped: false, reason: '', holder: -1, top: index, requested: false, hedged: false, deontic: false }
    let k = index
    s.holder = clauses[k]!.subject
    for (let depth = 0; depth < 6; depth++) {
      const clause = clauses[k]!
      if (negatedHere(clause, hit, spelled)) s.flipped = !s.flipped
      if (!rule.factive && rule.stance !== 'conditional') {
        if (POSSIBLE.has(clause.verb.modal) && !clause.verb.perfect) s.hedged = true
        if (DEONTIC.has(clause.verb.modal)) s.deontic = true
      }
      s.top = k
      if (
        clause.relation !== 'infinitive' &&
        !(clause.relation === 'participial' && clause.verb.form === 'gerund' && clause.parent >= 0 && gerundComplement(clause))
      )
        break
      const governor = clause.governor
      if (governor >= 0 && clause.relation === 'infinitive') {
        const noun = lemmas[nounPhrases[governor]!.head]!
        if (NOUN_FLIP.has(noun)) s.flipped = !s.flipped
        else if (NOUN_REQUEST.has(noun)) {
          s.requested = true
          s.holder = ownerOf(governor, clause.parent)
          if (s.holder < 0) s.reason = `only asked for (${noun})`
        } else if (!NOUN_KEEP.has(noun)) {
          s.reason = `governed by "${noun}"`
          return s
        }
        if (NOUN_KEEP.has(noun) || NOUN_FLIP.has(noun)) {
          const owner = ownerOf(governor, clause.parent)
          if (owner >= 0) s.holder = owner
        }
        if (norms[nounPhrases[governor]!.from] === 'no') s.flipped = !s.flipped
        if (clause.parent >= 0) {
          if (nounPhrases[governor]!.possessor < 0 && negatedHere(clauses[clause.parent]!, hit, spelled)) s.flipped = !s.flipped
          s.top = clause.parent
        }
        return s
      }
      if (clause.parent < 0) break
      const parent = clauses[clause.parent]!
      const lemma = complementWord(clause, parent)
      if (REQUEST.has(lemma)) {
        if (parent.verb.passive) {
          s.reason = `only ${norms[parent.verb.head]} to`
          return s
        }
        if (parent.object >= 0 && nounPhrases[parent.object]!.from < clause.verb.from) {
          s.requested = true
          s.holder = parent.subject
        } else s.holder = parent.subject
      } else if (SEND.has(lemma) && !parent.verb.passive && parent.object >= 0) {
        s.holder = parent.subject
      } else if (FLIP.has(lemma)) {
        s.flipped = !s.flipped
        s.holder = parent.subject
      } else if (KEEP.has(lemma)) {
        s.holder = parent.subject
      } else if (lemma !== '') {
        s.reason = `governed by "${lemma}"`
        return s
      }
      k = clause.parent
    }
    return s
  }

  /** "stopped attending", "considered going", "without signing": does the gerund depend on its parent's meaning? */
  function gerundComplement(clause: Clause): boolean {
    const before = norms[clause.verb.from - 1]
    if (before === 'without') return true
    return (
      clauses[clause.parent]!.verb.to === clause.verb.from ||
      before === 'on' ||
      before === 'to' ||
      before === 'from' ||
      before === 'at' ||
      before === 'in'
    )
  }
  /** The word that governs an infinitive: the adjective after a copula ("ready to go"), else the verb. */
  function complementWord(clause: Clause, parent: Clause): string {
    if (clause.relation === 'participial' && norms[clause.verb.from - 1] === 'without') return 'refuse'
    const before = clause.verb.from - 1
    if (before >= parent.verb.to && (pos[before] === 'ADJ' || pos[before] === 'VERB' || pos[before] === 'ADV')) {
      let t = before
      while (t >= parent.verb.to && (pos[t] === 'ADV' || norms[t] === 'not') && !KEEP.has(lemmas[t]!)) t--
      if (t >= parent.verb.to && (pos[t] === 'ADJ' || pos[t] === 'VERB' || KEEP.has(lemmas[t]!))) return lemmas[t]!
    }
    if (clause.relation === 'participial') {
      // "committed to hosting", "opposed to holding"
      const adjective = clause.verb.from - 2
      if (adjective >= parent.verb.head && /^(to|on|from|at|in)$/.test(norms[before] ?? '') && (FLIP.has(lemmas[adjective]!) || KEEP.has(lemmas[adjective]!))) return lemmas[adjective]!
      const lemma = lemmas[parent.verb.head]!
      return /^(consider|discuss|mull|weigh|contemplate|debate|suggest|propose|mean|imagine|risk)$/.test(lemma)
        ? lemma
        : FLIP.has(lemma) || KEEP.has(lemma) || REQUEST.has(lemma)
          ? lemma
          : 'be'
    }
    return lemmas[parent.verb.head]!
  }
  /** Whose refusal, decision or call it is. */
  function ownerOf(phrase: number, parent: number): number {
    const np = nounPhrases[phrase]!
    if (np.possessor >= 0) return np.possessor
    if (pos[np.from] === 'PRON') return phrase
    const after = np.to
    if (norms[after] === 'by' || norms[after] === 'of' || norms[after] === 'from') {
      const p = lastOfPossessors(syntax.phraseOf[after + 1] ?? -1)
      if (p >= 0) return p
    }
    return parent >= 0 ? clauses[parent]!.subject : -1
  }
  function lastOfPossessors(p: number): number {
    let k = p
    while (k >= 0 && k + 1 < nounPhrases.length && nounPhrases[k + 1]!.possessor === k) k++
    return k
  }

  function negatedHere(clause: Clause, hit: RuleHit, spelled: boolean): boolean {
    let negated = clause.verb.negated && !(spelled && overlaps(hit, clause))
    if (clause.subject >= 0) {
      const np = nounPhrases[clause.subject]!
      const first = norms[np.from]!
      if (NEGATIVE_DETERMINERS.has(first) || norms[np.from - 1] === 'neither') negated = !negated
      const left = syntax.conjunctOf[clause.subject]!
      void left
    }
    return negated
  }
  function overlaps(hit: RuleHit, clause: Clause): boolean {
    return hit.from < clause.verb.to && clause.verb.from < hit.to
  }

  function hypothetical(index: number): boolean {
    let k = index
    for (let depth = 0; depth < 8 && k >= 0; depth++) {
      const clause = clauses[k]!
      if (clause.relation === 'adverbial' && clause.marker >= 0 && (CONDITIONAL_MARKERS.has(norms[clause.marker]!) || multiword(clause.marker))) {
        const marker = norms[clause.marker]!
        if (marker === 'when' || marker === 'once' || marker === 'until' || marker === 'till') {
          // "will go when Kabul goes" is a condition, "will be discussed when they meet" a time
          if (!isCondition(clause, marker)) return false
          return marker === 'until' || marker === 'till' || cues.some((c) => clauseOfHit(c) === clause.parent)
        }
        return true
      }
      if (clause.marker >= 0 && norms[clause.marker] === 'whether') return true
      if (clause.relation === 'complement' && clause.parent >= 0) {
        // "a rumour that it had refused", "denied that it would come"
        if (clause.governor >= 0 && CLAIMS.has(lemmas[nounPhrases[clause.governor]!.head]!) && adjacent(clause)) return true
        return speechKind(lemmas[clauses[clause.parent]!.verb.head]!) === 'deny' && !clauses[clause.parent]!.verb.negated
      }
      if (clause.relation === 'root' || clause.relation === 'coordinate') return false
      k = clause.parent
    }
    return false
  }
  function adjacent(clause: Clause): boolean {
    return clause.marker >= 0 && nounPhrases[clause.governor]!.to === clause.marker
  }
  function isQuestion(hit: RuleHit): boolean {
    const sentence = document.sentences[sentenceOf[hit.from]!]!
    for (let t = hit.to; t < Math.min(sentence.to + 1, document.length); t++) {
      if (norms[t] === '?')
        return document.quotationOf[t] === document.quotationOf[hit.from] || document.quotationOf[hit.from]! < 0
    }
    return false
  }

  function subjectEntities(hit: RuleHit, clause: Clause, index: number, standing: Standing, rule: CueRule): number[] {
    const isVerb = verbAt.get(hit.head) !== undefined
    if (rule.holder === 'possessor' || (!isVerb && pos[hit.head] === 'NOUN')) {
      const p = syntax.phraseOf[hit.head]!
      if (p >= 0) {
        const owner = ownerOf(p, -1)
        const entities = owner >= 0 ? phraseEntities(owner, index) : []
        if (entities.length > 0) return entities
        for (let t = nounPhrases[p]!.from; t < hit.head; t++) {
          const mention = actors.mentions.find((m) => m.from <= t && t < m.to)
          if (mention) return [mention.entity]
          const name = actors.names.find((n) => n.from <= t && t < n.to)
          const actor = name?.senses.find((s) => s.actor)?.actor
          const entity = actor ? actors.entities.find((e) => e.actor === actor) : undefined
          if (entity) return [entity.index]
        }
        if (rule.holder === 'possessor') return []
      }
    }
    if (
      hit.voice === 'passive' ||
      (isVerb &&
        clause.verb.passive &&
        hit.voice === 'active' &&
        hit.slots.length === 0 &&
        rule.stance !== 'none' &&
        clause.agent >= 0)
    ) {
      if (clause.agent >= 0) return phraseEntities(clause.agent, index)
      // "the invitation has been accepted, the spokesman said"
      const speaker = attribution.speakerOf(index)
      return speaker && speaker.entity >= 0 && !isHost(speaker.entity) ? [speaker.entity] : []
    }
    const phrase = standing.holder >= 0 ? standing.holder : clause.subject
    if (phrase < 0) {
      const unit = units[clause.unit]!
      if (unit.quotation >= 0) {
        // an elliptical answer: "Not going."
        const speaker = attribution.quotationSpeakers[unit.quotation]
        if (speaker && clause.relation === 'root') return [speaker.entity]
      }
      return []
    }
    const found = phraseEntities(phrase, index)
    if (found.length > 0) return found
    // "No one will accept it, said Ghani"
    if (/^(nobody|none|no|one|everybody|everyone|people|afghans)$/.test(norms[nounPhrases[phrase]!.head]!)) {
      const speaker = attribution.speakerOf(index)
      if (speaker && speaker.entity >= 0) return [speaker.entity]
    }
    return []
  }

  /** Does the match take in a form of "be" before its head, so that the pattern itself speaks of the passive? */
  function spellsBe(hit: RuleHit): boolean {
    for (let t = hit.from; t < hit.head; t++) if (lemmas[t] === 'be' || lemmas[t] === 'get') return true
    return false
  }
  function isHost(entity: number): boolean {
    const e = actors.entities[entity]!
    return targets.hosts.has(e.id)
  }

  /** The entities of a noun phrase and of those coordinated with it. */
  function phraseEntities(phrase: number, clause: number): number[] {
    const out: number[] = []
    const seen = new Set<number>()
    const visit = (p: number): void => {
      if (seen.has(p)) return
      seen.add(p)
      const e = entityNear(p, clause)
      if (e >= 0) out.push(e)
      // "the leaders of Sudan, Egypt and Chad"
      if (/^(of|from)$/.test(norms[nounPhrases[p]!.to] ?? '')) {
        const q = lastOfPossessors(syntax.phraseOf[nounPhrases[p]!.to + 1] ?? -1)
        if (q >= 0 && actors.entityOf[q]! >= 0 && actors.entityOf[q] === e) visit(q)
      }
      for (let k = 0; k < nounPhrases.length; k++)
        if (syntax.conjunctOf[k] === p && nounPhrases[k]!.from < nounPhrases[p]!.from + 60) visit(k)
    }
    visit(phrase)
    return out
  }
  function entityNear(p: number, clause: number): number {
    const direct = actors.entityOf[p] === SPEAKER ? attribution.entityIn(p, clause) : actors.entityOf[p]!
    if (direct >= 0) return direct
    const np = nounPhrases[p]!
    // "the leaders of Sudan, Egypt and Chad", "nobody from the palace", "its presence"
    if (/^(of|from|for)$/.test(norms[np.to] ?? '')) {
      const q = lastOfPossessors(syntax.phraseOf[np.to + 1] ?? -1)
      if (q >= 0 && q !== p) {
        const e = actors.entityOf[q]!
        if (e >= 0) return e
      }
    }
    const owner = actors.ownerOf[p]!
    if (owner >= 0) return owner
    if (pos[np.from] === 'PRON' && np.to - np.from > 1) {
      // "our delegation", "his team"
      if (/^(our|my)$/.test(norms[np.from]!)) {
        const unit = units[clauses[clause]!.unit]!
        if (unit.quotation >= 0) return attribution.quotationSpeakers[unit.quotation]?.entity ?? NOBODY
      }
    }
    const apposition = syntax.appositionOf.findIndex((a) => a === p)
    if (apposition >= 0 && actors.entityOf[apposition]! >= 0) return actors.entityOf[apposition]!
    return NOBODY
  }
  function nounEntities(phrase: number, clause: number): number[] {
    return phrase >= 0 ? phraseEntities(phrase, clause) : []
  }
  function objectEntities(hit: RuleHit, clause: Clause, index: number): number[] {
    const slot = hit.slots.find((s) => s.kind === 'actor')
    if (slot) {
      const mention =
        actors.mentions.find((m) => m.from <= slot.from && slot.to <= m.to) ??
        actors.mentions.find((m) => m.from >= slot.from && m.to <= slot.to)
      if (mention) return mention.phrase >= 0 ? phraseEntities(mention.phrase, index) : [mention.entity]
    }
    return clause.object >= 0 ? phraseEntities(clause.object, index) : []
  }
  function participantEntities(hit: RuleHit): number[] {
    const slot = hit.slots.find((s) => s.kind === 'target')
    const from = slot ? slot.from : hit.from
    const to = Math.max(slot ? slot.to : hit.to, hit.to)
    const out: number[] = []
    for (let t = from; t < Math.min(to + 1, document.length); t++) {
      if (norms[t] !== 'with' && norms[t] !== 'between') continue
      const p = lastOfPossessors(syntax.phraseOf[t + 1] ?? -1)
      if (p >= 0) out.push(...phraseEntities(p, syntax.clauseOf[hit.head]!))
    }
    return out
  }

  function has(clause: Clause, word: string): boolean {
    for (let t = clause.from; t < clause.to; t++) if (norms[t] === word) return true
    return false
  }

  function inScope(m: RuleHit, modifier: ModifierRule, hit: RuleHit, clauseIndex: number): boolean {
    if (modifier.effect === 'condition') return false
    if (sentenceOf[m.from] !== sentenceOf[hit.from]) return false
    if (m.from >= hit.from && m.to <= hit.to) return false
    const direction = modifier.direction ?? 'forward'
    const reach = modifier.reach ?? 12
    const before = m.to <= hit.head
    if (before && direction === 'backward') return false
    if (!before && direction === 'forward') return false
    const distance = before ? hit.head - m.to : m.from - hit.head
    if (distance > reach) return false
    const lo = before ? m.to : hit.to
    const hi = before ? hit.from : m.from
    if (boundaries.some((b) => b.from >= lo && b.to <= hi)) return false
    for (let t = lo; t < hi; t++) if (norms[t] === ';') return false
    // a negation in another clause acts only along the chain of infinitives, which `stand` follows
    if (modifier.effect === 'negation') return syntax.clauseOf[m.from] === clauseIndex
    return true
  }

  function isCondition(clause: Clause, marker: string): boolean {
    if (norms[clause.marker - 1] === 'even' || norms[clause.marker - 1] === 'as' || norms[clause.marker + 1] === 'asked')
      return false
    if (marker === 'when' || marker === 'once' || marker === 'until' || marker === 'till' || marker === 'whenever') {
      if (clause.parent < 0) return false
      const parent = clauses[clause.parent]!
      const ahead =
        /^(will|would|shall|can|could|should|must|may|might|to)$/.test(parent.verb.modal) ||
        /^(ready|willing|prepared)$/.test(norms[parent.verb.to] ?? '') ||
        parent.verb.negated
      const past =
        !clause.verb.perfect &&
        (norms[clause.verb.from] === 'was' || norms[clause.verb.from] === 'were') &&
        parent.verb.modal === ''
      return ahead && !past
    }
    return true
  }

  /** Token ranges of the conditions that the clause is tied to. */
  function conditionsOf(hit: RuleHit, top: number, clauseIndex: number, stance: Stance): { from: number; to: number }[] {
    const out: { from: number; to: number }[] = []
    const unit = clauses[top]!.unit
    const chain = chainOf(clauseIndex)
    for (let k = 0; k < clauses.length; k++) {
      const clause = clauses[k]!
      if (clause.unit !== unit || clause.relation !== 'adverbial' || clause.marker < 0 || chain.has(k)) continue
      const marker = norms[clause.marker]!
      const multi = multiword(clause.marker)
      if (!CONDITIONAL_MARKERS.has(marker) && !multi) continue
      if (marker === 'whether' || marker === 'lest') continue
      if (!multi && !isCondition(clause, marker)) continue
      if (clause.parent >= 0 && !attaches(clause, chain, top, hit)) continue
      out.push(conditionRange(k))
    }
    for (const m of modifiers) {
      const modifier = rules.get(m.rule) as ModifierRule
      if (modifier.effect !== 'condition') continue
      if (
        units.find(
          (u) =>
            u.from <= m.from &&
            m.from < u.to &&
            (document.quotationOf[m.from] === document.quotationOf[hit.from] || u === units[unit]),
        )?.sentence !== units[unit]!.sentence
      )
        continue
      if (m.from >= hit.from && m.to <= hit.to) continue
      const before = m.to <= hit.head
      if (boundaries.some((b) => (before ? b.from >= m.to && b.to <= hit.from : b.from >= hit.to && b.to <= m.from))) continue
      const distance = before ? hit.head - m.to : m.from - hit.head
      if (distance > (modifier.reach ?? 30)) continue
      if (out.some((o) => o.from <= m.to && m.from < o.to)) continue
      const inside = syntax.clauseOf[m.to] ?? -1
      if (inside >= 0 && chain.has(inside) === false && hypotheticalChain(inside, m)) continue
      out.push(trim(m.to, phraseEnd(m.to, units[unit]!.to)))
    }
    void stance
    return out
  }
  function hypotheticalChain(_inside: number, _m: RuleHit): boolean {
    return false
  }
  function multiword(marker: number): boolean {
    const a = norms[marker - 1]
    const b = norms[marker]
    return (
      (b === 'as' && (a === 'long' || a === 'far') && (norms[marker - 2] === 'as' || norms[marker - 2] === 'so')) ||
      b === 'provided' ||
      b === 'providing'
    )
  }
  function chainOf(index: number): Set<number> {
    const chain = new Set<number>()
    let k = index
    while (k >= 0 && !chain.has(k)) {
      chain.add(k)
      const clause = clauses[k]!
      if (clause.relation === 'root' || clause.relation === 'parenthetical') break
      k = clause.parent
    }
    return chain
  }
  function attaches(condition: Clause, chain: Set<number>, top: number, hit: RuleHit): boolean {
    const parent = condition.parent
    if (chain.has(parent)) {
      // an if-clause on the verb of saying itself belongs to what is said when it stands after it
      return true
    }
    const p = clauses[parent]!
    // coordinate or dependent clauses of the same statement
    if (
      p.relation === 'coordinate' ||
      p.relation === 'infinitive' ||
      p.relation === 'participial' ||
      p.relation === 'complement'
    ) {
      const up = chainOf(parent)
      if (up.has(top) && !(p.relation === 'complement' && p.parent === top)) return true
      if (
        p.relation === 'complement' &&
        clauses[top]!.relation === 'complement' &&
        p.parent === clauses[top]!.parent &&
        Math.abs(p.verb.from - hit.head) < 20 &&
        p.subject === clauses[top]!.subject
      )
        return true
    }
    return false
  }
  function conditionRange(k: number): { from: number; to: number } {
    const clause = clauses[k]!
    const unit = units[clause.unit]!
    let from = clause.marker + 1
    if (norms[from] === 'that') from++
    return trim(from, phraseEnd(from, unit.to))
  }
  /** The end of a condition: the comma before its main clause, a semicolon, "but", or the end of the words around it. */
  function phraseEnd(from: number, limit: number): number {
    let depth = 0
    const startsUnit = !votesBefore(from)
    for (let t = from; t < limit; t++) {
      const w = norms[t]!
      if (w === '(') depth++
      if (w === ')') depth--
      if (depth > 0) continue
      if (w === ';' || w === '.' || w === '?' || w === '!' || w === '—' || w === '–' || w === ':') return t
      if (w === ',') {
        const next = norms[t + 1]
        const clauseAfter = syntax.clauseOf[t + 1] ?? -1
        if (
          startsUnit &&
          clauseAfter >= 0 &&
          (clauses[clauseAfter]!.relation === 'root' ||
            clauses[clauseAfter]!.relation === 'complement' ||
            clauses[clauseAfter]!.relation === 'coordinate') &&
          clauses[clauseAfter]!.from >= t - 1
        )
          return t
        if (
          next === 'but' ||
          next === 'said' ||
          next === 'while' ||
          next === 'adding' ||
          next === 'although' ||
          next === 'though'
        )
          return t
        if (clauseAfter >= 0 && clauses[clauseAfter]!.relation === 'parenthetical') return t
        if (
          clauseAfter >= 0 &&
          clauses[clauseAfter]!.from >= t &&
          clauses[clauseAfter]!.from <= t + 2 &&
          clauses[clauseAfter]!.relation === 'root'
        )
          return t
      }
      if (
        document.quotationOf[t] !== document.quotationOf[from] &&
        document.quotationOf[from]! >= 0 &&
        /["”“]/.test(document.words[t]!)
      )
        return t
    }
    return limit
  }
  function votesBefore(token: number): boolean {
    const clause = syntax.clauseOf[token] ?? -1
    if (clause < 0) return false
    const unit = clauses[clause]!.unit
    return clauses.some(
      (c) =>
        c.unit === unit &&
        c.verb.to <= token &&
        (c.relation === 'root' || c.relation === 'complement' || c.relation === 'coordinate') &&
        !isSpeech(c),
    )
  }
  function isSpeech(c: Clause): boolean {
    return clauses.some((x) => x.relation === 'complement' && x.parent >= 0 && clauses[x.parent] === c)
  }
  function trim(from: number, to: number): { from: number; to: number } {
    let a = from
    let b = to
    const blank = (t: number): boolean => pos[t] === 'PUNCT' && !/^["”’')]$/.test(document.words[t]!)
    while (a < b && pos[a] === 'PUNCT' && !/^["“‘'(]$/.test(document.words[a]!)) a++
    while (b > a && blank(b - 1)) b--
    return { from: a, to: b }
  }
  /** The demand that a cue for "conditional" states by itself: its clause. */
  function ownCondition(hit: RuleHit, clauseIndex: number): { from: number; to: number } {
    const clause = clauses[clauseIndex]!
    const unit = units[clause.unit]!
    const from = Math.max(clause.from, unit.from)
    let start = Math.min(from, hit.from)
    if (clause.marker >= 0 && start <= clause.marker) start = clause.marker + 1
    return trim(start, phraseEnd(Math.max(hit.to - 1, start), unit.to))
  }
  /** The words that show a position: the clause with what it governs, and its conditions. */
  function statementRange(
    top: number,
    clauseIndex: number,
    hit: RuleHit,
    conditions: readonly { from: number; to: number }[],
  ): { from: number; to: number } {
    const unit = units[clauses[top]!.unit]!
    let from = Math.min(clauses[top]!.from, hit.from)
    let to = Math.max(clauses[clauseIndex]!.to, hit.to)
    for (const c of conditions) {
      from = Math.min(from, c.from)
      to = Math.max(to, c.to)
    }
    from = Math.max(from, unit.from)
    to = Math.min(Math.max(to, hit.to), Math.max(unit.to, hit.to))
    return trim(from, to)
  }
}
