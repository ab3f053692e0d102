import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { inProject } from '../lib/documents'

/** Sizes in bytes. */
export interface Sizes {
  readonly packed: number
  /** The package alone, unpacked. */
  readonly unpacked: number
  /** The package and what it needs at run time. */
  readonly installed: number
  /** `analyze` for a browser, minified and gzipped: without and with wink and its model. */
  readonly own: number
  readonly whole: number
}

/** Most that our own code and data may weigh in a browser, gzipped. */
export const OWN_BUDGET = 250_000

async function bundled(external: string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: "export { analyze, createAnalyzer } from 'demarche'", resolveDir: inProject('.') },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
    external,
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** Packs and installs the package in an empty folder, and bundles it for a browser. */
export async function measureSizes(): Promise<Sizes> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-size-'))
  try {
    const npm = (...args: string[]): string => execFileSync('npm', args, { cwd: inProject('.'), encoding: 'utf8' })
    const [pack] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [
      { filename: string; size: number; unpackedSize: number },
    ]
    npm('install', '--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund', '--silent', join(folder, pack.filename))
    return {
      packed: pack.size,
      unpacked: pack.unpackedSize,
      installed: folderSize(join(folder, 'node_modules')),
      own: await bundled(['wink-nlp', 'wink-eng-lite-web-model']),
      whole: await bundled([]),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
