import { readFileSync, statSync } from 'node:fs'
import type { DataList } from '../validate/data-files'
import { entriesOf } from '../validate/data-files'
import { CommandError, describeSystemError, messageOf } from './errors'

/** Whether there is a file or folder at a path. */
export const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/**
 * Reads a text file, or standard input for `-`. A byte order mark at its start is left out.
 * @throws CommandError where it cannot be read or is not UTF-8
 */
export function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw new CommandError(
      {
        expected: 'a file that can be read',
        got: `${describeSystemError(error)}: ${path}`,
        mend: 'correcting the path, or giving - for standard input',
      },
      undefined,
      { cause: error },
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError({ expected: 'text in UTF-8', got: `other bytes: ${path}`, mend: 'converting it: iconv -t UTF-8' })
  }
}

/** Reads a file of one JSON value. */
export function readJson(path: string): unknown {
  const text = readText(path)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new CommandError({ expected: `JSON in ${path}`, got: messageOf(error), mend: 'correcting the file' })
  }
}

/** Reads the entries of a JSON file of rules, actors or targets. */
export const readEntries = (path: string, list: DataList): readonly unknown[] => entriesOf(readJson(path), list, path)

/** Reads a file of one JSON object a line; empty lines are left out. */
export function readJsonLines(path: string): readonly unknown[] {
  return readText(path)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      try {
        const value = JSON.parse(line) as unknown
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [value]
        throw new TypeError('another value')
      } catch (error) {
        throw new CommandError({
          expected: `one JSON object a line in ${path}`,
          got: `line ${i + 1}: ${messageOf(error)}`,
          mend: 'correcting the line',
        })
      }
    })
}
