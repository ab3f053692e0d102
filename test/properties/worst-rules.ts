import type { CueRule } from '../../src/index'

const cue = (id: string, pattern: string): CueRule => ({ id, kind: 'cue', stance: 'support', weight: 1, pattern, examples: [] })

/** Patterns that a careless matcher would take exponential time for. */
export const WORST_RULES: readonly CueRule[] = [
  cue('worst.gaps', 'talks *{0,12} talks *{0,12} talks *{0,12} talks *{0,12} never-there'),
  cue('worst.options', 'talks? talks? talks? talks? talks? talks? talks? talks? talks talks talks never-there'),
  cue('worst.branches', '(talks|talks talks|talks talks talks) (talks|talks talks) (talks|talks talks) never-there'),
  cue('worst.any', '<NOUN> *{0,12} <NOUN> *{0,12} <NOUN> *{0,12} never-there'),
  cue('worst.target', '<target> *{0,12} <target> *{0,12} <actor> *{0,12} never-there'),
]
