import { describe, expect, test } from 'vitest'
import { holds } from '../helpers/limits'
import { createAnalyzer } from '../../src/analyze'
import { NOBODY, SPEAKER } from '../../src/mentions/entities'

const analyzer = createAnalyzer({ rules: [] })

/**
 * Phrases of the text, and the display name of the actor that each names: `-` for no actor, `speaker` for whoever speaks the words around. `#2` after
 * a phrase takes its second place in the text.
 */
type Expected = Readonly<Record<string, string>>

function actorAt(text: string, phrase: string, publishedAt: string | undefined): string {
  const { document, syntax, actors } = analyzer.explain(text, publishedAt === undefined ? {} : { publishedAt }).reading
  const [words = '', nth = '1'] = phrase.split('#')
  let at = -1
  for (let n = 0; n < Number(nth); n += 1) at = text.indexOf(words, at + 1)
  if (at < 0) throw new Error(`expected "${phrase}" in "${text}"`)
  const last = document.end.findIndex((end) => end >= at + words.length)
  const np = syntax.phraseOf[last]!
  if (np < 0) return '-'
  const entity = actors.entityOf[np]!
  return entity === SPEAKER ? 'speaker' : entity === NOBODY ? '-' : actors.entities[entity]!.name
}

const GOVERNMENT = 'Afghan government'

const TABLES: Readonly<Record<string, readonly (readonly [text: string, phrases: Expected, publishedAt?: string])[]>> = {
  'persons and bodies that are on no list': [
    ['The yacht club voted to attend the talks.', { 'The yacht club': 'yacht club' }],
    ['Fijian canegrowers rejected the talks.', { 'Fijian canegrowers': 'Fijian canegrowers' }],
    ['The RMT rail union said it would attend.', { 'The RMT rail union': 'RMT', it: 'RMT' }],
    ['The pit deputies’ union, Nacods, said it would attend.', { union: 'Nacods', Nacods: 'Nacods' }],
    ['The chairman of the Ahlu Sunna Front left.', { 'The chairman': 'Ahlu Sunna Front' }],
    ['Naga Hoho president Chuba Ozukum said he would attend.', { 'Chuba Ozukum': 'Naga Hoho', he: 'Naga Hoho' }],
    ['Everything is ready. Violence has gone up.', { Everything: '-', Violence: '-' }],
    ['So many partners are coming.', { 'many partners': '-' }],
  ],
  'adjectives of states in a row share the role at its end': [
    ['Iranian and Turkish officials came.', { Iranian: 'Iran', 'Turkish officials': 'Turkey' }],
    ['Israeli, Jordanian and Egyptian envoys met.', { Israeli: 'Israel', Jordanian: 'Jordan', 'Egyptian envoys': 'Egypt' }],
    ['Iranian and Turkish wheat was sold.', { Iranian: '-' }],
  ],
  'names that begin with a common word, behind their role': [
    ['Party leader Park Min-seo said she would come.', { 'Park Min-seo': 'Park Min-seo', she: 'Park Min-seo' }],
    ['Cardinal Pedro Lorca left. The cardinal said he would come.', { 'The cardinal': 'Pedro Lorca', he: 'Pedro Lorca' }],
  ],
  'offices that name no state serve the one just named': [
    ['Iran denied it. Marzieh Lotfi, a spokeswoman, said so.', { 'Marzieh Lotfi': 'Iran' }],
    ['Jamiat was there. Lutfullah Zarif, a lecturer, left.', { 'Lutfullah Zarif': 'Lutfullah Zarif' }],
    ['China came, whose special envoy spoke first.', { 'special envoy': 'China' }],
  ],
  'a bare office before a name is that of the body just named': [
    ['The pilots’ union met. “No,” general secretary Dora Lind said.', { 'Dora Lind': 'pilots’ union' }],
    ['The Reform Party met. Vice-chair Dora Lind said no.', { 'Dora Lind': 'Reform Party' }],
    ['Chile denied it. Army spokesman Luis Vera said so.', { 'Luis Vera': 'Chile' }],
    ['Chile denied it. Vice President Luis Vera said so.', { 'Luis Vera': 'Chile' }],
    ['Secretary-General Ana Perez de Soto was in Oslo.', { 'Ana Perez de Soto': 'United Nations' }],
    ['The rebels met. Mayor Luis Vera left.', { 'Luis Vera': 'Luis Vera' }],
    ['Peru was absent. His Chilean counterpart Luis Vera left.', { 'Luis Vera': 'Chile' }],
    ['Pope Leo XXI prayed for it.', { 'Leo XXI': 'Vatican' }],
  ],
  'persons who are said to speak for a body, or to lead a team': [
    ['Dora Lind, for Labour, said no.', { 'Dora Lind': 'Labour' }],
    ['Dora Lind, speaking for the State Department in Geneva, said no.', { 'Dora Lind': 'United States' }],
    ['Dora Lind, acting spokeswoman for the State Department, said no.', { 'Dora Lind': 'United States' }],
    ['For the Dockers’ Union, Dora Lind said no.', { 'Dora Lind': 'Dockers’ Union' }],
    ['Chile’s foreign minister, Luis Vera, who had been waiting, said no.', { 'Luis Vera': 'Chile' }],
    ['A Chilean delegation led by Luis Vera arrived.', { 'Luis Vera': 'Chile' }],
    ['Chile sent a team headed by Additional Secretary Luis Vera.', { 'Luis Vera': 'Chile' }],
    ['Chile was represented at the talks by Luis Vera.', { 'Luis Vera': 'Chile' }],
    ['Chile was represented by a retired diplomat, Luis Vera.', { 'Luis Vera': 'Luis Vera' }],
  ],
  'the army is no person named before': [
    ['Luis Vera, a lawmaker, spoke. The army said no.', { 'The army': 'army' }],
    ['Senator Dora Lind, R-N.C., said that she would go.', { 'Dora Lind': 'Dora Lind', she: 'Dora Lind' }],
  ],
  'names of bodies with small words inside': [
    [
      'The Peace and Reform Party said it would come.',
      { 'The Peace and Reform Party': 'Peace and Reform Party', it: 'Peace and Reform Party' },
    ],
    ['The Movement for Honest Change will come.', { 'The Movement for Honest Change': 'Movement for Honest Change' }],
    [
      'The Front for the Liberation of Sark will come.',
      { 'The Front for the Liberation of Sark': 'Front for the Liberation of Sark' },
    ],
    ['The Union for Unity and Justice left.', { 'The Union for Unity and Justice': 'Union for Unity and Justice' }],
    ['The Widows’ Movement for Peace left.', { 'Movement for Peace': 'Widows’ Movement for Peace' }],
    ['Mothers for a Just Peace left.', { 'Mothers for a Just Peace': 'Mothers for a Just Peace' }],
    ['The Council of Elders said it would come.', { it: 'Council of Elders' }],
    [
      'Luis Vera, head of the Committee for the Defence of the Delta, left.',
      { 'Luis Vera': 'Committee for the Defence of the Delta' },
    ],
    ['Chad and Sudan left.', { Chad: 'Chad', Sudan: 'Sudan' }],
    ['The Labour Party and the Green Party left.', { 'The Labour Party': 'Labour Party', 'the Green Party': 'Green Party' }],
    ['The Fijian Congress party left.', { 'The Fijian Congress party': 'Fijian Congress party' }],
    [
      'The Fijian Security Council left. Fiji’s Security Council left.',
      { 'The Fijian Security Council': 'Fiji', 'Security Council#2': 'Fiji' },
    ],
  ],
  companies: [
    ['BMW and Ford said they would come.', { BMW: 'BMW', Ford: 'Ford' }],
    ['The Teamsters and UPS agreed.', { UPS: 'UPS' }],
    ['IG BCE, the miners’ union, agreed.', { 'IG BCE': 'IG BCE', union: 'IG BCE' }],
    ['British Airways and two unions agreed.', { 'British Airways': 'British Airways' }],
    ['General Motors agreed.', { 'General Motors': 'General Motors' }],
    ['Solcom said it would attend the talks.', { Solcom: 'Solcom', it: 'Solcom' }],
  ],
  'pairs and rows of adjectives': [
    [
      'British, French and German officials came.',
      { British: 'United Kingdom', French: 'France', 'German officials': 'Germany' },
    ],
    ['A Saudi-Omani delegation came.', { delegation: 'Saudi Arabia' }],
    ['The Saudi-Omani border is long.', { border: '-' }],
  ],
  'a name behind the noun for talks is another phrase': [
    ['At the Geneva talks Syria refused.', { Syria: 'Syria', 'the Geneva talks': '-' }],
    ['Without Kabul at the table Iran will not come.', { Iran: 'Iran' }],
    ['In the Moscow meeting Chile’s envoy spoke.', { Chile: 'Chile', envoy: 'Chile' }],
  ],
  'those of a person, and who writes': [
    ['Luis Vera leads a party. His men will not come.', { 'His men': 'Luis Vera' }],
    ['Dora Lind, leader of the Reform Party, spoke. Her camp will not come.', { 'Her camp': 'Reform Party' }],
    ['Luis Vera, a lawmaker, spoke. The author thinks otherwise.', { 'The author': 'author' }],
    ['Luis Vera, a writer, spoke. The writer was angry.', { 'The writer': 'Luis Vera' }],
    ['An empty hall\n\nBy Dora Lind\n\nThe writer is a poet.', { 'The writer': 'Dora Lind' }],
    ['China has influence over Chad. It flew over Mali.', { Chad: 'Chad', Mali: '-' }],
  ],
  'bodies named by their members, and groups that are any of their kind': [
    ['The umpires’ union said it would come.', { union: 'umpires’ union', it: 'umpires’ union' }],
    ['Nardek, the ranchers’ federation, was asked for a delegate.', { Nardek: 'Nardek', federation: 'Nardek' }],
    ['The Directors Guild said it would come.', { it: 'Directors Guild' }],
    ['The lake operator BQA advised its guests.', { BQA: 'BQA' }],
    ['Via Agraria marched.', { 'Via Agraria': 'Via Agraria' }],
    ['In Paris Senator Ted Holm said he would go.', { he: 'Ted Holm' }],
    ['Expert Anvar Salimov regards it as theatre.', { 'Anvar Salimov': 'Anvar Salimov' }],
  ],
  'groups of headlines, honours of names, bodies that speak': [
    [
      'Union says yes to talks\n\nThe weavers’ union Ankor said on Monday it would attend the talks. It met on Sunday.',
      { Union: 'Ankor', 'weavers’ union Ankor': 'Ankor' },
    ],
    ['Yesterday Haji Karim Wardan left. He spoke.', { He: 'Haji Karim Wardan' }],
    ['Chad’s New Forces rebels said they would come.', { 'New Forces rebels': 'New Forces' }],
    ['The Islamist Popular Congress Party said it would come.', { it: 'Popular Congress Party' }],
    ['The United Congress of G P Verma said it would wait.', { it: 'United Congress' }],
  ],
  'whose a person is by the words beside the name': [
    ['Brazil’s Tomaz Verde said it would attend.', { 'Tomaz Verde': 'Brazil' }],
    ['Ines Kolb of the European Union said so.', { 'Ines Kolb': 'European Union' }],
    ['Iran denied it. Reza Lotfi of the foreign ministry left.', { 'Reza Lotfi': 'Iran' }],
    ['Ines Kolb, for the European Commission, said it would attend.', { 'Ines Kolb': 'European Union' }],
    ['India was represented by its ambassador to Russia, Arun Mehra.', { 'Arun Mehra': 'India' }],
  ],
  'places of journeys, names of talks, styles of states': [
    ['The officials left Kabul for Moscow on Sunday.', { Moscow: '-' }],
    ['The Moscow Format met again.', { Format: '-' }],
    ['Iran declined. The Islamic Republic sees no use in it.', { 'The Islamic Republic': 'Iran' }],
  ],
  'several that are taken up together': [
    ['Iran wants a truce; India does not. Both capitals will attend.', { 'Both capitals': 'Iran' }],
    ['Iran wants a truce. Both capitals will attend.', { 'Both capitals': '!Iran' }],
    [
      'Iran said it could not accept a format that India had welcomed. “It is too late,” a foreign ministry official said.',
      { 'a foreign ministry official': 'Iran' },
    ],
    ['Iran, China and India met. The three said they would meet again.', { 'The three': 'Iran' }],
    ['Iran and China met. Both countries left.', { 'Both countries': 'Iran' }],
  ],
  'offices and spokespersons roll up to their principal': [
    ['The Foreign Ministry in Kabul rejected the invitation.', { 'Foreign Ministry': GOVERNMENT, Kabul: '-' }, '2018-08-22'],
    ['President Ashraf Ghani will not go to Moscow.', { 'Ashraf Ghani': GOVERNMENT, Moscow: '-' }, '2018-08-22'],
    [
      'Russian Foreign Minister Sergei Lavrov welcomed the Taliban delegation.',
      { 'Sergei Lavrov': 'Russia', 'the Taliban delegation': 'Taliban' },
      '2018-11-09',
    ],
    [
      'Zamir Kabulov, the Kremlin’s envoy for Afghanistan, confirmed the date.',
      { 'Zamir Kabulov': 'Russia', Kremlin: 'Russia', envoy: 'Russia', Afghanistan: '-' },
      '2018-08-22',
    ],
    [
      'Zabihullah Mujahid said a delegation would travel to Russia.',
      { 'Zabihullah Mujahid': 'Taliban', Russia: '-' },
      '2018-08-22',
    ],
    [
      'The Iranian envoy left the hall, and Norwegian officials followed.',
      { 'The Iranian envoy': 'Iran', 'Norwegian officials': 'Norway' },
    ],
    [
      'State Department spokeswoman Heather Nauert said the US would not attend.',
      { 'Heather Nauert': 'United States', 'the US': 'United States' },
      '2018-08-22',
    ],
    [
      'India’s Ministry of External Affairs said two retired diplomats would go.',
      { 'Ministry of External Affairs': 'India' },
      '2018-11-08',
    ],
    [
      'Suhail Shaheen, a spokesman for the Taliban’s office in Doha, confirmed the trip.',
      { 'Suhail Shaheen': 'Taliban', 'a spokesman': 'Taliban', Doha: '-' },
      '2019-01-30',
    ],
    [
      'A spokesman for the Uzbek Foreign Ministry, Bobur Usmanov, thanked the hosts.',
      { 'A spokesman': 'Uzbekistan', 'Bobur Usmanov': 'Uzbekistan' },
      '2018-11-09',
    ],
    [
      'Pakistan’s army chief met the Taliban negotiators in Rawalpindi.',
      { 'army chief': 'Pakistan', 'Taliban negotiators': 'Taliban', Rawalpindi: '-' },
      '2019-01-30',
    ],
    [
      'The deputy head of the High Peace Council, Haji Din Mohammad, led the team.',
      { 'deputy head': 'High Peace Council', 'Haji Din Mohammad': 'High Peace Council' },
      '2018-11-09',
    ],
    [
      'The UN mission in Afghanistan and NATO’s senior civilian representative were briefed.',
      { 'The UN mission': 'United Nations', representative: 'NATO' },
      '2018-11-09',
    ],
    [
      'An adviser to President Vladimir Putin met the envoys.',
      { 'An adviser': 'Russia', 'Vladimir Putin': 'Russia' },
      '2021-03-18',
    ],
  ],
  'persons who do not speak for a principal stand by themselves': [
    ['Former president Hamid Karzai welcomed the Moscow talks.', { 'Hamid Karzai': 'Hamid Karzai' }, '2018-11-09'],
    [
      'Sayed Akbar Agha, a former Taliban commander, said the group would attend.',
      { 'Sayed Akbar Agha': 'Sayed Akbar Agha', 'the group': 'Taliban' },
      '2018-08-22',
    ],
    ['A former Afghan diplomat, Omar Samad, doubted that.', { 'Omar Samad': 'Omar Samad' }, '2018-08-22'],
    [
      'Mirwais Hakimi, a lecturer at Kabul University, called the talks a show.',
      { 'Mirwais Hakimi': 'Mirwais Hakimi', 'a lecturer': 'Mirwais Hakimi' },
      '2018-08-22',
    ],
    ['Fawzia Koofi, a member of parliament, will go to Moscow.', { 'Fawzia Koofi': 'Fawzia Koofi' }, '2019-02-04'],
    [
      'Atta Mohammad Noor and Mohammad Mohaqiq flew to Moscow.',
      { 'Atta Mohammad Noor': 'Atta Mohammad Noor', 'Mohammad Mohaqiq': 'Mohammad Mohaqiq' },
      '2019-02-04',
    ],
    ['The High Peace Council sent four members.', { 'The High Peace Council': 'High Peace Council' }, '2018-11-09'],
    ['Leonid Slutsky, a member of the State Duma, praised the format.', { 'Leonid Slutsky': 'Leonid Slutsky' }, '2018-11-09'],
  ],
  'titles, appositions and learned names': [
    [
      'Karim Faizi, spokesman for the governor, spoke first. Faizi said the talks were useful.',
      { Faizi: '*', 'Faizi#2': '=Faizi' },
      '2018-08-22',
    ],
    [
      'Jawad Rahimi, an analyst in Kabul, praised the talks. Rahimi said they came late.',
      { 'Jawad Rahimi': 'Jawad Rahimi', 'Rahimi#2': 'Jawad Rahimi' },
      '2018-08-22',
    ],
    [
      'The Afghan Reform Movement (ARM) will attend. ARM spokesman Najib Sadiq said so.',
      { 'Afghan Reform Movement': 'Afghan Reform Movement', 'Najib Sadiq': 'Afghan Reform Movement' },
      '2019-02-04',
    ],
    [
      'Abbas Stanekzai led the Taliban team. Stanikzai told reporters that the talks went well.',
      { 'Abbas Stanekzai': 'Taliban', Stanikzai: 'Taliban' },
      '2019-02-05',
    ],
    ['Mullah Abdul Ghani Baradar arrived on Monday.', { Baradar: 'Taliban' }, '2019-05-28'],
    ['Mr Lavrov opened the meeting, and Ms Zakharova read a statement.', { Lavrov: 'Russia', Zakharova: 'Russia' }, '2018-11-09'],
    ['Gulbuddin Hekmatyar, the leader of Hezb-e-Islami, will join.', { 'Gulbuddin Hekmatyar': 'Hezb-e-Islami' }, '2018-11-09'],
    [
      'Mohammad Ashraf, who heads the Taliban’s negotiating team, arrived in Moscow.',
      { 'Mohammad Ashraf': 'Taliban', Moscow: '-' },
      '2018-11-09',
    ],
    [
      'Rahmatullah Andar, the spokesman of the Afghan national security adviser, objected.',
      { 'Rahmatullah Andar': GOVERNMENT },
      '2021-03-18',
    ],
    [
      'Amina Popal of the Afghan Women’s Network said women must be at the table.',
      { 'Amina Popal': 'Amina Popal' },
      '2019-02-04',
    ],
  ],
  coreference: [
    ['Lavrov arrived late. He said the talks would go on.', { He: 'Russia' }, '2018-11-09'],
    [
      'Zakharova told reporters that Russia had done its part. She thanked the guests.',
      { 'its part': '-', She: 'Russia' },
      '2018-11-09',
    ],
    [
      'The Taliban received the letter. The group has not replied, and its spokesman would not comment.',
      { 'The group': 'Taliban', 'its spokesman': 'Taliban' },
      '2018-08-22',
    ],
    ['The Taliban confirmed that they would attend.', { they: 'Taliban' }, '2018-08-22'],
    [
      'Pakistan’s Foreign Office welcomed the talks. The ministry said it would send an envoy.',
      { 'The ministry': 'Pakistan', it: 'Pakistan' },
      '2018-11-09',
    ],
    ['“We will not attend, and our position is clear,” Ahmadi said.', { We: 'speaker', 'our position': '-' }, '2018-08-22'],
    [
      'The High Peace Council welcomed the plan. The council said its members were ready.',
      { 'The council': 'High Peace Council', 'its members': 'High Peace Council' },
      '2018-11-09',
    ],
    ['Sadia Noori, a lawmaker, criticised the talks. She called them a farce.', { She: 'Sadia Noori' }, '2018-11-09'],
    ['Washington rejected the offer, but it did not rule out later talks.', { it: 'United States' }, '2018-08-22'],
    [
      'Ghani met Lavrov. The Russian minister invited him to Moscow.',
      { 'The Russian minister': 'Russia', him: GOVERNMENT },
      '2018-08-22',
    ],
    [
      'The Afghan Foreign Ministry said that the government had its own plan.',
      { 'the government': GOVERNMENT, 'its own plan': '-' },
      '2018-08-22',
    ],
    ['India said on Thursday that the country would take part.', { 'the country': 'India' }, '2018-11-08'],
  ],
  'coordinated actors': [
    ['Russia, China and Iran welcomed the result.', { Russia: 'Russia', China: 'China', Iran: 'Iran' }],
    ['Neither Kabul nor Washington will send a delegation.', { Kabul: GOVERNMENT, Washington: 'United States' }, '2018-08-22'],
    ['Officials from Pakistan, Kazakhstan and Uzbekistan attended.', { Officials: 'Pakistan' }],
    ['The foreign ministers of Russia and Pakistan met.', { 'The foreign ministers': 'Russia' }],
  ],
  'capitals and buildings: the government, or a place': [
    ['Kabul will not attend, and Moscow regretted that.', { Kabul: GOVERNMENT, Moscow: 'Russia' }, '2018-08-22'],
    ['The talks will be held in Moscow, and a second round in Tashkent.', { Moscow: '-', Tashkent: '-' }],
    ['He flew from Doha to Moscow on Friday.', { Doha: '-', Moscow: '-' }],
    ['The Arg turned down the Kremlin’s invitation.', { 'The Arg': GOVERNMENT, Kremlin: 'Russia' }, '2018-08-22'],
    ['The offer by Moscow was welcomed in Islamabad.', { Moscow: 'Russia', Islamabad: '-' }],
    ['South Block and Foggy Bottom are wary.', { 'South Block': 'India', 'Foggy Bottom': 'United States' }],
    ['Protesters gathered outside the Kremlin.', { Kremlin: '-' }],
    ['Afghanistan-led talks and Iranian carpets were the topics.', { 'Iranian carpets': '-', 'Afghanistan-led talks': '-' }],
  ],
  'Kabul and the Afghan government before and after 15 August 2021': [
    ['Kabul will send a delegation.', { Kabul: GOVERNMENT }, '2021-03-10'],
    ['Kabul will send a delegation.', { Kabul: 'Taliban' }, '2022-11-10'],
    [
      'The Afghan foreign minister, Amir Khan Muttaqi, will attend.',
      { 'The Afghan foreign minister': 'Taliban', 'Amir Khan Muttaqi': 'Taliban' },
      '2023-09-28',
    ],
    ['Mohammad Hanif Atmar, the Afghan foreign minister, will attend.', { 'Mohammad Hanif Atmar': GOVERNMENT }, '2021-03-16'],
    ['Hamid Karzai will attend.', { 'Hamid Karzai': GOVERNMENT }, '2009-03-16'],
    ['Hamid Karzai will attend.', { 'Hamid Karzai': 'Hamid Karzai' }, '2021-03-16'],
    ['Imran Khan backed the talks.', { 'Imran Khan': 'Pakistan' }, '2021-03-16'],
    ['Imran Khan backed the talks.', { 'Imran Khan': 'Imran Khan' }, '2023-03-16'],
  ],
  'longer texts of the press': [
    [
      'The Afghan president’s deputy spokesman, Shah Hussain Murtazawi, said the Arg had not been consulted.',
      { 'deputy spokesman': GOVERNMENT, 'Shah Hussain Murtazawi': GOVERNMENT, 'the Arg': GOVERNMENT },
      '2018-08-22',
    ],
    [
      'Maulana Fazlur Rehman and two senators of the opposition Pakistan People’s Party criticised the trip.',
      { 'Fazlur Rehman': '!Pakistan', senators: '!Pakistan' },
      '2018-11-09',
    ],
    [
      'US Ambassador John Bass met Chief Executive Abdullah Abdullah. Abdullah thanked Bass.',
      {
        'John Bass': 'United States',
        'Abdullah Abdullah': 'Abdullah Abdullah',
        'Abdullah#3': 'Abdullah Abdullah',
        'Bass#2': 'United States',
      },
      '2018-08-22',
    ],
    [
      'A Western diplomat in Kabul said on condition of anonymity that the talks would fail.',
      { 'A Western diplomat': '!Afghan government', Kabul: '-' },
      '2018-08-22',
    ],
    [
      'Turkmenistan’s president and his Uzbek counterpart welcomed the plan.',
      { president: 'Turkmenistan', counterpart: 'Uzbekistan' },
      '2018-08-22',
    ],
    [
      'The head of the Taliban’s political office, Sher Mohammad Abbas Stanikzai, shook hands with Lavrov.',
      { 'The head': 'Taliban', 'Sher Mohammad Abbas Stanikzai': 'Taliban', Lavrov: 'Russia' },
      '2018-11-09',
    ],
    ['The insurgents said they were ready. The Kabul government was not.', { 'The Kabul government': GOVERNMENT }, '2018-08-22'],
    [
      'The European Union’s special envoy, Roland Kobia, praised the Afghan team.',
      { 'special envoy': 'European Union', 'Roland Kobia': 'European Union', 'the Afghan team': GOVERNMENT },
      '2019-02-05',
    ],
    [
      'Acting Foreign Minister Idrees Zaman and the Norwegian ambassador met on Monday.',
      { 'Idrees Zaman': GOVERNMENT, 'the Norwegian ambassador': 'Norway', Monday: '-' },
      '2019-11-05',
    ],
    [
      'The head of Jamiat-e-Islami, Salahuddin Rabbani, said the party would take part.',
      { 'the party': 'Jamiat-e-Islami' },
      '2021-03-01',
    ],
    ['The Russian embassy in Kabul denied the report.', { 'The Russian embassy': 'Russia', Kabul: '-' }, '2018-08-22'],
    [
      'The Afghan ambassador to Russia, Abdul Qayyum Kochai, was not at the table.',
      { 'The Afghan ambassador': GOVERNMENT, 'Abdul Qayyum Kochai': GOVERNMENT, Russia: '!Russia' },
      '2018-11-09',
    ],
    [
      'The Taliban said its envoys had met the Chinese foreign minister, who praised them.',
      { 'its envoys': 'Taliban', 'the Chinese foreign minister': 'China' },
      '2021-07-28',
    ],
  ],
  'outlets, reporters and adjectives are no actors': [
    ['Zabihullah Mujahid told Reuters that the group would attend.', { Reuters: '-', 'the group': 'Taliban' }, '2018-08-22'],
    ['In an interview with TOLOnews, Ghani backed the talks.', { TOLOnews: '-', Ghani: GOVERNMENT }, '2018-08-22'],
    ['The Washington Post reported that the talks had failed.', { 'The Washington Post': '-' }],
    ['The Afghan war has gone on for years.', { 'The Afghan war': '-' }],
    ['The Moscow talks opened on the sidelines of the Shanghai meeting.', { 'The Moscow talks': '-', Shanghai: '-' }],
    ['KABUL (AFP) – The Taliban said no.', { KABUL: '-', AFP: '-', 'The Taliban': 'Taliban' }, '2018-08-22'],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  const cases = table.flatMap(([text, phrases, day]) =>
    Object.entries(phrases).map(([phrase, actor]) => [text, day ?? 'no date', phrase, actor] as const),
  )
  test.each(cases)('%s · %s · %s · %s', (text, day, phrase, actor) => {
    holds('actors', `${text} · ${phrase}`, () => {
      const publishedAt = day === 'no date' ? undefined : day
      const found = actorAt(text, phrase, publishedAt)
      if (actor === '*') return expect(found).not.toBe('-')
      if (actor.startsWith('!')) return expect(found).not.toBe(actor.slice(1))
      // "=X": the same actor as X
      expect(found).toBe(actor.startsWith('=') ? actorAt(text, actor.slice(1), publishedAt) : actor)
    })
  })
})

test('those who hold talks are named by what the talks are called', () => {
  const named = (text: string): string[] => {
    const { document, actors } = analyzer.explain(text).reading
    return actors.mentions.map((m) => `${document.words.slice(m.from, m.to).join(' ')}: ${actors.entities[m.entity]!.name}`)
  }
  expect(named('Work on African Union-sponsored talks went on.')).toEqual(['African Union-sponsored: African Union'])
  expect(named('The Chilean-hosted conference ended.')).toEqual(['Chilean-hosted: Chile'])
  expect(named('An Afghan-led process is wanted.')).toEqual([])
})

test('a pair of adjectives names two states', () => {
  const { actors } = analyzer.explain('The Egyptian-Qatari mediators came.').reading
  expect([...actors.together.values()].map((all) => all.map((e) => actors.entities[e]!.name))).toEqual([['Egypt', 'Qatar']])
})

test.each([
  ['Chad met the rebels on Monday. The sides agreed.', ['Chad', 'rebels']],
  ['Peru met Chile’s envoy on Monday. Both sides agreed.', ['Peru', 'Chile']],
  ['Peru met Chile and Fiji on Monday. The sides agreed.', []],
])('the sides are the two of the sentence before: %s', (text, names) => {
  const { actors } = analyzer.explain(text).reading
  expect([...actors.together.values()].flat().map((e) => actors.entities[e]!.name)).toEqual(names)
})
