import { wordClasses } from '../data'
import type { RuleHit } from '../rules/pattern/match'
import { createMatcher } from '../rules/pattern/match'
import type { Slots } from '../rules/pattern/run'
import { slotsOf } from '../rules/reading-slots'
import type { Reading } from '../rules/votes'
import type { Rule } from '../types'

/** Finds every match of a few rules in texts that an analyser has read, modifiers, boundaries and guards included. */
export interface RuleMatcher {
  hits(reading: Reading): RuleHit[]
}

/**
 * A matcher for `rules` by themselves. `boundaries` are the rules that end wildcards, as in the analyser that runs them.
 *
 * @throws DemarcheError as `createMatcher` does.
 */
export function createRuleMatcher(rules: readonly Rule[], boundaries: readonly Rule[]): RuleMatcher {
  const matcher = createMatcher(rules, wordClasses)
  const ends = createMatcher(boundaries, wordClasses)
  const seen = new WeakMap<Reading, { slots: Slots; stops: ReadonlySet<number> }>()
  return {
    hits(reading) {
      let places = seen.get(reading)
      if (places === undefined) {
        const slots = slotsOf(reading)
        const stops = new Set<number>()
        for (const hit of ends.matchAll(reading.document, slots)) for (let t = hit.from; t < hit.to; t += 1) stops.add(t)
        places = { slots, stops }
        seen.set(reading, places)
      }
      return matcher.matchAll(reading.document, places.slots, places.stops)
    },
  }
}
