import { readFileSync } from 'node:fs'
import { createAnalyzer, moscowTalks } from '../../src/index'
import type { Evidence, StanceReport, Target } from '../../src/index'
import type { SourceText } from '../../src/export/index'
import { inProject } from '../../scripts/lib/documents'
import STORED from './reports.json'

const SAMPLE = readFileSync(inProject('examples/data/sample-article.txt'), 'utf8')

const ISTANBUL: Target = { id: 'istanbul', name: 'the Istanbul conference', aliases: ['conference in Istanbul'] }
export const targets = [moscowTalks, ISTANBUL]

/** Texts in the order of time, with positions that change, two targets, a headline apart, an emoji and quotation marks. */
export const texts: readonly SourceText[] = [
  { id: 'sample', text: SAMPLE, publishedAt: '2018-08-24', outlet: 'Example Agency', url: 'https://example.org/a?b=1&c=2' },
  {
    id: 'second',
    title: 'Kabul changes its mind 🕊',
    text: 'The Afghan government will attend the Moscow talks on Afghanistan. “We will be there,” its spokesman said.\n\nPakistan will not attend the Moscow talks, Iran said.',
    publishedAt: '2018-08-29',
  },
  {
    text: 'The Taliban will attend the Moscow talks on Afghanistan, but they rejected the Istanbul conference, a spokesman said.',
    publishedAt: '2018-09-03',
  },
]

/** Their reports, stored: what exports write does not depend on how well texts are read. */
export const reports = STORED as unknown as readonly StanceReport[]

/** Their reports as the library makes them now. */
export const freshReports = (): readonly StanceReport[] =>
  texts.map(({ title, text, publishedAt }) =>
    createAnalyzer({ targets }).analyze(title === undefined ? text : { title, text }, { publishedAt: publishedAt! }),
  )

const HOSTILE = '<script>window.hacked = 1</script>'

/** What might break out of a file: markup, quotation marks, control characters, half a surrogate pair, formulas. */
export const NASTY: readonly string[] = [
  HOSTILE,
  '"><img src=x onerror="window.hacked = 1">',
  "' onmouseover='window.hacked = 1",
  '</style></title></textarea>--><svg onload=window.hacked=1>',
  '=HYPERLINK("http://example.org";"x")',
  '  +1+1',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '\tcmd',
  "'quoted'",
  'a, b; c\r\nd "e"',
  'null \0 bell \x07 delete \x7f half \ud800 end',
  '&amp; &lt; ]]>',
]

/** A report whose every word is the given text. */
export function hostile(words: string): { readonly report: StanceReport; readonly text: SourceText } {
  const span = { start: 0, end: words.length, text: words }
  const probabilities = { support: 0.1, oppose: 0.7, conditional: 0.1, none: 0.1 }
  const actor = { id: `local:${words}`, name: words, code: words, partOf: words }
  const evidence: Evidence = {
    ...span,
    stance: 'oppose',
    probabilities,
    mode: 'reported',
    speaker: { ...span, via: 'alias' },
    source: actor,
    rules: [{ ...span, rule: words, stance: 'oppose', weight: 1, modifiers: [words] }],
    superseded: false,
  }
  const stance = 'conditional' as const
  return {
    report: {
      relevant: true,
      actors: [
        {
          ...{ actor, target: words, stance, probabilities, score: -0.6, conditions: [span], evidence: [evidence] },
          mentions: [{ ...span, via: 'alias' }],
        },
      ],
      unattributed: [evidence],
      warnings: [{ code: 'not-english', message: words }],
      model: words,
      version: words,
    },
    text: { text: words, id: words, outlet: words, url: `javascript:${words}` },
  }
}
