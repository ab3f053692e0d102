/** Columns of the terminal, or 120 where there is none; between 70 and 160. */
export const widthOf = (stream: { readonly columns?: number }): number => Math.max(70, Math.min(stream.columns ?? 120, 160))

/** Breaks a text into lines of at most `width` characters; a longer word has a line of its own. Control characters are left out. */
export function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of printable(text).split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** A text without what a terminal would obey: control characters, and marks that turn the direction of writing. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** A number from -1 to 1 with its sign: `+0.85`. */
export const signed = (score: number): string => `${score < 0 ? '-' : '+'}${Math.abs(score).toFixed(2)}`

/** Rows in columns as wide as their widest cell; columns in `right` stand at the right. */
export function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string[] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  return rows.map((row) =>
    row
      .map((cell, i) => (right.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  )
}

/** The beginning of a text on one line of at most `length` characters. */
export function clip(text: string, length: number): string {
  const line = printable(text).trimEnd()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
