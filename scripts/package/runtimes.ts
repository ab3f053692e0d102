import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './checks'
import { EXPECTED } from './node'

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'x64', arm64: 'aarch64' }

/** Bun's binary for this machine, put beside the project that uses the package; undefined where there is none to be had. */
function installBun(user: string): string | undefined {
  const name = `@oven/bun-${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`
  const folder = join(user, '..', 'bun')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "bun-here", "private": true }\n')
  spawnSync('npm', ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--silent', name], {
    cwd: folder,
  })
  const path = join(folder, 'node_modules', name, 'bin', 'bun')
  return existsSync(path) ? path : undefined
}

export const inOtherRuntimes: readonly Check[] = [
  {
    name: 'import in Bun',
    run: ({ user }) => {
      const bun = installBun(user)
      if (bun === undefined) return 'skipped: no Bun for this machine on the registry'
      const output = execFileSync(bun, ['run', 'use.mjs'], { cwd: user, encoding: 'utf8' }).trim()
      if (output !== EXPECTED) throw new Error(`expected "${EXPECTED}", got "${output}"`)
      return output
    },
  },
]
