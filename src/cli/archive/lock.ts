import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { CommandError, codeOf, describeSystemError } from '../errors'
import { EXIT } from '../exit-codes'

/** Who holds a lock. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, where the system tells: a number that was given to another process since is told by it. */
  readonly began?: string
}

/**
 * Locks an output file by a file beside it, `OUT.lock`, and returns what unlocks it. The lock of a process that is no longer there is taken over.
 * @throws CommandError with `EXIT.locked` where another run holds it
 */
export function lock(output: string): () => void {
  const path = `${output}.lock`
  const own = `${path}.${process.pid}`
  const me = JSON.stringify({ pid: process.pid, host: hostname(), ...beganOf(process.pid) } satisfies Holder)
  try {
    writeFileSync(own, me)
    for (let tries = 0; ; tries++) {
      try {
        // a link is made as a whole or not at all
        linkSync(own, path)
        break
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error
        const content = read(path)
        if (content === undefined) continue
        if (tries > 5 || !isGone(content)) throw held(output, content, path)
        takeAway(path, content, own)
      }
    }
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(
      {
        expected: `to write beside ${output}`,
        got: describeSystemError(error),
        mend: 'giving an output in a folder that can be written to',
      },
      EXIT.inputOutput,
      { cause: error },
    )
  } finally {
    rmSync(own, { force: true })
  }
  return () => rmSync(path, { force: true })
}

/** Removes a lock that nobody holds; one that another run has put in its place meanwhile is put back. */
function takeAway(path: string, content: string, own: string): void {
  const away = `${own}.old`
  try {
    renameSync(path, away)
    if (read(away) !== content) linkSync(away, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(away, { force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Whether the process that holds a lock is no longer there. Of another machine's processes that cannot be told. */
function isGone(content: string): boolean {
  const holder = parse(content)
  if (holder === undefined || holder.host !== hostname()) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
  return holder.began !== undefined && holder.began !== beganOf(holder.pid).began
}

function parse(content: string): Holder | undefined {
  try {
    const { pid, host, began } = JSON.parse(content) as Partial<Holder>
    return typeof pid === 'number' && typeof host === 'string'
      ? { pid, host, ...(began === undefined ? {} : { began }) }
      : undefined
  } catch {
    return undefined
  }
}

function beganOf(pid: number): { readonly began?: string } {
  try {
    // Linux: the 22nd field; the second, a name in parentheses, may hold blanks
    const began = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
    return began === undefined ? {} : { began }
  } catch {
    return {}
  }
}

function held(output: string, content: string, path: string): CommandError {
  const holder = parse(content)
  const who = holder === undefined ? 'another run' : `the process ${holder.pid} on ${holder.host}`
  return new CommandError(
    {
      expected: `no other run on ${output}`,
      got: `${who}, which holds ${path}`,
      mend: 'waiting for it, or removing the lock if that run is no longer there',
    },
    EXIT.locked,
  )
}
