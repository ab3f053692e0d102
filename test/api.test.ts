import { expect, test } from 'vitest'
import * as demarche from '../src/index'
import * as testing from '../src/testing/index'
import * as track from '../src/track/index'
import * as train from '../src/train/index'

/** Values that each entry exports. A name that is not here is not public; one that goes is a breaking change. */
const NAMES = {
  demarche: [
    'DemarcheError',
    'STANCES',
    'analyze',
    'createAnalyzer',
    'defaultActors',
    'defaultRules',
    'moscowTalks',
    'readActors',
    'readRules',
    'readTargets',
  ],
  'demarche/testing': ['checkRules', 'documentedRules', 'lintRules'],
  'demarche/track': ['track'],
  'demarche/train': ['evaluate'],
}

test.each([
  ['demarche', demarche],
  ['demarche/testing', testing],
  ['demarche/track', track],
])('%s exports these names', (entry, exported) => {
  expect(Object.keys(exported).sort()).toEqual([...NAMES[entry as keyof typeof NAMES]].sort())
})

test('demarche/train exports at least these names', () => {
  expect(Object.keys(train)).toEqual(expect.arrayContaining(NAMES['demarche/train']))
})

test('analyze is createAnalyzer().analyze', () => {
  const text = 'Russia said it would host the Moscow talks on Afghanistan in September.'
  expect(demarche.createAnalyzer().analyze(text)).toEqual(demarche.analyze(text))
})
