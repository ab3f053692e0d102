import { article, countWords, longText } from './texts'
import { analyze, createAnalyzer, defaultActors, defaultRules } from './library'
import type { Clock, Rounds, Timing } from './speed'
import { compare } from './speed'
import { manyActors, manyRules, sameRules } from './multiply'

/** One length, as one text, and how long its analysis took. */
export interface LengthTime {
  readonly length: number
  readonly words: number
  readonly milliseconds: number
}

const LENGTHS = [20_000, 80_000, 320_000, 1_280_000, 5_000_000]
/** Milliseconds that the next length may be expected to take; longer ones are left out. */
const PATIENCE = 30_000

/** Time by length, up to 5 MB in one text. Stops early where the next would take too long. */
export function measureLengths(now: Clock): LengthTime[] {
  const times: LengthTime[] = []
  for (const length of LENGTHS) {
    const [before, last] = times.slice(-2)
    if (before !== undefined && last !== undefined) {
      const growth = last.milliseconds / before.milliseconds
      if (last.milliseconds * growth > PATIENCE) break
    }
    const text = longText(length)
    const runs = length < 1_000_000 ? 3 : 1
    let best = Infinity
    for (let i = 0; i < runs; i++) {
      const began = now()
      analyze(text)
      best = Math.min(best, now() - began)
    }
    times.push({ length, words: countWords(text), milliseconds: best })
  }
  return times
}

/** The exponent of the growth of time with length between the first and the last measurement: 1 is linear, 2 quadratic. */
export function growthOf(times: readonly LengthTime[]): number {
  const [first, last] = [times.at(0)!, times.at(-1)!]
  return Math.log(last.milliseconds / first.milliseconds) / Math.log(last.length / first.length)
}

/** The article with ten times the rules and the actors, against the built-in ones. */
export function measureData(rounds: Rounds): Promise<Timing[]> {
  const { text } = article
  const reading = (options: Parameters<typeof createAnalyzer>[0]): (() => unknown) => {
    const analyzer = createAnalyzer(options)
    return () => analyzer.analyze(text)
  }
  const tasks = [
    { name: 'built-in data', run: reading({}) },
    { name: `10 × the rules (${defaultRules.length * 10}), with words of their own`, run: reading({ rules: manyRules(10) }) },
    { name: `every rule 10 times (${defaultRules.length * 10})`, run: reading({ rules: sameRules(10) }) },
    { name: `10 × the actors (${defaultActors.length * 10})`, run: reading({ actors: manyActors(10) }) },
  ]
  return compare(tasks, rounds)
}
