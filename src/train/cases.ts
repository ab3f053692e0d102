import type { FeatureValues } from '../score/model'
import type { Stance } from '../types'
import { STANCES } from '../types'
import type { Statement } from './statements'

/** One sentence of an actor of a whole text. */
export interface LearningSentence {
  readonly features: FeatureValues
  /** What it shows by itself. */
  readonly label: Stance
  /** Weight in the fit; 0 where nothing is known of it. */
  readonly weight: number
}

/** One holder as the learner sees it. */
export interface LearningCase {
  /** Cases of one group are all fitted on or all held out. */
  readonly group: string
  readonly label: Stance
  readonly features: FeatureValues
  /** Weight in the fit, above 0. */
  readonly weight: number
  /**
   * `holder`: the labelled holder of a statement. `bystander`: another actor of its text whom no rule gives a position, taken as `none` and never scored.
   * `actor`: an actor of a whole text.
   */
  readonly kind: 'holder' | 'bystander' | 'actor'
  /** The sentences of an actor of a whole text; empty for statements. */
  readonly sentences: readonly LearningSentence[]
  /** The statement that it comes from; undefined for actors of whole texts. */
  readonly statement: Statement | undefined
  /** The rules' pooled log-odds. */
  readonly ruled: Readonly<Record<Stance, number>>
}

/** Whether no rule gives the holder a position. */
export const isSilent = ({ ruled }: LearningCase): boolean => STANCES.every((stance) => stance === 'none' || !(ruled[stance] > 0))

/** The labels of cases as indexes into `STANCES`. */
export const goldOf = (cases: readonly LearningCase[]): Int32Array =>
  Int32Array.from(cases, ({ label }) => STANCES.indexOf(label))
