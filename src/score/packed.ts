/** What stands between packed names; no packed name holds it. */
const SEPARATOR = '|'
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Whether a name can be packed. */
export const isPackable = (name: string): boolean => !name.includes(SEPARATOR)

/**
 * Writes sorted names as one text: of each only what differs from the name before, after a digit (`A` for 0 to `/` for 63) that says how many characters
 * the two share.
 */
export function packNames(names: readonly string[]): string {
  let before = ''
  return names
    .map((name) => {
      let shared = 0
      while (shared < DIGITS.length - 1 && shared < name.length && name[shared] === before[shared]) shared++
      before = name
      return DIGITS[shared]! + name.slice(shared)
    })
    .join(SEPARATOR)
}

/** The names in a packed text; undefined where it is none. */
export function unpackNames(packed: string): string[] | undefined {
  if (packed === '') return []
  const out: string[] = []
  let before = ''
  for (const part of packed.split(SEPARATOR)) {
    const shared = part === '' ? -1 : DIGITS.indexOf(part[0]!)
    if (shared < 0 || shared > before.length) return undefined
    before = before.slice(0, shared) + part.slice(1)
    out.push(before)
  }
  return out
}

/** The characters of numbers, from the least to the greatest; none of them needs an escape in JSON or in code. */
const NUMBERS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i))
  .filter((character) => !"'\\`".includes(character))
  .join('')
/** The greatest number of one character. */
const MOST = (NUMBERS.length - 1) / 2
const numberOf: ReadonlyMap<string, number> = new Map([...NUMBERS].map((character, at) => [character, at - MOST]))

/**
 * Writes the weights of a table as one text that compresses well, row for row in `weights`: the columns one after the other, in place of the last the
 * sums of the rows, as these are 0 but for rounding. A weight is one character; those of the least and the greatest number say that more is to be added.
 *
 * @param weights whole numbers from -127 to 127
 */
export function packWeights(weights: readonly number[], columns: number): string {
  const rows = weights.length / columns
  let out = ''
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) {
      const own = weights.slice(row * columns, (row + 1) * columns)
      out += packNumber(column < columns - 1 ? own[column]! : own.reduce((sum, weight) => sum + weight, 0))
    }
  return out
}

function packNumber(number: number): string {
  const sign = Math.sign(number)
  const edges = Math.floor(Math.abs(number) / MOST)
  return NUMBERS[MOST + sign * MOST]!.repeat(edges) + NUMBERS[MOST + number - sign * edges * MOST]!
}

/** The weights of a packed table of some columns, row by row; undefined where it is none. */
export function unpackWeights(packed: string, columns: number): Int8Array | undefined {
  const numbers: number[] = []
  let number = 0
  let open = false
  for (const character of packed) {
    const more = numberOf.get(character)
    if (more === undefined) return undefined
    number += more
    open = Math.abs(more) === MOST
    if (open) continue
    numbers.push(number)
    number = 0
  }
  if (open || numbers.length % columns !== 0) return undefined
  const rows = numbers.length / columns
  const out = new Int8Array(numbers.length)
  for (let row = 0; row < rows; row++) {
    let last = numbers[(columns - 1) * rows + row]!
    for (let column = 0; column < columns; column++) {
      const weight = column < columns - 1 ? numbers[column * rows + row]! : last
      if (Math.abs(weight) > 127) return undefined
      out[row * columns + column] = weight
      last -= weight
    }
  }
  return out
}
