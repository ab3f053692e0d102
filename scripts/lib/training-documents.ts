import { readdirSync } from 'node:fs'
import type { LabelledDocument } from '../../src/train/document-cases'
import type { EvaluationSet } from './documents'
import { inProject, readSet } from './documents'
import { targetOf } from './predict'

/** The golden sets of the project, by name. */
export function goldenSets(): EvaluationSet[] {
  const folder = inProject('test/golden')
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
