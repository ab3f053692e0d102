import { createRequire } from 'node:module'
import compromise from 'compromise'
import Sentiment from 'sentiment'
import vader from 'vader-sentiment'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { inProject, readJsonLines } from '../lib/documents'

/** What somebody might use instead, or, for wink, what this library stands on. */
export interface Peer {
  readonly name: string
  readonly what: string
  readonly read: (text: string) => unknown
}

interface BayesClassifier {
  addDocument(text: string, label: string): void
  train(): void
  classify(text: string): string
}

/** natural's Bayes by its single module, as the whole package loads databases' clients; trained on this project's statements. */
function naturalBayes(): BayesClassifier {
  const path = 'natural/lib/natural/classifiers/bayes_classifier.js'
  const Classifier = createRequire(import.meta.url)(path) as new () => BayesClassifier
  const classifier = new Classifier()
  const statements = readJsonLines(inProject('models/corpus/a.jsonl')) as { readonly text: string; readonly label: string }[]
  for (const { text, label } of statements) classifier.addDocument(text, label)
  classifier.train()
  return classifier
}

const wink = winkNLP(model, ['sbd', 'pos'])
const afinn = new Sentiment()
const bayes = naturalBayes()

/** wink's bare reading, the measure of all others. */
export const bareWink: Peer = {
  name: 'wink-nlp',
  what: 'tokens, sentences and parts of speech only',
  read: (text) => wink.readDoc(text),
}

export const peers: readonly Peer[] = [
  {
    name: 'vader-sentiment',
    what: 'one sentiment of the whole text',
    read: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text),
  },
  { name: 'sentiment', what: 'one sum of word scores (AFINN)', read: (text) => afinn.analyze(text) },
  { name: 'compromise', what: 'tokens, sentences and tags', read: (text) => compromise(text) },
  { name: 'natural', what: 'one label by its Bayes classifier', read: (text) => bayes.classify(text) },
]
