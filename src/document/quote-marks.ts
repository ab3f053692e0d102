/** Whether a word is a quotation mark. */
export const isQuoteMark = (word: string): boolean => /^["'“”„‘’‚‹›«»`]+$|^''$/.test(word)
