// npm run check: everything but the tests that says whether the package is fit to ship. One line per check; the output of a check is shown
// where it fails or warns.
import { spawnSync } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`

const checks = [
  ['types of the library', 'tsc'],
  ['types of tests and scripts', 'tsc -p tsconfig.node.json'],
  ['eslint', 'eslint . --max-warnings 0'],
  ['prettier', 'prettier --check --log-level warn .'],
  ['import directions', 'vitest run --project unit test/boundaries.test.ts'],
  ['rules lint', 'tsx scripts/lint-rules.ts'],
  ['build', 'tsup --silent'],
  ['publint', 'publint --strict'],
  ['types resolve (attw)', 'attw --pack . --no-emoji --no-color'],
  ['the packed package, used as users do', 'npm run --silent check:package'],
]

let failed = 0
for (const [name, command] of checks) {
  const began = performance.now()
  const env = { ...process.env, PATH, NO_COLOR: '1', DEMARCHE_TEST_JSON: '' }
  const run = spawnSync(command, { shell: true, encoding: 'utf8', env })
  const output = `${run.stdout}${run.stderr}`.trim()
  const warns = /\bwarn(ings?)?\b/i.test(output.replace(/^npm warn .*$/gm, ''))
  const ok = run.status === 0 && !warns
  if (!ok) failed++
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`)
  if (!ok) console.log(`\n$ ${command}\n${output}\n`)
}
console.log(`checks: ${checks.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
