import { grammar } from '../../data'
import type { Chunk, NounPhrase, VerbChunk } from '../chunks'
import type { Document } from '../document'
import { startsUpper } from '../letters'
import { isQuoteMark } from '../quote-marks'

const SUBORDINATORS = new Set(grammar.subordinators)

/** Whether a word can open a subordinate clause. */
export const canSubordinate = (norm: string): boolean => SUBORDINATORS.has(norm)

/** Questions about the chunks that are still to come. */
export class LookAhead {
  constructor(
    private readonly document: Document,
    private readonly chunks: readonly Chunk[],
    private readonly nps: readonly NounPhrase[],
    private readonly verbs: readonly VerbChunk[],
  ) {}

  /** Does a finite verb follow the noun phrase at chunk `c` (so that it is the subject of a new clause)? */
  startsClause(c: number): boolean {
    const { chunks, nps, verbs } = this
    for (let k = c + 1; k < chunks.length; k++) {
      const next = chunks[k]!
      if (next.type === 'vp') return verbs[next.vp]!.form === 'finite'
      if (next.type === 'np') {
        const np = nps[next.np]!
        if (np.preposition < 0 && !np.temporal) return false
        continue
      }
      if (next.type === 'quote') return false
      const norm = this.document.norms[next.token]!
      if (norm === ',' || norm === 'and' || norm === ';' || SUBORDINATORS.has(norm) || norm === 'who' || norm === 'which')
        return false
    }
    return false
  }

  /** "Russia, China and Iran": does a conjunction with a noun phrase like `last` follow? `within` says that a list has begun already. */
  listGoesOn(c: number, last: NounPhrase, within: boolean): boolean {
    const { chunks, nps } = this
    const { norms, words } = this.document
    let k = c + 1
    let items = 0
    while (k < chunks.length && items < 60) {
      const next = chunks[k]!
      if (next.type === 'word') {
        const norm = norms[next.token]!
        if (norm === 'and' || norm === 'or' || norm === '&') {
          const after = chunks[k + 1]
          // "China, Iran and most of the states", "Russia, China, Iran and the four republics"
          const long = items > 2 || within
          if (after?.type === 'word') return long && /^(most|many|several|some|others)$/.test(norms[after.token]!)
          return after?.type === 'np' && (long || this.isLike(last, nps[after.np]!))
        }
        if (norm !== ',' && !isQuoteMark(words[next.token]!)) return false
      } else if (next.type !== 'np' || nps[next.np]!.preposition >= 0) return false
      items++
      k++
    }
    return false
  }

  /** Whether two phrases can be items of one list: "Iran", "the Central Asian states". */
  private isLike(left: NounPhrase, right: NounPhrase): boolean {
    const { pos, words, norms } = this.document
    if (pos[left.head] === pos[right.head]) return true
    if (pos[left.head] !== 'PROPN') return false
    // "Germany, France and eight others", "Iran, China and other neighbours"
    const rest = pos[right.from] === 'NUM' || norms.slice(right.from, right.head + 1).some((norm) => /^others?$/.test(norm))
    return rest || words.slice(right.from, right.head).some((w) => startsUpper(w))
  }

  /** Is the chunk after `c` a finite verb, adverbs aside? */
  verbComesNext(c: number): boolean {
    for (let k = c + 1; k < this.chunks.length; k++) {
      const next = this.chunks[k]!
      if (next.type === 'vp') return this.verbs[next.vp]!.form === 'finite'
      if (next.type !== 'word' || this.document.pos[next.token] !== 'ADV') return false
    }
    return false
  }

  /** Does a noun phrase with a common noun come next, and right behind it a name? */
  isPhraseBeforeName(c: number): boolean {
    const [common, name] = [this.chunks[c + 1], this.chunks[c + 2]]
    if (common?.type !== 'np' || name?.type !== 'np') return false
    const { pos } = this.document
    return pos[this.nps[common.np]!.head] === 'NOUN' && pos[this.nps[name.np]!.head] === 'PROPN' && !this.nps[name.np]!.temporal
  }

  /** Does a bare auxiliary, a noun phrase and a verb open the sentence, with a main clause to come after a comma? */
  isInverted(c: number, verb: VerbChunk): boolean {
    const { norms } = this.document
    if (!/^(should|were|had)$/.test(norms[verb.head]!) || verb.to - verb.from > 1) return false
    if (this.chunks[c + 1]?.type !== 'np') return false
    let seen = false
    for (let k = c + 2; k < this.chunks.length; k++) {
      const item = this.chunks[k]!
      if (item.type === 'word' && norms[item.token] === '?') return false
      if (item.type === 'word' && norms[item.token] === ',' && seen) return true
      if (item.type === 'vp') seen = true
    }
    return false
  }

  /** After the comma at chunk c: an insertion, another comma, and then a finite verb? */
  insertionThenVerb(c: number): boolean {
    const { norms } = this.document
    const next = this.chunks[c + 1]
    const relative = next?.type === 'word' && /^(who|which|whose)$/.test(norms[next.token]!)
    // "Turkmenistan, citing its neutrality, sent …", "Tajikistan, invited late, did not answer"
    const participle =
      next?.type === 'vp' && (this.verbs[next.vp]!.form === 'gerund' || this.isParticipleInside(this.verbs[next.vp]!))
    if (!relative && !participle && next?.type !== 'np') return false
    for (let k = c + 1; k < this.chunks.length && k < c + 24; k++) {
      const item = this.chunks[k]!
      if (item.type === 'word' && norms[item.token] === ',') {
        return this.finiteBehindAdverbials(k + 1)
      }
    }
    return false
  }

  /** Is the first chunk from `k` on a finite verb, adverbs and phrases of time and place aside: "…, *on Monday rejected*"? */
  private finiteBehindAdverbials(k: number): boolean {
    const { pos } = this.document
    for (let j = k; j < this.chunks.length && j < k + 5; j++) {
      const item = this.chunks[j]!
      if (item.type === 'vp') return this.verbs[item.vp]!.form === 'finite'
      if (item.type === 'quote') return false
      if (item.type === 'word' && pos[item.token] !== 'ADP' && pos[item.token] !== 'ADV') return false
      if (item.type === 'np' && !this.nps[item.np]!.temporal && this.nps[item.np]!.preposition < 0) return false
    }
    return false
  }

  /** "gathered their papers, walked out and drove off": does "and" with another verb follow in the same clause? */
  seriesGoesOn(verb: VerbChunk): boolean {
    const { norms } = this.document
    if (norms[verb.to] === 'by') return false
    for (let k = this.chunkOf(verb) + 1; k > 0 && k < this.chunks.length; k++) {
      const item = this.chunks[k]!
      if (item.type === 'vp' || item.type === 'quote') return false
      if (item.type === 'word' && norms[item.token] === 'and') {
        const next = this.chunks[k + 1]
        if (next?.type !== 'vp') continue
        return this.verbs[next.vp]!.form === 'finite' && this.verbs[next.vp]!.modal === ''
      }
    }
    return false
  }

  /** "the moot, originally set for May, was put off": no object follows, and the next finite verb comes right after a comma. */
  isParticipleInside(verb: VerbChunk): boolean {
    const at = this.chunkOf(verb)
    const next = this.chunks[at + 1]
    if (next?.type === 'np' && this.nps[next.np]!.preposition < 0 && !this.nps[next.np]!.temporal) return false
    for (let k = at + 1; k < this.chunks.length; k++) {
      const c = this.chunks[k]!
      if (c.type !== 'vp' || this.verbs[c.vp]!.form !== 'finite') continue
      const before = this.chunks[k - 1]!
      return before.type === 'word' && this.document.norms[before.token] === ','
    }
    return false
  }

  /** Does a finite verb of the same clause follow, before any subordinator? */
  finiteInMain(from: number): boolean {
    for (const c of this.chunks) {
      if (c.type === 'word' && c.token >= from && SUBORDINATORS.has(this.document.norms[c.token]!)) return false
      if (c.type === 'vp' && this.verbs[c.vp]!.from >= from && this.verbs[c.vp]!.form === 'finite') return true
    }
    return false
  }

  /** Does a finite verb follow anywhere in the unit? */
  finiteFollows(from: number): boolean {
    return this.chunks.some((c) => c.type === 'vp' && this.verbs[c.vp]!.from >= from && this.verbs[c.vp]!.form === 'finite')
  }

  /** Is the next thing a finite verb, phrases of place and time and adverbs aside? */
  verbFollows(verb: VerbChunk): boolean {
    for (let k = this.chunkOf(verb) + 1; k > 0 && k < this.chunks.length; k++) {
      const item = this.chunks[k]!
      if (item.type === 'vp') return this.verbs[item.vp]!.form === 'finite'
      if (item.type === 'quote') return false
      const { pos } = this.document
      if (item.type === 'word' && pos[item.token] !== 'ADV' && pos[item.token] !== 'ADP') return false
      if (item.type === 'np' && this.nps[item.np]!.preposition < 0 && !this.nps[item.np]!.temporal) return false
    }
    return false
  }

  /** "Only if Kabul agrees *will the Taliban come*": does a phrase and another verb follow a bare auxiliary in a sentence that opens with such a word? */
  isFronted(c: number, verb: VerbChunk): boolean {
    const { norms, pos } = this.document
    if (!/^(?:will|would|can|could|shall|should|may|might|do|does|did|has|have|had)$/.test(norms[verb.from]!)) return false
    if (verb.to - verb.from > 1) return false
    const first = this.chunks[0]!
    const opening = first.type === 'word' ? norms[first.token]! : first.type === 'np' ? norms[this.nps[first.np]!.from]! : ''
    const fronted =
      /^(?:only|never|nor|neither|rarely|seldom|not|why|how|under|at)$/.test(opening) &&
      ((opening !== 'under' && opening !== 'at') || norms.slice(verb.from - 3, verb.from).includes('no'))
    if (!fronted && !/^(?:nor|neither)$/.test(norms[verb.from - 1]!)) return false
    const [subject, next] = [this.chunks[c + 1], this.chunks[c + 2]]
    if (subject?.type !== 'np' || this.nps[subject.np]!.preposition >= 0) return false
    const aside = next?.type === 'word' && (pos[next.token] === 'ADV' || norms[next.token] === 'not')
    const at = aside ? this.chunks[c + 3] : next
    return at?.type === 'vp' && norms[this.verbs[at.vp]!.from] !== 'to'
  }

  /** Does another verb follow in this unit? */
  hasMore(verb: VerbChunk): boolean {
    return this.chunks.some((c) => c.type === 'vp' && this.verbs[c.vp]!.from > verb.to)
  }

  /** "once they agree": does a finite verb follow the word at chunk `c` before the next comma? Some words go with a participle too. */
  opensClause(c: number, withParticiple: boolean): boolean {
    for (let k = c + 1; k < this.chunks.length; k++) {
      const next = this.chunks[k]!
      if (next.type === 'vp') return this.verbs[next.vp]!.form === 'finite' || withParticiple
      if (next.type === 'word' && /^[,;]$/.test(this.document.norms[next.token]!)) return false
    }
    return false
  }

  private chunkOf(verb: VerbChunk): number {
    return this.chunks.findIndex((c) => c.type === 'vp' && this.verbs[c.vp]!.head === verb.head)
  }
}
