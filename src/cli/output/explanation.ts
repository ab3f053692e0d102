import type { Explanation, Span, Stance } from '../../index'
import type { Paint } from './colors'
import { clip, columns, wrap } from './layout'

/** A rule match that counted. */
export interface CountedMatch extends Span {
  readonly rule: string
  /** Whose position it shows. */
  readonly actor: string | null
  readonly stance: Stance
  readonly weight: number
  readonly modifiers: readonly string[]
  readonly mode: 'quote' | 'reported' | 'narrated'
}

/** A rule match that did not count. */
export interface DismissedMatch extends Span {
  readonly rule: string
  readonly reason: string
}

/** An explanation as plain JSON. */
export interface ExplanationRecord {
  readonly counted: readonly CountedMatch[]
  readonly dismissed: readonly DismissedMatch[]
}

/** Takes from an explanation what can be shown: rules, words, whose, and why not. */
export function explanationRecord({ votes, dismissed, reading }: Explanation): ExplanationRecord {
  const { document, actors } = reading
  const span = (hit: { readonly from: number; readonly to: number }): Span => {
    const start = document.start[hit.from]!
    const end = document.end[hit.to - 1]!
    return { start, end, text: document.text.slice(start, end) }
  }
  return {
    counted: votes.map(({ hit, holder, stance, weight, modifiers, mode }) => ({
      rule: hit.rule,
      ...span(hit),
      actor: actors.entities[holder]?.name ?? null,
      stance,
      weight,
      modifiers,
      mode,
    })),
    dismissed: dismissed.map(({ hit, reason }) => ({ rule: hit.rule, ...span(hit), reason })),
  }
}

/** An explanation as lines for people. */
export function explanationLines({ counted, dismissed }: ExplanationRecord, width: number, paint: Paint): string[] {
  const lines: string[] = []
  if (counted.length === 0) lines.push('No rule counted.')
  else {
    const rows = counted.map((match) => [
      match.rule,
      match.stance,
      `+${match.weight.toFixed(2)}`,
      clip(match.actor ?? 'nobody', 24),
      `“${clip(match.text, 48)}”${match.modifiers.length > 0 ? ` (${match.modifiers.join(', ')})` : ''}`,
    ])
    const [head = '', ...body] = columns(
      [['rule that counted', 'for', 'weight', 'actor', 'words (modifiers)'], ...rows],
      new Set([2]),
    )
    lines.push(
      paint.bold(head),
      ...body.map((line, i) =>
        line.replace(/ (?:support|oppose|conditional|none) /, (word) => paint.stance(counted[i]!.stance, word)),
      ),
    )
  }
  if (dismissed.length > 0) {
    lines.push('', paint.bold('rules that matched but did not count'))
    for (const { rule, text, reason } of dismissed)
      lines.push(`${rule}  “${clip(text, 48)}”`, ...wrap(reason, width - 4).map((line) => `    ${line}`))
  }
  return lines
}
