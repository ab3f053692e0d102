import type { Document } from './document'

/** Words that can be a headline's predicate without "is": "Kabul ready to talk", "UAE fully behind talks", "Islamabad on board". */
const PREDICATES = new Set(
  (
    'back behind aboard ready keen eager glad happy pleased delighted thrilled willing unwilling reluctant open upbeat gung-ho hopeful optimistic confident against absent ' +
    'wary cool lukewarm cold sceptical skeptical doubtful undecided unsure loath due bound certain likely unlikely optimistic pessimistic unhappy angry furious present adamant yes'
  ).split(' '),
)
/** Two words that are one predicate; the first is the head. */
const PAIRS = new Set([
  'on board',
  'in favour',
  'in favor',
  'all for',
  'set for',
  'all set',
  'up for',
  'out of',
  'in good',
  'in for',
  'at odds',
])
const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'SYM'])
const BETWEEN = new Set(['ADV', 'PUNCT'])
/** What may begin a clause with a verb of its own behind the predicate. */
const SUBORDINATE = new Set([
  'as',
  'after',
  'while',
  'when',
  'if',
  'unless',
  'but',
  'that',
  'because',
  'until',
  'before',
  'once',
  ',',
  ';',
])
/** What may stand between "no talks" and the price of talks. */
const BARS = new Set(['before', 'until', 'till', 'without', 'unless'])
/** Headlines are no longer than this, in tokens. */
const LONGEST = 24

/**
 * Finds the predicate of a line that has no verb where its main verb would stand.
 * @param tokens Ascending token indexes of one unit.
 * @returns Position in `tokens`, or -1: where the line ends like a sentence, is long, or has a verb before.
 */
export function verblessPredicate(document: Document, tokens: Int32Array): number {
  const { norms, pos } = document
  const n = tokens.length
  if (n > LONGEST || n < 3) return -1
  const norm = (k: number): string => (k < n ? norms[tokens[k]!]! : '')
  const price = noWithoutNo()
  if (price >= 0 || /^[.?!]$/.test(norms[tokens[n - 1]!]!)) return price
  let subject = 0
  for (let k = 0; k < n - 1; k++) {
    const tag = pos[tokens[k]!]!
    const word = norm(k)
    if (word === ':') {
      subject = 1
      continue
    }
    if (subject > 0 && (PREDICATES.has(word) || PAIRS.has(`${word} ${norm(k + 1)}`))) return hasOwnVerb(k + 1) ? -1 : k
    if (word === "'s" || NOMINAL.has(tag) || (subject > 0 && word === 'of')) subject++
    else if (subject === 0 || !BETWEEN.has(tag) || word === ',') return -1
  }
  return -1

  /** "No prisoners*, no* talks", "Rebels*: no* talks before truce", "*No* talks without us": where a line says what there will not be. */
  function noWithoutNo(): number {
    for (let k = 1; k < n - 1; k++) {
      if (norm(0) === 'no' && BARS.has(norm(k)) && !hasOwnVerb(1)) return 0
      if (norm(k) === 'no' && (norm(k - 1) === ':' || (norm(k - 1) === ',' && norm(0) === 'no')) && !hasOwnVerb(k + 1)) return k
      const tag = pos[tokens[k]!]!
      if (tag === 'VERB' || tag === 'AUX') return -1
    }
    return -1
  }

  /** Does a finite verb follow that no conjunction sets apart, so that the line has its predicate there? */
  function hasOwnVerb(from: number): boolean {
    for (let k = from; k < n; k++) {
      if (SUBORDINATE.has(norm(k))) return false
      const tag = pos[tokens[k]!]
      if ((tag === 'VERB' || tag === 'AUX') && norm(k - 1) !== 'to' && !norm(k).endsWith('ing')) return true
    }
    return false
  }
}
