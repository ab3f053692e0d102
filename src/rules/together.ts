import type { RuleHit } from './pattern/match'
import type { Scene } from './scene'

/** The other targets that stand in one list with that of a match: "both the Moscow talks and the Istanbul conference". */
export function targetsTogether(scene: Scene, hit: RuleHit, target: number): number[] {
  const slot = hit.slots.find((s) => s.kind === 'target')
  if (!slot) return []
  const { syntax, targets } = scene
  const mentionOf = (phrase: number): { from: number; to: number; target: number } | undefined => {
    const { head } = syntax.nounPhrases[phrase]!
    return targets.mentions.find((m) => m.from <= head && head < m.to && m.target >= 0)
  }
  const own = targets.mentions.find((m) => m.from === slot.from && m.target === target)
  if (!own) return []
  const out = new Set<number>()
  syntax.conjunctOf.forEach((left, k) => {
    if (left < 0) return
    const a = mentionOf(left)
    const b = mentionOf(k)
    if (!a || !b || a.target === b.target) return
    if (a === own) out.add(b.target)
    else if (b === own) out.add(a.target)
  })
  return [...out]
}
