import { readFileSync, statSync } from 'node:fs'
import type { DataList } from '../validate/data-files'
import { entriesOf } from '../validate/data-files'
import { CommandError, describeSystemError, messageOf } from './errors'
import { EXIT } from './exit-codes'
import type { Host } from './host'

/** Whether there is a file or folder at a path. */
export const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/**
 * Reads a text file. A byte order mark at its start is left out.
 * @throws CommandError where it cannot be read or is not UTF-8
 */
export function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw unreadable(path, 'correcting the path', error)
  }
  return decode(path, bytes)
}

/** The same of what the command works on, which may be standard input: `-`. */
export async function readInput(path: string, { stdin }: Pick<Host, 'stdin'>): Promise<string> {
  if (path !== '-') return readText(path)
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stdin) chunks.push(chunk as Buffer)
  } catch (error) {
    throw unreadable('standard input', 'sending it again', error)
  }
  return decode(path, Buffer.concat(chunks))
}

const unreadable = (name: string, mend: string, error: unknown): CommandError =>
  new CommandError({ expected: 'a file that can be read', got: `${describeSystemError(error)}: ${name}`, mend }, EXIT.usage, {
    cause: error,
  })

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError({ expected: 'text in UTF-8', got: `other bytes: ${path}`, mend: 'converting it: iconv -t UTF-8' })
  }
}

/** Reads a file of one JSON value. */
export const readJson = (path: string): unknown => parseJson(readText(path), path)

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new CommandError({ expected: `JSON in ${path}`, got: messageOf(error), mend: 'correcting the file' })
  }
}

/** Reads the entries of a JSON file of rules, actors or targets. */
export const readEntries = (path: string, list: DataList): readonly unknown[] => parseEntries(readText(path), list, path)

/** The entries in the text of a JSON file of rules, actors or targets. */
export const parseEntries = (text: string, list: DataList, path: string): readonly unknown[] =>
  entriesOf(parseJson(text, path), list, path)

/** The objects in the text of a file of one JSON object a line; empty lines are left out. */
export function parseJsonLines(text: string, path: string): readonly unknown[] {
  return text.split('\n').flatMap((line, i) => {
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
