import type { Clause } from '../document/clauses'
import type { ReportedSpeech } from './reported'
import type { Speaker } from './speaker'
import type { Text } from './text'

/** Verbs that do nothing but report, in the past tense. */
const REPORTED = new Set(
  'said told added noted stressed announced warned stated declared insisted explained wrote argued remarked replied reiterated repeated'.split(
    ' ',
  ),
)
/** What a report makes of "will", "can", "may". */
const SHIFTED = new Set(['would', 'could', 'might'])
/** "could not be reached", "would not be drawn", "would only confirm": told by the writer. */
const NARRATED = new Set(
  'reach contact draw elaborate verify say tell comment confirm disclose reveal specify answer reply respond'.split(' '),
)

/** For each clause that goes on with what the sentence before reports ("He said they were ready. The group *would* send a team."), who says it. */
export function readContinuations(text: Text, reported: ReportedSpeech): (clause: number) => Speaker | undefined {
  const { document, syntax, clausesOfUnit, unitsOfSentence, withComplement } = text
  const { clauses, units } = syntax
  let voices: readonly (Speaker | undefined)[] | undefined
  return (clause) => {
    voices ??= readVoices()
    return isShifted(clauses[clause]!) ? voices[clauses[clause]!.unit] : undefined
  }

  /** For each unit of the writer's words that goes on with a report, whose report it is. */
  function readVoices(): (Speaker | undefined)[] {
    const heard: (Speaker | undefined)[] = units.map(() => undefined)
    let last: Speaker | undefined
    document.sentences.forEach((sentence, s) => {
      if (sentence.from >= document.length) return
      if (s === 0 || document.paragraphOf[sentence.from] !== document.paragraphOf[document.sentences[s - 1]!.from])
        last = undefined
      const own = unitsOfSentence[s]!.filter((u) => units[u]!.quotation < 0 && clausesOfUnit[u]!.length > 0)
      for (const u of own) {
        const reporter = reporterIn(u)
        last = reporter ?? (goesOn(u) ? last : undefined)
        if (!reporter) heard[u] = last
      }
    })
    return heard
  }
  /** The speaker of the verb of reporting on which a unit's words hang. */
  function reporterIn(unit: number): Speaker | undefined {
    const verb = clausesOfUnit[unit]!.find((c) => {
      const { relation, verb: said } = clauses[c]!
      if (!REPORTED.has(document.norms[said.head]!) || said.modal !== '' || said.passive) return false
      return (
        relation === 'parenthetical' ||
        ((relation === 'root' || relation === 'coordinate') &&
          (withComplement.has(c) || besideQuotation(unit) || reported.isAside(c)))
      )
    })
    const speaker = verb === undefined ? undefined : reported.speakerOfVerb(verb)
    return speaker && speaker.entity >= 0 ? { ...speaker, mode: 'reported' } : undefined
  }
  function besideQuotation(unit: number): boolean {
    return unitsOfSentence[units[unit]!.sentence]!.some((u) => units[u]!.quotation >= 0)
  }
  function goesOn(unit: number): boolean {
    return clausesOfUnit[unit]!.some(
      (c) => isShifted(clauses[c]!) && (clauses[c]!.relation === 'root' || clauses[c]!.relation === 'coordinate'),
    )
  }
  function isShifted(clause: Clause): boolean {
    return SHIFTED.has(clause.verb.modal) && !NARRATED.has(document.lemmas[clause.verb.head]!)
  }
}
