import type { Document } from './document'
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

/** "have all confirmed", "will both attend". */
const FLOATING = new Set(['all', 'both', 'each'])
const LINKING = new Set(['remain', 'become', 'seem', 'appear', 'feel', 'stay', 'look', 'stand', 'sound'])
const MODALS = new Set(['will', 'would', 'shall', 'should', 'can', 'could', 'may', 'might', 'must', 'ought', "'ll", "'d"])
const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'m", "'re"])
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve"])
const DO = new Set(['do', 'does', 'did'])
const GET = new Set(['get', 'gets', 'got', 'gotten', 'getting'])
const NEGATIONS = new Set(['not', "n't", 'never', 'cannot', 'neither', 'nor', 'hardly', 'barely'])
const TIME = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight week month year morning evening afternoon night day hour ' +
    'minute weekend fortnight january february march april may june july august september october november december jan feb mar apr aug sept sep oct nov dec time moment spring summer autumn winter decade'
  ).split(' '),
)
const WEEKDAY = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight)$/
const PRONOUNS = new Set(
  'i you he she it we they me him her us them who whom himself herself itself themselves ourselves nobody somebody everybody anyone everyone someone none nothing this that these those one'.split(
    ' ',
  ),
)
const PARTICLES = new Set('up out off down away back on over in along aside through'.split(' '))
const ONLY_PARTICLES = new Set(['up', 'out', 'off', 'down', 'away', 'back'])
const IRREGULAR_PARTICIPLES = new Set(
  (
    'held led sent brought made put said told met left called taken given seen known shown gone done been become begun broken built bought caught chosen come cut dealt drawn driven felt found forgotten fought got grown heard hit hurt kept laid lost meant paid read run set shut ' +
    'sold shot spoken spent split stood struck stuck sworn taught thought thrown understood won withdrawn written hidden forbidden overthrown torn worn borne bound cast flung hung lent slain spun swept wound'
  ).split(' '),
)

export const isQuoteMark = (word: string): boolean => /^["'“”„‘’‚‹›«»`]+$|^''$/.test(word)
export const isTimeWord = (norm: string): boolean => TIME.has(norm)

/** The noun phrases, verb groups and other words of a run of tokens, in reading order. */
export interface Chunks {
  readonly nounPhrases: NounPhrase[]
  readonly verbs: VerbChunk[]
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM'])
const couldBeParticiple = (norm: string): boolean => norm.endsWith('ed') || IRREGULAR_PARTICIPLES.has(norm)

/** Reads the chunks of `tokens` (ascending token indexes of one syntactic unit; a gap stands for a quotation) into `out`. */
export function readChunks(document: Document, tokens: Int32Array, out: Chunks): Chunk[] {
  const { norms, pos, words, lemmas } = document
  const n = tokens.length
  const chunks: Chunk[] = []
  let i = 0
  const tok = (k: number): number => (k < n ? tokens[k]! : -1)
  const isGap = (k: number): boolean => k > 0 && k < n && tokens[k]! !== tokens[k - 1]! + 1
  const normAt = (k: number): string => (k < n ? norms[tokens[k]!]! : '')
  const posAt = (k: number): string => (k < n ? pos[tokens[k]!]! : '')

  const isPossessive = (k: number): boolean => {
    const w = normAt(k)
    return (w === "'s" || w === "'") && posAt(k) === 'PART'
  }

  /** Can token k go on with a noun phrase that has already begun? */
  const verbAsModifier = (k: number, from: number): boolean => {
    if (posAt(k) !== 'VERB') return false
    const w = normAt(k)
    if (!(w.endsWith('ed') || w.endsWith('ing') || w.endsWith('en'))) return false
    let next = k + 1
    while (posAt(next) === 'ADJ') next++
    if (posAt(next) !== 'NOUN' && posAt(next) !== 'PROPN') return false
    const before = posAt(k - 1)
    // "resume stalled talks", "on planned talks"
    if (w.endsWith('ed') && (before === 'ADP' || (before === 'VERB' && normAt(k - 1) !== 'been')) && k > 0 && !isGap(k))
      return true
    return (
      k > from &&
      (before === 'DET' ||
        before === 'ADJ' ||
        isPossessive(k - 1) ||
        before === 'NUM' ||
        (before === 'PRON' && POSSESSIVE.has(normAt(k - 1))))
    )
  }

  let lastPossessor = -1
  const predicate = verblessPredicate(document, tokens)
  while (i < n) {
    if (isGap(i)) chunks.push({ type: 'quote' })
    if (i === predicate) {
      out.verbs.push(verbless(tok(i)))
      chunks.push({ type: 'vp', vp: out.verbs.length - 1 })
      i++
      lastPossessor = -1
      continue
    }
    const p = posAt(i)
    const w = normAt(i)

    // Verb groups
    const infinitive =
      p === 'PART' && w === 'to' && startsVerb(i + 1) && !(normAt(i + 1).endsWith('ing') && normAt(i + 1).length > 5)
    const startsAux = p === 'AUX' || (p === 'VERB' && (BE.has(w) || HAVE.has(w) || DO.has(w) || MODALS.has(w)))
    if (infinitive || startsAux || (p === 'VERB' && !verbAsModifier(i, i - 1) && !PREPOSITIONAL.has(w) && !isProvided(i))) {
      const made = readVerb(i, infinitive)
      if (made) {
        out.verbs.push(made.verb)
        chunks.push({ type: 'vp', vp: out.verbs.length - 1 })
        i = made.next
        lastPossessor = -1
        continue
      }
    }

    // Noun phrases
    const relative = w === 'who' || w === 'whom' || w === 'which' || w === 'whose' || (w === 'that' && !startsNominalAfter(i + 1))
    if (!relative && startsNounPhrase(i)) {
      let k = i
      let head = -1
      const personal =
        (p === 'PRON' || p === 'DET') &&
        PRONOUNS.has(w) &&
        !(POSSESSIVE.has(w) && continuesPhrase(i + 1)) &&
        !(p === 'DET' && continuesPhrase(i + 1))
      if (personal) {
        head = i
        k = i + 1
      } else {
        while (k < n && !(k > i && isGap(k))) {
          const q = posAt(k)
          const v = normAt(k)
          if (head >= 0 && (WEEKDAY.test(v) || k === predicate)) break
          if (NOMINAL.has(q) || q === 'SYM') head = k
          else if (q === 'DET' || (q === 'PRON' && POSSESSIVE.has(v))) {
            if (k > i && head >= 0) break
          } else if (q === 'ADJ') {
            if (head >= 0 && !hasNominalAfter(k)) break
          } else if (q === 'ADV') {
            if (!(
              posAt(k + 1) === 'ADJ' ||
              (posAt(k + 1) === 'VERB' && verbAsModifier(k + 1, i)) ||
              (head < 0 && posAt(k + 1) === 'NUM')
            ))
              break
          } else if (
            isQuoteMark(words[tok(k)]!) &&
            k > i &&
            k + 1 < n &&
            (NOMINAL.has(posAt(k + 1)) || posAt(k + 1) === 'ADJ') &&
            head < 0
          ) {
            // a quoted word inside the phrase
          } else if (verbAsModifier(k, i)) {
            // a participle before its noun
          } else if (v === '(' && NOMINAL.has(posAt(k + 1)) && normAt(k + 2) === ')' && head >= 0) {
            k += 3
            continue
          } else break
          k++
        }
        if (head < 0) {
          // determiner or adjective without a noun
          const onlyWord = k - i <= 1
          if (onlyWord && (p === 'DET' || p === 'PRON')) head = i
          else if (!onlyWord) head = k - 1
          else {
            chunks.push({ type: 'word', token: tok(i) })
            i++
            continue
          }
          k = Math.max(k, i + 1)
        } else {
          // "called the meeting very useful": what stands behind the head is not part of the phrase
          while (k > head + 1 && normAt(k - 1) !== ')') k--
        }
      }
      let preposition = -1
      const before = chunks[chunks.length - 1]
      if (before?.type === 'word' && isPreposition(document, before.token) && !isVerbParticle(before.token))
        preposition = before.token
      const headNorm = normAt(head)
      const lemma = head < n ? lemmas[tok(head)]! : ''
      const np: NounPhrase = {
        from: tok(i),
        to: tok(k - 1) + 1,
        head: tok(head),
        possessor: lastPossessor,
        preposition: lastPossessor >= 0 ? out.nounPhrases[lastPossessor]!.preposition : preposition,
        temporal: isTime(headNorm, lemma),
      }
      out.nounPhrases.push(np)
      const index = out.nounPhrases.length - 1
      if (isPossessive(k)) {
        lastPossessor = index
        i = k + 1
        // "Ghani's is": nothing possessed follows
        const mark = i < n && isQuoteMark(words[tok(i)]!)
        if (!(mark && startsNounPhrase(i + 1)) && !startsNounPhrase(i) && posAt(i) !== 'VERB' && posAt(i) !== 'ADV') {
          lastPossessor = -1
          chunks.push({ type: 'np', np: index })
        }
        continue
      }
      chunks.push({ type: 'np', np: index })
      lastPossessor = -1
      i = k
      continue
    }
    chunks.push({ type: 'word', token: tok(i) })
    i++
  }
  return chunks

  /** "turned down the invitation": the word belongs to the verb. */
  function isVerbParticle(token: number): boolean {
    return ONLY_PARTICLES.has(norms[token]!) && token > 0 && pos[token - 1] === 'VERB'
  }
  /** Does a modal stand before token k? */
  function saysWould(k: number): boolean {
    for (let j = k - 1; j >= 0 && j > k - 30; j--)
      if (MODALS.has(normAt(j)) || /^(ready|willing|prepared)$/.test(normAt(j))) return posAt(k - 1) !== 'AUX'
    return false
  }
  /** "provided that", "provided all travel together": a conjunction. */
  function isProvided(k: number): boolean {
    const v = normAt(k)
    if (v !== 'provided' && v !== 'providing') return false
    const next = posAt(k + 1)
    if (
      v === 'provided' &&
      saysWould(k) &&
      (next === 'NOUN' || next === 'ADJ' || next === 'DET' || next === 'PROPN' || next === 'PRON' || next === 'NUM')
    )
      return true
    return (
      normAt(k + 1) === 'that' ||
      (posAt(k - 1) !== 'AUX' &&
        posAt(k - 1) !== 'PRON' &&
        k > 0 &&
        (next === 'DET' || next === 'PRON' || next === 'PROPN') &&
        v === 'provided' &&
        normAt(k - 1) !== ',' &&
        posAt(k - 1) !== 'PROPN')
    )
  }
  function isTime(norm: string, lemma: string): boolean {
    return (
      TIME.has(norm) || TIME.has(lemma) || (norm.endsWith('s') && TIME.has(norm.slice(0, -1))) || /^(1[89]|20)\d\d$/.test(norm)
    )
  }
  function startsVerb(k: number): boolean {
    let j = k
    while (posAt(j) === 'ADV' || NEGATIONS.has(normAt(j)) || FLOATING.has(normAt(j))) j++
    return posAt(j) === 'VERB' || posAt(j) === 'AUX'
  }
  function startsNominalAfter(k: number): boolean {
    const q = posAt(k)
    return (q === 'NOUN' || q === 'ADJ') && posAt(k - 2) !== 'VERB'
  }
  function hasNominalAfter(k: number): boolean {
    let j = k + 1
    while (j < n && j < k + 4 && !isGap(j)) {
      const q = posAt(j)
      if (NOMINAL.has(q)) return true
      if (q !== 'ADJ') return false
      j++
    }
    return false
  }
  function continuesPhrase(k: number): boolean {
    let j = k
    while (posAt(j) === 'ADV' || (posAt(j) === 'VERB' && verbAsModifier(j, j - 1))) j++
    return NOMINAL.has(posAt(j)) || (posAt(j) === 'ADJ' && (hasNominalAfter(j) || posAt(k - 1) === 'PRON'))
  }
  function startsNounPhrase(k: number): boolean {
    if (k >= n) return false
    const q = posAt(k)
    if (NOMINAL.has(q) || q === 'DET' || q === 'PRON') return true
    if (q === 'ADJ') return hasNominalAfter(k) || posAt(k - 1) === 'DET'
    if (q === 'ADV') return posAt(k + 1) === 'ADJ' && hasNominalAfter(k + 1)
    if (q === 'VERB') return verbAsModifier(k, k - 1)
    return isQuoteMark(words[tok(k)]!) && k > 0 && posAt(k - 1) === 'DET' && NOMINAL.has(posAt(k + 1))
  }
  function readVerb(start: number, isInfinitive: boolean): { verb: VerbChunk; next: number } | undefined {
    let k = isInfinitive ? start + 1 : start
    let negated = start > 0 && NEGATIONS.has(normAt(start - 1)) && posAt(start - 1) !== 'CCONJ'
    let modal = ''
    let perfect = false
    let be = false
    let auxiliaries = 0
    let head = -1
    let last = start
    let finite = false
    while (k < n && !(k > start && isGap(k))) {
      const v = normAt(k)
      const q = posAt(k)
      if (NEGATIONS.has(v)) {
        negated = true
      } else if (v === 'no' && normAt(k + 1) === 'longer') {
        negated = true
        k++
      } else if (v === 'ought' && normAt(k + 1) === 'to') {
        modal = 'ought'
        auxiliaries++
        finite = true
        last = k + 1
        k++
      } else if (MODALS.has(v) && (q === 'AUX' || q === 'VERB')) {
        if (head >= 0 || auxiliaries) break
        modal = v === "'ll" ? 'will' : v === "'d" ? 'would' : v
        auxiliaries++
        finite = true
        last = k
      } else if (HAVE.has(v) && (q === 'AUX' || q === 'VERB')) {
        if (head >= 0) break
        const skip = nextWord(k + 1)
        if (normAt(skip) === 'to' && startsVerb(skip + 1)) {
          modal = 'have'
          auxiliaries++
          finite ||= v !== 'having'
          last = skip
          k = skip + 1
          continue
        }
        if (posAt(skip) === 'VERB' || posAt(skip) === 'AUX') {
          perfect = true
          auxiliaries++
          finite ||= v !== 'having' && !isInfinitive
          last = k
        } else {
          head = k
          last = k
          finite ||= v !== 'having'
          k++
          break
        }
      } else if (
        (BE.has(v) || (GET.has(v) && posAt(nextWord(k + 1)) === 'VERB' && couldBeParticiple(normAt(nextWord(k + 1))))) &&
        (q === 'AUX' || q === 'VERB')
      ) {
        if (head >= 0) break
        const skip = nextWord(k + 1)
        if ((posAt(skip) === 'VERB' || BE.has(normAt(skip))) && !(verbAsModifier(skip, skip - 1) && posAt(skip - 1) === 'DET')) {
          be = true
          auxiliaries++
          finite ||= v !== 'being' && v !== 'been' && v !== 'be'
          last = k
        } else {
          head = k
          last = k
          finite ||= v !== 'being' && v !== 'been' && v !== 'be'
          k++
          break
        }
      } else if (DO.has(v) && head < 0 && (posAt(nextWord(k + 1)) === 'VERB' || NEGATIONS.has(normAt(k + 1))) && !isInfinitive) {
        auxiliaries++
        finite = true
        last = k
        if (posAt(nextWord(k + 1)) !== 'VERB') {
          head = k
        }
      } else if (q === 'VERB' || (q === 'AUX' && head < 0)) {
        if (head >= 0) break
        head = k
        last = k
        k++
        break
      } else if (
        q === 'ADV' ||
        (q === 'PART' && v === 'not') ||
        (FLOATING.has(v) && head < 0 && (posAt(k + 1) === 'VERB' || posAt(k + 1) === 'AUX'))
      ) {
        if (!startsVerb(k)) break
      } else break
      k++
    }
    if (head < 0) {
      if (!auxiliaries) return undefined
      head = last
    }
    if (normAt(last + 1) === 'not' && DO.has(normAt(last))) last++
    // "remained committed", "seems determined": the participle is an adjective
    if (
      LINKING.has(head < n ? lemmas[tok(head)]! : '') &&
      posAt(last + 1) === 'VERB' &&
      couldBeParticiple(normAt(last + 1)) &&
      !isGap(last + 1)
    )
      last += 1
    const w = normAt(head)
    const gerund = w.endsWith('ing') && posAt(head) === 'VERB'
    const participle = couldBeParticiple(w)
    const passive = be && participle && !gerund
    let form: VerbForm
    let ambiguous = false
    if (isInfinitive) form = 'infinitive'
    else if (finite || auxiliaries) form = finite ? 'finite' : 'participle'
    else if (gerund) form = 'gerund'
    else {
      form = 'finite'
      ambiguous = participle
    }
    let to = last + 1
    if (to < head + 1) to = head + 1
    if (!negated && normAt(to) === 'no' && normAt(to + 1) === 'longer') negated = true
    if (!negated && normAt(to) === 'not' && head === to - 1) negated = true
    if (start >= 2 && normAt(start - 1) === 'longer' && normAt(start - 2) === 'no') negated = true
    return {
      verb: { from: tok(start), to: tok(to - 1) + 1, head: tok(head), form, ambiguous, passive, negated, modal, perfect },
      next: to,
    }
  }
  function nextWord(k: number): number {
    let j = k
    if (normAt(j) === 'no' && normAt(j + 1) === 'longer') j += 2
    while (
      j < n &&
      (posAt(j) === 'ADV' ||
        NEGATIONS.has(normAt(j)) ||
        (FLOATING.has(normAt(j)) && (posAt(j + 1) === 'VERB' || posAt(j + 1) === 'AUX'))) &&
      j < k + 4
    )
      j++
    return j
  }
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

/** Participles that serve as prepositions: `including Iran`, `according to`. */
const PREPOSITIONAL = new Set([
  'including',
  'excluding',
  'regarding',
  'concerning',
  'according',
  'following',
  'pending',
  'involving',
])

/** Whether the token governs the noun phrase after it. */
export const isPreposition = (document: Document, token: number): boolean => {
  const norm = document.norms[token]!
  return document.pos[token] === 'ADP' || PREPOSITIONAL.has(norm) || (norm === 'to' && document.pos[token] === 'PART')
}

const POSSESSIVE = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their'])

/** Whether a word can be the particle of a verb: `turn down`, `call off`. */
export const isParticle = (norm: string): boolean => PARTICLES.has(norm)
