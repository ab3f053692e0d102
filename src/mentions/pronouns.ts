import { startOfPhrase } from '../document/phrase-start'
import { speechKind } from '../document/speech-kinds'
import { wordSet } from '../document/word-set'
import { REFLEXIVE, FEMALE_TITLES, HE, IT, MALE_TITLES, SHE, THEY, WE } from './vocabulary'
import { NOBODY, SPEAKER } from './entities'
import type { Entity } from './entities'
import type { Scene } from './scene'

export function pronoun(scene: Scene, norm: string, i: number): number {
  const { document, nounPhrases, clauseOfObject, topics, entities, entityOf, recency } = scene
  if (WE.has(norm)) return SPEAKER
  const np = nounPhrases[i]!
  const sentence = document.sentenceOf[np.from]!
  const quotation = document.quotationOf[np.from]!
  const wantPerson = HE.has(norm) || SHE.has(norm)
  const wantPlural = THEY.has(norm)
  const wantThing = IT.has(norm)
  if (!wantPerson && !wantPlural && !wantThing) return NOBODY
  const reporter = ofReporter(scene, norm, i)
  if (reporter >= 0) return reporter
  const clauseOf = np.to - np.from === 1 && !REFLEXIVE.has(norm) ? clauseOfObject.get(i) : undefined
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
    if (distance === 0 && isAsker(scene, r.np, np.from)) continue
    if (wantPerson) {
      if (!r.person) continue
      const gender = genderOfMention(scene, r.np, e)
      if (gender && gender !== (HE.has(norm) ? 'male' : 'female')) continue
    }
    if (wantThing && (r.person || (r.plural && e.kind === 'group'))) continue
    if (wantPlural && r.person) continue
    const before = scene.norms[nounPhrases[r.np]!.head]!
    if ((wantThing && THEY.has(before)) || (wantPlural && IT.has(before))) continue
    if (wantPlural && e.kind === 'state' && !r.plural) {
      if (distance > 1) continue
    }
    // words in a quotation do not speak of the one who speaks them in the third person
    let cost = distance * 2 + (r.subject ? 0 : 1.2) + (recency.length - 1 - k) * 0.05
    const quoted = document.quotationOf[nounPhrases[r.np]!.from]!
    if (quotation >= 0 && quoted !== quotation) cost += 0.5
    // nor does the text around them go back to whom they only name
    if (quotation < 0 && quoted >= 0) cost += 2
    if (wantPlural && !(r.plural || e.kind === 'group')) cost += 1
    if (wantThing && e.kind === 'group') cost += 0.3
    if (r.subject && !topics.has(r.np)) cost += 0.6
    if (cost < bestCost) {
      bestCost = cost
      best = r.entity
    }
  }
  return best
}

const ABLE = /^(?:will|would|can|could)$/
/** Verbs of what talks, and things, do. */
const HAPPENS = wordSet(
  'be become begin start open end last continue happen occur proceed take bring help lead produce yield achieve make give fail collapse succeed work serve change depend remain mean cost come go focus cover discuss address include involve run hurt harm legitimise legitimize strengthen weaken undermine',
)

const happens = ({ lemmas, norms }: Scene, head: number): boolean => HAPPENS.has(lemmas[head]!) && norms[head + 1] !== 'part'

/** "Egypt said it would go", "the rebels said they would", "Mr Kim said he would": whoever says so speaks of himself; or `NOBODY`. */
function ofReporter(scene: Scene, norm: string, i: number): number {
  const { clauses, entities, entityOf, personOf, lemmas, nounPhrases } = scene
  const said = scene.clauseOfSubject.get(i)
  if (said?.relation !== 'complement' || said.parent < 0) return NOBODY
  const report = clauses[said.parent]!
  const subject = report.subject
  if (subject < 0 || entityOf[subject]! < 0 || speechKind(lemmas[report.verb.head]!) !== 'say') return NOBODY
  const e = entities[entityOf[subject]!]!
  if (HE.has(norm) || SHE.has(norm)) {
    const gender = genderOfMention(scene, subject, e)
    return personOf[subject] && (!gender || gender === (HE.has(norm) ? 'male' : 'female')) ? e.index : NOBODY
  }
  // "an Iranian official said it would go": the state, unless the verb is one of what happens
  const body = IT.has(norm) && e.kind !== 'person' && ABLE.test(said.verb.modal) && !happens(scene, said.verb.head)
  if (personOf[subject] && body) return e.index
  if (personOf[subject] || e.kind === 'person') return NOBODY
  const plural = scene.isPlural(nounPhrases[subject]!.head)
  return (IT.has(norm) && !plural) || (THEY.has(norm) && (plural || e.kind === 'group')) ? e.index : NOBODY
}

/** "Asked by Mr Iqbal if it was wise, she said": whoever asks is not the one who answers. */
function isAsker({ norms, nounPhrases }: Scene, asker: number, before: number): boolean {
  const from = startOfPhrase(nounPhrases, asker)
  return (
    from < before && norms[from - 1] === 'by' && /^(?:asked|pressed|questioned|challenged|quizzed)$/.test(norms[from - 2] ?? '')
  )
}

export function genderOf(scene: Scene, i: number): 'female' | 'male' | undefined {
  const { norms, nounPhrases } = scene
  const np = nounPhrases[i]!
  for (let t = np.from; t < np.to; t++) {
    if (FEMALE_TITLES.has(norms[t]!)) return 'female'
    if (MALE_TITLES.has(norms[t]!)) return 'male'
  }
  return undefined
}

export function genderOfMention(scene: Scene, i: number, e: Entity): 'female' | 'male' | undefined {
  return genderOf(scene, i) ?? (e.kind === 'person' ? e.gender : undefined)
}

/** Whether a noun phrase is a single pronoun. */
export function isPronoun(scene: Scene, i: number): boolean {
  const { norms, pos, words, nounPhrases } = scene
  const { from, to, head } = nounPhrases[i]!
  if (to - from !== 1 || words[head] === 'US') return false
  const norm = norms[head]!
  return pos[head] === 'PRON' || HE.has(norm) || SHE.has(norm) || THEY.has(norm) || WE.has(norm) || IT.has(norm)
}
