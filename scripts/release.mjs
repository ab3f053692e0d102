/**
 * npm run release [-- --dry-run] [-- --skip-tests]
 *
 * Publishes the version that stands on top of CHANGELOG.md: `## [0.2.0] - 2026-01-31`. Checks that the tree is clean and on main, that package.json,
 * the lock file and the changelog agree and the tag is new, runs the tests and `npm run check`, and shows what would be published.
 *
 *   --dry-run     everything but publishing and tagging; goes on where something is not ready, and lists it at the end
 *   --skip-tests  with --dry-run only: shows the rest in a few seconds
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readChangelog, versionFault } from './lib/changelog.mjs'

const { values: options } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, 'skip-tests': { type: 'boolean', default: false } },
})
const dry = options['dry-run']
if (options['skip-tests'] && !dry) throw new Error('expected --skip-tests with --dry-run only: what is published is tested')

const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const run = (command, args, stdio = 'inherit') => spawnSync(command, args, { stdio, encoding: 'utf8', shell: false })
const read = (command, ...args) => (run(command, args, 'pipe').stdout ?? '').trim()

const open = []
/** Notes what is not ready; outside a dry run it ends there. */
function demand(holds, complaint) {
  if (holds) return
  if (!dry) {
    console.error(`not released: ${complaint}`)
    process.exit(1)
  }
  open.push(complaint)
}

const { version, notes, unreleased } = readChangelog(readFileSync('CHANGELOG.md', 'utf8'))
const { name, version: stated } = json('package.json')

console.log(`${name} ${version ?? '(no version in CHANGELOG.md yet)'}`)
demand(
  version !== undefined,
  `CHANGELOG.md names no version; mend it by writing "## [${stated}] - YYYY-MM-DD" below "## [Unreleased]"`,
)
demand(unreleased === '', 'CHANGELOG.md has entries under Unreleased; mend it by moving them below the new version')
if (version !== undefined) {
  const fault = versionFault(version, stated)
  demand(fault === undefined, fault)
  demand(json('package-lock.json').version === version, `package-lock.json is not at ${version}; mend it by running npm install`)
  demand(read('git', 'tag', '--list', `v${version}`) === '', `the tag v${version} is there already`)
}
demand(read('git', 'status', '--porcelain') === '', 'the working tree has changes; mend it by committing them')
demand(read('git', 'rev-parse', '--abbrev-ref', 'HEAD') === 'main', 'this is not the branch main')

if (!options['skip-tests']) {
  demand(run('npm', ['test']).status === 0, 'tests fail')
  demand(run('npm', ['run', 'check']).status === 0, 'checks fail')
}

console.log('\nWhat would be published:')
run('npm', ['pack', '--dry-run', '--ignore-scripts'])
console.log(`\nNotes:\n\n${(notes ?? unreleased) || '(none)'}\n`)

if (dry) {
  console.log(open.length > 0 ? `Not ready:\n${open.map((line) => `- ${line}`).join('\n')}` : 'Ready; nothing was published.')
} else {
  const done =
    run('npm', ['publish', '--access', 'public', '--provenance']).status === 0 &&
    run('git', ['tag', '-a', `v${version}`, '-m', `${name} ${version}`]).status === 0
  if (!done) process.exit(1)
  console.log(`published ${name} ${version}; now: git push --follow-tags`)
}
