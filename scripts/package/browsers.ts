import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import type { BuildOptions } from 'esbuild'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { build as viteBuild } from 'vite'
import type { Check } from './checks'
import limits from './limits.json'

const CHROMIUM = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)
const EXPECTED = 'page: iran oppose; worker: iran oppose; done'

async function bundle(user: string, options: BuildOptions): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: "import { analyze } from 'demarche'; globalThis.analyze = analyze", resolveDir: user },
    bundle: true,
    minify: true,
    platform: 'browser',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    ...options,
  })
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'))
  return outputFiles![0]!.text
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Serves a folder to one browser and hands its address to `use`. */
async function served<T>(folder: string, use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(({ url = '/' }, response) => {
    const file = join(folder, normalize(url === '/' ? '/index.html' : url.replace(/\?.*/, '')))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.close()
  }
}

/** What the page says when it is done, and an error where it asks for anything but its own files. */
async function inChromium(folder: string, executablePath: string): Promise<string> {
  return served(folder, async (address) => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const foreign: string[] = []
      page.on('request', (request) => void (request.url().startsWith(address) || foreign.push(request.url())))
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.goto(address)
      await page
        .waitForFunction("document.body.textContent.includes('done')", undefined, { timeout: 60_000 })
        .catch(() => undefined)
      const text = ((await page.textContent('body')) ?? '').trim()
      if (foreign.length + errors.length > 0) throw new Error([...errors, ...foreign.map((url) => `asked for ${url}`)].join('\n'))
      return text
    } finally {
      await browser.close()
    }
  })
}

export const inBrowsers: readonly Check[] = [
  {
    name: 'browser bundle by esbuild, run without Node',
    run: async ({ user }) => {
      // what wink's model asks of a browser beside the language
      const context = createContext({ atob })
      runInContext(await bundle(user, { format: 'iife' }), context)
      const id: unknown = runInContext(
        "analyze('Iran refused to attend the Moscow talks on Afghanistan.').actors[0].stance",
        context,
      )
      if (id !== 'oppose') throw new Error(`expected "oppose", got ${JSON.stringify(id)}`)
      return ''
    },
  },
  {
    name: 'own code and data in a browser, gzipped',
    run: async ({ user }) => {
      const own = gzipSync(await bundle(user, { format: 'esm', external: ['wink-nlp', 'wink-eng-lite-web-model'] }), {
        level: 9,
      }).length
      if (own > limits.own) throw new Error(`expected at most ${limits.own} bytes, got ${own}`)
      return `${Math.round(own / 1000)} kB; the aim is ${limits.ownAim / 1000} kB`
    },
  },
  {
    name: 'page and web worker by Vite, in Chromium',
    run: async ({ user }) => {
      const outDir = join(user, 'site')
      await viteBuild({
        root: user,
        configFile: false,
        logLevel: 'silent',
        worker: { format: 'es' },
        build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
      })
      if (CHROMIUM === undefined) return 'built; skipped: no Chromium to run it in'
      const text = await inChromium(outDir, CHROMIUM)
      if (text !== EXPECTED) throw new Error(`expected "${EXPECTED}", got "${text}"`)
      return text
    },
  },
]
