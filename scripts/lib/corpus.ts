import { readdirSync, readFileSync } from 'node:fs'
import type { Statement } from '../../src/train/index'
import { readStatements } from '../../src/train/index'
import { inProject } from './documents'

/** All statements of models/corpus/, files in the order of their names; one file a writer. */
export function readCorpus(folder = inProject('models/corpus')): readonly Statement[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return readStatements(
    files
      .sort()
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8').trim())
      .join('\n'),
    'models/corpus',
  )
}

/** Who wrote a statement: the letter that its id begins with. */
export const writerOf = (statement: Statement): string => (statement.id ?? '').replace(/-.*$/, '')
