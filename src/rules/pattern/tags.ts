import type { PartOfSpeech } from '../../document/document'
import type { Element } from './pattern'

/** Gives tags to a branch that is one bare word (or class); any other branch stays as it is. */
export function withTags(elements: readonly Element[], tags: readonly PartOfSpeech[]): readonly Element[] {
  const only = elements[0]
  if (tags.length === 0 || elements.length !== 1 || only === undefined) return elements
  return (only.type === 'word' || only.type === 'class') && only.tags.length === 0 ? [{ ...only, tags }] : elements
}
