import type { CueRule, Stance } from '../types'

/** What a negation makes of a vote: another stance with part of the weight, or nothing. */
export type Negated = { readonly stance: Stance; readonly factor: number } | 'ignore'

/**
 * The table of effects for negation. To deny support is to oppose; to deny opposition leans to support, weakly ("has not ruled out"); to deny a
 * condition says nothing. A rule's own `negated` comes first. What has not happened yet is undecided.
 */
export const NEGATION: Readonly<Record<Stance, Negated>> = {
  support: { stance: 'oppose', factor: 0.9 },
  oppose: { stance: 'support', factor: 0.6 },
  conditional: 'ignore',
  none: 'ignore',
}

/** The effect of a negation on a rule's vote. `undecided`: the act is only outstanding ("has not yet replied"). */
export function negate(rule: Pick<CueRule, 'stance' | 'negated'>, undecided: boolean): Negated {
  if (undecided) return 'ignore'
  if (rule.negated === 'ignore') return 'ignore'
  if (rule.negated !== undefined) return { stance: rule.negated, factor: 0.9 }
  return NEGATION[rule.stance]
}
