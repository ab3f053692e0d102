import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GoldDocument } from '../../src/train/metrics'

/** A text of an evaluation set, as ../shared/eval/README.md describes it. */
export interface EvaluationDocument {
  readonly id: string
  readonly text: string
  /** The talks by name; `the Moscow talks` is the built-in target. */
  readonly target: string
  /** Phrases by which the text names the talks. */
  readonly target_names?: readonly string[]
  readonly date?: string
}

/** A named set of texts with their gold labels. */
export interface EvaluationSet {
  readonly name: string
  readonly documents: readonly EvaluationDocument[]
  readonly gold: readonly GoldDocument[]
}

const root = new URL('../../', import.meta.url)

/** Absolute path of a file in the project. */
export const inProject = (path: string): string => fileURLToPath(new URL(path, root))

/** Absolute path of a file in ../shared, which is there on some machines only. */
export const shared = (path: string): string => fileURLToPath(new URL(`../shared/${path}`, root))

/** Reads a file of one JSON value a line; empty lines are left out. */
export function readJsonLines(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return []
      try {
        return [JSON.parse(line) as unknown]
      } catch (error) {
        throw new Error(`${path}:${i + 1}: expected one JSON value a line: ${(error as Error).message}`, { cause: error })
      }
    })
}

/** Reads a set from its two files. Every document must have its gold and the other way round. */
export function readSet(documentsPath: string, goldPath: string): EvaluationSet {
  const documents = readJsonLines(documentsPath) as EvaluationDocument[]
  const gold = readJsonLines(goldPath) as GoldDocument[]
  const known = new Set(documents.map(({ id }) => id))
  const labelled = new Set(gold.map(({ id }) => id))
  const lone = [...known].filter((id) => !labelled.has(id)).concat([...labelled].filter((id) => !known.has(id)))
  if (lone.length)
    throw new Error(`${documentsPath} and ${goldPath}: expected the same ids in both, these are in one only: ${lone.join(', ')}`)
  const name = documentsPath.replace(/^.*[\\/]/, '').replace(/\.docs\.jsonl$|\.jsonl$/, '')
  return { name, documents, gold }
}

/** Reads NAME.docs.jsonl and NAME.gold.jsonl of a folder, or `undefined` where they are not there. */
export function readNamedSet(folder: string, name: string): EvaluationSet | undefined {
  const [documents, gold] = [`${folder}/${name}.docs.jsonl`, `${folder}/${name}.gold.jsonl`]
  return existsSync(documents) && existsSync(gold) ? readSet(documents, gold) : undefined
}
