const UPPER = /^\p{Lu}/u

/** Whether a word starts with a capital letter of any script. */
export function startsUpper(word: string | undefined): boolean {
  if (word === undefined) return false
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : UPPER.test(word)
}
