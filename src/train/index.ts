export { comparableName, evaluate, evidenceOverlaps, matchActors, sameActor, tokenF1 } from './metrics'
export type {
  ActorMatches,
  Confusion,
  DocumentFigures,
  Evaluation,
  EvaluationError,
  Figures,
  GoldActor,
  GoldDocument,
  PredictedActor,
  PredictedDocument,
} from './metrics'
export { predictionOf } from './predictions'
export type { Abort, Progress, RunOptions } from './progress'
export { loadTextClassifier, trainTextClassifier } from './text-classifier'
export type { TextClassifier, TextClassifierData, TextClassifierOptions, TextExample, TextPrediction } from './text-classifier'
export type { NearDuplicate } from './duplicates'
export { nearDuplicates } from './duplicates'
export type { Statement } from './statements'
export { checkStatements, readStatements } from './statements'
export { auditRules } from './audit'
export type { AuditOptions, RuleAudit } from './audit'
export type { LabelledDocument } from './reading'
export { trainModel } from './train-model'
export type { TrainModelOptions } from './train-model'
