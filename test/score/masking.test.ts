import { describe, expect, test } from 'vitest'
import { defaultActors, moscowTalks } from '../../src/data'
import { maskWords } from '../../src/score/masking'
import { createReader } from '../../src/score/reader'
import { rolesByHolder } from '../../src/score/roles'
import { skeletonOf } from '../../src/score/skeleton'
import type { ReadText } from '../../src/score/reader'

const TARGETS = [moscowTalks, { id: 'nairobi', name: 'the Nairobi talks' }]
const reader = createReader(defaultActors, [], TARGETS)
const index = reader.compile(TARGETS)

const read = (text: string): ReadText => reader.read(text, index, { day: '2018-08-23' })
const entity = ({ reading }: ReadText, name: string): number => reading.actors.entities.findIndex((e) => e.name === name)

describe('a text as a model sees it: without identities', () => {
  /** The symbols of a text for Iran and the Moscow talks; words that add nothing are left out. */
  function masked(text: string): string {
    const found = read(text)
    const { document } = found.reading
    const words = maskWords(found.reading, entity(found, 'Iran'), 0)
    return Array.from({ length: document.length }, (_, t) => words.at(t))
      .filter(Boolean)
      .join(' ')
  }
  test.each([
    ['Iran will not attend the Moscow talks on Friday unless Oman comes.', 'HOLDER will not attend TARGET unless ACTOR come'],
    ['Iran welcomed the Nairobi talks and all peace talks.', 'HOLDER welcome OTHER and OTHER'],
    ['“We will attend the Moscow talks,” Iran said.', 'HOLDER will attend TARGET HOLDER say'],
    ['“We will attend the Moscow talks,” Oman said.', 'ACTOR will attend TARGET ACTOR say'],
    ['We are cold.', 'we be cold'],
    ['Will Iran attend the Taliban talks in Moscow?', 'will HOLDER attend TARGET VENUE ?'],
    ['Iran paid 300 dollars in June 2018.', 'HOLDER pay NUM dollar in TIME NUM'],
    ['Iran smiled at the World Cup and the Vienna Choir.', 'HOLDER smile at the NAME NAME and the NAME NAME'],
    ['IRAN WILL ATTEND MOSCOW TALKS\n\nIran smiled.', 'HOLDER will attend TARGET HOLDER smile'],
  ])('%s', (text, symbols) => {
    expect(masked(text)).toBe(symbols)
  })
})

describe('what is left of a sentence by its senses', () => {
  test.each([
    ['Iran will not attend the Moscow talks unless Oman comes.', 'HOLDER will not @attend TARGET @condition ACTOR @attend'],
    ['Iran can’t go to the Moscow talks.', 'HOLDER can not @attend to TARGET'],
    ['Iran slept.', 'HOLDER'],
    ['Iran, Iran and Iran slept.', 'HOLDER'],
    ['Will Iran attend?', 'will HOLDER @attend ?'],
  ])('%s', (text, skeleton) => {
    const found = read(text)
    const { document } = found.reading
    expect(skeletonOf(document, maskWords(found.reading, entity(found, 'Iran'), 0), 0, document.length).join(' ')).toBe(skeleton)
  })
})

describe('what an actor is in the clauses of a text', () => {
  /** `VERB ROLE POSITION` of each clause in which an actor has a role. */
  function rolesOf(text: string, name: string): string[] {
    const found = read(text)
    const { document, syntax } = found.reading
    return (rolesByHolder(found.reading).get(entity(found, name)) ?? []).map(
      ({ clause, role, position }) => `${document.words[syntax.clauses[clause]!.verb.head]} ${role} ${position}`,
    )
  }
  test.each<[text: string, name: string, roles: string[]]>([
    ['Iran attended.', 'Iran', ['attended subject told']],
    ['The talks were praised by Iran.', 'Iran', ['praised agent told']],
    ['Oman thanked Iran.', 'Iran', ['thanked object told']],
    ['Oman and Qatar thanked Iran.', 'Qatar', ['thanked subject told']],
    ['Oman praised Iran’s friends.', 'Iran', ['praised possessor told']],
    ['Iran wants to attend, smiling at Oman.', 'Iran', ['wants subject told', 'attend subject told', 'smiling subject told']],
    ['Iran said Oman would attend.', 'Iran', ['said subject told', 'attend speaker reported']],
    ['Iran said Oman would attend.', 'Oman', ['attend subject told']],
    ['Iran said that it would attend.', 'Iran', ['said subject told', 'attend subject reported']],
    ['“We will attend,” Iran said.', 'Iran', ['attend subject own', 'said subject told']],
    ['“Our friends will attend,” Iran said.', 'Iran', ['attend possessor own', 'said subject told']],
  ])('%s · %s', (text, name, roles) => {
    expect(rolesOf(text, name)).toEqual(roles)
  })
})
