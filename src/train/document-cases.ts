import { defaultActors, defaultRules } from '../data'
import { aggregate } from '../report/aggregate'
import { actorFeatures } from '../score/actor-features'
import type { ReadText } from '../score/reader'
import { statementWindows } from '../score/windows'
import type { Actor, Rule } from '../types'
import type { LearningCase, LearningSentence } from './cases'
import type { GoldActor } from './metrics'
import type { RunOptions } from './progress'
import { step } from './progress'
import type { LabelledDocument } from './reading'
import { readLabelledDocument } from './reading'

/** Actors that are found but not labelled count as without a position, with less weight. */
const UNLABELLED = 0.5
/** Sentences of actors without a position show none, with less weight than one that shows one; of actors that are not labelled, with still less. */
const NOTHING = 0.5
const UNLABELLED_NOTHING = 0.125
/** Sentences that are not quoted as evidence of a position, where another is: the evidence need not be complete. */
const BESIDE_EVIDENCE = 0.25

/** With what documents are read. */
export interface ReadDocumentsOptions extends RunOptions {
  readonly actors?: readonly Actor[]
  readonly rules?: readonly Rule[]
}

/** Reads whole texts by the stages of the analysis: one case for each actor that is found. */
export function readDocumentCases(documents: readonly LabelledDocument[], options: ReadDocumentsOptions = {}): LearningCase[] {
  return documents.flatMap((document, i) => {
    step(options, 'read', i, documents.length)
    return casesOf(document, options.actors ?? defaultActors, options.rules ?? defaultRules)
  })
}

function casesOf(labelled: LabelledDocument, known: readonly Actor[], given: readonly Rule[]): LearningCase[] {
  const { read, rules, actors } = readLabelledDocument(labelled, known, given)
  return actors.map(({ entity, gold }): LearningCase => {
    const { sentences, together } = actorFeatures(read, rules, entity, 0, statementWindows(read, entity, 0))
    const shows = quotedSentences(read, labelled.text, gold)
    const shown = sentences.some(({ sentence }) => shows.has(sentence))
    return {
      group: labelled.id,
      label: gold?.stance ?? 'none',
      features: together,
      weight: gold ? 1 : UNLABELLED,
      kind: 'actor',
      sentences: sentences.map(({ sentence, values }): LearningSentence => {
        if (gold === undefined) return { features: values, label: 'none', weight: UNLABELLED_NOTHING }
        if (gold.stance === 'none') return { features: values, label: 'none', weight: NOTHING }
        if (shows.has(sentence)) return { features: values, label: gold.stance, weight: 1 }
        return { features: values, label: 'none', weight: shown ? BESIDE_EVIDENCE : 0 }
      }),
      statement: undefined,
      ruled: aggregate(read.votes.votes.filter((vote) => vote.holder === entity && vote.target === 0)).logits,
    }
  })
}

/** The sentences from which an actor's evidence is quoted. */
function quotedSentences({ reading: { document } }: ReadText, text: string, gold: GoldActor | undefined): Set<number> {
  const spans = (gold?.evidence ?? []).flatMap((words) => {
    const start = text.indexOf(words)
    return start < 0 ? [] : [{ start, end: start + words.length }]
  })
  const out = new Set<number>()
  document.sentences.forEach(({ from, to }, s) => {
    const [first, last] = [document.start[from]!, document.end[to - 1]!]
    if (spans.some(({ start, end }) => start < last && end > first)) out.add(s)
  })
  return out
}
