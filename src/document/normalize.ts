const SINGLE = '‘’‚‛ʼʹ′＇`´'
const DOUBLE = '“”„‟«»″〝〞〟＂'
const HYPHEN = '\u2010\u2011\u2212\u00ad'
const NEWLINE = '\u0085\u2028\u2029\u000b\u000c'
const INVISIBLE = /[\p{Zs}\p{Cc}\p{Cf}]/u

const PLAIN = new Map<string, string>([
  ...[...SINGLE, '‹', '›'].map((mark) => [mark, "'"] as const),
  ...[...DOUBLE].map((mark) => [mark, '"'] as const),
  ...[...HYPHEN].map((mark) => [mark, '-'] as const),
  ...[...NEWLINE].map((mark) => [mark, '\n'] as const),
  ['\u2012', '–'],
  ['\u2015', '—'],
])

function plain(unit: string): string {
  if (unit.length === 2) return unit
  const known = PLAIN.get(unit)
  if (known !== undefined) return known
  const code = unit.charCodeAt(0)
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return INVISIBLE.test(unit) ? ' ' : unit
}

/**
 * Copies a text with plain quotation marks, hyphens, spaces and line ends, for wink and for patterns.
 *
 * The copy has the same length in UTF-16 code units, so offsets hold in both.
 */
export function normalizeText(text: string): string {
  return text
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[^\x20-\x5f\x61-\x7e\n]/g, plain)
}
