import { expect, test } from 'vitest'
import { createAnalyzer } from '../../src/index'

const analyzer = createAnalyzer({ model: null })
const listed = (text: string): string[] => analyzer.analyze(text).actors.map(({ actor }) => actor.name)

test.each<[text: string, name: string, isListed: boolean]>([
  ['Pakistan welcomed the Moscow talks on Afghanistan and urged all parties to take part.', 'parties', false],
  ['Iran said that both sides should come to the Moscow talks on Afghanistan.', 'sides', false],
  ['Many parties rejected the Moscow talks on Afghanistan.', 'parties', true],
  ['Pakistan welcomed the Moscow talks on Afghanistan and urged all parties to take part.', 'Pakistan', true],
])('collectives without a name are listed where they hold a position: %s · %s', (text, name, isListed) => {
  expect(listed(text).some((found) => found.toLowerCase().includes(name.toLowerCase()))).toBe(isListed)
})

test.each<[text: string, name: string, isListed: boolean]>([
  ['Pakistan welcomed the Moscow talks on Afghanistan. Its envoys from Doha were absent.', 'Qatar', false],
  ['Pakistan welcomed the Moscow talks on Afghanistan. Doha has sent a letter.', 'Qatar', true],
  ['Pakistan welcomed the Moscow talks on Afghanistan, proposed by the weavers’ union.', 'weavers’ union', true],
])('capitals are listed where their governments act, bodies where they do: %s · %s', (text, name, isListed) => {
  expect(listed(text).includes(name)).toBe(isListed)
})
