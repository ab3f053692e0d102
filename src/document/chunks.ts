import { nounPhraseAt, startsNounPhrase } from './chunks/noun-phrase'
import { isBe, isDo, isHave, isModal } from './chunks/auxiliaries'
import { isProvided } from './chunks/provided'
import { TokenRun } from './chunks/token-run'
import { readVerbGroup } from './chunks/verb-group'
import type { Document } from './document'
import { isPreposition, isPrepositional } from './prepositions'
import { isQuoteMark } from './quote-marks'
import { isTimeHead } from './time-words'
import { verblessPredicate } from './verbless'

/** A noun phrase without its trailing prepositional phrases: `the Afghan foreign ministry`, `Lavrov`, `they`. */
export interface NounPhrase {
  readonly from: number
  readonly to: number
  /** Token index of the last nominal. */
  readonly head: number
  /** Index of the noun phrase in the possessive before this one (`Afghanistan's`), or -1. */
  readonly possessor: number
  /** Token index of the preposition right before it, or -1. */
  preposition: number
  /** Whether it is a time expression: `Monday`, `last week`. */
  readonly temporal: boolean
}

export type VerbForm = 'finite' | 'infinitive' | 'gerund' | 'participle'

/** A verb with its auxiliaries and the adverbs between them: `will not be attending`. */
export interface VerbChunk {
  readonly from: number
  readonly to: number
  /** Token index of the main verb. */
  readonly head: number
  readonly form: VerbForm
  /** Whether the finite form could as well be a participle (`invited`, `held` without an auxiliary). */
  readonly ambiguous: boolean
  readonly passive: boolean
  readonly negated: boolean
  /** Modal auxiliary in lower case (`will`, `should`, `have` for "have to"), or ''. */
  readonly modal: string
  readonly perfect: boolean
}

export type Chunk =
  | { readonly type: 'np'; readonly np: number }
  | { readonly type: 'vp'; readonly vp: number }
  | { readonly type: 'quote' }
  | { readonly type: 'word'; readonly token: number }

/** The noun phrases, verb groups and other words of a run of tokens, in reading order. */
export interface Chunks {
  readonly nounPhrases: NounPhrase[]
  readonly verbs: VerbChunk[]
}

/** Reads the chunks of `tokens` (ascending token indexes of one syntactic unit; a gap stands for a quotation) into `out`. */
export function readChunks(document: Document, tokens: Int32Array, out: Chunks): Chunk[] {
  const run = new TokenRun(document, tokens)
  const chunks: Chunk[] = []
  const predicate = verblessPredicate(document, tokens)
  let possessor = -1
  let i = 0
  while (i < run.length) {
    if (run.isGap(i)) chunks.push({ type: 'quote' })
    const group = i === predicate ? { verb: verbless(run.token(i)), next: i + 1 } : verbGroupAt(run, i)
    if (group) {
      chunks.push({ type: 'vp', vp: out.verbs.push(group.verb) - 1 })
      possessor = -1
      i = group.next
      continue
    }
    const phrase = opensRelative(run, i) || !startsNounPhrase(run, i) ? undefined : nounPhraseAt(run, i, predicate)
    if (!phrase) {
      chunks.push({ type: 'word', token: run.token(i) })
      i++
      continue
    }
    const { head, end } = phrase
    const index =
      out.nounPhrases.push({
        from: run.token(i),
        to: run.token(end - 1) + 1,
        head: run.token(head),
        possessor,
        preposition: possessor >= 0 ? out.nounPhrases[possessor]!.preposition : prepositionBefore(document, chunks),
        temporal: isTimeHead(run.norm(head), run.lemma(head)),
      }) - 1
    const possessed = run.isPossessive(end)
    i = possessed ? end + 1 : end
    possessor = possessed && isPossessed(run, i) ? index : -1
    if (possessor < 0) chunks.push({ type: 'np', np: index })
  }
  return chunks
}

/** A verb group, where one starts. */
function verbGroupAt(run: TokenRun, k: number): { readonly verb: VerbChunk; readonly next: number } | undefined {
  const pos = run.pos(k)
  const norm = run.norm(k)
  const next = run.norm(k + 1)
  const isInfinitive = pos === 'PART' && norm === 'to' && run.startsVerb(k + 1) && !(next.endsWith('ing') && next.length > 5)
  const isAuxiliary = pos === 'AUX' || (pos === 'VERB' && (isBe(norm) || isHave(norm) || isDo(norm) || isModal(norm)))
  if (isInfinitive || isAuxiliary) return readVerbGroup(run, k, isInfinitive)
  if (pos !== 'VERB' || run.isModifier(k, k - 1) || isPrepositional(norm) || isProvided(run, k)) return undefined
  return readVerbGroup(run, k, false)
}

/** Whether a word opens a relative clause or the like instead of a noun phrase. */
function opensRelative(run: TokenRun, k: number): boolean {
  const norm = run.norm(k)
  if (norm !== 'that') return /^(?:who|whom|which|whose)$/.test(norm)
  const next = run.pos(k + 1)
  return (next !== 'NOUN' && next !== 'ADJ') || run.pos(k - 1) === 'VERB'
}

/** "Ghani's is": whether something possessed follows behind the mark of a possessive. */
function isPossessed(run: TokenRun, k: number): boolean {
  const isQuoted = k < run.length && isQuoteMark(run.word(k)) && startsNounPhrase(run, k + 1)
  return isQuoted || startsNounPhrase(run, k) || run.pos(k) === 'VERB' || run.pos(k) === 'ADV'
}

/** The preposition that came right before, unless it belongs to a verb ("turned down the invitation"), or -1. */
function prepositionBefore(document: Document, chunks: readonly Chunk[]): number {
  const before = chunks.at(-1)
  if (before?.type !== 'word' || !isPreposition(document, before.token)) return -1
  const { token } = before
  const isParticle = /^(?:up|out|off|down|away|back)$/.test(document.norms[token]!) && document.pos[token - 1] === 'VERB'
  return isParticle ? -1 : token
}

/** The predicate of a line without a verb, as a verb group. */
const verbless = (token: number): VerbChunk => ({
  from: token,
  to: token + 1,
  head: token,
  form: 'finite',
  ambiguous: false,
  passive: false,
  negated: false,
  modal: '',
  perfect: false,
})
