import { NOBODY } from './entities'
import { nameStart } from './name-shapes'
import { stateAhead } from './resume'
import type { Recent, Scene } from './scene'

/** Words of offices that serve the state that a text has just named, where they name none. */
const STATE_OFFICE = /^(?:ministry|minister|presidential|government|foreign|palace)$/
const SPOKEN_FOR = /^(?:spokes\w+|negotiator)$/
/** Heads of bodies that are no states, where nothing but the office stands before their name. */
const BODY_OFFICE =
  /^(?:(?:deputy |vice[- ]|co-)?(?:chair|chairman|chairwoman|chairperson|convenor|convener)|(?:(?:acting|deputy|assistant) )?(?:general[- ]secretary|secretary[- ]general|director[- ]general)|(?:deputy )?chief executive|(?:(?:deputy|group|party|union|guild|federation|association|movement) )(?:leader|chief|chairman|president|boss|official|negotiator|secretary|commander|delegate)|commander)$/
/** Offices in capitals that are those of a state where nobody else is named: "Vice President X said". */
const STATE_TITLE =
  /^(?:first |second )?(?:vice[- ]president|premier|deputy premier|president|army spokes\w+|military spokes\w+|army chief)$/
/** How many sentences an office looks back for its state. */
const REACH = 2

/** The state or body that a person's office serves by what was said just before: "Iran denied it. X, a spokeswoman, said …". */
export function servedInContext(scene: Scene, i: number): number {
  const { nounPhrases, norms, syntax } = scene
  const np = nounPhrases[i]!
  const next = norms[np.to] === ',' ? syntax.phraseOf[np.to + 1]! : -1
  const left = syntax.appositionOf[i]!
  const words = [np, nounPhrases[next], nounPhrases[left]].flatMap((p) => (p ? norms.slice(p.from, p.to) : []))
  const start = nameStart(scene, i)
  const office = start > np.from ? norms.slice(np.from, start).join(' ') : ''
  if (BODY_OFFICE.test(office)) {
    const body = lastServed(scene, i, (r) => r.subject && /^(?:group|organisation)$/.test(scene.entities[r.entity]!.kind))
    if (body >= 0) return body
    return /secretary-general$/.test(office) && office !== scene.text(np.from, start) ? unitedNations(scene) : NOBODY
  }
  const ofState = words.some((w) => STATE_OFFICE.test(w)) || (/^\p{Lu}/u.test(scene.words[np.from]!) && STATE_TITLE.test(office))
  if (!ofState && !words.some((w) => SPOKEN_FOR.test(w))) return NOBODY
  return ofState ? stateNear(scene, i) : lastServed(scene, i, (r) => r.subject)
}

function unitedNations(scene: Scene): number {
  const actor = scene.lexicon.actors.get('united-nations')
  return actor ? scene.listed(actor) : NOBODY
}

/** The state of an office that names none: "a foreign office delegation", "a Foreign Ministry official". */
export function stateServed(scene: Scene, i: number): number {
  const { from, to } = scene.nounPhrases[i]!
  return scene.norms.slice(from, to).some((w) => STATE_OFFICE.test(w)) ? stateNear(scene, i) : NOBODY
}

/** The state named in the sentences before as one that acts, else the one named ahead. */
function stateNear(scene: Scene, i: number): number {
  const isState = (r: Recent): boolean => {
    const { kind, actor } = scene.entities[r.entity]!
    return kind === 'state' || actor?.id.endsWith('government') === true
  }
  // "India's attendance depends on …": whose attendance it is acts, too
  const acts = (r: Recent): boolean =>
    r.subject || (scene.nounPhrases[r.np + 1]?.possessor === r.np && scene.subjects.has(r.np + 1))
  // "India said that it could not go where Pakistan would": what is told of others by the way comes after the one that speaks
  const speaking = lastServed(scene, i, (r) => isState(r) && scene.speakers.has(r.np))
  const acting = lastServed(scene, i, (r) => isState(r) && acts(r) && (speaking < 0 || scene.topics.has(r.np)))
  const found = acting >= 0 ? acting : lastServed(scene, i, isState)
  return found >= 0 ? found : stateAhead(scene, scene.nounPhrases[i]!.to)
}

/** The last actor named close before, no person by himself, that passes a test. */
function lastServed(scene: Scene, i: number, test: (recent: Recent) => boolean): number {
  const { document, entities, nounPhrases } = scene
  const { from } = nounPhrases[i]!
  const last = scene.lastNamed((r) => {
    const { kind, faint } = entities[r.entity]!
    return !faint && kind !== 'person' && nounPhrases[r.np]!.from < from && test(r)
  })
  return last && document.sentenceOf[from]! - last.sentence <= REACH ? last.entity : NOBODY
}
