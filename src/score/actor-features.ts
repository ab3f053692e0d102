import type { Rule } from '../types'
import { contextFeatures } from './context-features'
import { stanceFeatures } from './features'
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
  const featuresOf = (sentences: ReadonlySet<number>, more: readonly string[]): Map<string, number> => {
    const values = stanceFeatures(read, rules, holder, target, sentences, known)
    for (const feature of context) values.set(feature, 1)
    for (const feature of more) if (known.has(feature)) values.set(feature, 1)
    return values
  }
  const sentences = windows.flatMap((window) =>
    [...window.sentences].map((sentence) => ({
      sentence,
      values: featuresOf(new Set([sentence]), [`t:${window.talks}`]),
    })),
  )
  const talks = new Set(windows.map((window) => window.talks))
  const nearest = (['named', 'understood', 'far'] as const).find((how) => talks.has(how)) ?? 'nowhere'
  const all = new Set(windows.flatMap((window) => [...window.sentences]))
  return { sentences, together: featuresOf(all, ['d:document', `d:talks:${nearest}`]) }
}
