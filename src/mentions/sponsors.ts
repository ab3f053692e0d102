import { longestMatch, phraseWords } from '../document/phrases'
import type { Actor } from '../types'
import { isEventHead, singular } from './event-words'
import { covers } from './lexicon'
import type { Scene } from './scene'

/** What those do to talks who hold them: "UN-sponsored talks". */
const HELD_BY = /^(.+)-(?:brokered|chaired|convened|facilitated|hosted|led|mediated|organi[sz]ed|sponsored|backed|supervised)$/
/** How many words a name may have. */
const LONGEST = 4

/** Mentions those who hold talks by what the talks are called: "African Union-sponsored talks", "the Russian-hosted conference". */
export function mentionSponsors(scene: Scene): void {
  const { nounPhrases, words, lemmas } = scene
  for (const { from, head } of nounPhrases) {
    if (!isEventHead(singular(lemmas[head]!))) continue
    for (let t = from; t < head; t++) {
      const own = HELD_BY.exec(words[t]!)?.[1]
      const found = own === undefined ? undefined : sponsorAt(scene, from, t, own)
      // "an Afghan-led process" is what somebody asks for
      if (!found || (found.adjective && /-led$/.test(words[t]!) && /^(?:process|solution|dialogue)$/.test(lemmas[head]!)))
        continue
      const entity = scene.listed(found.actor)
      scene.mentions.push({ entity, from: found.from, to: t + 1, via: 'alias', person: false, phrase: -1 })
    }
  }
}

/** The listed actor that the words up to a token name, `last` for the token itself: the longest name. */
function sponsorAt(
  { words, lexicon, day }: Scene,
  from: number,
  token: number,
  last: string,
): { readonly actor: Actor; readonly from: number; readonly adjective: boolean } | undefined {
  for (let start = Math.max(from, token - LONGEST + 1); start <= token; start++) {
    const norms = phraseWords([...words.slice(start, token), last].join(' '))
    const match = longestMatch(lexicon.names, norms, 0)
    if (match?.to !== norms.length) continue
    const sense = match.values.find(
      (s) => s.actor && s.actor.kind !== 'person' && covers(s, day) && /^\p{Lu}/u.test(words[start]!),
    )
    if (sense?.actor) return { actor: sense.actor, from: start, adjective: sense.type === 'demonym' }
  }
  return undefined
}
