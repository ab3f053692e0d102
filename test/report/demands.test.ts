import { describe, expect, test } from 'vitest'
import { defaultActors, defaultRules, moscowTalks } from '../../src/index'
import { demandsIn } from '../../src/report/demands'
import { createReader } from '../../src/score/reader'

const reader = createReader(defaultActors, defaultRules, [moscowTalks])
const index = reader.compile([moscowTalks])

/** What the last sentence of a text demands. */
function demandsOf(text: string): string[] {
  const { scene } = reader.read(text, index).votes
  const { document } = scene
  return demandsIn(scene, document.sentences.length - 1).map(({ from, to }) =>
    document.text.slice(document.start[from], document.end[to - 1]),
  )
}

describe('what a sentence demands for which no rule voted', () => {
  test.each<readonly [text: string, demands: readonly string[]]>([
    ['Iran would polish its shoes if the list were shorter.', ['the list were shorter']],
    ['Iran would lend a bus in exchange for a seat on the panel.', ['a seat on the panel']],
    ['Iran must first have its envoys back, whatever else is said.', ['Iran must first have its envoys back']],
    ['Iran wants the flags taken down before it says yes.', ['the flags taken down']],
    ['Iran asked for direct talks. Once that is agreed, its bus will be at the gate.', ['direct talks']],
    ['Iran said the Moscow talks must be Afghan-led.', ['the Moscow talks must be Afghan-led']],
    ['Iran insisted that the list be cut before the Moscow talks.', ['the list be cut before the Moscow talks']],
    ['Iran conditioned its presence at the Moscow talks on a truce.', ['a truce']],
    ['Iran demands the release of all prisoners.', ['the release of all prisoners']],
    ['It rained. Iran wants the flags taken down before it says yes.', ['the flags taken down']],
    // what another sentence demands is not this one's
    ['Iran wants the flags taken down before it says yes. It rained.', []],
    ['Iran wants the flags taken down. Iran has a new bus.', []],
    ['Iran has a new bus.', []],
  ])('%s', (text, demands) => {
    expect(demandsOf(text)).toEqual(demands)
  })
})
