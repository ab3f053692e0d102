import { describe, expect, it } from 'vitest'
import { buildPhraseTrie, longestMatch, phraseWords, wordsOfPhrases } from '../../src/document/phrases'
import { readDocument } from '../../src/document/read'

const words = (text: string) => readDocument(text).words.join('|')
const norms = (text: string) => readDocument(text).norms.join('|')

describe('tokens', () => {
  it.each([
    ['The Taliban’s envoy left.', 'The|Taliban|’s|envoy|left|.'],
    ["The Afghans' homes burned.", "The|Afghans|'|homes|burned|."],
    ['The U.S.’s Afghan-led plan failed.', 'The|U.S.|’s|Afghan-led|plan|failed|.'],
    ['Russia—which hosts—won’t say.', 'Russia|—|which|hosts|—|wo|n’t|say|.'],
    ['Russia–which hosts.', 'Russia|–|which|hosts|.'],
    [
      'Hezb-e-Islami and Jama’at-ud-Dawa co-chair six-party talks.',
      'Hezb-e-Islami|and|Jama’at-ud-Dawa|co-chair|six-party|talks|.',
    ],
    ['He met Rep. Smith, Maj. Gen. Lee and Amb. Khalilzad.', 'He|met|Rep.|Smith|,|Maj.|Gen.|Lee|and|Amb.|Khalilzad|.'],
    ['He said no. They left.', 'He|said|no|.|They|left|.'],
    ['It is No. 5 on the list.', 'It|is|No.|5|on|the|list|.'],
    ['He “agreed” at 5.30pm.', 'He|“|agreed|”|at|5.30pm|.'],
    ["He ``agreed'' today.", "He|``|agreed|''|today|."],
    ['constructor __proto__ toString', 'constructor|__|proto|__|toString'],
    ['', ''],
    [' \n\u00a0\ufeff\n ', ''],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })
})

describe('norms', () => {
  it.each([
    ["They won't, can't, shan't and don't go.", 'they|will|not|,|can|not|,|shall|not|and|do|not|go|.'],
    ['We cannot. I CANNOT.', 'we|can|not|.|i|can|not|.'],
    [
      "I'm sure they'll say we've gone and you're in; he'd go.",
      'i|am|sure|they|will|say|we|have|gone|and|you|are|in|;|he|would|go|.',
    ],
    ["I'M SURE WE WON'T.", 'i|am|sure|we|will|not|.'],
    ['It’s Kabul’s and the Afghans’ day.', "it|'s|kabul|'s|and|the|afghans|'s|day|."],
    ['“Yes,” he said.', '"|yes|,|"|he|said|.'],
  ])('%s', (text, expected) => {
    expect(norms(text)).toBe(expected)
  })
})

describe('parts of speech', () => {
  it.each([
    ['Iran backs the talks.', 'backs', 'VERB', 'back'],
    ['Pakistan hosts meeting on Afghan peace', 'hosts', 'VERB', 'host'],
    ['The High Peace Council plans to attend.', 'plans', 'VERB', 'plan'],
    ['The Taliban agree to direct talks.', 'direct', 'ADJ', 'direct'],
    ['It is an Afghan-led process.', 'Afghan-led', 'ADJ', 'afghan-led'],
    ['He wants an intra-Afghan dialogue.', 'intra-Afghan', 'ADJ', 'intra-afghan'],
    ['Officials in New Delhi said so.', 'Officials', 'NOUN', 'official'],
    ['The moot was put off.', 'moot', 'NOUN', 'moot'],
    ['Lawmakers who call the talks a sham left.', 'call', 'VERB', 'call'],
    ['They go unless the Taliban come.', 'unless', 'SCONJ', 'unless'],
    ['They come.\n\nKabul will attend.', 'will', 'AUX', 'will'],
  ])('%s: %s is %s', (text, word, tag, lemma) => {
    const document = readDocument(text)
    const at = document.words.indexOf(word)
    expect([document.pos[at], document.lemmas[at]]).toEqual([tag, lemma])
  })

  it.each([
    [
      'Russia Calls Off Planned Peace Talks on Afghanistan',
      'Russia/PROPN Calls/VERB Off/ADP Planned/VERB Peace/NOUN Talks/NOUN on/ADP Afghanistan/PROPN',
    ],
    [
      'Ghani Snubs Russia Meeting, Demands Afghan-led Process',
      'Ghani/PROPN Snubs/VERB Russia/PROPN Meeting/NOUN ,/PUNCT Demands/VERB Afghan-led/ADJ Process/NOUN',
    ],
    ['KABUL REJECTS MOSCOW TALKS', 'KABUL/PROPN REJECTS/VERB MOSCOW/PROPN TALKS/NOUN'],
  ])('headline: %s', (title, expected) => {
    const document = readDocument('It is so.', title)
    const { to } = document.paragraphs[0]!
    expect(
      document.words
        .slice(0, to)
        .map((word, i) => `${word}/${document.pos[i]}`)
        .join(' '),
    ).toBe(expected)
  })
})

describe('phrases', () => {
  it.each([
    'the U.S. embassy',
    'Hezb-e-Islami',
    'Moscow',
    'the Taliban’s office',
    'cannot go',
    'N. Korea',
    "the Afghans' talks",
    'Gen. Dostum',
  ])('%s has the same words alone and in a sentence', (phrase) => {
    expect(readDocument(`He saw ${phrase} there.`).norms.slice(2, -2)).toEqual(phraseWords(phrase))
  })

  it('has the same words when read with other phrases', () => {
    const phrases = [
      'Gen. Dostum',
      '',
      'No.',
      '7 nations',
      'cannot',
      'U.S.',
      'Moscow',
      "Al-Qa'ida",
      'Hezb-e-Islami\n\nGulbuddin',
      'RFE/RL',
    ]
    expect(wordsOfPhrases(phrases)).toEqual(phrases.map(phraseWords))
    expect(wordsOfPhrases([])).toEqual([])
  })

  it('finds the longest match, also of hostile words', () => {
    const trie = buildPhraseTrie(
      ['Moscow', 'Moscow talks', 'constructor', 'the Moscow talks on Afghanistan'].map((value) => ({
        words: phraseWords(value),
        value,
      })),
    )
    const found = (text: string, from: number) => longestMatch(trie, readDocument(text).norms, from)
    expect(found('Moscow talks on Syria', 0)).toEqual({ to: 2, values: ['Moscow talks'] })
    expect(found('the Moscow talks', 0)).toBeUndefined()
    expect(found('constructor', 0)?.values).toEqual(['constructor'])
    expect(found('__proto__ hasOwnProperty', 0)).toBeUndefined()
  })
})
