/** Puts U+FFFD in place of halves of surrogate pairs, which no file in UTF-8 can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g

/** Takes out what neither XML 1.0 nor HTML can hold: control characters other than tab and line breaks, and halves of surrogate pairs. */
export const cleanText = (text: string): string => text.replace(CONTROLS, '').replace(/\p{Surrogate}/gu, '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes a text for XML and HTML, in content and in quoted attributes alike. */
export const escapeText = (text: string): string => cleanText(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!)
