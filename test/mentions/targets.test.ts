import { describe, expect, test } from 'vitest'
import { holds } from '../helpers/limits'
import type { Analyzer } from '../../src/analyze'
import { createAnalyzer } from '../../src/analyze'
import { GENERIC, OTHER } from '../../src/mentions/targets'
import type { Target } from '../../src/types'

/**
 * Phrases of the text, and what each is: the target's place in the list with the kind of mention (`0 name`), `other` for other talks, `no target` for talks
 * of any other kind, `-` for no mention. A mention is found by any phrase that it holds to its last word or that holds it. `#2` takes the second place in the text.
 */
type Expected = Readonly<Record<string, string>>

type Row = readonly [text: string, phrases: Expected]

const moscow = createAnalyzer({ rules: [] })
const about = (...targets: Target[]): Analyzer => createAnalyzer({ targets, rules: [] })
const geneva = about({ id: 'geneva', name: 'the Geneva talks on Yemen' })
const doha = about({ id: 'doha', name: 'the Doha talks', aliases: ['talks in Doha'], venues: ['Doha'], hosts: ['qatar'] })
const several = about(
  { id: 'geneva', name: 'the Geneva talks' },
  { id: 'astana', name: 'the Astana process', aliases: ['Astana talks'] },
)
const coalition = about({ id: 'coalition', name: 'the coalition talks' })
const constructor = about({ id: 'constructor', name: 'the constructor talks', aliases: ['__proto__ meeting'] })

function mentionAt(analyzer: Analyzer, text: string, phrase: string): string {
  const { document, targets } = analyzer.explain(text).reading
  const [words = '', nth = '1'] = phrase.split('#')
  let at = -1
  for (let n = 0; n < Number(nth); n += 1) at = text.indexOf(words, at + 1)
  if (at < 0) throw new Error(`expected "${phrase}" in "${text}"`)
  const end = at + words.length
  const found = targets.mentions.filter((m) => document.start[m.from]! < end && at < document.end[m.to - 1]!)
  // the mention that fits the phrase best
  const misfit = (m: (typeof found)[number]): number =>
    Math.abs(document.start[m.from]! - at) + Math.abs(document.end[m.to - 1]! - end)
  const best = found.sort((a, b) => misfit(a) - misfit(b))[0]
  if (best === undefined) return '-'
  return best.target === OTHER ? 'other' : best.target === GENERIC ? 'no target' : `${best.target} ${best.kind}`
}

const TABLES: readonly (readonly [title: string, analyzer: Analyzer, rows: readonly Row[]])[] = [
  [
    'names of the Moscow talks',
    moscow,
    [
      ['The Taliban will attend the Moscow talks on Afghanistan.', { 'the Moscow talks on Afghanistan': '0 name' }],
      ['Kabul rejected the Moscow conference.', { 'the Moscow conference': '0 name' }],
      ['India will send diplomats to the Moscow format consultations.', { 'the Moscow format consultations': '0 name' }],
      ['The peace talks in Moscow ended on Friday.', { 'The peace talks in Moscow': '0 name' }],
      ['Ghani will stay away from the Russian-hosted talks on Afghanistan.', { 'the Russian-hosted talks': '0 name' }],
      [
        'The Russia-sponsored conference on Afghanistan opens on Friday.',
        { 'The Russia-sponsored conference on Afghanistan': '0 name' },
      ],
      ['Washington turned down Russia’s invitation to a conference on Afghanistan.', { invitation: '0 facet' }],
      [
        'A Russian-led peace conference on Afghanistan is useless, he said.',
        { 'A Russian-led peace conference on Afghanistan': '0 name' },
      ],
      [
        'Russia will hold a conference on Afghanistan in Moscow on September 4.',
        { 'a conference on Afghanistan in Moscow': '0 name' },
      ],
      ['US declines invitation to Moscow talks on Afghanistan', { 'Moscow talks on Afghanistan': '0 name' }],
    ],
  ],
  [
    'nouns that take the Moscow talks up again',
    moscow,
    [
      ['The Moscow talks open on Friday. Kabul will skip the meeting.', { 'the meeting': '0 nominal' }],
      ['The Moscow talks open on Friday. Kabul called the gathering a show.', { 'the gathering': '0 nominal' }],
      ['The Moscow conference opens on Friday. This summit will fail, he said.', { 'This summit': '0 nominal' }],
      ['The Moscow talks were put off. The September 4 event had been planned for weeks.', { 'The September 4 event': '0 *' }],
      ['Russia invited the Taliban to the Moscow talks. They accepted the invitation.', { 'the invitation': '0 facet' }],
      ['The Moscow talks open on Friday. Iran welcomed the initiative.', { 'the initiative': '0 facet' }],
      ['The Moscow talks open on Friday. India will be there.', { there: '0 anaphor' }],
      ['The Moscow talks open on Friday. China supports it.', { it: '0 anaphor' }],
      ['The Moscow talks open on Friday. The Taliban will come to the table in Moscow.', { 'the table': '0 facet' }],
      ['The Moscow talks ended. Lavrov praised the outcome of the meeting.', { 'the outcome of the meeting': '0 facet' }],
      ['The Moscow talks open on Friday. The Taliban will travel to Moscow.', { 'Moscow#2': '0 venue' }],
      ['The Taliban plan to join the Moscow talks. The trip was confirmed on Monday.', { 'The trip': '0 facet' }],
    ],
  ],
  [
    'other talks beside the Moscow talks',
    moscow,
    [
      [
        'The Taliban praised the Doha talks and will skip the Moscow talks.',
        { 'the Doha talks': 'other', 'the Moscow talks': '0 name' },
      ],
      [
        'The Moscow talks open on Friday. Ghani spoke at the Kabul Process conference in February.',
        { 'the Kabul Process conference': 'other' },
      ],
      [
        'The Moscow talks come after the Tashkent conference. Kabul welcomed the Tashkent conference.',
        { 'the Tashkent conference': 'other', 'the Tashkent conference#2': 'other' },
      ],
      ['The Moscow talks open on Friday, a week after a summit in Geneva.', { 'a summit in Geneva': 'other' }],
      [
        'The Moscow talks failed. The Quadrilateral Coordination Group will meet in Muscat.',
        { 'The Quadrilateral Coordination Group': 'other' },
      ],
      [
        'After the Moscow talks, US envoys met the Taliban in Doha. Those Doha negotiations go on.',
        { 'Those Doha negotiations': 'other' },
      ],
      ['The Moscow talks are a chance. Ghani offered the Taliban peace talks.', { 'peace talks': 'no target' }],
      [
        'The Moscow talks open on Friday. The government wants direct talks with the Taliban.',
        { 'direct talks with the Taliban': 'no target' },
      ],
      ['Russia and Ukraine held talks in Istanbul before the Moscow talks on Afghanistan.', { 'talks in Istanbul': 'other' }],
      ['The Moscow talks open on Friday. Trump and Putin agreed on a summit in Helsinki.', { 'a summit in Helsinki': 'other' }],
      ['The Moscow talks are near. The UN General Assembly opens on Tuesday.', { 'The UN General Assembly': 'other' }],
      [
        'The Moscow talks ended. The Heart of Asia conference will be held in Istanbul.',
        { 'The Heart of Asia conference': 'other' },
      ],
    ],
  ],
  [
    'what is no mention of talks',
    moscow,
    [
      ['The Moscow talks open on Friday. The Moscow police closed the streets.', { 'The Moscow police': '-' }],
      ['The Moscow talks open on Friday. The talk of the town was the weather.', { 'the weather': '-' }],
      ['It is raining in Kabul.', { It: '-' }],
      ['He returned the invitation to his wedding.', { 'the invitation to his wedding': '-' }],
    ],
  ],
  [
    "a user's target with a name alone",
    geneva,
    [
      ['The Houthis will not attend the Geneva talks on Yemen.', { 'the Geneva talks on Yemen': '0 name' }],
      ['The Houthis will not attend the Geneva talks.', { 'the Geneva talks': '0 name' }],
      [
        'The Geneva talks open on Thursday. The government delegation welcomed the negotiations.',
        { 'the negotiations': '0 nominal' },
      ],
      ['The Yemen talks in Geneva have collapsed.', { 'The Yemen talks in Geneva': '0 name' }],
      ['The UN convened the Geneva consultations on Yemen.', { 'the Geneva consultations on Yemen': '0 name' }],
      ['The Geneva talks open on Thursday. The Moscow talks are a matter for others.', { 'The Moscow talks': 'other' }],
      ['The Geneva talks failed. The Stockholm talks followed in December.', { 'The Stockholm talks': 'other' }],
      ['The Houthis were invited to the Geneva talks but declined the invitation.', { 'the invitation': '0 facet' }],
    ],
  ],
  [
    "a user's target with aliases, venue and host",
    doha,
    [
      ['The talks in Doha resume on Monday.', { 'The talks in Doha': '0 name' }],
      ['The Doha talks resume on Monday. Kabul will send a team to Doha.', { 'Doha#2': '0 venue' }],
      [
        'The Doha talks resume on Monday. Russia offered to hold the Moscow conference in May.',
        { 'the Moscow conference': 'other' },
      ],
      ['Qatar will host the Doha talks. The Qatari initiative was praised.', { 'The Qatari initiative': '0 facet' }],
    ],
  ],
  [
    'several targets at once',
    several,
    [
      [
        'Damascus will attend the Geneva talks and the Astana process.',
        { 'the Geneva talks': '0 name', 'the Astana process': '1 name' },
      ],
      ['The Astana talks resume on Monday. The opposition will boycott the talks.', { 'the talks': '1 nominal' }],
      [
        'The Geneva talks failed. The Astana talks resume on Monday. The opposition left the Geneva talks.',
        { 'the Geneva talks': '0 name' },
      ],
      ['The Geneva talks resume on Monday. The Sochi congress is over.', { 'The Sochi congress': 'other' }],
    ],
  ],
  [
    'a target whose name is no place',
    coalition,
    [
      ['The SPD will enter the coalition talks with the CDU.', { 'the coalition talks': '0 name' }],
      ['The coalition talks drag on. The FDP left the negotiations.', { 'the negotiations': '0 nominal' }],
      ['The coalition talks drag on. The wage talks are over.', { 'The wage talks': 'other' }],
    ],
  ],
  [
    'a target with a hostile name',
    constructor,
    [
      ['They will attend the constructor talks.', { 'the constructor talks': '0 name' }],
      ['The hasOwnProperty of the toString was valueOf.', { toString: '-' }],
    ],
  ],
]

describe.each(TABLES)('%s', (_, analyzer, rows) => {
  const cases = rows.flatMap(([text, phrases]) =>
    Object.entries(phrases).map(([phrase, wanted]) => [text, phrase, wanted] as const),
  )
  test.each(cases)('%s · %s · %s', (text, phrase, wanted) => {
    holds('targets', `${text} · ${phrase}`, () => {
      const found = mentionAt(analyzer, text, phrase)
      if (wanted === 'no target') return expect(['other', '-', wanted]).toContain(found)
      expect(wanted.endsWith('*') ? found.replace(/\S+$/, '*') : found).toBe(wanted)
    })
  })
})
