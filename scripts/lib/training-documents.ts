import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { LabelledDocument } from '../../src/train/reading'
import type { EvaluationSet } from './documents'
import { inProject, readSet } from './documents'
import { targetOf } from './predict'

/** The golden sets of the project, by name: reports on them are tested. */
export const goldenSets = (): EvaluationSet[] => setsIn('test/golden')

/** Whole texts that were written to be trained on, one set a writer. */
export const corpusSets = (): EvaluationSet[] => setsIn('models/corpus/documents')

/** The golden sets that the model is trained on: not `dev`, on which rules and settings are tried. */
const trainingSets = (): EvaluationSet[] => goldenSets().filter(({ name }) => name !== 'dev')

/** All whole texts that the model is trained on. */
export const trainingDocuments = (): LabelledDocument[] => [...corpusSets(), ...trainingSets()].flatMap(labelledDocuments)

const FITTED = 'models/corpus/fitted.json'

/** Names of the golden sets that the model was fitted on; those that joined since are still fresh to it. */
export const fittedSets = (): string[] => JSON.parse(readFileSync(inProject(FITTED), 'utf8')) as string[]

/** Notes the golden sets that a new model was fitted on. */
export function noteFittedSets(): void {
  const names = trainingSets().map(({ name }) => name)
  writeFileSync(inProject(FITTED), `${JSON.stringify(names)}\n`)
}

function setsIn(path: string): EvaluationSet[] {
  const folder = inProject(path)
  const names = readdirSync(folder).filter((name) => name.endsWith('.docs.jsonl'))
  return names.sort().map((name) => readSet(`${folder}/${name}`, `${folder}/${name.replace('.docs.', '.gold.')}`))
}

/** A set's documents as training takes them. */
export function labelledDocuments({ name, documents, gold }: EvaluationSet): LabelledDocument[] {
  const goldOf = new Map(gold.map(({ id, actors }) => [id, actors]))
  return documents.map((document) => ({
    id: `${name}:${document.id}`,
    text: document.text,
    target: targetOf(document),
    ...(document.date === undefined ? {} : { publishedAt: document.date }),
    actors: goldOf.get(document.id)!,
  }))
}
