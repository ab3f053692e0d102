import { BODY_NOMINALS, GROUP, GROUP_NOMINALS, HEAD_ROLE, OFFICIAL, OWN, STATE_NOMINALS } from './vocabulary'
import { SPEAKER } from './entities'
import { pronoun } from './pronouns'
import { isPersonRole, resume } from './resume'
import { roleOfPhrase } from './actor-roles'
import type { Scene } from './scene'

/** Phrases with a common noun as head: "Iranian officials", "the group", "Darfur rebels", "the embassy". */
export function nominal(scene: Scene, i: number): void {
  const { syntax, norms, lemmas, pos, nounPhrases, entities, entityOf, personOf, recency, subjects } = scene
  const np = nounPhrases[i]!
  const head = np.head
  const lemma = lemmas[head]!
  const norm = norms[head]!
  const official = OFFICIAL.has(norm) || OFFICIAL.has(lemma) || HEAD_ROLE.test(lemma)
  const group = GROUP.has(norm) || GROUP.has(lemma)
  const own = OWN.has(norm) || OWN.has(lemma)
  const definite = norms[np.from] === 'the' || norms[np.from] === 'this' || norms[np.from] === 'that' || norms[np.from] === 'these'
  const role = roleOfPhrase(scene, i)
  const bare = np.to - np.from <= 2 && definite
  // "X, a lecturer in Kabul": the same person
  const left = syntax.appositionOf[i]!
  if (left >= 0 && entityOf[left]! >= 0 && personOf[left] && (official || own || role.own || norms[np.from] === 'a' || norms[np.from] === 'an')) {
    return scene.mention(i, entityOf[left]!, 'nominal', true)
  }
  if (own || role.own) {
    if (!subjects.has(i) && !definite) return
    if (definite && bare) {
      const last = recency.slice().reverse().find((r) => r.person && entities[r.entity]!.kind === 'person')
      if (last) return scene.mention(i, last.entity, 'nominal', true)
    }
    if (!subjects.has(i)) return
    const name = scene.text(np.from, np.to)
    return scene.mention(i, scene.entity(`local:${name.toLowerCase()}`, name, scene.isPlural(head) ? 'group' : 'person', undefined, lemma), 'unlisted', !scene.isPlural(head))
  }
  if (official && role.principal >= 0) {
    const person = isPersonRole(scene, lemma) && !scene.isPlural(head)
    return scene.mention(i, role.principal, np.to - np.from > 1 ? 'nominal' : 'nominal', person)
  }
  if (definite || (np.possessor < 0 && pos[np.from] === 'PRON')) {
    const nominalOf = recency.slice().reverse().find((r) => entities[r.entity]!.actor?.nominals?.some((n) => n === scene.text(np.from, np.to).toLowerCase()))
    if (nominalOf) return scene.mention(i, nominalOf.entity, 'nominal', false)
  }
  if (pos[np.from] === 'PRON' && (official || STATE_NOMINALS.has(lemma) || BODY_NOMINALS.has(lemma) || GROUP_NOMINALS.has(norm) || /^(men|people|colleague|side|representative|office|member|leader)$/.test(lemma))) {
    const target = pronoun(scene, norms[np.from]!, i)
    if (target === SPEAKER) {
      entityOf[i] = SPEAKER
      return
    }
    if (target >= 0) return scene.mention(i, target, 'nominal', isPersonRole(scene, lemma) && !scene.isPlural(head))
  }
  if (definite && (bare || (official && np.to - np.from <= 4 && STATE_NOMINALS.has(lemma)))) {
    const back = resume(scene, lemma, norm, i)
    if (back >= 0) return scene.mention(i, back, 'nominal', isPersonRole(scene, lemma) && !scene.isPlural(head))
  }
  if (group || (official && /^(leaders?|troops|forces|army|military)$/.test(norm))) {
    // "Taliban fighters" belong to the Taliban, "Darfur rebels" stand by themselves
    if (role.principal >= 0 && entities[role.principal]!.kind !== 'state' && entities[role.principal]!.id !== 'afghan-government') return scene.mention(i, role.principal, 'nominal', false)
    const core = coreOf(scene, i)
    const kindWord = effectiveHead(scene, i)
    const previous = entities.find((e) => e.head === kindWord && e.kind === 'group' && (e.name.toLowerCase() === core.toLowerCase() || !namesOrigin(scene, core) || !namesOrigin(scene, e.name)))
    if (previous) return scene.mention(i, previous.index, 'nominal', false)
    if (np.to - np.from >= 2 || subjects.has(i)) {
      return scene.mention(i, scene.entity(`local:${core.toLowerCase()}`, core, 'group', undefined, kindWord), 'unlisted', false)
    }
    return
  }
  if (official && role.principal < 0) {
    // "a militant spokesman"
    for (let t = np.from; t < head; t++) {
      const group = entities.find((e) => e.kind === 'group' && e.head !== '' && (e.head === lemmas[t] || e.head === norms[t]))
      if (group) return scene.mention(i, group.index, 'nominal', isPersonRole(scene, lemma) && !scene.isPlural(head))
    }
  }
  if (official && subjects.has(i) && definite && !scene.isPlural(head)) {
    const back = resume(scene, lemma, norm, i)
    if (back >= 0) return scene.mention(i, back, 'nominal', isPersonRole(scene, lemma) && !scene.isPlural(head))
  }
}

/** The lemma of the phrase's head if it is an office, a group or a nominal of an actor; else ''. */
export function roleHead(scene: Scene, i: number): string {
  const { norms, lemmas, nounPhrases } = scene
  const head = nounPhrases[i]!.head
  const lemma = lemmas[head]!
  return OFFICIAL.has(norms[head]!) || OFFICIAL.has(lemma) || OWN.has(lemma) || GROUP.has(norms[head]!) || GROUP.has(lemma) ? lemma : ''
}

/** The noun that says what a group is: `rebel` of "rebel groups" and of "Darfur rebels". */
export function effectiveHead(scene: Scene, i: number): string {
  const { norms, lemmas, nounPhrases } = scene
  const np = nounPhrases[i]!
  const lemma = lemmas[np.head]!
  if (!/^(group|leader|fighter|force|faction|member|commander|movement|delegate|negotiator|spokesman|side|team)$/.test(lemma)) return lemma
  const before = np.head - 1
  return before >= np.from && (GROUP.has(norms[before]!) || GROUP.has(`${norms[before]!}s`) || GROUP.has(lemmas[before]!)) ? lemmas[before]! : lemma
}

/** Whether a group's name says where it is from or whose it is, by a capital inside. */
export function namesOrigin(scene: Scene, core: string): boolean {
  return core.split(' ').slice(0, -1).some((w) => /^\p{Lu}/u.test(w) && !GROUP.has(w.toLowerCase()) && !GROUP.has(`${w.toLowerCase()}s`))
}

export function coreOf(scene: Scene, i: number): string {
  const { pos, nounPhrases } = scene
  const np = nounPhrases[i]!
  let from = np.from
  while (from < np.head && (pos[from] === 'DET' || pos[from] === 'PRON')) from++
  return scene.text(from, np.head + 1)
}
