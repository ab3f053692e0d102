import type { Range } from '../document/document'
import type { Scene } from './scene'

const MEANS_TALKS =
  /^(it|they|that|this|these|(the|this|such|any) (whole )?(talks|meeting|conference|gathering|event|thing|affair|summit|session|exercise))$/
/** What is wished upon talks that one wants to see no more of. */
const ENDS =
  /^((is|are|was|were|be|has been|have been|gets|got) (first |simply |promptly |all )?(cancell?ed|called off|scrapped|abandoned|dropped|buried|forgotten|over|wound up)|(never|does not|do not|did not|is not|are not|was not|were not) (ever )?(takes? place|took place|happens?|happened|opens?|opened|begins?|began|starts?|started|convenes?|convened|meets?|met|held))\b/

/** "I would accept it on one condition, that it is called off": what is asked of the talks is that there be none, which opposes them. */
export function isMock(scene: Scene, { from, to }: Range): boolean {
  const { norms } = scene.document
  for (let verb = from + 1; verb < Math.min(to, from + 5); verb++)
    if (ENDS.test(norms.slice(verb, verb + 4).join(' ')))
      return MEANS_TALKS.test(norms.slice(from, verb).join(' ')) || scene.mentionsAt(verb - 1).some(({ target }) => target >= 0)
  return false
}
