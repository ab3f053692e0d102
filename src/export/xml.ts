import { escapeText } from './characters'

/** Attributes of an XML element; those that are undefined are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>

/** Escapes a text for XML; tabs and line breaks as references, since attributes would lose them. */
export const escapeXml = (text: string): string => escapeText(text).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)

/** Writes an element with its children, or with a text that is already escaped. */
export function element(name: string, attributes: Attributes, children: readonly string[] | string = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  )
  if (typeof children === 'string') return `<${name}${written.join('')}>${children}</${name}>`
  if (children.length === 0) return `<${name}${written.join('')}/>`
  const inner = children.map((child) => child.replace(/^/gm, '  ')).join('\n')
  return `<${name}${written.join('')}>\n${inner}\n</${name}>`
}

/** A whole document. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
