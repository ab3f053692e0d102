import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { inProject } from '../../scripts/lib/documents'

/** The built command. */
export const COMMAND = inProject('dist/cli/main.js')

export interface Run {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

export interface RunOptions {
  readonly input?: string | Buffer
  readonly env?: NodeJS.ProcessEnv
}

/** Runs the built command to its end. */
export function demarche(args: readonly string[], { input = '', env = {} }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: inProject('.'),
    encoding: 'utf8',
    input,
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 1 << 28,
  })
  return { status, output: stdout, errors: stderr }
}

/** A folder for the files of one test file, and what writes files into it. It is removed after the tests. */
export function scratch(): { readonly folder: string; readonly write: (name: string, content: string | Buffer) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    write: (name, content) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
  }
}
