import type { Clause } from '../document/clauses'
import type { Range } from '../document/document'
import type { TargetMention } from '../mentions/targets'
import { nameEndingBehind } from '../mentions/names'
import { isEventHead, singular } from '../mentions/event-words'
import { OTHER } from '../mentions/targets'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'

/** "Will enter the hall": where talks are held stands for them. */
const PLACES = new Set('hall room table building venue plane aircraft flight seat chair door'.split(' '))
/** Sentences after which talks that are not named again are no longer understood; fewer where the text names other talks too. */
const UNDERSTOOD = 15
const UNDERSTOOD_AMONG_OTHERS = 12

/** The target that a match is about, or why it is about none. */
export function findTarget(scene: Scene, hit: RuleHit, clause: Clause): number | string {
  const { targets, document } = scene
  const slot = hit.slots.find((s) => s.kind === 'target')
  if (slot) {
    const mention = scene.mentionsAt(slot.from).find((m) => m.from === slot.from && m.to === slot.to && m.target >= 0)
    if (!mention) return 'the talks are not the target'
    if (
      mention.kind === 'venue' &&
      !/^(to|in|for|at|into|toward|towards|near|from|of)$/.test(document.norms[slot.from - 1] ?? '') &&
      !/^(reach|leave|visit|enter|skip)$/.test(document.lemmas[hit.head]!)
    )
      return 'the place, not the talks'
    if (isOwnTalks(scene, slot, clause)) return 'talks of its own'
    return mention.target
  }
  // "will return to the Doha talks": what the clause names comes before what is understood
  const named = mentionBetween(scene, hit.to, clause.to, (m) => m.target >= 0 && m.kind !== 'venue' && m.to <= clause.to)
  if (named) return named.target
  const understood = targets.salientAt(hit.from)
  if (!understood || understood.target < 0) return 'no target is understood here'
  if (understood.distance > (scene.namesOthers ? UNDERSTOOD_AMONG_OTHERS : UNDERSTOOD)) return 'the talks were named too far away'
  if (goesElsewhere(scene, hit)) return 'it goes elsewhere'
  return hasOtherObject(scene, hit, clause) ? 'it has another object' : understood.target
}

const MOVES = /^(send|dispatch|despatch|go|come|travel|fly|head|leave|depart|return|rush|lead)$/
const INVITATIONS = /^(invitation|invite|ticket|invitations|invites|tickets)$/
/** Words for where talks are held, or for talks. */
const THERE = new Set(
  'city capital town venue hall hotel table site event gathering opening session meeting host resort palace talk'.split(' '),
)

/** "Sent a delegation *to the oil fields*", "accepted an invitation *to the cup final*": whether a match is followed by a place that is not the talks'. */
function goesElsewhere(scene: Scene, hit: RuleHit): boolean {
  const { targets, document, syntax, actors } = scene
  const { norms, lemmas, pos } = document
  if (!/^(to|into)$/.test(norms[hit.to] ?? '')) return false
  if (!MOVES.test(lemmas[hit.head]!) && !INVITATIONS.test(norms[hit.to - 1]!)) return false
  const p = syntax.phraseOf[hit.to + 1] ?? -1
  const np = syntax.nounPhrases[p]
  if (!np || np.temporal || pos[np.head] === 'PRON' || THERE.has(lemmas[np.head]!)) return false
  for (let t = np.from; t < np.to; t++) if (scene.mentionsAt(t).some((m) => m.target >= 0)) return false
  // the venue may lie in the country
  const words = norms.slice(np.from, np.to).join(' ')
  const name = nameEndingBehind(actors.names, np.head)
  const senses = name && name.from <= np.head ? name.senses : []
  if (senses.some(({ actor }) => actor?.name.toLowerCase() === words)) return false
  const entity = actors.entityOf[p]!
  return entity < 0 || !targets.hosts.has(actors.entities[entity]!.id)
}

/** "Turkey will hold its own conference": talks of somebody who does not hold those in question. */
function isOwnTalks({ document, syntax, actors, targets }: Scene, slot: Range, clause: Clause): boolean {
  const { norms, lemmas } = document
  const np = syntax.nounPhrases[syntax.phraseOf[slot.from]!]
  if (!np || !isEventHead(singular(lemmas[np.head]!))) return false
  const own = /^(its|his|her|their)$/.test(norms[slot.from]!) && norms[slot.from + 1] === 'own'
  const holder = own && clause.subject >= 0 ? actors.entityOf[clause.subject]! : -1
  return holder >= 0 && !targets.hosts.has(actors.entities[holder]!.id)
}

/** "declined the offer of an office": the verb has an object that is not the talks. */
function hasOtherObject(scene: Scene, hit: RuleHit, clause: Clause): boolean {
  const { actors, syntax, document } = scene
  if (!scene.verbAt.has(hit.head) || hit.voice !== 'active') return false
  const np = clause.object >= 0 ? syntax.nounPhrases[clause.object]! : undefined
  if (np && np.from >= hit.to && np.from <= hit.to + 1) {
    if (/^(whatever|whichever|wherever|whenever)$/.test(document.norms[np.from]!)) return false
    if (actors.entityOf[clause.object]! >= 0 || np.temporal || PLACES.has(document.lemmas[np.head]!)) return false
    return !scene.mentionsAt(np.head).some((m) => m.target >= 0)
  }
  const inSentence = (m: TargetMention): boolean => document.sentenceOf[m.from] === document.sentenceOf[hit.from]
  return mentionBetween(scene, hit.to, clause.to, (m) => m.target === OTHER && inSentence(m)) !== undefined
}

/** The first mention of talks that begins in a range of tokens and passes a test. */
function mentionBetween(
  scene: Scene,
  from: number,
  to: number,
  test: (mention: TargetMention) => boolean,
): TargetMention | undefined {
  for (let t = from; t < to; t++) {
    const found = scene.mentionsAt(t).find((m) => m.from === t && test(m))
    if (found) return found
  }
  return undefined
}
