import type { ActorStance } from '../../index'
import { printable, signed } from './layout'
import type { AnalyzedText } from './record'
import { shownEvidence } from './table'

/** What Markdown and the HTML in it would read as more than words. */
const escape = (text: string): string =>
  printable(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** Reports as a Markdown document: for each text a table of actors, with the words that show each stance. */
export const formatMarkdown = (texts: readonly AnalyzedText[]): string => texts.map(section).join('\n')

function section({ id, title, publishedAt, report }: AnalyzedText): string {
  const lines = [`## ${escape(title ?? id)}`, '']
  if (publishedAt !== undefined) lines.push(`Published ${publishedAt}.`, '')
  for (const { message } of report.warnings) lines.push(`Warning: ${escape(message)}.`, '')
  if (report.actors.length === 0) return [...lines, 'No actors.', ''].join('\n')
  lines.push('| actor | target | stance | score | words that show it | conditions |', '| --- | --- | --- | ---: | --- | --- |')
  return [...lines, ...report.actors.map(rowLine), ''].join('\n')
}

function rowLine(row: ActorStance): string {
  const words = row.stance === 'none' ? [] : shownEvidence(row).map(({ text }) => `“${escape(text)}”`)
  const conditions = row.conditions.map(({ text }) => `“${escape(text)}”`)
  const cells = [escape(row.actor.name), row.target, row.stance, signed(row.score), words.join('<br>'), conditions.join('<br>')]
  return `| ${cells.join(' | ')} |`
}
