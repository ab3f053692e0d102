import { startsUpper } from '../document/letters'
import { commonWords } from '../document/tokenize'
import { GENERIC_OFFICE, GROUP, OFFICIAL, ORGANISATION_WORDS, OWN, PLURAL_ROLES, STATE_NOMINALS, TITLE_FORMS } from './vocabulary'
import type { Scene } from './scene'

/** "al-Shabab" */
const ARTICLE_NAME = /^(?:al-|el-|as-|an-|ash-|ar-|ad-|at-)\p{Lu}/u

/** Token at which the trailing proper name of the phrase begins, or -1. */
export function nameStart(scene: Scene, i: number): number {
  const { names, words, norms, pos, nounPhrases, nameAt } = scene
  const np = nounPhrases[i]!
  const inLong = scene.longAt[np.head]! >= np.from
  /** The word that says that it is a body, or the last word. */
  const core = inLong ? scene.longAt[np.head]! : np.head
  const isBodyWord = inLong || ORGANISATION_WORDS.has(norms[core]!)
  let t = core
  if (!startsUpper(words[t]) && !ARTICLE_NAME.test(words[t]!)) return -1
  const partOfName = np.possessor >= 0 && isPartOfName(scene, np.possessor)
  // "Foreign Office": the tagger often takes the last word of a body's name for a common noun
  if (
    pos[t] !== 'PROPN' &&
    !(pos[t] === 'NOUN' && ORGANISATION_WORDS.has(norms[t]!) && (partOfName || (t > np.from && startsUpper(words[t - 1]!))))
  )
    return -1
  let start = -1
  while (t >= np.from) {
    const w = words[t]!
    const lower = norms[t]!
    if (pos[t] === 'DET' || pos[t] === 'PRON') break
    if (!startsUpper(w) && !/^(al|bin|ben|van|von|de|da|del|der|ul|el|al-\p{L}+|-)$/u.test(w)) break
    const isTitle = TITLE_FORMS.has(lower) || OFFICIAL.has(lower) || OWN.has(lower)
    // "the Directors Guild", "General Motors"
    const isMembers = (PLURAL_ROLES.has(lower) || lower === 'general') && isBodyWord
    if (isTitle && !isMembers && t < core) break
    const hit = nameAt[t]!
    const origin =
      hit >= 0 &&
      names[hit]!.senses.every(
        (x) => x.type === 'demonym' || (x.actor?.kind === 'state' && core - t > 1 && names[hit]!.to <= core),
      )
    const isBody = inLong || !OFFICIAL.has(norms[core]!) || (core - t > 1 && !GENERIC_OFFICE.has(norms[core - 1]!))
    if (origin && t < core && isBodyWord && isBody) {
      start = t
      t--
      continue
    }
    if (
      hit >= 0 &&
      names[hit]!.to <= core &&
      names[hit]!.senses.some((s) => s.type !== 'phrase' && s.type !== 'outlet' && s.actor?.kind !== 'person')
    )
      break
    start = t
    t--
  }
  if (
    start >= 0 &&
    !inLong &&
    OFFICIAL.has(norms[np.head]!) &&
    (allGeneric(scene, start, np.head) || OFFICIAL.has(norms.slice(start, np.head + 1).join(' ')))
  )
    return -1
  // "the Army of Islam"
  if (start === np.head && ORGANISATION_WORDS.has(norms[start]!) && isLongName(scene, i)) return start
  if (
    start === np.head &&
    !partOfName &&
    !inLong &&
    (/^(pm|fm|mp|mps|govt|gov't|party)$/.test(norms[start]!) ||
      (STATE_NOMINALS.has(norms[start]!) && norms[start - 1] === 'the') ||
      OFFICIAL.has(norms[start]!) ||
      OWN.has(norms[start]!) ||
      GROUP.has(norms[start]!))
  )
    return -1
  return start
}

/** "Presidential Palace", "Foreign Office": an office in capitals, not a name. */
export function allGeneric(scene: Scene, from: number, head: number): boolean {
  const { norms } = scene
  for (let t = from; t < head; t++) if (!GENERIC_OFFICE.has(norms[t]!)) return false
  return true
}

/** "Afghan Women's" in "Afghan Women's Network": the possessor belongs to the name of an organisation. */
export function isPartOfName(scene: Scene, i: number): boolean {
  const { words, norms, nounPhrases, nameAt } = scene
  const next = nounPhrases[i + 1]
  if (
    next?.possessor !== i ||
    !startsUpper(words[next.head]!) ||
    (!ORGANISATION_WORDS.has(norms[next.head]!) && scene.longAt[next.head]! < next.from)
  )
    return false
  return nameAt[nounPhrases[i]!.head]! < 0 && startsUpper(words[nounPhrases[i]!.head]!)
}

/** First token of a name: of a body's possessor ("Afghan Women's Network"), and without what only says where it sits ("Brussels-based"). */
export function fullNameStart(scene: Scene, i: number, nameFrom: number): number {
  const { norms, pos, nounPhrases } = scene
  const np = nounPhrases[i]!
  let from = nameFrom
  if (np.possessor >= 0 && isPartOfName(scene, np.possessor)) {
    const owner = nounPhrases[np.possessor]!
    from = owner.from
    while (from < owner.head && pos[from] === 'DET') from++
  }
  while (from < np.head && SEATED.test(norms[from]!)) from++
  // "the Islamist Popular Congress Party"
  if (LEANING.test(norms[from]!) && np.head - from > 2) from++
  // "the Marxist JVP"
  if (/^\p{Lu}{2,6}$/u.test(scene.words[np.head]!) && from === np.head - 1 && /ist$/.test(norms[from]!)) from++
  return from
}

/** "Muslim Council of Britain": the token after a body's name that goes on after "of". */
export function longNameEnd(scene: Scene, i: number): number {
  const { document, words, norms, nounPhrases } = scene
  const np = nounPhrases[i]!
  const after = np.head + 1
  if (norms[after] !== 'of' && norms[after] !== 'for') return after
  const capital = (t: number): boolean => t < document.length && startsUpper(words[t]!)
  let to = after + 1
  while (capital(to) || (norms[to] === 'and' && capital(to + 1) && to > after + 1)) to++
  // "the Nepali Congress of G P Koirala"
  if (norms[after] === 'of' && LED.test(norms[np.head]!) && to > after + 2 && isPersonal(scene, after + 1, to)) return after
  return to > after + 1 ? to : after
}

/** Bodies that one leader stands for. */
const LED = /^(?:party|congress|faction|movement|front|army|bloc|alliance|wing|league)$/

/** Whether words are a person's name: none is a listed name or a word of the language. */
function isPersonal({ document, nameAt }: Scene, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (nameAt[t]! >= 0 || document.norms[t] === 'and') return false
  return commonWords(document.words.slice(from, to).join(' ')).size === 0
}

/** Whether a body's name goes on after "of" with a name that is on no list. */
function isLongName(scene: Scene, i: number): boolean {
  const { head } = scene.nounPhrases[i]!
  const end = longNameEnd(scene, i)
  return scene.norms[head + 1] === 'of' && end > head + 2 && scene.nameAt[head + 2]! < 0 && !OFFICIAL.has(scene.norms[head + 2]!)
}

/** What a writer says of a party's leaning before its name. */
const LEANING = /^(?:islamist|marxist|leftist|rightist|centrist|separatist)$/

/** "Brussels-based", "Turkish-backed". */
const SEATED = /-(?:based|backed|led|funded|born|trained|linked|aligned)$/
