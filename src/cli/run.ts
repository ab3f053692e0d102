import { CommanderError } from 'commander'
import { codeOf, tell } from './errors'
import { EXIT } from './exit-codes'
import type { Host } from './host'
import { makeProgram } from './program'

/** Runs the command with its arguments, and sets with what it ends. */
export async function runCommand(args: readonly string[], host: Host): Promise<void> {
  try {
    await makeProgram(host).parseAsync(args, { from: 'user' })
  } catch (error) {
    end(error, host)
  }
}

function end(error: unknown, host: Host): void {
  if (error instanceof CommanderError) {
    host.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
    return
  }
  // Whoever read the output has enough: `demarche … | head`.
  if (codeOf(error) === 'EPIPE') {
    host.exitCode = EXIT.closedPipe
    return
  }
  const { text, exitCode } = tell(error)
  host.stderr.write(`${text}\n`)
  host.exitCode = exitCode
}
