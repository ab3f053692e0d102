#!/usr/bin/env node
import { CommanderError } from 'commander'
import { codeOf, tell } from './errors'
import { EXIT } from './exit-codes'
import { makeProgram } from './program'

function end(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
    return
  }
  // Whoever read the output has enough: `demarche … | head`.
  if (codeOf(error) === 'EPIPE') process.exit(EXIT.closedPipe)
  const { text, exitCode } = tell(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = exitCode
}

// Whoever writes hears of it from the write itself.
process.stdout.on('error', () => undefined)

try {
  await makeProgram().parseAsync()
} catch (error) {
  end(error)
}
