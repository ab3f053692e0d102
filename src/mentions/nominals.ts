import { startsUpper } from '../document/letters'
import type { NounPhrase } from '../document/chunks'
import { roleOfPhrase } from './actor-roles'
import { bodyIn } from './bodies'
import type { Role } from './actor-roles'
import { NOBODY, SPEAKER } from './entities'
import { nameStart } from './name-shapes'
import { pronoun } from './pronouns'
import { isPersonRole, nearHead, resume } from './resume'
import { stateServed } from './offices'
import type { Scene } from './scene'
import { afterDeterminer, hasName, unnamed } from './unnamed'
import {
  BODY_NOMINALS,
  COLLECTIVE,
  COUNTING,
  DEFINITE,
  FORCES,
  GROUP,
  GROUP_NOMINALS,
  HEAD_ROLE,
  OFFICIAL,
  ORGANISATION_WORDS,
  OWN,
  OWNED,
  PERSONS,
  ROLE_LIKE,
  STATE_NOMINALS,
  VAGUE_GROUPS,
} from './vocabulary'

/** Phrases with a common noun as head: "Iranian officials", "the group", "Darfur rebels", "the embassy". */
export function nominal(scene: Scene, i: number): void {
  const { syntax, norms, lemmas, pos, nounPhrases, entities, entityOf, personOf, subjects } = scene
  const np = nounPhrases[i]!
  const { head, from } = np
  const lemma = lemmas[head]!
  const norm = norms[head]!
  const official = OFFICIAL.has(norm) || OFFICIAL.has(lemma) || HEAD_ROLE.test(lemma)
  const own = (OWN.has(norm) || OWN.has(lemma)) && !COLLECTIVE.has(lemma)
  const definite = DEFINITE.has(norms[from]!)
  const owned = pos[from] === 'PRON'
  const person = isPersonRole(lemma) && !scene.isPlural(head)
  const role = roleOfPhrase(scene, i)
  const bare = np.to - from <= 2 && definite
  // "X, a lecturer in Kabul": the same person
  const conjunct = syntax.conjunctOf[i]!
  const left = syntax.appositionOf[conjunct >= 0 ? conjunct : i]!
  if (
    left >= 0 &&
    entityOf[left]! >= 0 &&
    personOf[left] &&
    (official || own || role.own || norms[from] === 'a' || norms[from] === 'an')
  ) {
    return scene.mention(i, entityOf[left]!, 'nominal', true)
  }
  const group = GROUP.has(norm) || GROUP.has(lemma)
  // "Ahrar al-Sham, one of the largest groups", "the council, a body set up in 2010": the same body
  const apposed = syntax.appositionOf[i]!
  const told = np.possessor >= 0 || /^(?:a|an|the|one)$/.test(norms[from]!)
  const body = apposed >= 0 && !scene.isPlural(head) && told ? entityOf[apposed]! : NOBODY
  if (body >= 0 && (group || BODY_NOMINALS.has(lemma)) && /^(?:group|organisation)$/.test(entities[body]!.kind))
    return scene.mention(i, body, 'nominal', false)
  const members = bodyOfMembers(scene, i)
  if (members >= 0) return scene.mention(i, members, 'unlisted', false, afterDeterminer(scene, np.possessor), head + 1)
  if (own || (role.own && !COLLECTIVE.has(lemma) && (official || group || PERSONS.has(lemma))))
    return ownVoice(scene, i, definite && bare)
  // "Kashmir's separatist alliance, the Hurriyat Conference, said": the name says who it is
  if (np.possessor >= 0 && !scene.isPlural(head) && (group || BODY_NOMINALS.has(lemma)) && isExplained(scene, i)) return
  // "its largest member, the Council": somebody else
  if (ROLE_LIKE.has(lemma) && !scene.isPlural(head) && (owned || np.possessor >= 0)) return
  if (official && role.principal >= 0) return scene.mention(i, role.principal, 'nominal', person)
  const named = official && person && definite ? officeHolder(scene, i) : NOBODY
  if (named >= 0) return scene.mention(i, named, 'nominal', true)
  if (definite || (owned && np.possessor < 0)) {
    const words = scene.text(from, np.to).toLowerCase()
    const listed = scene.lastNamed((r) => entities[r.entity]!.actor?.nominals?.includes(words) ?? false)
    if (listed) return scene.mention(i, listed.entity, 'nominal', false)
  }
  const proper = owned || np.possessor >= 0 ? bodyIn(scene, i) : NOBODY
  if (proper >= 0) return scene.mention(i, proper, 'unlisted', false, afterDeterminer(scene, i), head + 1)
  if (
    owned &&
    (official ||
      STATE_NOMINALS.has(lemma) ||
      BODY_NOMINALS.has(lemma) ||
      GROUP_NOMINALS.has(norm) ||
      OWNED.has(lemma) ||
      OWNED.has(norm))
  ) {
    const target = pronoun(scene, norms[from]!, i)
    if (target === SPEAKER) {
      entityOf[i] = SPEAKER
      return
    }
    if (target >= 0) return scene.mention(i, target, 'nominal', person)
  }
  const serves = role.principal >= 0 && /^(?:of|for|from)$/.test(norms[np.to] ?? '')
  if (definite && !serves && (bare || (official && np.to - from <= 4 && STATE_NOMINALS.has(lemma)))) {
    const back = resume(scene, lemma, norm, i)
    if (back >= 0) return scene.mention(i, back, 'nominal', person)
  }
  if (group || (official && FORCES.has(norm))) return groupMention(scene, i, role)
  if (!official) return unnamed(scene, i)
  if (role.principal < 0) {
    const meant = groupIn(scene, np)
    if (meant >= 0) return scene.mention(i, meant, 'nominal', person)
    const served = definite ? NOBODY : stateServed(scene, i)
    if (served >= 0) return scene.mention(i, served, 'nominal', person)
  }
  if (subjects.has(i) && definite && !scene.isPlural(head)) {
    const back = resume(scene, lemma, norm, i)
    if (back >= 0) return scene.mention(i, back, 'nominal', person)
  }
  unnamed(scene, i)
}

/** For whom the listed person speaks whose name follows in apposition: "the deputy foreign minister, Abbas Araghchi"; or `NOBODY`. */
function officeHolder(scene: Scene, i: number): number {
  const { nameAt, names, nounPhrases, syntax } = scene
  for (let k = i + 1; k <= i + 2 && k < nounPhrases.length; k++) {
    const hit = syntax.appositionOf[k] === i ? names[nameAt[nounPhrases[k]!.head]!] : undefined
    const actor = hit?.senses.find((s) => s.actor?.kind === 'person')?.actor
    if (actor) return scene.listed(actor)
  }
  return NOBODY
}

/** Whether the name of a body follows in apposition. */
function isExplained(scene: Scene, i: number): boolean {
  const { nameAt, norms, nounPhrases, syntax } = scene
  for (let k = i + 1; k <= i + 2 && k < nounPhrases.length; k++) {
    const { head } = nounPhrases[k]!
    if (syntax.appositionOf[k] === i && (nameAt[head]! >= 0 || ORGANISATION_WORDS.has(norms[head]!)) && nameStart(scene, k) >= 0)
      return true
  }
  return false
}

/** "By Dora Lind" at the start of a paragraph. */
function isByline({ nounPhrases, norms, document }: Scene, np: number): boolean {
  const by = nounPhrases[np]!.from - 1
  return norms[by] === 'by' && document.paragraphs[document.paragraphOf[by]!]!.from === by
}

const WRITERS = /^(?:author|columnist|writer)$/

/** Those who speak for themselves: "the analyst" goes back to the person named last, "two retired diplomats" are new. */
function ownVoice(scene: Scene, i: number, resumes: boolean): void {
  const { entities, nounPhrases, lemmas, subjects, words, pos } = scene
  if (resumes && !scene.isPlural(nounPhrases[i]!.head)) {
    const lemma = lemmas[nounPhrases[i]!.head]!
    // "the writer" of a column is nobody of whom it tells
    const fits = (np: number): boolean => !WRITERS.test(lemma) || nearHead(scene, np, lemma) || isByline(scene, np)
    const last = scene.lastNamed((r) => r.person && entities[r.entity]!.kind === 'person' && fits(r.np))
    if (last) return scene.mention(i, last.entity, 'nominal', true)
  }
  if (!subjects.has(i)) return
  const { head, to } = nounPhrases[i]!
  const body = BODY_NOMINALS.has(lemmas[head]!) || GROUP_NOMINALS.has(lemmas[head]!)
  const plural = body || scene.isPlural(head)
  const start = afterDeterminer(scene, i)
  // "opposition Labour party"
  const capital = words.slice(start, head).findIndex((w, k) => /^\p{Lu}/u.test(w) && pos[start + k] === 'PROPN')
  const from = body && capital > 0 ? start + capital : start
  const name = scene.text(from, to)
  const faint = !hasName(scene, from, to)
  const entity = scene.entity(`local:${name.toLowerCase()}`, name, plural ? 'group' : 'person', undefined, lemmas[head]!, faint)
  if (plural && !body) scene.entities[entity]!.crowd = true
  scene.mention(i, entity, 'unlisted', !plural, from, to)
}

/** "Taliban fighters" belong to the Taliban, "Darfur rebels" stand by themselves, "the rebels" go back to them. */
function groupMention(scene: Scene, i: number, role: Role): void {
  const { entities, nounPhrases, subjects } = scene
  const np = nounPhrases[i]!
  if (role.principal >= 0 && entities[role.principal]!.kind !== 'state' && entities[role.principal]!.id !== 'afghan-government')
    return scene.mention(i, role.principal, 'nominal', false)
  const proper = bodyIn(scene, i)
  if (proper >= 0) return scene.mention(i, proper, 'unlisted', false, afterDeterminer(scene, i), np.head + 1)
  const { name, to } = groupName(scene, i)
  const core = scene.text(name, to)
  const from = afterDeterminer(scene, i)
  const kindWord = effectiveHead(scene, i)
  const previous = entities.find(
    (e) =>
      e.head === kindWord &&
      e.kind === 'group' &&
      (e.name.toLowerCase() === core.toLowerCase() || !namesOrigin(core) || !namesOrigin(e.name)),
  )
  const vague = isVague(scene, i, from, to)
  if (previous) {
    if (!vague && !isSum(core) && !FORCES.has(scene.norms[np.head]!)) previous.faint = false
    return namesOrigin(core) || name > np.head
      ? scene.mention(i, previous.index, 'unlisted', false, from, to)
      : scene.mention(i, previous.index, 'nominal', false)
  }
  // "all parties", "soldiers", "any movement": actors where they hold a position, no actors by themselves
  const isFaint = FORCES.has(scene.norms[np.head]!) || isSum(core) || vague
  if (np.to - np.from >= 2 || subjects.has(i))
    scene.mention(
      i,
      scene.entity(`local:${core.toLowerCase()}`, core, 'group', undefined, kindWord, isFaint),
      'unlisted',
      false,
      from,
      to,
    )
}

/** Whether a group's noun only sums up those of some kind. */
const isSum = (core: string): boolean => /^(?:parties|sides|factions)$/i.test(core)

/** Whether a group without a name is any of its kind ("a movement", "no party", "23 rebels") or only acted upon. */
function isVague(scene: Scene, i: number, from: number, to: number): boolean {
  const { nounPhrases, norms, pos, subjects } = scene
  const np = nounPhrases[i]!
  if (hasName(scene, from, to)) return false
  return !subjects.has(i) || pos[np.from] === 'NUM' || INDEFINITE.test(norms[np.from]!)
}

const INDEFINITE = /^(?:any|no|every|each|all|either|neither|several|some|many|most|such)$/

/** "The umpires' union", "a women's network": a body that is named by its members, in the plural. */
function bodyOfMembers(scene: Scene, i: number): number {
  const { nounPhrases, lemmas, norms, words, entityOf, entities } = scene
  const np = nounPhrases[i]!
  if (np.possessor < 0 || !MEMBERS_BODY.test(norms[np.head]!) || /^\p{Lu}/u.test(words[np.head]!)) return NOBODY
  const owner = nounPhrases[np.possessor]!
  if (owner.possessor >= 0 || scene.nameAt[owner.head]! >= 0 || !/(?:s|men|people)$/.test(norms[owner.head]!)) return NOBODY
  if (norms[owner.head] === lemmas[owner.head] && !/(?:men|people)$/.test(norms[owner.head]!)) return NOBODY
  const known = entityOf[np.possessor]!
  if (known >= 0 && (entities[known]!.actor || entities[known]!.kind === 'organisation')) return NOBODY
  const name = scene.text(afterDeterminer(scene, np.possessor), np.head + 1)
  scene.entityOf[np.possessor] = NOBODY
  return scene.entity(`local:${name.toLowerCase()}`, name, 'group', undefined, lemmas[np.head]!)
}

const MEMBERS_BODY =
  /^(?:unions?|associations?|federations?|confederation|networks?|coalitions?|alliances?|leagues?|guilds?|councils?|movements?|organi[sz]ations?|groups?|part(?:y|ies)|clubs?|lobb(?:y|ies)|chambers?|committees?|collectives?|syndicates?|front|bloc|caucus|society|cooperatives?|conference|assembly|forum)$/

/** "a militant spokesman": the group without a name that a modifier means. */
function groupIn(scene: Scene, { from, head }: NounPhrase): number {
  for (let t = from; t < head; t++) {
    const group = scene.entities.find(
      (e) => e.kind === 'group' && e.head !== '' && (e.head === scene.lemmas[t] || e.head === scene.norms[t]),
    )
    if (group) return group.index
  }
  return NOBODY
}

/** The tokens from which and up to which a group's name goes: "Darfur rebels"; in "a group of widows" those who are counted. */
function groupName(scene: Scene, i: number): { name: number; to: number } {
  const { nounPhrases, norms, lemmas, entityOf } = scene
  const np = nounPhrases[i]!
  if (COUNTING.has(lemmas[np.head]!) && norms[np.to] === 'of') {
    let p = scene.phraseFrom(np.to + 1)
    const first = p
    while (p >= 0 && norms[nounPhrases[p]!.to] === 'of' && scene.phraseFrom(nounPhrases[p]!.to + 1) >= 0)
      p = scene.phraseFrom(nounPhrases[p]!.to + 1)
    if (first >= 0 && entityOf[first]! < 0) return { name: afterDeterminer(scene, first), to: nounPhrases[p]!.to }
  }
  return { name: afterDeterminer(scene, i), to: np.head + 1 }
}

/** The lemma of the phrase's head if it is an office, a group or a nominal of an actor; else ''. */
export function roleHead(scene: Scene, i: number): string {
  const { norms, lemmas, nounPhrases } = scene
  const head = nounPhrases[i]!.head
  const lemma = lemmas[head]!
  return OFFICIAL.has(norms[head]!) || OFFICIAL.has(lemma) || OWN.has(lemma) || GROUP.has(norms[head]!) || GROUP.has(lemma)
    ? lemma
    : ''
}

/** The noun that says what a group is: `rebel` of "rebel groups" and of "Darfur rebels". */
function effectiveHead(scene: Scene, i: number): string {
  const { norms, lemmas, nounPhrases } = scene
  const np = nounPhrases[i]!
  const lemma = lemmas[np.head]!
  if (!VAGUE_GROUPS.has(lemma)) return lemma
  const before = np.head - 1
  return before >= np.from && (GROUP.has(norms[before]!) || GROUP.has(`${norms[before]!}s`) || GROUP.has(lemmas[before]!))
    ? lemmas[before]!
    : lemma
}

/** Whether a group's name says where it is from or whose it is, by a capital inside. */
function namesOrigin(core: string): boolean {
  return core
    .split(' ')
    .slice(0, -1)
    .some((w) => startsUpper(w) && !GROUP.has(w.toLowerCase()) && !GROUP.has(`${w.toLowerCase()}s`))
}
