import type { Rule } from '../types'
import { contextFeatures } from './context-features'
import { stanceReader } from './features'
import type { FeatureValues } from './model'
import type { ReadText } from './reader'
import type { Vocabulary } from './vocabulary'
import { EVERYTHING } from './vocabulary'
import type { Window } from './windows'

/** One sentence in which an actor may take a position. */
export interface SentenceFeatures {
  readonly sentence: number
  readonly values: FeatureValues
}

/** An actor of a whole text as the model sees it: sentence by sentence, and all of them together. */
export interface ActorFeatures {
  readonly sentences: readonly SentenceFeatures[]
  readonly together: FeatureValues
}

/** The features of an actor of a whole text, from all statements in which it may take a position and from its place in the text. */
export function actorFeatures(
  read: ReadText,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  windows: readonly Window[],
  known: Vocabulary = EVERYTHING,
): ActorFeatures {
  const context = contextFeatures(read, holder, target).filter((feature) => known.has(feature))
  const said = stanceReader(read, rules, holder, target, known)
  const placed = (values: FeatureValues, more: readonly string[]): FeatureValues => {
    const out = new Map(values)
    for (const feature of context) out.set(feature, 1)
    for (const feature of more) if (known.has(feature)) out.set(feature, 1)
    return out
  }
  const alone = windows.flatMap(({ sentences, talks }) =>
    [...sentences].map((sentence) => ({ sentence, talks, values: said(new Set([sentence])) })),
  )
  const talks = new Set(windows.map((window) => window.talks))
  const nearest = (['named', 'understood', 'far'] as const).find((how) => talks.has(how)) ?? 'nowhere'
  const together = alone.length === 1 ? alone[0]!.values : said(new Set(alone.map(({ sentence }) => sentence)))
  return {
    sentences: alone.map(({ sentence, talks, values }) => ({ sentence, values: placed(values, [`t:${talks}`]) })),
    together: placed(together, ['d:document', `d:talks:${nearest}`]),
  }
}
