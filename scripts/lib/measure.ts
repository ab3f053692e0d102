import { softmaxOf } from '../../src/score/model'
import { runParts } from '../../src/score/stance-model'
import type { LearningCase } from '../../src/train/cases'
import { isSilent } from '../../src/train/cases'
import type { HeldOut } from '../../src/train/cross-fit'
import { caseLogits, crossFit } from '../../src/train/cross-fit'
import type { StatementFigures } from '../../src/train/figures'
import { heldOutProbabilities, statementFigures } from '../../src/train/figures'
import { fitStance } from '../../src/train/fit-stance'
import { withoutVotes } from '../../src/train/stance-rows'
import type { TrainedModel } from '../../src/train/train-model'
import { STANCES } from '../../src/types'
import { writerOf } from './corpus'

/** Figures under a name. */
export interface Named {
  readonly name: string
  readonly figures: StatementFigures
}

/** Precision of the stances that are reported at a confidence, and how many of the actors that have one get it. */
export interface Threshold {
  readonly confidence: number
  readonly precision: number
  readonly recall: number
}

/** All figures of the model card, each on held-out groups. */
export interface Measured {
  /** Holders of statements: rules alone, model without the rules' votes, model with them. */
  readonly systems: readonly Named[]
  /** Actors of whole texts: the same, and rules first with the model where they are silent, as reports have it. */
  readonly actorSystems: readonly Named[]
  readonly thresholds: readonly Threshold[]
  readonly writers: readonly Named[]
  readonly registers: readonly Named[]
  readonly phenomena: readonly Named[]
  /** Of `systems` and `actorSystems` those that are used. */
  readonly statements: StatementFigures
  readonly actors: StatementFigures
}

const SPLIT = { minCases: 3, maxBytes: 199_000, seed: 1 }
/** Phenomena and registers with fewer statements are not listed. */
const ENOUGH = 40

export function measure(cases: readonly LearningCase[], { model, heldOut }: TrainedModel): Measured {
  const { l2, folds } = model.training
  const byWords = crossFit(
    cases.map((c) => ({
      ...c,
      features: withoutVotes(c.features),
      sentences: c.sentences.map((sentence) => ({ ...sentence, features: withoutVotes(sentence.features) })),
    })),
    { ...SPLIT, l2, folds },
  )
  const holders = (held: readonly HeldOut[]): HeldOut[] => held.filter((h) => h.case.kind === 'holder')
  const actors = (held: readonly HeldOut[]): HeldOut[] => held.filter((h) => h.case.kind === 'actor')
  const figures = (name: string, held: readonly HeldOut[]): Named => ({
    name,
    figures: statementFigures(held, heldOutProbabilities(held)),
  })
  const ruled = (name: string, held: readonly HeldOut[]): Named => ({
    name,
    figures: statementFigures(
      held,
      held.map(({ case: c }) => ruledProbabilities(c, model.rulesTemperature)),
    ),
  })
  const combined = actors(heldOut).map((h) =>
    isSilent(h.case)
      ? softmaxOf(
          h.logits.map((logit, k) => logit + model.actorBias[k]!),
          model.actorTemperature,
        )
      : ruledProbabilities(h.case, model.rulesTemperature),
  )
  const together = { name: 'rules, and the model where they are silent', figures: statementFigures(actors(heldOut), combined) }
  const own = figures('model with the rules\u2019 votes', holders(heldOut))
  const of = (name: string, keep: (held: HeldOut) => boolean): Named => figures(name, holders(heldOut).filter(keep))
  const many = (values: readonly string[]): string[] =>
    [...new Set(values)].filter((v) => values.filter((x) => x === v).length >= ENOUGH).sort()
  const statements = holders(heldOut).flatMap((h) => h.case.statement ?? [])
  return {
    systems: [
      ruled('rules only', holders(heldOut)),
      figures('model only', holders(byWords)),
      own,
      of('  its statements with votes', (h) => !isSilent(h.case)),
      of('  its statements without', (h) => isSilent(h.case)),
    ],
    actorSystems: [
      ruled('rules only', actors(heldOut)),
      figures('model only', actors(byWords)),
      figures('model with the rules\u2019 votes', actors(heldOut)),
      together,
    ],
    thresholds: [0, 0.5, 0.7, 0.9].map((confidence) => thresholdOf(actors(heldOut), combined, confidence)),
    writers: [...new Set(statements.map(writerOf))].sort().map((writer) => leftOut(cases, writer, l2)),
    registers: many(statements.map(({ register }) => register ?? '')).map((name) =>
      of(name, (h) => h.case.statement?.register === name),
    ),
    phenomena: many(statements.flatMap(({ tags }) => [...(tags ?? [])])).map((name) =>
      of(name, (h) => h.case.statement?.tags?.includes(name) ?? false),
    ),
    statements: own.figures,
    actors: together.figures,
  }
}

const ruledProbabilities = ({ ruled }: LearningCase, temperature: number): number[] =>
  softmaxOf(
    STANCES.map((stance) => ruled[stance]),
    temperature,
  )

function thresholdOf(held: readonly HeldOut[], probabilities: readonly (readonly number[])[], confidence: number): Threshold {
  let right = 0
  let said = 0
  let there = 0
  held.forEach(({ case: { label } }, i) => {
    const most = Math.max(...probabilities[i]!)
    const stance = STANCES[probabilities[i]!.indexOf(most)]!
    if (label !== 'none') there++
    if (stance === 'none' || most < confidence) return
    said++
    if (stance === label) right++
  })
  return { confidence, precision: right / Math.max(1, said), recall: right / Math.max(1, there) }
}

/** Fitted on all other writers' statements alone. */
function leftOut(cases: readonly LearningCase[], writer: string, l2: number): Named {
  const { minCases, maxBytes } = SPLIT
  const isOwn = (c: LearningCase): boolean => c.statement !== undefined && writerOf(c.statement) === writer
  const model = runParts(
    fitStance(
      cases.filter((c) => !isOwn(c)),
      { l2, minCases, maxBytes },
    ),
  )
  const held = cases
    .filter((c) => c.kind === 'holder' && isOwn(c))
    .map((c): HeldOut => ({ case: c, logits: caseLogits(model, c), temperature: 1 }))
  return { name: writer, figures: statementFigures(held, heldOutProbabilities(held)) }
}
