import type { Syntax } from '../document/clauses'
import { grouped } from '../document/grouped'
import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'

/** The other targets that stand in one list with that of a match: "both the Moscow talks and the Istanbul conference". */
export function targetsTogether(scene: Scene, hit: RuleHit, target: number): number[] {
  const slot = hit.slots.find((s) => s.kind === 'target')
  if (!slot) return []
  const { syntax } = scene
  const mentionOf = (phrase: number): { from: number; to: number; target: number } | undefined => {
    return scene.mentionsAt(syntax.nounPhrases[phrase]!.head).find((m) => m.target >= 0)
  }
  const own = scene.mentionsAt(slot.from).find((m) => m.from === slot.from && m.target === target)
  if (!own) return []
  const out = new Set<number>()
  // only phrases whose head is in the mention, and those joined to them, can be in its list
  const inside = new Set<number>()
  for (let t = own.from; t < own.to; t++) if (syntax.phraseOf[t]! >= 0) inside.add(syntax.phraseOf[t]!)
  for (const k of joined(syntax, inside)) {
    const left = syntax.conjunctOf[k]!
    const a = mentionOf(left)
    const b = mentionOf(k)
    if (!a || !b || a.target === b.target) continue
    if (a === own) out.add(b.target)
    else if (b === own) out.add(a.target)
  }
  return [...out]
}

/** The conjuncts among some phrases, and those that are joined to one of them, ascending. */
function joined({ conjunctOf, nounPhrases }: Syntax, phrases: ReadonlySet<number>): number[] {
  const out = new Set<number>()
  for (const p of phrases) {
    if (conjunctOf[p]! >= 0) out.add(p)
    for (const k of conjunctsOf(conjunctOf, nounPhrases.length).get(p) ?? []) out.add(k)
  }
  return [...out].sort((a, b) => a - b)
}

const reversed = new WeakMap<Int32Array, ReadonlyMap<number, readonly number[]>>()
function conjunctsOf(conjunctOf: Int32Array, length: number): ReadonlyMap<number, readonly number[]> {
  let found = reversed.get(conjunctOf)
  if (found === undefined) {
    found = grouped([...conjunctOf.subarray(0, length)], (first) => (first < 0 ? undefined : first))
    reversed.set(conjunctOf, found)
  }
  return found
}
