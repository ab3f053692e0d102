import { EXIT } from './exit-codes'

/** What went wrong, in the words of DemarcheError: what was expected, what came, and how to mend it. */
export interface CommandFault {
  readonly expected: string
  readonly got: string
  readonly mend: string
}

/** An error of the command that is told in one line, and the code with which it ends. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  constructor(fault: CommandFault, exitCode: number = EXIT.usage, options?: ErrorOptions) {
    super(`expected ${fault.expected}, got ${fault.got}; mend it by ${fault.mend}`, options)
    this.exitCode = exitCode
  }
}

const SYSTEM: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file'],
  ['EISDIR', 'a folder'],
  ['EACCES', 'no permission'],
  ['EPERM', 'no permission'],
  ['ENOTDIR', 'a path that leads through a file'],
  ['ENOSPC', 'no space left on the disk'],
  ['EDQUOT', 'a quota that is used up'],
  ['EIO', 'an error of the disk'],
  ['EROFS', 'a disk that cannot be written to'],
  ['EPIPE', 'a closed pipe'],
])

/** The code of a system error: `ENOENT`. */
export const codeOf = (error: unknown): string | undefined => {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : undefined
}

/** A system error in a few words: `no such file (ENOENT)`. */
export function describeSystemError(error: unknown): string {
  const code = codeOf(error)
  const words = code === undefined ? undefined : SYSTEM.get(code)
  return words === undefined ? messageOf(error) : `${words} (${code})`
}

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What to print for an error, and with which code to end. */
export function tell(error: unknown): { readonly text: string; readonly exitCode: number } {
  if (error instanceof CommandError) return { text: `demarche: ${error.message}`, exitCode: error.exitCode }
  // Told by its name: errors of the workers' threads come over as plain copies.
  if (error instanceof Error && (error.name === 'DemarcheError' || 'fault' in error))
    return { text: `demarche: ${error.message}`, exitCode: EXIT.usage }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { text: `demarche: a fault of demarche itself, please report it: ${trace}`, exitCode: EXIT.internal }
}
