import { OTHER } from '../mentions/targets'
import type { Slots } from './pattern/run'
import { slotsFrom } from './pattern/slots'
import type { Reading } from './scene'

/** What `<target>`, `<other>` and `<actor>` stand for in a text: an actor's name, or the noun phrase that it is the head of. */
export function slotsOf({ syntax, targets, actors }: Pick<Reading, 'syntax' | 'targets' | 'actors'>): Slots {
  return slotsFrom({
    target: targets.mentions.filter((mention) => mention.target >= 0),
    other: targets.mentions.filter((mention) => mention.target === OTHER),
    actor: actors.mentions.flatMap((mention) =>
      mention.phrase >= 0 ? [mention, syntax.nounPhrases[mention.phrase]!] : [mention],
    ),
  })
}
