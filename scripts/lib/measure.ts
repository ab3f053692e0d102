import { linearModel, softmaxOf } from '../../src/score/model'
import type { HeldOut } from '../../src/train/cross-fit'
import { crossFit } from '../../src/train/cross-fit'
import type { StatementFigures } from '../../src/train/figures'
import { heldOutProbabilities, statementFigures } from '../../src/train/figures'
import { fitStance } from '../../src/train/fit-stance'
import type { StatementCase } from '../../src/train/statement-cases'
import type { TrainedModel } from '../../src/train/train-model'
import { STANCES } from '../../src/types'
import { writerOf } from './corpus'

/** Figures under a name. */
export interface Named {
  readonly name: string
  readonly figures: StatementFigures
}

/** All figures of the model card, each on held-out groups. */
export interface Measured {
  /** Rules alone, model without the rules' votes, both in the ways that were tried; the last is what reports use. */
  readonly systems: readonly Named[]
  readonly writers: readonly Named[]
  readonly registers: readonly Named[]
  readonly phenomena: readonly Named[]
  readonly used: StatementFigures
}

const SPLIT = { l2: 3, minCases: 3, maxFeatures: 7000, bystanders: 0.2, folds: 10, seed: 1 }
/** Phenomena and registers with fewer statements are not listed. */
const ENOUGH = 40

export function measure(cases: readonly StatementCase[], { model, heldOut }: TrainedModel): Measured {
  const own = cases.filter((c) => !c.bystander)
  const withoutVotes = crossFit(
    cases.map((c) => ({ ...c, features: new Map([...c.features].filter(([name]) => !name.startsWith('v:'))) })),
    SPLIT,
  )
  const system = (name: string, held: readonly HeldOut[], rules: number): Named => ({
    name,
    figures: statementFigures(held, heldOutProbabilities(held, rules)),
  })
  const isSilent = (h: HeldOut): boolean => h.case.features.has('v:own:silent')
  const none = STANCES.indexOf('none')
  const gated = heldOut.map((h) =>
    isSilent(h)
      ? softmaxOf(h.logits.map((logit, k) => logit / h.temperature + (k === none ? model.silence : 0)))
      : STANCES.map((stance) => h.case.ruled[stance]),
  )
  const used = statementFigures(heldOut, heldOutProbabilities(heldOut, 0))
  const of = (name: string, keep: (held: HeldOut) => boolean): Named => {
    const part = heldOut.filter(keep)
    return { name, figures: statementFigures(part, heldOutProbabilities(part, 0)) }
  }
  const many = (values: readonly string[]): string[] =>
    [...new Set(values)].filter((v) => values.filter((x) => x === v).length >= ENOUGH).sort()
  const ruled = own.map((c): HeldOut => ({
    case: c,
    logits: STANCES.map((s) => Math.log(Math.max(1e-6, c.ruled[s]))),
    temperature: 1,
  }))
  return {
    systems: [
      system('rules only', ruled, 0),
      system('model only (no votes)', withoutVotes, 0),
      system('model only + 1 × rules', withoutVotes, 1),
      system('model with votes + 0.5 × rules', heldOut, 0.5),
      { name: 'model with votes', figures: used },
      of('  its statements with votes', (h) => !isSilent(h)),
      of('  its statements without', isSilent),
      { name: 'rules, else model (in texts)', figures: statementFigures(heldOut, gated) },
    ],
    writers: [...new Set(own.map((c) => writerOf(c.statement)))].sort().map((writer) => leftOut(cases, writer)),
    registers: many(own.map((c) => c.statement.register ?? '')).map((name) =>
      of(name, (h) => h.case.statement.register === name),
    ),
    phenomena: many(own.flatMap((c) => [...(c.statement.tags ?? [])])).map((name) =>
      of(name, (h) => h.case.statement.tags?.includes(name) ?? false),
    ),
    used,
  }
}

/** Fitted on all other writers' statements. */
function leftOut(cases: readonly StatementCase[], writer: string): Named {
  const { l2, minCases, maxFeatures, bystanders } = SPLIT
  const fitted = fitStance(
    cases.filter((c) => writerOf(c.statement) !== writer),
    { l2, minCases, maxFeatures, bystanders },
  )
  const model = linearModel(fitted)
  const held = cases
    .filter((c) => !c.bystander && writerOf(c.statement) === writer)
    .map((c): HeldOut => ({ case: c, logits: model.logits(c.features), temperature: 1 }))
  const probabilities = held.map(({ logits }) => softmaxOf(logits))
  return { name: writer, figures: statementFigures(held, probabilities) }
}
