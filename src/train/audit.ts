import { defaultActors, defaultRules } from '../data'
import type { ReadText } from '../score/reader'
import { createReader } from '../score/reader'
import type { Actor, CueRule, Rule, Stance } from '../types'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { LabelledDocument } from './reading'
import { readLabelledDocument, readStatement } from './reading'
import type { Statement } from './statements'
import { checkStatements } from './statements'

/** What one cue does on labelled texts. */
export interface RuleAudit {
  readonly rule: string
  /** The stance that it votes for before modifiers. */
  readonly stance: Stance
  /** Matches, whether they counted or not. */
  readonly matches: number
  /** Labelled holders for whom it voted. */
  readonly votes: number
  /** Share of the labelled holders for whom it voted, in [0, 1]. */
  readonly coverage: number
  /** Votes against which another rule voted for another stance of the same holder. */
  readonly conflicts: number
  /** Share of its votes for the labelled stance, in [0, 1]; undefined where it never voted. */
  readonly accuracy: number | undefined
}

/** What is audited, and with what it is read; each has a default. */
export interface AuditOptions extends RunOptions {
  readonly rules?: readonly Rule[]
  readonly actors?: readonly Actor[]
  /** Whole texts with the stances of their actors, beside the statements. */
  readonly documents?: readonly LabelledDocument[]
}

interface Tally {
  matches: number
  votes: number
  right: number
  conflicts: number
}

/**
 * Counts what each cue does on labelled statements and texts: how often it matches, for whom it votes, where rules contradict each other, and how
 * often a vote is right. Cues that never vote are dead, cues with a low accuracy harmful, as far as these texts tell. In the rules' order.
 * @throws DemarcheError `training-data` for statements that cannot be used; `aborted`
 */
export function auditRules(statements: readonly Statement[], options: AuditOptions = {}): RuleAudit[] {
  checkStatements(statements)
  const { rules = defaultRules, actors = defaultActors, documents = [] } = options
  const cues = rules.filter((rule): rule is CueRule => rule.kind === 'cue')
  const tallies = new Map(cues.map(({ id }): [string, Tally] => [id, { matches: 0, votes: 0, right: 0, conflicts: 0 }]))
  const total = statements.length + documents.length
  const reader = createReader(actors, rules)
  let holders = 0

  statements.forEach((statement, i) => {
    step(options, 'read', i, total)
    const { read, holder } = readStatement(reader, statement)
    holders++
    count(read, new Map([[holder, statement.label]]))
  })
  documents.forEach((document, i) => {
    step(options, 'read', statements.length + i, total)
    const { read, actors: found } = readLabelledDocument(document, actors, rules)
    const labels = new Map(found.flatMap(({ entity, gold }) => (gold ? [[entity, gold.stance] as const] : [])))
    holders += labels.size
    count(read, labels)
  })
  return cues.map(({ id, stance }) => {
    const { matches, votes, right, conflicts } = tallies.get(id)!
    const accuracy = votes === 0 ? undefined : right / votes
    return { rule: id, stance, matches, votes, coverage: votes / Math.max(1, holders), conflicts, accuracy }
  })

  function count({ votes: { votes, orphans, dismissed } }: ReadText, labels: ReadonlyMap<number, Stance>): void {
    const hits = new Set([...votes, ...orphans, ...dismissed].map(({ hit }) => hit))
    for (const { rule } of hits) tallies.get(rule)!.matches++
    for (const [holder, label] of labels) {
      const own = votes.filter((vote) => vote.holder === holder && vote.target === 0 && !vote.earlier)
      for (const rule of new Set(own.map(({ hit }) => hit.rule))) {
        const tally = tallies.get(rule)!
        const said = own.filter(({ hit }) => hit.rule === rule).map(({ stance }) => stance)
        tally.votes++
        if (said.every((stance) => stance === label)) tally.right++
        if (own.some(({ hit, stance }) => hit.rule !== rule && !said.includes(stance))) tally.conflicts++
      }
    }
  }
}
