import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../src/analyze'
import type { Stance } from '../src/types'

/** Statements in the speaker's own words, as somebody else tells them, and what they are. */
const STATEMENTS: readonly (readonly [own: string, told: string, stance: Stance])[] = [
  ['We will attend the talks', 'it would attend the talks', 'support'],
  ['We welcome this meeting', 'it welcomed the meeting', 'support'],
  ['The meeting is a useful step', 'the meeting was a useful step', 'support'],
  ['Our delegation is on its way', 'its delegation was on its way', 'support'],
  ['We will not take part', 'it would not take part', 'oppose'],
  ['These talks are a waste of time', 'the talks were a waste of time', 'oppose'],
  ['We reject this gathering', 'it rejected the gathering', 'oppose'],
  ['We have no plans to go', 'it had no plans to go', 'oppose'],
  ['There is no point in such meetings', 'there was no point in such meetings', 'oppose'],
  ['We will come if the attacks stop', 'it would come if the attacks stopped', 'conditional'],
]

/** The forms in which news gives them to their speaker. */
const FORMS: readonly ((own: string, told: string) => string)[] = [
  (own) => `"${own}," Iran's foreign ministry said.`,
  (own) => `“${own},” Iran’s foreign ministry said on Monday.`,
  (own) => `"${own}," said Iranian foreign ministry spokesman Bahram Ghasemi.`,
  (own) => `Iranian foreign ministry spokesman Bahram Ghasemi said: "${own}."`,
  (own) => `Iran's foreign ministry: "${own}."`,
  (own) => `"${own}," read a statement by the Iranian foreign ministry.`,
  (own) => `"${own}," Iran's foreign minister wrote on Twitter.`,
  (own) => `"${own}," Javad Zarif, Iran's foreign minister, told the BBC in an interview.`,
  (own) => `"${own}," Iran's foreign minister said, "and that is all I have to say."`,
  (own) => `A spokesman for Iran met reporters in Kabul. "${own}," he said.`,
  (own) => `Iran's foreign minister spoke on Monday. "${own}," the minister added.`,
  (_, told) => `Iran said that ${told}.`,
  (_, told) => `Iran said ${told}.`,
  (_, told) => `Iran says ${told}.`,
  (_, told) => `According to Iran, ${told}.`,
  (_, told) => `In Iran's view, ${told}.`,
  (_, told) => `Iran believes ${told}.`,
  (_, told) => `Iran was quoted by local media as saying ${told}.`,
  (_, told) => `Iran's foreign minister told reporters that ${told}.`,
  (_, told) => `Iran in a statement said ${told}.`,
  (_, told) => `Iran, for its part, said ${told}.`,
  (_, told) => `A statement issued by Iran's foreign ministry said ${told}.`,
  (_, told) => `Asked about the meeting, Iran's foreign minister said ${told}.`,
  (_, told) => `Iran's foreign minister also stressed that ${told}.`,
  (_, told) => `Iran confirmed that ${told}.`,
  (_, told) => `Iran insisted that ${told}.`,
  (_, told) => `Iran reiterated on Sunday that ${told}.`,
]

const OFFICIALS = [
  'An Iranian official',
  'An Iranian official, who declined to be named,',
  "Iran's foreign minister",
  'Iranian Foreign Minister Javad Zarif',
]

const analyzer = createAnalyzer({ model: null })
const before = 'The Moscow talks on Afghanistan open on Friday.'

describe('however it is said, it is the speaker’s', () => {
  it.each(STATEMENTS)('%s', (own, told, stance) => {
    for (const form of FORMS) {
      const text = `${before} ${form(own, told)}`
      const row = analyzer.analyze(text).actors.find(({ actor }) => actor.name === 'Iran')
      expect(row?.stance, text).toBe(stance)
    }
  })

  it.each(OFFICIALS)('%s said it would', (official) => {
    const stanceOf = (deed: string) =>
      analyzer.analyze(`${before} ${official} said it ${deed}.`).actors.find(({ actor }) => actor.name === 'Iran')?.stance
    expect(stanceOf('would take part')).toBe('support')
    expect(stanceOf('would not attend')).toBe('oppose')
    expect(stanceOf('would last three days')).toBe('none')
  })
})
