import type { NounPhrase } from './chunks'
import type { Clause } from './clauses'
import type { Document } from './document'
import { grouped } from './grouped'
import { isNameBehindNoun } from './names-behind-nouns'

const NOMINATIVE = new Set(['i', 'we', 'he', 'she', 'they'])

/**
 * Mends subjects that the left-to-right reading misses, in place:
 * - "put it in writing and *we* will come", "once the list is fair *the party* will come": what stands right before a finite verb is its subject
 *   if it is a pronoun in the nominative, or if no other was found;
 * - "they were invited and *they* refused": behind such a pronoun a past tense is no participle;
 * - "after lunch *they* sat down": a noun phrase behind "after" leaves the clause its own;
 * - "…, *Hakimi*, a lawmaker from Herat, said": an apposition stands between an aside and its subject.
 */
export function settleSubjects(
  document: Document,
  clauses: Clause[],
  nounPhrases: readonly NounPhrase[],
  phraseOf: Int32Array,
  reports: (clause: Clause) => boolean,
): void {
  const { norms } = document
  const withObject = grouped(clauses, ({ object }) => (object < 0 ? undefined : object))
  /** 1 for the tokens of verbs. */
  const inVerb = new Uint8Array(document.length)
  for (const { verb } of clauses) inVerb.fill(1, verb.from, verb.to)
  clauses.forEach((clause, i) => {
    const { verb } = clause
    const before = verb.from - 1
    if (before < 0) return
    const phrase = phraseOf[before]!
    const claim = (subject: number): void => {
      for (const k of withObject.get(subject) ?? []) clauses[k]!.object = -1
    }
    const isNominative = phrase >= 0 && nounPhrases[phrase]!.to === verb.from && NOMINATIVE.has(norms[before]!)
    if (isNominative) claim(phrase)
    if (isNominative && verb.form === 'participle' && /^(relative|participial)$/.test(clause.relation)) {
      const parent = clause.parent >= 0 ? clauses[clause.parent]! : undefined
      const said = parent?.relation === 'complement' && norms[before - 1] === 'and'
      clauses[i] = {
        ...clause,
        verb: { ...verb, form: 'finite', passive: false },
        subject: phrase,
        relation: said ? 'complement' : 'root',
        parent: said ? parent.parent : -1,
        governor: -1,
      }
      return
    }
    if (verb.form !== 'finite') return
    if (
      (isNominative || isNameBehindNoun(document, nounPhrases, phrase)) &&
      clause.relation === 'adverbial' &&
      isPreposition(clause.marker, nounPhrases[phrase]!.from)
    ) {
      for (const other of clauses) {
        if (other.relation !== 'adverbial' || other.marker !== clause.marker || other === clause) continue
        other.relation = 'coordinate'
        other.subject = phrase
        other.marker = -1
      }
      clause.subject = phrase
      clause.relation = 'root'
      clause.parent = -1
      clause.marker = -1
      return
    }
    const hasNone = clause.subject < 0 && clause.relation === 'root' && verb.modal !== ''
    if (phrase >= 0 && nounPhrases[phrase]!.to === verb.from && (isNominative || hasNone)) clause.subject = phrase
    else if (clause.subject < 0 && norms[before] === ',' && reports(clause)) clause.subject = behindApposition(before)
  })

  /** "*After* lunch they sat down": whether a word that may open a clause has only a noun phrase behind it. */
  function isPreposition(marker: number, end: number): boolean {
    if (marker < 0 || !/^(after|before|since|until|till)$/.test(norms[marker]!)) return false
    const p = phraseOf[marker + 1]!
    return p >= 0 && nounPhrases[p]!.to === end
  }

  /** The first of the noun phrases between commas that end before a token, within a sentence. */
  function behindApposition(comma: number): number {
    let found = -1
    for (let t = comma - 1; t > 0 && t > comma - 25 && document.sentenceOf[t] === document.sentenceOf[comma]; t--) {
      if (inVerb[t] === 1) break
      const p = phraseOf[t]!
      if (p >= 0 && nounPhrases[p]!.from === t && norms[t - 1] === ',' && !nounPhrases[p]!.temporal) found = p
    }
    return found
  }
}
