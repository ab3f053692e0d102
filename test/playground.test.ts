/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProject } from '../scripts/lib/documents'
import { analyze, createAnalyzer, defaultRules } from '../src/index'
import setup from './build'
import type { Watched } from './export/chromium'
import { CHROMIUM, launch, NO_CHROMIUM, open } from './export/chromium'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SAMPLE = readFileSync(inProject('examples/data/sample-article.txt'), 'utf8').trim()
/** Browsers and Node do not agree in the last digits of logarithms. */
const parse = (json: string): unknown =>
  JSON.parse(json, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value))

const SHORT = 'Pakistan welcomed the Moscow talks on Afghanistan.'

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? NO_CHROMIUM : 'the playground in Chromium', () => {
  let server: ChildProcess
  let address = ''
  let browser: Browser
  beforeAll(async () => {
    setup() // the copied code is run against dist/
    server = spawn(process.execPath, ['scripts/playground.mjs', '--port', '0'], { cwd: inProject('.') })
    const [line] = (await once(server.stdout!, 'data')) as [Buffer]
    address = line.toString().trim()
    browser = await launch()
  }, 180_000)
  afterAll(async () => {
    server?.kill()
    await browser?.close()
  })

  const start = async (options: BrowserContextOptions = {}, url = address): Promise<Watched> => {
    const watched = await open(browser, { viewport: { width: 1440, height: 900 }, ...options })
    await watched.page.goto(url)
    await report(watched.page).locator('.card').first().waitFor()
    return watched
  }
  const report = (page: Page) => page.frameLocator('#report iframe').last()
  const board = async (page: Page): Promise<string[]> =>
    (await report(page).locator('.column').allInnerTexts()).map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/ ?\d+ %/g, ' %')
        .trim(),
    )
  const settled = async (page: Page, expected: unknown): Promise<void> => {
    await expect.poll(() => board(page), { timeout: 10_000 }).toEqual(expected)
  }
  const write = (page: Page, text: string): Promise<void> => page.locator('#text').fill(text)
  /** What a button put on the clipboard. */
  const copied = async (page: Page, button: string): Promise<string> => {
    await page.locator(button).click()
    await expect.poll(() => page.locator(button).innerText()).toBe('Copied')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const permissions = ['clipboard-read', 'clipboard-write']

  test('a pasted text is read at once, and nothing is asked for beyond the page itself', async () => {
    const { page, requests, complaints } = await start()
    await write(page, SHORT)
    await settled(page, ['Support 1 Pakistan %', 'On conditions 0', 'Oppose 0', 'No position 0'])
    expect(await page.locator('#status').innerText()).toMatch(/^1 actors, 1 with a position; read in \d+ ms$/)
    const foreign = requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:') && !url.startsWith('data:'))
    expect([foreign, complaints]).toEqual([[], []])
  })

  test('talks can be named', async () => {
    const { page } = await start()
    await page.getByLabel('Other talks').check()
    await write(
      page,
      'Egypt said that it would attend the Nairobi talks only if Sudan took part. Kenya rejected the Moscow talks.',
    )
    await settled(page, ['Support 0', 'On conditions 1 Egypt %', 'Oppose 0', expect.stringContaining('No position')])
    await page.locator('#talks-title').fill('the Oslo talks')
    await page.locator('#talks-aliases').fill('')
    await page.locator('#talks-venues').fill('Oslo')
    await write(page, 'Egypt rejected the Oslo talks.')
    await settled(page, ['Support 0', 'On conditions 0', 'Oppose 1 Egypt %', 'No position 0'])
    expect(await report(page).locator('h1').innerText()).toBe('The Oslo talks')
  })

  test('rules can be switched off and on again', async () => {
    const { page } = await start()
    await write(page, SHORT)
    await settled(page, ['Support 1 Pakistan %', 'On conditions 0', 'Oppose 0', 'No position 0'])
    await page.locator('#rules-list input[data-rule="praise.verb"]').uncheck()
    const without = createAnalyzer({ rules: defaultRules.filter(({ id }) => id !== 'praise.verb') }).analyze(SHORT)
    const fired = without.actors.flatMap(({ evidence }) => evidence.flatMap(({ rules }) => rules.map(({ rule }) => rule)))
    await expect
      .poll(() => page.locator('#rules-count').innerText())
      .toBe(`${fired.length + 1} rules fired here or are off; 1 off`)
    await expect.poll(() => report(page).locator('code').allTextContents()).toEqual(fired)
    await page.locator('#rules-reset').click()
    await expect.poll(() => report(page).locator('code').allTextContents()).toContain('praise.verb')
    await page.locator('#rules-search').fill('oppose.reject')
    await expect.poll(() => page.locator('#rules-list code').first().innerText()).toContain('oppose.reject')
  })

  test('a rule of one’s own: what it matches, what that counts for, whether its examples hold', async () => {
    const { page } = await start()
    const matches = page.locator('#own-matches')
    const problems = page.locator('#own-problems')
    await expect.poll(() => problems.innerText()).toBe('✓ All examples hold.')
    expect(await matches.innerText()).toMatch(/whatever is promised to us\s+counts: National Renewal Party, oppose/)
    await page.locator('#own-pattern').fill('whatever is (promised')
    await expect.poll(() => problems.innerText()).toMatch(/^✗ oppose\.whatever-is-promised, pattern: expected .*mend it by/)
    expect(await matches.innerText()).toBe('The rule must be mended first.')
    expect(await report(page).locator('.card').count()).toBeGreaterThan(5)
    await page.locator('#own-pattern').fill('cheer<VERB> <target>')
    await page.locator('#own-stance').selectOption('support')
    await page.locator('#own-holder').selectOption('subject')
    await page.locator('#own-examples').fill('Iran [cheered the Moscow talks].\nIran cheers [the Moscow talks].')
    await page.locator('#own-counter').fill('Iran cheered the Moscow talks.')
    await write(page, 'Tajikistan cheered the Moscow talks on Afghanistan.')
    await settled(page, ['Support 1 Tajikistan %', 'On conditions 0', 'Oppose 0', 'No position 0'])
    await expect.poll(() => matches.innerText()).toMatch(/cheered the Moscow talks on Afghanistan\s+counts: Tajikistan, support/)
    await expect.poll(() => problems.locator('.problem').count()).toBe(2)
    expect(await problems.innerText()).toMatch(/examples\[1\][^]*counterExamples\[0\]/)
  })

  test('the result as JSON is the report of the library', async () => {
    const { page } = await start({ permissions })
    await page.locator('#own-on').uncheck()
    await expect.poll(() => page.locator('#own-matches').innerText()).toBe('The rule is not in use.')
    expect(parse(await copied(page, '#copy-json'))).toEqual(parse(JSON.stringify(analyze(SAMPLE, { publishedAt: '2018-08-24' }))))
  })

  test.each([
    ['as it opens', async () => undefined],
    [
      'with a rule off, talks of one’s own, no date and no rule',
      async (page: Page) => {
        await page.locator('#rules-list input[data-rule="oppose.reject"]').uncheck()
        await page.getByLabel('Other talks').check()
        await page.locator('#date').fill('')
        await page.locator('#own-on').uncheck()
        await write(page, 'Egypt rejected the Nairobi talks. "It\'s `${no}`," said Kenya.')
        await expect.poll(() => report(page).locator('h1').innerText()).toBe('The Nairobi talks')
      },
    ],
  ] as const)('the result as code prints the same JSON: %s', async (_, act) => {
    const { page } = await start({ permissions })
    await act(page)
    const code = await copied(page, '#copy-code')
    const json = await copied(page, '#copy-json')
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: inProject('.'),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(parse(stdout)).toEqual(parse(json))
  })

  test.each([
    ['wide, light', { colorScheme: 'light' }],
    ['wide, dark', { colorScheme: 'dark' }],
    ['narrow, light', { colorScheme: 'light', viewport: { width: 390, height: 800 } }],
    ['narrow, dark', { colorScheme: 'dark', viewport: { width: 390, height: 800 } }],
  ] as const)('%s: axe finds nothing, nothing overflows', async (_, options) => {
    const { page } = await start({ ...options, bypassCSP: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.addScriptTag({ path: AXE })
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }> }
      }
      const result = await axe.run()
      if (result.passes.length < 10) throw new Error('axe tested next to nothing')
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    })
    expect(violations).toEqual([])
  })

  test('hostile text, talks and rules run no script', async () => {
    const { page, complaints } = await start()
    const words = '<img src=x onerror="top.hacked = 1"><script>top.hacked = 1</script>'
    await page.getByLabel('Other talks').check()
    for (const id of [
      '#talks-title',
      '#talks-aliases',
      '#own-pattern',
      '#own-examples',
      '#own-counter',
      '#own-id',
      '#rules-search',
    ])
      await page.locator(id).fill(words)
    await write(page, `${words} Egypt said that it would boycott the ${words}.`)
    await expect.poll(() => report(page).locator('.paper').innerText()).toContain('Egypt said that it would boycott')
    await expect.poll(() => page.locator('#own-problems').innerText()).toContain('<img')
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(complaints).toEqual([])
  })

  test('it opens as a file, too', async () => {
    const { page, complaints } = await start({}, pathToFileURL(inProject('examples/playground/index.html')).href)
    expect(await report(page).locator('.card').count()).toBeGreaterThan(5)
    expect(complaints).toEqual([])
  })
})
