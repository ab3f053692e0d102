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
