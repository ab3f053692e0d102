import { describe, expect, it } from 'vitest'
import { compilePattern } from '../../src/rules/pattern/compile'
import { createMatcher, type MatcherRule } from '../../src/rules/pattern/match'
import { parsePattern } from '../../src/rules/pattern/parse'
import { slotsFrom } from '../../src/rules/pattern/slots'
import { tokens } from '../helpers/tokens'

const slots = slotsFrom({})

// a pattern whose tries doubled with each of its parts would not come to an end within the limit of a test
describe('hostile patterns come to an end', () => {
  it.each([
    ['thirty wildcards', Array.from({ length: 30 }, () => '*{0,12}').join(' ') + ' missing'],
    [
      'forty optional words',
      Array.from({ length: 40 }, () => 'a?').join(' ') + ' ' + Array.from({ length: 40 }, () => 'a').join(' ') + ' missing',
    ],
    ['nested alternations of the same', '(((a|a a)|(a|a a))? ((a|a a)|(a|a a))? '.repeat(6) + 'a' + ')'.repeat(6) + ' missing'],
    ['groups of wildcards', Array.from({ length: 20 }, () => '(*{0,5} a|a *{0,5}|*{1,2})').join(' ') + ' missing'],
  ])('%s', (_, source) => {
    const compiled = compilePattern(parsePattern(source))
    const document = tokens('a '.repeat(1000))
    for (let at = 0; at < 20; at += 1) expect(compiled.match(document, slots, at)).toBeUndefined()
  })

  it('a long way through a pattern does not overflow the stack', () => {
    const source = Array.from({ length: 590 }, () => 'a?').join(' ') + ' b'
    expect(compilePattern(parsePattern(source)).match(tokens('a '.repeat(590) + 'b'), slots, 0)?.to).toBe(591)
  })
})

describe('the cost follows the hits, not the number of rules', () => {
  it('300 cues over a text that has few of their words', () => {
    const rules = Array.from({ length: 300 }, (_, n): MatcherRule => ({
      id: `r${n}`,
      kind: 'cue',
      pattern: `verb${n}<VERB> (the|its|an)? *{0,4} <target>`,
    }))
    const vocabulary = Array.from({ length: 5000 }, (_, n) => `word${n}`)
    let seed = 3
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
    const words = Array.from({ length: 200_000 }, (_, n) =>
      n % 25 === 24 ? '. |' : random(200) === 0 ? `verb${random(300)}/VERB` : (vocabulary[random(5000)] ?? ''),
    )
    const document = tokens(words.join(' '))
    const target = Array.from({ length: 3000 }, () => random(document.length - 3)).map((from) => ({ from, to: from + 2 }))
    const filled = slotsFrom({ target })
    const looksAtSlots = (given: readonly MatcherRule[]): number => {
      let looks = 0
      createMatcher(given).matchAll(document, {
        at(kind, index) {
          looks += 1
          return filled.at(kind, index)
        },
      })
      return looks
    }
    const [few, many] = [looksAtSlots(rules.slice(0, 1)), looksAtSlots(rules)]
    // a rule is tried at its own words, about 1,000 in all, and never at every token
    expect(many - few).toBeLessThan(20_000)
    expect(many).toBeGreaterThan(few)
  })
})
