// Writes an HTML report on the sample article: one file that needs nothing else.
//
//   node examples/html-report.mjs [OUT.html]
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyze } from 'demarche'
import { toHtml } from 'demarche/export'

const out = process.argv[2] ?? join(tmpdir(), 'demarche-report.html')
const text = readFileSync(new URL('data/sample-article.txt', import.meta.url), 'utf8')
const publishedAt = '2018-08-24'

const report = analyze(text, { publishedAt })
const html = toHtml(report, { text, publishedAt, outlet: 'Example Agency' })

writeFileSync(out, html)
console.log(`wrote ${out}: ${report.actors.length} actors, ${Math.round(html.length / 1024)} kB`)
