import type { ReadText } from './reader'
import { sentencesOf } from './features'

/** Sentences that make one statement of a holder: at most this many, as in the training texts. */
const LONGEST = 4
/** The holder's sentences paragraph by paragraph, where they name the talks or resume them: each set is a statement that the model can judge. */
export function statementWindows(read: ReadText, holder: number, target: number): Set<number>[] {
  const { document, targets } = read.reading
  const byParagraph = new Map<number, number[]>()
  for (const sentence of [...sentencesOf(read.reading, read.votes, holder, target)].sort((a, b) => a - b)) {
    const { from } = document.sentences[sentence]!
    const paragraph = document.paragraphOf[from]!
    const { kind } = document.paragraphs[paragraph]!
    if (kind === 'residue' || kind === 'byline' || kind === 'caption') continue
    const list = byParagraph.get(paragraph)
    if (list) list.push(sentence)
    else byParagraph.set(paragraph, [sentence])
  }
  const out: Set<number>[] = []
  for (const list of byParagraph.values())
    for (let i = 0; i < list.length; i += LONGEST) {
      const window = new Set(list.slice(i, i + LONGEST))
      if (isAbout(window)) out.push(window)
    }
  return out

  function isAbout(window: ReadonlySet<number>): boolean {
    return targets.mentions.some((m) => m.target === target && m.kind !== 'venue' && window.has(document.sentenceOf[m.from]!))
  }
}
