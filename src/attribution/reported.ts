import type { Clause } from '../document/clauses'
import { startOfPhrase } from '../document/phrase-start'
import { wordSet } from '../document/word-set'
import { NOBODY } from '../mentions/entities'
import { sourceOfUnit } from './sources'
import type { Speaker } from './speaker'
import { ownerOfStatement } from './statements'
import type { Text } from './text'
import { speechOf } from './text'

/** Gives the entity of a noun phrase in a clause, with "we" and "I" read as the speaker. */
export type EntityIn = (phrase: number, clause: number) => number

/** Whoever the words of a clause are reported from: by a verb of speaking around it or beside it, or by "according to". */
export interface ReportedSpeech {
  /** The speaker that the text reports a clause from, or undefined. */
  reporterOf(clause: number): Speaker | undefined
  /** The subject (or passive agent) of a verb of speaking; undefined where it has none. */
  speakerOfVerb(clause: number): Speaker | undefined
  /** The source that a unit names without a verb, or undefined. */
  sourceOf(unit: number): Speaker | undefined
  /** Whether a clause of speaking stands behind or inside what is said ("…, officials said"). */
  isAside(clause: number): boolean
}

const OPENERS = new Set([',', '"', '-', '–', '—'])
/** Clauses do not nest deeper than this. */
const DEPTH = 12
/** "as Lavrov put it": verbs that need an object "it" to report. */
const PUT = new Set(['put', 'see', 'view'])
/** "as Lavrov said". */
const AS_SAID = new Set('say tell note explain announce report state write remark observe confirm'.split(' '))
/** "refused to say when the talks would begin": words that open an indirect question, which also open a clause of time. */
const QUESTION_WORDS = new Set(['when', 'where', 'why', 'how', 'if'])
/** Verbs that say something to or of their object. */
const THANKS = wordSet('thank congratulate praise commend salute applaud compliment hail')
/** "quoted Ghani as saying". */
const QUOTE = new Set(['quote', 'cite', 'report'])

/** Makes the reader of a document's reported speech. */
export function readReportedSpeech(text: Text, entityIn: EntityIn): ReportedSpeech {
  const { document, syntax, clausesOfUnit, withComplement } = text
  const { norms, lemmas } = document
  const { clauses, nounPhrases } = syntax
  const asides = new Map<number, readonly number[]>()
  const sources = new Map<number, Speaker | undefined>()

  return { reporterOf, speakerOfVerb, sourceOf, isAside }

  function reporterOf(index: number): Speaker | undefined {
    return governorOf(index) ?? asideOf(index) ?? sourceOf(clauses[index]!.unit)
  }

  /** "X said that …": the speaker of the verb that the clause is the complement of. */
  function governorOf(index: number): Speaker | undefined {
    let k = index
    for (let depth = 0; depth < DEPTH && k >= 0; depth++) {
      const clause = clauses[k]!
      if (
        clause.parent >= 0 &&
        (clause.relation === 'complement' || isIndirectQuestion(clause)) &&
        speechOf(text, clauses[clause.parent]!)
      ) {
        const speaker = speakerOfVerb(clause.parent)
        if (speaker) return speaker
      }
      const thanking = thanksIn(clause)
      if (thanking) return thanking
      if (clause.relation === 'root' || clause.relation === 'coordinate' || clause.relation === 'parenthetical') return undefined
      k = clause.parent
    }
    return undefined
  }
  /** "She *thanked China, whose envoy had come first*": what is told of the one thanked is told by the one who thanks. */
  function thanksIn({ relation, parent, governor }: Clause): Speaker | undefined {
    if (relation !== 'relative' || parent < 0 || governor < 0) return undefined
    const { verb, object } = clauses[parent]!
    if (object !== governor || verb.passive || verb.modal !== '' || !THANKS.has(lemmas[verb.head]!)) return undefined
    const speaker = speakerOfVerb(parent)
    return speaker && speaker.entity >= 0 ? speaker : undefined
  }
  function isIndirectQuestion(clause: Clause): boolean {
    if (clause.relation !== 'adverbial' || clause.marker < 0 || !QUESTION_WORDS.has(norms[clause.marker]!)) return false
    const { verb } = clauses[clause.parent]!
    return verb.to === clause.marker && (verb.form === 'infinitive' || verb.negated)
  }

  /** "…, officials said". */
  function asideOf(index: number): Speaker | undefined {
    const aside = asidesOf(clauses[index]!.unit).find((c) => c !== index)
    return aside === undefined ? undefined : speakerOfVerb(aside)
  }
  function asidesOf(unit: number): readonly number[] {
    let found = asides.get(unit)
    if (!found) asides.set(unit, (found = clausesOfUnit[unit]!.filter(isAside)))
    return found
  }
  function isAside(c: number): boolean {
    const clause = clauses[c]!
    if (clause.relation === 'parenthetical') return true
    if (withComplement.has(c)) return false
    if (clause.relation === 'adverbial') return isAsSaid(clause)
    if (speechOf(text, clause) !== 'say') return false
    if (clause.relation !== 'root' && clause.relation !== 'coordinate') return false
    if (clause.object >= 0 && nounPhrases[clause.object]!.from > clause.verb.to) return false
    const first = clauses[clausesOfUnit[clause.unit]![0]!]!
    return clause.verb.from > first.verb.from && isSetOff(clause)
  }
  /** "as Lavrov put it", "as Lavrov said on Monday". */
  function isAsSaid({ marker, verb, object }: Clause): boolean {
    if (marker < 0 || norms[marker] !== 'as' || norms[marker - 1] === 'just') return false
    const lemma = lemmas[verb.head]!
    return PUT.has(lemma) ? norms[verb.to] === 'it' : AS_SAID.has(lemma) && object < 0
  }
  function isSetOff({ subject, verb }: Clause): boolean {
    const start = subject >= 0 ? Math.min(startOfPhrase(text.syntax.nounPhrases, subject), verb.from) : verb.from
    return OPENERS.has(norms[start - 1] ?? '') || norms[verb.from - 1] === ','
  }

  function sourceOf(unit: number): Speaker | undefined {
    if (!sources.has(unit)) sources.set(unit, sourceOfUnit(text, unit))
    return sources.get(unit)
  }

  function speakerOfVerb(index: number): Speaker | undefined {
    const clause = clauses[index]!
    const phrase = quotedPerson(clause) ?? (clause.verb.passive && !isInverted(clause) ? clause.agent : clause.subject)
    if (phrase < 0) return undefined
    const direct = entityIn(phrase, index)
    const entity = direct < 0 ? ownerOfStatement(text, phrase) : direct
    return { entity: entity < 0 ? NOBODY : entity, phrase, mode: 'reported', clause: index }
  }
  /** "“…,” read the statement": tagged as a participle, but its subject stands behind it. */
  function isInverted({ verb, subject, agent }: Clause): boolean {
    return agent < 0 && subject >= 0 && nounPhrases[subject]!.from >= verb.to
  }
  /** "quoted Ghani as saying": who is quoted. */
  function quotedPerson(clause: Clause): number | undefined {
    if (clause.parent < 0 || clause.verb.form !== 'gerund' || norms[clause.verb.from - 1] !== 'as') return undefined
    const { verb, object } = clauses[clause.parent]!
    return QUOTE.has(lemmas[verb.head]!) && !verb.passive && object >= 0 ? object : undefined
  }
}
