// in Node 20, browsers and workers alike
declare function atob(base64: string): string
declare function btoa(bytes: string): string

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

/** Whole numbers from -127 to 127 in Base64, a byte each. */
export const packBytes = (values: readonly number[]): string =>
  btoa(values.map((value) => String.fromCharCode(value & 0xff)).join(''))

/** The numbers of a Base64 text, a signed byte each; undefined where it is none. */
export function unpackBytes(packed: string): Int8Array | undefined {
  try {
    return Int8Array.from(atob(packed), (character) => (character.charCodeAt(0) << 24) >> 24)
  } catch {
    return undefined
  }
}
