import { execSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Time of the newest file under the paths. */
const newest = (...paths: string[]): number =>
  Math.max(
    ...paths.flatMap((path) => {
      const stat = statSync(root + path)
      return stat.isDirectory() ? readdirSync(root + path).map((name) => newest(`${path}/${name}`)) : [stat.mtimeMs]
    }),
  )

/** Builds dist/ where it is missing or older than what it is made of. */
export default function setup(): void {
  const built = ['index.js', 'index.cjs', 'index.d.ts', 'cli/main.js'].map((name) => `${root}dist/${name}`)
  const sources = newest('src', 'models/en', 'scripts/build', 'tsup.config.ts', 'package.json')
  if (built.every((file) => existsSync(file) && statSync(file).mtimeMs > sources)) return
  execSync('npx --no-install tsup --silent', { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
}
