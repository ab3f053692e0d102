import { describe, expect, test } from 'vitest'
import { holds } from '../helpers/limits'
import { createAnalyzer } from '../../src/analyze'
import { voiceOf } from './speaker-of'

/**
 * Words of the text, and who says them: an actor's display name, `writer` where nobody but the writer does, `unknown` for somebody who is no listed
 * actor. The clause is the one whose verb stands first in the words.
 */
type Expected = Readonly<Record<string, string>>

const GOVERNMENT = 'Afghan government'

const TABLES: Readonly<
  Record<string, readonly (readonly [text: string, words: Expected, more?: { day?: string; title?: string }])[]>
> = {
  'direct quotations, speaker before, after and in the middle': [
    ['“We will not go to Moscow,” Sibghat Ahmadi said on Wednesday.', { 'will not go': GOVERNMENT }],
    ['"We will not go to Moscow," said Ahmadi, the ministry\'s deputy spokesman, in Kabul.', { 'will not go': '*' }],
    ['Sergei Lavrov said: “We will hold the talks.”', { 'will hold': 'Russia' }],
    ['Lavrov told reporters, "The talks are useful."', { 'are useful': 'Russia' }],
    ['“The talks,” said Lavrov, “are useful, and we will hold them.”', { 'are useful': 'Russia', 'will hold': 'Russia' }],
    ['‘The talks are useful,’ Zabihullah Mujahid told this newspaper.', { 'are useful': 'Taliban' }],
    ['«The talks are useful», Maria Zakharova said.', { 'are useful': 'Russia' }],
    ['“Who needs such a show?” asked Hamid Karzai. “It helps nobody.”', { 'helps nobody': 'Hamid Karzai' }],
    ['“We were invited,” Zabihullah Mujahid said. “We will go.”', { 'will go': 'Taliban' }],
    ['Zabihullah Mujahid was clear. “We will go.”', { 'will go': 'Taliban' }],
    ['“We will go,” he said. Zabihullah Mujahid is the Taliban spokesman.', { 'will go': '!Russia' }],
    ['“This is a farce,” thundered Latif Pedram, a lawmaker.', { 'is a farce': 'Latif Pedram' }],
    ['A statement read: “The Islamic Emirate will attend.”', { 'will attend': '*' }],
    ['The Kremlin said in a statement: “Russia is ready.”', { 'is ready': 'Russia' }],
    ['“Russia is ready,” read a statement from the Kremlin.', { 'is ready': 'Russia' }],
    ['“The talks are dead,” the official told Lavrov’s aides.', { 'are dead': '!Russia' }],
  ],
  'quotations over several sentences and paragraphs': [
    [
      'Nasrullah Amiri, a lawmaker, was blunt.\n\n“I wish them no harm. But this meeting should be scrapped.\n\n“It gives us nothing.”',
      { 'should be scrapped': 'Nasrullah Amiri', 'gives us nothing': 'Nasrullah Amiri' },
    ],
    [
      '“We have been invited. We will go. Nobody can stop us,” Zabihullah Mujahid said.',
      { 'have been invited': 'Taliban', 'can stop': 'Taliban' },
    ],
    [
      'Lavrov praised the format. “It works,” he said.\n\nGhani saw it otherwise. “It does nothing for us,” he said.',
      { 'It works': 'Russia', 'does nothing': GOVERNMENT },
    ],
    [
      '“We will go,” said Zabihullah Mujahid.\n\n“We will not go,” said Ghani.',
      { 'will go': 'Taliban', 'will not go': GOVERNMENT },
    ],
    ['“The talks are useful, Lavrov said.', { 'are useful': 'Russia' }],
  ],
  'reported speech and its continuation': [
    ['Zabihullah Mujahid said that the group would attend.', { 'would attend': 'Taliban' }],
    [
      'Zabihullah Mujahid said the group would attend and that a team had been named.',
      { 'would attend': 'Taliban', 'had been named': 'Taliban' },
    ],
    ['Pakistan’s Foreign Office announced that it would take part.', { 'would take part': 'Pakistan' }],
    ['Kabul will not take part, the presidential palace said on Tuesday.', { 'will not take part': GOVERNMENT }],
    ['Kabul, the palace said, will not take part.', { 'will not take part': GOVERNMENT }],
    ['According to Zakharova, the Taliban have accepted.', { 'have accepted': 'Russia' }],
    ['The Taliban have accepted, according to Maria Zakharova.', { 'have accepted': 'Russia' }],
    ['The Taliban have accepted the invitation.', { 'have accepted': 'writer' }],
    ['Lavrov said Ghani had told him that Kabul would not come.', { 'would not come': GOVERNMENT, 'had told': 'Russia' }],
    ['A former Taliban official, Sayed Akbar Agha, said the group would attend.', { 'would attend': 'Sayed Akbar Agha' }],
    ['Ghani believes that the talks are useless.', { 'are useless': GOVERNMENT }],
    ['Officials in Delhi hope that the talks will succeed.', { 'will succeed': 'India' }],
    ['Ghani was told by Lavrov that the talks would go on.', { 'would go on': 'Russia' }],
    ['It was announced by the Kremlin that the talks would go on.', { 'would go on': 'Russia' }],
    ['Lavrov arrived late, saying that the talks were useful.', { 'were useful': 'Russia' }],
    ['Lavrov arrived. He added that the talks were useful.', { 'were useful': 'Russia' }],
    ['The ministry’s statement said that Kabul was not informed.', { 'was not informed': '*' }],
    ['A letter from the Kremlin said the talks would go on.', { 'would go on': 'Russia' }],
    ['Reuters reported that the Taliban had accepted.', { 'had accepted': '!Taliban' }],
    ['The two sides agreed that the talks would go on.', { 'would go on': '!Russia' }],
    ['Ghani, who has long said that the talks are useless, stayed at home.', { 'are useless': GOVERNMENT, stayed: 'writer' }],
    ['Both Moscow and Tehran said the talks would go on.', { 'would go on': 'Russia' }],
    ['Experts say the talks will fail.', { 'will fail': '!Russia' }],
    [
      'Asked whether India would attend, Raveesh Kumar said the ministry was studying the invitation.',
      { 'was studying': 'India' },
      { day: '2018-11-01' },
    ],
    ['Raveesh Kumar said the ministry was studying the invitation.', { 'was studying': 'India' }, { day: '2018-11-01' }],
  ],
  'longer texts of the press': [
    [
      'The Kremlin’s envoy said the talks would go ahead. “Everybody has confirmed,” Zamir Kabulov told RIA. “There is no reason to worry.”',
      { 'would go': 'Russia', 'has confirmed': 'Russia', 'is no reason': 'Russia' },
    ],
    [
      'Ghani’s spokesman, Haroon Chakhansuri, said in a tweet that the talks “will not help peace”.',
      { 'will not help': GOVERNMENT },
    ],
    [
      'The talks “will not help peace”, Karzai’s former spokesman, Aimal Faizi, wrote.',
      { 'will not help': '!Afghan government' },
    ],
    [
      '“I told Lavrov: ‘We will not come.’ He understood,” Ghani said.',
      { told: GOVERNMENT, 'will not come': GOVERNMENT, understood: GOVERNMENT },
    ],
    ['Lavrov quoted Ghani as saying that Kabul was ready.', { 'was ready': GOVERNMENT }],
    ['Pakistan, Lavrov noted, has confirmed; Iran has not.', { 'has confirmed': 'Russia' }],
    [
      'In a statement on Friday, the High Peace Council said its members would travel to Moscow. The statement said the council was independent.',
      { 'would travel': 'High Peace Council', 'was independent': 'High Peace Council' },
      { day: '2018-11-08' },
    ],
    [
      '“We will attend,” Zabihullah Mujahid said, while Ghani said Kabul would not.\n\n“Our delegation leaves on Sunday,” Mujahid added.',
      { 'will attend': 'Taliban', leaves: 'Taliban' },
    ],
    ['Lavrov denied that the talks had failed.', { 'had failed': 'Russia' }],
    ['Lavrov accused Washington of sabotage. Washington says the talks are useless.', { 'are useless': 'United States' }],
    ['The spokeswoman, Maria Zakharova, refused to say when the talks would begin.', { 'would begin': 'Russia' }],
    ['“The talks are useful”: Lavrov', { 'are useful': 'Russia' }],
  ],
  'sources named without a verb': [
    ['In Lavrov’s view, the talks are useful.', { 'are useful': 'Russia' }],
    ['In the eyes of Tehran, the talks are useful.', { 'are useful': 'Iran' }],
    ['For Iran, the talks are a farce.', { 'are a farce': 'Iran' }],
    ['For the Taliban to attend would be a mistake.', { 'would be': 'writer' }],
    ['As Lavrov sees it, the talks are useful.', { 'are useful': 'Russia' }],
    [
      '“We call for an end to the meeting,” read the statement, which was signed in Jalalabad by the leaders of the Council of Eastern Elders.',
      { 'call for': '!Russia' },
    ],
  ],
  'speakers named only around a quotation': [
    ['“We will attend.” These were the words of Zabihullah Mujahid, the Taliban spokesman.', { 'will attend': 'Taliban' }],
    ['“Ghani told me: ‘We will not come’,” Lavrov said.', { told: 'Russia', 'will not come': GOVERNMENT }],
  ],
  'reports that go on without a verb of saying': [
    [
      'Lavrov said the talks were ready. The delegations would arrive on Monday. The city was quiet. It would rain.',
      { 'would arrive': 'Russia', 'was quiet': 'writer', 'would rain': 'writer' },
    ],
    ['Lavrov said the talks were ready. Ghani’s office could not be reached.', { 'could not be reached': 'writer' }],
    ['Ghani arrived. The talks would fail.', { 'would fail': 'writer' }],
  ],
  'turns of transcripts and items of live blogs': [
    ['Latest. 10:05 Lavrov: We begin. 10:40 Ghani: We will not come.', { 'We begin': 'Russia', 'will not come': GOVERNMENT }],
    [
      '16:40 Lavrov: We begin.\n\n17:00 The hall is full. “We are ready.”\n\n17:20 Lunch is served.',
      { 'We begin': 'Russia', 'is full': 'writer', 'are ready': 'writer' },
    ],
    [
      'SPIEGEL: Why did you go?\n\nKarzai: We had to go.\n\nSPIEGEL: They want you back.\n\nThey say so.\n\nKarzai: We will see.\n\nWe must wait.',
      { 'had to go': 'Hamid Karzai', 'want you': 'unknown', 'They say': 'unknown', 'must wait': 'Hamid Karzai' },
    ],
    ['One thing unites Ghani and Lavrov: They want peace.', { 'want peace': 'writer' }],
    ['The message from Moscow: They will wait.', { 'will wait': 'writer' }],
  ],
  'headlines, transcripts and interviews': [
    ['The ministry spoke on Thursday.', { 'Not Going': GOVERNMENT }, { title: 'Kabul Not Going to Moscow: MoFA' }],
    ['The ministry spoke on Thursday.', { 'are useless': 'Hamid Karzai' }, { title: 'Moscow talks are useless, says Karzai' }],
    ['The ministry spoke on Thursday.', { 'to attend': 'Russia' }, { title: 'Taliban to attend Moscow talks: Lavrov' }],
    [
      'Ned Price, the State Department spokesman, briefed reporters.\n\nQ: Will you go to Moscow?\n\nMR. PRICE: We were invited. We will not attend.',
      { 'will not attend': 'United States' },
      { day: '2022-11-15' },
    ],
    [
      'Lavrov: We will hold the talks.\n\nMuttaqi: We welcome that.',
      { 'will hold': 'Russia', welcome: 'Taliban' },
      { day: '2023-09-29' },
    ],
    [
      'TOLOnews spoke with Hamid Karzai.\n\nQ: Are the talks useful?\n\nA: They are a chance.',
      { 'are a chance': 'Hamid Karzai' },
    ],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  const cases = table.flatMap(([text, words, more]) =>
    Object.entries(words).map(([said, who]) => [text, said, who, more] as const),
  )
  test.each(cases)('%s · %s · %s', (text, said, who, more) => {
    holds('speakers', `${text} · ${said}`, () => {
      const found = voiceOf({ text, ...more }, said).name
      if (who === '*') return expect(['writer', 'no clause']).not.toContain(found)
      if (who.startsWith('!')) return expect(found).not.toBe(who.slice(1))
      expect(found).toBe(who)
    })
  })
})

const analyzer = createAnalyzer({ rules: [] })

test.each([
  'The Moscow talks. "We" said "I" and "we said" that "we will go".',
  '“We” said “we”. “We will go,” “we” said.',
  'Q:',
  'A: I',
  ': : :',
])('reads %j, in which the words ask for their own speaker, without an error', (text) => {
  expect(() => analyzer.analyze(text)).not.toThrow()
})
