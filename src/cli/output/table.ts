import type { ActorStance, Evidence } from '../../index'
import type { Paint } from './colors'
import { explanationLines } from './explanation'
import { printable, signed, wrap } from './layout'
import type { AnalyzedText } from './record'

const WIDTHS = { actor: 24, stance: 11, score: 5 }
const INDENT = WIDTHS.actor + WIDTHS.stance + WIDTHS.score + 3 * 2

/** The evidence that shows a row's stance, in reading order; earlier positions are left out. */
export const shownEvidence = (row: ActorStance): readonly Evidence[] =>
  row.evidence.filter((evidence) => evidence.stance === row.stance && !evidence.superseded)

/** Reports as tables for a terminal, each text with a heading where there are several. */
export const formatTables = (texts: readonly AnalyzedText[], width: number, paint: Paint): string =>
  texts
    .map((text) => `${texts.length > 1 ? `${paint.bold(printable(text.id))}\n` : ''}${tableOf(text, width, paint)}\n`)
    .join('\n')

function tableOf({ report, explanation }: AnalyzedText, width: number, paint: Paint): string {
  const lines = report.warnings.map(({ message }) => `warning: ${message}`)
  if (report.actors.length > 0) {
    const head = `${'actor'.padEnd(WIDTHS.actor)}  ${'stance'.padEnd(WIDTHS.stance)}  ${'score'.padStart(WIDTHS.score)}  words that show it`
    lines.push(paint.bold(head), '─'.repeat(width))
    const targets = new Set(report.actors.map(({ target }) => target))
    for (const row of report.actors) lines.push(...rowLines(row, width, targets.size > 1, paint))
  } else lines.push('no actors')
  if (explanation !== undefined) lines.push('', ...explanationLines(explanation, width, paint))
  return lines.join('\n')
}

function rowLines(row: ActorStance, width: number, withTarget: boolean, paint: Paint): string[] {
  const left = wrap(row.actor.name, WIDTHS.actor)
  if (withTarget) left.push(...wrap(`on ${row.target}`, WIDTHS.actor))
  const details = row.stance === 'none' ? [] : shownEvidence(row).flatMap(({ text }) => wrap(`“${text}”`, width - INDENT))
  for (const { text } of row.conditions) details.push(...wrap(`on condition: ${text}`, width - INDENT))
  return Array.from({ length: Math.max(left.length, details.length) }, (_, i) => {
    const first = i === 0
    const stance = first ? paint.stance(row.stance, row.stance.padEnd(WIDTHS.stance)) : ' '.repeat(WIDTHS.stance)
    const score = (first ? signed(row.score) : '').padStart(WIDTHS.score)
    return `${(left[i] ?? '').padEnd(WIDTHS.actor)}  ${stance}  ${score}  ${details[i] ?? ''}`.trimEnd()
  })
}
