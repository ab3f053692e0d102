import { describe, expect, test } from 'vitest'
import { holds } from '../helpers/limits'
import { createAnalyzer } from '../../src/analyze'
import type { Rule } from '../../src/types'

/** A few plain rules, so that the table is about what the engine makes of a match and not about the built-in rules. */
const RULES: readonly Rule[] = [
  cue('attend', 'support', 1.8, '(attend<VERB>|join<VERB>|go<VERB> to|come<VERB> to|take<VERB> part in) <target>'),
  cue('attend-bare', 'support', 1.4, '(attend<VERB>|take<VERB> part) {end}'),
  cue('host', 'support', 1.8, '(host<VERB>|hold<VERB>) <target>'),
  cue('welcome', 'support', 1.8, '(welcome<VERB>|back<VERB>) <target>'),
  cue('invite', 'support', 1.5, 'invite<VERB> *{0,8} to <target>'),
  cue('send', 'support', 1.5, 'send<VERB> *{0,3} delegation to <target>'),
  cue('send-bare', 'support', 1.2, 'dispatch<VERB> *{0,2} team'),
  cue('reject', 'oppose', 1.8, '(reject<VERB>|boycott<VERB>|decline<VERB>|skip<VERB>|turn<VERB> down) <target>'),
  cue('cancel', 'oppose', 1.8, '(cancel<VERB>|call<VERB> off) <target>'),
  { ...cue('useful', 'support', 1.5, '<target> be *{0,2} (useful|chance)'), holder: 'speaker' },
  { ...cue('farce', 'oppose', 1.5, '<target> be *{0,2} (farce|useless)'), holder: 'speaker' },
  { ...cue('rejection', 'oppose', 1.5, '(rejection|boycott) of <target>'), holder: 'possessor' },
  { ...cue('bring', 'support', 1.2, '<target> *{0,2} bring<VERB> together <DET>? <actor>'), holder: 'object' },
  { ...cue('begin', 'support', 1.2, 'begin<VERB> <target>'), holder: 'participants' },
  { ...cue('must', 'conditional', 1.5, '<target> must be <ADJ|VERB>'), holder: 'speaker' },
  { ...cue('rule-out', 'oppose', 1.2, 'rule<VERB> out <target>'), negated: 'support' },
  { ...cue('comment', 'oppose', 1, 'comment<VERB> on <target>'), negated: 'ignore' },
  { ...cue('regret', 'support', 1.2, 'regret<VERB> the collapse of <target>'), factive: true },
  modifier('hedge', 'hedge', '(reportedly|apparently)'),
  modifier('earlier', 'earlier', '(previously|earlier|initially)'),
  modifier('hypothetical', 'hypothetical', '(imagine|suppose)'),
  modifier('undecided', 'undecided', '(mull|consider)'),
  modifier('ostensibly', 'negation', 'ostensibly'),
  { ...modifier('exchange', 'condition', 'in exchange for'), direction: 'both', reach: 40 },
  { id: 'test.but', kind: 'boundary', pattern: '(but|while)', examples: [] },
  { id: 'test.lightly', kind: 'guard', pattern: 'turn<VERB> down <target> lightly', examples: [] },
]

function cue(id: string, stance: 'support' | 'oppose' | 'conditional', weight: number, pattern: string): Rule & { kind: 'cue' } {
  return { id: `test.${id}`, kind: 'cue', stance, weight, pattern, examples: [] }
}
function modifier(
  id: string,
  effect: 'hedge' | 'earlier' | 'hypothetical' | 'undecided' | 'negation' | 'condition',
  pattern: string,
): Rule & { kind: 'modifier' } {
  return { id: `test.${id}`, kind: 'modifier', effect, pattern, examples: [] }
}

const analyzer = createAnalyzer({ rules: RULES })
const explain = (text: string) => analyzer.explain(text, { publishedAt: '2018-08-23' })

/** Each vote in words: `HOLDER STANCE[ earlier][ says SOURCE][ if CONDITION + CONDITION]`, sorted, each once. */
function votesOf(text: string): string[] {
  const { votes, reading } = explain(text)
  const { document, actors } = reading
  const name = (entity: number): string => actors.entities[entity]?.name ?? String(entity)
  const lines = votes.map((vote) => {
    const conditions = vote.conditions.map(({ from, to }) => document.text.slice(document.start[from], document.end[to - 1]))
    return [
      name(vote.holder),
      vote.stance,
      ...(vote.earlier ? ['earlier'] : []),
      ...(vote.source >= 0 ? [`says ${name(vote.source)}`] : []),
      ...(conditions.length > 0 ? [`if ${conditions.join(' + ')}`] : []),
    ].join(' ')
  })
  return [...new Set(lines)].sort()
}

const KABUL = 'Afghan government'

const VOTES: Readonly<Record<string, readonly (readonly [text: string, votes: readonly string[]])[]>> = {
  'the holder is the subject': [
    ['The Taliban will attend the Moscow talks.', ['Taliban support']],
    ['Kabul rejected the Moscow talks.', [`${KABUL} oppose`]],
    ['Russia and China welcomed the Moscow talks.', ['China support', 'Russia support']],
    ['Pakistan, China and Iran will attend the Moscow talks.', ['China support', 'Iran support', 'Pakistan support']],
    ['The Taliban arrived on Friday and joined the Moscow talks.', ['Taliban support']],
    ['Iran, which borders Afghanistan, will join the Moscow talks.', ['Iran support']],
    ['Officials from Pakistan attended the Moscow talks.', ['Pakistan support']],
    ['A Taliban delegation led by Sher Mohammad Abbas Stanikzai will attend the Moscow talks.', ['Taliban support']],
    ['The Taliban, which Russia invited, will attend the Moscow talks.', ['Taliban support']],
    ['Zabihullah Mujahid said the group would attend the Moscow talks.', ['Taliban support']],
    ['“We will attend the Moscow talks,” Zabihullah Mujahid said.', ['Taliban support']],
    ['Ghani told reporters that his government would skip the Moscow talks.', [`${KABUL} oppose`]],
    ['Taliban to attend Moscow talks', ['Taliban support']],
  ],
  'passives, relatives and nouns': [
    ['The invitation to the Moscow talks was turned down by Washington.', ['United States oppose']],
    ['The Moscow talks were boycotted by Kabul and Washington.', [`${KABUL} oppose`, 'United States oppose']],
    ['The Moscow talks were cancelled on Friday.', []],
    ['The Moscow talks will be hosted by Russia.', ['Russia support']],
    ['The Moscow talks that Kabul rejected open on Friday.', [`${KABUL} oppose`]],
    ['Washington’s rejection of the Moscow talks angered Lavrov.', ['United States oppose']],
    ['The boycott of the Moscow talks by Kabul was expected.', [`${KABUL} oppose`]],
    ['Washington’s refusal to attend the Moscow talks angered Lavrov.', ['United States oppose']],
    ['The Taliban’s decision to attend the Moscow talks surprised Kabul.', ['Taliban support']],
    ['The Taliban were invited to the Moscow talks by Russia.', ['Russia support']],
    ['The Taliban were invited to the Moscow talks.', []],
  ],
  'control: who wants what of whom': [
    ['Russia invited the Taliban to attend the Moscow talks.', ['Russia support']],
    ['Russia urged Kabul to join the Moscow talks.', ['Russia support']],
    ['Kabul was urged to join the Moscow talks.', []],
    ['The Taliban agreed to attend the Moscow talks.', ['Taliban support']],
    ['India is ready to take part in the Moscow talks.', ['India support']],
    ['Kabul refused to attend the Moscow talks.', [`${KABUL} oppose`]],
    ['Kabul declined to take part in the Moscow talks.', [`${KABUL} oppose`]],
    ['Washington is reluctant to join the Moscow talks.', ['United States oppose']],
    ['Pakistan plans to send a delegation to the Moscow talks.', ['Pakistan support']],
    ['Kabul asked Moscow to cancel the Moscow talks.', [`${KABUL} oppose`]],
    ['The Taliban want to attend the Moscow talks.', ['Taliban support']],
    ['Moscow wants the Taliban to attend the Moscow talks.', ['Russia support']],
    ['Kabul called on Pakistan to boycott the Moscow talks.', [`${KABUL} oppose`]],
    ['Ghani sent his adviser to attend the Moscow talks.', [`${KABUL} support`]],
    ['Kabul should attend the Moscow talks, Karzai said.', ['Hamid Karzai support']],
    ['The government must boycott the Moscow talks, Latif Pedram said.', ['Latif Pedram oppose']],
  ],
  'the holder is the speaker, the object, the participants': [
    ['Lavrov said the Moscow talks were useful.', ['Russia support']],
    ['“The Moscow talks are a farce,” Hamid Karzai said.', ['Hamid Karzai oppose']],
    ['The Moscow talks are useful.', []],
    ['According to Zakharova, the Moscow talks are useful.', ['Russia support']],
    ['The Moscow talks brought together the Taliban and Pakistan.', ['Pakistan support', 'Taliban support']],
    [
      'The hosts began the Moscow talks between the Taliban and the High Peace Council.',
      ['High Peace Council support', 'Taliban support'],
    ],
  ],
  'source and holder': [
    [
      'Sayed Akbar Agha, a former Taliban commander, said the Taliban would attend the Moscow talks.',
      ['Taliban support says Sayed Akbar Agha'],
    ],
    ['Lavrov said the Taliban would attend the Moscow talks.', ['Taliban support says Russia']],
    ['The Taliban will attend the Moscow talks, according to Zakharova.', ['Taliban support says Russia']],
    ['Zakharova said that Washington’s rejection of the Moscow talks was no surprise.', ['United States oppose says Russia']],
    ['“Kabul will boycott the Moscow talks,” Lavrov said.', [`${KABUL} oppose says Russia`]],
    [
      'Kabul said it would not attend the Moscow talks, but Tehran welcomed the Moscow talks.',
      [`${KABUL} oppose`, 'Iran support'],
    ],
  ],
  negation: [
    ['Kabul will not attend the Moscow talks.', [`${KABUL} oppose`]],
    ['Kabul won’t attend the Moscow talks.', [`${KABUL} oppose`]],
    ['Kabul never rejected the Moscow talks.', [`${KABUL} support`]],
    ['Neither Kabul nor Washington will attend the Moscow talks.', [`${KABUL} oppose`, 'United States oppose']],
    ['No Afghan official will attend the Moscow talks.', [`${KABUL} oppose`]],
    ['Washington has not ruled out the Moscow talks.', ['United States support']],
    ['Washington did not comment on the Moscow talks.', []],
    ['Kabul has not refused to attend the Moscow talks.', [`${KABUL} support`]],
    ['The Taliban have not yet rejected the Moscow talks.', []],
    ['India does not plan to attend the Moscow talks.', ['India oppose']],
    ['Lavrov does not think the Moscow talks are useless.', ['Russia support']],
    ['Kabul is not against talks. It will attend the Moscow talks.', [`${KABUL} support`]],
    ['The Taliban will attend the Moscow talks, not the Kabul conference.', ['Taliban support']],
    ['Karzai hardly welcomed the Moscow talks.', ['Hamid Karzai oppose']],
    ['Karzai ostensibly welcomed the Moscow talks.', ['Hamid Karzai oppose']],
    ['Kabul stopped short of boycotting the Moscow talks.', []],
    ['The Moscow talks are not useful, Ghani said.', [`${KABUL} oppose`]],
  ],
  conditions: [
    [
      'Kabul will not attend the Moscow talks unless the Taliban agree to direct talks.',
      [`${KABUL} conditional if the Taliban agree to direct talks`],
    ],
    ['If Kabul is invited, Islamabad will attend the Moscow talks.', ['Pakistan conditional if Kabul is invited']],
    [
      'India will attend the Moscow talks if the Afghan government takes part.',
      ['India conditional if the Afghan government takes part'],
    ],
    [
      'The Taliban will attend the Moscow talks once the prisoners are freed.',
      ['Taliban conditional if the prisoners are freed'],
    ],
    ['Tehran backs the Moscow talks as long as Kabul leads them.', ['Iran conditional if Kabul leads them']],
    // a condition that a later clause with another subject states is that one's
    [
      'Tehran backs the Moscow talks, and Ankara said it would attend the Moscow talks as long as Kabul leads them.',
      ['Iran support', 'Turkey conditional if Kabul leads them'],
    ],
    [
      'Tehran attended the Moscow talks, with Ankara telling reporters it would attend the Moscow talks if Kabul leads them.',
      ['Iran support', 'Turkey conditional if Kabul leads them'],
    ],
    [
      'Kabul will not join the Moscow talks until the Taliban stop fighting, Ghani said.',
      [`${KABUL} conditional if the Taliban stop fighting`],
    ],
    ['The Taliban will attend the Moscow talks in exchange for a ceasefire.', ['Taliban conditional if a ceasefire']],
    [
      'Washington will attend the Moscow talks provided that Kabul leads them.',
      ['United States conditional if Kabul leads them'],
    ],
    ['Ghani said the Moscow talks must be Afghan-led.', [`${KABUL} conditional if the Moscow talks must be Afghan-led`]],
    [
      'Kabul will not attend the Moscow talks before the Taliban agree to a truce.',
      [`${KABUL} conditional if the Taliban agree to a truce`],
    ],
    ['Kabul will attend the Moscow talks whenever that may be.', [`${KABUL} support`]],
    [
      'The Taliban will attend the Moscow talks if Kabul frees the prisoners, a step that Ghani has ruled out.',
      ['Taliban conditional if Kabul frees the prisoners'],
    ],
    [
      'Kabul will attend the Moscow talks if the list is changed, and otherwise it will stay at home.',
      [`${KABUL} conditional if the list is changed`],
    ],
    [
      'Kabul would attend the Moscow talks, Ghani said, “provided the list is changed”.',
      [`${KABUL} conditional if the list is changed`],
    ],
    [
      'Turkmenistan will attend the Moscow talks provided that it is an observer and that nothing is signed.',
      ['Turkmenistan conditional if it is an observer + nothing is signed'],
    ],
    [
      'Kabul asked for direct talks and for a ceasefire. Once these two demands are met, Kabul will attend the Moscow talks.',
      [`${KABUL} conditional if direct talks and for a ceasefire`],
    ],
    [
      'The Taliban will attend the Moscow talks if the guards, not the hosts, are changed.',
      ['Taliban conditional if the guards, not the hosts, are changed'],
    ],
    [
      'The Taliban will attend the Moscow talks if the agenda includes prisoners, as it did last year.',
      ['Taliban conditional if the agenda includes prisoners'],
    ],
    ['Karzai will attend the Moscow talks if they are called off.', ['Hamid Karzai oppose']],
    [
      'Karzai will attend the Moscow talks if the raids are called off.',
      ['Hamid Karzai conditional if the raids are called off'],
    ],
    [
      'Tehran will attend the Moscow talks if women are heard and if the list is changed.',
      ['Iran conditional if women are heard + the list is changed'],
    ],
    [
      'Tehran will attend the Moscow talks after the prisoners have been freed.',
      ['Iran conditional if the prisoners have been freed'],
    ],
    ['Tehran will attend the Moscow talks after it has met the envoys.', ['Iran support']],
    ['Tehran will attend the Moscow talks when the shelling ends.', ['Iran conditional if the shelling ends']],
    ['Tehran will attend the Moscow talks when the session ends.', ['Iran support']],
    [
      'Tehran will attend the Moscow talks if scholars from both sides open it.',
      ['Iran conditional if scholars from both sides open it'],
    ],
    ['Tehran will attend the Moscow talks if any.', ['Iran support']],
    ['When asked about the trip, Zabihullah Mujahid said the Taliban would attend the Moscow talks.', ['Taliban support']],
    ['Even if Kabul stays away, the Taliban will attend the Moscow talks.', ['Taliban support']],
    ['The Taliban will attend the Moscow talks, he said, if they are invited.', ['Taliban conditional if they are invited']],
    ['When the Taliban came to Moscow last year, Russia hosted the Moscow talks.', ['Russia support']],
  ],
  'earlier positions and hedges': [
    ['The Taliban had rejected the Moscow talks.', ['Taliban oppose earlier']],
    ['Kabul previously rejected the Moscow talks.', [`${KABUL} oppose earlier`]],
    [
      'Kabul initially rejected the Moscow talks but will now attend the Moscow talks.',
      [`${KABUL} oppose earlier`, `${KABUL} support`],
    ],
    ['The Taliban will reportedly attend the Moscow talks.', ['Taliban support']],
    ['India may attend the Moscow talks.', ['India support']],
  ],
  'longer sentences of the press': [
    [
      'The Foreign Ministry, which had earlier welcomed the Moscow talks, said on Monday that Kabul would boycott the Moscow talks.',
      [`${KABUL} oppose`, `${KABUL} support earlier`],
    ],
    [
      'Tehran welcomed the Moscow talks, but Ghani, who was not invited, rejected the Moscow talks.',
      [`${KABUL} oppose`, 'Iran support'],
    ],
    [
      'A day after Washington turned down the Moscow talks, New Delhi said it would not join the Moscow talks either.',
      ['India oppose', 'United States oppose'],
    ],
    ['India, unlike Pakistan, will not take part in the Moscow talks.', ['India oppose']],
    [
      'The Taliban said they would go to the Moscow talks but that no one from the office would meet Afghan officials.',
      ['Taliban support'],
    ],
    ['Pakistan has assured Russia that it will attend the Moscow talks.', ['Pakistan support']],
    ['Ghani has ordered his ministers to boycott the Moscow talks.', [`${KABUL} oppose`]],
    ['Iran said it was pleased to have been invited and would attend the Moscow talks.', ['Iran support']],
    [
      'Ghani said he would go to the Moscow talks only if the Taliban stopped fighting.',
      [`${KABUL} conditional if the Taliban stopped fighting`],
    ],
    ['Kabul will attend the Moscow talks whether or not the Taliban come.', [`${KABUL} support`]],
    ['“If they come, we will attend the Moscow talks,” Ghani said.', [`${KABUL} conditional if they come`]],
    ['The United States declined to join the Moscow talks, saying the Moscow talks were useless.', ['United States oppose']],
    ['Both Kabul and the High Peace Council will attend the Moscow talks.', [`${KABUL} support`, 'High Peace Council support']],
    ['Instead of attending the Moscow talks, Ghani flew to Delhi.', [`${KABUL} oppose`]],
    ['Ghani flew to Delhi without attending the Moscow talks.', [`${KABUL} oppose`]],
    ['Were Kabul invited, Islamabad would attend the Moscow talks.', ['Pakistan conditional if Kabul invited']],
    [
      'Should the Taliban agree to a truce, Kabul will attend the Moscow talks.',
      [`${KABUL} conditional if the Taliban agree to a truce`],
    ],
    [
      'Iran will ask for a truce and the Taliban will refuse it. Both sides will attend the Moscow talks.',
      ['Iran support', 'Taliban support'],
    ],
    [
      'Iran asked for a truce, India wanted none and China said nothing. Iran is at odds with itself, but the other two will attend the Moscow talks.',
      ['India support', 'China support'],
    ],
    [
      'Iran will attend the Moscow talks in exchange for a truce, and India, citing the cost, will boycott the Moscow talks.',
      ['Iran conditional if a truce', 'India oppose'],
    ],
    ['Only if Kabul agrees will Iran attend the Moscow talks.', ['Iran conditional if Kabul agrees']],
    ['Never will Iran attend the Moscow talks.', ['Iran oppose']],
    ['Rather than attend the Moscow talks, Iran sent a letter.', ['Iran oppose']],
    ['Iran sent a letter rather than attending the Moscow talks.', ['Iran oppose']],
    ['Iran denied that it would boycott the Moscow talks.', ['Iran support']],
    ['Iran denied boycotting the Moscow talks.', ['Iran support']],
    ['Russia thanked Iran for joining the Moscow talks.', ['Iran support']],
    ['Not only Iran but also Pakistan will attend the Moscow talks.', ['Iran support', 'Pakistan support']],
    ['Like Iran, Pakistan will attend the Moscow talks.', ['Iran support', 'Pakistan support']],
    ['The Moscow talks were joined by Iran and also by Pakistan.', ['Iran support', 'Pakistan support']],
    ['Kabul will not attend the Moscow talks, nor will Iran attend the Moscow talks.', [`${KABUL} oppose`, 'Iran oppose']],
    ['Unless and until Kabul is invited, Pakistan will not join the Moscow talks.', ['Pakistan conditional if Kabul is invited']],
  ],
  'understood talks': [
    ['The Moscow talks open on Friday. The Taliban will attend.', ['Taliban support']],
    ['The Moscow talks open on Friday. Iran will dispatch a team to Moscow.', ['Iran support']],
    ['The Moscow talks open on Friday. Kabul will not take part.', [`${KABUL} oppose`]],
    ['The Moscow talks open on Friday. “We will attend,” said Zabihullah Mujahid.', ['Taliban support']],
  ],
}

describe.each(Object.entries(VOTES))('%s', (_, rows) => {
  test.each(rows)('%s · %j', (text, wanted) => {
    holds('votes', text, () => expect(votesOf(text)).toEqual([...wanted].sort()))
  })
})

/** Matches that do not count, and words of the reason why; an empty reason stands for no match at all. */
const DISMISSED: readonly (readonly [text: string, reason: string])[] = [
  ['Will the Taliban attend the Moscow talks?', 'question'],
  ['“Will you attend the Moscow talks?” a reporter asked Lavrov.', 'question'],
  ['If the Taliban attend the Moscow talks, much will change.', 'condition'],
  ['It is not clear whether the Taliban will attend the Moscow talks.', 'condition'],
  ['The Taliban have not decided whether to attend the Moscow talks.', ''],
  ['The Taliban attended the Doha talks.', ''],
  ['The Moscow talks open on Friday. The Taliban attended a wedding.', ''],
  ['The Moscow talks open on Friday. Iran will dispatch a team to Baghdad.', 'elsewhere'],
  ['The Moscow talks open on Friday. Iran will dispatch a team to the oil fields.', 'elsewhere'],
  ['Iran denied that it would attend the Moscow talks.', 'condition'],
  ['Iran denied hosting the Moscow talks.', 'only a claim'],
  ['The Taliban were asked to attend the Moscow talks.', 'only ask'],
  ['There is no need to attend the Moscow talks.', 'governed by'],
  ['The Taliban will attend.', 'no target'],
  ['India will mull taking part in the Moscow talks.', 'undecided'],
  ['Imagine the Taliban attend the Moscow talks.', 'hypothetical'],
  ['Kabul did not turn down the Moscow talks lightly.', 'guarded'],
  ['The Moscow talks were called off on Friday.', 'no actor holds it'],
  ['The Moscow talks are useless.', 'no actor holds it'],
  ['Washington did not comment on the Moscow talks.', 'negated'],
  ['Russia invited the Taliban to attend the Moscow talks and said no more.', ''],
]

describe('matches that do not count', () => {
  test.each(DISMISSED.filter(([, reason]) => reason !== ''))('%s · %s', (text, reason) => {
    holds('votes', text, () => {
      const { votes, dismissed } = explain(text)
      expect(votes.map((vote) => `${vote.hit.rule} ${vote.stance}`)).toEqual([])
      expect(dismissed.map((one) => one.reason).join('; ')).toContain(reason)
    })
  })
  test.each([
    ['The Taliban have not decided whether to attend the Moscow talks.', 'Taliban'],
    ['The Taliban attended the Doha talks.', 'Taliban'],
    ['The Moscow talks open on Friday. The Taliban attended a wedding.', 'Taliban'],
    ['Russia invited the Taliban to attend the Moscow talks and said no more.', 'Taliban'],
    ['The Taliban are sabotaging the Moscow talks, Ghani said.', 'Taliban'],
    ['Russia said the Taliban had been invited to attend the Moscow talks.', 'Taliban'],
    ['Lavrov accused Washington of boycotting the Moscow talks.', 'United States'],
    ['Moscow denied that Iran would boycott the Moscow talks.', 'Iran oppose'],
  ])('%s · no vote of %s', (text, holder) => {
    holds('votes', text, () => expect(votesOf(text).filter((line) => line.startsWith(holder))).toEqual([]))
  })
  test('a hedge makes a vote weaker, a report by somebody else too', () => {
    const weight = (text: string): number => explain(text).votes[0]?.weight ?? Number.NaN
    const plain = weight('The Taliban will attend the Moscow talks.')
    expect(weight('The Taliban will reportedly attend the Moscow talks.')).toBeLessThan(plain)
    expect(weight('The Taliban may attend the Moscow talks.')).toBeLessThan(plain)
    expect(weight('Lavrov said the Taliban would attend the Moscow talks.')).toBeLessThan(plain)
    expect(weight('The Taliban will not attend the Moscow talks.')).toBeGreaterThan(0)
  })
  test('a factive rule counts inside a question', () => {
    expect(votesOf('Does Pakistan regret the collapse of the Moscow talks?')).toEqual(['Pakistan support'])
  })
  test('statements lie around their match and conditions, in range', () => {
    for (const [text] of Object.values(VOTES).flat()) {
      const { votes, reading } = explain(text)
      for (const vote of votes) {
        expect(vote.from, text).toBeLessThanOrEqual(vote.hit.head)
        expect(vote.to, text).toBeGreaterThan(vote.hit.head)
        expect(vote.to, text).toBeLessThanOrEqual(reading.document.length)
        expect(vote.weight, text).toBeGreaterThan(0)
        for (const { from, to } of vote.conditions) expect(to, text).toBeGreaterThan(from)
      }
    }
  })
})
