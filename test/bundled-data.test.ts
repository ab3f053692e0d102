import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { bundledData } from '../scripts/build/bundled-data'
import * as data from '../src/data'
import { documentedRules } from '../src/documented-rules'
import { version } from '../src/version'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the entry holds when it is built as the package is. */
async function built(source: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: `${root}/src`, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [bundledData],
  })
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as Record<
    string,
    unknown
  >
}

test('built data is that of the source but for the sources of actors and the sentences of rules', async () => {
  const { defaultActors, defaultRules, ...others } = await built("export * from './data'")
  const { defaultActors: actors, defaultRules: rules, ...same } = data
  expect(others).toEqual({ ...same })
  expect(defaultActors).toEqual(
    actors.map(({ source: _, ...actor }) =>
      actor.offices ? { ...actor, offices: actor.offices.map(({ source: _, ...office }) => office) } : actor,
    ),
  )
  expect(defaultRules).toEqual(rules.map(({ examples: _, counterExamples: __, ...rule }) => rule))
})

test('documented rules are those of models/, from source and built', async () => {
  const folder = `${root}/models/en/rules/`
  const stored = readdirSync(folder)
    .filter((name) => !name.startsWith('classes'))
    .flatMap((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as typeof documentedRules)
  const byId = (rules: unknown): unknown => (rules as typeof documentedRules).slice().sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(documentedRules)).toEqual(byId(stored))
  const { documentedRules: own } = await built("export * from './documented-rules'")
  expect(own).toEqual(documentedRules)
})

test('of package.json the version alone is built in', async () => {
  expect({ ...(await built("export * from './version'")) }).toEqual({ version })
})
