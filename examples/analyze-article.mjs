// Who supports, opposes or conditionally accepts the Moscow talks on Afghanistan, with the words that show it.
//
//   node examples/analyze-article.mjs [FILE | -] [--date YYYY-MM-DD]
//
// Without FILE: the sample article. `-`: standard input. The date is the day of publication: it decides who held which office.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { analyze } from 'demarche'

const SAMPLE = new URL('data/sample-article.txt', import.meta.url)
const SAMPLE_DATE = '2018-08-24'

function readInput() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { date: { type: 'string' } } })
  const [file] = positionals
  if (file === undefined) return { text: readFileSync(SAMPLE, 'utf8'), date: values.date ?? SAMPLE_DATE }
  return { text: readFileSync(file === '-' ? 0 : file, 'utf8'), date: values.date }
}

const colours = { support: 32, oppose: 31, conditional: 33, none: 90 }
const inColour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (text, colour) => (inColour ? `\u001b[${colour}m${text}\u001b[0m` : text)

/** Breaks a text into lines of at most `width` characters. */
function wrap(text, width) {
  const lines = ['']
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1)
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}

const WIDTHS = { actor: 24, stance: 11, score: 5 }
const INDENT = WIDTHS.actor + WIDTHS.stance + WIDTHS.score + 3 * 2

/** The evidence that shows a stance, in the order of the text. */
const shown = (row) => row.evidence.filter((evidence) => evidence.stance === row.stance && !evidence.superseded)

function formatRow(row, width) {
  const score = `${row.score < 0 ? '-' : '+'}${Math.abs(row.score).toFixed(2)}`
  const left = wrap(row.actor.name, WIDTHS.actor)
  const details = row.stance === 'none' ? [] : shown(row).flatMap((evidence) => wrap(`“${evidence.text}”`, width - INDENT))
  for (const condition of row.conditions) details.push(...wrap(`on condition: ${condition.text}`, width - INDENT))
  return Array.from({ length: Math.max(left.length, details.length) }, (_, i) => {
    const stance = i === 0 ? paint(row.stance.padEnd(WIDTHS.stance), colours[row.stance]) : ' '.repeat(WIDTHS.stance)
    const number = (i === 0 ? score : '').padStart(WIDTHS.score)
    return `${(left[i] ?? '').padEnd(WIDTHS.actor)}  ${stance}  ${number}  ${details[i] ?? ''}`.trimEnd()
  })
}

function main() {
  const { text, date } = readInput()
  const report = analyze(text, date === undefined ? {} : { publishedAt: date })
  const width = Math.max(INDENT + 30, Math.min(process.stdout.columns ?? 120, 160))
  for (const warning of report.warnings) console.log(`warning: ${warning.message}`)
  const head = `${'actor'.padEnd(WIDTHS.actor)}  ${'stance'.padEnd(WIDTHS.stance)}  ${'score'.padStart(WIDTHS.score)}  words that show it`
  console.log(`${paint(head, 1)}\n${'─'.repeat(width)}`)
  for (const row of report.actors) console.log(formatRow(row, width).join('\n'))
  if (report.actors.length === 0) console.log('no actors')
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
