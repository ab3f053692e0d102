import { DemarcheError } from '../errors'
import type { LinearModelData } from '../score/model'
import type { StanceModelData } from '../score/stance-model'
import type { CrossFitOptions, HeldOut } from './cross-fit'
import { crossFit } from './cross-fit'
import { heldOutProbabilities, statementFigures } from './figures'
import { fitStance } from './fit-stance'
import type { ReadCasesOptions, StatementCase } from './statement-cases'
import { goldOf, readCases } from './statement-cases'
import type { Statement } from './statements'
import { checkStatements, groupOf } from './statements'
import { fitTemperature } from './temperature'

/** Options of `trainModel`; each has a default. */
export interface TrainModelOptions extends ReadCasesOptions {
  /** Strength of the L2 penalty, above 0. Default 3. */
  readonly l2?: number
  /** Features in fewer cases are left out. Default 3, or 2 below 1,000 statements. */
  readonly minCases?: number
  /** Parts of the groups for the held-out figures and the calibration, 3 to 20. Default 10. */
  readonly folds?: number
  /** Decides the folds. Default 1. */
  readonly seed?: number
  /** The model as JSON takes at most this many bytes. Default 200,000. */
  readonly maxBytes?: number
  /** Weight of the other actors in the texts, as holders of no position, beside the labelled holders. From 0; default 0.2. */
  readonly bystanders?: number
  /** See `StanceModelData`. From 0; default 2. */
  readonly silence?: number
}

/** A model, and what it says of each statement when its group is held out. */
export interface TrainedModel {
  readonly model: StanceModelData
  readonly heldOut: readonly HeldOut[]
}

/**
 * Fits a stance model for `createAnalyzer({ model })`: multinomial logistic regression on masked words, clauses and the rules' votes. Figures and
 * temperature come from statements whose groups are held out; the weights then come from all. The same statements, options, actors and rules
 * give the same bytes.
 * @throws DemarcheError `training-data` for statements that cannot be used, fewer than two labels, or fewer groups than folds; `aborted`
 */
export function trainModel(statements: readonly Statement[], options: TrainModelOptions = {}): StanceModelData {
  checkStatements(statements)
  checkEnough(statements, options)
  return trainOnCases(readCases(statements, options), options).model
}

/** The same on statements that were read already. */
export function trainOnCases(cases: readonly StatementCase[], options: TrainModelOptions = {}): TrainedModel {
  const { l2 = 3, folds = 10, seed = 1, maxBytes = 200_000, silence = 2, bystanders = 0.2 } = options
  const labelled = cases.filter((c) => !c.bystander).length
  const minCases = options.minCases ?? (labelled < 1000 ? 2 : 3)
  const groups = new Set(cases.map(({ statement }) => groupOf(statement))).size
  const run = {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  }

  let maxFeatures = Math.floor(maxBytes / 27)
  let data: LinearModelData
  // what is beside features and weights takes less than a thousand bytes
  for (;;) {
    data = fitStance(cases, { l2, minCases, maxFeatures, bystanders, ...run })
    const bytes = bytesOf(data) + 1000
    if (bytes <= maxBytes || maxFeatures < 20) break
    maxFeatures = Math.floor(Math.min(maxFeatures, data.features.length) * (maxBytes / bytes) * 0.99)
  }
  const splitting: CrossFitOptions = { l2, minCases, maxFeatures, bystanders, folds, seed, ...run }
  const heldOut = crossFit(cases, splitting)
  const { cases: count, accuracy, macroF1, f1, calibrationError } = statementFigures(heldOut, heldOutProbabilities(heldOut))
  const short = (value: number): number => Number(value.toFixed(4))
  const temperature = short(
    fitTemperature(
      heldOut.map((h) => h.logits),
      goldOf(heldOut.map((h) => h.case)),
    ),
  )
  const model: StanceModelData = {
    kind: 'demarche-stance-model',
    format: 1,
    id: `en-${heldOut.length}-${hash([...data.features, ...data.weights.map(String)])}`,
    silence,
    training: { statements: heldOut.length, groups, l2, seed, folds },
    heldOut: {
      cases: count,
      accuracy: short(accuracy),
      macroF1: short(macroF1),
      f1: f1.map(short),
      calibrationError: short(calibrationError),
    },
    ...data,
    temperature,
  }
  return { model, heldOut }
}

function checkEnough(
  statements: readonly Statement[],
  { folds = 10, l2 = 3, seed = 1, maxBytes = 200_000, silence = 2, bystanders = 0.2 }: TrainModelOptions,
): void {
  const labels = new Set(statements.map((s) => s.label))
  const fail = (expected: string, got: string, mend: string): never => {
    throw new DemarcheError('training-data', { expected, got, mend })
  }
  if (statements.length === 0) fail('statements', 'none', 'adding statements')
  if (labels.size < 2)
    fail('statements of at least two labels', `only ${[...labels].join()}`, 'adding statements of the other labels')
  if (!(l2 > 0)) fail('`l2` above 0', String(l2), 'leaving it out')
  if (!(silence >= 0) || !(bystanders >= 0))
    fail('`silence` and `bystanders` from 0', `${silence} and ${bystanders}`, 'leaving them out')
  if (!(maxBytes >= 5000)) fail('`maxBytes` from 5000', String(maxBytes), 'leaving it out')
  if (!Number.isInteger(seed)) fail('a whole number as `seed`', String(seed), 'leaving it out')
  if (!(Number.isInteger(folds) && folds >= 3 && folds <= 20)) fail('`folds` between 3 and 20', String(folds), 'leaving it out')
  const groups = new Set(statements.map(groupOf)).size
  if (groups < folds) fail(`at least ${folds} groups of statements`, `${groups}`, 'adding groups, or asking for fewer folds')
}

/** Bytes of a value as JSON in UTF-8. */
function bytesOf(value: unknown): number {
  let bytes = 0
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** FNV-1a of some texts, eight hexadecimal digits. */
function hash(texts: readonly string[]): string {
  let h = 0x811c9dc5
  for (const text of texts) for (const character of `${text}\n`) h = Math.imul(h ^ character.codePointAt(0)!, 0x01000193) >>> 0
  return h.toString(16).padStart(8, '0')
}
