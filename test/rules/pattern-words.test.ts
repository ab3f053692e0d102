import { describe, expect, it } from 'vitest'
import { phraseWords } from '../../src/document/phrases'
import { phraseNorms } from '../../src/rules/pattern/words'

/** Quoted text in patterns is split without the tokenizer; here it is held to what the tokenizer does. */
describe('phraseNorms splits as the tokenizer does', () => {
  it.each([
    "won't",
    "can't",
    'cannot',
    "isn't",
    "shouldn't",
    "they're",
    "we've",
    "he'd",
    "they'll",
    "i'm",
    "the taliban's envoys",
    "afghans' talks",
    'u.s. talks,',
    'mr. karzai',
    'afghan-led',
    'hezb-e-islami',
    '(talks)',
    '"peace"',
    'talks: now',
    'peace; war',
    'talks...',
    'and/or',
    '$5 million',
    '10%',
    '1,000 troops',
  ])('%s', (phrase) => {
    expect(phraseNorms(phrase)).toEqual(phraseWords(phrase))
  })
})
