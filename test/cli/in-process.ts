import { Readable, Writable } from 'node:stream'
import type { Host, Output } from '../../src/cli/host'
import { runCommand } from '../../src/cli/run'
import type { Run } from './run'

export interface HostOptions {
  /** What comes on standard input. */
  readonly input?: string | Buffer | Readable
  /** Columns of the terminal that both outputs are. Default: they are none. */
  readonly columns?: number
}

/** A host that keeps what is written, and what was written to it so far. */
export function hostWith({ input = '', columns }: HostOptions = {}): { readonly host: Host; readonly run: () => Run } {
  const written = { output: '', errors: '' }
  const output = (name: keyof typeof written): Output => {
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        written[name] += chunk.toString()
        done()
      },
    })
    return columns === undefined ? stream : Object.assign(stream, { isTTY: true, columns })
  }
  const host: Host = {
    stdin: input instanceof Readable ? input : Readable.from(input.length > 0 ? [Buffer.from(input)] : []),
    stdout: output('output'),
    stderr: output('errors'),
  }
  return { host, run: () => ({ status: Number(host.exitCode ?? 0), ...written }) }
}

/** Runs the command to its end in this process. */
export async function demarche(args: readonly string[], options: HostOptions = {}): Promise<Run> {
  const { host, run } = hostWith(options)
  await runCommand(args, host)
  return run()
}
