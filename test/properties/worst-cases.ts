/** A shape of text that might cost more than its length. */
export interface WorstCase {
  readonly name: string
  /** A text of about `length` UTF-16 units, of the same shape at every length. */
  readonly make: (length: number) => string
}

const filled = (unit: string) => (length: number) => unit.repeat(Math.max(1, Math.floor(length / unit.length)))
/** The same with the talks named first, so that nothing is skipped. */
const after = (start: string, unit: string) => (length: number) => start + filled(unit)(length)
const nested = (open: string, word: string, close: string) => (length: number) => {
  const depth = Math.max(1, Math.floor(length / (open.length + word.length + close.length)))
  return `The Moscow talks. ${(open + word).repeat(depth)}${close.repeat(depth)}`
}
const numbered =
  (unit: (i: number) => string, start = '', end = '') =>
  (length: number): string => {
    const parts: string[] = [start]
    for (let i = 0, size = 0; size < length; i++) {
      const part = unit(i)
      parts.push(part)
      size += part.length
    }
    return parts.join('') + end
  }

/** A name that no list has: two capitalised words that count in letters. */
const coined = (i: number): string => {
  const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26))
  return `Wa${letters(i)}k Zu${letters(i * 7)}n`
}

/** From the list, and from what the stages do: each aims at one of them. */
export const WORST_CASES: readonly WorstCase[] = [
  { name: 'no space', make: filled('ABCDEFGHIJKLMNOP') },
  { name: 'no space, after the talks were named', make: after('Kabul will attend the Moscow talks. ', 'ABCDEFGHIJKLMNOP') },
  { name: 'spaces', make: filled(' ') },
  { name: 'line breaks', make: filled('\n') },
  { name: 'NUL', make: filled('\u0000') },
  { name: 'lone surrogates', make: filled('\ud800') },
  { name: 'right-to-left marks between words', make: filled('Kabul \u200fwelcomed\u202e the Moscow talks\u202c. ') },
  { name: 'combining marks', make: after('Moscow talks e', '\u0301') },
  { name: 'straight quotation marks', make: filled('"') },
  { name: 'opening quotation marks', make: filled('“') },
  { name: 'quotation marks with a word', make: filled('“a” ') },
  { name: 'unclosed quotations', make: filled('“We will attend the Moscow talks. ') },
  { name: 'unclosed quotations, one a paragraph', make: filled('“We will attend the Moscow talks.\n\n') },
  { name: 'nested quotations', make: nested('“', 'we said ', '”') },
  { name: 'nested quotations of two kinds', make: nested('“we ‘', 'said ', '’”') },
  { name: 'apostrophes', make: filled("s' 'a ") },
  {
    name: 'one sentence',
    make: after('The Taliban will attend the Moscow talks', ' and the envoy of the state will go with them'),
  },
  { name: 'one sentence of commas', make: after('Kabul welcomed the Moscow talks', ', the envoy') },
  { name: 'one sentence of conditions', make: after('Kabul will attend the Moscow talks', ' if the Taliban attend') },
  { name: 'one sentence of reports', make: after('', 'Kabul said that Iran believed that Russia denied that ') },
  { name: 'one sentence of negations', make: after('Kabul will', ' not refuse to decline to') },
  { name: 'one sentence of relative clauses', make: after('Kabul', ', which Iran, who attended the talks, said') },
  { name: 'one sentence of nouns', make: after('The Moscow', ' talks meeting invitation delegation') },
  { name: 'one sentence of adjectives', make: after('The Moscow talks were', ' very good and') },
  {
    name: 'one sentence of prepositions',
    make: after('Kabul will attend the talks', ' in Moscow on Afghanistan with Iran for peace'),
  },
  { name: 'one sentence of capitalised words', make: after('The Moscow talks', ' Wardak Assembly') },
  { name: 'a list of states', make: after('The Moscow talks will be attended by', ' Iran, India, Pakistan, China,') },
  { name: 'states joined by "and"', make: after('Iran', ' and India and Pakistan and China') },
  { name: 'unlisted names joined by "and"', make: numbered((i) => `${coined(i)} and `, 'The Moscow talks will be attended by ') },
  ...['and', 'that', 'if', 'not', 'said', 'of', ','].map((word) => ({
    name: `"${word}" again and again`,
    make: after('Kabul will attend the Moscow talks', ` ${word}`),
  })),
  { name: 'full stops', make: filled('. ') },
  { name: 'one-word sentences', make: filled('Talks. ') },
  { name: 'one sentence again and again', make: filled('Kabul will not attend the Moscow talks unless Iran goes. ') },
  { name: 'one paragraph again and again', make: filled('Kabul will not attend the Moscow talks unless Iran goes.\n\n') },
  { name: 'pronouns', make: after('Kabul welcomed the Moscow talks. ', 'It said they would attend it. ') },
  { name: 'said, and said', make: filled('“We welcome the Moscow talks,” he said. ') },
  { name: 'questions and answers', make: filled('Q: Will Kabul attend the Moscow talks?\nA: It will.\n') },
  { name: 'many unlisted actors', make: numbered((i) => `${coined(i)} welcomed the Moscow talks. `) },
  {
    name: 'many unlisted actors who speak',
    make: numbered((i) => `“We will attend the Moscow talks,” said ${coined(i)}, a leader.\n\n`),
  },
  { name: 'many unlisted actors, and pronouns', make: numbered((i) => `${coined(i)} spoke. He rejected the Moscow talks. `) },
  {
    name: 'many unlisted actors with terms',
    make: numbered((i) => `${coined(i)} would think about the Moscow talks if only they were fair. `),
  },
  { name: 'many bodies', make: numbered((i) => `The ${coined(i)} Council said that it would boycott the Moscow talks. `) },
  { name: 'many abbreviations', make: numbered((i) => `The ${coined(i)} Party (W${i}P) hailed the Moscow talks. `) },
  { name: 'headlines', make: filled('Kabul Rejects Moscow Talks\n\n') },
  { name: 'shouted', make: filled('KABUL WILL NOT ATTEND THE MOSCOW TALKS. ') },
  { name: 'hyphens', make: after('Moscow talks ', 'a-') },
  { name: 'dashes', make: filled('talks — ') },
  { name: 'brackets', make: nested('(', 'talks ', ')') },
  { name: 'brackets that never close', make: after('The Moscow talks ', '(') },
  { name: 'digits', make: filled('1,000 ') },
  { name: 'dates', make: filled('on September 4, 2018, in Moscow, ') },
  { name: 'addresses', make: filled('https://example.org/moscow-talks?a=1&b=2 ') },
  { name: 'HTML', make: filled('<p class="talks">Kabul welcomed the <b>Moscow talks</b>.</p>\n') },
  { name: 'markup', make: filled('## Moscow talks\n\n- **Kabul** [welcomed](https://example.org) them\n\n') },
  { name: 'markup without full stops', make: filled('<li>Kabul welcomed the <b>Moscow talks</b></li> ') },
  { name: 'JSON', make: filled('{"text": "Kabul \\"welcomed\\" the Moscow talks"}, ') },
  { name: 'words of the language', make: filled('__proto__ constructor welcomed the Moscow talks. ') },
  { name: 'many talks', make: numbered((i) => `The ${coined(i).split(' ')[0]!} talks failed. Iran left the Moscow talks. `) },
  { name: 'emoji', make: filled('👩‍👩‍👧‍👦🇦🇫 ') },
  { name: 'right-to-left script', make: filled('محادثات موسكو ') },
  { name: 'script without spaces', make: filled('莫斯科会谈') },
]
