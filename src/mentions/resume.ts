import { BODIES, BODY_NOMINALS, GROUP_NOMINALS, LOCATIVE, OFFICIAL, STATE_NOMINALS } from './vocabulary'
import { NOBODY } from './entities'
import { principalOf } from './lexicon'
import type { Entity } from './entities'
import type { Scene } from './scene'

/** "the group", "the ministry", "the council": the last actor that the noun can stand for. */
export function resume(scene: Scene, lemma: string, norm: string, i: number): number {
  const { document, lemmas, nounPhrases, entities, recency } = scene
  const back = recency.slice().reverse().filter((r) => r.np !== i)
  const fits = (test: (e: Entity) => boolean): number => back.find((r) => test(entities[r.entity]!))?.entity ?? -1
  const sameWord = fits((e) => e.name.toLowerCase().split(/[\s-]+/).includes(norm) || (e.actor?.aliases ?? []).some((a) => (typeof a === 'string' ? a : a.text).toLowerCase().split(/[\s-]+/).includes(norm) && norm !== 'government'))
  if (GROUP_NOMINALS.has(norm)) {
    const group = fits((e) => e.kind === 'group' || (e.kind === 'organisation' && norm !== 'insurgents' && norm !== 'rebels' && norm !== 'militants'))
    return group >= 0 ? group : groupOfText(scene, nounPhrases[i]!.from)
  }
  if (BODY_NOMINALS.has(lemma)) return sameWord >= 0 && entities[sameWord]!.kind !== 'state' ? sameWord : fits((e) => e.kind === 'organisation' || (lemma !== 'mission' && e.kind === 'group'))
  if (STATE_NOMINALS.has(lemma)) {
    const state = fits((e) => e.kind === 'state' || e.id.endsWith('government'))
    if (state >= 0) return state
    const named = stateOfText(scene, nounPhrases[i]!.from)
    return named >= 0 ? named : stateAhead(scene, nounPhrases[i]!.to)
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
export function stateAhead(scene: Scene, token: number): number {
  const { document, names, norms } = scene
  for (const hit of names) {
    if (hit.from < token) continue
    if (document.sentenceOf[hit.from] !== document.sentenceOf[token - 1]) break
    const actor = hit.senses.find((x) => x.actor?.kind === 'state' && x.type === 'alias')?.actor
    if (actor && !LOCATIVE.has(norms[hit.from - 1]!)) return scene.listed(actor)
  }
  return NOBODY
}

/** The group whose name stood last, be it as a modifier ("a former Taliban commander … the group"). */
export function groupOfText(scene: Scene, token: number): number {
  const { lexicon, names, day } = scene
  for (let k = names.length - 1; k >= 0; k--) {
    if (names[k]!.from >= token) continue
    const actor = names[k]!.senses.find((x) => x.actor && x.type === 'alias' && x.actor.kind !== 'person' && principalOf(lexicon, x.actor, day).kind === 'group')?.actor
    if (actor) return scene.listed(actor)
  }
  return NOBODY
}

/** The state whose people or places were named last ("Afghan militants … the government"). */
export function stateOfText(scene: Scene, token: number): number {
  const { names } = scene
  for (let k = names.length - 1; k >= 0; k--) {
    if (names[k]!.from >= token) continue
    const actor = names[k]!.senses.find((x) => x.actor && (x.actor.kind === 'state' || x.actor.id.endsWith('government')))?.actor
    if (actor) return scene.listed(actor)
  }
  return NOBODY
}

export function isPersonRole(scene: Scene, lemma: string): boolean {
  return OFFICIAL.has(lemma) && !BODIES.has(lemma)
}
