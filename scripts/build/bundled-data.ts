import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** Fields of rules and actors that only who checks or reads the data wants: where facts come from, and the sentences that prove a rule. */
const SOURCES: ReadonlySet<string> = new Set(['source'])
const PROOFS: ReadonlySet<string> = new Set(['examples', 'counterExamples'])

/** What a file imports of a data file: all that analysis needs, or of each rule its id and its proofs. */
type Part = 'data' | 'proofs'

/** The importer that wants the rules' proofs. */
const WANTS_PROOFS = /[/\\]documented-rules\.ts$/

/** A data file's content as it travels: `path` is absolute, or from the project's root, with slashes. */
export function bundledValue(path: string, value: unknown, part: Part): unknown {
  if (path.endsWith('/package.json')) return { version: (value as { version: unknown }).version }
  if (part === 'proofs') return only(value, new Set([...PROOFS, 'id']))
  if (/\/rules\/[^/]+$/.test(path)) return without(value, PROOFS)
  return /\/actors\/[^/]+$/.test(path) ? without(value, SOURCES) : value
}

/** Lets the built files hold of each data file what they need of it, as one string: engines read that faster than code. */
export const bundledData: Plugin = {
  name: 'bundled data',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/(?:models\/en\/.+|package)\.json$/ }, ({ path, importer, resolveDir }) => ({
      path: join(resolveDir, path),
      suffix: WANTS_PROOFS.test(importer) ? '?proofs' : '',
    }))
    build.onLoad({ filter: /[/\\](?:models[/\\]en[/\\].+|package)\.json$/ }, ({ path, suffix }) => {
      const slashed = path.replaceAll('\\', '/')
      const value = bundledValue(slashed, JSON.parse(readFileSync(path, 'utf8')), suffix === '' ? 'data' : 'proofs')
      const text = JSON.stringify(JSON.stringify(value))
      return { contents: `export default /* @__PURE__ */ JSON.parse(${text})`, loader: 'js' }
    })
  },
}

function without(value: unknown, fields: ReadonlySet<string>): unknown {
  return mapFields(value, (field) => !fields.has(field))
}

function only(rules: unknown, fields: ReadonlySet<string>): unknown {
  return (rules as readonly unknown[]).map((rule) => mapFields(rule, (field) => fields.has(field)))
}

/** A value of JSON with the fields of its objects, also of those inside, that `keeps` holds for. */
function mapFields(value: unknown, keeps: (field: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => mapFields(item, keeps))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]) => (keeps(field) ? [[field, mapFields(inner, keeps)]] : [])),
  )
}
