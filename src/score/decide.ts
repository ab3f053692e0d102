import type { Stance, StanceProbabilities } from '../types'
import { STANCES } from '../types'

const POSITIONS = STANCES.filter((stance) => stance !== 'none')

const best = (stances: readonly Stance[], probabilities: StanceProbabilities): Stance =>
  stances.reduce((best, stance) => (probabilities[stance] > probabilities[best] ? stance : best))

/** The likeliest of the four labels; `none` where it is as likely as the likeliest stance. */
export const likeliest = (probabilities: StanceProbabilities): Stance => best(['none', ...POSITIONS], probabilities)

/**
 * The model's stance, in two questions: whether there is a position at all (more likely than not), and then which. So doubt between two positions
 * does not come out as `none`.
 */
export const decide = (probabilities: StanceProbabilities): Stance =>
  probabilities.none >= 0.5 ? 'none' : best(POSITIONS, probabilities)
