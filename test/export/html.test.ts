/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/export/index'
import { paragraphsOf } from '../../src/export/html/article'
import { SCRIPT, SCRIPT_HASH } from '../../src/export/html/script'
import { positionsOf } from '../../src/export/html/timeline'
import type { Rule } from '../../src/index'
import type { Watched } from './chromium'
import { CHROMIUM, launch, NO_CHROMIUM, open } from './chromium'
import { hostile, NASTY, reports, targets, texts } from './samples'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const folder = mkdtempSync(join(tmpdir(), 'demarche-html-'))

const ONE = toHtml(reports[0]!, texts[0]!)
const MANY = toHtml(reports, texts, { targets })

describe('the page as text', () => {
  test('its policy names the hash of its script', () => {
    expect(createHash('sha256').update(SCRIPT).digest('base64')).toBe(SCRIPT_HASH)
    expect(ONE.includes(`script-src &#39;sha256-${SCRIPT_HASH}&#39;`)).toBe(true)
    expect(ONE.includes(`<script>${SCRIPT}</script>`)).toBe(true)
  })
  test('no report at all', () => expect(toHtml([], [])).toContain('0 texts'))
  test.each([
    ['a\n\nb', ['a', 'b']],
    ['a\nb\n \nc', ['a\nb', 'c']],
    ['a\nb', ['a', 'b']],
    ['\n\na \n\n\n', ['a']],
    ['', []],
  ])('paragraphs of %j', (text, expected) => {
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
  test.each([
    [
      ['2018-01-01', '2018-01-02', '2018-01-11'],
      [0, 0.1, 1],
    ],
    [
      ['2018-01-01', undefined, '2018-01-11'],
      [0, 0.5, 1],
    ],
    [['2018-01-01'], [0.5]],
    [
      ['next week', '2018-01-01'],
      [0, 1],
    ],
  ])('places on the timeline of %j', (dates, expected) => expect(positionsOf(dates)).toEqual(expected))
})

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? NO_CHROMIUM : 'in Chromium', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await launch()), 60_000)
  afterAll(() => browser?.close())

  let count = 0
  const show = async (html: string, options: BrowserContextOptions = {}): Promise<Watched> => {
    const file = join(folder, `${++count}.html`)
    writeFileSync(file, html)
    const watched = await open(browser, { viewport: { width: 1280, height: 800 }, bypassCSP: false, ...options })
    await watched.page.goto(pathToFileURL(file).href)
    return watched
  }

  describe.each([
    ['one text', ONE],
    ['three texts, two targets', MANY],
  ])('%s', (_, html) => {
    test.each([
      ['wide, light', { colorScheme: 'light' }],
      ['wide, dark', { colorScheme: 'dark' }],
      ['narrow, light', { colorScheme: 'light', viewport: { width: 390, height: 800 } }],
      ['narrow, dark', { colorScheme: 'dark', viewport: { width: 390, height: 800 } }],
    ] as const)('%s: axe finds nothing, nothing is asked for, nothing overflows', async (_, options) => {
      const { page, requests, complaints } = await show(html, options)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      expect([requests, complaints]).toEqual([[], []])
      const axed = await open(browser, { ...options, bypassCSP: true, viewport: page.viewportSize()! })
      await axed.page.goto(page.url())
      await axed.page.addScriptTag({ path: AXE })
      const violations = await axed.page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }> }
        }
        const result = await axe.run()
        if (result.passes.length < 10) throw new Error('axe tested next to nothing')
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
      })
      expect(violations).toEqual([])
    })
    test('every link within the page leads somewhere, every id is there once', async () => {
      const { page } = await show(html)
      const found = await page.evaluate(() => ({
        links: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')!.slice(1)),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }))
      expect(new Set(found.ids).size).toBe(found.ids.length)
      expect(found.links.length).toBeGreaterThan(20)
      expect(found.links.filter((id) => !found.ids.includes(id))).toEqual([])
    })
  })

  test('the article stands in it word for word', async () => {
    const { page } = await show(ONE)
    const words = await page.evaluate(() => {
      for (const node of document.querySelectorAll('.ref, .source')) node.remove()
      return document.querySelector<HTMLElement>('.paper')!.innerText.split(/\s+/).filter(Boolean)
    })
    expect(words).toEqual(texts[0]!.text.split(/\s+/).filter(Boolean))
  })

  test('several texts: the matrix has every stance at its place', async () => {
    const { page } = await show(MANY)
    for (const [t, target] of targets.entries()) {
      const cells = await page.evaluate(
        (n) =>
          [...document.querySelectorAll('.matrix')[n]!.querySelectorAll('tbody tr')].flatMap((row) => {
            const [name, ...texts] = [...row.children]
            return texts.flatMap((cell, i) => {
              const link = cell.querySelector('a')
              return link === null ? [] : [[name!.textContent, i, /\bs-(\w+)/.exec(link.className)![1]]]
            })
          }),
        t,
      )
      const expected = reports.flatMap(({ actors }, i) =>
        actors.filter((row) => row.target === target.id).map((row) => [row.actor.name, i, row.stance]),
      )
      expect(cells.sort()).toEqual(expected.sort())
    }
  })

  test('several texts: changes are told in words and drawn', async () => {
    const { page } = await show(MANY)
    const told = (await page.locator('.changes li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
    expect(told).toEqual([
      'Afghan government on conditions → to support 29 August 2018',
      'Pakistan support → to oppose 29 August 2018',
    ])
    expect(await page.locator('.timeline .change').count()).toBe(2)
    expect(await page.locator('.nochange').innerText()).toBe('No actor changes its position between these texts.')
  })

  test('evidence: article and card are linked both ways', async () => {
    const { page } = await show(ONE)
    const evidence = reports[0]!.actors.flatMap((row) => row.evidence).sort((a, b) => a.start - b.start || a.end - b.end)
    const items = page.locator('.evidence > li')
    expect(await items.count()).toBe(evidence.length)
    for (const [i, { text }] of evidence.entries()) {
      const id = `t1-e${i + 1}`
      expect(await page.locator(`#${id} .quote q`).textContent()).toBe(text)
      expect(await page.locator(`#${id} .quote`).getAttribute('href')).toBe(`#t1-h${i + 1}`)
      const marked = await page.locator(`mark[data-e~="${id}"]`).allTextContents()
      expect(marked.join('')).toBe(text)
      expect(await page.locator(`.ref[href="#${id}"]`).count()).toBe(1)
    }
  })

  test('hover on marked words shows who, how and which rules fired; Escape hides it', async () => {
    const { page } = await show(ONE)
    const [row] = reports[0]!.actors
    await page.locator('mark').first().hover()
    const pop = page.locator('#pop')
    await expect.poll(() => pop.isVisible()).toBe(true)
    const words = await pop.textContent()
    expect(words).toContain(row!.actor.name)
    for (const { rule, text } of row!.evidence[0]!.rules) for (const part of [rule, text]) expect(words).toContain(part)
    expect(await page.locator('.evidence > li.lit').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await pop.isVisible()).toBe(false)
    expect(await page.locator('.lit').count()).toBe(0)
  })

  test('by keyboard: a number in the article shows the same and leads to the card', async () => {
    const { page } = await show(ONE)
    await page.locator('.ref').nth(2).focus()
    expect(await page.locator('#pop').isVisible()).toBe(true)
    expect(await page.locator('.ref').nth(2).getAttribute('aria-describedby')).toBe('pop')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.querySelector(':target')?.id)).toBe('t1-e3')
  })

  test('a click on a quotation brings its place in the article into view', async () => {
    const { page } = await show(ONE, { reducedMotion: 'reduce' })
    const last = page.locator('.evidence .quote').last()
    await last.click()
    const place = page.locator(`#${await last.getAttribute('data-place')}`)
    await expect
      .poll(() => place.evaluate((node) => node.getBoundingClientRect().top).then((top) => top > 0 && top < 800))
      .toBe(true)
  })

  test('without script every card, quotation and rule is still there', async () => {
    const { page } = await show(ONE, { javaScriptEnabled: false })
    expect(await page.locator('.card').count()).toBeGreaterThan(5)
    await page.locator('summary').first().click()
    expect(await page.locator('.rules code').first().isVisible()).toBe(true)
  })

  test('in print the article and all cards are there, on white, in one column', async () => {
    const { page } = await show(ONE, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const seen = await page.evaluate(() => ({
      background: getComputedStyle(document.body).backgroundColor,
      cut: [...document.querySelectorAll('.paper')].some((node) => node.scrollHeight > node.clientHeight + 1),
      left: ['.paper', '.card'].map((name) => Math.round(document.querySelector(name)!.getBoundingClientRect().left)),
    }))
    expect(seen.background).toBe('rgb(255, 255, 255)')
    expect(seen.cut).toBe(false)
    expect(seen.left[0]).toBe(seen.left[1])
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
  })

  describe('hostile words run no script', () => {
    test.each(NASTY)('%j everywhere, even where the policy is off', async (words) => {
      const { report, text } = hostile(words)
      const rule: Rule = { id: words, kind: 'boundary', pattern: 'but', examples: [], note: words }
      const html = toHtml([report, report], [text, { ...text, id: 'other' }], {
        title: words,
        rules: [rule],
        targets: [{ id: words, name: words }],
      })
      const { page, requests, complaints } = await show(html, { bypassCSP: true })
      for (const mark of await page.locator('.ref').all()) await mark.focus()
      await page.locator('h1').hover()
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
      expect([requests, complaints]).toEqual([[], []])
      const shape = await page.evaluate(() => ({
        scripts: document.scripts.length,
        foreign: document.querySelectorAll('img, iframe, object, embed, form, input, link').length,
        handlers: [...document.querySelectorAll('*')]
          .flatMap((node) => [...node.attributes])
          .filter(({ name }) => name.startsWith('on')).length,
        addresses: [...document.querySelectorAll('[href]')].filter((node) => !/^#/.test(node.getAttribute('href')!)).length,
      }))
      expect(shape).toEqual({ scripts: 1, foreign: 0, handlers: 0, addresses: 0 })
    })
    test('a page from which everything is taken as it is would run it: the test can fail', async () => {
      const { page } = await show(`<p>${NASTY.join('')}</p>`)
      expect(await page.evaluate(() => 'hacked' in window)).toBe(true)
    })
  })
})
