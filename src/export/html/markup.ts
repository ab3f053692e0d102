import { escapeText } from '../characters'

/** HTML that is safe as it is: only `safe` and the constants of this folder make it. */
export class Markup {
  constructor(readonly source: string) {}
}

type Part = string | number | Markup | readonly Markup[] | undefined

const write = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Markup) return part.source
  return typeof part === 'object' ? part.map(({ source }) => source).join('') : escapeText(String(part))
}

/** Writes HTML: whatever is put in is escaped, unless it is markup itself. Put values of attributes in quotation marks. */
export const safe = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((string, i) => string + (i < parts.length ? write(parts[i]) : '')).join(''))

/** Nothing. */
export const NOTHING = new Markup('')

/** The markup if the condition holds, else nothing. */
export const when = (condition: boolean, make: () => Markup): Markup => (condition ? make() : NOTHING)
