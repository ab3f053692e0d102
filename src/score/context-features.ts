import type { ReadText } from './reader'
import { indexOf } from './text-index'

/** Steps of a count: the first that it does not exceed, or one more than the last. */
const step = (count: number, ...steps: readonly number[]): number => {
  const at = steps.findIndex((most) => count <= most)
  return at < 0 ? steps.length : at
}

/**
 * What a whole text shows of an actor beside its statements: where and how often it is named, whether its name is part of the name of the talks, and
 * how many others the rules give each stance. Nothing of it tells who the actor is.
 */
export function contextFeatures(read: ReadText, holder: number, target: number): string[] {
  const { document, actors, targets } = read.reading
  const index = indexOf(read)
  const out: string[] = []
  const own = index.mentionsOf.get(holder) ?? []
  const via = new Set<string>()
  const paragraphs = new Set<number>()
  let headline = false
  let person = false
  let party = false
  for (const m of own) {
    const mention = actors.mentions[m]!
    const paragraph = document.paragraphOf[mention.from]!
    paragraphs.add(paragraph)
    headline ||= document.paragraphs[paragraph]!.kind === 'headline'
    person ||= mention.person
    party ||= (index.targetMentions.get(document.sentenceOf[mention.from]!) ?? []).some((t) => {
      const talks = targets.mentions[t]!
      return talks.target === target && talks.kind !== 'venue' && talks.from <= mention.from && mention.to <= talks.to
    })
    via.add(`d:via:${mention.via}`)
  }
  out.push(...via)
  if (party) out.push('d:party')
  if (headline) out.push('d:headline')
  if (person) out.push('d:speaker')
  if (actors.entities[holder]!.kind === 'person') out.push('d:person')
  if (paragraphs.size > 0) {
    const first = [...paragraphs].reduce((a, b) => Math.min(a, b))
    out.push(`d:first:${step(first, 0, 1, 3)}`)
    if (paragraphs.has(document.paragraphs.length - 1)) out.push('d:last')
  }
  out.push(
    `d:paragraphs:${step(paragraphs.size, 1, 2, 3)}`,
    `d:mentions:${step(own.length, 1, 3, 7)}`,
    `d:length:${step(document.paragraphs.length, 2, 5)}`,
  )
  for (const [stance, holders] of index.holdersOf(target)) {
    const others = holders.size - (holders.has(holder) ? 1 : 0)
    if (others > 0) out.push(`d:others:${stance}:${Math.min(3, others)}`)
  }
  return out
}
