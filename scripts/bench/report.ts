import { arch, cpus, platform } from 'node:os'
import type { FirstCall } from './first-call'
import type { LengthTime } from './scaling'
import { growthOf } from './scaling'
import type { Sizes } from './sizes'
import { OWN_BUDGET } from './sizes'
import type { Timing } from './speed'
import { short, showSpread } from './statistics'
import type { BenchText } from './texts'

/** Everything that one run measured. */
export interface Measurements {
  /** What was counted. */
  readonly clock: 'time' | 'CPU time'
  readonly speed: readonly { readonly text: BenchText; readonly timings: readonly Timing[] }[]
  readonly screening: readonly { readonly text: BenchText; readonly timings: readonly Timing[] }[]
  readonly first: FirstCall
  readonly lengths: readonly LengthTime[]
  readonly data: readonly Timing[]
  readonly sizes: Sizes
}

/** Words a second, from a text's words and the milliseconds that it took. */
export const wordsPerSecond = (text: BenchText, milliseconds: number): number => (text.words / milliseconds) * 1000

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const kilobytes = (bytes: number): string => `${short(bytes / 1000)} kB`

const whole = (value: number): string => Math.round(value).toLocaleString('en')

/** All figures as Markdown, for docs/bench.md. */
export function fullReport(m: Measurements): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${[
    '# Benchmarks',
    `Written by \`npm run bench\`; do not edit. Every figure is ${m.clock}, the median over rounds, with the quartiles in parentheses; ratios are taken within a round. All ` +
      `figures are from one run on Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} × ${processor}.`,
    '## One text',
    ...m.speed.map(({ text, timings }) =>
      [
        `### ${text.name}, ${text.words} words`,
        table(
          ['', 'ms', `times ${timings[0]!.name}`, 'words/s'],
          timings.map(({ name, milliseconds, ratio }) => [
            name,
            showSpread(milliseconds),
            showSpread(ratio),
            short(wordsPerSecond(text, milliseconds.median)),
          ]),
        ),
      ].join('\n\n'),
    ),
    '## Texts that name no talks',
    'With `screen: true` they come back at once. The last column says how many times faster that is than wink reads the same text.',
    table(
      ['', 'wink, ms', 'demarche with `screen`, ms', 'times faster'],
      m.screening.map(({ text, timings: [wink, screened] }) => [
        `${text.name}, ${text.words} words`,
        showSpread(wink!.milliseconds),
        showSpread(screened!.milliseconds),
        short(1 / screened!.ratio.median),
      ]),
    ),
    '## First call',
    'Import and set-up in a fresh process, in milliseconds.',
    table(
      ['', 'ms'],
      [
        ['wink-nlp and its model ready', showSpread(m.first.wink)],
        ['demarche: analyser ready', showSpread(m.first.ready)],
        ["above wink's start", showSpread(m.first.above)],
        ['demarche: report on the article', showSpread(m.first.report)],
      ],
    ),
    '## Length',
    `Golden texts joined into one text. Time grows with length to the power of ${growthOf(m.lengths).toFixed(2)} (1 is linear).`,
    table(
      ['UTF-16 units', 'words', 'ms', 'µs a word'],
      m.lengths.map(({ length, words, milliseconds }) => [
        whole(length),
        whole(words),
        whole(milliseconds),
        short((milliseconds * 1000) / words),
      ]),
    ),
    '## Rules and actors',
    'The article, with more data than is built in.',
    table(
      ['', 'ms', 'times built-in'],
      m.data.map(({ name, milliseconds, ratio }) => [name, showSpread(milliseconds), showSpread(ratio)]),
    ),
    '## Size',
    table(
      ['', 'size'],
      [
        ['packed', kilobytes(m.sizes.packed)],
        ['unpacked', kilobytes(m.sizes.unpacked)],
        ['installed, with wink-nlp and its model', kilobytes(m.sizes.installed)],
        [`in a browser, gzipped: own code and data (at most ${kilobytes(OWN_BUDGET)})`, kilobytes(m.sizes.own)],
        ['in a browser, gzipped: with wink-nlp and its model', kilobytes(m.sizes.whole)],
      ],
    ),
  ].join('\n\n')}\n`
}

/** The figures that matter most as Markdown, for the README. */
export function shortReport(m: Measurements): string {
  const { text, timings } = m.speed[0]!
  const own = timings.find(({ name }) => name === 'demarche')!
  const screened = m.screening.map(({ timings: [, s] }) => 1 / s!.ratio.median)
  return [
    '![Words a second on an article about the talks](docs/bench.svg)',
    table(
      ['measured in one run', ''],
      [
        [`words a second, article of ${text.words} words`, short(wordsPerSecond(text, own.milliseconds.median))],
        ["its time, as a multiple of wink-nlp's bare reading", showSpread(own.ratio)],
        [
          "a text that names no talks, with `screen`: times faster than wink's reading",
          `${short(Math.min(...screened))} or more`,
        ],
        ["first call: import and analyser ready, above wink's own start", `${whole(m.first.above.median)} ms`],
        ['time grows with length to the power of', growthOf(m.lengths).toFixed(2)],
        ...m.data.slice(1).map(({ name, ratio }) => [name, `${short(ratio.median)} × the time`]),
        ['packed; installed with wink-nlp', `${kilobytes(m.sizes.packed)}; ${kilobytes(m.sizes.installed)}`],
        ['in a browser, gzipped: own code and data; with wink-nlp', `${kilobytes(m.sizes.own)}; ${kilobytes(m.sizes.whole)}`],
      ],
    ),
  ].join('\n\n')
}
