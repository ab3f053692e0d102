import { clauseIndex } from '../document/clause-index'
import type { Speaker } from '../attribution/speakers'
import type { Clause } from '../document/clauses'
import { NOBODY } from '../mentions/entities'
import type { CueRule } from '../types'
import { verbsOf } from './class-verbs'
import { allOf, authorOf } from './companions'
import { echoesOf } from './echoes'
import type { RuleHit } from './pattern/match'
import { namedInside, phraseEntities } from './phrase-entities'
import type { Scene } from './scene'
import { ownerPhrase, phraseAt } from './scene'
import type { Standing } from './standing'
import { amongThose, isSomeTeam, isTalks, teamOf } from './teams'

/** Participles that say what their subject feels: "was satisfied with the results" is no passive. */
const STATES_OF_MIND = new Set(
  'satisfied pleased delighted disappointed worried concerned prepared committed determined interested opposed inclined resolved dedicated dismayed alarmed encouraged honoured honored convinced devoted attached disposed tempted reconciled'.split(
    ' ',
  ),
)

/** Acts that end talks: who reports that they were cancelled has not done it. */
const ENDINGS = verbsOf('oppose-cancel')

/** The entities that hold the position of a cue; empty where no actor does. */
export function findHolders(scene: Scene, hit: RuleHit, rule: CueRule, index: number, standing: Standing): number[] {
  const clause = scene.syntax.clauses[index]!
  const speaker = scene.attribution.speakerOf(standing.top)
  let holders: number[]
  if (standing.wanted && (rule.holder ?? 'subject') === 'subject' && standing.holder >= 0)
    holders = phraseEntities(scene, standing.holder, index)
  else if (rule.holder === 'speaker' || (standing.deontic && rule.holder !== 'object'))
    holders = speaker ? speakersTogether(scene, speaker, index) : []
  // "must be led by Afghans": they have not led it
  else if (rule.holder === 'object') holders = standing.deontic ? [] : objectEntities(scene, hit, clause, index)
  else if (rule.holder === 'participants') holders = participantEntities(scene, hit, index)
  else holders = subjectEntities(scene, hit, clause, index, standing, rule)
  return [...new Set(holders)].filter((h) => h >= 0)
}

/** "Iran and Pakistan insisted that …": who speaks, with those who say it too. */
function speakersTogether(scene: Scene, { entity, phrase }: Speaker, index: number): number[] {
  const together = phrase >= 0 ? phraseEntities(scene, phrase, index) : []
  return together.includes(entity) ? together : [entity]
}

function subjectEntities(scene: Scene, hit: RuleHit, clause: Clause, index: number, standing: Standing, rule: CueRule): number[] {
  const { document, syntax, attribution } = scene
  const isVerb = scene.verbAt.has(hit.head)
  if (rule.holder === 'possessor' || (!isVerb && document.pos[hit.head] === 'NOUN')) {
    const owners = nounOwners(scene, hit, index)
    if (owners.length > 0) return owners
    // "its ministry said that his presence was contingent on …"
    const p = syntax.phraseOf[hit.head]!
    const theirs = p >= 0 && /^(his|her|its|their)$/.test(document.norms[syntax.nounPhrases[p]!.from]!)
    const speaker = theirs ? attribution.speakerOf(standing.top) : undefined
    if (rule.holder === 'possessor') return speaker ? [speaker.entity] : []
  }
  // a passive that the pattern does not spell out: who is done to holds nothing
  const undergoes =
    isVerb &&
    clause.verb.passive &&
    hit.voice === 'active' &&
    !spellsBe(scene, hit) &&
    !STATES_OF_MIND.has(document.norms[hit.head]!)
  if (hit.voice === 'passive' || undergoes) {
    if (clause.agent >= 0) return agentEntities(scene, clause, index)
    // "the invitation has been accepted, the spokesman said"
    const speaker = attribution.speakerOf(index)
    const act = document.lemmas[hit.head]!
    // "it has been invited, officials in Moscow said": the deed of those who hold the talks
    if (act === 'invite') return speaker && speaker.entity >= 0 && isHost(scene, speaker.entity) ? [speaker.entity] : []
    const ofTalks = hit.voice === 'passive' || (clause.subject >= 0 && isTalks(scene, clause.subject))
    return speaker &&
      speaker.entity >= 0 &&
      !isHost(scene, speaker.entity) &&
      rule.stance !== 'conditional' &&
      ofTalks &&
      !ENDINGS.has(act) &&
      !HELD.test(act)
      ? [speaker.entity]
      : []
  }
  const phrase = standing.holder >= 0 ? standing.holder : clause.subject
  if (phrase < 0) {
    // an elliptical answer: "Not going."
    const quotation = syntax.units[clause.unit]!.quotation
    const speaker =
      clause.relation !== 'root'
        ? undefined
        : quotation >= 0
          ? attribution.quotationSpeakers[quotation]
          : attribution.speakerOf(index)
    return speaker ? [speaker.entity] : []
  }
  const own = collectiveOf(scene, phrase, attribution.speakerOf(standing.top))
  if (own >= 0) return [own]
  const found = phraseEntities(scene, authorOf(scene, allOf(scene, amongThose(scene, clause, phrase), clause), clause), index)
  const inside = found.length > 0 || phrase === clause.subject ? NOBODY : namedInside(scene, phrase)
  if (inside >= 0) return [inside]
  const named = found.length > 0 ? [] : teamOf(scene, phrase)
  if (named.length > 0) return named
  if (found.length > 0) return [...found, ...echoesOf(scene, clause).flatMap((p) => phraseEntities(scene, p, index))]
  // "No one will accept it, said Ghani"; "a team of five would leave on Sunday, the ministry said"
  const head = syntax.nounPhrases[phrase]!.head
  if (EVERYBODY.test(document.norms[head]!) || SELVES.test(document.norms[head]!) || isSomeTeam(scene, phrase)) {
    const speaker = attribution.speakerOf(index)
    if (speaker) return [speaker.entity]
  }
  // "The talks are the way, give them a chance": what is asked of all is the speaker's wish
  if (clause.relation === 'coordinate' && clause.verb.modal === '' && isTalks(scene, phrase)) {
    const speaker = attribution.speakerOf(index)
    if (speaker) return [speaker.entity]
  }
  // "said the meeting was a trap and refused his ticket": the act is the speaker's, not the meeting's
  if (clause.relation === 'complement' && sharesSubject(scene, index)) {
    const speaker = attribution.speakerOf(index)
    if (speaker) return [speaker.entity]
  }
  return []
}

/** What is done to talks by those who hold them, not by whoever tells of it. */
const HELD =
  /^(host|hold|organi[sz]e|arrange|convene|stage|set|begin|start|open|resume|launch|schedule|plan|call|prepare|sponsor|chair)$/
/** "Never will we go, the minister said": words told without marks. */
const SELVES = /^(?:we|i)$/
const EVERYBODY = /^(nobody|none|no|one|anybody|anyone|everybody|everyone|people|afghans)$/
/** The agents of a passive: "welcomed by Beijing and, days later, by Bishkek". */
function agentEntities(scene: Scene, clause: Clause, index: number): number[] {
  const { document, syntax } = scene
  const out = phraseEntities(scene, clause.agent, index)
  for (let p = clause.agent + 1; p < syntax.nounPhrases.length; p++) {
    const np = syntax.nounPhrases[p]!
    if (np.from >= clause.to) break
    if (np.preposition < 0 || np.temporal || document.norms[np.preposition] !== 'by') continue
    if (/^(and|or|but|,|then|later|as|also)$/.test(document.norms[np.preposition - 1] ?? ''))
      out.push(...phraseEntities(scene, p, index))
  }
  return out
}

/** "The Women's Network said that women would go": a bare plural that the speaker's name is about speaks of the speaker, or `NOBODY`. */
function collectiveOf({ document, syntax, actors }: Scene, phrase: number, speaker: Speaker | undefined): number {
  const { from, to, head } = syntax.nounPhrases[phrase]!
  if (!speaker || speaker.entity < 0 || to - from !== 1 || !/(s|men|people)$/.test(document.norms[head]!)) return NOBODY
  const words = actors.entities[speaker.entity]!.name.toLowerCase().split(/[^\p{L}]+/u)
  return words.includes(document.norms[head]!) || words.includes(document.lemmas[head]!) ? speaker.entity : NOBODY
}

/** Does another clause stand between this one and its subject? */
function sharesSubject(scene: Scene, index: number): boolean {
  const { clauses, nounPhrases } = scene.syntax
  const clause = clauses[index]!
  return (clauseIndex(scene.syntax).withSubject.get(clause.subject) ?? []).some((k) => {
    const { verb } = clauses[k]!
    return k !== index && verb.from > nounPhrases[clause.subject]!.from && verb.from < clause.verb.from
  })
}

/** "Washington's refusal", "the boycott of the talks by Kabul", "the Afghan boycott". */
function nounOwners(scene: Scene, hit: RuleHit, index: number): number[] {
  const { document, syntax, actors } = scene
  const p = syntax.phraseOf[hit.head]!
  if (p < 0) return []
  for (let t = hit.head + 1; t <= hit.to && t + 1 < document.length; t++) {
    if (document.norms[t] !== 'by') continue
    const agent = phraseAt(scene, t + 1)
    const by = agent >= 0 ? phraseEntities(scene, agent, index) : []
    if (by.length > 0) return by
  }
  const owner = ownerPhrase(scene, p, -1)
  const entities = owner >= 0 ? phraseEntities(scene, owner, index) : []
  if (entities.length > 0) return entities
  // "Thabo Mbeki, mediator of the talks"
  const explained = syntax.appositionOf[p]!
  if (explained >= 0 && actors.entityOf[explained]! >= 0) return [actors.entityOf[explained]!]
  const inside = namedInside(scene, p)
  return inside >= 0 ? [inside] : []
}

/** Does the match take in a form of "be" before its head, so that the pattern itself speaks of the passive? */
function spellsBe(scene: Scene, hit: RuleHit): boolean {
  const { lemmas } = scene.document
  for (let t = hit.from; t < hit.head; t++) if (lemmas[t] === 'be' || lemmas[t] === 'get') return true
  return lemmas[hit.head] === 'be'
}

const isHost = (scene: Scene, entity: number): boolean => scene.targets.hosts.has(scene.actors.entities[entity]!.id)

function objectEntities(scene: Scene, hit: RuleHit, clause: Clause, index: number): number[] {
  const { mentions } = scene.actors
  const slot = hit.slots.find((s) => s.kind === 'actor')
  if (slot) {
    const mention =
      scene.actorsAt(slot.from).find((m) => slot.to <= m.to) ?? mentions.find((m) => m.from >= slot.from && m.to <= slot.to)
    if (mention) return mention.phrase >= 0 ? phraseEntities(scene, mention.phrase, index) : [mention.entity]
  }
  return clause.object >= 0 ? phraseEntities(scene, clause.object, index) : []
}

/** The parties named after "with" or "between" in or behind the target's phrase. */
function participantEntities(scene: Scene, hit: RuleHit, index: number): number[] {
  const { document } = scene
  const slot = hit.slots.find((s) => s.kind === 'target')
  const from = slot ? slot.from : hit.from
  const to = Math.max(slot ? slot.to : hit.to, hit.to)
  const out: number[] = []
  for (let t = from; t < Math.min(to + 1, document.length); t++) {
    if (document.norms[t] !== 'with' && document.norms[t] !== 'between') continue
    const p = phraseAt(scene, t + 1)
    if (p >= 0) out.push(...phraseEntities(scene, p, index))
  }
  return out
}
