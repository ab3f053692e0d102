/** The set of the words of a text, which stand between single spaces. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))
