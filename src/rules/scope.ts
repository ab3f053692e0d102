import { clauseIndex } from '../document/clause-index'
import type { Clause } from '../document/clauses'
import type { CueRule, ModifierRule } from '../types'
import { verbsOf } from './class-verbs'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'
import { clauseOfHit, hitsAround } from './scene'

/** Whether a longer match is about the same act as a shorter one inside it, so that only one may count. */
export function sameAct(scene: Scene, longer: RuleHit, shorter: RuleHit): boolean {
  if (longer.head === shorter.head || !scene.verbAt.has(shorter.head)) return true
  const { clauses } = scene.syntax
  const a = clauses[clauseOfHit(scene, longer)]
  const b = clauses[clauseOfHit(scene, shorter)]
  // "welcomed by Beijing and dismissed by Washington"
  if (a && b && a.agent >= 0 && b.agent >= 0 && a.agent !== b.agent) return false
  // "boycotting the talks would be a mistake": the act is what the longer match speaks of
  if (b?.verb.form === 'gerund' && shorter.from === longer.from && shorter.to <= longer.head) return true
  // "the commander holding hostages took part"
  if (a && b && a.verb.form !== 'finite' && b.verb.form === 'finite' && longer.head < shorter.head) return false
  return a === undefined || b === undefined || a === b || a.subject === b.subject || b.relation === 'infinitive'
}

/** How far a modifier acts, in tokens, unless its rule says otherwise. */
const REACH = 12

/** Whether a modifier acts on a cue: direction, reach, same sentence, no boundary between. Conditions attach by clauses instead. */
export function inScope(scene: Scene, m: RuleHit, hit: RuleHit, clauseIndex: number): boolean {
  const { document, syntax } = scene
  const modifier = scene.rules.get(m.rule) as ModifierRule
  if (modifier.effect === 'condition') return false
  if (document.sentenceOf[m.from] !== document.sentenceOf[hit.from]) return false
  // "the previous meeting" inside the match tells of an earlier round
  if (m.from >= hit.from && m.to <= hit.to) return modifier.effect === 'earlier'
  const direction = modifier.direction ?? 'forward'
  const before = m.to <= hit.head
  if (direction !== 'both' && before !== (direction === 'forward')) return false
  if ((before ? hit.head - m.to : m.from - hit.head) > (modifier.reach ?? REACH)) return false
  const lo = before ? m.to : hit.to
  const hi = before ? hit.from : m.from
  if (hitsAround(scene, 'boundaries', hit.from).some((b) => b.from >= lo && b.to <= hi)) return false
  for (let t = lo; t < hi; t++) if (document.norms[t] === ';') return false
  // a negation acts inside its clause; along infinitives the standing follows it
  return modifier.effect !== 'negation' || syntax.clauseOf[m.from] === clauseIndex
}

/** Of two matches of which one holds the other the longer counts; of equal ones the one whose pattern says more. */
export function outranks(scene: Scene, a: RuleHit, b: RuleHit): boolean {
  const length = a.to - a.from - (b.to - b.from)
  const first = scene.rules.get(a.rule) as CueRule
  const second = scene.rules.get(b.rule) as CueRule
  const sameHolder = (first.holder ?? 'subject') === (second.holder ?? 'subject')
  // "negotiated with Kabul in Moscow": one says it of who met, the other of who was met
  if (length !== 0) return length > 0 && (sameHolder || a.head !== b.head || first.stance !== second.stance)
  if (!sameHolder) return false
  const literal = literalWords(first.pattern) - literalWords(second.pattern)
  if (literal !== 0) return literal > 0
  return first.weight !== second.weight ? first.weight > second.weight : first.id < second.id
}

const counts = new Map<string, number>()
/** How many words a pattern spells out outside of alternations. */
function literalWords(pattern: string): number {
  let count = counts.get(pattern)
  if (count === undefined) {
    let bare = pattern
    for (let last = ''; bare !== last;) {
      last = bare
      bare = bare.replace(/\([^()]*\)\??/g, ' ')
    }
    bare = bare.replace(/[@<{*^][^ ]*/g, ' ')
    count = bare.split(/\s+/).filter((w) => /[a-z]/.test(w)).length
    counts.set(pattern, count)
  }
  return count
}

/** "said Beijing would be at the talks" for a pattern "say … at <target>": a wildcard ran over a verb of its own. */
export function reachesAcross(scene: Scene, hit: RuleHit): boolean {
  const slot = hit.slots.find((s) => s.kind === 'target')
  const rule = scene.rules.get(hit.rule) as CueRule
  const headsIn = (from: number, to: number): Clause[] =>
    clauseIndex(scene.syntax)
      .headsIn(from, to)
      .map((k) => scene.syntax.clauses[k]!)
  // "criticised the talks and said a vote should be held": the talks are not what is held
  if (slot && hit.voice === 'passive' && slot.to <= hit.head) {
    const own = scene.syntax.clauses[scene.verbAt.get(hit.head) ?? -1]
    return headsIn(slot.to, hit.head).some((c) => c.verb.form === 'finite' && !c.verb.passive && c.subject !== own?.subject)
  }
  if (!slot || slot.from < hit.head || (rule.holder ?? 'subject') !== 'subject' || !scene.verbAt.has(hit.head)) return false
  return headsIn(hit.head + 1, slot.from).some(
    (c) => c.verb.form === 'finite' && !spelled(rule.pattern, scene.document.lemmas[c.verb.head]!),
  )
}
/** Whether a pattern names a verb, itself or by one of its word classes. */
const spelled = (pattern: string, lemma: string): boolean =>
  pattern.includes(lemma) || [...pattern.matchAll(/@([a-z-]+)/g)].some(([, name]) => verbsOf(name!).has(lemma))
