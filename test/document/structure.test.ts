import { describe, expect, it } from 'vitest'
import type { Document, Range } from '../../src/document/document'
import { datelineEnd, readDocument } from '../../src/document/read'
import { LONGEST_SENTENCE } from '../../src/document/sentences'

const slice = (document: Document, range: Range) => document.text.slice(document.start[range.from], document.end[range.to - 1])
const sentences = (text: string) => {
  const document = readDocument(text)
  return document.sentences.map((sentence) => slice(document, sentence))
}
const quotations = (text: string) => {
  const document = readDocument(text)
  return document.quotations.map((quotation) => slice(document, quotation) + (quotation.closed ? '' : ' [unclosed]'))
}

describe('sentences', () => {
  it.each([
    [['He met Rep. Smith.', 'Gen. Nicholson said no.', 'Gov. Patman left.']],
    [['He is in the U.S.', 'The talks go on.']],
    [['The U.S. Embassy said so on Aug. 27 at 5 p.m. Monday.']],
    [['“We will go. ', 'Never!” he said.'].map((part) => part.trim())],
    [['“Is it over?” Ghani asked.', 'They left.']],
    [['“Is it over?”', 'They left.']],
    [['He told them: “Go.”', '“Stay,” she said.']],
    [['It ended...', 'Then more…', 'Yes.']],
    [['J. R. Smith and A. Ghani came to Washington, D.C. on No. 5.']],
  ])('%s', (expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected)
  })

  it('without a full stop for hundreds of words are read in pieces that end at commas', () => {
    const text = Array.from({ length: 300 }, (_, i) => `Iran welcomed talk${i},`).join(' ')
    const pieces = readDocument(text).sentences
    expect(pieces[0]!.from).toBe(0)
    pieces.forEach(({ from, to }, i) => {
      expect(to - from).toBeLessThanOrEqual(LONGEST_SENTENCE)
      expect(to).toBe(pieces[i + 1]?.from ?? readDocument(text).length)
    })
    expect(sentences(text).every((piece) => /^Iran .*,$/.test(piece))).toBe(true)
  })
  it('of one word without end are cut where they must', () => {
    const lengths = readDocument('talks '.repeat(LONGEST_SENTENCE * 2 + 5)).sentences.map(({ from, to }) => to - from)
    expect(lengths).toEqual([LONGEST_SENTENCE, LONGEST_SENTENCE, 5])
  })

  it('go on over hard-wrapped lines and end with a paragraph', () => {
    const text =
      'The Taliban said on Monday that they would send a delegation to the\nMoscow talks, a spokesman of the movement told reporters in\nDoha. The government declined.\n\nNo full stop here\n\nThe end.'
    expect(sentences(text).map((sentence) => sentence.replace(/\n/g, ' '))).toEqual([
      'The Taliban said on Monday that they would send a delegation to the Moscow talks, a spokesman of the movement told reporters in Doha.',
      'The government declined.',
      'No full stop here',
      'The end.',
    ])
  })
})

describe('paragraphs', () => {
  const kinds = (text: string, title?: string) => readDocument(text, title).paragraphs.map((paragraph) => paragraph.kind)
  const around = (line: string) => kinds(`Moscow talks open\n\nRussia opened the talks.\n\n${line}\n\nThe Taliban attended.`)[2]

  it.each([
    ['Pakistan, a key actor', 'subheading'],
    ['Who is behind the event?', 'subheading'],
    ['By Mirwais Hotaki', 'byline'],
    ['BY JOHN SMITH', 'byline'],
    ['Reporting by Hamid Shalizi; editing by Nick Macfie', 'byline'],
    ['AFP/Kabul', 'byline'],
    ['Our correspondent', 'byline'],
    ['Published: August 27, 2018', 'byline'],
    ['August 27, 2018', 'byline'],
    ['5 min read', 'byline'],
    ['Photo: TOLOnews', 'caption'],
    ['(Photo by Mikhail Metzel/TASS)', 'caption'],
    ['FILE - Taliban delegates arrive in Moscow, Nov. 9, 2018.', 'caption'],
    ['Getty Images', 'caption'],
    ['Tags: peace process, MoFA', 'residue'],
    ['Also read: Taliban say no', 'residue'],
    ['Read more', 'residue'],
    ['Leave a Reply', 'residue'],
    ['Your email address will not be published.', 'residue'],
    ['Share this:', 'residue'],
    ['Click to share on Twitter (Opens in new window)', 'residue'],
    ['Follow us on Facebook', 'residue'],
    ['Source: Tolo News', 'residue'],
    ['We use cookies to improve your experience.', 'residue'],
    ['Subscribe to our newsletter', 'residue'],
    ['%d bloggers like this:', 'residue'],
    ['Advertisement', 'residue'],
    ['Copyright © 2018 Example', 'residue'],
    ['© 2018 Example', 'residue'],
    ['All rights reserved.', 'residue'],
    ['Comments are closed', 'residue'],
    ['https://example.org/a?b=c', 'residue'],
    ['editor@example.org', 'residue'],
    ['Q: Will you attend?', 'body'],
    ['MR. PRICE: We will not attend.', 'body'],
    ['16:40 The Arg: Kabul will take part', 'body'],
    ['Advertisement of the talks by the ministry was criticised, and sources said that the photo was false.', 'body'],
    ['Comments by the minister were rejected by the Taliban, who said that they would come.', 'body'],
    ['Sources in Kabul said that the government would share its view and follow the talks.', 'body'],
    ['The minister said that readers should not read more into it than was there.', 'body'],
  ])('%s: %s', (line, kind) => {
    expect(around(line)).toBe(kind)
  })

  it.each([
    ['Moscow Talks Open\n\nRussia opened the talks.', ['headline', 'body']],
    ['Moscow Talks Open\nRussia opened the talks.', ['headline', 'body']],
    ['Russia opened the talks.\n\nThe Taliban attended.', ['body', 'body']],
    ['Moscow talks open', ['body']],
    ['KABUL – The ministry said no to the talks\n\nIt ended.', ['body', 'body']],
    ['U.N.: N.Korea Sends Message\n\nIt ended.', ['headline', 'body']],
    ['It ended.\n\nRelated\n\nTaliban reject talks\n\nIran welcomes talks', ['body', 'residue', 'residue', 'residue']],
    ['It ended.\n\n3 COMMENTS\nkhalid77: They should boycott it.\nReport abuse', ['body', 'residue', 'residue', 'residue']],
    ['RAVI MENON\nNEW DELHI, NOVEMBER 1, 2018\n\nIt ended.', ['byline', 'byline', 'body']],
    ['Asia | 13 April 2017\n\nIt ended.', ['byline', 'body']],
    ['QUESTION: Will you go?\n\nMR. PRICE: We will.', ['body', 'body']],
    ['First sentence.\nSecond sentence.', ['body', 'body']],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('take a title given apart as the headline, whatever it looks like', () => {
    const document = readDocument('Russia opened the talks.', 'Tags: they came.')
    expect(document.text).toBe('Tags: they came.\n\nRussia opened the talks.')
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['headline', 'body'])
  })
})

describe('datelines', () => {
  it.each([
    ['KABUL, Aug 27 - ', 'Ghani left.'],
    ['MOSCOW (Reuters) – ', 'The talks began.'],
    ['KAZAN (Volga News Service) - ', 'The talks began.'],
    ['ABUJA, Aug 25, 2004 (dpa) -- ', 'Rebel groups agreed.'],
    ['Reuters - ', 'China has said so.'],
    ['KABUL — ', 'The talks began.'],
    ['ISLAMABAD: ', 'Pakistan regretted it.'],
    ['KAZAN, September 29. ', 'The fifth meeting ended.'],
    ['NAJAF, Iraq - ', 'Explosions rattled the city.'],
    ['NEW DELHI: ', 'Russia has invited leaders.'],
    ['Kabul (Pajhwok): ', 'Officials said so.'],
    ['Kabul, Aug 27 - ', 'Officials said so.'],
    ['', 'Ghani: We will not go.'],
    ['', 'MR. PRICE: We will not go.'],
    ['', 'Q: Will you go?'],
    ['', 'U.N.: we will go.'],
    ['', 'The Taliban – who left – said no.'],
    ['', 'Ghani told the Taliban to come.'],
  ])('%s| %s', (dateline, rest) => {
    const document = readDocument(dateline + rest)
    const at = datelineEnd(document, document.paragraphs[0]!)
    expect(document.text.slice(document.start[at])).toBe(rest)
  })

  it('are not the speakers of a transcript', () => {
    const document = readDocument('QUESTION: Will you go?\n\nPRICE: No, we will not.\n\nPALLADINO: Nor will we.')
    expect(document.paragraphs.map((paragraph) => datelineEnd(document, paragraph) - paragraph.from)).toEqual([0, 0, 0])
  })
})

describe('quotations', () => {
  it.each([
    ['“We will go,” he said. “Now.”', ['We will go,', 'Now.']],
    ['"We will go," he said. "Now."', ['We will go,', 'Now.']],
    ["'We won't go,' he said of the Taliban's plan.", ["We won't go,"]],
    ['‘We won’t go,’ he said of the Afghans’ plan.', ['We won’t go,']],
    ['‘The Afghans’ homes are safe,’ he said.', ['The Afghans’ homes are safe,']],
    ['«We will go», „never“ and ‹no›.', ['We will go', 'never', 'no']],
    ["``We will go,'' he said.", ['We will go,']],
    ['“He told me ‘no’ twice,” she said.', ['He told me ‘no’ twice,', 'no']],
    ['The so-called “Emirate” objects.', ['Emirate']],
    ["The Afghans' plan and the Taliban's plan of the '90s.", []],
    ['He is 5\'10" tall.', []],
    ['“We go, he said.', ['We go, he said. [unclosed]']],
    ['“We go, he said. “They stay,” she said.', ['We go, he said. [unclosed]', 'They stay,']],
    ['"We go, he said. "They stay," she said.', ['We go, he said. [unclosed]', 'They stay,']],
    ['Peace with Israel"without conditions,"an envoy said.', ['without conditions,']],
    ['“The “Emirate” goes,” he said.', ['The “Emirate” goes,', 'Emirate']],
    ['He said “” and "".', []],
  ])('%s', (text, expected) => {
    expect(quotations(text)).toEqual(expected)
  })

  it('go on over paragraphs', () => {
    const document = readDocument('“We are glad.\n\n“We will go.\n\n“We thank you.”\n\nHe left.')
    expect(document.quotations.map(({ continues, closed }) => [continues, closed])).toEqual([
      [-1, false],
      [0, false],
      [1, true],
    ])
    expect(document.quotationOf[document.length - 2]).toBe(-1)
  })

  it('leave a gap for the words of attribution', () => {
    const document = readDocument('“We go,” he said, “and stay.”')
    expect(document.quotationOf[document.words.indexOf('said')]).toBe(-1)
    expect(document.quotationOf[document.words.indexOf('stay')]).toBe(1)
  })
})
