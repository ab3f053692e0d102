import { describe, expect, test } from 'vitest'
import { createAnalyzer, DemarcheError, readActors, readRules, readTargets } from '../../src/index'

/** The error that reading ends with. */
function complaint(read: () => unknown): DemarcheError {
  try {
    read()
  } catch (error) {
    if (error instanceof DemarcheError) return error
    throw error
  }
  throw new Error('expected an error, got entries')
}

describe('a file of data', () => {
  const rule = { id: 'support.hail', kind: 'cue' }
  test.each<[string, unknown, readonly unknown[]]>([
    ['that is a list is that list', [rule], [rule]],
    ['with its format is its list', { format: 1, rules: [rule, rule] }, [rule, rule]],
    ['that is one entry is a list of it', rule, [rule]],
    ['that is something else is left to createAnalyzer', 'hail', ['hail']],
  ])('%s', (_, data, entries) => {
    expect(readRules(data)).toEqual(entries)
  })

  test.each<[string, unknown, RegExp]>([
    [
      'of a newer format is refused, whatever else is in it',
      { format: 2, rules: { grammar: [] }, classes: {} },
      /^expected rules of format 1, got format 2, which is for a newer version of demarche; mend it by updating demarche \(rules\.format\)$/,
    ],
    ['of no known format is refused', { format: '1', rules: [] }, /expected format 1, got "1"; mend it by writing "format": 1/],
    ['that has a list and no format is refused', { rules: [] }, /expected format 1, got nothing/],
    ['that has a format and no list is refused', { format: 1 }, /expected a list of rules, got nothing.*\(rules\.rules\)/],
    ['with more beside its list is refused', { format: 1, rules: [], classes: {} }, /got "classes"; mend it by removing it/],
  ])('%s', (_, data, message) => {
    const { code, message: said } = complaint(() => readRules(data))
    expect(said).toMatch(message)
    expect(code).toBe('options')
  })

  test('tells all its faults at once', () => {
    expect(complaint(() => readRules({ format: 0, rule: [] })).message.split('\n')).toHaveLength(4)
  })

  test('of actors and of targets is read alike', () => {
    expect(readActors({ format: 1, actors: [1] })).toEqual([1])
    expect(readTargets({ format: 1, targets: [2] })).toEqual([2])
    expect(complaint(() => readActors({ format: 9, actors: [] })).message).toMatch(/expected actors of format 1, got format 9/)
    expect(complaint(() => readTargets({ format: 9, targets: [] })).message).toMatch(/expected targets of format 1/)
  })

  test('that is given to createAnalyzer whole: the error names what reads it', () => {
    const whole = { format: 1, rules: [] }
    expect(complaint(() => createAnalyzer({ rules: whole as never })).message).toMatch(
      /got an object; mend it by giving what readRules/,
    )
    expect(complaint(() => createAnalyzer({ actors: {} as never })).message).toMatch(/mend it by writing them in \[ \]/)
  })
})
