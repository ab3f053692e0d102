import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../lib/documents'
import type { Installed } from './checks'

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', env: { ...process.env, npm_config_ignore_scripts: 'false' } })

/** Packs the built project and installs the tarball in an empty project below `folder`, beside the files of fixture/. */
export function packAndInstall(folder: string): Installed {
  const [pack] = JSON.parse(npm(inProject('.'), 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [
    { filename: string; size: number; unpackedSize: number; files: { path: string }[] },
  ]
  const user = join(folder, 'user')
  mkdirSync(user)
  for (const name of readdirSync(inProject('scripts/package/fixture')))
    copyFileSync(inProject(`scripts/package/fixture/${name}`), join(user, name))
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true }\n')
  npm(user, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', join('..', pack.filename))
  return {
    user,
    package: join(user, 'node_modules/demarche'),
    files: pack.files.map(({ path }) => path),
    packedSize: pack.size,
    unpackedSize: pack.unpackedSize,
  }
}
