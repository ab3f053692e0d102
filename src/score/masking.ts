import { isTimeWord } from '../document/chunks'
import { GENERIC, OTHER } from '../mentions/targets'
import type { Reading } from '../rules/votes'

/** The words of a text as the model sees them, without identities: each token's symbol, or '' where it adds nothing. */
export type Masked = readonly string[]

const FIRST_PERSON = new Set(['i', 'we', 'us', 'me', 'our', 'my', 'ours', 'mine', 'ourselves', 'myself'])

/**
 * Masks names: `HOLDER`, `ACTOR`, `TARGET` (`TARGET_offer` for a part of the talks), `OTHER` for other talks, `TALKS` for talks in general, `VENUE`,
 * `NAME`, `NUM`, `TIME`. A mention of several words is one symbol. All else is the lower-case lemma; of punctuation only "?" stays.
 */
export function maskWords(reading: Reading, holder: number, target: number): Masked {
  const { document, actors, targets, attribution, syntax } = reading
  const { norms, lemmas, pos, words, length } = document
  const out = new Array<string>(length)
  for (let t = 0; t < length; t++) out[t] = wordOf(t)

  for (const mention of targets.mentions) {
    const symbol = symbolOf(mention.target, mention.kind, mention.head)
    if (symbol === '') continue
    let end = mention.to
    for (const actor of actors.mentions)
      if (actor.entity === holder && actor.from > mention.from && actor.from < end && !isModifier(actor.to, end)) end = actor.from
    cover(mention.from, end, symbol)
  }
  for (const mention of actors.mentions) {
    if (out[mention.from] === '' && targets.mentions.some((m) => m.from < mention.from && mention.to <= m.to)) continue
    cover(mention.from, mention.to, mention.entity === holder ? 'HOLDER' : 'ACTOR')
  }
  for (let t = 0; t < length; t++) {
    if (!FIRST_PERSON.has(norms[t]!)) continue
    const clause = syntax.clauseOf[t]!
    const speaker = clause < 0 ? undefined : attribution.speakerOf(clause)
    if (speaker) out[t] = speaker.entity === holder ? 'HOLDER' : 'ACTOR'
  }
  return out

  function symbolOf(which: number, kind: string, head: string): string {
    if (which === OTHER) return 'OTHER'
    if (which === GENERIC) return kind === 'facet' ? '' : 'TALKS'
    if (which !== target) return 'OTHER'
    if (kind === 'venue') return 'VENUE'
    return kind === 'facet' ? `TARGET_${head}` : 'TARGET'
  }
  /** "the Taliban talks": the actor only helps to name the talks. */
  function isModifier(after: number, end: number): boolean {
    return after < end && pos[after] !== 'ADP' && pos[after] !== 'CCONJ' && pos[after] !== 'PUNCT'
  }
  function cover(from: number, to: number, symbol: string): void {
    for (let t = from; t < to; t++) out[t] = t === from ? symbol : ''
  }
  function wordOf(t: number): string {
    const tag = pos[t]
    const norm = norms[t]!
    if (tag === 'PUNCT' || tag === 'SYM' || tag === 'SPACE') return norm === '?' ? '?' : ''
    if (tag === 'NUM' || /\d/.test(norm)) return 'NUM'
    if (isTimeWord(norm) || isTimeWord(lemmas[t]!)) return 'TIME'
    if (tag === 'PROPN') return isShouted(t) ? lemmas[t]! : 'NAME'
    if (/^\p{Lu}/u.test(words[t]!) && !startsSentence(t) && norm !== 'i' && tag !== 'PRON' && !inHeadline(t)) return 'NAME'
    return lemmas[t]!
  }
  function startsSentence(t: number): boolean {
    const before = pos[t - 1]
    return document.sentences[document.sentenceOf[t]!]!.from === t || before === 'PUNCT' || before === 'SYM'
  }
  function inHeadline(t: number): boolean {
    return document.paragraphs[document.paragraphOf[t]!]!.kind === 'headline'
  }
  /** Words in capitals say nothing of names. */
  function isShouted(t: number): boolean {
    return (
      words[t] === words[t]!.toUpperCase() &&
      words[t - 1] !== undefined &&
      words[t - 1] === words[t - 1]!.toUpperCase() &&
      /\p{L}/u.test(words[t - 1]!)
    )
  }
}
