import { clauseIndex } from '../document/clause-index'
import { commonWords } from '../document/tokenize'
import { roleHead } from './nominals'
import { mayAct } from './unnamed'
import {
  BODY_NOMINALS,
  GENERIC_OFFICE,
  GROUP_NOMINALS,
  HEAD_ROLE,
  LOCATIVE,
  OFFICIAL,
  ORGANISATION_WORDS,
  OWN,
  TITLE_FORMS,
  TITLES,
} from './vocabulary'
import { NOBODY } from './entities'
import { isEventHead, singular } from './event-words'
import { personBySurname } from './lexicon'
import { fullNameStart, isPartOfName, longNameEnd, nameStart } from './name-shapes'
import { looksLikePlace, metonymIsPlace, placeUse } from './places'
import { bodyBehindKind, nameBehindKind } from './bodies'
import { genderOf } from './pronouns'
import { appositionRole, readRole } from './actor-roles'
import type { NameHit } from './names'
import { principalOfName, teamOf } from './spoken-for'
import type { Scene } from './scene'
import type { Actor } from '../types'
import type { Role } from './actor-roles'

/** Names in the phrase: listed, learned, or new. */
export function named(scene: Scene, i: number): boolean {
  const { lexicon, names, day, words, norms, lemmas, pos, nounPhrases, nameAt, entities, entityOf, subjects } = scene
  const np = nounPhrases[i]!
  const hitIndex = nameAt[np.head]!
  const hit = hitIndex >= 0 && !isNamesake(scene, i, names[hitIndex]!) ? names[hitIndex]! : undefined
  const nameFrom = nameStart(scene, i)
  const roleInfo = readRole(scene, i, nameFrom)
  const outer = scene.inName[np.head]!
  if (outer >= 0) {
    entityOf[i] = entityOf[outer]!
    return true
  }
  const spelled = scene.acronyms.get(words[np.head]!)
  if (spelled !== undefined) {
    scene.mention(i, spelled, 'alias', false, np.head, np.head + 1)
    return true
  }
  const behind = nameBehindKind(scene, i)
  if (behind >= 0) {
    const nameless = introducedBy(scene, i)
    const unnamed = nameless >= 0 && entities[nameless]!.kind === 'group' && !scene.lookUp(words.slice(behind, np.to))
    const body = unnamed ? nameless : bodyBehindKind(scene, i)
    if (unnamed) {
      Object.assign(entities[body]!, { name: scene.text(behind, np.to), faint: false, head: '' })
      scene.learn(words.slice(behind, np.to), body, false)
    }
    scene.mention(i, body, 'unlisted', false, behind, np.to)
    return true
  }
  // a personal or organisation name at the end of the phrase
  if (hit && hit.to > np.to && nounPhrases[i + 1]?.possessor === i && hit.to > nounPhrases[i + 1]!.head) return true // "Pakistan's" of "Pakistan's Foreign Office"
  if (hit && hit.from >= (np.possessor >= 0 ? nounPhrases[np.possessor]!.from : np.from - 1)) {
    const senses = hit.senses
    const alias = senses.find((s) => s.type === 'alias')
    if (!alias && senses.some((s) => s.type === 'outlet' || s.type === 'phrase')) {
      const name = scene.text(hit.from, hit.to)
      if (COMPANIES.test(name) && mayAct(scene, i))
        scene.mention(
          i,
          scene.entity(`local:${name.toLowerCase()}`, name, 'organisation', undefined),
          'unlisted',
          false,
          hit.from,
          hit.to,
        )
      return true
    }
    if (alias?.actor) {
      const actor = alias.actor
      if (actor.kind === 'person') {
        const target = listedPerson(scene, i, actor, roleInfo)
        scene.learn(words.slice(hit.from, hit.to), target, true, actor.gender)
        const nameless = introducedBy(scene, i)
        if (nameless >= 0 && nameless !== target && entities[nameless]!.kind === 'person') scene.merge(nameless, target)
        scene.mention(i, target, 'alias', true, hit.from, hit.to)
        return true
      }
      if (actor.kind === 'state' && placeUse(scene, i)) return true
      const owner = np.possessor >= 0 ? entityOf[np.possessor]! : NOBODY
      const isOffice = actor.partOf !== undefined && OFFICIAL.has(norms[np.head]!)
      if (
        owner >= 0 &&
        entities[owner]!.kind === 'state' &&
        (isOffice || STATE_ORGANS.test(norms.slice(hit.from, hit.to).join(' ')))
      ) {
        // "Pakistan's Foreign Office"
        scene.mention(i, owner, 'nominal', false, hit.from, hit.to)
        return true
      }
      scene.mention(i, scene.listed(actor), 'alias', false, hit.from, hit.to)
      learnAcronym(scene, i, scene.listed(actor))
      return true
    }
    const metonym = senses.find((s) => s.type === 'metonym')
    if (metonym?.actor) {
      if (placeUse(scene, i) || metonymIsPlace(scene, i)) return true
      scene.mention(i, scene.listed(metonym.actor), 'alias', false, hit.from, hit.to)
      return true
    }
    const demonym = senses.find((s) => s.type === 'demonym')
    if (demonym?.actor && np.to - hit.to === 0 && roleHead(scene, i) === '') {
      if (sharesRole(scene, i)) {
        scene.mention(i, scene.listed(demonym.actor), 'alias', false, hit.from, hit.to)
        return true
      }
      // "the Russians", "the Afghans"
      if (norms[np.head] !== lemmas[np.head] || norms[np.head]!.endsWith('s') || pos[np.from] === 'DET') {
        if (np.preposition >= 0 && LOCATIVE.has(norms[np.preposition]!)) return true
        // where a government is one party among others, its people are not it: "Afghans spoke to Afghans"
        if (pos[np.from] !== 'DET' && norms[np.preposition] !== 'by' && demonym.actor.id.endsWith('-government')) return true
        scene.mention(i, scene.listed(demonym.actor), 'alias', false, hit.from, hit.to)
        return true
      }
      return true
    }
  }
  const styled = stateStyled(scene, i)
  if (styled >= 0) {
    scene.mention(i, styled, 'nominal', false)
    return true
  }
  if (nameFrom < 0) return false
  if (isPartOfName(scene, i)) return true
  // "the Moscow Format": talks
  if (nameFrom === np.head && norms[np.head] !== 'congress' && isEventHead(singular(norms[np.head]!))) return true
  const plainStart = fullNameStart(scene, i, nameFrom)
  const start = honouredStart(scene, np.from, plainStart)
  const end = np.head + 1
  const nameWords = scene.text(start, end).split(/\s+/)
  const key = nameWords.join(' ')
  const known = scene.lookUp(nameWords) ?? (start < plainStart ? scene.lookUp(nameWords.slice(plainStart - start)) : undefined)
  if (known) {
    let target = known.entity
    if (roleInfo.official && roleInfo.principal >= 0 && !roleInfo.own && known.person) {
      target = roleInfo.principal
      scene.learn(nameWords, target, true)
    }
    scene.mention(i, target, 'alias', known.person, start, known.person ? end : longNameEnd(scene, i))
    return true
  }
  if (
    np.preposition > 0 &&
    norms[np.preposition] === 'of' &&
    /^(ministry|minister|department|office|secretary|committee|board|bureau)$/.test(norms[np.preposition - 1]!)
  )
    return true
  const bySurname = nameWords.length === 1 && !roleInfo.own ? personBySurname(lexicon, nameWords[0]!, day) : undefined
  if (bySurname && (subjects.has(i) || np.possessor >= 0 || roleInfo.title !== '' || norms[np.to] === ':')) {
    const target = scene.listed(bySurname)
    scene.learn([...nameWords], target, true, bySurname.gender)
    scene.mention(i, target, 'alias', true, start, end)
    return true
  }
  if (
    nameWords.length === 1 &&
    !roleInfo.official &&
    !roleInfo.own &&
    roleInfo.title === '' &&
    !/^[\p{Lu}\d.&-]{2,}$/u.test(nameWords[0]!)
  ) {
    // a single unknown name: an actor only where it acts or speaks
    if (np.possessor < 0 && !mayAct(scene, i) && !isExplainedAsBody(scene, i)) return false
  }
  const alone = start === np.head && np.possessor < 0 && !roleInfo.official && !roleInfo.own && roleInfo.title === ''
  const opening = alone && scene.startsSentence(start) && !scene.capitalInside(words[start]!)
  if (opening && !isExplainedAsBody(scene, i) && commonWords(words[start]!).size > 0) return false
  // a word that opens a sentence may be no name
  const labels = norms[np.to] === ':'
  const explained = isExplainedAsBody(scene, i) || (norms[np.to] === ',' && scene.syntax.appositionOf[i + 1] === i)
  const faint = alone && !labels && ((!subjects.has(i) && !explained) || (opening && !scene.speakers.has(i) && !explained))
  const last = norms[np.head]!
  const isOrganisation =
    scene.longAt[np.head]! >= start ||
    nameWords.some((w) => ORGANISATION_WORDS.has(w.toLowerCase())) ||
    (last.toUpperCase() === words[np.head] && /^\p{Lu}{2,6}$/u.test(words[np.head]!) && !(ORDINAL.test(last) && start < np.head))
  const apposition = appositionRole(scene, i)
  if (!isOrganisation && !roleInfo.own && !apposition?.own) {
    const principal = principalOfName(scene, i, roleInfo, apposition)
    if (principal >= 0) {
      scene.learn(nameWords, principal, true)
      scene.mention(i, principal, 'unlisted', true, start, end)
      return true
    }
  }
  const origin = STATE_ORGANS.test(norms.slice(start, end).join(' ')) ? readRole(scene, i, -1).principal : NOBODY
  if (origin >= 0) {
    scene.mention(i, origin, 'nominal', false)
    return true
  }
  if (isOrganisation && !roleInfo.official) {
    const to = longNameEnd(scene, i)
    const full = scene.text(start, to).replace(/\s+/g, ' ')
    const nameless = introducedBy(scene, i)
    const isGroup = nameless >= 0 && entities[nameless]!.kind === 'group'
    if (isGroup) Object.assign(entities[nameless]!, { name: full, faint: false, head: '' })
    const target = isGroup ? nameless : scene.entity(`local:${full.toLowerCase()}`, full, 'organisation', undefined)
    scene.learn(nameWords, target, false)
    if (full !== key) scene.learn(full.split(' '), target, false)
    scene.mention(i, target, 'unlisted', false, start, to)
    learnAcronym(scene, i, target)
    return true
  }
  if (!isExplainedAsBody(scene, i) && looksLikePlace(scene, i, roleInfo)) return true
  if (isPluralName(scene, i, nameWords)) {
    const target = scene.entity(`local:${key.toLowerCase()}`, key, 'group', undefined, '', faint)
    scene.learn(nameWords, target, false)
    scene.mention(i, target, 'unlisted', false, start, end)
    return true
  }
  const gender = genderOf(scene, i)
  const nameless = introducedBy(scene, i)
  const isGroup = nameless >= 0 && entities[nameless]!.kind === 'group'
  // "the deputies' union, Nacods", but not "the leaders, X and Y"
  const introduced = isGroup && scene.isPlural(nounPhrases[scene.syntax.appositionOf[i]!]!.head) ? NOBODY : nameless
  const isBody = (isGroup && introduced >= 0) || isExplainedAsBody(scene, i)
  if (introduced >= 0) Object.assign(entities[introduced]!, { name: key, faint: false })
  const target =
    introduced >= 0
      ? introduced
      : isBody
        ? scene.entity(`local:${key.toLowerCase()}`, key, 'organisation', undefined)
        : scene.personEntity(key, undefined, faint)
  if (gender) entities[target]!.gender = gender
  scene.learn(nameWords, target, !isBody, gender)
  scene.mention(i, target, 'unlisted', !isBody, start, end)
  return true
}

/** Bodies whose names hold that of a state, but act for themselves. */
const COMPANIES = /(?:^Air .*|.* Air|.*[Aa]ir(?:ways|lines?)|.* Aramco|.* Exchange|.*\bBank(?: of .*)?|.* Court)$/

/** Organs that a state has as well as the United Nations: "the Kyrgyz Security Council". */
const STATE_ORGANS = /(?:^|^\S+ )security council$/

/** "John Paul II", "James Barker III" */
const ORDINAL = /^(?:ii|iii|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi{0,3}|xx|xxi{0,3})$/

/** The token from which a name goes with the honours that belong to it: "Haji Sher Agha", "Syed Ali". */
function honouredStart({ norms, words }: Scene, from: number, start: number): number {
  while (start > from && HONOURS.test(norms[start - 1]!) && /^\p{Lu}/u.test(words[start - 1]!)) start--
  return start
}

/** Honours that are a part of the name. */
const HONOURS =
  /^(?:haji|hajji|alhaj|al-haj|syed|sayed|sayyed|sayyid|said|sheikh|shaikh|maulvi|moulvi|molvi|maulavi|mawlavi|mawlawi|mullah|mulla|maulana|mawlana|qari|hafiz|mufti|pir|sardar|ustad|ustaz)$/

/** "The Islamic Republic": the state named before that styles itself so. */
function stateStyled(scene: Scene, i: number): number {
  const { nounPhrases, norms, words, entities } = scene
  const { from, to, head } = nounPhrases[i]!
  if (norms[from] !== 'the' || !STYLES.test(norms[head]!) || !/^\p{Lu}/u.test(words[head]!)) return NOBODY
  const style = norms.slice(from + 1, to).join(' ')
  const last = scene.lastNamed(({ entity }) =>
    (entities[entity]!.actor?.aliases ?? []).some((a) =>
      (typeof a === 'string' ? a : a.text).toLowerCase().startsWith(`${style} of `),
    ),
  )
  return last?.entity ?? NOBODY
}

/** Forms of states. */
const STYLES = /^(?:republic|kingdom|emirate|sultanate|federation|union)$/

/** Whether the listed surname of a person has another first name before it ("Lutfullah Zarif"), or a party's name is longer ("Popular Congress Party"). */
function isNamesake(scene: Scene, i: number, hit: NameHit): boolean {
  const { words, norms, pos, nounPhrases } = scene
  const before = hit.from - 1
  const actor = hit.senses.find((s) => s.type === 'alias')?.actor
  if (actor?.kind === 'organisation' && hit.to - hit.from > 1 && ORGANISATION_WORDS.has(norms[hit.to - 1]!)) {
    const inside = before >= nounPhrases[i]!.from && pos[before] === 'PROPN' && /^\p{Lu}\p{Ll}+$/u.test(words[before]!)
    return (
      inside &&
      !scene.startsSentence(before) &&
      scene.nameAt[before]! < 0 &&
      !TITLE_FORMS.has(norms[before]!) &&
      !GENERIC_OFFICE.has(norms[before]!)
    )
  }
  if (actor?.kind !== 'person' || hit.to - hit.from > 1 || before < nounPhrases[i]!.from) return false
  const norm = norms[before]!
  if (pos[before] !== 'PROPN' || !/^\p{Lu}\p{Ll}+$/u.test(words[before]!)) return false
  if (OFFICIAL.has(norm) || OWN.has(norm) || TITLES.has(norm) || GENERIC_OFFICE.has(norm) || HEAD_ROLE.test(norm)) return false
  const own = [actor.name, ...(actor.aliases ?? []).map((a) => (typeof a === 'string' ? a : a.text))]
  return !own.some((name) =>
    name
      .toLowerCase()
      .split(/[\s-]+/)
      .includes(norm),
  )
}

/** "Swisscom said it would attend": whether a name speaks of itself as a thing. */
function speaksAsBody({ syntax, clauses, nounPhrases, norms, lemmas, speakers, clauseOfSubject }: Scene, i: number): boolean {
  if (!speakers.has(i)) return false
  const { withSubject, complementsOf } = clauseIndex(syntax)
  const report = withSubject.get(i)?.find((k) => clauses[k] === clauseOfSubject.get(i))
  return (complementsOf.get(report ?? -1) ?? []).some((k) => {
    const { subject, verb } = clauses[k]!
    return subject >= 0 && norms[nounPhrases[subject]!.from] === 'it' && ACTS.test(lemmas[verb.head]!)
  })
}

/** What only those do who have a will. */
const ACTS =
  /^(?:accept|agree|attend|boycott|decide|decline|go|hope|intend|join|negotiate|oppose|plan|refuse|reject|send|sign|support|take|want|welcome|withdraw)$/

/** "Taqaddum, a coalition of civilian parties": whether an apposition says that a name is a body's, or it speaks as one. */
function isExplainedAsBody(scene: Scene, i: number): boolean {
  const { syntax, nounPhrases, norms, lemmas } = scene
  if (speaksAsBody(scene, i)) return true
  // possessors come first: "Fedegan, the ranchers' federation"
  const k = nounPhrases[i + 2] && nounPhrases[i + 2]!.possessor === i + 1 ? i + 2 : i + 1
  if (!nounPhrases[k] || syntax.appositionOf[k] !== i || !/^(?:an?|one|the)$/.test(norms[nounPhrases[i + 1]!.from]!)) return false
  return BODY_NOMINALS.has(lemmas[nounPhrases[k]!.head]!) || GROUP_NOMINALS.has(lemmas[nounPhrases[k]!.head]!)
}

/** "The Greens", "Social Democrats": a party that is named by its members. */
function isPluralName(scene: Scene, i: number, nameWords: readonly string[]): boolean {
  const { norms, nounPhrases } = scene
  const last = nameWords.at(-1)!
  return last.endsWith('s') && ((nameWords.length === 1 && norms[nounPhrases[i]!.from] === 'the') || PARTY_MEMBERS.test(last))
}

/** Endings of the names of a party's members. */
const PARTY_MEMBERS = /(?:crats|alists|unists|ublicans|atives|Liberals|formers|Democrats)$/

/** "National Unity Government (NUG)", "National Liberation Army, or ELN": the text says what the letters stand for. */
function learnAcronym(scene: Scene, i: number, target: number): void {
  const { norms, words, nounPhrases } = scene
  const next = nounPhrases[i]!.head + 1
  const or = norms[next] === ',' && (norms[next + 1] === 'or' || norms[next + 1] === 'known')
  const at = norms[next] === '(' && norms[next + 2] === ')' ? next + 1 : or ? next + (norms[next + 2] === 'as' ? 3 : 2) : -1
  const short = at < 0 ? undefined : words[at]
  if (short !== undefined && /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(short)) scene.acronyms.set(short, target)
}

/** Whom a listed person speaks for: by the office that the text gives, else by the offices that are known. */
function listedPerson(scene: Scene, i: number, actor: Actor, role: Role): number {
  if (role.own) return scene.personEntity(actor.name, actor)
  const team = teamOf(scene, i)
  if (team >= 0) return team
  if (role.principal >= 0 && role.official) return role.principal
  const known = scene.listed(actor)
  const principal = scene.entities[known]!
  // a seat in a council binds only where the text speaks of that council
  const remote = principal.kind === 'organisation' && principal.actor !== undefined && !namesActor(scene, principal.actor)
  if (remote && !role.official) return scene.personEntity(actor.name, actor)
  if (principal.kind !== 'person') return known
  const said = appositionRole(scene, i)
  return said?.official && !said.own && said.principal >= 0 && scene.entities[said.principal]!.kind === 'state'
    ? said.principal
    : known
}

/** Whether the text holds a listed name of an actor. */
const namesActor = (scene: Scene, actor: Actor): boolean =>
  scene.names.some((hit) => hit.senses.some((s) => s.actor === actor && s.type === 'alias'))

/** "a former official, X": the nameless person that this name is in apposition to. */
export function introducedBy(scene: Scene, i: number): number {
  const { syntax, entities, entityOf } = scene
  const left = syntax.appositionOf[i]!
  if (left < 0) return NOBODY
  const e = entityOf[left]!
  return e >= 0 && entities[e]!.id.startsWith('local:') && entities[e]!.head !== '' ? e : NOBODY
}

/** "Iranian" of "Iranian, Turkish and Chinese envoys": the last of the row names the role of all. */
function sharesRole(scene: Scene, i: number): boolean {
  const { conjunctOf } = scene.syntax
  let last = i
  while (conjunctOf[last + 1] === last) last++
  return last > i && roleHead(scene, last) !== ''
}
