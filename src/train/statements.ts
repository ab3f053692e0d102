import { DemarcheError } from '../errors'
import type { Stance } from '../types'
import { STANCES } from '../types'

/** A text with the stance of one holder toward one round of talks. */
export interface Statement {
  /** One to a few sentences. */
  readonly text: string
  /** Words of the text that name the holder. */
  readonly holder: string
  /** Words of the text that name the talks; null where the text leaves them understood. */
  readonly target: string | null
  readonly label: Stance
  readonly id?: string
  /** Statements of one topic share a group: they are all fitted on or all held out. Default: the text. */
  readonly group?: string
  /** Words of the text that state what a conditional holder demands. */
  readonly condition?: string | null
  readonly tags?: readonly string[]
  readonly register?: string
}

/**
 * Checks statements: words are in the text, labels are known, none is there twice.
 * @throws DemarcheError `training-data` with the first fault
 */
export function checkStatements(statements: readonly Statement[]): readonly Statement[] {
  if (!Array.isArray(statements))
    fail('an array of statements', typeof statements, 'passing `[{ text, holder, target, label }, …]`')
  const seen = new Map<string, string>()
  const ids = new Set<string>()
  statements.forEach((statement: Statement, i) => {
    const name = typeof statement?.id === 'string' ? statement.id : `statement ${i}`
    const { text, holder, target, label, condition } = (statement ?? {}) as Partial<Statement>
    if (typeof text !== 'string' || text.trim() === '') return fail(`a text in ${name}`, told(text), 'leaving it out')
    if (typeof holder !== 'string' || holder === '' || !text.includes(holder))
      fail(`a holder that stands in the text of ${name}`, told(holder), 'copying the holder from the text')
    if (target !== null && (typeof target !== 'string' || target === '' || !text.includes(target)))
      fail(`a target that stands in the text of ${name}, or null`, told(target), 'copying the target from the text')
    if (!STANCES.includes(label as Stance))
      fail(`one of ${STANCES.join(', ')} as label of ${name}`, told(label), 'correcting the label')
    if (typeof condition === 'string' && !text.includes(condition))
      fail(`a condition that stands in the text of ${name}`, told(condition), 'copying the condition from the text')
    if (typeof condition === 'string' && label !== 'conditional')
      fail(`a condition only where the label is conditional, in ${name}`, told(label), 'writing null')
    if (statement.id !== undefined && ids.has(statement.id)) fail('each id once', told(statement.id), 'numbering anew')
    if (statement.id !== undefined) ids.add(statement.id)
    const key = `${normalWords(text).join(' ')}|${holder!.toLowerCase()}|${(target ?? '').toLowerCase()}`
    const twin = seen.get(key)
    if (twin !== undefined) fail('each statement once', `${name} again after ${twin}`, 'leaving one out')
    seen.set(key, name)
  })
  return statements
}

/**
 * Reads statements from JSON Lines.
 * @param name what errors call the file
 * @throws DemarcheError `training-data` with the first fault
 */
export function readStatements(lines: string, name = 'statements'): readonly Statement[] {
  const statements: Statement[] = []
  lines.split('\n').forEach((line, i) => {
    if (line.trim() === '') return
    try {
      statements.push(JSON.parse(line) as Statement)
    } catch (error) {
      fail(`one JSON value a line in ${name}`, `line ${i + 1}: ${(error as Error).message}`, 'correcting the line')
    }
  })
  return checkStatements(statements)
}

/** The group of a statement. */
export const groupOf = (statement: Statement): string => statement.group ?? statement.text

/** Words in lower case without punctuation, as duplicates and overlaps are told. */
export const normalWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

function told(value: unknown): string {
  return typeof value === 'string' ? `"${value.slice(0, 60)}"` : value === null ? 'null' : typeof value
}

function fail(expected: string, got: string, mend: string): never {
  throw new DemarcheError('training-data', { expected, got, mend })
}
