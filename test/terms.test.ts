import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../src/analyze'

/** What a party may do at talks, as the infinitive of its verb. */
const DEEDS = [
  'attend',
  'take part',
  'join the talks',
  'go to Moscow',
  'travel to Moscow',
  'return to the table',
  'sit down with the Taliban',
  'send a delegation',
  'accept the invitation',
  'stay at the talks',
]
const OFFERS = ['would', 'will', 'said it would', 'is willing to', 'is prepared to', 'said it was ready to', 'could']
const TERMS = [
  'if the bombing stopped',
  'only if the bombing stopped',
  'provided that the bombing stopped',
  'on condition that the bombing stopped',
  'on the condition that the prisoners be freed',
  'once the bombing stopped',
  'only after the bombing stopped',
  'as long as the bombing stopped',
  'as soon as the prisoners were freed',
  'in exchange for a ceasefire',
  'in return for the release of prisoners',
]
const REFUSALS = ['would not', 'will not', 'said it would not', 'cannot', 'refused to']
const UNTIL = [
  'unless the bombing stopped',
  'until the bombing stopped',
  'before the prisoners were freed',
  'while the bombing continued',
]
const IN_FRONT = [
  'If the bombing stopped, Iran will',
  'Once the bombing stops, Iran will',
  'Provided that the bombing stops, Iran will',
  'Should the bombing stop, Iran will',
  'Unless the bombing stops, Iran will not',
  'Only if the bombing stops will Iran',
]

const analyzer = createAnalyzer({ model: null })
const before = 'The Moscow talks on Afghanistan open on Friday.'

/** Iran's stance after a sentence, and whether its words name a condition. */
function read(sentence: string): string {
  const row = analyzer.analyze(`${before} ${sentence}`).actors.find(({ actor }) => actor.name === 'Iran')
  return `${row?.stance ?? 'not found'}, ${row && row.conditions.length > 0 ? 'with' : 'without'} a condition: ${sentence}`
}

describe('an offer on terms is conditional, a plain one is not', () => {
  it.each(DEEDS)('%s', (deed) => {
    for (const offer of OFFERS)
      for (const terms of TERMS) {
        const sentence = `Iran ${offer} ${deed} ${terms}.`
        expect(read(sentence)).toBe(`conditional, with a condition: ${sentence}`)
      }
    for (const refusal of REFUSALS)
      for (const terms of UNTIL) {
        const sentence = `Iran ${refusal} ${deed} ${terms}.`
        expect(read(sentence)).toBe(`conditional, with a condition: ${sentence}`)
      }
    for (const front of IN_FRONT) {
      const sentence = `${front} ${deed}.`
      expect(read(sentence)).toBe(`conditional, with a condition: ${sentence}`)
    }
    for (const [plain, stance] of [
      ['will', 'support'],
      ['said it would', 'support'],
      ['agreed to', 'support'],
      ['will not', 'oppose'],
      ['said it would not', 'oppose'],
      ['refused to', 'oppose'],
      ['said there was no way it would', 'oppose'],
    ]) {
      const sentence = `Iran ${plain} ${deed}.`
      expect(read(sentence)).toBe(`${stance}, without a condition: ${sentence}`)
    }
  })
})
