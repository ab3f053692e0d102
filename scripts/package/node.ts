import { execFileSync } from 'node:child_process'
import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../lib/documents'
import type { Check } from './checks'

/** What the fixtures print. */
export const EXPECTED = 'iran oppose options function 0'

function uses(name: string): Check['run'] {
  return ({ user }) => {
    const output = execFileSync(process.execPath, [name], { cwd: user, encoding: 'utf8' }).trim()
    if (output !== EXPECTED) throw new Error(`expected "${EXPECTED}", got "${output}"`)
    return output
  }
}

/** Type-checks the same source as an ES module or as CommonJS. */
function compiles(file: string, options: Readonly<Record<string, unknown>>): Check['run'] {
  return ({ user }) => {
    writeFileSync(join(user, file), readFileSync(join(user, 'types.txt')))
    const strict = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
    }
    const config = `tsconfig-${file}.json`
    writeFileSync(
      join(user, config),
      JSON.stringify({ compilerOptions: { ...strict, target: 'es2022', lib: ['es2022'], types: [], ...options }, files: [file] }),
    )
    try {
      execFileSync(process.execPath, [inProject('node_modules/typescript/bin/tsc'), '-p', config], {
        cwd: user,
        encoding: 'utf8',
      })
    } catch (error) {
      throw new Error((error as { stdout: string }).stdout, { cause: error })
    }
    return ''
  }
}

const nodeNext = { module: 'nodenext', moduleResolution: 'nodenext' }

export const inNode: readonly Check[] = [
  { name: 'import in Node', run: uses('use.mjs') },
  { name: 'require in Node', run: uses('use.cjs') },
  {
    name: 'the command',
    run: ({ user, package: folder }) => {
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
      const output = execFileSync(join(user, 'node_modules/.bin/demarche'), ['--version'], { cwd: user, encoding: 'utf8' }).trim()
      if (!output.includes(version)) throw new Error(`expected version ${version}, got "${output}"`)
      return output
    },
  },
  { name: 'TypeScript, NodeNext, ES module', run: compiles('module.mts', nodeNext) },
  { name: 'TypeScript, NodeNext, CommonJS', run: compiles('common.cts', nodeNext) },
  { name: 'TypeScript, bundler resolution', run: compiles('bundled.ts', { module: 'esnext', moduleResolution: 'bundler' }) },
]
