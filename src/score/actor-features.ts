import type { Rule } from '../types'
import { stanceFeatures } from './features'
import type { FeatureValues } from './model'
import type { ReadText } from './reader'
import type { Vocabulary } from './vocabulary'
import type { Window } from './windows'

/** The features of an actor of a whole text, from all statements in which it may take a position, and whether these name the talks at all. */
export function actorFeatures(
  read: ReadText,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  windows: readonly Window[],
  known?: Vocabulary,
): FeatureValues {
  const sentences = new Set<number>()
  for (const window of windows) for (const sentence of window.sentences) sentences.add(sentence)
  const values = stanceFeatures(read, rules, holder, target, sentences, known)
  values.set('d:document', 1)
  if (windows.length === 0) values.set('d:nothing', 1)
  else if (!windows.some(({ named }) => named)) values.set('d:understood', 1)
  return values
}
