import { Bench } from 'tinybench'
import type { Spread } from './statistics'
import { spreadOf } from './statistics'

/** Something to time: a name and what to do once. */
export interface Task {
  readonly name: string
  readonly run: () => unknown
}

/** Milliseconds of each task over the rounds, and how many times those of the first task. */
export interface Timing {
  readonly name: string
  readonly milliseconds: Spread
  readonly ratio: Spread
}

/** How long to measure. */
export interface Rounds {
  readonly rounds: number
  /** Milliseconds for each task in each round; it runs at least 3 times. */
  readonly time: number
  readonly now: Clock
}

/** Milliseconds since some moment. */
export type Clock = () => number

export const clock: Clock = () => performance.now()

/** CPU time of this process, its helper threads included: what other processes do does not count. In steps of a microsecond. */
export const cpuClock: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Times tasks against the first of them. In each round every task runs for a while and gives its median;
 * ratios are taken within a round, so that what slows the machine for a while slows both sides.
 */
export async function compare(tasks: readonly Task[], { rounds, time, now }: Rounds): Promise<Timing[]> {
  const medians = tasks.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    const bench = new Bench({ time, now, iterations: 3, warmup: false, throws: true, retainSamples: true })
    for (const { name, run } of tasks) bench.add(name, () => void run())
    await bench.run()
    // the first round only warms up
    if (round > 0) bench.tasks.forEach(({ result }, i) => medians[i]!.push(medianOf(result)))
  }
  return tasks.map(({ name }, i) => ({
    name,
    milliseconds: spreadOf(medians[i]!),
    ratio: spreadOf(medians[i]!.map((value, round) => value / medians[0]![round]!)),
  }))
}

function medianOf(result: Bench['tasks'][number]['result']): number {
  if (!('latency' in result)) throw new Error(`expected a finished task, got one that is ${result.state}`)
  return result.latency.p50
}
