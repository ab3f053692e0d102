import type { Markup } from './markup'
import { safe } from './markup'
import type { Numbered, Sheet } from './model'
import { word } from './stances'

interface Piece {
  readonly start: number
  readonly end: number
}

/** Paragraphs of a text: what stands between blank lines, or between all line breaks where there are no blank lines. */
export function paragraphsOf(text: string): readonly Piece[] {
  const gap = /\n[^\S\n]*\n/.test(text) ? /\s*\n[^\S\n]*\n\s*/g : /\s*\n\s*/g
  const pieces: Piece[] = []
  let start = 0
  for (const match of text.matchAll(gap)) {
    pieces.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  pieces.push({ start, end: text.length })
  return pieces.filter((piece) => text.slice(piece.start, piece.end).trim() !== '')
}

/** The article with every piece of evidence and every condition marked; each piece ends with a link to its card. */
export function article(sheet: Sheet): Markup {
  const { full } = sheet.entry
  const pieces = [...sheet.cards.flatMap(({ evidence }) => evidence), ...sheet.unattributed].sort((a, b) => a.number - b.number)
  const conditions = sheet.cards.flatMap(({ row }) => row.conditions)
  const paragraphs = paragraphsOf(full).map((piece, i) => {
    const inside = render(full, piece, pieces, conditions)
    return i === 0 && sheet.headline !== undefined
      ? safe`<p class="headline" dir="auto">${inside}</p>`
      : safe`<p dir="auto">${inside}</p>`
  })
  return safe`${paragraphs}`
}

const meets = (a: Piece, b: Piece): boolean => a.start < b.end && b.start < a.end

/** A paragraph, cut wherever something begins or ends, so that what overlaps is marked in parts. */
function render(text: string, paragraph: Piece, all: readonly Numbered[], demands: readonly Piece[]): readonly Markup[] {
  const pieces = all.filter(({ evidence }) => meets(evidence, paragraph))
  const conditions = demands.filter((condition) => meets(condition, paragraph))
  const within = (n: number): boolean => n >= paragraph.start && n <= paragraph.end
  const spans: readonly Piece[] = [...pieces.map(({ evidence }) => evidence), ...conditions]
  const cuts = new Set([paragraph.start, paragraph.end, ...spans.flatMap(({ start, end }) => [start, end]).filter(within)])
  const edges = [...cuts].sort((a, b) => a - b)
  const out: Markup[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const segment = { start: edges[i]!, end: edges[i + 1]! }
    const covering = pieces.filter(({ evidence }) => meets(evidence, segment))
    for (const { evidence, place } of covering)
      if (Math.max(evidence.start, paragraph.start) === segment.start && evidence.start >= paragraph.start)
        out.push(safe`<span class="place" id="${place}"></span>`)
    out.push(
      markSegment(
        text.slice(segment.start, segment.end),
        covering,
        conditions.some((c) => meets(c, segment)),
      ),
    )
    for (const piece of covering) if (Math.min(piece.evidence.end, paragraph.end) === segment.end) out.push(reference(piece))
  }
  return out
}

/** A stretch in the look of the shortest evidence around it. */
function markSegment(text: string, covering: readonly Numbered[], demanded: boolean): Markup {
  const inner = demanded ? safe`<span class="demand">${text}</span>` : safe`${text}`
  const [shortest] = [...covering].sort((a, b) => a.evidence.text.length - b.evidence.text.length)
  if (shortest === undefined) return inner
  const { stance, superseded } = shortest.evidence
  const ids = covering.map(({ id }) => id).join(' ')
  return safe`<mark class="s-${stance}${superseded ? ' old' : ''}" data-e="${ids}">${inner}</mark>`
}

const reference = ({ id, number, owner, evidence }: Numbered): Markup =>
  safe`<a
    class="ref s-${evidence.stance}"
    href="#${id}"
    data-e="${id}"
    aria-label="Evidence ${number}: ${owner}, ${word(evidence.stance)}"
    >${number}</a
  >`
