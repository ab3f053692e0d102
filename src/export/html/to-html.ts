import { defaultRules } from '../../data'
import type { Rule } from '../../types'
import type { ExportOptions } from '../names'
import { targetNamer } from '../names'
import type { Reports, SourceTexts } from '../sources'
import { pair } from '../sources'
import { article } from './article'
import { cards } from './cards'
import { safe, Markup, when } from './markup'
import type { PageContext, Sheet } from './model'
import { makeSheet, nameOfSheet, notesOf } from './model'
import { board, changeList, lanesOf, matrix } from './overview'
import { SCRIPT, SCRIPT_HASH } from './script'
import { capital, longDate } from './stances'
import { STYLE } from './style'
import { timeline } from './timeline'

/** Options of `toHtml`; each has a default. */
export interface HtmlOptions extends ExportOptions {
  /** The page's title. Default: the name of the talks. */
  readonly title?: string
  /** The rules of the reports, for their notes. Default: `defaultRules`. */
  readonly rules?: readonly Rule[]
}

const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`

/**
 * Writes reports as one self-contained HTML page that asks for nothing outside of itself: a card for each actor, the article with its evidence
 * marked, and for several texts a matrix and a timeline of changes. All text is escaped, and a content policy lets no script run but the page's
 * own. Texts are taken to be in the order of time.
 */
export function toHtml(reports: Reports, texts: SourceTexts, options: HtmlOptions = {}): string {
  const sheets = pair(reports, texts).map(makeSheet)
  const nameOf = targetNamer(options)
  const targets = [...new Set(sheets.flatMap(({ cards }) => cards.map(({ row }) => row.target)))]
  const context: PageContext = { nameOf, notes: notesOf(options.rules ?? defaultRules), several: targets.length > 1 }
  const title = options.title ?? (targets.length === 0 ? 'Stances' : capital(targets.map(nameOf).join(', ')))
  const page = safe`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}: who stands where</title>
        <style>${new Markup(STYLE)}</style>
      </head>
      <body class="page">
        <a class="skip" href="#texts">Skip to the texts</a>
        <header>
          <p class="kicker">Who stands where</p>
          <h1 dir="auto">${title}</h1>
          ${facts(sheets)}
        </header>
        <main>
          ${sheets.length === 1 ? single(sheets[0]!, context) : overview(sheets, targets, context)}
          <div id="texts">${sheets.map((sheet) => section(sheet, context, sheets.length))}</div>
        </main>
        ${footer(sheets)}
        <div id="pop" role="tooltip" hidden></div>
        <script>${new Markup(SCRIPT)}</script>
      </body>
    </html>`
  return page.source
}

function facts(sheets: readonly Sheet[]): Markup {
  const dates = sheets.flatMap(({ entry }) => entry.publishedAt ?? []).sort()
  const actors = new Set(sheets.flatMap(({ cards }) => cards.map(({ row }) => row.actor.id)))
  const [first, last] = [dates[0], dates.at(-1)]
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
  return safe`<p class="facts">
    <span>${count(sheets.length, 'text')}</span>${when(
      first !== undefined,
      () => safe`<span>${first === last ? longDate(first!) : `${longDate(first!)} to ${longDate(last!)}`}</span>`,
    )}<span>${count(actors.size, 'actor')}</span>
  </p>`
}

const single = (sheet: Sheet, context: PageContext): Markup =>
  safe`<section aria-labelledby="summary">
    <h2 id="summary" class="unseen">Summary</h2>
    ${board(sheet, context)}
  </section>`

function overview(sheets: readonly Sheet[], targets: readonly string[], { nameOf, several }: PageContext): Markup {
  return safe`${targets.map((target, i) => {
    const lanes = lanesOf(sheets, target)
    const name = nameOf(target)
    const of = several ? `: ${capital(name)}` : ''
    return safe`<section aria-labelledby="matrix-${i}">
        <h2 id="matrix-${i}">Actors by texts${of}</h2>
        ${matrix(sheets, lanes, name)}
      </section>
      <section aria-labelledby="changes-${i}">
        <h2 id="changes-${i}">Positions over time${of}</h2>
        ${timeline(sheets, lanes, name)} ${changeList(sheets, lanes)}
      </section>`
  })}`
}

function section(sheet: Sheet, context: PageContext, total: number): Markup {
  const { entry, id } = sheet
  const heading = total === 1 ? 'Actors and article' : `Text ${entry.index + 1} of ${total}: ${nameOfSheet(sheet)}`
  return safe`<section id="${id}" aria-labelledby="${id}-name">
    <h2 id="${id}-name">${heading}</h2>
    ${entry.report.warnings.map(({ message }) => safe`<p class="warn">${message}</p>`)}
    <div class="sheet">
      <div class="cards">
        ${cards(sheet, context)}${when(sheet.cards.length + sheet.unattributed.length === 0, () => safe`<p>No actors.</p>`)}
      </div>
      <div class="paper" tabindex="0" role="group" aria-label="Article: ${nameOfSheet(sheet)}">
        ${provenance(sheet)}${article(sheet)}
      </div>
    </div>
  </section>`
}

/** Outlet, day and address; only `http:` and `https:` become a link. */
function provenance({ entry: { outlet, publishedAt, url } }: Sheet): Markup {
  const place = outlet ?? url
  const parts = [
    ...(place === undefined
      ? []
      : [url !== undefined && /^https?:\/\//i.test(url) ? safe`<a href="${url}" rel="noreferrer">${place}</a>` : safe`${place}`]),
    ...(publishedAt === undefined ? [] : [safe`${longDate(publishedAt)}`]),
  ]
  if (parts.length === 0) return safe``
  return safe`<span class="source">${parts.flatMap((part, i) => (i === 0 ? [part] : [safe` · `, part]))}</span>`
}

function footer(sheets: readonly Sheet[]): Markup {
  const makers = new Set(
    sheets.map(
      ({ entry: { report } }) => `demarche ${report.version}, ${report.model === null ? 'rules alone' : `model ${report.model}`}`,
    ),
  )
  return safe`<footer>
    <p>
      What a text reports is not a fact about a person or a state, and a program can misread it. Read the evidence before you use
      a stance, and check before you publish.
    </p>
    <p>Read by ${[...makers].join('; ') || 'demarche'}. Probabilities are the program’s own estimates.</p>
  </footer>`
}
