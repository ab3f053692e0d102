import type { Clause } from '../document/clauses'
import { NOBODY, SPEAKER } from '../mentions/entities'
import type { Speaker } from './speaker'
import { ownerOfStatement } from './statements'
import type { Text } from './text'
import { phraseAt, phraseStart, speechOf } from './text'

/** Gives the entity of a noun phrase in a clause, with "we" and "I" read as the speaker. */
export type EntityIn = (phrase: number, clause: number) => number

/** Whoever the words of a clause are reported from: by a verb of speaking around it, beside it, or by "according to". */
export interface ReportedSpeech {
  /** The speaker that the text reports a clause from, or undefined. */
  reporterOf(clause: number): Speaker | undefined
  /** The subject (or passive agent) of a verb of speaking; undefined where it has none. */
  speakerOfVerb(clause: number): Speaker | undefined
  /** The source that "according to" names in a token range, or undefined. */
  accordingTo(from: number, to: number): Speaker | undefined
}

const OPENERS = new Set([',', '"', '-', '–', '—'])
/** Clauses do not nest deeper than this. */
const DEPTH = 12

/** Reads reported speech. */
export function readReportedSpeech(text: Text, entityIn: EntityIn): ReportedSpeech {
  const { document, syntax, actors, clausesOfUnit, withComplement } = text
  const { norms } = document
  const { clauses, nounPhrases, units } = syntax
  const asides = new Map<number, readonly number[]>()
  const sources = new Map<number, Speaker | undefined>()

  return { reporterOf, speakerOfVerb, accordingTo }

  function reporterOf(index: number): Speaker | undefined {
    return governorOf(index) ?? asideOf(index) ?? sourceOf(clauses[index]!.unit)
  }

  /** "X said that …": the speaker of the verb that the clause is the complement of. */
  function governorOf(index: number): Speaker | undefined {
    let k = index
    for (let depth = 0; depth < DEPTH && k >= 0; depth++) {
      const clause = clauses[k]!
      if (clause.relation === 'complement' && clause.parent >= 0 && speechOf(text, clauses[clause.parent]!)) {
        const speaker = speakerOfVerb(clause.parent)
        if (speaker) return speaker
      }
      if (clause.relation === 'root' || clause.relation === 'coordinate' || clause.relation === 'parenthetical') return undefined
      k = clause.parent
    }
    return undefined
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
  /** A clause of speaking without complement behind (or inside) what is said. */
  function isAside(c: number): boolean {
    const clause = clauses[c]!
    if (clause.relation === 'parenthetical') return true
    if (speechOf(text, clause) !== 'say') return false
    if (clause.relation !== 'root' && clause.relation !== 'coordinate') return false
    if (withComplement.has(c)) return false
    if (clause.object >= 0 && nounPhrases[clause.object]!.from > clause.verb.to) return false
    const first = clauses[clausesOfUnit[clause.unit]![0]!]!
    return clause.verb.from > first.verb.from && isSetOff(clause)
  }
  function isSetOff({ subject, verb }: Clause): boolean {
    const start = subject >= 0 ? Math.min(phraseStart(text, subject), verb.from) : verb.from
    return OPENERS.has(norms[start - 1] ?? '') || norms[verb.from - 1] === ','
  }

  function sourceOf(unit: number): Speaker | undefined {
    if (!sources.has(unit)) sources.set(unit, accordingTo(units[unit]!.from, units[unit]!.to))
    return sources.get(unit)
  }
  function accordingTo(from: number, to: number): Speaker | undefined {
    for (let t = from; t < to - 1; t++) {
      if (norms[t] !== 'according' || norms[t + 1] !== 'to') continue
      const phrase = phraseAt(text, t + 2)
      if (phrase < 0) continue
      const entity = actors.entityOf[phrase]! < 0 ? ownerOfStatement(text, phrase) : actors.entityOf[phrase]!
      return { entity: entity === SPEAKER ? NOBODY : entity, phrase, mode: 'reported', clause: -1 }
    }
    return undefined
  }

  function speakerOfVerb(index: number): Speaker | undefined {
    const clause = clauses[index]!
    const phrase = clause.verb.passive ? clause.agent : clause.subject
    if (phrase < 0) return undefined
    const direct = entityIn(phrase, index)
    const entity = direct < 0 ? ownerOfStatement(text, phrase) : direct
    return { entity: entity < 0 ? NOBODY : entity, phrase, mode: 'reported', clause: index }
  }
}
