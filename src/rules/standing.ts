import { grammar, wordClasses } from '../data'
import { clauseIndex } from '../document/clause-index'
import type { Clause } from '../document/clauses'
import { speechKind } from '../document/speech-kinds'
import { NOBODY } from '../mentions/entities'
import type { CueRule } from '../types'
import { CLAIMS, deniesOwn } from './hypothesis'
import type { RuleHit } from './pattern/match'
import { namedInside } from './phrase-entities'
import { isOutside, isPurpose } from './purpose'
import type { Scene } from './scene'
import { hitsOf, ownerPhrase } from './scene'

/** What the clauses around a cue make of it. */
export interface Standing {
  /** Whether negations and refusals turn it over. */
  flipped: boolean
  /** Why it does not count, or ''. */
  reason: string
  /** Noun phrase of the holder after control ("invited the Taliban to attend" is the inviter's), or -1. */
  holder: number
  /** Clause at the top of the chain of infinitives. */
  top: number
  hedged: boolean
  /** Whether it is told as a duty ("should attend"): then it is the speaker's position. */
  deontic: boolean
  /** Whether the holder only wants it done, by whomever: "demanded that the talks be cancelled". */
  wanted: boolean
}

const KEEP = new Set(grammar.embedding.keep)
const FLIP = new Set(grammar.embedding.flip)
const REQUEST = new Set(grammar.embedding.request)
const SEND = new Set(grammar.embedding.send)
const NOUN_KEEP = new Set(grammar.governingNouns.keep)
const NOUN_FLIP = new Set(grammar.governingNouns.flip)
const NOUN_REQUEST = new Set(grammar.governingNouns.request)
/** Verbs that turn a plan or a call over: "boycotted an attempt to hold them". */
const REJECTS: ReadonlySet<string> = new Set([
  ...grammar.embedding.flip,
  ...[...wordClasses['oppose-shun']!, ...wordClasses['criticism-attack']!]
    .filter((word) => /^[a-z]+(<VERB>)?$/.test(word))
    .map((word) => word.split('<', 1)[0]!),
])
/** Nouns for what only those in question can do: "the US refusal". */
const OWN = /^(refusal|reluctance|unwillingness|failure|decision|readiness|willingness|intention|pledge|promise|consent|vow)$/
const HOPES = new Set(['hope', 'wish', 'want', 'pray', 'prefer', 'desire'])
const DEMANDS = new Set(
  'ask beg call demand insist move order petition propose recommend request resolve suggest urge'.split(' '),
)
const DEONTIC = new Set(['should', 'must', 'ought', 'have', 'need', 'shall'])
const POSSIBLE = new Set(['may', 'might', 'could'])
const NEGATIVE_DETERMINERS = new Set(['no', 'neither', 'nobody', 'none', 'nor'])
const SPELLED_NEGATION = /\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly)\b/
/** To deny these is to deny what is thought: "does not think the talks are useless". */
const NEGATION_RAISING = /^(think|believe|expect|feel|consider|see|suppose|want)$/
/** "Was heard to defend them": told as a fact. */
const SENSED = /^(hear|see|know)$/
/** "Is understood to have accepted": told by hearsay. */
const TOLD = /^(understand|believe|report|say|think|rumou?r)$/
/** After these an adjective governs the infinitive: "is ready to go", but "works hard to go". */
const COPULAS = /^(be|become|seem|remain|feel|stand|look|appear|stay|get|sound|have)$/
const REVERSAL = /^(change|alter|reverse|drop|abandon|revoke|rescind|overturn|retract|undo|withdraw|cancel|scrap|shelve)$/
/** What is said or done to somebody for a deed. */
const JUDGES =
  /^(?:admonish|applaud|assail|attack|berate|blast|castigate|chide|commend|condemn|congratulate|credit|criticise|criticize|denounce|deride|fault|forgive|honou?r|lambast|mock|pillory|praise|punish|rebuke|reprimand|reproach|reward|sack|salute|scold|slam|thank|upbraid)$/
/** Efforts that come to nothing, and modals of what one is able to do. */
const FUTILE = new Set(['fail', 'unable'])
const ABLE = /^(can|could)$/
/** What superiors tell their own people. */
const ORDERS = /^(instruct|order|mandate|direct|command)$/
/** What circumstances do to somebody's plans. */
const ALLOWING = /^(allow|permit|let|enable|prevent|keep|stop|forbid)$/
const HINDRANCES = /^(prevent|keep|stop|forbid)$/
/** Gerunds after these are only spoken of: "mulled attending". */
const MUSING = /^(consider|discuss|mull|weigh|contemplate|debate|suggest|propose|mean|imagine|risk)$/

/** Follows infinitives and gerunds up to the finite verb that they hang on, and notes what each step does to the cue. */
export function readStanding(scene: Scene, index: number, hit: RuleHit, rule: CueRule): Standing {
  const { clauses, nounPhrases } = scene.syntax
  const { norms, lemmas } = scene.document
  // a rule that spells a negation out has taken it into account
  const spelled = SPELLED_NEGATION.test(rule.pattern)
  const s: Standing = {
    flipped: false,
    reason: '',
    holder: clauses[index]!.subject,
    top: index,
    hedged: false,
    deontic: false,
    wanted: false,
  }
  const stop = (reason: string): Standing => ({ ...s, reason })
  if (!spelled && deniesObject(scene, clauses[index]!, hit)) {
    if (!REFUSALS.has(lemmas[hit.head]!)) return stop('none of it')
    s.flipped = true
  }
  let k = index
  let asked = false
  if (isToldOnRequest(scene, clauses[index]!)) return stop('only asked to be said')
  if (cameToNothing(scene, index)) return stop('it came to nothing')
  for (let depth = 0; depth < 6; depth++) {
    const clause = clauses[k]!
    // "could not persuade them to come", "did not ask them to come"
    if (
      isNegated(scene, clause, hit, spelled) &&
      !(k === index && isOutside(scene, clause, hit)) &&
      !(asked && ABLE.test(clause.verb.modal))
    )
      s.flipped = !s.flipped
    if (!rule.factive && rule.stance !== 'conditional') {
      if (POSSIBLE.has(clause.verb.modal) && !clause.verb.perfect) s.hedged = true
      if (DEONTIC.has(clause.verb.modal)) s.deontic = true
    }
    // "Iran's presence should depend on …": so says whoever advises it
    if (rule.stance === 'conditional' && rule.holder === 'possessor' && /^(should|ought)$/.test(clause.verb.modal))
      s.deontic = true
    s.top = k
    const before = norms[clause.verb.from - 1] ?? ''
    const beforeThat = norms[clause.verb.from - 2] ?? ''
    if (clause.relation !== 'root' && (before === 'whether' || (before === 'not' && beforeThat === 'whether')))
      return stop('undecided (whether to)')
    if (clause.relation === 'complement' && clause.parent >= 0) {
      const parent = clauses[clause.parent]!
      if (parent.verb.negated && NEGATION_RAISING.test(lemmas[parent.verb.head]!)) s.flipped = !s.flipped
      if (isRegretted(scene, parent) && isOwn(scene, clause, parent)) return stop('only regretted')
    }
    if (isOutOfQuestion(scene, clause)) s.flipped = !s.flipped
    if (clause.relation === 'participial' && clause.parent >= 0 && /^(of|with|for)$/.test(before)) {
      if (speechKind(lemmas[clauses[clause.parent]!.verb.head]!) === 'accuse') return stop('only an accusation')
      if (beforeThat === 'instead') s.flipped = !s.flipped
      if (beforeThat === 'short') return stop('stopped short of it')
      // "condemned Bogota for holding them": the deed of whom the verb is about
      const judged = clauses[clause.parent]!
      if (before === 'for' && JUDGES.test(lemmas[judged.verb.head]!))
        s.holder = judged.verb.passive || judged.object < 0 ? judged.subject : judged.object
    }
    // "wrote a letter rather than attend"
    if (clause.relation === 'participial' && before === 'than' && beforeThat === 'rather') s.flipped = !s.flipped
    if (clause.relation === 'adverbial' && clause.subject < 0 && clause.parent >= 0 && isRatherThan(scene, clause)) {
      s.holder = clauses[clause.parent]!.subject
      s.flipped = !s.flipped
    }
    // "denied that it had quit": it takes part; "denied that it would host them" leaves all open
    if (rule.stance === 'oppose' && deniesOwn(scene, clause)) s.flipped = !s.flipped
    if (isWish(scene, clause)) {
      const wish = clauses[clause.parent]!
      if (isNegated(scene, wish, hit, spelled)) s.flipped = !s.flipped
      return { ...s, holder: wish.subject, top: clause.parent, wanted: true, deontic: false }
    }
    if (clause.relation !== 'infinitive' && !isGerundComplement(scene, clause)) break
    if (clause.relation === 'participial' && speechKind(lemmas[clauses[clause.parent]!.verb.head]!) === 'deny') {
      // "denied boycotting the talks", "denied hosting them"
      if (rule.stance !== 'oppose') return stop('only a claim')
      s.flipped = !s.flipped
    }
    const ofOwner = clause.relation === 'infinitive' ? governedThroughOwner(scene, clause) : undefined
    if (ofOwner) {
      // "the refusal of Kabul to attend"
      if (NOUN_FLIP.has(lemmas[nounPhrases[ofOwner.noun]!.head]!)) s.flipped = !s.flipped
      return { ...s, holder: ofOwner.owner }
    }
    if (clause.governor >= 0 && clause.relation === 'infinitive') {
      // "its refusal to attend", "a call to boycott"
      const noun = lemmas[nounPhrases[clause.governor]!.head]!
      if (NOUN_FLIP.has(noun)) s.flipped = !s.flipped
      else if (!NOUN_KEEP.has(noun) && !NOUN_REQUEST.has(noun)) return stop(`governed by "${noun}"`)
      // "reports of its refusal to join"
      const { preposition } = nounPhrases[clause.governor]!
      if (preposition > 0 && norms[preposition] === 'of' && CLAIMS.has(norms[preposition - 1]!.replace(/s$/, '')))
        return stop('only a claim')
      // "no comment on a proposal to revive the talks": not the commentator's
      const spokenOf = /^(?:on|about|over)$/.test(norms[nounPhrases[clause.governor]!.preposition] ?? '')
      // "commented on the US refusal to come": whose it is stands inside
      const named = OWN.test(noun) && namedInside(scene, clause.governor) >= 0
      const owner = named ? clause.governor : ownerPhrase(scene, clause.governor, spokenOf ? -1 : clause.parent)
      // "said attempts to disrupt the talks would fail": somebody's
      if (clause.parent >= 0 && isSaidOf(scene, clause.governor, clauses[clause.parent]!)) return stop('of nobody named')
      const none = norms[nounPhrases[clause.governor]!.from] === 'no'
      if (NOUN_REQUEST.has(noun) && (owner < 0 || none)) return stop(`only asked for (${noun})`)
      if (owner >= 0) s.holder = owner
      else if (spokenOf) return stop(`spoken of ("${noun}")`)
      // "boycotted an attempt to hold them", "rejected calls to come"
      if (
        clause.parent >= 0 &&
        owner === clauses[clause.parent]!.subject &&
        REJECTS.has(lemmas[clauses[clause.parent]!.verb.head]!)
      )
        s.flipped = !s.flipped
      if (none) s.flipped = !s.flipped
      if (clause.parent >= 0) {
        // "has changed its decision to stay away" reverses it, "has not changed" leaves it as it was
        const reversed = REVERSAL.test(lemmas[clauses[clause.parent]!.verb.head]!)
        const denied = isNegated(scene, clauses[clause.parent]!, hit, spelled)
        if (reversed ? !denied : nounPhrases[clause.governor]!.possessor < 0 && denied) s.flipped = !s.flipped
        s.top = clause.parent
      }
      return s
    }
    if (clause.parent < 0) break
    const parent = clauses[clause.parent]!
    if (parent.object >= 0 && /^(nothing|nobody)$/.test(norms[nounPhrases[parent.object]!.head]!)) return stop('nothing to do')
    const lemma = complementWord(scene, clause, parent)
    // "his knee did not allow him to go"
    const hindered = HINDRANCES.test(lemma) !== isNegated(scene, parent, hit, spelled)
    if (ALLOWING.test(lemma) && !parent.verb.passive && hindered && isThing(scene, parent)) return stop('hindered')
    if (REQUEST.has(lemma)) {
      // "has been instructed to attend": an order of one's own side is carried out
      const ordered = parent.verb.passive && ORDERS.test(lemma)
      if (parent.verb.passive && parent.agent < 0 && !ordered) return stop(`only ${norms[parent.verb.head]} to`)
      s.holder = ordered ? parent.subject : parent.verb.passive ? parent.agent : parent.subject
      s.wanted = !ordered
      asked = !ordered
    } else if (FLIP.has(lemma) && !(clause.relation === 'infinitive' && FROM_DOING.test(lemma))) {
      // who fails to persuade others wants them to come all the same
      if (!(asked && FUTILE.has(lemma))) s.flipped = !s.flipped
      s.holder = parent.subject
    } else if (parent.verb.passive && (SENSED.test(lemma) || TOLD.test(lemma))) {
      s.holder = parent.subject
      s.hedged ||= TOLD.test(lemma) && !clause.verb.perfect
    } else if (KEEP.has(lemma) || FROM_DOING.test(lemma) || (SEND.has(lemma) && !parent.verb.passive && parent.object >= 0)) {
      s.holder = parent.subject
    } else if (lemma !== '' && isPurpose(clause, parent, lemma)) {
      s.holder = parent.subject
      // "has seen too little of the agenda to send anyone"
      if (norms.slice(parent.verb.to, clause.verb.from).includes('too')) s.flipped = !s.flipped
    } else if (lemma !== '') return stop(`governed by "${lemma}"`)
    k = clause.parent
  }
  return s
}

/** "Regretted that it was absent", "was sorry that it could not come". */
const isRegretted = ({ document: { norms, lemmas } }: Scene, { verb }: Clause): boolean =>
  /^(regret|lament|deplore|bemoan|rue)$/.test(lemmas[verb.head]!) || /^(sorry|sad|disappointed)$/.test(norms[verb.to] ?? '')

/** Whether a clause tells of the subject of its parent. */
function isOwn({ actors }: Scene, clause: Clause, parent: Clause): boolean {
  if (clause.subject < 0 || parent.subject < 0) return false
  return clause.subject === parent.subject || actors.entityOf[clause.subject] === actors.entityOf[parent.subject]
}

/** Whether the subject of a clause is no actor: "his knee", "the weather", "the timetable". */
function isThing({ actors, document, syntax }: Scene, { subject }: Clause): boolean {
  if (subject < 0 || actors.entityOf[subject] !== NOBODY) return false
  return document.pos[syntax.nounPhrases[subject]!.head] === 'NOUN'
}

/** Whether a noun phrase that looks like the object of a verb of saying is the subject of what is said. */
const isSaidOf = ({ document, syntax }: Scene, phrase: number, { object, verb }: Clause): boolean =>
  object === phrase &&
  syntax.nounPhrases[phrase]!.possessor < 0 &&
  document.pos[syntax.nounPhrases[phrase]!.from] !== 'PRON' &&
  /^(say|claim|warn|insist|add|think)$/.test(document.lemmas[verb.head]!)

/** "There was no way it would attend", "no chance that it will come". */
function isOutOfQuestion({ document: { norms }, syntax }: Scene, clause: Clause): boolean {
  if (clause.relation !== 'complement' && clause.relation !== 'relative') return false
  const first = clause.marker >= 0 ? clause.marker : clause.subject >= 0 ? syntax.nounPhrases[clause.subject]!.from : -1
  return first > 1 && /^(?:way|chance|prospect|question|likelihood)$/.test(norms[first - 1]!) && norms[first - 2] === 'no'
}

/** "The refusal of Kabul and Washington to attend": the noun that governs an infinitive, and whose it is, where the owner stands between. */
function governedThroughOwner(scene: Scene, clause: Clause): { readonly noun: number; readonly owner: number } | undefined {
  const { nounPhrases, phraseOf, conjunctOf } = scene.syntax
  const { norms, lemmas } = scene.document
  const before = clause.verb.from - (norms[clause.verb.from - 1] === 'not' ? 2 : 1)
  let owner = phraseOf[before] ?? -1
  while (owner >= 0 && conjunctOf[owner]! >= 0) owner = conjunctOf[owner]!
  if (owner < 0 || scene.actors.entityOf[owner]! < 0) return undefined
  const preposition = nounPhrases[owner]!.from - 1
  if (norms[preposition] !== 'of' && norms[preposition] !== 'by') return undefined
  const noun = phraseOf[preposition - 1] ?? -1
  if (noun < 0) return undefined
  const head = lemmas[nounPhrases[noun]!.head]!
  return NOUN_FLIP.has(head) || NOUN_KEEP.has(head) ? { noun, owner } : undefined
}

const isRatherThan = ({ document: { norms } }: Scene, { marker }: Clause): boolean =>
  norms[marker] === 'than' && norms[marker - 1] === 'rather'

/** "called on Delhi to tell Moscow that it rejected the result": words that another is asked to say. */
function isToldOnRequest(scene: Scene, clause: Clause): boolean {
  if (clause.relation !== 'complement' || clause.parent < 0) return false
  const { clauses } = scene.syntax
  const teller = clauses[clause.parent]!
  if (teller.relation !== 'infinitive' || teller.governor >= 0 || teller.parent < 0) return false
  const asker = clauses[teller.parent]!
  return asker.object >= 0 && REQUEST.has(complementWord(scene, teller, asker))
}

/** "Was expected to send a deputy but eventually did not": what is taken back behind it by an auxiliary alone. */
function cameToNothing({ document, syntax }: Scene, index: number): boolean {
  const clause = syntax.clauses[index]!
  if (clause.relation !== 'infinitive') return false
  return (clauseIndex(syntax).ofUnit[clause.unit] ?? []).some((k) => {
    const { verb, relation } = syntax.clauses[k]!
    return (
      relation === 'coordinate' &&
      verb.from > clause.verb.to &&
      verb.negated &&
      /^(did|do|does|have|has|had)$/.test(document.norms[verb.head]!)
    )
  })
}

/** "demanded that India cancel the talks", "hoped that Iran would come": what another does is wanted, not told. */
function isWish(scene: Scene, clause: Clause): boolean {
  if (clause.relation !== 'complement' || clause.parent < 0) return false
  const { norms, lemmas } = scene.document
  const parent = scene.syntax.clauses[clause.parent]!
  if (parent.verb.passive || parent.subject < 0) return false
  const lemma = lemmas[parent.verb.head]!
  if (HOPES.has(lemma)) return true
  // the subjunctive tells a demand from a report: "insists that Iran stay away", but "that Iran stays away"
  const first = norms[clause.verb.from]!
  const subjunctive = first === 'be' || (clause.verb.modal === '' && !clause.verb.negated && first === lemmas[clause.verb.from])
  return DEMANDS.has(lemma) && (clause.verb.modal === 'should' || subjunctive)
}

/** "stopped attending", "committed to hosting", "without signing", "decided against going", "ruled out going": does the gerund depend on its parent's meaning? */
function isGerundComplement(scene: Scene, clause: Clause): boolean {
  if (clause.relation !== 'participial' || clause.verb.form !== 'gerund' || clause.parent < 0) return false
  const before = scene.document.norms[beforeAdverb(scene, clause)] ?? ''
  return (
    scene.syntax.clauses[clause.parent]!.verb.to === clause.verb.from || /^(without|against|out|on|to|from|at|in)$/.test(before)
  )
}

/** The token before a verb group and the adverb of time or degree that opens it: "without ever going", "without so much as replying". */
function beforeAdverb(scene: Scene, clause: Clause): number {
  const { norms } = scene.document
  const before = clause.verb.from - 1
  if (norms[before] === 'as' && norms[before - 1] === 'much' && norms[before - 2] === 'so') return before - 3
  return /^(ever|once|even|actually|formally|fully|really|also|first)$/.test(norms[before] ?? '') ? before - 1 : before
}

/** The word that governs an infinitive or gerund: the adjective after a copula ("ready to go"), else the verb. */
function complementWord(scene: Scene, clause: Clause, parent: Clause): string {
  const { norms, lemmas, pos } = scene.document
  const participial = clause.relation === 'participial'
  const before = clause.verb.from - 1
  if (participial && /^(without|against)$/.test(norms[beforeAdverb(scene, clause)] ?? '')) return 'refuse'
  if (participial && /^(to|on|from|at|in)$/.test(norms[before] ?? '')) {
    const adjective = lemmas[before - 1]!
    if (before - 1 >= parent.verb.head && (FLIP.has(adjective) || KEEP.has(adjective))) return adjective
  }
  if (
    before >= parent.verb.to &&
    (pos[before] === 'ADJ' || pos[before] === 'VERB' || pos[before] === 'ADV' || norms[before] === 'not')
  ) {
    let t = before
    while (t >= parent.verb.to && (pos[t] === 'ADV' || norms[t] === 'not') && !KEEP.has(lemmas[t]!)) t--
    const copula = COPULAS.test(lemmas[parent.verb.head]!)
    if (t >= parent.verb.to && ((pos[t] === 'ADJ' && copula) || pos[t] === 'VERB' || (KEEP.has(lemmas[t]!) && copula)))
      return lemmas[t]!
  }
  const verb = lemmas[parent.verb.head]!
  if (!participial) return verb
  return MUSING.test(verb) || FLIP.has(verb) || KEEP.has(verb) || REQUEST.has(verb) ? verb : 'be'
}

function isNegated(scene: Scene, clause: Clause, hit: RuleHit, spelled: boolean): boolean {
  const { norms } = scene.document
  // "will not only attend": a guard takes the negation out
  const harmless = hitsOf(scene, 'guards', clause.verb.from - 1, clause.verb.to + 1).some(
    (g) => g.from < clause.verb.to + 1 && clause.verb.from - 1 < g.to && norms.slice(g.from, g.to).includes('not'),
  )
  let negated = clause.verb.negated && !harmless && !(spelled && spellsNegation(scene, clause, hit))
  if (clause.subject >= 0) {
    const np = scene.syntax.nounPhrases[clause.subject]!
    // "no delegate will go"; "neither Kabul nor Tehran will"
    if (NEGATIVE_DETERMINERS.has(norms[np.from]!) || norms[np.from - 1] === 'neither') negated = !negated
  }
  return negated
}

/** Verbs that turn over a gerund only: "blocks roads to protest" is done to that end. */
const FROM_DOING = /^(block|prevent|stop|halt|ban|oppose|dissuade|discourage|avoid)$/

/** To do these to nobody or nothing is to refuse: "sends no one", but not "named no members of its team". */
const REFUSALS = new Set('send dispatch accept recognise recognize support back endorse want join attend host welcome'.split(' '))

/** "sent no one", "accepts no invitation": the negation is in the object. */
function deniesObject(scene: Scene, clause: Clause, hit: RuleHit): boolean {
  if (hit.voice !== 'active' || clause.verb.head !== hit.head || clause.object < 0) return false
  const { from } = scene.syntax.nounPhrases[clause.object]!
  return from < hit.to && /^(no|nobody|none|neither|no-one)$/.test(scene.document.norms[from]!)
}

/** Whether the match takes in the negation of its clause ("will not be there"), and not only another ("does not say no"). */
function spellsNegation(scene: Scene, clause: Clause, hit: RuleHit): boolean {
  const { norms } = scene.document
  const { from, to } = clause.verb
  // "never said no": the adverb stands before the verb group
  for (let t = norms[from - 1] === 'never' ? from - 1 : from; t < to; t++)
    if (/^(not|never|hardly|scarcely)$/.test(norms[t]!)) return hit.from <= t && t < hit.to
  return hit.from < to && from < hit.to
}
