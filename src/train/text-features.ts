import type { FeatureValues } from '../score/model'

const TOKEN = /https?:\/\/\S+|www\.\S+|[\p{L}\p{N}\p{M}_#@]+(?:['’][\p{L}]+)*|[^\s\p{L}\p{N}]/gu
/** Longer texts are cut here, in UTF-16 units. */
const LONGEST = 20_000

/** Words of a plain text: lower case, addresses as `<url>`, punctuation marks one by one. */
export function wordsOf(text: string): string[] {
  return (text.slice(0, LONGEST).normalize('NFC').toLowerCase().match(TOKEN) ?? []).map((word) =>
    /^(?:https?:|www\.)/.test(word) ? '<url>' : word.replace('’', "'"),
  )
}

/** How often each word 1-3-gram (`w:`) and character 2-5-gram (`c:`) occurs. Characters are counted across words, one blank between them. */
export function textFeatures(text: string): FeatureValues {
  const counts = new Map<string, number>()
  const words = wordsOf(text)
  const count = (feature: string): unknown => counts.set(feature, (counts.get(feature) ?? 0) + 1)
  for (let from = 0; from < words.length; from++)
    for (let n = 1; n <= 3 && from + n <= words.length; n++) count(`w:${words.slice(from, from + n).join(' ')}`)
  const characters = [...` ${words.join(' ')} `]
  for (let from = 0; from < characters.length; from++)
    for (let n = 2; n <= 5 && from + n <= characters.length; n++) count(`c:${characters.slice(from, from + n).join('')}`)
  return counts
}

/** What a feature is worth by how rare it is: `1 + ln((1 + cases) / (1 + cases with it))`. */
export function rarity(cases: readonly FeatureValues[], columns: ReadonlyMap<string, number>): number[] {
  const having = new Array<number>(columns.size).fill(0)
  for (const features of cases)
    for (const name of features.keys()) {
      const column = columns.get(name)
      if (column !== undefined) having[column]!++
    }
  return having.map((count) => 1 + Math.log((1 + cases.length) / (1 + count)))
}

/** Counts as `(1 + ln count) × rarity`, word and character features scaled to length 1 each. */
export function weighted(
  counts: FeatureValues,
  columns: ReadonlyMap<string, number>,
  rare: readonly number[],
): Map<string, number> {
  const out = new Map<string, number>()
  const squares = { w: 0, c: 0 }
  for (const [name, count] of counts) {
    const column = columns.get(name)
    if (column === undefined) continue
    const value = (1 + Math.log(count)) * rare[column]!
    out.set(name, value)
    squares[name[0] as 'w' | 'c'] += value * value
  }
  for (const [name, value] of out) out.set(name, value / Math.sqrt(squares[name[0] as 'w' | 'c']))
  return out
}
