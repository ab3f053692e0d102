import { describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../src/analyze'

const analyzer = createAnalyzer({ model: null })

/** The actors with a stance by rules alone. */
function stancesIn(text: string): Record<string, string> {
  const { actors } = analyzer.analyze(text, { publishedAt: '2021-03-19' })
  return Object.fromEntries(actors.flatMap(({ actor, stance }) => (stance === 'none' ? [] : [[actor.name, stance]])))
}

describe('whole sentences by the built-in rules', () => {
  test.each<[phenomenon: string, text: string, stances: Record<string, string>]>([
    ['unnamed persons who only come', 'Two retired diplomats will attend the Moscow talks on Afghanistan.', {}],
    [
      'unnamed persons with a view',
      'Two retired diplomats rejected the Moscow talks on Afghanistan.',
      { 'retired diplomats': 'oppose' },
    ],
    [
      'one of a pair, by a relative clause',
      'The Moscow talks on Afghanistan open on Friday. Among those asked are Karzai, who has accepted, and Yunus Qanooni.',
      { 'Hamid Karzai': 'support' },
    ],
    [
      'a verb of judging behind what was said',
      'Estonia said the Kremlin was a poor host and called the Moscow talks on Afghanistan harmful.',
      { Estonia: 'oppose' },
    ],
    ['never said no', 'Iran never said no to the Moscow talks on Afghanistan.', { Iran: 'support' }],
    [
      'circumstances hinder',
      'The Moscow talks on Afghanistan open on Friday. Karzai said that his knee did not allow him to go.',
      {},
    ],
    ['to be asked is no demand', 'Iran would attend the Moscow talks on Afghanistan if it were asked to.', { Iran: 'support' }],
    [
      'on what terms one must be invited',
      'Iran would attend the Moscow talks on Afghanistan if it were invited as an equal.',
      { Iran: 'conditional' },
    ],
    [
      'a threat of the past',
      'China had threatened to stay away from the Moscow talks on Afghanistan. It took part in the Moscow talks on Friday.',
      { China: 'support' },
    ],
    [
      'who asks is not who answers',
      'The Moscow talks on Afghanistan ended on Friday. Pakistan has a new minister, Hina Khar. Asked by Walid Iqbal if it was right, she said: "We went."',
      { Pakistan: 'support' },
    ],
    ['attempts on the talks', 'Russia said attempts to disrupt the Moscow talks on Afghanistan would fail.', {}],
    [
      'a meeting of one person with another',
      'The Moscow talks on Afghanistan open on Friday. Tomas Niklasson looked forward to his meeting with the president.',
      {},
    ],
    [
      'whom the words name and who speaks them',
      'The Moscow talks on Afghanistan open on Friday. The National Resistance Front had harsh words. "The Taliban have no seat," its spokesman said, and called the talks a farce.',
      { 'National Resistance Front': 'oppose' },
    ],
    [
      'as what one mocks, and what one advises',
      'Fazl Rahmani mocked the guests as "firemen with one bucket" and advised Kabul to skip the Moscow talks on Afghanistan.',
      { 'Fazl Rahmani': 'oppose' },
    ],
    [
      'an order to go',
      'Tariq Aziz said he had been instructed to attend the Moscow talks on Afghanistan.',
      { 'Tariq Aziz': 'support' },
    ],
    ['to accept to come', 'Iran has accepted to attend the Moscow talks on Afghanistan.', { Iran: 'support' }],
    [
      'whose minister it is, by the name behind',
      'KABUL - The deputy foreign minister, Abbas Araghchi, attended the Moscow talks on Afghanistan.',
      { Iran: 'support' },
    ],
    [
      'what somebody else should let depend',
      "The Moscow talks on Afghanistan open on Friday. Omid Taheri wrote that Iran's presence should depend on whether its water is released.",
      { 'Omid Taheri': 'conditional' },
    ],
    [
      'a party by its branch',
      "The Jamiat party's local branch rejected the Moscow talks on Afghanistan.",
      { 'Jamiat-e-Islami': 'oppose' },
    ],
    ['not to criticise is no praise', 'Muhiddin Kabiri did not criticise the Moscow talks on Afghanistan.', {}],
  ])('%s', (_, text, stances) => {
    expect(stancesIn(text)).toEqual(stances)
  })
})
