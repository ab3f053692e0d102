import { roles } from '../data'
import type { Document } from '../document/document'
import type { Syntax } from '../document/clauses'
import { speechKind } from '../document/clauses'
import type { Actor, ActorKind, IsoDate } from '../types'
import type { ActorMention, Entity, Via } from './entities'
import { NOBODY, SPEAKER } from './entities'
import type { Lexicon } from './lexicon'
import { personBySurname, principalOf } from './lexicon'
import type { NameHit } from './names'
import { sameName } from './variants'

/** Who is who in a document. */
export interface ActorMentions {
  readonly entities: readonly Entity[]
  /** In reading order. */
  readonly mentions: readonly ActorMention[]
  /** For each noun phrase: index of its entity, `NOBODY`, or `SPEAKER`. */
  readonly entityOf: Int32Array
  /** For each noun phrase, the entity of its possessor ("its acceptance", "Ottawa's attendance"), `NOBODY`, or `SPEAKER`. */
  readonly ownerOf: Int32Array
  /** Token ranges of listed names, whether they act there or not ("in Kabul"): places of talks are read from them. */
  readonly names: readonly NameHit[]
}

const OFFICIAL = new Set(roles.official)
const OWN = new Set(roles.own)
const GROUP = new Set(roles.group)
const TITLES = new Set(roles.titles.map((t) => t.toLowerCase()))
const LOCATIVE = new Set(['in', 'at', 'near', 'outside', 'around', 'across', 'through', 'inside', 'into', 'within', 'throughout', 'beyond', 'under', 'over', 'along', 'toward', 'towards', 'via', 'reach', 'on', 'off', 'past', 'onto'])
const MOTION = new Set(['leave', 'visit', 'reach', 'enter', 'tour', 'arrive', 'fly', 'travel', 'go', 'return', 'come', 'head', 'depart', 'land', 'flee', 'storm', 'seize', 'capture', 'bomb', 'surround', 'march', 'drive', 'send', 'move', 'dispatch', 'bring', 'take', 'trip', 'visit', 'flight', 'way', 'journey', 'invite', 'summon', 'host', 'welcome'])
const HE = new Set(['he', 'him', 'his', 'himself'])
const SHE = new Set(['she', 'her', 'hers', 'herself'])
const IT = new Set(['it', 'its', 'itself'])
const THEY = new Set(['they', 'them', 'their', 'themselves', 'theirs'])
const WE = new Set(['we', 'us', 'our', 'i', 'me', 'my', 'ours', 'ourselves', 'myself'])
const FORMER = new Set(['former', 'ex', 'ex-', 'then', 'late', 'retired', 'opposition', 'dissident', 'exiled', 'ousted', 'onetime', 'ex-president', 'ex-minister', 'independent'])
const GROUP_NOMINALS = new Set(['group', 'movement', 'faction', 'militia', 'organisation', 'organization', 'front', 'insurgents', 'militants', 'rebels', 'fighters', 'guerrillas', 'militia'])
const STATE_NOMINALS = new Set(['government', 'ministry', 'country', 'administration', 'authorities', 'state', 'nation', 'palace', 'presidency', 'embassy', 'cabinet', 'republic', 'regime', 'kingdom', 'president', 'minister', 'delegation'])
const BODY_NOMINALS = new Set(['party', 'council', 'network', 'body', 'bloc', 'alliance', 'coalition', 'union', 'commission', 'committee', 'parliament', 'house', 'agency', 'federation', 'association', 'league', 'company', 'mission', 'organisation', 'organization', 'collective', 'campaign', 'institute', 'chamber', 'confederation', 'charity', 'club', 'board'])
const ORGANISATION_WORDS = new Set('party council network movement front union commission committee organisation organization association alliance coalition institute foundation federation league society congress assembly parliament jirga majlis senate house bloc international watch army group agency authority council jamiat hezb hizb jabha confederation chamber forum brotherhood collective campaign initiative centre center university fund bank ministry department office'.split(' '))
/** Offices that are bodies, not persons. */
const BODIES = new Set('ministry embassy government cabinet administration delegation team mission authority palace presidency office leadership side army military force forces consulate troop troops department agency secretariat bureau regime state foreign-office leadership camp court council committee commission police navy service'.split(' '))
const GENERIC_OFFICE = new Set('presidential foreign prime interior defence defense state national security deputy vice first high supreme federal royal ministry minister office affairs external justice finance home general chief special acting central interim'.split(' '))
const HEAD_ROLE = /^(speaker|member|head|chief|leader|deputy|chairman|chairwoman|chair|commander|director|secretary|adviser|aide|president|founder|coordinator|spokesman|spokeswoman|spokesperson)$/
const FEMALE_TITLES = new Set(['mrs', 'ms', 'madam', 'lady', 'queen', 'mrs.', 'ms.', 'spokeswoman', 'congresswoman', 'chairwoman', 'princess'])
const MALE_TITLES = new Set(['mr', 'mr.', 'sir', 'king', 'mullah', 'mawlawi', 'haji', 'sheikh', 'maulana', 'spokesman', 'congressman', 'chairman', 'prince', 'ayatollah', 'pope'])
const SINGULAR_DETERMINERS = new Set(['a', 'an', 'one', 'another'])

/** Finds the actors that a document names, by listed names, offices, names learned in the text, nominals and pronouns. */
export function findActors(document: Document, syntax: Syntax, lexicon: Lexicon, names: readonly NameHit[], day: IsoDate | undefined): ActorMentions {
  const { words, norms, lemmas, pos } = document
  const { nounPhrases, clauses } = syntax
  const nameAt = new Int32Array(document.length).fill(-1)
  names.forEach((hit, i) => {
    for (let t = hit.from; t < hit.to; t++) nameAt[t] = i
  })

  const entities: Entity[] = []
  const byId = new Map<string, number>()
  const mentions: ActorMention[] = []
  const entityOf = new Int32Array(nounPhrases.length).fill(NOBODY)
  const personOf = new Uint8Array(nounPhrases.length)
  const owners = new Int32Array(nounPhrases.length).fill(NOBODY)
  /** Names learned in this text: full names, surnames, acronyms. */
  const learned = new Map<string, { entity: number; person: boolean }>()
  const recency: { entity: number; np: number; person: boolean; plural: boolean; subject: boolean; sentence: number }[] = []
  const subjects = new Set<number>()
  for (const clause of clauses) {
    if (clause.subject >= 0 && clause.relation !== 'relative') subjects.add(clause.subject)
    if (clause.agent >= 0) subjects.add(clause.agent)
  }
  for (let k = 0; k < nounPhrases.length; k++) {
    const left = syntax.conjunctOf[k]!
    if (left >= 0 && subjects.has(left)) subjects.add(k)
  }

  // twice: a surname may stand before the full name that explains it
  for (let i = 0; i < nounPhrases.length; i++) resolve(i)
  mentions.length = 0
  recency.length = 0
  entityOf.fill(NOBODY)
  personOf.fill(0)
  for (let i = 0; i < nounPhrases.length; i++) resolve(i)
  takeFromNeighbours()
  return { entities, mentions, entityOf, ownerOf: owners, names }

  /** "The speaker of the house, X, said" and "one of his advisers said": the head takes the actor of what explains it. */
  function takeFromNeighbours(): void {
    for (let i = 0; i < nounPhrases.length; i++) {
      const left = syntax.appositionOf[i]!
      if (left >= 0 && entityOf[left] === NOBODY && entityOf[i]! >= 0 && personOf[i]) entityOf[left] = entityOf[i]!
      const np = nounPhrases[i]!
      if (entityOf[i] === NOBODY && /^(one|some|many|most|several|members|part|all|both|two|three|four|none)$/.test(norms[np.head]!) && norms[np.to] === 'of') {
        let p = syntax.phraseOf[np.to + 1] ?? -1
        while (p >= 0 && p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
        if (p >= 0 && entityOf[p]! >= 0) entityOf[i] = entityOf[p]!
      }
    }
  }
  function entity(id: string, name: string, kind: ActorKind, actor: Actor | undefined, head = ''): number {
    const known = byId.get(id)
    if (known !== undefined) return known
    entities.push({ index: entities.length, id, name, kind, actor, gender: actor?.gender, head })
    byId.set(id, entities.length - 1)
    return entities.length - 1
  }
  function listed(actor: Actor): number {
    const principal = principalOf(lexicon, actor, day)
    return entity(principal.id, principal.name, principal.kind, principal)
  }
  function mention(np: number, target: number, via: Via, person: boolean, from = nounPhrases[np]!.from, to = nounPhrases[np]!.to): void {
    entityOf[np] = target
    personOf[np] = person ? 1 : 0
    if (target < 0) return
    let start = from
    while (start < to - 1 && (pos[start] === 'DET' || pos[start] === 'PUNCT')) start++
    if (via === 'nominal') start = from
    mentions.push({ entity: target, from: start, to, via, person, phrase: np })
    addInner(np, target, start, to)
    const plural = isPlural(nounPhrases[np]!.head)
    recency.push({ entity: target, np, person, plural, subject: subjects.has(np), sentence: document.sentenceOf[from]! })
  }
  /** Listed names inside a phrase that stand for the same actor: "Taliban" in "Taliban spokesman X". */
  function addInner(np: number, target: number, from: number, to: number): void {
    for (let t = nounPhrases[np]!.from; t < nounPhrases[np]!.to; t++) {
      const hit = nameAt[t]! >= 0 ? names[nameAt[t]!]! : undefined
      if (!hit || hit.from !== t || (hit.from >= from && hit.to <= to && hit.to - hit.from === to - from)) continue
      const actor = hit.senses.find((x) => x.type === 'alias' || x.type === 'metonym')?.actor
      if (actor && listed(actor) === target) mentions.push({ entity: target, from: hit.from, to: hit.to, via: 'alias', person: actor.kind === 'person', phrase: np })
    }
  }
  function isPlural(token: number): boolean {
    return norms[token] !== lemmas[token] && norms[token]!.endsWith('s')
  }

  function resolve(i: number): void {
    const np = nounPhrases[i]!
    if (np.temporal) return
    const head = np.head
    const norm = norms[head]!
    const tag = pos[head]!
    if (np.to - np.from === 1 && words[head] !== 'US' && (tag === 'PRON' || HE.has(norm) || SHE.has(norm) || THEY.has(norm) || WE.has(norm) || IT.has(norm))) {
      const found = pronoun(norm, i)
      if (found === SPEAKER) entityOf[i] = SPEAKER
      else if (found >= 0) mention(i, found, 'pronoun', HE.has(norm) || SHE.has(norm))
      return
    }
    owners[i] = ownerOf(i, np.to)
    const own = named(i)
    if (own) return
    nominal(i)
  }

  /** Names in the phrase: listed, learned, or new. */
  function named(i: number): boolean {
    const np = nounPhrases[i]!
    const hitIndex = nameAt[np.head]!
    const hit = hitIndex >= 0 ? names[hitIndex]! : undefined
    const nameFrom = nameStart(i)
    const roleInfo = readRole(i, nameFrom)
    // a personal or organisation name at the end of the phrase
    if (hit && hit.from >= np.from - 1) {
      const senses = hit.senses
      if (senses.some((s) => s.type === 'outlet' || s.type === 'phrase')) return true
      const alias = senses.find((s) => s.type === 'alias')
      if (alias?.actor) {
        const actor = alias.actor
        if (actor.kind === 'person') {
          const target = roleInfo.own ? personEntity(actor.name, actor) : roleInfo.principal >= 0 && roleInfo.official ? roleInfo.principal : listed(actor)
          learn(words.slice(hit.from, hit.to), target, true, actor.gender)
          const nameless = introducedBy(i)
          if (nameless >= 0 && nameless !== target) merge(nameless, target)
          mention(i, target, 'alias', true, hit.from, hit.to)
          return true
        }
        if (actor.kind === 'state' && placeUse(i)) return true
        const owner = np.possessor >= 0 ? entityOf[np.possessor]! : NOBODY
        if (owner >= 0 && actor.partOf !== undefined && OFFICIAL.has(norms[np.head]!) && entities[owner]!.kind === 'state') {
          // "Pakistan's Foreign Office"
          mention(i, owner, 'nominal', false)
          return true
        }
        mention(i, listed(actor), 'alias', false, hit.from, hit.to)
        return true
      }
      const metonym = senses.find((s) => s.type === 'metonym')
      if (metonym?.actor) {
        if (placeUse(i) || metonymIsPlace(i)) return true
        mention(i, listed(metonym.actor), 'alias', false)
        return true
      }
      const demonym = senses.find((s) => s.type === 'demonym')
      if (demonym?.actor && np.to - hit.to === 0 && roleHead(i) === '') {
        // "the Russians", "the Afghans"
        if (norms[np.head] !== lemmas[np.head] || norms[np.head]!.endsWith('s') || pos[np.from] === 'DET') {
          if (np.preposition >= 0 && LOCATIVE.has(norms[np.preposition]!)) return true
          mention(i, listed(demonym.actor), 'alias', false)
          return true
        }
        return true
      }
    }
    if (nameFrom < 0) return false
    if (np.preposition > 0 && norms[np.preposition] === 'of' && /^(ministry|minister|department|office|secretary|committee|board|bureau)$/.test(norms[np.preposition - 1]!)) return true
    if (isPartOfName(i)) return true
    const nameWords = fullName(i, nameFrom)
    const key = nameWords.join(' ')
    const known = lookUp(nameWords)
    if (known) {
      let target = known.entity
      if (roleInfo.official && roleInfo.principal >= 0 && !roleInfo.own && known.person) {
        target = roleInfo.principal
        learn(nameWords, target, true)
      }
      mention(i, target, 'alias', known.person)
      return true
    }
    const bySurname = nameWords.length === 1 && !roleInfo.own ? personBySurname(lexicon, nameWords[0]!, day) : undefined
    if (bySurname && (subjects.has(i) || np.possessor >= 0 || roleInfo.title !== '' || norms[np.to] === ':')) {
      const target = listed(bySurname)
      learn([...nameWords], target, true, bySurname.gender)
      mention(i, target, 'alias', true)
      return true
    }
    if (nameWords.length === 1 && !roleInfo.official && !roleInfo.own && roleInfo.title === '' && !/^[\p{Lu}\d.&-]{2,}$/u.test(nameWords[0]!)) {
      // a single unknown name: an actor only where it acts or speaks
      if (!subjects.has(i) && np.possessor < 0) return false
      if (startsSentence(nameFrom) && !capitalElsewhere(nameFrom)) return false
    }
    const last = norms[np.head]!
    const isOrganisation = nameWords.some((w) => ORGANISATION_WORDS.has(w.toLowerCase())) || /^\p{Lu}{2,6}$/u.test(last.toUpperCase() === words[np.head] ? words[np.head]! : '')
    const apposition = appositionRole(i)
    if (!isOrganisation && (roleInfo.principal >= 0 || (apposition && apposition.principal >= 0)) && !(roleInfo.own || apposition?.own)) {
      const principal = roleInfo.principal >= 0 && (roleInfo.official || roleInfo.title !== '') ? roleInfo.principal : apposition && apposition.official ? apposition.principal : -1
      if (principal >= 0) {
        learn(nameWords, principal, true)
        mention(i, principal, 'unlisted', true)
        return true
      }
    }
    if (isOrganisation && !roleInfo.official) {
      const full = longName(i, key)
      const target = entity(`local:${full.toLowerCase()}`, full, 'organisation', undefined)
      learn(nameWords, target, false)
      if (full !== key) learn(full.split(' '), target, false)
      mention(i, target, 'unlisted', false)
      return true
    }
    if (looksLikePlace(i, roleInfo)) return true
    if (norms[np.to] === 'of' && !roleInfo.own) {
      // "Amina Popal of the Afghan Women's Network"
      let p = syntax.phraseOf[np.to + 1] ?? -1
      while (p >= 0 && p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
      const body = p >= 0 ? phraseEntity(p) : -1
      if (body >= 0 && (entities[body]!.kind === 'organisation' || entities[body]!.kind === 'group')) {
        learn(nameWords, body, true)
        mention(i, body, 'unlisted', true)
        return true
      }
    }
    const gender = genderOf(i)
    const introduced = introducedBy(i)
    if (introduced >= 0) entities[introduced]!.name = key
    const target = introduced >= 0 ? introduced : personEntity(key, undefined)
    if (gender) entities[target]!.gender = gender
    learn(nameWords, target, true, gender)
    mention(i, target, 'unlisted', true)
    return true
  }

  /** "a former official, X": the nameless person that this name is in apposition to. */
  function introducedBy(i: number): number {
    const left = syntax.appositionOf[i]!
    if (left < 0) return NOBODY
    const e = entityOf[left]!
    return e >= 0 && entities[e]!.id.startsWith('local:') && entities[e]!.kind === 'person' && entities[e]!.head !== '' ? e : NOBODY
  }

  /** What was said of one entity is said of another. */
  function merge(from: number, into: number): void {
    for (let k = 0; k < entityOf.length; k++) if (entityOf[k] === from) entityOf[k] = into
    for (let k = 0; k < mentions.length; k++) if (mentions[k]!.entity === from) mentions[k] = { ...mentions[k]!, entity: into }
    for (const r of recency) if (r.entity === from) r.entity = into
  }
  function startsSentence(token: number): boolean {
    return token === 0 || document.sentenceOf[token - 1] !== document.sentenceOf[token] || pos[token - 1] === 'PUNCT'
  }
  /** Is the word written with a capital inside some other sentence, or the subject of a verb of speaking? */
  function capitalElsewhere(token: number): boolean {
    const np = syntax.phraseOf[token]!
    if (clauses.some((c) => c.subject === np && speechKind(lemmas[c.verb.head]!) === 'say')) return true
    return words.some((w, t) => t !== token && w === words[token] && !startsSentence(t))
  }
  function personEntity(name: string, actor: Actor | undefined): number {
    if (actor) return entity(actor.id, actor.name, 'person', actor)
    return entity(`local:${name.toLowerCase()}`, name, 'person', undefined)
  }

  function learn(nameWords: readonly string[], target: number, person: boolean, gender?: 'female' | 'male'): void {
    const lower = nameWords.map((w) => w.toLowerCase())
    learned.set(lower.join(' '), { entity: target, person })
    if (person && lower.length > 1) learned.set(lower[lower.length - 1]!, { entity: target, person })
    if (!person && lower.length > 2) {
      const acronym = nameWords.filter((w) => /^\p{Lu}/u.test(w)).map((w) => w[0]!.toLowerCase()).join('')
      if (acronym.length > 2) learned.set(acronym, { entity: target, person })
    }
    if (gender && entities[target] && entities[target].kind === 'person') entities[target].gender = gender
  }
  function lookUp(nameWords: readonly string[]): { entity: number; person: boolean } | undefined {
    if (nameWords.length === 0) return undefined
    const lower = nameWords.map((w) => w.toLowerCase())
    const exact = learned.get(lower.join(' '))
    if (exact) return exact
    if (lower.length > 1) {
      const surname = learned.get(lower[lower.length - 1]!)
      if (surname && [...learned.keys()].some((k) => k.endsWith(lower[lower.length - 1]!) && k.split(' ')[0] === lower[0])) return surname
      for (const [key, value] of learned) if (key.includes(' ') && value.person && sameName(key, lower.join(' '))) return value
      return undefined
    }
    for (const [key, value] of learned) if (!key.includes(' ') && key.length > 3 && sameName(key, lower[0]!)) return value
    return undefined
  }

  /** "Afghan Women's" in "Afghan Women's Network": the possessor belongs to the name of an organisation. */
  function isPartOfName(i: number): boolean {
    const next = nounPhrases[i + 1]
    if (next?.possessor !== i || !/^\p{Lu}/u.test(words[next.head]!) || !ORGANISATION_WORDS.has(norms[next.head]!)) return false
    return nameAt[nounPhrases[i]!.head]! < 0 && /^\p{Lu}/u.test(words[nounPhrases[i]!.head]!)
  }
  function fullName(i: number, nameFrom: number): readonly string[] {
    const np = nounPhrases[i]!
    if (np.possessor >= 0 && isPartOfName(np.possessor)) {
      const owner = nounPhrases[np.possessor]!
      let from = owner.from
      while (from < owner.head && pos[from] === 'DET') from++
      return text(from, np.head + 1).split(/\s+/)
    }
    return words.slice(nameFrom, np.head + 1)
  }
  /** "Muslim Council of Britain": the name goes on after "of". */
  function longName(i: number, key: string): string {
    const np = nounPhrases[i]!
    if (norms[np.to] !== 'of' && norms[np.to] !== 'for') return key
    let to = np.to + 1
    while (to < document.length && (/^\p{Lu}/u.test(words[to]!) || (norms[to] === 'and' && /^\p{Lu}/u.test(words[to + 1] ?? '')))) to++
    return to > np.to + 1 ? `${key} ${words.slice(np.to, to).join(' ')}` : key
  }

  /** Token at which the trailing proper name of the phrase begins, or -1. */
  function nameStart(i: number): number {
    const np = nounPhrases[i]!
    let t = np.head
    if (pos[t] !== 'PROPN' || !/^\p{Lu}/u.test(words[t]!)) return -1
    let start = -1
    while (t >= np.from) {
      const w = words[t]!
      const lower = norms[t]!
      if (pos[t] === 'DET' || pos[t] === 'PRON') break
      if (!/^\p{Lu}/u.test(w) && !/^(al|bin|ben|van|von|de|da|del|der|ul|el|al-\p{L}+|-)$/u.test(w)) break
      const isTitle = TITLES.has(lower) || TITLES.has(`${lower}.`) || OFFICIAL.has(lower) || OWN.has(lower)
      if (isTitle && t < np.head) break
      const hit = nameAt[t]!
      const origin = hit >= 0 && names[hit]!.senses.every((x) => x.type === 'demonym')
      if (origin && t < np.head && ORGANISATION_WORDS.has(norms[np.head]!) && !OFFICIAL.has(norms[np.head]!)) {
        start = t
        t--
        continue
      }
      if (hit >= 0 && names[hit]!.to <= np.head && names[hit]!.senses.some((s) => s.type !== 'phrase' && s.type !== 'outlet' && s.actor?.kind !== 'person')) break
      start = t
      t--
    }
    if (start >= 0 && OFFICIAL.has(norms[np.head]!) && allGeneric(start, np.head)) return -1
    if (start === np.head && (/^(pm|fm|mp|mps|govt|gov't|party)$/.test(norms[start]!) || OFFICIAL.has(norms[start]!) || OWN.has(norms[start]!) || GROUP.has(norms[start]!))) return -1
    return start
  }

  /** "Presidential Palace", "Foreign Office": an office in capitals, not a name. */
  function allGeneric(from: number, head: number): boolean {
    for (let t = from; t < head; t++) if (!GENERIC_OFFICE.has(norms[t]!)) return false
    return true
  }
  interface Role {
    official: boolean
    own: boolean
    principal: number
    title: string
  }
  /** The office in front of a name or in the phrase, and for whom it speaks. */
  function readRole(i: number, before: number): Role {
    const np = nounPhrases[i]!
    const role: Role = { official: false, own: false, principal: -1, title: '' }
    const end = before >= 0 ? before : np.to
    const owner = ownerOf(i, end)
    for (let t = np.from; t < end; t++) {
      const lower = norms[t]!
      const lemma = lemmas[t]!
      if ((FORMER.has(lower) || lower.startsWith('ex-')) && !(lower === 'opposition' && (BODY_NOMINALS.has(lemmas[np.head]!) || GROUP.has(norms[np.head]!)))) role.own = true
      else if (OWN.has(lower) || OWN.has(lemma)) role.own = true
      else if (OFFICIAL.has(lower) || OFFICIAL.has(lemma)) role.official = true
      else if (TITLES.has(lower) || TITLES.has(`${lower}.`)) role.title = lower
      const hit = nameAt[t]!
      if (hit >= 0 && names[hit]!.from === t && names[hit]!.to <= end) {
        const actor = names[hit]!.senses.find((s) => s.actor && (s.type === 'demonym' || s.type === 'alias' || s.type === 'metonym'))?.actor
        if (actor && actor.kind !== 'person') {
          role.principal = listed(actor)
          if (actor.kind === 'state' && actor.partOf === undefined) {
            // "Russian Foreign Minister"
          } else role.official ||= actor.partOf !== undefined
        }
      }
    }
    // "its U.N. diplomats" are whose they are
    if (owner >= 0) role.principal = owner
    return role
  }
  function ownerOf(i: number, end: number): number {
    const np = nounPhrases[i]!
    const possessor = np.possessor
    if (possessor >= 0) {
      const target = entityOf[possessor]!
      return target >= 0 ? target : isPlaceName(possessor)
    }
    return pos[np.from] === 'PRON' && end > np.from ? pronoun(norms[np.from]!, i) : NOBODY
  }
  /** A possessor such as "Kabul" in "Kabul's envoy" that was read as a place. */
  function isPlaceName(i: number): number {
    const hit = nameAt[nounPhrases[i]!.head]!
    const actor = hit >= 0 ? names[hit]!.senses.find((s) => s.actor && s.type !== 'demonym')?.actor : undefined
    return actor ? listed(actor) : -1
  }

  /** "X, a member of the Houthi delegation, said": what the apposition to the right says of the name. */
  function appositionRole(i: number): Role | undefined {
    const np = nounPhrases[i]!
    let t = np.to
    if (norms[t] !== ',' && norms[t] !== '(') {
      // "Habiba Sarabi, ..." only; a role may also precede: "the head of the Taliban delegation, X"
      const left = syntax.appositionOf[i]!
      return left >= 0 ? roleOfPhrase(left) : undefined
    }
    t++
    while (t < document.length && (pos[t] === 'DET' || pos[t] === 'ADJ' || pos[t] === 'ADV') && syntax.phraseOf[t]! < 0) t++
    let next = syntax.phraseOf[t] ?? -1
    if (norms[t] === 'who' || norms[t] === 'whose') {
      // "X, who leads the Houthi delegation" / "who is running for"
      const verb = syntax.clauses.find((c) => c.marker === t)
      if (verb && /^(lead|head|speak|represent|chair|command|run|act)$/.test(lemmas[verb.verb.head]!)) {
        let p = -1
        for (let u = verb.verb.to; u < Math.min(verb.verb.to + 6, document.length); u++) if (syntax.phraseOf[u]! >= 0) {
          p = syntax.phraseOf[u]!
          while (p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
          break
        }
        if (p >= 0) {
          const role = roleOfPhrase(p)
          const speaksFor = norms[verb.verb.to] === 'for'
          return { ...role, official: role.official || speaksFor || role.principal >= 0, principal: role.principal >= 0 ? role.principal : speaksFor ? phraseEntity(p) : role.principal }
        }
      }
      return undefined
    }
    if (next < 0) {
      const left = syntax.appositionOf[i]!
      return left >= 0 ? roleOfPhrase(left) : undefined
    }
    // possessors come first: "Afghanistan's deputy foreign minister"
    while (next + 1 < nounPhrases.length && nounPhrases[next + 1]!.possessor === next) next++
    if (nounPhrases[next]!.from - np.to > 4 + (nounPhrases[next]!.possessor >= 0 ? 6 : 0)) return undefined
    return roleOfPhrase(next)
  }

  /** Reads an office with the names after its prepositions: "the deputy head of the council", "spokesman for the Taliban". */
  function roleOfPhrase(i: number): Role {
    const role = readRole(i, -1)
    const head = lemmas[nounPhrases[i]!.head]!
    const headIsRole = OFFICIAL.has(head) || OFFICIAL.has(norms[nounPhrases[i]!.head]!) || HEAD_ROLE.test(head)
    if (headIsRole) role.official = true
    let at = nounPhrases[i]!.to
    for (let step = 0; step < 3; step++) {
      const prep = norms[at]
      if (prep !== 'of' && prep !== 'for' && prep !== 'from' && prep !== 'at' && prep !== 'in' && prep !== 'to' && prep !== 'on') break
      let p = syntax.phraseOf[at + 1] ?? -1
      if (p < 0) break
      while (p + 1 < nounPhrases.length && nounPhrases[p + 1]!.possessor === p) p++
      if ((prep !== 'to' || /^(adviser|advisor|aide|assistant|deputy)$/.test(head)) && prep !== 'on' && role.principal < 0) {
        const inner = phraseEntity(p)
        if (inner >= 0 && (prep !== 'in' || headIsRole)) role.principal = inner
        else if (prep === 'in' && isPlaceName(p) >= 0 && headIsRole) role.principal = isPlaceName(p)
      }
      if (prep === 'to' || prep === 'on') break
      at = nounPhrases[p]!.to
    }
    return role
  }
  /** The entity of a phrase that may lie ahead of the reading position. */
  function phraseEntity(p: number): number {
    if (entityOf[p]! >= 0) return entityOf[p]!
    const np = nounPhrases[p]!
    for (let t = np.to - 1; t >= np.from; t--) {
      const hit = nameAt[t]!
      if (hit < 0) continue
      const sense = names[hit]!.senses.find((s) => s.actor)
      if (sense?.actor) return listed(sense.actor)
    }
    if (np.possessor >= 0) return phraseEntity(np.possessor)
    if (STATE_NOMINALS.has(lemmas[np.head]!) && norms[np.from] === 'the') {
      const back = resume(lemmas[np.head]!, norms[np.head]!, p)
      if (back >= 0) return back
    }
    const known = lookUp(words.slice(np.from, np.to).filter((w) => /^\p{Lu}/u.test(w)))
    if (known) return known.entity
    const from = nameStart(p)
    if (from >= 0 && np.head - from >= 1) {
      const key = words.slice(from, np.head + 1).join(' ')
      if (key.split(' ').some((w) => ORGANISATION_WORDS.has(w.toLowerCase()))) {
        const target = entity(`local:${key.toLowerCase()}`, key, 'organisation', undefined)
        learn(key.split(' '), target, false)
        return target
      }
    }
    return -1
  }

  /** The lemma of the phrase's head if it is an office, a group or a nominal of an actor; else ''. */
  function roleHead(i: number): string {
    const head = nounPhrases[i]!.head
    const lemma = lemmas[head]!
    return OFFICIAL.has(norms[head]!) || OFFICIAL.has(lemma) || OWN.has(lemma) || GROUP.has(norms[head]!) || GROUP.has(lemma) ? lemma : ''
  }

  /** Phrases with a common noun as head: "Iranian officials", "the group", "Darfur rebels", "the embassy". */
  function nominal(i: number): void {
    const np = nounPhrases[i]!
    const head = np.head
    const lemma = lemmas[head]!
    const norm = norms[head]!
    const official = OFFICIAL.has(norm) || OFFICIAL.has(lemma) || HEAD_ROLE.test(lemma)
    const group = GROUP.has(norm) || GROUP.has(lemma)
    const own = OWN.has(norm) || OWN.has(lemma)
    const definite = norms[np.from] === 'the' || norms[np.from] === 'this' || norms[np.from] === 'that' || norms[np.from] === 'these'
    const role = roleOfPhrase(i)
    const bare = np.to - np.from <= 2 && definite
    // "X, a lecturer in Kabul": the same person
    const left = syntax.appositionOf[i]!
    if (left >= 0 && entityOf[left]! >= 0 && personOf[left] && (official || own || role.own || norms[np.from] === 'a' || norms[np.from] === 'an')) {
      return mention(i, entityOf[left]!, 'nominal', true)
    }
    if (own || role.own) {
      if (!subjects.has(i) && !definite) return
      if (definite && bare) {
        const last = recency.slice().reverse().find((r) => r.person && entities[r.entity]!.kind === 'person')
        if (last) return mention(i, last.entity, 'nominal', true)
      }
      if (!subjects.has(i)) return
      const name = text(np.from, np.to)
      return mention(i, entity(`local:${name.toLowerCase()}`, name, isPlural(head) ? 'group' : 'person', undefined, lemma), 'unlisted', !isPlural(head))
    }
    if (official && role.principal >= 0) {
      const person = isPersonRole(lemma) && !isPlural(head)
      return mention(i, role.principal, np.to - np.from > 1 ? 'nominal' : 'nominal', person)
    }
    if (definite || (np.possessor < 0 && pos[np.from] === 'PRON')) {
      const nominalOf = recency.slice().reverse().find((r) => entities[r.entity]!.actor?.nominals?.some((n) => n === text(np.from, np.to).toLowerCase()))
      if (nominalOf) return mention(i, nominalOf.entity, 'nominal', false)
    }
    if (pos[np.from] === 'PRON' && (official || STATE_NOMINALS.has(lemma) || BODY_NOMINALS.has(lemma) || GROUP_NOMINALS.has(norm) || /^(men|people|colleague|side|representative|office|member|leader)$/.test(lemma))) {
      const target = pronoun(norms[np.from]!, i)
      if (target === SPEAKER) {
        entityOf[i] = SPEAKER
        return
      }
      if (target >= 0) return mention(i, target, 'nominal', isPersonRole(lemma) && !isPlural(head))
    }
    if (definite && (bare || (official && np.to - np.from <= 4 && STATE_NOMINALS.has(lemma)))) {
      const back = resume(lemma, norm, i)
      if (back >= 0) return mention(i, back, 'nominal', isPersonRole(lemma) && !isPlural(head))
    }
    if (group || (official && /^(leaders?|troops|forces|army|military)$/.test(norm))) {
      // "Taliban fighters" belong to the Taliban, "Darfur rebels" stand by themselves
      if (role.principal >= 0 && entities[role.principal]!.kind !== 'state' && entities[role.principal]!.id !== 'afghan-government') return mention(i, role.principal, 'nominal', false)
      const core = coreOf(i)
      const kindWord = effectiveHead(i)
      const previous = entities.find((e) => e.head === kindWord && e.kind === 'group' && (e.name.toLowerCase() === core.toLowerCase() || !namesOrigin(core) || !namesOrigin(e.name)))
      if (previous) return mention(i, previous.index, 'nominal', false)
      if (np.to - np.from >= 2 || subjects.has(i)) {
        return mention(i, entity(`local:${core.toLowerCase()}`, core, 'group', undefined, kindWord), 'unlisted', false)
      }
      return
    }
    if (official && role.principal < 0) {
      // "a militant spokesman"
      for (let t = np.from; t < head; t++) {
        const group = entities.find((e) => e.kind === 'group' && e.head !== '' && (e.head === lemmas[t] || e.head === norms[t]))
        if (group) return mention(i, group.index, 'nominal', isPersonRole(lemma) && !isPlural(head))
      }
    }
    if (official && subjects.has(i) && definite && !isPlural(head)) {
      const back = resume(lemma, norm, i)
      if (back >= 0) return mention(i, back, 'nominal', isPersonRole(lemma) && !isPlural(head))
    }
  }

  /** The noun that says what a group is: `rebel` of "rebel groups" and of "Darfur rebels". */
  function effectiveHead(i: number): string {
    const np = nounPhrases[i]!
    const lemma = lemmas[np.head]!
    if (!/^(group|leader|fighter|force|faction|member|commander|movement|delegate|negotiator|spokesman|side|team)$/.test(lemma)) return lemma
    const before = np.head - 1
    return before >= np.from && (GROUP.has(norms[before]!) || GROUP.has(`${norms[before]!}s`) || GROUP.has(lemmas[before]!)) ? lemmas[before]! : lemma
  }
  /** Whether a group's name says where it is from or whose it is, by a capital inside. */
  function namesOrigin(core: string): boolean {
    return core.split(' ').slice(0, -1).some((w) => /^\p{Lu}/u.test(w) && !GROUP.has(w.toLowerCase()) && !GROUP.has(`${w.toLowerCase()}s`))
  }
  function isPersonRole(lemma: string): boolean {
    return OFFICIAL.has(lemma) && !BODIES.has(lemma)
  }
  function coreOf(i: number): string {
    const np = nounPhrases[i]!
    let from = np.from
    while (from < np.head && (pos[from] === 'DET' || pos[from] === 'PRON')) from++
    return text(from, np.head + 1)
  }
  /** "the group", "the ministry", "the council": the last actor that the noun can stand for. */
  function resume(lemma: string, norm: string, i: number): number {
    const back = recency.slice().reverse().filter((r) => r.np !== i)
    const fits = (test: (e: Entity) => boolean): number => back.find((r) => test(entities[r.entity]!))?.entity ?? -1
    const sameWord = fits((e) => e.name.toLowerCase().split(/[\s-]+/).includes(norm) || (e.actor?.aliases ?? []).some((a) => (typeof a === 'string' ? a : a.text).toLowerCase().split(/[\s-]+/).includes(norm) && norm !== 'government'))
    if (GROUP_NOMINALS.has(norm)) {
      const group = fits((e) => e.kind === 'group' || (e.kind === 'organisation' && norm !== 'insurgents' && norm !== 'rebels' && norm !== 'militants'))
      return group >= 0 ? group : groupOfText(nounPhrases[i]!.from)
    }
    if (BODY_NOMINALS.has(lemma)) return sameWord >= 0 && entities[sameWord]!.kind !== 'state' ? sameWord : fits((e) => e.kind === 'organisation' || (lemma !== 'mission' && e.kind === 'group'))
    if (STATE_NOMINALS.has(lemma)) {
      const state = fits((e) => e.kind === 'state' || e.id.endsWith('government'))
      if (state >= 0) return state
      const named = stateOfText(nounPhrases[i]!.from)
      return named >= 0 ? named : stateAhead(nounPhrases[i]!.to)
    }
    if (OFFICIAL.has(lemma)) {
      // "the minister", "the spokesman": the person who was introduced with that office
      for (const r of back) {
        if (!r.person) continue
        const np = nounPhrases[r.np]!
        for (let t = np.from; t < np.to + 6 && t < document.length; t++) if (lemmas[t] === lemma) return r.entity
      }
      const person = back.find((r) => r.person)
      return person ? person.entity : -1
    }
    return -1
  }

  /** "The Foreign Office announced that Pakistan would …": the state that the same sentence names next. */
  function stateAhead(token: number): number {
    for (const hit of names) {
      if (hit.from < token) continue
      if (document.sentenceOf[hit.from] !== document.sentenceOf[token - 1]) break
      const actor = hit.senses.find((x) => x.actor?.kind === 'state' && x.type === 'alias')?.actor
      if (actor && !LOCATIVE.has(norms[hit.from - 1]!)) return listed(actor)
    }
    return NOBODY
  }
  /** The group whose name stood last, be it as a modifier ("a former Taliban commander … the group"). */
  function groupOfText(token: number): number {
    for (let k = names.length - 1; k >= 0; k--) {
      if (names[k]!.from >= token) continue
      const actor = names[k]!.senses.find((x) => x.actor && x.type === 'alias' && x.actor.kind !== 'person' && principalOf(lexicon, x.actor, day).kind === 'group')?.actor
      if (actor) return listed(actor)
    }
    return NOBODY
  }
  /** The state whose people or places were named last ("Afghan militants … the government"). */
  function stateOfText(token: number): number {
    for (let k = names.length - 1; k >= 0; k--) {
      if (names[k]!.from >= token) continue
      const actor = names[k]!.senses.find((x) => x.actor && (x.actor.kind === 'state' || x.actor.id.endsWith('government')))?.actor
      if (actor) return listed(actor)
    }
    return NOBODY
  }
  function pronoun(norm: string, i: number): number {
    if (WE.has(norm)) return SPEAKER
    const np = nounPhrases[i]!
    const sentence = document.sentenceOf[np.from]!
    const quotation = document.quotationOf[np.from]!
    const wantPerson = HE.has(norm) || SHE.has(norm)
    const wantPlural = THEY.has(norm)
    const wantThing = IT.has(norm)
    if (!wantPerson && !wantPlural && !wantThing) return NOBODY
    const clauseOf = clauses.find((c) => c.object === i)
    const notSelf = clauseOf && clauseOf.subject >= 0 ? entityOf[clauseOf.subject]! : NOBODY
    let best = NOBODY
    let bestCost = Infinity
    for (let k = recency.length - 1; k >= 0; k--) {
      const r = recency[k]!
      const distance = sentence - r.sentence
      if (distance > 4) break
      if (nounPhrases[r.np]!.from >= np.from) continue
      const e = entities[r.entity]!
      if (r.entity === notSelf && notSelf >= 0) continue
      if (wantPerson) {
        if (!r.person) continue
        const gender = genderOfMention(r.np, e)
        if (gender && gender !== (HE.has(norm) ? 'male' : 'female')) continue
      }
      if (wantThing && (r.person || (r.plural && e.kind === 'group'))) continue
      if (wantPlural && r.person) continue
      if (wantPlural && e.kind === 'state' && !r.plural) {
        if (distance > 1) continue
      }
      // words in a quotation do not speak of the one who speaks them in the third person
      let cost = distance * 2 + (r.subject ? 0 : 1.2) + (recency.length - 1 - k) * 0.05
      if (quotation >= 0 && document.quotationOf[nounPhrases[r.np]!.from] !== quotation) cost += 0.5
      if (wantPlural && !(r.plural || e.kind === 'group')) cost += 1
      if (wantThing && e.kind === 'group') cost += 0.3
      if (cost < bestCost) {
        bestCost = cost
        best = r.entity
      }
    }
    return best
  }
  function genderOf(i: number): 'female' | 'male' | undefined {
    const np = nounPhrases[i]!
    for (let t = np.from; t < np.to; t++) {
      if (FEMALE_TITLES.has(norms[t]!)) return 'female'
      if (MALE_TITLES.has(norms[t]!)) return 'male'
    }
    return undefined
  }
  function genderOfMention(i: number, e: Entity): 'female' | 'male' | undefined {
    return genderOf(i) ?? (e.kind === 'person' ? e.gender : undefined)
  }

  /** "in Kabul", "to Moscow": the name is a place there. */
  function placeUse(i: number): boolean {
    const np = nounPhrases[i]!
    if (np.preposition < 0) return false
    const prep = norms[np.preposition]!
    if (/^(for|to|on)$/.test(prep) && np.preposition > 0 && /^(envoy|representative|ambassador|rapporteur|mission)$/.test(lemmas[np.preposition - 1]!)) return true
    return LOCATIVE.has(prep) || prep === 'from' && np.possessor < 0 && motionBefore(np.preposition) || (prep === 'to' && motionBefore(np.preposition))
  }
  function motionBefore(token: number): boolean {
    for (let t = token - 1; t >= Math.max(0, token - 4); t--) if (MOTION.has(lemmas[t]!)) return true
    return false
  }
  function metonymIsPlace(i: number): boolean {
    const np = nounPhrases[i]!
    if (np.preposition >= 0) {
      const prep = norms[np.preposition]!
      return !(prep === 'by' || prep === 'between' || prep === 'with' || prep === 'against' || prep === 'of' || prep === 'from' || prep === 'for' || prep === 'to' || prep === 'on' || prep === 'than')
    }
    // "left Moscow": the object of a verb of motion
    const verb = np.from - 1
    return verb >= 0 && pos[verb] === 'VERB' && MOTION.has(lemmas[verb]!) && !/^(invite|summon|welcome|host|send|take|bring|move)$/.test(lemmas[verb]!)
  }
  function looksLikePlace(i: number, role: Role): boolean {
    const np = nounPhrases[i]!
    if (role.official || role.own || role.title) return false
    if (np.preposition >= 0 && /^(in|at|near|to|from|into|around|outside|via|of|on|for|through|across|over|towards|between|with|against|about|after|before|since|under)$/.test(norms[np.preposition]!)) {
      // named persons after "with", "for", "of" are actors only if they are more than one word
      return !(np.head - nameStart(i) >= 1 && /^(with|between|for|of|by|from|to|against)$/.test(norms[np.preposition]!))
    }
    if (subjects.has(i)) return false
    return np.head - nameStart(i) < 1
  }
  function text(from: number, to: number): string {
    return document.text.slice(document.start[from]!, document.end[to - 1]!)
  }
}
