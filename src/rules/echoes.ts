import type { Clause } from '../document/clauses'
import type { Scene } from './scene'
import { phraseAt } from './scene'

/** Phrases of those who do the same: "Karzai is here, as is Hekmatyar", "Iran will not go, nor will India", "Iran will go. So will China". */
export function echoesOf(scene: Scene, clause: Clause): number[] {
  const { norms, pos, sentenceOf, length, quotationOf } = scene.document
  const sentence = sentenceOf[clause.verb.head]!
  const out: number[] = []
  for (let t = clause.verb.to; t + 2 < length && sentenceOf[t]! <= sentence + 1; t++) {
    if (sentenceOf[t]! > sentence && sentenceOf[t - 1] === sentenceOf[t]) break
    if (!(clause.verb.negated ? NEITHER : ALSO).test(norms[t]!) || !ECHO.test(norms[t + 1]!)) continue
    if (quotationOf[t] !== quotationOf[clause.verb.head]) break
    const phrase = phraseAt(scene, t + 2)
    if (phrase < 0) continue
    const after = scene.syntax.nounPhrases[phrase]!.to
    if (after >= length || pos[after] === 'PUNCT' || pos[after] === 'CCONJ' || pos[after] === 'SCONJ') out.push(phrase)
  }
  return out
}

const ALSO = /^(?:as|so)$/
const NEITHER = /^(?:nor|neither)$/
const ECHO = /^(?:is|are|was|were|will|would|has|have|had|do|does|did|may|might|can|could|should)$/
