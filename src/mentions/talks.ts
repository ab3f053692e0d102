import type { NounPhrase } from '../document/chunks'
import type { Syntax } from '../document/clauses'
import type { Document, PartOfSpeech } from '../document/document'
import { longestMatch } from '../document/phrases'
import type { ActorMentions } from './actors'
import { ASIDE, GENERIC, LIKENESS, OTHER } from './event-words'
import type { NameHit } from './names'
import type { CompiledTarget, TargetIndex } from './target-index'

/** A place in the text that names talks, or a part or a place of them. */
export interface TargetMention {
  readonly from: number
  readonly to: number
  /** Index of the target, `OTHER` or `GENERIC`. */
  readonly target: number
  /** `name` says which talks, `nominal` resumes them, `facet` is a part (the invitation), `venue` where they are held, `anaphor` it or there. */
  readonly kind: 'name' | 'nominal' | 'facet' | 'venue' | 'anaphor'
  readonly head: string
}

/** A particular round of talks named in the text. */
export interface NamedTalks {
  readonly at: number
  readonly target: number
  readonly head: string
  readonly sentence: number
  /** Whether they are only a measure for others. */
  readonly aside: boolean
}

/** The name of talks at a token, up to token `to`. */
export interface TalksName {
  readonly to: number
  readonly target: number
}

/** What is known of the talks of a document while it is read from left to right. */
export class Talks {
  readonly norms: readonly string[]
  readonly lemmas: readonly string[]
  readonly pos: readonly PartOfSpeech[]
  readonly sentenceOf: Int32Array
  readonly nounPhrases: readonly NounPhrase[]
  readonly targets: readonly CompiledTarget[]
  /** Names of talks by their first token. */
  readonly nameHits = new Map<number, TalksName>()
  /** For each target whether the text is known to be about it. */
  readonly anchored: boolean[]
  readonly found: TargetMention[] = []
  /** Sentences that name a target, or resume it. */
  readonly sentences = new Set<number>()
  /** Named and resumed talks in reading order. */
  readonly log: NamedTalks[] = []
  /** The first mention that begins at a token. */
  private readonly mentionAt = new Map<number, TargetMention>()
  private readonly actorNameAt: ReadonlyMap<number, NameHit>

  constructor(
    readonly document: Document,
    readonly syntax: Syntax,
    readonly actors: ActorMentions,
    index: TargetIndex,
  ) {
    this.norms = document.norms
    this.lemmas = document.lemmas
    this.pos = document.pos
    this.sentenceOf = document.sentenceOf
    this.nounPhrases = syntax.nounPhrases
    this.targets = index.targets
    this.anchored = index.targets.map(() => false)
    index.targets.forEach(({ single }, k) => {
      if (single.size > 0 && document.norms.some((norm) => single.has(norm))) this.anchored[k] = true
    })
    for (let t = 0; t < document.length; t++) {
      const match = longestMatch(index.names, document.norms, t)
      if (!match) continue
      const target = match.values.find((v) => v >= 0) ?? OTHER
      this.nameHits.set(t, { to: match.to, target })
      if (target >= 0) this.anchored[target] = true
    }
    const actorNameAt = new Map<number, NameHit>()
    for (const hit of actors.names) for (let t = hit.from; t < hit.to; t++) actorNameAt.set(t, hit)
    this.actorNameAt = actorNameAt
  }

  add(from: number, to: number, target: number, kind: TargetMention['kind'], head: string): void {
    const mention: TargetMention = { from, to, target, kind, head }
    this.found.push(mention)
    if (target >= 0 && kind !== 'venue') this.sentences.add(this.sentenceOf[from]!)
    if (!this.mentionAt.has(from)) this.mentionAt.set(from, mention)
    if ((kind === 'name' || kind === 'nominal') && target !== GENERIC)
      this.log.push({ at: from, target, head, sentence: this.sentenceOf[from]!, aside: this.isAside(from) })
  }

  /** Whether talks named at a token are only a measure for others. */
  private isAside(from: number): boolean {
    const before = this.norms[from - 1] ?? ''
    return ASIDE.has(before) || (/^(?:of|to|for)$/.test(before) && LIKENESS.has(this.lemmas[from - 2] ?? ''))
  }

  /** The first mention found that begins at a token. */
  mentionFrom(token: number): TargetMention | undefined {
    return this.mentionAt.get(token)
  }

  /** The listed name of an actor around a token. */
  actorName(token: number): NameHit | undefined {
    return this.actorNameAt.get(token)
  }

  /** The talks named last before a token: those with the same head noun within twelve sentences, else any; the distance is in sentences. */
  salientBefore(token: number, head: string): { target: number; distance: number } | undefined {
    const sentence = this.sentenceOf[token]!
    let any: NamedTalks | undefined
    for (let k = this.log.length - 1; k >= 0; k--) {
      const l = this.log[k]!
      if (l.at >= token) continue
      // "smaller than last year's Moscow talks": what is compared with them is under discussion, if it is named close by
      if (any?.aside && !l.aside && l.sentence === any.sentence) any = l
      any ??= l
      if (l.sentence < any.sentence && (head === '' || l.sentence < sentence - 12)) break
      if (head !== '' && l.head === head && !l.aside) return { target: l.target, distance: sentence - l.sentence }
    }
    return any ? { target: any.target, distance: sentence - any.sentence } : undefined
  }
}
