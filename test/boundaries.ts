import { builtinModules } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import ts from 'typescript'

/** Rooms of src/ from the bottom up. A file may import from its own row and from the rows above it in this table. */
export const ORDER: readonly (readonly string[])[] = [
  ['types', 'errors', 'version'],
  ['data', 'documented-rules'],
  ['document'],
  ['mentions'],
  ['attribution'],
  ['rules'],
  ['score'],
  ['report'],
  ['validate'],
  ['analyze'],
  ['index'],
]

/** Rooms that may import every room in ORDER and that no room imports; the command alone may import these too. */
export const TOPS: readonly string[] = ['train', 'testing', 'track', 'export', 'cli']
const COMMAND = 'cli'

/** What only one place may import: the import, told by its specifier or by its path from the project's root, and the place. */
export const ONLY: readonly { readonly what: string; readonly imports: RegExp; readonly where: RegExp }[] = [
  { what: 'models/', imports: /^models\//, where: /^src\/(data|documented-rules)\.ts$/ },
  { what: 'wink', imports: /^wink-/, where: /^src\/document\/tokenize\.ts$/ },
  { what: 'natural', imports: /^natural(\/|$)/, where: /^src\/mentions\/variants\.ts$/ },
  { what: 'package.json', imports: /^package\.json$/, where: /^src\/version\.ts$/ },
]

/** A file by its path from the project's root, with forward slashes, and the specifiers that it imports. */
export interface FileImports {
  readonly path: string
  readonly imports: readonly string[]
}

const BUILTINS = new Set(builtinModules)
const roomOf = (path: string): string => path.replace(/^src\//, '').replace(/\/.*$|\.[cm]?ts$/g, '')
const levelOf = (room: string): number => ORDER.findIndex((row) => row.includes(room))

/** Says what is wrong with the imports of files in src/, one line a fault; nothing where all is well. */
export function checkBoundaries(files: readonly FileImports[]): string[] {
  const faults: string[] = []
  for (const { path, imports } of files) {
    const room = roomOf(path)
    if (levelOf(room) < 0 && !TOPS.includes(room)) faults.push(`${path}: the room "${room}" is not in ORDER (test/boundaries.ts)`)
    for (const specifier of imports) {
      const fault = faultOf(path, room, specifier)
      if (fault) faults.push(`${path}: imports "${specifier}": ${fault}`)
    }
  }
  return faults
}

function faultOf(path: string, room: string, specifier: string): string | undefined {
  const local = specifier.startsWith('.')
  const named = local ? posix.join(posix.dirname(path), specifier) : specifier
  const rule = ONLY.find(({ imports }) => imports.test(named))
  if (rule)
    return rule.where.test(path)
      ? undefined
      : `only ${rule.where.source.slice(1, -1).replaceAll('\\', '')} may import ${rule.what}`
  if (!local) {
    if (room === COMMAND) return undefined
    if (specifier.startsWith('node:') || BUILTINS.has(specifier)) return `only src/${COMMAND}/ may import modules of Node`
    return `only src/${COMMAND}/ may import further packages`
  }
  if (!named.startsWith('src/')) return 'src/ may not import what is outside of it'
  const other = roomOf(named)
  if (other === room) return undefined
  if (TOPS.includes(other)) return room === COMMAND ? undefined : `nothing but src/${COMMAND}/ may import src/${other}`
  if (levelOf(other) < 0) return `the room "${other}" is not in ORDER (test/boundaries.ts)`
  if (TOPS.includes(room) || levelOf(other) <= levelOf(room)) return undefined
  return `an upward edge, from ${room} to ${other}`
}

/** Specifiers of all imports in a source text: static, type-only, re-exports, `import()`, `require()` and `import =`. */
export const importsOf = (source: string): string[] =>
  ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName)

/** All files in src/ with their imports. */
export function readImports(root: string): FileImports[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), imports: importsOf(readFileSync(file, 'utf8')) }))
}
