const TRAILING = /(?:\.\.+|[,.;:!?)\]"…%])$/
const LEADING = /^[("[$£€]/
const CONTRACTION = /^(.+)('ll|'re|'ve|'d|'m|'s)$/
const OPENED = new Map([
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'d", 'would'],
  ["'m", 'am'],
  ["'s", "'s"],
])
const NEGATED = new Map([
  ["won't", 'will'],
  ["can't", 'can'],
  ["shan't", 'shall'],
  ["ain't", 'is'],
])
const ABBREVIATION = /^(mr|mrs|ms|dr|gen|sen|rep|gov|lt|col|st|jan|feb|aug|sept|oct|nov|dec)\.$|\.[^.]+\.$/

/**
 * The norms of a phrase's tokens, as `Document.norms` has them: lower case, contractions opened ("won't" is `will`, `not`), possessive
 * `'s` (also for a bare apostrophe) and marks apart. Pure, so that patterns can be read without the tokenizer.
 */
export function phraseNorms(phrase: string): string[] {
  const norms: string[] = []
  for (const chunk of phrase
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .split(/\s+|(?<=.)(?=\/)|(?<=\/)(?=.)/))
    if (chunk !== '') pushChunk(chunk, norms)
  return norms
}

function pushChunk(chunk: string, norms: string[]): void {
  let rest = chunk
  while (rest.length > 1 && LEADING.test(rest)) {
    norms.push(rest.charAt(0))
    rest = rest.slice(1)
  }
  const after: string[] = []
  while (rest.length > 1 && TRAILING.test(rest) && !ABBREVIATION.test(rest)) {
    const mark = TRAILING.exec(rest)?.[0] ?? ''
    if (mark === rest) break
    after.unshift(mark)
    rest = rest.slice(0, -mark.length)
  }
  pushWord(rest, norms)
  norms.push(...after)
}

function pushWord(word: string, norms: string[]): void {
  const contraction = CONTRACTION.exec(word)
  if (word === 'cannot') norms.push('can', 'not')
  else if (word === "n't") norms.push('not')
  else if (word.length > 3 && word.endsWith("n't")) norms.push(NEGATED.get(word) ?? word.slice(0, -3), 'not')
  else if (contraction !== null) norms.push(contraction[1] ?? '', OPENED.get(contraction[2] ?? '') ?? '')
  else if (word.length > 2 && word.endsWith("s'")) norms.push(word.slice(0, -1), "'s")
  else norms.push(word)
}
