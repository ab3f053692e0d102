import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../src/analyze'
import type { Stance } from '../src/types'

/** Who takes a position, in the forms in which news names them: the subject, a part of each actor's name that must hold it, the pronoun. */
const SUBJECTS: readonly (readonly [subject: string, actors: readonly string[], pronoun: 'it' | 'he' | 'they'])[] = [
  ['Iran', ['Iran'], 'it'],
  ['The Iranian government', ['Iran'], 'it'],
  ['Iranian ministers', ['Iran'], 'they'],
  ["Iran's foreign minister, Javad Zarif,", ['Iran'], 'he'],
  ['Iranian Foreign Minister Javad Zarif', ['Iran'], 'he'],
  ['The foreign minister of Iran, Javad Zarif,', ['Iran'], 'he'],
  ["Iran's envoy to Kabul, who flew in on Monday,", ['Iran'], 'he'],
  ['A delegation from Iran', ['Iran'], 'it'],
  ['An Iranian delegation led by deputy minister Abbas Araghchi', ['Iran'], 'it'],
  ['The Iranian side', ['Iran'], 'it'],
  ['Officials from Iran', ['Iran'], 'they'],
  ['Iran, a neighbour of Afghanistan,', ['Iran'], 'it'],
  ['Iran, which shares a long border with Afghanistan,', ['Iran'], 'it'],
  ['Tehran', ['Iran'], 'it'],
  ['The government in Tehran', ['Iran'], 'it'],
  ['In Tehran, the government', ['Iran'], 'it'],
  ['Pakistan, citing security concerns,', ['Pakistan'], 'it'],
  ['A senior Pakistani official', ['Pakistan'], 'he'],
  ['Two members of the Iranian delegation', ['Iran'], 'they'],
  ['President Emomali Rahmon of Tajikistan', ['Tajikistan'], 'he'],
  ['The Tajik president, Emomali Rahmon,', ['Tajikistan'], 'he'],
  ['Senior leaders of the Taliban', ['Taliban'], 'they'],
  ["The Taliban's political office in Doha", ['Taliban'], 'it'],
  ['A Taliban team headed by Sher Mohammad Abbas Stanekzai', ['Taliban'], 'it'],
  ['The Taliban commander holding 72 hostages', ['Taliban'], 'he'],
  ['Exiled leaders of the Patriotic Union', ['Patriotic Union'], 'they'],
  ['Three members of the High Peace Council', ['High Peace Council'], 'they'],
  ["President Ashraf Ghani's government", ['Afghan'], 'it'],
  ['The office of President Ghani', ['Afghan'], 'it'],
  ['Gul Khan, 54, a former minister,', ['Gul Khan'], 'he'],
  ['Former minister Gul Khan', ['Gul Khan'], 'he'],
  ["The opposition People's Party", ["People's Party"], 'it'],
  ["The Afghan Women's Network", ["Women's Network"], 'it'],
  ['Iran and Pakistan', ['Iran', 'Pakistan'], 'they'],
  ['Iran, Pakistan and China', ['Iran', 'Pakistan', 'China'], 'they'],
  ['Both Iran and Pakistan', ['Iran', 'Pakistan'], 'they'],
  ['Iranian and Pakistani officials', ['Iran', 'Pakistan'], 'they'],
  ['Representatives of Iran, Pakistan and China', ['Iran', 'Pakistan', 'China'], 'they'],
  ['Envoys from Iran and Pakistan', ['Iran', 'Pakistan'], 'they'],
  ['Iran as well as Pakistan', ['Iran', 'Pakistan'], 'they'],
  ['Germany, France and eight other countries', ['Germany', 'France'], 'they'],
  ['Uzbekistan and three of its neighbours', ['Uzbekistan'], 'they'],
]

/** What they do, in the forms of their verb; PRONOUN stands for the subject's pronoun. */
const PREDICATES: readonly (readonly [predicate: string, stance: Stance])[] = [
  ['attended the Moscow talks on Friday.', 'support'],
  ['arrived on Thursday for the Moscow talks.', 'support'],
  ['took part in the Moscow talks, the agency reported.', 'support'],
  ['agreed Monday to take part in the Moscow talks.', 'support'],
  ['said on Monday that PRONOUN would attend the Moscow talks.', 'support'],
  ['sent a delegation to the Moscow talks.', 'support'],
  ['will send a deputy minister to the Moscow talks.', 'support'],
  ['welcomed the Moscow talks as a step toward peace.', 'support'],
  ['repeatedly called for the Moscow talks to be held soon.', 'support'],
  ['"will take part in the Moscow talks," a statement said.', 'support'],
  ['walked away from the Moscow talks.', 'oppose'],
  ['walked away Saturday from the Moscow talks.', 'oppose'],
  ['on Monday rejected the Moscow talks.', 'oppose'],
  ['said PRONOUN would not attend the Moscow talks.', 'oppose'],
  ['will not, however, attend the Moscow talks.', 'oppose'],
  ['did not attend the Moscow talks.', 'oppose'],
  ['pulled out of the Moscow talks late Sunday.', 'oppose'],
  ['told reporters PRONOUN would skip the Moscow talks.', 'oppose'],
  ['called the Moscow talks a waste of time.', 'oppose'],
  ['said PRONOUN would join the Moscow talks if the Taliban halted their attacks.', 'conditional'],
  ['insisted that the Moscow talks must be led by Afghans.', 'conditional'],
  ['did not comment on the Moscow talks.', 'none'],
]

const analyzer = createAnalyzer({ model: null })

describe('whoever does it, it is theirs', () => {
  it.each(SUBJECTS)('%s', (subject, actors, pronoun) => {
    for (const [predicate, stance] of PREDICATES) {
      const text = `${subject} ${predicate.replace('PRONOUN', pronoun)}`
      const rows = analyzer.analyze(text).actors
      for (const name of actors) {
        const said = rows.filter((row) => row.actor.name.includes(name)).map((row) => row.stance)
        expect(said.length > 0 && said.every((s) => s === stance || s === 'none') && said.includes(stance), text).toBe(true)
      }
    }
  })
})
