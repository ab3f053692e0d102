import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Range } from '../../src/document/document'
import { datelineEnd, readDocument } from '../../src/document/read'
import { phraseWords } from '../../src/document/phrases'

const piece = fc.oneof(
  fc.constantFrom(
    'The',
    'Taliban',
    'said',
    'won’t',
    "can't",
    'cannot',
    'U.S.',
    'Mr.',
    'Afghan-led',
    'talks',
    'no.',
    'KABUL',
    ' - ',
    ': ',
    '. ',
    ', ',
    '? ',
    '!',
    '…',
    '...',
    '—',
    '–',
    '-',
    '--',
    "'",
    '"',
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    '‹',
    '›',
    '„',
    '``',
    "''",
    '`',
    '5\'10"',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    '\u00a0',
    '\u3000',
    '\u2009',
    '\u200b',
    '\ufeff',
    '\t',
    ' ',
    '  ',
    '👍',
    '👩‍👩‍👧',
    '🇦🇫',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u0007',
    '\u00ad',
    'é',
    'e\u0301',
    'ﬁ',
    'İ',
    'ß',
    'ＡＢ',
    '(',
    ')',
    '[',
    'a@b.org',
    'https://x.org/a',
    '1,000',
    '$5.5',
    '16:40',
    'By ',
    'Tags: ',
    'Related',
    '__proto__',
    'constructor',
    'x'.repeat(300),
    '-'.repeat(200),
    '😀'.repeat(80),
    '"'.repeat(140),
    'a/'.repeat(90),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const text = fc.array(piece, { maxLength: 40 }).chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)))

function expectPartition(ranges: readonly Range[], length: number): void {
  let at = 0
  for (const { from, to } of ranges) {
    expect(from).toBe(at)
    expect(to).toBeGreaterThan(from)
    at = to
  }
  expect(at).toBe(length)
}

function expectSound(document: Document): void {
  let before = 0
  for (let i = 0; i < document.length; i += 1) {
    const start = document.start[i]!
    const end = document.end[i]!
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeGreaterThan(start)
    expect(document.text.slice(start, end)).toBe(document.words[i])
    expect(document.norms[i]).toBeTruthy()
    expect(document.lemmas[i]).toBeTruthy()
    expect(document.pos[i]).toBeTruthy()
    before = end
  }
  expectPartition(document.sentences, document.length)
  expectPartition(document.paragraphs, document.length)
  document.sentences.forEach(({ from, to }, i) => {
    expect(document.sentenceOf[from]).toBe(i)
    expect(document.paragraphOf[from]).toBe(document.paragraphOf[to - 1])
  })
  document.quotations.forEach((quotation, i) => {
    expect(quotation.open).toBeLessThan(quotation.from)
    expect(quotation.from).toBeLessThan(quotation.to)
    expect(quotation.close).toBe(quotation.to)
    expect(document.paragraphOf[quotation.open]).toBe(document.paragraphOf[quotation.to - 1])
    expect(quotation.parent).toBeLessThan(i)
    if (quotation.parent >= 0) {
      const parent = document.quotations[quotation.parent]!
      expect(quotation.open).toBeGreaterThanOrEqual(parent.from)
      expect(quotation.to).toBeLessThanOrEqual(parent.to)
    }
    expect(document.quotationOf[quotation.open]).toBe(quotation.parent)
  })
  for (const paragraph of document.paragraphs) {
    const end = datelineEnd(document, paragraph)
    expect(end).toBeGreaterThanOrEqual(paragraph.from)
    expect(end).toBeLessThan(paragraph.to)
  }
}

describe('readDocument', () => {
  it('keeps offsets, ranges and nesting sound on any text', () => {
    fc.assert(
      fc.property(text, (sample) => expectSound(readDocument(sample))),
      { numRuns: 1500 },
    )
  })

  it('keeps them sound with any title', () => {
    fc.assert(
      fc.property(text, text, (sample, title) => {
        const document = readDocument(sample, title)
        expect(document.text).toBe(`${title}\n\n${sample}`)
        expectSound(document)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out nothing but white space and invisible characters', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const document = readDocument(sample)
        let at = 0
        let left = ''
        for (let i = 0; i < document.length; i += 1) {
          left += sample.slice(at, document.start[i])
          at = document.end[i]!
        }
        expect((left + sample.slice(at)).replace(/[\s\p{Zs}\p{Cc}\p{Cf}]/gu, '')).toBe('')
      }),
      { numRuns: 800 },
    )
  })

  it('takes any phrase', () => {
    fc.assert(fc.property(text, (sample) => phraseWords(sample).every((word) => word.length > 0)))
  })

  it.each(['“a ', '"', "'a ", "s' ", 'x', '-', 'Q: a\n', '"a\n\n', '“a” ', "''a ", 'Related\n\n', 'Ab Cd\n\n'])(
    'is linear on many %j',
    (unit) => {
      const time = (count: number): number => {
        const sample = unit.repeat(count)
        const before = performance.now()
        readDocument(sample)
        return performance.now() - before
      }
      time(2000)
      const small = time(8000)
      expect(time(32000)).toBeLessThan(Math.max(small, 25) * 12)
    },
  )
})
