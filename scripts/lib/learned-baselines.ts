import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier'
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier'
import { shuffled } from '../../src/train/random'
import type { Statement } from '../../src/train/statements'
import type { Stance } from '../../src/types'
import { readCorpus } from './corpus'

/** A general text classifier, trained on the corpus. */
export interface LearnedBaseline {
  readonly name: string
  readonly classify: (text: string) => Stance
}

/** The time of natural's logistic regression grows with the square of its texts: it learns from a sample of this many. */
const SAMPLE = 480

/** natural's naive Bayes on all statements of the corpus, and its logistic regression on a sample of them, holders and talks masked. */
export function learnedBaselines(): readonly LearnedBaseline[] {
  const statements = readCorpus()
  return [
    train('Bayes (natural)', new BayesClassifier(), statements),
    train('logistic (natural)', new LogisticRegressionClassifier(), shuffled(statements, 1).slice(0, SAMPLE)),
  ]
}

function train(name: string, classifier: BayesClassifier, statements: readonly Statement[]): LearnedBaseline {
  for (const { text, holder, target, label } of statements)
    classifier.addDocument(maskText(text, [holder], target === null ? [] : [target]), label)
  classifier.train()
  return { name, classify: (text) => classifier.classify(text) as Stance }
}

/** A text with the holder's names and the talks' names masked, longer names first. */
export function maskText(text: string, holders: readonly string[], targets: readonly string[]): string {
  const replace = (from: string, names: readonly string[], mask: string): string =>
    [...names].sort((a, b) => b.length - a.length).reduce((masked, name) => masked.replaceAll(name, mask), from)
  return replace(replace(text, targets, 'TARGET'), holders, 'HOLDER')
}
