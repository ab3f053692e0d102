/**
 * npm run check:package
 *
 * Packs the built package, installs the tarball in an empty project and uses it as users do. One line a check; needs `npm run build` before.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inBrowsers } from './package/browsers'
import { contents } from './package/contents'
import { packAndInstall } from './package/install'
import { inNode } from './package/node'
import { inOtherRuntimes } from './package/runtimes'

const folder = mkdtempSync(join(tmpdir(), 'demarche-package-'))
let failed = 0
try {
  const installed = packAndInstall(folder)
  for (const { name, run } of [...contents, ...inNode, ...inOtherRuntimes, ...inBrowsers]) {
    try {
      const seen = await run(installed)
      console.log(`ok      ${name}${seen === '' ? '' : `: ${seen}`}`)
    } catch (error) {
      failed++
      console.log(`FAILED  ${name}\n${(error as Error).message}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
