import type { Document } from '../document/document'
import type { NamedTalks } from './talks'

/** Talks that are meant where none are named; the distance to where they are named is in sentences. */
export interface Understood {
  readonly target: number
  readonly distance: number
}

/**
 * Makes the look-up of the talks under discussion at a token: those last named in its paragraph, else those that the text is about.
 * @param log Named talks in any order.
 */
export function understoodTalks(document: Document, log: readonly NamedTalks[]): (token: number) => Understood | undefined {
  const { sentenceOf, paragraphOf } = document
  const ordered = [...log].sort((a, b) => a.at - b.at)
  const main = mainTalks(log)
  const mainSentences = ordered.filter((l) => l.target === main).map((l) => l.sentence)
  return (token) => {
    const sentence = sentenceOf[token]!
    const last = lastInView(ordered, countBelow(ordered, (l) => l.at < token) - 1)
    if (last && paragraphOf[last.at] === paragraphOf[token]) return { target: last.target, distance: sentence - last.sentence }
    if (main === undefined) return undefined
    const after = countBelow(mainSentences, (s) => s < sentence)
    const nearest = Math.min(
      ...[mainSentences[after - 1], mainSentences[after]].filter((s) => s !== undefined).map((s) => Math.abs(s - sentence)),
    )
    return { target: main, distance: nearest }
  }
}

/** The talks named last, or those of the same sentence that they are only a measure for. */
function lastInView(ordered: readonly NamedTalks[], index: number): NamedTalks | undefined {
  const last = ordered[index]
  if (!last?.aside) return last
  const measured = ordered[index - 1]
  return measured && !measured.aside && measured.sentence === last.sentence ? measured : last
}

/** What the text is about: the talks of the headline or the first sentences, else those named most often. */
function mainTalks(log: readonly NamedTalks[]): number | undefined {
  const early = log.find((l) => l.sentence < 3 && l.target >= 0)
  if (early) return early.target
  const counts = new Map<number, number>()
  for (const l of log) counts.set(l.target, (counts.get(l.target) ?? 0) + 1)
  let best: number | undefined
  for (const [target, n] of counts) if (best === undefined || n > counts.get(best)!) best = target
  return best
}

/** How many items at the start of a list pass a test that holds up to some point and fails from there on. */
function countBelow<T>(items: readonly T[], below: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (below(items[mid]!)) low = mid + 1
    else high = mid
  }
  return low
}
