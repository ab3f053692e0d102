import { startsUpper } from './letters'
import { grammar, speechVerbs } from '../data'
import type { Chunk, NounPhrase, VerbChunk } from './chunks'
import { isPreposition, isQuoteMark, readChunks } from './chunks'
import type { Document } from './document'
import { letsKnow, settleMidReports } from './mid-reports'
import { settleSubjects } from './settle-subjects'
import type { Unit } from './units'

/** How a clause hangs on its parent. */
export type Relation =
  | 'root' // stands by itself
  | 'complement' // what somebody says or thinks: "said *that they would come*"
  | 'infinitive' // "agreed *to come*", "refusal *to come*"
  | 'participial' // "left, *saying so*", "without *signing*"
  | 'relative' // "the envoy *who came*", "talks *scheduled for May*"
  | 'adverbial' // "if *they come*"
  | 'coordinate' // shares its parent's subject and standing: "came and *went*"
  | 'parenthetical' // "they will come, *he said*"

/** A verb group with its arguments. Indexes are into the other arrays of `Syntax`; -1 means none. */
export interface Clause {
  readonly verb: VerbChunk
  subject: number
  object: number
  /** In the passive, the noun phrase after "by". */
  agent: number
  parent: number
  relation: Relation
  /** Token index of the word that introduces it ("if", "that", "who"), or -1. */
  marker: number
  /** The noun phrase that governs it ("refusal to attend") or that a relative clause belongs to. */
  governor: number
  /** Token range from its first to its last word, sub-clauses not included. */
  from: number
  to: number
  readonly unit: number
}

/** Noun phrases and clauses of a whole document. */
export interface Syntax {
  readonly nounPhrases: readonly NounPhrase[]
  readonly clauses: readonly Clause[]
  readonly units: readonly Unit[]
  /** For each noun phrase, the index of the phrase that it is coordinated with to its left, or -1. */
  readonly conjunctOf: Int32Array
  /** For each noun phrase, the index of the phrase that it is in apposition to, or -1. */
  readonly appositionOf: Int32Array
  /** For each token, the index of the noun phrase around it, or -1. */
  readonly phraseOf: Int32Array
  /** For each token, the index of the clause that it belongs to, or -1. */
  readonly clauseOf: Int32Array
}

export type SpeechKind = 'say' | 'think' | 'ask' | 'accuse' | 'deny'
const KINDS = new Map<string, SpeechKind>()
for (const kind of ['think', 'say', 'ask', 'accuse', 'deny'] as const)
  for (const lemma of speechVerbs[kind]) KINDS.set(lemma, kind)
/** Verbs whose complement may stand without "that". */
const ZERO_THAT = new Set(speechVerbs.zeroThat)
/** Nouns with a clause of content: "no indication that …". */
const CLAIMS = new Set(grammar.claims)
const SUBORDINATORS = new Set(grammar.subordinators)
const OBJECT_CONTROL = new Set(grammar.objectControl)
const GOVERNING_NOUNS = new Set(Object.values(grammar.governingNouns).flat())

/** What kind of speech verb a lemma is, if any. */
export const speechKind = (lemma: string): SpeechKind | undefined => KINDS.get(lemma)

/** What the last chunk was. */
type Item = 'start' | 'np' | 'vp' | 'prep' | 'comma' | 'conj' | 'sub' | 'rel' | 'quote' | 'colon' | 'word'

/** Verbs that do nothing but report. */
const REPORTING = new Set(
  'say add tell note stress announce warn state declare insist explain write argue remark reply reiterate repeat ask urge demand complain confirm claim accuse pledge vow'.split(
    ' ',
  ),
)

interface Frame {
  readonly kind: 'main' | 'complement' | 'relative' | 'adverbial'
  subject: number
  verb: number
  readonly marker: number
  readonly parent: number
  readonly governor: number
  readonly comma: boolean
  /** Subject position after an inverted speech verb is still to come. */
  inverted: boolean
}

/** Finds the clauses of each unit: who does what, and how clauses hang together. */
export function readSyntax(document: Document, units: readonly Unit[]): Syntax {
  const nounPhrases: NounPhrase[] = []
  const verbs: VerbChunk[] = []
  const clauses: Clause[] = []
  const conjuncts: number[] = []
  const appositions: number[] = []
  units.forEach((unit, u) => {
    const chunks = readChunks(document, unit.tokens, { nounPhrases, verbs })
    while (conjuncts.length < nounPhrases.length) {
      conjuncts.push(-1)
      appositions.push(-1)
    }
    readUnit(document, u, unit, chunks, nounPhrases, verbs, clauses, conjuncts, appositions)
  })
  const reports = (c: Clause): boolean => speechKind(document.lemmas[c.verb.head]!) !== undefined || letsKnow(document, c)
  settleMidReports(clauses, document.norms, reports)
  const phraseOf = new Int32Array(document.length).fill(-1)
  nounPhrases.forEach((np, i) => {
    for (let t = np.from; t < np.to; t++) phraseOf[t] = i
  })
  settleSubjects(document, clauses, nounPhrases, phraseOf, reports)
  const clauseOf = new Int32Array(document.length).fill(-1)
  clauses.forEach((clause, i) => {
    for (let t = clause.from; t < clause.to; t++)
      if (clauseOf[t]! < 0 || clauses[clauseOf[t]!]!.from <= clause.from) clauseOf[t] = i
  })
  return {
    nounPhrases,
    clauses,
    units,
    conjunctOf: Int32Array.from(conjuncts),
    appositionOf: Int32Array.from(appositions),
    phraseOf,
    clauseOf,
  }
}

function readUnit(
  document: Document,
  unitIndex: number,
  unit: Unit,
  chunks: readonly Chunk[],
  nps: readonly NounPhrase[],
  verbs: readonly VerbChunk[],
  clauses: Clause[],
  conjuncts: number[],
  appositions: number[],
): void {
  const { norms, pos, words, lemmas } = document
  const first = clauses.length
  const main = (): Frame => ({
    kind: 'main',
    subject: -1,
    verb: -1,
    marker: -1,
    parent: -1,
    governor: -1,
    comma: false,
    inverted: false,
  })
  let stack: Frame[] = [main()]
  const top = (): Frame => stack[stack.length - 1]!
  let prev = 'start' as Item
  let before = 'start' as Item
  let run: number[] = []
  let lastNp = -1
  let lastVerb = -1
  let lastConj = ''
  let commaNp = -1 // the noun phrase before the last comma
  let joined = false
  const quoteDepth = new Map<number, number>()
  const dangling: number[] = []
  /** Times that are subjects. */
  const times = new Set<number>()
  const kindOf = (verb: number): SpeechKind | undefined => KINDS.get(lemmas[clauses[verb]!.verb.head]!)

  const step = (next: Item): void => {
    before = prev
    prev = next
  }
  const add = (verb: VerbChunk, fields: Partial<Clause>): number => {
    clauses.push({
      verb,
      subject: -1,
      object: -1,
      agent: -1,
      parent: -1,
      relation: 'root',
      marker: -1,
      governor: -1,
      from: verb.from,
      to: verb.to,
      unit: unitIndex,
      ...fields,
    })
    lastVerb = clauses.length - 1
    run = []
    return lastVerb
  }
  const setVerb = (frame: Frame, verb: VerbChunk): number => {
    const index = add(verb, {
      subject: frame.subject,
      parent: frame.parent,
      relation: frame.kind === 'main' ? 'root' : frame.kind,
      marker: frame.marker,
      governor: frame.governor,
    })
    frame.verb = index
    for (const d of dangling.splice(0)) {
      if (clauses[d]!.subject < 0) clauses[d]!.subject = frame.subject
      clauses[d]!.parent = index
    }
    return index
  }
  /** The innermost clause whose verb can share its subject with a coordinated `verb`. */
  const coordinateWith = (verb: VerbChunk): Frame => {
    const lemma = lemmas[verb.head]!
    const speech = REPORTING.has(lemma)
    const withVerb = stack.filter((f) => f.verb >= 0)
    if (!withVerb.length) return top()
    const inner = withVerb[withVerb.length - 1]!
    if (withVerb.length === 1) return inner
    if (speech && !verb.modal) {
      for (let k = withVerb.length - 1; k >= 0; k--)
        if (REPORTING.has(lemmas[clauses[withVerb[k]!.verb]!.verb.head]!) && !clauses[withVerb[k]!.verb]!.verb.modal)
          return withVerb[k]!
    }
    // "asked to wait until the vote is over, and says it will come": a body speaks, not the vote
    if (speech && inner.kind === 'adverbial' && norms[verb.from - 2] === ',') return withVerb[withVerb.length - 2]!
    if (verb.modal) return inner
    const finitePast = !verb.perfect && norms[verb.head]!.endsWith('ed')
    if (inner.kind === 'complement' && clauses[inner.verb]!.verb.modal && finitePast) {
      // "said it would come and thanked the hosts"
      return withVerb[withVerb.length - 2]!
    }
    if (inner.kind === 'relative' && inner.comma) return withVerb[withVerb.length - 2]!
    return inner
  }
  /** Whether what seems to be the object of a verb of saying and the phrase behind "and" are the two subjects of what is said. */
  const isSaidOfBoth = ({ object, verb }: Clause, subject: number): boolean =>
    object >= 0 &&
    object === subject - 1 &&
    nps[object]!.to === nps[subject]!.from - 1 &&
    norms[nps[object]!.to] === 'and' &&
    /^(?:say|think|believe|hope|argue)$/.test(lemmas[verb.head]!)
  /** "The Front, *an armed group* opposed to the Taliban, said": whether a phrase between commas says what the name before it is. */
  const explainsName = (c: number, np: NounPhrase): boolean =>
    top().verb < 0 &&
    /^(?:an?|one)$/.test(norms[np.from]!) &&
    nps[commaNp]!.preposition < 0 &&
    pos[nps[commaNp]!.head] === 'PROPN' &&
    insertionThenVerb(c - 1)
  const popTo = (frame: Frame): void => {
    while (top() !== frame && stack.length > 1) stack.pop()
  }

  for (let c = 0; c < chunks.length; c++) {
    const chunk = chunks[c]!
    if (chunk.type === 'quote') {
      step('quote')
      run = []
      continue
    }
    if (chunk.type === 'np') {
      const np = nps[chunk.np]!
      const frame = top()
      if (prev === 'sub' || prev === 'rel' || (joined && prev === 'conj')) np.preposition = -1
      joined = false
      const oblique = np.preposition >= 0
      if (
        prev === 'conj' &&
        lastNp >= 0 &&
        lastConj !== 'but' &&
        !(frame.verb >= 0 && insertionThenVerb(c + 1)) &&
        (before === 'np' || before === 'comma') &&
        (frame.verb < 0 || !startsClause(c))
      ) {
        conjuncts[chunk.np] = lastNp
      } else if (prev === 'comma' && commaNp >= 0 && before === 'np' && !np.temporal && !nps[commaNp]!.temporal) {
        if (listGoesOn(c)) conjuncts[chunk.np] = commaNp
        else if (!startsClause(c) || explainsName(c, np)) appositions[chunk.np] = headOfChain(commaNp)
      }
      if (oblique) {
        // "Invited by Russia, Kabul …": the participle in front is no longer the verb that clauses hang on
        const done = lastVerb >= 0 ? lastVerb : clauses.length - 1
        if (done >= first && clauses[done]!.verb.passive && norms[np.preposition] === 'by' && clauses[done]!.agent < 0)
          clauses[done]!.agent = chunk.np
      } else {
        if (frame.inverted && !np.temporal) {
          clauses[frame.verb]!.subject = chunk.np
          frame.subject = chunk.np
          frame.inverted = false
        } else if (frame.verb < 0 && !np.temporal) {
          // after a comma that closes an introductory clause or phrase, a new phrase takes over
          if (frame.subject < 0) frame.subject = chunk.np
        } else if (
          frame.verb >= 0 &&
          prev !== 'comma' &&
          lastVerb >= 0 &&
          clauses[lastVerb]!.object < 0 &&
          conjuncts[chunk.np]! < 0 &&
          !np.temporal
        ) {
          clauses[lastVerb]!.object = chunk.np
        }
        if (frame.kind === 'adverbial' && frame.verb >= 0 && prev === 'comma' && stack.length > 1) {
          const outer = stack[stack.length - 2]!
          if (outer.verb < 0 && startsClause(c)) {
            stack.pop()
            if (outer.subject < 0) outer.subject = chunk.np
          }
        }
        // "says the day has been well spent"
        const spoken = np.temporal && prev === 'vp' && /^(the|this|that|our)$/.test(norms[np.from]!) && verbComesNext(c)
        if (spoken) times.add(chunk.np)
        if (!np.temporal || prev === 'start' || spoken) run.push(chunk.np)
      }
      lastNp = chunk.np
      step('np')
      continue
    }
    if (chunk.type === 'vp') {
      const verb = verbs[chunk.vp]!
      if (prev === 'start' && stack.length === 1 && isInverted(c, verb)) {
        // "Should Kabul agree, …", "Were Kabul invited, …"
        stack.push({
          kind: 'adverbial',
          subject: -1,
          verb: -1,
          marker: verb.head,
          parent: -1,
          governor: -1,
          comma: false,
          inverted: false,
        })
        step('sub')
        continue
      }
      const frame = top()
      const lemma = lemmas[verb.head]!
      if (verb.form === 'infinitive') readInfinitive(verb, frame)
      else if (verb.form === 'gerund' || verb.form === 'participle') readParticiple(verb, frame)
      else readFinite(verb, frame, lemma)
      step('vp')
      continue
    }
    // single words
    const token = chunk.token
    const norm = norms[token]!
    const tag = pos[token]!
    if (norm === ',' || norm === '(' || norm === ')') {
      commaNp = prev === 'np' || prev === 'quote' ? lastNp : -1
      const frame = top()
      if (frame.kind === 'relative' && frame.comma && frame.verb >= 0 && stack.length > 1) stack.pop()
      if (
        prev === 'np' &&
        before === 'conj' &&
        frame.verb >= 0 &&
        nps[lastNp]!.preposition < 0 &&
        conjuncts[lastNp]! < 0 &&
        insertionThenVerb(c)
      ) {
        // "…, but Ghani, who was not invited, rejected it"
        stack = [main()]
        top().subject = lastNp
      }
      run = top().verb < 0 ? run : []
      step('comma')
      continue
    }
    if (norm === ';' || norm === ':' || norm === '.' || norm === '?' || norm === '!') {
      stack = [main()]
      run = []
      lastVerb = -1
      step('colon')
      continue
    }
    if (norm === '–' || norm === '—' || norm === '-' || norm === '--') {
      commaNp = prev === 'np' ? lastNp : -1
      run = top().verb < 0 ? run : []
      step('comma')
      continue
    }
    if (isQuoteMark(words[token]!)) {
      // clauses that begin inside a quoted phrase end with it
      const mark = quoteDepth.get(token)
      if (mark !== undefined) stack.length = Math.min(stack.length, mark)
      else {
        const quotation = document.quotations.find((q) => q.open === token)
        if (quotation?.closed) quoteDepth.set(quotation.close, stack.length)
      }
      continue
    }
    if (
      (norm === 'as' && norms[token - 1] === 'well') ||
      (norm === 'with' && (norms[token - 1] === 'along' || norms[token - 1] === 'together') && prev !== 'vp')
    ) {
      // "X as well as Y", "X along with Y"
      lastConj = 'and'
      if (prev === 'sub') stack.pop()
      prev = before === 'np' || prev === 'np' ? 'np' : prev
      step('conj')
      joined = true
      continue
    }
    if (
      norm === 'and' ||
      norm === 'or' ||
      norm === 'but' ||
      norm === 'nor' ||
      norm === '&' ||
      norm === 'yet' ||
      norm === 'then'
    ) {
      lastConj = norm
      if (top().verb >= 0) run = []
      step('conj')
      continue
    }
    if ((norm === 'who' || norm === 'whom' || norm === 'which' || norm === 'whose' || norm === 'where') && prev !== 'start') {
      const governor = lastNp
      stack.push({
        kind: 'relative',
        subject: norm === 'who' || norm === 'which' ? governor : -1,
        verb: -1,
        marker: token,
        parent: lastVerb,
        governor,
        comma: prev === 'comma',
        inverted: false,
      })
      run = []
      step('rel')
      continue
    }
    if (norm === 'that' && prev === 'sub') continue
    if (norm === 'that' && norms[token - 1] === 'so') {
      const frame = top()
      stack.push({
        kind: 'adverbial',
        subject: -1,
        verb: -1,
        marker: token,
        parent: frame.verb >= 0 ? lastVerb : -1,
        governor: -1,
        comma: false,
        inverted: false,
      })
      run = []
      step('sub')
      continue
    }
    if (
      (norm === 'that' && tag !== 'DET' && tag !== 'PRON') ||
      (norm === 'that' && (prev === 'vp' || prev === 'conj' || prev === 'comma' || prev === 'np' || prev === 'quote'))
    ) {
      const speaker = prev === 'conj' || prev === 'comma' ? enclosingSpeech() : lastVerb
      if (prev === 'np' && verbComesNext(c)) {
        // "a government that boycotted"
        stack.push({
          kind: 'relative',
          subject: lastNp,
          verb: -1,
          marker: token,
          parent: lastVerb,
          governor: lastNp,
          comma: false,
          inverted: false,
        })
        run = []
        step('rel')
        continue
      }
      if (
        prev === 'np' &&
        lastVerb >= 0 &&
        !(kindOf(lastVerb) || GOVERNING_NOUNS.has(lemmas[nps[lastNp]!.head]!) || CLAIMS.has(lemmas[nps[lastNp]!.head]!))
      ) {
        stack.push({
          kind: 'relative',
          subject: lastNp,
          verb: -1,
          marker: token,
          parent: lastVerb,
          governor: lastNp,
          comma: false,
          inverted: false,
        })
        run = []
        step('rel')
        continue
      }
      if (prev === 'np' && lastVerb < 0) {
        stack.push({
          kind: 'relative',
          subject: lastNp,
          verb: -1,
          marker: token,
          parent: -1,
          governor: lastNp,
          comma: false,
          inverted: false,
        })
        run = []
        step('rel')
        continue
      }
      stack.push({
        kind: 'complement',
        subject: -1,
        verb: -1,
        marker: token,
        parent: speaker,
        governor: prev === 'np' ? lastNp : -1,
        comma: prev === 'comma',
        inverted: false,
      })
      run = []
      step('sub')
      continue
    }
    if (SUBORDINATORS.has(norm) && isSubordinator(c, norm, token)) {
      if (norm === 'whether')
        stack.push({
          kind: 'complement',
          subject: -1,
          verb: -1,
          marker: token,
          parent: lastVerb,
          governor: -1,
          comma: false,
          inverted: false,
        })
      else {
        const frame = top()
        stack.push({
          kind: 'adverbial',
          subject: -1,
          verb: -1,
          marker: token,
          parent: frame.verb >= 0 ? lastVerb : -1,
          governor: -1,
          comma: prev === 'comma',
          inverted: false,
        })
      }
      run = []
      step('sub')
      continue
    }
    if (isPreposition(document, token)) {
      step('prep')
      continue
    }
    if (tag === 'ADV' || tag === 'PART' || tag === 'INTJ') continue
    step('word')
  }

  // A subordinate clause before its main clause hangs on the main clause.
  for (let k = first; k < clauses.length; k++) {
    const clause = clauses[k]!
    if (clause.relation === 'adverbial' && clause.parent < 0) {
      const next = clauses.findIndex((x, j) => j > k && (x.relation === 'root' || x.relation === 'complement') && j >= first)
      if (next >= 0) clause.parent = next
    }
    if (clause.relation === 'relative' && clause.subject < 0) clause.subject = clause.governor
  }
  setExtents(first)
  return

  function readFinite(verb: VerbChunk, frame: Frame, lemma: string): void {
    const speech = KINDS.get(lemma)
    const subject = lastSubject()
    if (frame.verb < 0) {
      if (
        speech === 'say' &&
        subject >= 0 &&
        frame.subject >= 0 &&
        subject !== frame.subject &&
        commaBetween(frame.subject, subject) &&
        commaFollows(verb) &&
        !finitePending()
      ) {
        // "Mr Lavrov, it added, replied that …"
        add(verb, { subject, relation: 'parenthetical' })
        lastVerb = -1
        return
      }
      if (frame.kind === 'relative' && subject >= 0 && frame.subject >= 0 && subject !== frame.subject) frame.subject = subject
      else if (
        prev === 'np' &&
        subject >= 0 &&
        frame.subject >= 0 &&
        subject !== frame.subject &&
        commaBetween(frame.subject, subject) &&
        appositions[subject]! < 0 &&
        conjuncts[subject]! < 0
      )
        frame.subject = subject
      else if (frame.subject < 0 && subject >= 0) frame.subject = subject
      if (prev === 'comma' && verb.ambiguous && frame.subject >= 0 && speech !== 'say' && participleInside(verb)) {
        // "the moot, originally set for May, was put off"
        add(
          { ...verb, form: 'participle', passive: true },
          { subject: frame.subject, relation: 'relative', governor: frame.subject },
        )
        return
      }
      const reduced =
        norms[verb.to] === 'by' || (norms[verb.to] === 'to' && /^(?:opposed|allied|linked|loyal)$/.test(norms[verb.head]!))
      if (verb.ambiguous && prev === 'np' && lastNp >= 0 && reduced && finiteInMain(verb.to)) {
        // "the government recognised by the United Nations had signed", "a group opposed to the Taliban said"
        add({ ...verb, form: 'participle', passive: true }, { subject: lastNp, relation: 'relative', governor: lastNp })
        lastVerb = -1
        return
      }
      if (verb.ambiguous && frame.subject < 0 && frame.kind === 'main' && prev === 'start' && finiteFollows(verb.to)) {
        // "Asked about the talks, she declined …"
        const index = add({ ...verb, form: 'participle', passive: true }, { relation: 'participial' })
        dangling.push(index)
        lastVerb = -1
        return
      }
      if (
        frame.subject < 0 &&
        (speech === 'say' || speech === 'ask') &&
        (prev === 'quote' || prev === 'comma' || prev === 'start') &&
        !verb.passive
      ) {
        setVerb(frame, verb)
        frame.inverted = true
        return
      }
      setVerb(frame, verb)
      return
    }
    const last = clauses[lastVerb]
    if (subject < 0 && prev !== 'conj' && prev !== 'comma' && prev !== 'sub') {
      // no subject of its own: return from a relative clause, or the last verb was a participle
      if (last && last.verb.ambiguous && last.relation !== 'relative' && frame.verb === lastVerb && last.subject >= 0)
        return reread(frame, verb)
      if (stack.length > 1 && frame.kind !== 'main') {
        const outer = [...stack].reverse().find((f, k) => k > 0 && f.verb < 0)
        if (outer) {
          popTo(outer)
          setVerb(outer, verb)
          return
        }
      }
    }
    if (
      frame.kind === 'relative' &&
      !frame.comma &&
      frame.verb >= 0 &&
      stack.length > 1 &&
      (subject < 0 || last?.object === subject || nps[subject]!.from < last!.verb.from)
    ) {
      // "said those who went did not represent": the antecedent is the subject of what is said
      const reporter = stack[stack.length - 2]!
      if (
        reporter.verb >= 0 &&
        clauses[reporter.verb]!.object === frame.governor &&
        frame.governor >= 0 &&
        ZERO_THAT.has(lemmas[clauses[reporter.verb]!.verb.head]!) &&
        prev !== 'conj' &&
        prev !== 'comma'
      ) {
        const own = frame.governor
        clauses[reporter.verb]!.object = -1
        stack.pop()
        stack.push({
          kind: 'complement',
          subject: own,
          verb: -1,
          marker: -1,
          parent: reporter.verb,
          governor: -1,
          comma: false,
          inverted: false,
        })
        setVerb(top(), verb)
        return
      }
    }
    if (
      prev === 'np' &&
      subject >= 0 &&
      speech === 'say' &&
      commaFollows(verb) &&
      norms[nps[subject]!.from - 1] === ',' &&
      hasMore(verb)
    ) {
      // "it would come, he said, if …"
      const host = lastVerb
      add(verb, { subject, relation: 'parenthetical' })
      lastVerb = host
      return
    }
    if (prev === 'np' || (prev !== 'comma' && prev !== 'conj' && subject >= 0)) {
      if (subject >= 0) {
        const outer = stack.length > 1 ? [...stack].reverse().find((f, k) => k > 0 && f.verb < 0) : undefined
        if (
          last &&
          last.verb.ambiguous &&
          frame.verb === lastVerb &&
          !ZERO_THAT.has(lemmas[last.verb.head]!) &&
          last.subject >= 0 &&
          last.object === subject &&
          !verb.ambiguous
        )
          return reread(frame, verb)
        if (
          outer &&
          last &&
          (frame.kind === 'relative' || frame.kind === 'adverbial') &&
          (last.object === subject || outer.subject >= 0) &&
          !ZERO_THAT.has(lemmas[last.verb.head]!)
        ) {
          // "the commander who controls the east left Russia"
          popTo(outer)
          setVerb(outer, verb)
          return
        }
        if (verb.ambiguous && last && last.object === subject && speech !== 'say' && !ZERO_THAT.has(lemmas[last.verb.head]!)) {
          // "signed the agreement drafted at the talks"
          add(
            { ...verb, form: 'participle', passive: true },
            { subject: lastNp, relation: 'relative', governor: lastNp, parent: lastVerb },
          )
          return
        }
        // "said boycotting the talks would be a mistake": the gerund is the subject of what is said
        if (
          last &&
          last.relation === 'participial' &&
          last.parent >= 0 &&
          last.object === subject &&
          clauses[last.parent]!.verb.to === last.verb.from &&
          ZERO_THAT.has(lemmas[clauses[last.parent]!.verb.head]!)
        ) {
          stack.push({
            kind: 'complement',
            subject,
            verb: -1,
            marker: -1,
            parent: last.parent,
            governor: -1,
            comma: false,
            inverted: false,
          })
          setVerb(top(), verb)
          return
        }
        if (speech === 'say' && last && norms[nps[phraseHead(subject)]!.from - 1] === ',' && !hasMore(verb)) {
          // "only if they agree, the ministry said on Friday"
          if (last.object === subject) last.object = -1
          stack = [main()]
          top().subject = subject
          setVerb(top(), verb)
          clauses[lastVerb]!.relation = 'parenthetical'
          return
        }
        // "said Iran and India would come"
        if (last && isSaidOfBoth(last, subject)) {
          const own = last.object
          conjuncts[subject] = own
          last.object = -1
          stack.push({ ...main(), kind: 'complement', subject: own, parent: lastVerb })
          setVerb(top(), verb)
          return
        }
        // zero complement or a new coordinate clause
        const complement = last && ZERO_THAT.has(lemmas[last.verb.head]!) && lastConjBefore() === ''
        if (last && last.object === subject) last.object = -1
        if (complement) {
          stack.push({
            kind: 'complement',
            subject,
            verb: -1,
            marker: -1,
            parent: lastVerb,
            governor: -1,
            comma: false,
            inverted: false,
          })
        } else {
          openCoordinateClause(subject, verb)
        }
        setVerb(top(), verb)
        return
      }
      if (verb.ambiguous && prev === 'np' && lastNp >= 0) {
        // "at the talks held in May"
        add(
          { ...verb, form: 'participle', passive: true },
          { subject: lastNp, relation: 'relative', governor: lastNp, parent: lastVerb },
        )
        return
      }
    }
    if (prev === 'comma') {
      const open = [...stack].reverse().find((f) => f.verb < 0 && f.subject >= 0)
      if (open) {
        popTo(open)
        setVerb(open, verb)
        return
      }
      const reporter = frame.verb >= 0 ? clauses[frame.verb]! : undefined
      if (
        reporter &&
        reporter.object >= 0 &&
        ZERO_THAT.has(lemmas[reporter.verb.head]!) &&
        (appositions.some((x) => x === reporter.object) ||
          clauses.some((x) => x.relation === 'relative' && x.governor === reporter.object))
      ) {
        // "said their deputy, X, would lead", "said Russia, which is the host, expects"
        const own = reporter.object
        reporter.object = -1
        stack.push({
          kind: 'complement',
          subject: own,
          verb: -1,
          marker: -1,
          parent: frame.verb,
          governor: -1,
          comma: false,
          inverted: false,
        })
        setVerb(top(), verb)
        return
      }
      if (speech === 'say' && frame.verb >= 0) {
        // "…, said X"
        stack = [main()]
        setVerb(top(), verb)
        clauses[lastVerb]!.relation = 'parenthetical'
        top().inverted = true
        return
      }
      if (verb.ambiguous && !seriesGoesOn(verb)) {
        add(
          { ...verb, form: 'participle', passive: true },
          { subject: frame.subject, relation: 'participial', parent: frame.verb },
        )
        return
      }
    }
    // coordinated predicate
    const partner = coordinateWith(verb)
    popTo(partner)
    const like = clauses[partner.verb]
    const passive = verb.ambiguous && like?.verb.passive === true && norms[verb.to] === 'by'
    const index = add(passive ? { ...verb, passive } : verb, {
      subject: like ? like.subject : partner.subject,
      parent: like ? like.parent : partner.parent,
      relation: like ? (like.relation === 'root' || like.relation === 'parenthetical' ? 'coordinate' : like.relation) : 'root',
      marker: like && like.relation === 'adverbial' ? like.marker : -1,
      governor: like ? like.governor : -1,
    })
    partner.verb = index
  }

  /** The last verb was a participle after its noun: its subject is the subject of `verb`. */
  function reread(frame: Frame, verb: VerbChunk): void {
    const last = clauses[lastVerb]! as { verb: VerbChunk } & Clause
    const governor = last.subject
    last.relation = 'relative'
    last.governor = governor
    ;(last as { verb: VerbChunk }).verb = { ...last.verb, form: 'participle', passive: true, ambiguous: false }
    frame.verb = -1
    setVerb(frame, verb)
  }

  function openCoordinateClause(subject: number, verb: VerbChunk): void {
    // "said X would go, but Y had declined": the new clause stays in what is said if its verb is shifted back
    const complement = [...stack].reverse().find((f) => f.kind === 'complement' && f.verb >= 0)
    const shifted = /^(would|could|should|might|must|had|have)$/.test(verb.modal) || verb.perfect
    if (complement && (shifted || (prev === 'np' && lastConjBefore() !== '' && !hadComma() && !KINDS.has(lemmas[verb.head]!)))) {
      const parent = complement.parent
      popTo(complement)
      stack.pop()
      stack.push({ kind: 'complement', subject, verb: -1, marker: -1, parent, governor: -1, comma: false, inverted: false })
      return
    }
    stack = [main()]
    top().subject = subject
  }
  function hadComma(): boolean {
    return commaNp >= 0
  }
  /** "a former official of the Taliban regime, X": what stands after the comma belongs to the official. */
  function headOfChain(np: number): number {
    let k = np
    for (let depth = 0; depth < 4; depth++) {
      const preposition = nps[k]!.preposition
      if (preposition < 0) break
      if (!/^(of|for|in|from|at)$/.test(norms[preposition]!)) break
      let left = k - 1
      while (left >= 0 && nps[left]!.to > preposition) left--
      if (left < 0 || nps[left]!.to !== preposition) break
      k = left
    }
    return k
  }
  function lastConjBefore(): string {
    const at = before === 'conj' ? lastConj : ''
    return at
  }
  function lastSubject(): number {
    for (let k = run.length - 1; k >= 0; k--) {
      const np = nps[run[k]!]!
      if (!np.temporal || times.has(run[k]!)) return outermostConjunct(run[k]!)
    }
    return -1
  }
  function outermostConjunct(np: number): number {
    let k = np
    while (conjuncts[k]! >= 0 && run.includes(conjuncts[k]!)) k = conjuncts[k]!
    return k
  }
  function commaBetween(a: number, b: number): boolean {
    for (let t = nps[a]!.to; t < nps[b]!.from; t++) if (norms[t] === ',') return true
    return false
  }
  function enclosingSpeech(): number {
    for (let k = stack.length - 1; k >= 0; k--) {
      const f = stack[k]!
      if (f.kind === 'complement' && f.parent >= 0) {
        const parent = f.parent
        popTo(f)
        stack.pop()
        return parent
      }
      if (f.verb >= 0 && KINDS.has(lemmas[clauses[f.verb]!.verb.head]!)) {
        popTo(f)
        return f.verb
      }
    }
    return lastVerb
  }
  /** Does a finite verb of the same clause follow, before any subordinator? */
  function finiteInMain(from: number): boolean {
    for (const c of chunks) {
      if (c.type === 'word' && c.token >= from && SUBORDINATORS.has(norms[c.token]!)) return false
      if (c.type === 'vp' && verbs[c.vp]!.from >= from && verbs[c.vp]!.form === 'finite') return true
    }
    return false
  }
  function readInfinitive(verb: VerbChunk, frame: Frame): void {
    if (prev === 'conj' && lastVerb >= 0) {
      const partner = [...clauses.keys()].reverse().find((k) => k >= first && clauses[k]!.verb.form === 'infinitive')
      if (partner !== undefined) {
        const p = clauses[partner]!
        add(verb, { subject: p.subject, parent: p.parent, relation: 'infinitive', governor: p.governor, marker: p.marker })
        return
      }
    }
    if (
      frame.verb < 0 &&
      frame.subject >= 0 &&
      prev === 'np' &&
      lastNp === lastSubject() &&
      !GOVERNING_NOUNS.has(lemmas[nps[lastNp]!.head]!) &&
      frame.kind === 'main'
    ) {
      // headline: "Taliban to join talks"
      setVerb(frame, { ...verb, form: 'finite', modal: 'to' })
      return
    }
    const near = prev === 'np' && lastNp >= 0 ? lastNp : -1
    // "the decision of the three parties to join", "a call by Iran to attend"
    const far = near >= 0 && /^(of|by|from)$/.test(norms[nps[near]!.preposition] ?? '') ? headOfChain(near) : near
    const nominal = far >= 0 && GOVERNING_NOUNS.has(lemmas[nps[far]!.head]!) ? far : near
    const parent = lastVerb
    if (nominal >= 0 && GOVERNING_NOUNS.has(lemmas[nps[nominal]!.head]!)) {
      const possessor = nominal !== near ? near : nps[nominal]!.possessor
      add(verb, {
        subject: possessor >= 0 ? possessor : parent >= 0 ? clauses[parent]!.subject : -1,
        parent,
        relation: 'infinitive',
        governor: nominal,
      })
      return
    }
    if (parent >= 0) {
      const governor = clauses[parent]!
      const lemma = lemmas[governor.verb.head]!
      let subject = governor.subject
      // "it took Kabul two weeks to answer"
      if (lemma === 'take' && governor.object >= 0 && subject >= 0 && norms[nps[subject]!.head] === 'it') {
        subject = governor.object
        governor.subject = subject
      }
      if (OBJECT_CONTROL.has(lemma) && !governor.verb.passive && nominal >= 0)
        subject = governor.object >= 0 ? governor.object : nominal
      add(verb, { subject, parent, relation: 'infinitive' })
      return
    }
    const index = add(verb, { subject: frame.subject, relation: 'infinitive', governor: nominal })
    if (frame.verb < 0 && frame.subject < 0) dangling.push(index)
  }
  function readParticiple(verb: VerbChunk, frame: Frame): void {
    if (
      verb.form === 'gerund' &&
      frame.kind === 'main' &&
      frame.verb < 0 &&
      frame.subject >= 0 &&
      lastSubject() === frame.subject &&
      !finiteInMain(verb.to)
    ) {
      // headline: "Kabul not going to Moscow"
      setVerb(frame, { ...verb, form: 'finite' })
      return
    }
    if (
      prev === 'np' &&
      lastNp >= 0 &&
      verb.form === 'gerund' &&
      !(frame.verb >= 0 && clauses[lastVerb] && norms[verb.head] === 'saying')
    ) {
      add(verb, { subject: lastNp, relation: 'relative', governor: lastNp, parent: lastVerb })
      return
    }
    const parent = lastVerb
    let subject = frame.subject
    if (parent >= 0) {
      const governor = clauses[parent]!
      subject = governor.subject
      if (KINDS.get(lemmas[governor.verb.head]!) === 'accuse' && !governor.verb.passive && governor.object >= 0)
        subject = governor.object
      if (prev === 'comma') {
        const outer = stack.find((f) => f.verb >= 0)
        if (outer && frame.kind !== 'complement') subject = clauses[outer.verb]!.subject
        const speech = KINDS.get(lemmas[verb.head]!)
        if (outer && speech) subject = clauses[outer.verb]!.subject
      }
    }
    const index = add(verb, { subject, relation: 'participial', parent })
    if (parent < 0) dangling.push(index)
  }
  /** Does a finite verb follow the noun phrase at chunk `c` (so that it is the subject of a new clause)? */
  function startsClause(c: number): boolean {
    for (let k = c + 1; k < chunks.length; k++) {
      const next = chunks[k]!
      if (next.type === 'vp') return verbs[next.vp]!.form === 'finite'
      if (next.type === 'np') {
        const np = nps[next.np]!
        if (np.preposition < 0 && !np.temporal) return false
        continue
      }
      if (next.type === 'quote') return false
      const norm = norms[next.token]!
      if (norm === ',' || norm === 'and' || norm === ';' || SUBORDINATORS.has(norm) || norm === 'who' || norm === 'which')
        return false
    }
    return false
  }
  /** "Russia, China and Iran": does a conjunction with another noun phrase follow? */
  function listGoesOn(c: number): boolean {
    let k = c + 1
    let items = 0
    while (k < chunks.length && items < 60) {
      const next = chunks[k]!
      if (next.type === 'word') {
        const norm = norms[next.token]!
        if (norm === 'and' || norm === 'or' || norm === '&') {
          const after = chunks[k + 1]
          // "China, Iran and most of the states", "Russia, China, Iran and the four republics"
          const long = items > 2 || (commaNp >= 0 && conjuncts[commaNp]! >= 0)
          if (after?.type === 'word') return long && /^(most|many|several|some|others)$/.test(norms[after.token]!)
          return after?.type === 'np' && (long || isLike(nps[lastNp]!, nps[after.np]!))
        }
        if (norm !== ',' && !isQuoteMark(words[next.token]!)) return false
      } else if (next.type !== 'np' || nps[next.np]!.preposition >= 0) return false
      items++
      k++
    }
    return false
  }
  /** Whether two phrases can be items of one list: "Iran", "the Central Asian states". */
  function isLike(left: NounPhrase, right: NounPhrase): boolean {
    if (pos[left.head] === pos[right.head]) return true
    return pos[left.head] === 'PROPN' && words.slice(right.from, right.head).some((w) => startsUpper(w))
  }
  /** "…, originally set for May, was put off": no object follows, and the next finite verb comes right after a comma. */
  /** Is the next chunk a finite verb, adverbs aside? */
  function verbComesNext(c: number): boolean {
    for (let k = c + 1; k < chunks.length; k++) {
      const next = chunks[k]!
      if (next.type === 'vp') return verbs[next.vp]!.form === 'finite'
      if (next.type !== 'word' || pos[next.token] !== 'ADV') return false
    }
    return false
  }
  /** Does a bare auxiliary, a noun phrase and a verb open the sentence, with a main clause to come after a comma? */
  function isInverted(c: number, verb: VerbChunk): boolean {
    if (!/^(should|were|had)$/.test(norms[verb.head]!) || verb.to - verb.from > 1) return false
    if (chunks[c + 1]?.type !== 'np') return false
    let seen = false
    for (let k = c + 2; k < chunks.length; k++) {
      const item = chunks[k]!
      if (item.type === 'word' && norms[item.token] === '?') return false
      if (item.type === 'word' && norms[item.token] === ',' && seen) return true
      if (item.type === 'vp') seen = true
    }
    return false
  }
  /** After the comma at chunk c: an insertion, another comma, and then a finite verb? */
  function insertionThenVerb(c: number): boolean {
    const next = chunks[c + 1]
    const relative = next?.type === 'word' && /^(who|which|whose)$/.test(norms[next.token]!)
    if (!relative && next?.type !== 'np') return false
    for (let k = c + 1; k < chunks.length && k < c + 24; k++) {
      const item = chunks[k]!
      if (item.type === 'word' && norms[item.token] === ',') {
        const after = chunks[k + 1]
        return after?.type === 'vp' && verbs[after.vp]!.form === 'finite'
      }
    }
    return false
  }
  /** The first possessor of a phrase: "Iran" of "Iran's envoy". */
  function phraseHead(np: number): number {
    let k = np
    while (nps[k]!.possessor >= 0) k = nps[k]!.possessor
    return k
  }
  /** "gathered their papers, walked out and drove off": does "and" with another verb follow in the same clause? */
  function seriesGoesOn(verb: VerbChunk): boolean {
    if (norms[verb.to] === 'by') return false
    for (let k = chunks.findIndex((x) => x.type === 'vp' && verbs[x.vp] === verb) + 1; k > 0 && k < chunks.length; k++) {
      const item = chunks[k]!
      if (item.type === 'vp' || item.type === 'quote') return false
      if (item.type === 'word' && norms[item.token] === 'and') {
        const next = chunks[k + 1]
        if (next?.type !== 'vp') continue
        return verbs[next.vp]!.form === 'finite' && verbs[next.vp]!.modal === ''
      }
    }
    return false
  }
  /** Does another verb follow in this unit? */
  function hasMore(verb: VerbChunk): boolean {
    return chunks.some((c) => c.type === 'vp' && verbs[c.vp]!.from > verb.to)
  }
  function commaFollows(verb: VerbChunk): boolean {
    return norms[verb.to] === ','
  }
  /** Is some clause around still without its verb, apart from the innermost? */
  function finitePending(): boolean {
    return stack.length > 1 && stack.slice(0, -1).some((f) => f.verb < 0 && f.subject >= 0)
  }
  function participleInside(verb: VerbChunk): boolean {
    const at = chunks.findIndex((c) => c.type === 'vp' && verbs[c.vp]!.head === verb.head)
    const next = chunks[at + 1]
    if (next?.type === 'np' && nps[next.np]!.preposition < 0 && !nps[next.np]!.temporal) return false
    for (let k = at + 1; k < chunks.length; k++) {
      const c = chunks[k]!
      if (c.type !== 'vp' || verbs[c.vp]!.form !== 'finite') continue
      const before = chunks[k - 1]!
      return before.type === 'word' && norms[before.token] === ','
    }
    return false
  }
  function finiteFollows(from: number): boolean {
    return chunks.some((c) => c.type === 'vp' && verbs[c.vp]!.from >= from && verbs[c.vp]!.form === 'finite')
  }
  function isSubordinator(c: number, norm: string, token: number): boolean {
    if (norm === 'as' || norm === 'so' || norm === 'even' || norm === 'than' || norm === 'except') {
      if (
        norm === 'as' &&
        (norms[token + 1] === 'well' || norms[token - 1] === 'well' || norms[token + 1] === 'long' || norms[token + 1] === 'soon')
      )
        return false
      if ((norm === 'so' || norm === 'as') && norms[token - 1] === 'long') return true
      if (norm === 'even' || norm === 'so' || norm === 'except') return false
    }
    if (norm === 'however' || (norm === 'than' && norms[token - 1] === 'other')) return false
    if (norm === 'before' || norm === 'after' || norm === 'since' || norm === 'until') {
      // "the paper before the delegates made …": a phrase that belongs to a subject
      const frame = top()
      if (prev === 'np' && frame.verb < 0 && frame.subject >= 0) return false
    }
    if (norm === 'provided' || norm === 'providing') return norms[token + 1] === 'that' || prev === 'np' || prev === 'comma'
    if (
      norm === 'once' ||
      norm === 'since' ||
      norm === 'after' ||
      norm === 'before' ||
      norm === 'until' ||
      norm === 'till' ||
      norm === 'as' ||
      norm === 'than' ||
      norm === 'where' ||
      norm === 'when' ||
      norm === 'while' ||
      norm === 'because'
    ) {
      // a clause needs a finite verb before the next comma
      for (let k = c + 1; k < chunks.length; k++) {
        const next = chunks[k]!
        if (next.type === 'vp') return verbs[next.vp]!.form === 'finite' || norm === 'while' || norm === 'when' || norm === 'once'
        if (next.type === 'word' && (norms[next.token] === ',' || norms[next.token] === ';')) return false
      }
      return false
    }
    return true
  }
  function setExtents(from: number): void {
    // each clause reaches from its subject or marker to the start of the next clause's own words
    const inUnit = unit.tokens
    if (!inUnit.length) return
    const starts: { at: number; clause: number }[] = []
    for (let k = from; k < clauses.length; k++) {
      const clause = clauses[k]!
      let at = clause.verb.from
      const subject = clause.subject >= 0 ? nps[clause.subject]! : undefined
      const own =
        subject &&
        clause.relation !== 'coordinate' &&
        clause.relation !== 'infinitive' &&
        clause.relation !== 'participial' &&
        subject.from < at
      if (own && (clause.relation !== 'relative' || clause.marker < 0) && noVerbBetween(subject.from, at, k))
        at = phraseStart(subject)
      if (clause.marker >= 0 && clause.marker < at && noVerbBetween(clause.marker, at, k)) at = clause.marker
      starts.push({ at, clause: k })
    }
    starts.sort((a, b) => a.at - b.at)
    const end = inUnit[inUnit.length - 1]! + 1
    starts.forEach((s, k) => {
      const clause = clauses[s.clause]!
      clause.from = k === 0 ? Math.min(s.at, inUnit[0]!) : s.at
      clause.to = k + 1 < starts.length ? starts[k + 1]!.at : end
      if (clause.to < clause.verb.to) clause.to = clause.verb.to
    })
  }
  function phraseStart(np: NounPhrase): number {
    let at = np.from
    let p = np.possessor
    while (p >= 0) {
      at = nps[p]!.from
      p = nps[p]!.possessor
    }
    return at
  }
  function noVerbBetween(a: number, b: number, self: number): boolean {
    for (let k = first; k < clauses.length; k++)
      if (k !== self && clauses[k]!.verb.from >= a && clauses[k]!.verb.to <= b) return false
    return true
  }
}
