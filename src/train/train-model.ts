import { DemarcheError } from '../errors'
import type { StanceModelData } from '../types'
import { STANCES } from '../types'
import type { LearningCase } from './cases'
import { goldOf, isSilent } from './cases'
import type { HeldOut } from './cross-fit'
import { crossFit } from './cross-fit'
import { readDocumentCases } from './document-cases'
import { heldOutProbabilities, statementFigures } from './figures'
import { fitStance } from './fit-stance'
import type { LabelledDocument } from './reading'
import type { ReadCasesOptions } from './statement-cases'
import { readStatementCases } from './statement-cases'
import type { Statement } from './statements'
import { checkStatements, groupOf } from './statements'
import { fitCalibration, fitTemperature } from './temperature'

/** Options of `trainModel`; each has a default. */
export interface TrainModelOptions extends Omit<ReadCasesOptions, 'weight'> {
  /** Strength of the L2 penalty, above 0. Default 12. */
  readonly l2?: number
  /** Features in fewer statements or sentences are left out. Default 3, or 2 below 1,000 statements. */
  readonly minCases?: number
  /** Parts of the groups for the held-out figures and the calibration, 3 to 20. Default 10. */
  readonly folds?: number
  /** Decides the folds. Default 1. */
  readonly seed?: number
  /** The model as JSON takes at most this many bytes. Default 200,000. */
  readonly maxBytes?: number
  /**
   * Whole texts with the stances of their actors, to be learned from beside the statements. Most actors of a report hold no position, which statements
   * cannot show. Default: none.
   */
  readonly documents?: readonly LabelledDocument[]
}

/** A model, and what it says of each holder and actor when its group is held out. */
export interface TrainedModel {
  readonly model: StanceModelData
  readonly heldOut: readonly HeldOut[]
}

/**
 * Fits a stance model for `createAnalyzer({ model })`: multinomial logistic regression on masked words, clauses and the rules' votes. Figures and
 * temperatures come from cases whose groups are held out; the weights then come from all. The same statements, options, actors and rules
 * give the same bytes.
 * @throws DemarcheError `training-data` for statements that cannot be used, fewer than two labels, or fewer groups than folds; `aborted`
 */
export function trainModel(statements: readonly Statement[], options: TrainModelOptions = {}): StanceModelData {
  checkStatements(statements)
  checkEnough(statements, options)
  const documents = options.documents ?? []
  const cases = [
    ...readStatementCases(statements, { ...options, weight: documents.length > 0 ? BESIDE_DOCUMENTS : 1 }),
    ...readDocumentCases(documents, options),
  ]
  return trainOnCases(cases, options).model
}

/** Weight of a statement where whole texts are there too. */
export const BESIDE_DOCUMENTS = 0.3

/** The same on cases that were read already. */
export function trainOnCases(cases: readonly LearningCase[], options: TrainModelOptions = {}): TrainedModel {
  const { l2 = 12, folds = 10, seed = 1, maxBytes = 200_000 } = options
  const holders = cases.filter(({ kind }) => kind === 'holder').length
  const minCases = options.minCases ?? (holders < 1000 ? 2 : 3)
  const run = {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  }

  // what is beside features and weights takes less than a thousand bytes
  const fit = { l2, minCases, maxBytes: maxBytes - 1000, ...run }
  const parts = fitStance(cases, fit)
  const heldOut = crossFit(cases, { ...fit, folds, seed })
  const own = heldOut.filter((h) => h.case.kind === 'holder')
  const { cases: count, accuracy, macroF1, f1, calibrationError } = statementFigures(own, heldOutProbabilities(own))
  const actors = heldOut.filter((h) => h.case.kind === 'actor')
  const voted = (actors.length > 0 ? actors : own).filter((h) => !isSilent(h.case))
  const silent = (actors.length > 0 ? actors : own).filter((h) => isSilent(h.case))
  const calibration = fitCalibration(
    silent.map((h) => h.logits),
    goldOf(silent.map((h) => h.case)),
    STANCES.length,
  )
  const model: StanceModelData = {
    kind: 'demarche-stance-model',
    format: 1,
    id: `en-${own.length}-${hash([parts.features, parts.statement.weights, parts.text.weights])}`,
    training: {
      statements: own.length,
      documents: new Set(actors.map((h) => h.case.group)).size,
      groups: new Set(cases.map(({ group }) => group)).size,
      l2,
      seed,
      folds,
    },
    heldOut: {
      cases: count,
      accuracy: short(accuracy),
      macroF1: short(macroF1),
      f1: f1.map(short),
      calibrationError: short(calibrationError),
    },
    ...parts,
    temperature: temperatureOf(own),
    actorTemperature: short(calibration.temperature),
    actorBias: calibration.bias.map(short),
    rulesTemperature: temperatureOf(voted.map((h) => ({ ...h, logits: STANCES.map((stance) => h.case.ruled[stance]) }))),
  }
  return { model, heldOut }
}

const short = (value: number): number => Number(value.toFixed(4))

const temperatureOf = (held: readonly HeldOut[]): number =>
  short(
    fitTemperature(
      held.map((h) => h.logits),
      goldOf(held.map((h) => h.case)),
    ),
  )

function checkEnough(
  statements: readonly Statement[],
  { folds = 10, l2 = 12, seed = 1, maxBytes = 200_000 }: TrainModelOptions,
): void {
  const labels = new Set(statements.map((s) => s.label))
  const fail = (expected: string, got: string, mend: string): never => {
    throw new DemarcheError('training-data', { expected, got, mend })
  }
  if (statements.length === 0) fail('statements', 'none', 'adding statements')
  if (labels.size < 2)
    fail('statements of at least two labels', `only ${[...labels].join()}`, 'adding statements of the other labels')
  if (!(l2 > 0)) fail('`l2` above 0', String(l2), 'leaving it out')
  if (!(maxBytes >= 5000)) fail('`maxBytes` from 5000', String(maxBytes), 'leaving it out')
  if (!Number.isInteger(seed)) fail('a whole number as `seed`', String(seed), 'leaving it out')
  if (!(Number.isInteger(folds) && folds >= 3 && folds <= 20)) fail('`folds` between 3 and 20', String(folds), 'leaving it out')
  const groups = new Set(statements.map(groupOf)).size
  if (groups < folds) fail(`at least ${folds} groups of statements`, `${groups}`, 'adding groups, or asking for fewer folds')
}

/** FNV-1a of some texts, eight hexadecimal digits. */
function hash(texts: readonly string[]): string {
  let h = 0x811c9dc5
  for (const text of texts) for (const character of `${text}\n`) h = Math.imul(h ^ character.codePointAt(0)!, 0x01000193) >>> 0
  return h.toString(16).padStart(8, '0')
}
