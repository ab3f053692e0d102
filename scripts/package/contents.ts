import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Installed } from './checks'
import { refuse } from './checks'
import limits from './limits.json'

/** What may travel. */
const ALLOWED = [
  /^dist\/.+\.(?:c?js|d\.c?ts|json)$/,
  /^models\/en\/(?:.+\.json|MODEL\.md)$/,
  /^(?:README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^package\.json$/,
  /^src\/export\/report\.schema\.json$/,
]
const NEEDED = [
  'README.md',
  'CHANGELOG.md',
  'THIRD-PARTY-NOTICES.md',
  'LICENSE',
  'dist/index.js',
  'dist/index.cjs',
  'dist/index.d.ts',
]

/** Scripts that npm would run by itself at the user's. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare']

/** What the library's own files may not hold; the command's may read files. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp; readonly command: boolean }[] = [
  { what: 'eval', pattern: /(?<![\w.$"'])eval\s*\(|new Function\s*\(|(?<![\w.$"'])Function\s*\(\s*["'`]/, command: true },
  {
    what: 'network',
    pattern: /(?<![\w.$"'])fetch\s*\(|XMLHttpRequest|new WebSocket|sendBeacon|["'](?:node:)?(?:https?|net|tls|dgram|dns)["']/,
    command: true,
  },
  {
    what: 'a module of Node',
    pattern: /(?:from\s*|require\(|import\()\s*["'](?:node:|fs["']|path["']|child_process["'])/,
    command: false,
  },
]

const RUNTIME = ['wink-nlp', 'wink-eng-lite-web-model']

const code = ({ package: folder, files }: Installed): { path: string; source: string; command: boolean }[] =>
  files
    .filter((path) => /^dist\/.*\.c?js$/.test(path))
    .map((path) => ({ path, source: readFileSync(join(folder, path), 'utf8'), command: path.startsWith('dist/cli/') }))

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

const within = (name: string, size: number, limit: number): string => {
  if (size > limit) throw new Error(`expected at most ${limit} bytes ${name}, got ${size}`)
  return `${Math.round(size / 1000)} kB ${name}`
}

export const contents: readonly Check[] = [
  {
    name: 'only what should travel does',
    run: ({ files }) => {
      refuse(
        'these should not travel',
        files.filter((path) => !ALLOWED.some((form) => form.test(path))),
      )
      refuse(
        'these are missing',
        NEEDED.filter((path) => !files.includes(path)),
      )
      return `${files.length} files`
    },
  },
  {
    name: 'no install scripts',
    run: ({ package: folder }) => {
      const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        scripts?: Record<string, string>
      }
      refuse(
        'npm would run these by itself',
        INSTALL_SCRIPTS.filter((name) => name in scripts),
      )
      return ''
    },
  },
  ...FORBIDDEN.map(({ what, pattern, command }): Check => ({
    name: command ? `no ${what}` : 'no module of Node in the library',
    run: (installed) => {
      const read = code(installed).filter((file) => command || !file.command)
      refuse(
        `found ${what}`,
        read.flatMap(({ path, source }) => {
          const found = pattern.exec(source)
          return found ? [`${path}: ${source.slice(Math.max(0, found.index - 40), found.index + 60).replace(/\s+/g, ' ')}`] : []
        }),
      )
      return `${read.length} files`
    },
  })),
  {
    name: 'the library imports wink-nlp and its model alone',
    run: (installed) => {
      const imported = code(installed)
        .filter(({ command }) => !command)
        .flatMap(({ path, source }) =>
          [
            ...source.matchAll(
              /^(?:import|export)\b[^;'"\n]*?from\s*["']([^"'.][^"']*)["']|\brequire\(["']([^"'.][^"']*)["']\)/gm,
            ),
          ].map(([, a, b]) => ({ path, name: a ?? b! })),
        )
      const names = new Set(imported.map(({ name }) => name))
      refuse(
        'imports something else',
        imported.filter(({ name }) => !RUNTIME.includes(name)).map(({ path, name }) => `${path}: ${name}`),
      )
      refuse(
        'imports no longer',
        RUNTIME.filter((name) => !names.has(name)),
      )
      return ''
    },
  },
  {
    name: 'sizes',
    run: ({ user, packedSize, unpackedSize }) =>
      [
        within('packed', packedSize, limits.packed),
        within('unpacked', unpackedSize, limits.unpacked),
        within('installed', folderSize(join(user, 'node_modules')), limits.installed),
      ].join(', '),
  },
]
