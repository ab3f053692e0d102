import { describe, expect, test } from 'vitest'
import { voiceOf } from './speaker-of'

/** Words of the text, and who says them: `NAME quote`, `NAME reported`, or `writer` where nobody but the writer does. */
type Voices = Readonly<Record<string, string>>

/** Pairs of texts that differ in what decides: who speaks in the one, and not in the other. */
const TABLES: Readonly<Record<string, readonly (readonly [text: string, voices: Voices, title?: string])[]>> = {
  'the sentence after a quotation names its speaker': [
    ['“The talks are a farce.” Hamid Karzai was speaking in Kabul.', { 'are a farce': 'Hamid Karzai quote' }],
    ['“The talks are a farce.” Hamid Karzai was addressing a crowd in Kabul.', { 'are a farce': 'Hamid Karzai quote' }],
    ['“The talks are a farce.” Hamid Karzai was sleeping in Kabul.', { 'are a farce': 'writer' }],
    ['“The talks are a farce.” So spoke Hamid Karzai.', { 'are a farce': 'Hamid Karzai quote' }],
    ['“The talks are a farce.” Such was the verdict of Hamid Karzai.', { 'are a farce': 'Hamid Karzai quote' }],
    ['“The talks are a farce.” That was the message from Hamid Karzai.', { 'are a farce': 'Hamid Karzai quote' }],
    ['“The talks are a farce.” These are the days of Hamid Karzai.', { 'are a farce': 'writer' }],
    ['“The talks are a farce.” The words of Hamid Karzai are known.', { 'are a farce': 'writer' }],
    ['“The talks are a farce.”\n\nHamid Karzai was speaking in Kabul.', { 'are a farce': 'writer' }],
    ['“The talks are a farce.”\n\nThese were the words of Hamid Karzai.', { 'are a farce': 'writer' }],
    ['“The talks are a farce.” This was the view of a guest.', { 'are a farce': 'writer' }],
    ['“The talks are a farce.” A guest was speaking in Kabul.', { 'are a farce': 'writer' }],
  ],
  'a report goes on': [
    ['Lavrov said the talks were ready. The delegations could arrive on Monday.', { 'could arrive': 'Russia reported' }],
    ['Lavrov said the talks were ready. The delegations might arrive on Monday.', { 'might arrive': 'Russia reported' }],
    ['Lavrov said the talks were ready. The delegations will arrive on Monday.', { 'will arrive': 'writer' }],
    [
      'Lavrov said the talks were ready. The delegations would arrive on Monday, and the city would pay.',
      { 'would arrive': 'Russia reported', 'would pay': 'Russia reported' },
    ],
    [
      'Lavrov said the talks were ready. If it rained, the delegations would arrive on Monday.',
      { 'would arrive': 'Russia reported' },
    ],
    ['Lavrov said the talks were ready.\n\nThe delegations would arrive on Monday.', { 'would arrive': 'writer' }],
    ['Lavrov would have said the talks were ready. The delegations would arrive on Monday.', { 'would arrive': 'writer' }],
    ['The talks were ready, Lavrov said. The delegations would arrive on Monday.', { 'would arrive': 'Russia reported' }],
    ['“The talks are ready,” Lavrov added. The delegations would arrive on Monday.', { 'would arrive': 'Russia reported' }],
    ['A spokesman said the talks were ready. The delegations would arrive on Monday.', { 'would arrive': 'writer' }],
    ['Lavrov said the talks were ready. Ghani’s office would not elaborate.', { 'would not elaborate': 'writer' }],
    ['Lavrov said the talks were ready. Ghani’s office would only confirm the date.', { 'would only confirm': 'writer' }],
    ['Lavrov believes the talks are ready. The delegations would arrive on Monday.', { 'would arrive': 'writer' }],
    [
      'Lavrov said the talks were ready. The delegations would arrive on Monday. The hotels would be full.',
      { 'would be full': 'Russia reported' },
    ],
    ['Lavrov said the talks were ready. The city slept. The hotels would be full.', { 'would be full': 'writer' }],
    [
      'Lavrov said the talks were ready. Ghani said the list was long. The hotels would be full.',
      { 'would be full': 'Afghan government reported' },
    ],
  ],
  'reported speech': [
    ['Lavrov visited China, whose envoy had come first.', { 'had come': 'writer' }],
    ['Lavrov would thank China, whose envoy had come first.', { 'had come': 'writer' }],
    ['As Lavrov put it, the talks are useful.', { 'are useful': 'Russia reported' }],
    ['The talks are useful, as Lavrov said on Monday.', { 'are useful': 'Russia reported' }],
    ['Lavrov refused to say how the talks would begin.', { 'would begin': 'Russia reported' }],
    ['Lavrov did not say when the talks would begin.', { 'would begin': 'Russia reported' }],
    ['Lavrov cited Ghani as saying that Kabul was ready.', { 'was ready': 'Afghan government reported' }],
    ['Ghani was quoted as saying that Kabul was ready.', { 'was ready': 'Afghan government reported' }],
    ['Kabul was ready – Lavrov said.', { 'was ready': 'Russia reported' }],
    ['Kabul was ready Lavrov said.', { 'was ready': 'writer' }],
    ['Lavrov said that the talks that Ghani hated were useful.', { 'were useful': 'Russia reported', hated: 'writer' }],
    ['Lavrov said the talks were useful because Ghani had agreed.', { 'had agreed': 'Russia reported' }],
  ],
  'sources without a verb': [
    ['In Lavrov’s opinion, the talks are useful.', { 'are useful': 'Russia reported' }],
    ['The talks, in Lavrov’s view, are useful.', { 'are useful': 'Russia reported' }],
    ['The talks are useful, in Lavrov’s view.', { 'are useful': 'Russia reported' }],
    ['The talks were useful in Lavrov’s view of the world.', { 'were useful': 'writer' }],
    ['By Lavrov’s account, the talks were useful.', { 'were useful': 'Russia reported' }],
    ['From the standpoint of Tehran, the talks are useful.', { 'are useful': 'Iran reported' }],
    ['From the garden of Tehran, the talks are useful.', { 'are useful': 'writer' }],
    ['To Ghani, the talks were a trick.', { 'were a trick': 'Afghan government reported' }],
    ['For a guest, the talks were a trick.', { 'were a trick': 'writer' }],
    ['Lavrov smiled. In his view, the talks are useful.', { 'are useful': 'Russia reported' }],
    ['According to a statement from the Kremlin, the talks are useful.', { 'are useful': 'Russia reported' }],
    ['According to the Kremlin’s statement, the talks are useful.', { 'are useful': 'Russia reported' }],
    ['According to a guest, the talks are useful.', { 'are useful': 'unknown reported' }],
    ['According to Lavrov, “it works”. The talks open on Friday.', { works: 'Russia reported' }],
  ],
  'statements and their owners': [
    ['A handout issued by the Kremlin said the talks were useful.', { 'were useful': 'Russia reported' }],
    ['The communique of the Kremlin said the talks were useful.', { 'were useful': 'Russia reported' }],
    ['Tehran took another line: a note said the talks were useful.', { 'were useful': 'Iran reported' }],
    ['Lavrov said it was late. The statement said the talks were useful.', { 'were useful': 'Russia reported' }],
    ['Lavrov said it was late.\n\nThe statement said the talks were useful.', { 'were useful': 'Russia reported' }],
    [
      'Lavrov said it was late.\n\nIt rained.\n\nThe statement said the talks were useful.',
      { 'were useful': 'unknown reported' },
    ],
    ['The statement, which was signed by the Kremlin, said the talks were useful.', { 'were useful': 'Russia reported' }],
    ['The garden of the Kremlin said the talks were useful.', { 'were useful': 'unknown reported' }],
    ['“Kabul is ready,” read the statement from the Kremlin.', { 'is ready': 'Russia quote' }],
  ],
  'names that sign': [
    ['“The talks are useful” — Lavrov', { 'are useful': 'Russia quote' }],
    ['“The talks are useful” - Lavrov.', { 'are useful': 'Russia quote' }],
    ['“The talks are useful”: Lavrov, a man of many words and hats', { 'are useful': 'writer' }],
    ['The ministry spoke.', { 'Not Going': 'Afghan government reported' }, 'Kabul Not Going to Moscow - MoFA'],
    ['The ministry spoke.', { 'are useful': 'writer' }, 'Afghan-led talks are useful'],
    ['The ministry spoke.', { 'Not Going': 'writer' }, 'Kabul Not Going to Moscow: No Word on Lavrov and His Many Friends'],
  ],
  quotations: [
    ['Ghani, asked about the talks: “They are useless.”', { 'are useless': 'Afghan government quote' }],
    ['From the office of Ghani: “They are useless.”', { 'are useless': 'Afghan government quote' }],
    ['Ghani slept.\n\nLavrov praised the format.\n\n“It works.”', { works: 'Russia quote' }],
    ['Ghani slept. Lavrov praised the format. “It works.”', { works: 'Russia quote' }],
    ['Lavrov praised the format.\n\nThe sun was high.\n\n“It works.”', { works: 'writer' }],
    ['Lavrov praised the format.\n\nThe sun was high. “It works.”', { works: 'writer' }],
    ['Lavrov said it was late. The guard who knew Ghani slept. “It works.”', { works: 'Russia quote' }],
    ['Lavrov, whom Ghani met, smiled. “It works.”', { works: 'Russia quote' }],
    ['Lavrov said Ghani had spoken. “It works.”', { works: 'Afghan government quote' }],
    ['“It works.” “It is cheap,” Lavrov said.', { works: 'Russia quote', 'is cheap': 'Russia quote' }],
    ['“It works.”\n\n“It is cheap,” Lavrov said.', { works: 'writer', 'is cheap': 'Russia quote' }],
    ['Lavrov arrived, saying: “It works.”', { works: 'Russia quote' }],
    ['“Ghani told me: ‘We will not come’,” Lavrov said.', { told: 'Russia quote', 'will not come': 'Afghan government quote' }],
    ['Ghani smiled before Lavrov asked: “Does it work?”', { 'Does it work': 'Russia quote' }],
    ['“It works,” Lavrov said after Ghani had said “it fails”.', { works: 'Russia quote', fails: 'Afghan government reported' }],
    ['Lavrov said “we will attend”.', { 'will attend': 'Russia reported' }],
    ['Lavrov called it “a plan that we will back”.', { 'will back': 'Russia reported' }],
  ],
  'labels of transcripts and live blogs': [
    [
      'Ghani met the press.\n\nQuestion: Will you go?\n\nAnswer: We will not go.\n\nReporter: Why?\n\nA: It is late.',
      { 'Will you go': 'unknown quote', 'will not go': 'Afghan government quote', 'is late': 'Afghan government quote' },
    ],
    [
      "Moderator: Who will go?\n\nLavrov, Russia's foreign minister: We will go.\n\nGhani (by video): We are busy.",
      { 'Who will go': 'unknown quote', 'We will go': 'Russia quote', 'are busy': 'Afghan government quote' },
    ],
    ['Ghani in Kabul: we are busy.', { 'are busy': 'writer' }],
    ['Ghani in Kabul: We are busy.', { 'are busy': 'Afghan government quote' }],
    ['16:40 Lavrov: We begin.', { begin: 'Russia quote' }],
    [
      '16:40 Lavrov: We begin.\n\nThe hall is full.\n\n17:00 Ghani: We are busy.\n\nThe sun is high.',
      { begin: 'Russia quote', 'is full': 'writer', 'are busy': 'Afghan government quote', 'is high': 'writer' },
    ],
    [
      'Guest: We are here.\n\nHost: Are you well?\n\nGuest: We are cold.',
      { 'are here': 'unknown quote', 'are cold': 'unknown quote' },
    ],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  const cases = table.flatMap(([text, voices, title]) =>
    Object.entries(voices).map(([words, who]) => [text, words, who, title] as const),
  )
  test.each(cases)('%s · %s · %s', (text, words, who, title) => {
    const { name, speaker } = voiceOf({ text, ...(title === undefined ? {} : { title }) }, words)
    expect([name, ...(speaker ? [speaker.mode] : [])].join(' ')).toBe(who)
  })
})
