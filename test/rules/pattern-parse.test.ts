import { describe, expect, it } from 'vitest'
import { DemarcheError } from '../../src/errors'
import { compilePattern } from '../../src/rules/pattern/compile'
import { parsePattern } from '../../src/rules/pattern/parse'
import type { Element } from '../../src/rules/pattern/pattern'
import { phraseNorms } from '../../src/rules/pattern/words'

const word = (
  text: string,
  tags: Element extends infer E ? (E extends { type: 'word'; tags: infer T } ? T : never) : never = [],
  head = false,
): Element => ({
  type: 'word',
  word: text,
  tags,
  head,
})

function faultOf(run: () => unknown): DemarcheError {
  try {
    run()
  } catch (error) {
    if (error instanceof DemarcheError) return error
    throw error
  }
  throw new Error('expected a DemarcheError, got none')
}

describe('parsePattern reads', () => {
  const cases: [string, Element[]][] = [
    ['attend', [word('attend')]],
    ['afghan-led', [word('afghan-led')]],
    ["'s", [word("'s")]],
    ['turn<VERB> down', [word('turn', ['VERB']), word('down')]],
    ['<VERB|AUX>', [{ type: 'tag', tags: ['VERB', 'AUX'], head: false }]],
    ['"won\'t attend,"', [{ type: 'exact', words: ['will', 'not', 'attend', ','], head: false }]],
    ['*', [{ type: 'gap', min: 1, max: 1 }]],
    ['*{0,4}', [{ type: 'gap', min: 0, max: 4 }]],
    ['the?', [{ type: 'optional', element: word('the') }]],
    ['<DET>?', [{ type: 'optional', element: { type: 'tag', tags: ['DET'], head: false } }]],
    [
      '(a|b c)?',
      [{ type: 'optional', element: { type: 'alternation', branches: [[word('a')], [word('b'), word('c')]], head: false } }],
    ],
    [
      '( a | (b|c) d )',
      [
        {
          type: 'alternation',
          branches: [[word('a')], [{ type: 'alternation', branches: [[word('b')], [word('c')]], head: false }, word('d')]],
          head: false,
        },
      ],
    ],
    ['@attend<VERB>', [{ type: 'class', name: 'attend', tags: ['VERB'], head: false, column: 1 }]],
    ['^reject<VERB> <target>', [word('reject', ['VERB'], true), { type: 'slot', slot: 'target' }]],
    [
      '{start} <actor> <other> {end}',
      [
        { type: 'anchor', anchor: 'start' },
        { type: 'slot', slot: 'actor' },
        { type: 'slot', slot: 'other' },
        { type: 'anchor', anchor: 'end' },
      ],
    ],
  ]
  it.each(cases)('%s', (source, elements) => {
    expect(parsePattern(source)).toEqual({ source, elements })
  })
})

describe('parsePattern says what is wrong, where, and how to mend it', () => {
  it.each([
    ['', 1, 'an element', 'the end of the pattern'],
    ['   ', 4, 'an element', 'the end of the pattern'],
    ['a ( b', 6, 'a ")"', 'closing the group'],
    ['a ) b', 3, 'an element', 'removing it'],
    ['a|b', 2, 'alternatives inside parentheses', '(a|b)'],
    ['(a|)', 4, 'an element', '(a|b)?'],
    ['"open', 1, 'a closing quotation mark', 'closing the quoted text'],
    ['say ""', 5, 'words between the quotation marks', 'removing the marks'],
    ['<VREB>', 2, 'a part of speech', 'taking one of ADJ'],
    ['go<verb>', 4, 'a part of speech', 'writing VERB'],
    ['<Target>', 2, 'a part of speech', '<target>'],
    ['<target|other>', 1, 'one slot by itself', '(<target>|<other>)'],
    ['<VERB', 1, 'a ">"', 'closing it'],
    ['*{0,13}', 2, 'at most 12 tokens', '*{0,12}'],
    ['*{3,1}', 2, 'a range that goes up', '*{0,4}'],
    ['*{0,0}', 2, 'a range that goes up', '*{0,4}'],
    ['*{2}', 2, 'two numbers', 'the fewest and the most'],
    ['*?', 2, 'a wildcard', '*{0,n}'],
    ['a ?', 3, 'an element before "?"', 'right after'],
    ['a??', 3, 'one "?"', 'removing it'],
    ['reject the Talks', 12, 'lower case', '"talks"'],
    ['"the Talks"', 6, 'lower case', '"the talks"'],
    ["won't", 1, 'a word that is one token', 'quoting it'],
    ["taliban's", 1, 'a word that is one token', '"taliban\'s"'],
    ["n't", 1, 'a word that is one token', 'quoting it'],
    ['and/or', 4, 'a space after the word', 'quoting it'],
    ['cannot', 1, 'a word that is one token', 'quoting it'],
    ['talks , then', 7, 'a word', 'quoting it: ","'],
    ['talks, then', 6, 'a space after the word', 'quoting it: ","'],
    ['“talks”', 1, 'a word', 'straight quotation marks'],
    ['(a|b)(c|d)', 6, 'a space', 'writing a space'],
    ['turn<VERB>down', 11, 'a space after the word', 'writing a space'],
    ['^<target>', 1, 'after "^"', 'marking the verb itself'],
    ['^a ^b', 4, 'one head', 'removing one'],
    ['^^a', 2, 'one "^"', 'removing it'],
    ['@', 2, 'the name of a word class', '@attend'],
    ['@Attend', 2, 'the name of a word class', '@attend'],
    ['{begin}', 1, '{start} or {end}', 'one of the two'],
    ['a {start}', 3, 'nothing before {start}', 'to the front'],
    ['{end} a', 1, 'nothing after {end}', 'to the end'],
    ['{end}?', 1, 'an anchor that holds', 'removing it'],
    ['a\nb', 2, 'a pattern on one line', 'a space'],
  ])('%j in column %i', (source, column, expected, mend) => {
    const error = faultOf(() => parsePattern(source))
    expect(error.code).toBe('pattern-syntax')
    expect(error.message).toMatch(/^expected [^]+, got [^]+; mend it by [^]+ \(column \d+ of `[^]*`\)$/)
    expect(error.message).toContain(expected)
    expect(error.message).toContain(mend)
    expect(error.column).toBe(column)
  })

  it.each([
    ['a pattern of 2001 characters', 'a'.repeat(2001)],
    ['17 nested groups', '('.repeat(17) + 'a' + ')'.repeat(17)],
    ['a hundred thousand parentheses', '('.repeat(100_000)],
  ])('limits: %s', (_, source) => {
    expect(faultOf(() => parsePattern(source)).code).toBe('pattern-limit')
  })
})

describe('compilePattern says what is wrong', () => {
  const classes = new Map([
    ['attend', ['attend<VERB>', 'take<VERB> part']],
    ['loop', ['x', '@pool']],
    ['pool', ['@loop']],
    ['bad', ['a', '(b']],
    ['none', []],
    ...Array.from({ length: 20 }, (_, n): [string, string[]] => [`laugh${n}`, [`@laugh${n + 1} @laugh${n + 1}`]]),
    ['laugh20', ['ha']],
  ])
  it.each([
    ['@atend', 'pattern-class', 'taking one of attend, bad'],
    ['a @constructor', 'pattern-class', '(column 3 of `a @constructor`)'],
    ['@loop', 'pattern-class', '@loop with @pool with @loop'],
    ['@bad', 'pattern-syntax', '(class bad, column 3 of `(b`)'],
    ['@none', 'pattern-class', '(class none)'],
    ['@laugh0', 'pattern-limit', 'at most 5000 steps'],
    ['a? *{0,3}', 'pattern-empty', 'takes one token at least'],
    ['{start} (a?|b)', 'pattern-empty', 'takes one token at least'],
    [Array.from({ length: 60 }, () => '*{0,12}').join(' ') + ' a', 'pattern-limit', 'at most 600 tokens'],
  ])('%s', (source, code, message) => {
    const error = faultOf(() => compilePattern(parsePattern(source), { classes }))
    expect(error.code).toBe(code)
    expect(error.message).toContain(message)
  })

  it('takes hostile class names from a plain record', () => {
    const record = JSON.parse('{"constructor": ["a"], "__proto__": ["b"]}') as Record<string, string[]>
    expect(compilePattern(parsePattern('@constructor'), { classes: record }).firsts).toEqual(['a'])
    expect(faultOf(() => compilePattern(parsePattern('@hasown'), { classes: record })).code).toBe('pattern-class')
  })
})

describe('phraseNorms', () => {
  it.each([
    ["won't", ['will', 'not']],
    ['can’t', ['can', 'not']],
    ['cannot', ['can', 'not']],
    ["they're", ['they', 'are']],
    ["the Taliban's envoys", ['the', 'taliban', "'s", 'envoys']],
    ["Afghans' talks", ['afghans', "'s", 'talks']],
    ['U.S. talks, again.', ['u.s.', 'talks', ',', 'again', '.']],
    ['constructor', ['constructor']],
    ['and/or $5 10% talks...', ['and', '/', 'or', '$', '5', '10', '%', 'talks', '...']],
    ['. ... %', ['.', '...', '%']],
  ])('%s', (phrase, norms) => {
    expect(phraseNorms(phrase)).toEqual(norms)
  })
})
