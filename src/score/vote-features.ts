import { gather } from '../document/grouped'
import type { Vote, Votes } from '../rules/votes'
import type { Rule, Stance } from '../types'
import { STANCES } from '../types'
import type { TextIndex } from './text-index'

/** Adds a value to a feature. */
export type Add = (feature: string, value?: number) => void

/** Kinds of reasons for which a match did not count, told by their wording. */
const REASONS: readonly (readonly [kind: string, wording: RegExp])[] = [
  ['question', /question/],
  ['hypothetical', /condition|hypothetical|claim/],
  ['undecided', /undecided/],
  ['negated', /negated/],
  ['governed', /governed|only/],
  ['object', /another object/],
  ['talks', /talks|target/],
  ['holder', /holds/],
]

/** What the rules say, by stance and never by rule: the holder's votes, those that nobody holds, those of others, and what was dismissed. */
export function voteFeatures(
  votes: Votes,
  index: TextIndex,
  rules: ReadonlyMap<string, Rule>,
  holder: number,
  target: number,
  sentences: ReadonlySet<number>,
  add: Add,
): void {
  const about = gather(index.votes, sentences)
    .map((v) => votes.votes[v]!)
    .filter((vote) => vote.target === target)
  const own = about.filter((vote) => vote.holder === holder)
  weigh('own', own)
  weigh(
    'orphan',
    gather(index.orphans, sentences)
      .map((v) => votes.orphans[v]!)
      .filter((vote) => vote.target === target),
  )
  weigh(
    'others',
    about.filter((vote) => vote.holder !== holder),
  )
  for (const vote of own) {
    if (vote.source >= 0) add(`v:secondhand:${vote.stance}`)
    if (vote.earlier) add(`v:earlier:${vote.stance}`)
    if (vote.headline) add(`v:headline:${vote.stance}`)
    add(`v:${vote.mode}:${vote.stance}`)
    if (vote.modifiers.length > 0) add(`v:modified:${vote.stance}`)
  }
  for (const d of gather(index.dismissed, sentences)) {
    const { hit, reason } = votes.dismissed[d]!
    const rule = rules.get(hit.rule)
    const kind = REASONS.find(([, wording]) => wording.test(reason))?.[0]
    if (rule?.kind === 'cue' && kind) add(`v:not:${kind}:${rule.stance}`)
  }

  function weigh(whose: string, list: readonly Vote[]): void {
    for (const stance of STANCES) {
      const weights = list.filter((vote) => vote.stance === stance && !vote.earlier).map((vote) => vote.weight)
      if (weights.length === 0) continue
      const most = weights.reduce((a, b) => Math.max(a, b))
      add(`v:${whose}:${stance}:max`, most / 2)
      add(
        `v:${whose}:${stance}:sum`,
        Math.min(
          6,
          weights.reduce((a, b) => a + b, 0),
        ) / 4,
      )
      add(`v:${whose}:${stance}:${bucket(most)}`)
    }
    if (list.length === 0) add(`v:${whose}:silent`)
    else add(`v:${whose}:${[...new Set(list.map((vote) => vote.stance))].sort(order).join('+')}`)
  }
}

const bucket = (weight: number): string => (weight < 0.6 ? 'weak' : weight < 1.2 ? 'plain' : 'strong')
const order = (a: Stance, b: Stance): number => STANCES.indexOf(a) - STANCES.indexOf(b)
