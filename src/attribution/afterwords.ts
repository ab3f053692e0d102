import type { Speaker } from './speaker'
import { labelled } from './speaker'
import type { Text } from './text'
import { firstMention } from './text'

/** What points back at words just quoted: "*These* were the words of X", "*So* spoke X". */
const POINTERS = new Set(['this', 'that', 'these', 'those', 'such', 'so', 'thus'])
const WORDS = new Set(
  'word remark comment verdict message answer reply response reaction warning statement view opinion line speaker'.split(' '),
)
/** "The president was speaking to elders." */
const SPEAKING = new Set(['speak', 'talk', 'address', 'write'])

/** The speaker whom only the sentence after a quotation names ("These were the words of X", "X was speaking in Kabul"), or undefined. */
export function afterwordOf(text: Text, close: number): Speaker | undefined {
  const { document, syntax, actors, unitsOfSentence, clausesOfUnit } = text
  const { norms, lemmas, sentenceOf, sentences, quotationOf, paragraphOf } = document
  const after = close + 1
  if (after >= document.length || quotationOf[after]! >= 0) return undefined
  // the closing mark may have been left to the next sentence
  const next = sentences[sentenceOf[after]!]!
  if (paragraphOf[next.from] !== paragraphOf[close]) return undefined
  const from = Math.max(next.from, after)
  if (POINTERS.has(norms[from]!) && speaksOfWords(from, next.to)) {
    const mention = firstMention(text, from, next.to)
    return mention && labelled(mention, 'quote')
  }
  for (const u of unitsOfSentence[sentenceOf[after]!] ?? []) {
    for (const c of clausesOfUnit[u]!) {
      const { verb, subject, relation } = syntax.clauses[c]!
      if (relation !== 'root' || subject < 0 || !SPEAKING.has(lemmas[verb.head]!)) continue
      const entity = actors.entityOf[subject]!
      if (entity >= 0) return { entity, phrase: subject, mode: 'quote', clause: c }
    }
  }
  return undefined

  function speaksOfWords(start: number, end: number): boolean {
    for (let t = start; t < end; t++) if (WORDS.has(lemmas[t]!) || SPEAKING.has(lemmas[t]!)) return true
    return false
  }
}
