import fc from 'fast-check'
import { defaultActors, defaultRules } from '../../src/index'
import { inProject, readJsonLines } from '../../scripts/lib/documents'

const golden = ['dev', 'fresh-1', 'fresh-2'].flatMap((name) =>
  (readJsonLines(inProject(`test/golden/${name}.docs.jsonl`)) as { readonly text: string }[]).map(({ text }) => text),
)
const examples = defaultRules.flatMap(({ examples = [], counterExamples = [] }) => [
  ...examples.map((example) => example.replace(/[[\]]/g, '')),
  ...counterExamples,
])
const names = defaultActors.flatMap(({ name, aliases = [] }) => [
  name,
  ...aliases.map((a) => (typeof a === 'string' ? a : a.text)),
])

/** Words that programs trip over. */
export const HOSTILE_WORDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'undefined',
  'null',
  'NaN',
  'then',
  'length',
  '$&',
  '$1',
  '\\',
  '(?:',
  '[',
  '*{0,4}',
  '<target>',
]

/** Characters and marks that readers of text trip over. */
export const HOSTILE_MARKS = [
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u00a0',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u202c',
  '\u2066',
  '\u2069',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\ud800',
  '\udc00',
  '\udfff\ud800',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  '🇦🇫',
  '𝕄𝕠𝕤𝕔𝕠𝕨',
  'ﬁ',
  'İ',
  'ß',
  'ŉ',
  'روسيا',
  'Москва',
  '莫斯科',
  'क्षि',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  '\v',
  '\f',
  '\u0085',
]

const QUOTES = ['"', '“', '”', '‘', '’', "'", '«', '»', '„', '‟', '‹', '›', '``', "''", '「', '」', '＂']

const MARKUP = [
  '<p>',
  '</p>',
  '<br/>',
  '<a href="https://example.org/moscow-talks?a=1&b=2">',
  '</a>',
  '<script>alert("talks")</script>',
  '<!-- ',
  ' -->',
  '<![CDATA[',
  ']]>',
  '&nbsp;',
  '&#8220;',
  '&amp;amp;',
  '**',
  '## ',
  '- ',
  '> ',
  '[talks](https://example.org)',
  '| a | b |',
  '```',
  '{{talks}}',
  '\\begin{quote}',
  '{"text": "',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA',
]

const sentence = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...examples) },
  { weight: 3, arbitrary: fc.constantFrom(...golden.flatMap((text) => text.split(/\n+/))) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...names, ...HOSTILE_WORDS),
        fc.constantFrom(
          'said',
          'welcomed',
          'rejected',
          'will attend',
          'would not join',
          'told reporters that',
          'is',
          ':',
          'and',
          'if',
        ),
        fc.constantFrom('the Moscow talks', 'it', 'the meeting', 'the invitation', 'them', ...HOSTILE_WORDS),
        fc.constantFrom('', ', he said', ' unless the Taliban agree', ' only if', '?', ' on Sunday', '…'),
      )
      .map(([who, does, what, rest]) => `${who} ${does} ${what}${rest}.`),
  },
)

const noise = fc.oneof(
  fc.constantFrom(...HOSTILE_WORDS, ...HOSTILE_MARKS, ...QUOTES, ...MARKUP),
  fc
    .constantFrom(...QUOTES, '(', ')', '—', '-', ',', ';', ':', '.', '...', '?', '!')
    .chain((mark) => fc.integer({ min: 2, max: 60 }).map((n) => mark.repeat(n))),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('x'.repeat(200), 'Ab'.repeat(120), 'NATO '.repeat(30), 'the '.repeat(40), '1,000 '.repeat(20)),
)

/** One way to spoil a text: where, as a share of its length, and how. */
type Mangling = (text: string) => string

const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (text: string, share: number): number => Math.floor(text.length * share)

const mangling: fc.Arbitrary<Mangling> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(place, noise).map(
      ([p, n]) =>
        (t: string) =>
          t.slice(0, at(t, p)) + n + t.slice(at(t, p)),
    ),
  },
  // cuts anywhere, in the middle of a surrogate pair too
  {
    weight: 2,
    arbitrary: fc.tuple(place, place).map(
      ([p, q]) =>
        (t: string) =>
          t.slice(0, at(t, p)) + t.slice(at(t, q)),
    ),
  },
  fc.constant((t: string) => t.toUpperCase()),
  fc.constant((t: string) => t.toLowerCase()),
  fc.constant((t: string) => t.replace(/ /g, '')),
  fc.constant((t: string) => t.replace(/ /g, '\u00a0')),
  fc.constant((t: string) => t.replace(/[.,]/g, '')),
  fc.constant((t: string) => t.replace(/[“”"]/g, '')),
  fc.constant((t: string) => t.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
  fc.constant((t: string) => t.replace(/\b(\w)/g, '“$1')),
  fc.constant((t: string) => t.replace(/\n+/g, ' ')),
  fc.constant((t: string) => t.replace(/ /g, '\n')),
  fc.constant((t: string) => [...t].reverse().join('')),
  fc.constant((t: string) => `<html><body><p>${t.replace(/\n+/g, '</p><p>')}</p></body></html>`),
  fc.constant((t: string) => `${t} ${t}`),
  fc.constant((t: string) => t.normalize('NFD')),
)

/** News-like texts, from whole to spoiled beyond reading. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: sentence }, { weight: 1, arbitrary: noise }), { maxLength: 6 }),
    fc.constantFrom(' ', '\n\n', '\n', ''),
    fc.array(mangling, { maxLength: 4 }),
  )
  .map(([parts, glue, manglings]) => manglings.reduce((text, mangle) => mangle(text), parts.join(glue)))
