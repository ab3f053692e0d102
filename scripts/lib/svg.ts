/** Text as it can stand in SVG, between tags and in attributes. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
