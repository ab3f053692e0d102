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

test.each<[text: string, names: string[]]>([
  // who does or says something
  ['The weavers’ union slept. The bakers’ union was fed by the potters’ union.', ['weavers’ union', 'bakers’ union']],
  ['“It is old,” said the weavers’ union.', ['weavers’ union']],
  ['“It is old.” That was the word of Reza Karimi.', ['Reza Karimi']],
  ['Rebels slept. Rebels said it was late.', ['Rebels']],
  ['The armed group slept.', ['armed group']],
  ['An expert said it was late.', []],
  // or stands beside one who does
  ['Oman and the weavers’ union slept.', ['Oman', 'weavers’ union']],
  ['The weavers’ union and the bakers’ union slept near the potters’ union.', ['weavers’ union', 'bakers’ union']],
  ['Oman liked the weavers’ union.', ['Oman']],
  // bodies by whom something is done
  ['The plan, proposed by the weavers’ union, is old.', ['weavers’ union']],
  ['The plan by the weavers’ union is old.', []],
  ['The plan, sent to the weavers’ union, is old.', []],
  // known actors wherever they are named; capitals where they are more than places
  ['The book about Qatar is old.', ['Qatar']],
  ['A train from Doha was late.', []],
  ['Doha was late.', ['Qatar']],
  ['The train was liked by Doha.', ['Qatar']],
  ['Oman liked Doha.', ['Oman', 'Qatar']],
  ['Muscat and Doha slept.', ['Oman', 'Qatar']],
  ['Doha’s plan is old.', ['Qatar']],
  ['A train for Doha’s envoy was late.', ['Qatar']],
  // in the order in which they are first named
  ['Lavrov slept after Iran, Oman and Qatar spoke.', ['Russia', 'Iran', 'Oman', 'Qatar']],
  ['The book about Qatar is old. Oman slept. The weavers’ union slept. Iran spoke.', ['Qatar', 'Oman', 'weavers’ union', 'Iran']],
])('all that are listed, in the order of the text: %s', (text, names) => {
  expect(listed(text)).toEqual(names)
})
