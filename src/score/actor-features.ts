import type { Rule } from '../types'
import { contextFeatures } from './context-features'
import { stanceFeatures } from './features'
import type { FeatureValues } from './model'
import type { ReadText } from './reader'
import type { Vocabulary } from './vocabulary'
import type { Window } from './windows'

/** The features of an actor of a whole text, from all statements in which it may take a position, whether these name the talks at all, and its place in the text. */
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
  const talks = new Set(windows.map((window) => window.talks))
  if (!talks.has('named'))
    values.set(`d:talks:${talks.has('understood') ? 'understood' : talks.has('far') ? 'far' : 'nowhere'}`, 1)
  for (const feature of contextFeatures(read, holder, target))
    if (known === undefined || known.has(feature)) values.set(feature, 1)
  return values
}
