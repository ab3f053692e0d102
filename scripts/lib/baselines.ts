import Sentiment from 'sentiment'
import vader from 'vader-sentiment'
import type { GoldActor, PredictedActor, PredictedDocument } from '../../src/train/metrics'
import type { Stance } from '../../src/types'
import type { EvaluationSet } from './documents'
import { learnedBaselines, maskText } from './learned-baselines'

/** A system to compare with. It is given the gold actors and their names, so that it can only err in the stance. */
export interface Baseline {
  readonly name: string
  readonly predict: (set: EvaluationSet) => PredictedDocument[]
}

const afinn = new Sentiment()

/** The baselines, those that learn trained on the corpus. */
export const makeBaselines = (): readonly Baseline[] => [
  { name: 'all-support', predict: (set) => predictActors(set, () => 1) },
  {
    name: 'VADER',
    predict: (set) => predictActors(set, (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound),
  },
  { name: 'AFINN', predict: (set) => predictActors(set, (text) => afinn.analyze(text).comparative) },
  ...learnedBaselines().map(({ name, classify }) => ({ name, predict: (set: EvaluationSet) => classifyActors(set, classify) })),
]

/** Above this mean the stance is `support`, below its negative `oppose`, between them `none`. */
const THRESHOLD = 0.05

function predictActors(set: EvaluationSet, sentiment: (sentence: string) => number): PredictedDocument[] {
  const texts = new Map(set.documents.map(({ id, text }) => [id, text]))
  return set.gold.map(({ id, actors }) => {
    const sentences = splitSentences(texts.get(id) ?? '')
    return { id, actors: actors.map((actor) => predictActor(actor, sentences, sentiment)) }
  })
}

function predictActor(actor: GoldActor, sentences: readonly string[], sentiment: (sentence: string) => number): PredictedActor {
  const naming = sentences.filter((sentence) => actor.names.some((name) => names(sentence, name)))
  const mean = naming.length ? naming.reduce((sum, sentence) => sum + sentiment(sentence), 0) / naming.length : sentiment('')
  const stance = mean > THRESHOLD ? 'support' : mean < -THRESHOLD ? 'oppose' : 'none'
  return { name: actor.actor, mentions: actor.names, stance, evidence: naming }
}

/** Gives each actor the label that a classifier finds for the sentences that name it, with names masked. */
function classifyActors(set: EvaluationSet, classify: (text: string) => Stance): PredictedDocument[] {
  const documents = new Map(set.documents.map((document) => [document.id, document]))
  return set.gold.map(({ id, actors }) => {
    const { text = '', target_names: targets = [] } = documents.get(id) ?? {}
    const sentences = splitSentences(text)
    return {
      id,
      actors: actors.map(({ actor, names: forms }) => {
        const naming = sentences.filter((sentence) => forms.some((name) => names(sentence, name)))
        const stance = naming.length ? classify(maskText(naming.join(' '), forms, targets)) : 'none'
        return { name: actor, mentions: forms, stance, evidence: naming }
      }),
    }
  })
}

/** Whether a sentence has a name as whole words. */
function names(sentence: string, name: string): boolean {
  for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(sentence.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(sentence.slice(at + name.length))) return true
  }
  return false
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const splitSentences = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter(Boolean)
