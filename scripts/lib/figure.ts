import { escape } from './svg'

/** One set of texts in the figure: its name, what its texts were used for, and a value in [0, 1] for each system. */
export interface FigureSet {
  readonly name: string
  /** A few words below the name: `developed on`. */
  readonly note: string
  readonly values: readonly { readonly system: string; readonly value: number }[]
}

/** The words around a figure. */
export interface FigureTexts {
  readonly title: string
  readonly subtitle: string
}

const ROW = 28
const LABELS = 150
const COLUMN = 158
const BAR = 100
const TOP = 104
const MARGIN = 20

/**
 * Bars as SVG: a column for each set, a row for each system, the first one set off. It brings its own background, light or dark as the reader
 * likes, and all words are text; a screen reader gets every value.
 */
export function accuracyFigure({ title, subtitle }: FigureTexts, sets: readonly FigureSet[]): string {
  const systems = [...new Set(sets.flatMap(({ values }) => values.map(({ system }) => system)))]
  const width = Math.max(MARGIN + LABELS + sets.length * COLUMN, 640)
  const bottom = TOP + systems.length * ROW
  const height = bottom + MARGIN
  const labels = systems.map(
    (system, row) =>
      `<text${row === 0 ? ' class="own-text"' : ''} x="${MARGIN + LABELS - 14}" y="${TOP + row * ROW + 17}" text-anchor="end">${escape(system)}</text>`,
  )
  const columns = sets.map(({ name, note, values }, column) => {
    const x = MARGIN + LABELS + column * COLUMN
    const valueOf = new Map(values.map(({ system, value }) => [system, value]))
    const grid = [0, 0.5, 1].map((at) => `<path class="axis" d="M${x + at * BAR} ${TOP - 2}V${bottom}"/>`)
    const bars = systems.flatMap((system, row) => {
      const value = valueOf.get(system)
      if (value === undefined) return []
      const y = TOP + row * ROW
      const end = value * BAR
      return [
        `<rect class="${row === 0 ? 'own' : 'bar'}" x="${x}" y="${y + 3}" width="${end.toFixed(1)}" height="${ROW - 8}" rx="2"/>` +
          `<text class="${row === 0 ? 'own-text' : 'small'}" x="${(x + end + 6).toFixed(1)}" y="${y + 17}">${value.toFixed(2)}</text>`,
      ]
    })
    return [
      `<text class="own-text" x="${x}" y="${TOP - 30}">${escape(name)}</text>`,
      `<text class="small" x="${x}" y="${TOP - 13}">${escape(note)}</text>`,
      ...grid,
      ...bars,
    ].join('\n')
  })
  const spoken = sets
    .map(({ name, note, values }) => {
      const figures = values.map(({ system, value }) => `${system} ${value.toFixed(2)}`).join(', ')
      return `${name}${note === '' ? '' : ` (${note})`}: ${figures}`
    })
    .join('; ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escape(title)}</title>
<desc id="desc">${escape(`${subtitle} ${spoken}.`)}</desc>
<style>
text { font: 14px system-ui, sans-serif; fill: #1c2733; stroke: #fff; stroke-width: 4px; paint-order: stroke }
.heading { font-size: 17px; font-weight: 700 }
.small { font-size: 13px; fill: #445160 }
.own-text { font-weight: 700 }
.page { fill: #fff }
.axis { stroke: #d8dee5; fill: none }
.bar { fill: #9fb2c8 }
.own { fill: #1f6feb }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; stroke: #0d1117 }
.small { fill: #a9b4c0 }
.page { fill: #0d1117 }
.axis { stroke: #333c47 }
.bar { fill: #56667a }
.own { fill: #58a6ff }
}
</style>
<rect class="page" width="100%" height="100%"/>
<text class="heading" x="${MARGIN}" y="28">${escape(title)}</text>
<text class="small" x="${MARGIN}" y="48">${escape(subtitle)}</text>
${[...labels, ...columns].join('\n')}
</svg>
`
}
