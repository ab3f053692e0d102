import type { Speaker } from '../attribution/speakers'
import { speechKind } from '../document/speech-kinds'
import type { Scene } from './scene'

/** Those who only pass on what they heard. */
const MEDIA =
  /^(report|site|website|newspaper|paper|daily|weekly|magazine|tabloid|outlet|medium|media|press|broadcaster|channel|station|blog|blogger|post|account|rumou?r|version|headline|leak|source)$/
/** "anonymous sources", "an official who asked not to be named". */
const NAMELESS = /^(anonymous|unnamed|unidentified|unconfirmed|unsourced)$/
const NO_NAME = /\b(not to be (named|identified|quoted)|not be (named|identified)|anonymity)\b/
const QUOTING = /^(quote|cite|report|rumou?r)$/

/** Whether words come from the press or from somebody without a name, so that the holder's own later word stands against them. */
export function isHearsay(scene: Scene, speaker: Speaker | undefined): boolean {
  if (!speaker || speaker.phrase < 0) return false
  const { document, syntax } = scene
  const { norms, lemmas } = document
  const { from, to, head } = syntax.nounPhrases[speaker.phrase]!
  if (MEDIA.test(lemmas[head]!) || MEDIA.test(norms[head]!)) return true
  for (let t = from; t < to; t++) if (NAMELESS.test(norms[t]!)) return true
  const clause = syntax.clauses[speaker.clause]
  const above = clause && syntax.clauses[clause.parent]
  // "was quoted as saying"
  if (above?.verb.passive && QUOTING.test(lemmas[above.verb.head]!) && speechKind(lemmas[clause!.verb.head]!)) return true
  const sentence = document.sentences[document.sentenceOf[from]!]!
  return NO_NAME.test(norms.slice(sentence.from, sentence.to).join(' '))
}
