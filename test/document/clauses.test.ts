import { describe, expect, test } from 'vitest'
import { holds } from '../helpers/limits'
import { createAnalyzer } from '../../src/analyze'
import type { Reading } from '../../src/rules/votes'

/**
 * What is said of a clause, by the word at the head of its verb: `SUBJECT < RELATION of GOVERNOR (MARKER) by AGENT`. Noun phrases are named by their
 * heads. `main` is a clause that stands by itself, a coordinate one, or one of speaking around what is said; `*` is anything.
 */
type Expected = Readonly<Record<string, string>>

// The analyser, and not `readSyntax` alone: listed names are tagged as such before clauses are read.
const analyzer = createAnalyzer({ rules: [] })
const read = (text: string): Reading => analyzer.explain(text).reading

const MAIN = new Set(['root', 'coordinate', 'parenthetical'])

function describeClause(text: string, verb: string, wanted: string): string {
  const { document, syntax } = read(text)
  const headOf = (phrase: number): string => (phrase < 0 ? '-' : document.words[syntax.nounPhrases[phrase]!.head]!)
  const clause = syntax.clauses.find((c) => document.words[c.verb.head] === verb)
  if (clause === undefined) return `no clause of ${syntax.clauses.map((c) => document.words[c.verb.head]).join(', ')}`
  const main = MAIN.has(clause.relation)
  const byPhrase = clause.governor >= 0 && (clause.relation === 'relative' || clause.relation === 'infinitive')
  const governor = byPhrase
    ? headOf(clause.governor)
    : clause.parent >= 0
      ? document.words[syntax.clauses[clause.parent]!.verb.head]!
      : '-'
  const subject = wanted.startsWith('*') ? '*' : headOf(clause.subject)
  if (wanted.endsWith('< *')) return `${subject} < *`
  const parts = [subject, '<', main ? 'main' : `${clause.relation} of ${governor}`]
  if (!main && clause.marker >= 0) parts.push(`(${document.words[clause.marker]})`)
  if (clause.agent >= 0) parts.push(`by ${headOf(clause.agent)}`)
  return parts.join(' ')
}

const SENTENCES: readonly (readonly [sentence: string, clauses: Expected])[] = [
  // main clauses, active and passive
  ['The Taliban rejected the offer.', { rejected: 'Taliban < main' }],
  [
    'Should India be invited, Pakistan will attend.',
    { invited: 'India < adverbial of attend (Should)', attend: 'Pakistan < main' },
  ],
  ['Iran voiced hope that the talks would go on.', { voiced: 'Iran < main', go: 'talks < complement of voiced (that)' }],
  // bare infinitives
  ['Kabul will not let its officials attend the talks.', { let: 'Kabul < main', attend: 'officials < infinitive of let' }],
  ['Iran wants to see the talks resume.', { resume: 'talks < infinitive of see' }],
  ['Iran let it be known that officials attend the talks.', { attend: 'officials < *' }],
  ['Unions rejected an invitation to fresh pay talks with the company.', { rejected: 'Unions < main' }],
  ['The offer was rejected by the Taliban.', { rejected: 'offer < main by Taliban' }],
  ['The invitation has been turned down by the US.', { turned: 'invitation < main by US' }],
  ['The US, a key player, has turned down the invitation.', { turned: 'US < main' }],
  ['Russia, China and Iran welcomed the outcome.', { welcomed: 'Russia < main' }],
  ['Russia as well as Iran has sent invitations.', { sent: 'Russia < main' }],
  ['Neither Kabul nor Washington has agreed to take part.', { agreed: 'Kabul < main', take: 'Kabul < infinitive of agreed' }],
  ['The talks will be held in Moscow by Russian diplomats on Friday.', { held: 'talks < main by diplomats' }],
  ['The delegation arrived in Moscow and met Lavrov.', { arrived: 'delegation < main', met: 'delegation < main' }],
  ['The Taliban were invited but have not replied.', { invited: 'Taliban < main', replied: 'Taliban < main' }],
  [
    'The Kremlin called the meeting useful, but Kabul dismissed it as a show.',
    { called: 'Kremlin < main', dismissed: 'Kabul < main' },
  ],
  [
    'No invitation was sent to Kabul, but Russian officials promised to brief it.',
    { sent: 'invitation < main', promised: 'officials < main', brief: 'officials < infinitive of promised' },
  ],
  ['In Moscow on Friday, the Taliban delegation met Afghan politicians.', { met: 'delegation < main' }],

  // what is said, with and without "that"
  [
    'The ministry said that Kabul would not attend the Moscow talks.',
    { said: 'ministry < main', attend: 'Kabul < complement of said (that)' },
  ],
  ['The ministry said Kabul would not attend.', { said: 'ministry < main', attend: 'Kabul < complement of said' }],
  ['Kabul would not attend, the ministry said.', { attend: 'Kabul < main', said: 'ministry < main' }],
  ['Kabul, the ministry said, would not attend.', { attend: 'Kabul < main', said: 'ministry < main' }],
  ['“We will not attend,” said Ahmadi.', { attend: 'We < main', said: 'Ahmadi < main' }],
  ['“Russia,” said Kabulov, “will hold the talks.”', { said: 'Kabulov < main' }],
  ['According to Zakharova, the Taliban have accepted the invitation.', { accepted: 'Taliban < main' }],
  [
    'Lavrov announced on Tuesday that the talks had been postponed by Russia.',
    { announced: 'Lavrov < main', postponed: 'talks < complement of announced (that) by Russia' },
  ],
  [
    'The Taliban said they would come and that they had named a team.',
    { come: 'they < complement of said', named: 'they < complement of said (that)' },
  ],
  ['India said it would send two observers and thanked Russia.', { send: 'it < complement of said', thanked: 'India < main' }],
  [
    'The minister said he had told Lavrov that the talks must be led by Afghans.',
    { said: 'minister < main', told: 'he < complement of said', led: 'talks < complement of told (that) by Afghans' },
  ],
  [
    'Officials in Kabul believe the Taliban will not show up.',
    { believe: 'Officials < main', show: 'Taliban < complement of believe' },
  ],
  ['Afghan officials hope Russia will change the date.', { change: 'Russia < complement of hope' }],
  ['Mujahid denied that the group had received an invitation.', { received: 'group < complement of denied (that)' }],
  ['It is not clear whether the Taliban will attend.', { attend: 'Taliban < complement of is (whether)' }],
  [
    'The official refused to say whether India would be represented.',
    { say: 'official < infinitive of refused', represented: 'India < complement of say (whether)' },
  ],
  [
    'Islamabad supports the process and hopes that it will succeed.',
    { hopes: 'Islamabad < main', succeed: 'it < complement of hopes (that)' },
  ],
  ['The Foreign Office said it had been informed by Russia of the delay.', { informed: 'it < complement of said by Russia' }],
  [
    'The Afghans, he said, were told about the talks by the Americans.',
    { said: 'he < main', told: 'Afghans < main by Americans' },
  ],
  [
    'Both governments have said they will work with Moscow, but neither has named an envoy.',
    { work: 'they < complement of said', named: 'neither < *' },
  ],
  [
    'The Kremlin spokesman was quoted as saying that Russia regretted the move.',
    { quoted: 'spokesman < main', regretted: 'Russia < complement of saying (that)' },
  ],
  [
    'A source close to the talks said the Taliban delegation headed by Stanikzai had left Doha.',
    {
      said: 'source < main',
      headed: 'delegation < relative of delegation by Stanikzai',
      left: 'delegation < complement of said',
    },
  ],
  ['The statement read: “The Islamic Emirate will attend.”', { read: 'statement < main', attend: 'Emirate < main' }],
  ['Mujahid told Reuters the group had not decided.', { told: 'Mujahid < main', decided: 'group < complement of told' }],
  ['Ghani was told that the hosts had invited Karzai.', { told: 'Ghani < main', invited: 'hosts < complement of told (that)' }],

  // infinitives and their control
  ['Russia invited the Taliban to attend the talks.', { invited: 'Russia < main', attend: 'Taliban < infinitive of invited' }],
  ['Pakistan agreed to send a delegation.', { agreed: 'Pakistan < main', send: 'Pakistan < infinitive of agreed' }],
  ['China is ready to host the next round.', { host: 'China < infinitive of is' }],
  ['Kabul asked Moscow to postpone the meeting.', { postpone: 'Moscow < infinitive of asked' }],
  ['The Taliban want the talks to be held in Doha.', { want: 'Taliban < main', held: 'talks < infinitive of want' }],
  ["Washington's refusal to attend angered Moscow.", { attend: '* < infinitive of refusal', angered: 'refusal < main' }],
  [
    'The decision to skip the conference was taken by President Ghani.',
    { skip: '* < infinitive of decision', taken: 'decision < main by Ghani' },
  ],
  [
    'The envoys of Russia, China and the United States met in Moscow to discuss the talks.',
    { met: 'envoys < main', discuss: 'envoys < infinitive of met' },
  ],
  ['Taliban to attend Moscow talks', { attend: 'Taliban < main' }],

  // participles
  [
    'Russia welcomed the decision, saying the talks were useful.',
    { welcomed: 'Russia < main', saying: 'Russia < participial of welcomed', were: 'talks < complement of saying' },
  ],
  ['The group left without signing the document.', { left: 'group < main', signing: 'group < participial of left' }],
  [
    'Asked about the talks, Nauert declined to comment.',
    { Asked: 'Nauert < participial of declined', declined: 'Nauert < main', comment: 'Nauert < infinitive of declined' },
  ],
  [
    'Karzai, speaking in Kabul, called on the parties to talk.',
    { speaking: 'Karzai < participial of called', called: 'Karzai < main', talk: 'parties < infinitive of called' },
  ],
  [
    'Having boycotted the first round, Tashkent will join the second.',
    { boycotted: 'Tashkent < participial of join', join: 'Tashkent < main' },
  ],

  // relative clauses, full and reduced
  ['The envoy who came to Moscow said nothing.', { came: 'envoy < relative of envoy (who)', said: 'envoy < main' }],
  ['Iran, which borders Afghanistan, will take part.', { borders: 'Iran < relative of Iran (which)', take: 'Iran < main' }],
  [
    'The talks that the Taliban boycotted ended on Friday.',
    { boycotted: 'Taliban < relative of talks (that)', ended: 'talks < main' },
  ],
  ['The talks the Taliban boycotted ended on Friday.', { boycotted: 'Taliban < relative of talks', ended: 'talks < main' }],
  [
    'The talks scheduled for September were called off by the hosts.',
    { scheduled: 'talks < relative of talks', called: 'talks < main by hosts' },
  ],
  [
    'The meeting, originally set for May, was put off by the organisers.',
    { set: 'meeting < relative of meeting', put: 'meeting < main by organisers' },
  ],
  ['The party led by Hekmatyar will join the talks.', { led: 'party < relative of party by Hekmatyar', join: 'party < main' }],
  [
    'Ghani, who has long opposed the format, told reporters that his government would stay away because the hosts had excluded it.',
    {
      opposed: 'Ghani < relative of Ghani (who)',
      told: 'Ghani < main',
      stay: 'government < complement of told (that)',
      excluded: 'hosts < adverbial of stay (because)',
    },
  ],
  [
    'Lavrov said Russia, which is hosting the talks, expects all sides to attend.',
    {
      hosting: 'Russia < relative of Russia (which)',
      expects: 'Russia < complement of said',
      attend: 'sides < infinitive of expects',
    },
  ],

  // adverbial clauses
  [
    'If the Taliban come, the government will take part.',
    { come: 'Taliban < adverbial of take (If)', take: 'government < main' },
  ],
  ['The government will take part if the Taliban come.', { come: 'Taliban < adverbial of take (if)', take: 'government < main' }],
  [
    'Unless Kabul is invited, Islamabad will not go to Moscow, officials said.',
    { invited: 'Kabul < adverbial of go (Unless)', go: 'Islamabad < main', said: 'officials < main' },
  ],
  [
    'When the Taliban delegation entered the hall, the Afghan envoy left.',
    { entered: 'delegation < adverbial of left (When)', left: 'envoy < main' },
  ],
  ['There will be no talks until foreign troops leave.', { leave: 'troops < adverbial of be (until)' }],
  [
    'Tehran backs any talks as long as the Afghan government is included.',
    { backs: 'Tehran < main', included: 'government < adverbial of backs (as)' },
  ],
  [
    'Provided that all sides agree, the round will be held in Kazan.',
    { agree: 'sides < adverbial of held (Provided)', held: 'round < main' },
  ],
  ['Only if Kabul agrees will the Taliban come.', { agrees: 'Kabul < adverbial of come (if)', come: 'Taliban < main' }],
  ['Should the Taliban refuse, the talks would be cancelled.', { refuse: 'Taliban < *', cancelled: 'talks < main' }],

  // longer sentences of the press
  [
    'The Foreign Ministry, which had earlier welcomed the initiative, said in a statement issued late on Monday that it would not send anyone to Moscow.',
    {
      welcomed: 'Ministry < relative of Ministry (which)',
      said: 'Ministry < main',
      issued: 'statement < relative of statement',
      send: 'it < complement of said (that)',
    },
  ],
  [
    'Speaking at a press conference, Kabulov told journalists that twelve countries had been invited by Moscow and that most of them had agreed to come.',
    {
      told: 'Kabulov < main',
      invited: 'countries < complement of told (that) by Moscow',
      agreed: 'most < complement of told (that)',
      come: 'most < infinitive of agreed',
    },
  ],
  [
    'While Tehran supports the talks, it says they will fail if the Americans stay away.',
    {
      supports: 'Tehran < adverbial of says (While)',
      says: 'it < main',
      fail: 'they < complement of says',
      stay: 'Americans < adverbial of fail (if)',
    },
  ],
  [
    'The Taliban, who were not consulted, refused to sign the document prepared by the hosts.',
    {
      consulted: 'Taliban < relative of Taliban (who)',
      refused: 'Taliban < main',
      sign: 'Taliban < infinitive of refused',
      prepared: 'document < relative of document by hosts',
    },
  ],
  [
    'Asked whether Kabul would attend, the spokesman said no decision had been made.',
    { attend: 'Kabul < *', said: 'spokesman < main', made: 'decision < complement of said' },
  ],
  [
    'Ghani has urged the Taliban to stop fighting and to join the talks.',
    { urged: 'Ghani < main', stop: 'Taliban < infinitive of urged', join: 'Taliban < infinitive of urged' },
  ],
  ['It was the Russians who invited the Taliban.', { invited: '* < relative of Russians (who)' }],
  [
    'The conference, to be held in Moscow next month, is backed by Tehran and Beijing.',
    { backed: 'conference < main by Tehran' },
  ],
  [
    'A day after the US pulled out of the meeting, India announced it would not take part either.',
    { pulled: 'US < adverbial of announced (after)', announced: 'India < main', take: 'it < complement of announced' },
  ],
  ['The government says it was not informed and so will not attend.', { informed: 'it < complement of says', attend: 'it < *' }],
  [
    '“We have made it clear that we will not go,” he told the BBC, adding that the door remained open.',
    {
      made: 'We < main',
      go: 'we < *',
      told: 'he < main',
      remained: 'door < complement of adding (that)',
    },
  ],
  [
    'Neither the invitation sent to the Taliban nor the agenda was discussed with the Afghan side.',
    { sent: 'invitation < relative of invitation', discussed: 'invitation < main' },
  ],
  [
    'Iran accepted on Monday, but Qatar set terms, and Oman, citing its neutrality, sent its regrets.',
    { accepted: 'Iran < main', set: 'Qatar < main', citing: 'Oman < participial of sent', sent: 'Oman < main' },
  ],
  ['Two envoys met on Sunday, both capitals having confirmed it.', { confirmed: 'capitals < participial of met' }],
  ['Delhi could not accept a format that Beijing had welcomed.', { welcomed: 'Beijing < relative of format (that)' }],
  ['Iran will stay away, nor will Oman attend.', { attend: 'Oman < main' }],
  ['Why should Oman not attend?', { attend: 'Oman < main' }],
  ['Only then would Iran return to the talks.', { return: 'Iran < main' }],
  ['Under no circumstances would Iran join.', { join: 'Iran < main' }],
  ['The plan the rebels rejected has failed.', { rejected: 'rebels < relative of plan', failed: 'plan < main' }],
  ['Iran said in a message read out in Doha that it would come.', { come: 'it < complement of said (that)' }],
  ['Iran will come if and when the prisoners are freed.', { freed: 'prisoners < adverbial of come (if)' }],

  // headlines
  ['Kabul rejects Moscow invitation, says minister', { rejects: 'Kabul < main', says: 'minister < main' }],
  ['US declines Russian invitation to Afghanistan peace talks', { declines: 'US < main' }],
  ['Iran backs out of Moscow talks', { backs: 'Iran < main' }],
  ['Oman rules out return to talks', { rules: 'Oman < main' }],
]

describe('clauses of a sentence', () => {
  const cases = SENTENCES.flatMap(([sentence, clauses]) =>
    Object.entries(clauses).map(([verb, wanted]) => [sentence, verb, wanted] as const),
  )
  test.each(cases)('%s · %s · %s', (sentence, verb, wanted) => {
    holds('clauses', `${sentence} · ${verb}`, () => expect(describeClause(sentence, verb, wanted)).toBe(wanted))
  })
})

test('every token of a clause lies in its unit, and every index is in range', () => {
  for (const [sentence] of SENTENCES) {
    const { document, syntax } = read(sentence)
    for (const clause of syntax.clauses) {
      const unit = syntax.units[clause.unit]!
      expect(clause.from, sentence).toBeGreaterThanOrEqual(unit.from)
      expect(clause.to, sentence).toBeLessThanOrEqual(Math.max(unit.to, document.length))
      expect(clause.from, sentence).toBeLessThanOrEqual(clause.verb.from)
      for (const phrase of [clause.subject, clause.object, clause.agent, clause.governor]) {
        expect(phrase, sentence).toBeGreaterThanOrEqual(-1)
        expect(phrase, sentence).toBeLessThan(syntax.nounPhrases.length)
      }
      expect(clause.parent, sentence).toBeLessThan(syntax.clauses.length)
      expect(syntax.clauses[clause.parent], sentence).not.toBe(clause)
    }
  }
})
