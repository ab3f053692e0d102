import { escape } from '../lib/svg'

/** One bar: its label, its value and what to write at its end. */
export interface Bar {
  readonly label: string
  readonly value: number
  readonly text: string
  readonly own: boolean
}

const ROW = 30
const LEFT = 150
const WIDTH = 760
const TOP = 52

/** A bar chart as SVG: a logarithmic axis, with a line and a label at each power of ten. Readable on light and dark pages. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const low = Math.floor(Math.log10(Math.min(...bars.map(({ value }) => value))) - 0.001)
  const high = Math.ceil(Math.log10(Math.max(...bars.map(({ value }) => value))) + 0.001)
  const room = WIDTH - LEFT - 130
  const x = (value: number): number => LEFT + (room * (Math.log10(value) - low)) / (high - low)
  const height = TOP + bars.length * ROW + 34
  const bottom = TOP + bars.length * ROW
  const lines = Array.from({ length: high - low + 1 }, (_, i) => {
    const at = x(10 ** (low + i)).toFixed(1)
    const label = (10 ** (low + i)).toLocaleString('en')
    return `<path class="axis" d="M${at} ${TOP - 6}V${bottom}"/><text class="small" x="${at}" y="${bottom + 18}" text-anchor="middle">${label}</text>`
  })
  const rows = bars.map(({ label, value, text, own }, i) => {
    const y = TOP + i * ROW
    const end = x(value).toFixed(1)
    return (
      `<text x="${LEFT - 10}" y="${y + 16}" text-anchor="end"${own ? ' class="bold"' : ''}>${escape(label)}</text>` +
      `<rect class="${own ? 'own' : 'bar'}" x="${LEFT}" y="${y + 2}" width="${(Number(end) - LEFT).toFixed(1)}" height="${ROW - 10}" rx="3"/>` +
      `<text class="small" x="${Number(end) + 8}" y="${y + 16}">${escape(text)}</text>`
    )
  })
  const spoken = bars.map(({ label, text }) => `${label}: ${text}`).join('; ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escape(title)}</title>
<desc id="desc">${escape(`${unit}. ${spoken}`)}</desc>
<style>
svg { background: #fff }
text { font: 14px system-ui, sans-serif; fill: #1c2733 }
.small { font-size: 12px; fill: #445160 }
.bold { font-weight: 700 }
.axis { stroke: #d8dee5; fill: none }
.bar { fill: #9fb2c8 }
.own { fill: #1f6feb }
</style>
<rect width="100%" height="100%" fill="#fff"/>
<text class="bold" x="10" y="24">${escape(title)}</text>
<text class="small" x="10" y="41">${escape(unit)}</text>
${[...lines, ...rows].join('\n')}
</svg>
`
}
