import { events } from '../data'
import type { TargetIndex } from './target-index'

/**
 * Makes a quick test for texts that cannot name any of the targets: it looks for a content word of a target's names, and for a word for talks
 * of any kind. It may let texts pass that turn out not to name a target, but never holds back one that does.
 */
export function makeScreen(index: TargetIndex): (text: string) => boolean {
  const heads = [...events.heads.strong, ...events.heads.weak, ...events.facets]
  const talks = new RegExp([...new Set(heads.map((h) => escape(h.slice(0, 5))))].join('|'), 'i')
  const names = index.targets.map(({ words }) => {
    const own = [...words].filter((w) => w.length > 2)
    return own.length === 0 ? undefined : new RegExp(own.map(escape).join('|'), 'i')
  })
  return (text) => talks.test(text) && names.some((name) => name === undefined || name.test(text))
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
