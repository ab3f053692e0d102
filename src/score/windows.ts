import { gather } from '../document/grouped'
import type { ReadText } from './reader'
import { sentencesOf } from './features'
import { indexOf } from './text-index'

/** A statement that the model can judge: some of a holder's sentences in one paragraph. */
export interface Window {
  readonly sentences: ReadonlySet<number>
  /** Whether it names the talks or resumes them, whether they can be understood in it, or whether they were named too far above. */
  readonly talks: 'named' | 'understood' | 'far'
}

/** Sentences that make one statement of a holder: at most this many, as in the training texts. */
const LONGEST = 4
/** Sentences after which talks that are not named again are no longer understood. */
const UNDERSTOOD = 3

/**
 * The holder's sentences paragraph by paragraph, where they name the talks, resume them or can be understood to be about them; where none does, all
 * of the holder's sentences, as a text may be about its talks from end to end.
 */
export function statementWindows(read: ReadText, holder: number, target: number): Window[] {
  const { document, targets } = read.reading
  const relayed = relayedBy(read, holder, target)
  const byParagraph = new Map<number, number[]>()
  for (const sentence of [...sentencesOf(read, holder, target)].sort((a, b) => a - b)) {
    const { from } = document.sentences[sentence]!
    const paragraph = document.paragraphOf[from]!
    const { kind } = document.paragraphs[paragraph]!
    if (kind === 'residue' || kind === 'byline' || kind === 'caption' || relayed.has(sentence)) continue
    const list = byParagraph.get(paragraph)
    if (list) list.push(sentence)
    else byParagraph.set(paragraph, [sentence])
  }
  const out: Window[] = []
  for (const list of byParagraph.values())
    for (let i = 0; i < list.length; i += LONGEST) {
      const sentences = new Set(list.slice(i, i + LONGEST))
      out.push({ sentences, talks: isNamed(sentences) ? 'named' : isUnderstood(list[i]!) ? 'understood' : 'far' })
    }
  const near = out.filter(({ talks }) => talks !== 'far')
  return near.length > 0 ? near : out

  function isNamed(sentences: ReadonlySet<number>): boolean {
    return gather(indexOf(read).targetMentions, sentences).some((m) => {
      const mention = targets.mentions[m]!
      return mention.target === target && mention.kind !== 'venue'
    })
  }
  function isUnderstood(sentence: number): boolean {
    const salient = targets.salientAt(document.sentences[sentence]!.to - 1)
    return salient !== undefined && salient.target === target && salient.distance <= UNDERSTOOD
  }
}

/** The sentences in which a rule has somebody tell another's position: they show none of the teller's own. */
function relayedBy({ reading: { document }, votes }: ReadText, teller: number, target: number): Set<number> {
  const out = new Set<number>()
  for (const { hit, holder, source, target: about } of votes.votes)
    if (source === teller && holder !== teller && about === target) out.add(document.sentenceOf[hit.head]!)
  return out
}
