import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const find = (): string | undefined => [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => existsSync(path))

/** Debian's Chromium, installed where it is missing and this may be done. */
function install(): string | undefined {
  const found = find()
  if (found !== undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  const run = (...args: string[]): number | null =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status
  if (run('install', '-y', '--no-install-recommends', 'chromium') !== 0) {
    run('update')
    run('install', '-y', '--no-install-recommends', 'chromium')
  }
  return find()
}

/** Path of Chromium, or undefined: then say `NO_CHROMIUM` and skip. */
export const CHROMIUM = install()

/** The word to skip with. */
export const NO_CHROMIUM = 'skipped: no Chromium (apt-get install chromium as root, or set CHROMIUM to its path)'

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] })

/** A page that notes every request beyond its own file, every error and every message of the console. */
export interface Watched {
  readonly page: Page
  /** Addresses asked for, but for the first. */
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

export async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const page = await (await browser.newContext(options)).newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) requests.push(request.url())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return { page, requests, complaints }
}
