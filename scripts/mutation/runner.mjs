import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { build } from 'esbuild'

/**
 * Runs the tests that mutants are tried on in one process, where they are loaded once: a mutant costs the time of its tests alone. Stryker's own
 * runner for vitest starts them anew for each mutant, and with vitest 4.1 keeps the choice of tests of the first mutant for all others, so that nearly
 * all of these seem to survive.
 *
 * The option `inProcess` of Stryker's configuration names the files and folders of tests, in the order in which they are tried, and what is left out.
 */
class InProcessRunner {
  static inject = tokens(commonTokens.options, commonTokens.logger)

  constructor({ inProcess }, log) {
    this.files = filesOf(inProcess)
    this.log = log
    this.stryker = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}
    this.folder = mkdtempSync(join(tmpdir(), 'demarche-mutants-'))
    this.loads = 0
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    const bundle = join(this.folder, 'tests.mjs')
    await build({
      stdin: {
        contents: `import { declaredTests } from 'vitest'
          export const files = []
          ${this.files.map((file) => `await import('./${file}'); files.push({ file: '${file}', tests: declaredTests() })`).join('\n')}`,
        resolveDir: process.cwd(),
      },
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // modules of Node that bundled CommonJS asks for
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)})`,
      },
      alias: { vitest: fileURLToPath(new URL('./vitest.mjs', import.meta.url)) },
      plugins: [OWN_ADDRESS],
      logLevel: 'warning',
    })
    this.bundle = pathToFileURL(bundle).href
    await this.load()
  }

  /** Loads code and tests anew, with all that they keep. */
  async load() {
    const { files } = await import(`${this.bundle}?${this.loads++}`)
    this.tests = files.flatMap(({ file, tests }) => tests.map((test, i) => ({ ...test, file, id: `${file}#${i} ${test.name}` })))
  }

  async dryRun() {
    const results = []
    for (const test of this.tests) {
      this.stryker.currentTestId = test.id
      results.push(await resultOf(test))
      this.stryker.currentTestId = undefined
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.stryker.mutantCoverage }
  }

  async mutantRun({ testFilter, activeMutant, mutantActivation, hitLimit, disableBail, sandboxFileName }) {
    const chosen = testFilter && new Set(testFilter)
    const isStatic = mutantActivation === 'static'
    if (!isStatic && remembers(sandboxFileName)) await this.load()
    Object.assign(this.stryker, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit })
    const results = []
    let failed
    try {
      if (isStatic) await this.load()
      for (const test of this.tests) {
        if (chosen && !chosen.has(test.id)) continue
        const result = await resultOf(test)
        results.push(result)
        if (result.status !== TestStatus.Failed) continue
        failed = test
        if (!disableBail) break
      }
    } catch (error) {
      results.push({ id: 'load', name: 'loads', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) })
    }
    const { hitCount } = this.stryker
    Object.assign(this.stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
    // what a mutant left behind must not count against the next one
    if (isStatic || (failed && (await resultOf(failed)).status === TestStatus.Failed)) await this.load()
    return toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results })
  }

  async dispose() {
    this.log.debug(`loaded the tests ${this.loads} times`)
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function filesOf({ tests, without }) {
  const inside = (path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(path)
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => `${path}/${name}`)
  return tests.flatMap(inside).filter((file) => !without.includes(file))
}

/** Whether a module keeps what it has worked out: a mutant in it would not be asked again. */
const remembers = (file) => /^(?:const|let) \w+(?:: .+)? = new (?:Weak)?Map/m.test(readFileSync(file, 'utf8'))

async function resultOf({ id, name, file, run }) {
  const began = performance.now()
  const base = { id, name, fileName: resolve(file) }
  try {
    await run({ skip: () => undefined })
    return { ...base, status: TestStatus.Success, timeSpentMs: performance.now() - began }
  } catch (error) {
    return {
      ...base,
      status: TestStatus.Failed,
      timeSpentMs: performance.now() - began,
      failureMessage: String(error?.message ?? error),
    }
  }
}

/** Files that are read beside a module are found from where it stood. */
const OWN_ADDRESS = {
  name: 'own-address',
  setup(builder) {
    builder.onLoad({ filter: /\/(?:test|scripts)\/.*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }))
  },
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
