import type { Speaker } from '../../src/attribution/speaker'
import { createAnalyzer } from '../../src/analyze'

const analyzer = createAnalyzer({ rules: [] })

/** A text, perhaps with a headline apart, and its day. */
export interface Said {
  readonly text: string
  readonly title?: string
  /** Default 23 August 2018. */
  readonly day?: string
}

/** The clause whose verb stands first in some words of a text: who says it, and that speaker's name. */
export function voiceOf({ text, title, day = '2018-08-23' }: Said, words: string): { name: string; speaker?: Speaker } {
  const { reading } = analyzer.explain(title === undefined ? text : { title, text }, { publishedAt: day })
  const { document, syntax, attribution, actors } = reading
  const at = document.text.indexOf(words)
  if (at < 0) throw new Error(`expected "${words}" in "${text}"`)
  const clause = syntax.clauses.findIndex(
    (c) => document.start[c.verb.head]! >= at && document.end[c.verb.head]! <= at + words.length,
  )
  if (clause < 0) return { name: 'no clause' }
  const speaker = attribution.speakerOf(clause)
  if (speaker === undefined) return { name: 'writer' }
  return { name: speaker.entity < 0 ? 'unknown' : actors.entities[speaker.entity]!.name, speaker }
}
