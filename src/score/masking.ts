import { startsUpper } from '../document/letters'
import { isTimeWord } from '../document/time-words'
import type { ActorMention } from '../mentions/entities'
import type { TargetMentions } from '../mentions/targets'
import { GENERIC, OTHER } from '../mentions/targets'
import type { Reading } from '../rules/votes'

/** The words of a text as the model sees them, without identities: each token's symbol, or '' where it adds nothing. */
export interface Masked {
  /** The symbol of a token. */
  at(token: number): string
}

const FIRST_PERSON = new Set(['i', 'we', 'us', 'me', 'our', 'my', 'ours', 'mine', 'ourselves', 'myself'])

/** Sentences that are masked together, as no mention crosses their ends, and the mentions in them. */
interface Block {
  readonly from: number
  readonly to: number
  readonly targets: TargetMentions['mentions'][number][]
  readonly actors: ActorMention[]
  /** Its words before mentions are covered. */
  plain: string[] | undefined
}

/** For each sentence its block. */
const blocks = new WeakMap<Reading, readonly Block[]>()

function blocksOf(reading: Reading): readonly Block[] {
  let found = blocks.get(reading)
  if (found === undefined) blocks.set(reading, (found = readBlocks(reading)))
  return found
}

function readBlocks({ document, actors, targets }: Reading): readonly Block[] {
  const { sentences, sentenceOf } = document
  /** Whether a mention crosses the end of a sentence. */
  const crossed = new Uint8Array(sentences.length)
  for (const list of [targets.mentions, actors.mentions])
    for (const { from, to } of list) for (let s = sentenceOf[from]!; to > sentences[s]!.to; s++) crossed[s] = 1
  const out: Block[] = []
  for (let s = 0; s < sentences.length;) {
    let last = s
    while (crossed[last] === 1) last++
    const block: Block = { from: sentences[s]!.from, to: sentences[last]!.to, targets: [], actors: [], plain: undefined }
    for (; s <= last; s++) out.push(block)
  }
  for (const mention of targets.mentions) out[sentenceOf[mention.from]!]!.targets.push(mention)
  for (const mention of actors.mentions) out[sentenceOf[mention.from]!]!.actors.push(mention)
  return out
}

/**
 * Masks names: `HOLDER`, `ACTOR`, `TARGET` (`TARGET_offer` for a part of the talks), `OTHER` for other talks, `TALKS` for talks in general, `VENUE`,
 * `NAME`, `NUM`, `TIME`. A mention of several words is one symbol. All else is the lower-case lemma; of punctuation only "?" stays. Only the
 * sentences that are asked for are masked.
 */
export function maskWords(reading: Reading, holder: number, target: number): Masked {
  const { document, attribution, syntax } = reading
  const { norms, lemmas, pos, words, sentenceOf } = document
  const all = blocksOf(reading)
  const masked = new Map<Block, readonly string[]>()
  return {
    at(token) {
      const block = all[sentenceOf[token]!]!
      let symbols = masked.get(block)
      if (symbols === undefined) masked.set(block, (symbols = mask(block)))
      return symbols[token - block.from]!
    },
  }

  function mask(block: Block): readonly string[] {
    const { from, to, targets, actors } = block
    if (block.plain === undefined) {
      block.plain = []
      for (let t = from; t < to; t++) block.plain.push(wordOf(t))
    }
    const out = block.plain.slice()
    const cover = (first: number, end: number, symbol: string): void => {
      for (let t = first; t < end; t++) out[t - from] = t === first ? symbol : ''
    }
    for (const mention of targets) {
      const symbol = symbolOf(mention.target, mention.kind, mention.head)
      if (symbol === '') continue
      let end = mention.to
      for (const actor of actors)
        if (actor.entity === holder && actor.from > mention.from && actor.from < end && !isModifier(actor.to, end))
          end = actor.from
      cover(mention.from, end, symbol)
    }
    for (const mention of actors) {
      if (out[mention.from - from] === '' && targets.some((m) => m.from < mention.from && mention.to <= m.to)) continue
      cover(mention.from, mention.to, mention.entity === holder ? 'HOLDER' : 'ACTOR')
    }
    for (let t = from; t < to; t++) {
      if (!FIRST_PERSON.has(norms[t]!)) continue
      const clause = syntax.clauseOf[t]!
      const speaker = clause < 0 ? undefined : attribution.speakerOf(clause)
      if (speaker) out[t - from] = speaker.entity === holder ? 'HOLDER' : 'ACTOR'
    }
    return out
  }
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
  function wordOf(t: number): string {
    const tag = pos[t]
    const norm = norms[t]!
    if (tag === 'PUNCT' || tag === 'SYM' || tag === 'SPACE') return norm === '?' ? '?' : ''
    if (tag === 'NUM' || /\d/.test(norm)) return 'NUM'
    if (isTimeWord(norm) || isTimeWord(lemmas[t]!)) return 'TIME'
    if (tag === 'PROPN') return isShouted(t) ? lemmas[t]! : 'NAME'
    if (startsUpper(words[t]!) && !startsSentence(t) && norm !== 'i' && tag !== 'PRON' && !inHeadline(t)) return 'NAME'
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
