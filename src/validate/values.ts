/** A field of a value by its path: `rules[2].weight`. */
export const join = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`)

/** An object that is no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value in a few words. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === '') return 'an empty text'
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}

/** At most two letters apart, and no more than a third of the word. */
export function isNear(known: string, written: string): boolean {
  if (known.toLowerCase() === written.toLowerCase()) return true
  const most = Math.min(2, Math.floor(known.length / 3))
  if (Math.abs(known.length - written.length) > most) return false
  let row = Array.from({ length: written.length + 1 }, (_, k) => k)
  for (let i = 1; i <= known.length; i += 1) {
    const next = [i]
    for (let k = 1; k <= written.length; k += 1)
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (known[i - 1] === written[k - 1] ? 0 : 1)))
    row = next
  }
  return row[written.length]! <= most
}
