import { describe, expect, test } from 'vitest'
import { defaultActors, moscowTalks } from '../../src/data'
import { entityAt } from '../../src/score/given'
import type { CharRange } from '../../src/score/given'
import { createReader } from '../../src/score/reader'

const reader = createReader(defaultActors, [], [moscowTalks])
const index = reader.compile([moscowTalks])
const within = (text: string, words: string): CharRange => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

describe('words that are known to name the holder', () => {
  function holderOf(text: string, words: string): { readonly name: string | undefined; readonly added: boolean } {
    const holder = within(text, words)
    const { actors, document } = reader.read(text, index, { holder }).reading
    const before = reader.read(text, index).reading.actors.entities.length
    return { name: actors.entities[entityAt(document, actors, holder)]?.name, added: actors.entities.length > before }
  }
  test.each([
    ['Iran will attend.', 'Iran', 'Iran', false],
    ['The Iranian envoy will attend.', 'Iranian envoy will', 'Iran', false],
    ['The old brass kettle will attend.', 'brass kettle', 'brass kettle', true],
    ['Well, Zzyzx will attend.', 'Zzyzx', 'Zzyzx', false],
  ])('%s · %s', (text, words, name, added) => {
    expect(holderOf(text, words)).toEqual({ name, added })
  })
  test('become an actor where they stand, in the order of mentions, and the subject of their clause', () => {
    const text = 'Iran slept. The brass kettle will attend. Oman slept.'
    const { actors, syntax, attribution } = reader.read(text, index, { holder: within(text, 'brass kettle') }).reading
    expect(actors.mentions.map((m) => actors.entities[m.entity]!.name)).toEqual(['Iran', 'brass kettle', 'Oman'])
    const given = actors.entities.find(({ id }) => id === 'given:brass kettle')!
    expect(given).toMatchObject({ kind: 'group', actor: undefined, faint: false })
    expect(attribution.entityIn(syntax.clauses[1]!.subject, 1)).toBe(given.index)
  })
  test('of the words that share most with them', () => {
    const text = 'Iran and Pakistan slept.'
    expect(holderOf(text, 'n and Pakistan').name).toBe('Pakistan')
    expect(holderOf(text, 'Iran and P').name).toBe('Iran')
  })
})

describe('words that are known to name the talks', () => {
  const targetsOf = (text: string, words?: string) => {
    const { targets, document } = reader.read(text, index, words === undefined ? {} : { target: within(text, words) }).reading
    const mentions = targets.mentions.map((m) => `${m.target} ${document.words.slice(m.from, m.to).join(' ')}`)
    return {
      mentions,
      named: targets.named,
      salient: [...document.sentences].map(({ to }) => targets.salientAt(to - 1)?.distance),
    }
  }
  test('become a mention of the first target, which is understood from there on', () => {
    const text = 'It rained. Iran spoke of the brass kettle. It slept. Oman slept.'
    expect(targetsOf(text)).toEqual({ mentions: [], named: [false], salient: [undefined, undefined, undefined, undefined] })
    expect(targetsOf(text, 'the brass kettle')).toEqual({
      mentions: ['0 the brass kettle'],
      named: [true],
      salient: [undefined, 0, 1, 2],
    })
  })
  test('change nothing where the talks were found there', () => {
    const text = 'Iran spoke of the Moscow talks on Afghanistan.'
    expect(targetsOf(text, 'Moscow talks')).toEqual(targetsOf(text))
  })
  test('stand in the place of other talks', () => {
    const text = 'Iran spoke of the Nairobi talks.'
    expect(targetsOf(text).mentions).not.toContain('0 the Nairobi talks')
    expect(targetsOf(text, 'the Nairobi talks').mentions).toEqual(['0 the Nairobi talks'])
  })
})
