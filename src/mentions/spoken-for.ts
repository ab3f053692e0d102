import { clauseIndex } from '../document/clause-index'
import { ownerOf, phraseEntity, roleOfPhrase } from './actor-roles'
import type { Role } from './actor-roles'
import { bodyNamed, learnBody } from './bodies'
import { NOBODY } from './entities'
import { fullNameStart, nameStart } from './name-shapes'
import { servedInContext, stateServed } from './offices'
import type { Scene } from './scene'

/** Whom an unlisted person speaks for: by the office before the name, else by that in apposition, else by the state just named. */
export function principalOfName(scene: Scene, i: number, before: Role, apposition: Role | undefined): number {
  const team = teamOf(scene, i)
  if (team >= 0) return team
  const body = bodyBehindName(scene, i)
  if (body >= 0) return body
  const owner = sentBy(scene, i)
  if (owner >= 0) return owner
  if (before.principal >= 0 && (before.official || before.title !== '')) return before.principal
  if (apposition?.official && apposition.principal >= 0) return apposition.principal
  const { norms, nounPhrases, lexicon } = scene
  const state = norms.slice(Math.max(0, nounPhrases[i]!.from - 2), nounPhrases[i]!.from + 1).join(' ')
  if (state === 'secretary of state' && before.principal < 0) {
    const government = lexicon.governments.get('USA')
    if (government) return scene.listed(government)
  }
  if (norms[nameStart(scene, i) - 1] === 'pope') {
    const see = lexicon.governments.get('VAT')
    if (see) return scene.listed(see)
  }
  const official = before.official || apposition?.official
  return official && before.principal < 0 ? servedInContext(scene, i) : NOBODY
}

/** Whose a person is by the words after the name: "Alloush of the Army of Islam", "Haidari of the foreign ministry", "Lamy, for the European Commission,". */
function bodyBehindName(scene: Scene, i: number): number {
  const { norms, nounPhrases } = scene
  const { from, to } = nounPhrases[i]!
  if (norms[to] === 'of') {
    const p = scene.phraseFrom(to + 1)
    if (p < 0) return NOBODY
    const body = bodyNamed(scene, p)
    if (body >= 0) return body
    const { head } = nounPhrases[p]!
    if (OFFICE_HOUSES.test(norms[head]!)) {
      const { principal } = roleOfPhrase(scene, p)
      return principal >= 0 ? principal : stateServed(scene, p)
    }
    return collectiveNamed(scene, p)
  }
  if (norms[to] === ',') {
    const after =
      norms[to + 1] === 'for' ? to + 2 : norms[to + 2] === 'for' && /^(?:speaking|acting)$/.test(norms[to + 1]!) ? to + 3 : -1
    const p = after < 0 ? -1 : scene.phraseFrom(after)
    if (p >= 0 && endsAside(scene, nounPhrases[p]!.to)) return spokenFor(scene, p)
  }
  // "For the league, X said"
  if (norms[from - 1] === ',' && scene.topics.has(i)) {
    const first = sentenceStart(scene, from)
    const p = norms[first] === 'for' ? scene.phraseFrom(first + 1) : -1
    if (p >= 0 && nounPhrases[p]!.to === from - 1) return spokenFor(scene, p)
  }
  return NOBODY
}

/** Whether a comma closes what stands between commas, with a place before it or not: "for the Foreign Office in London,". */
function endsAside({ norms, nounPhrases, syntax }: Scene, token: number): boolean {
  const place = /^(?:in|at)$/.test(norms[token] ?? '') ? syntax.phraseOf[token + 1]! : -1
  return norms[place >= 0 ? nounPhrases[place]!.to : token] === ','
}

function sentenceStart({ document }: Scene, token: number): number {
  let first = token
  while (first > 0 && document.sentenceOf[first - 1] === document.sentenceOf[token]) first--
  return first
}

/** The state or body that somebody speaks for by name: "for the European Commission", "for Labour". */
function spokenFor(scene: Scene, p: number): number {
  const known = phraseEntity(scene, p)
  if (known >= 0) return known
  const { head, preposition } = scene.nounPhrases[p]!
  const start = nameStart(scene, p)
  return start >= 0 && preposition >= 0 && !/^\p{Lu}\.$/u.test(scene.words[head]!)
    ? learnBody(scene, fullNameStart(scene, p, start), head + 1)
    : NOBODY
}

/** Bodies that an office is in. */
const OFFICE_HOUSES = /^(?:ministry|embassy|office|department|mission|palace|presidency|secretariat|council)$/

/** The state, group or organisation that is the listed name of a whole phrase, or \`NOBODY\`. */
function collectiveNamed(scene: Scene, p: number): number {
  const { names, nameAt, nounPhrases } = scene
  const { head } = nounPhrases[p]!
  const hit = nameAt[head]! >= 0 ? names[nameAt[head]!]! : undefined
  const actor = hit?.to === head + 1 ? hit.senses.find((s) => s.type === 'alias')?.actor : undefined
  // of a party or an association one may be a member who speaks for himself
  return actor && (/^(?:state|group)$/.test(actor.kind) || actor.code?.startsWith('IGO')) ? scene.listed(actor) : NOBODY
}

/** "Brazil's Celso Amorim", "Human Rights Watch's Fereshta Abbasi": whom a person with a full name is of. */
function sentBy(scene: Scene, i: number): number {
  const { nounPhrases, entities } = scene
  const np = nounPhrases[i]!
  if (np.possessor < 0 || np.head - nameStart(scene, i) < 1) return NOBODY
  const owner = ownerOf(scene, i, np.head)
  return owner >= 0 && entities[owner]!.kind !== 'person' ? owner : NOBODY
}

/** "X would lead its delegation", "a delegation led by X", "Iran was represented by X": whom a team stands for, and so the one who leads it. */
export function teamOf(scene: Scene, i: number): number {
  const { clauses, lemmas, entityOf, entities } = scene
  const clause = clauseIndex(scene.syntax)
    .withSubject.get(i)
    ?.map((k) => clauses[k]!)
    .find((c) => c.object > i && LEADS.test(lemmas[c.verb.head]!))
  if (clause && isTeam(scene, clause.object)) return senderOf(scene, clause.object)
  const led = clauseIndex(scene.syntax)
    .withAgent.get(i)
    ?.map((k) => clauses[k]!)
    .find((c) => c.subject >= 0)
  if (!led) return NOBODY
  const verb = lemmas[led.verb.head]!
  if (LEADS.test(verb) && isTeam(scene, led.subject)) return senderOf(scene, led.subject)
  const sender = verb === 'represent' ? entityOf[led.subject]! : NOBODY
  return sender >= 0 && entities[sender]!.kind !== 'person' ? sender : NOBODY
}

/** Whose a team is: "the delegation of Chad", or in "Chad sent a delegation" the sender. */
function senderOf(scene: Scene, team: number): number {
  const { principal } = roleOfPhrase(scene, team)
  const sent = principal < 0 ? scene.clauseOfObject.get(team) : undefined
  return sent && sent.subject >= 0 && /^(?:send|dispatch|field|name)$/.test(scene.lemmas[sent.verb.head]!)
    ? scene.entityOf[sent.subject]!
    : principal
}

const LEADS = /^(?:lead|head|chair)$/

const isTeam = ({ lemmas, nounPhrases }: Scene, p: number): boolean =>
  /^(?:delegation|team|side|mission)$/.test(lemmas[nounPhrases[p]!.head]!)
