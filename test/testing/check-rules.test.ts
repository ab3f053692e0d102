import { describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../src/analyze'
import { defaultActors, defaultRules, moscowTalks } from '../../src/data'
import { DemarcheError } from '../../src/errors'
import { checkRules, lintRules } from '../../src/testing/index'
import type { CueRule, Rule } from '../../src/types'
import { actorsFaults } from '../../src/validate/actors'
import { ValidationError } from '../../src/validate/faults'
import { rulesFaults } from '../../src/validate/rules'
import { targetsFaults } from '../../src/validate/targets'

const cue = (fields: Partial<CueRule> & Record<string, unknown> = {}): CueRule => ({
  id: 'oppose.sneeze-at',
  kind: 'cue',
  stance: 'oppose',
  weight: 1.4,
  pattern: 'sneeze<VERB> at <target>',
  examples: ['Kabul [sneezed at the Moscow talks].', 'Tehran will [sneeze at the Moscow conference].'],
  counterExamples: ['The envoy sneezed at the table.'],
  ...fields,
})
const modifier = (fields: Record<string, unknown> = {}): Rule =>
  ({
    id: 'hedge.blah',
    kind: 'modifier',
    effect: 'hedge',
    pattern: 'blahly',
    examples: ['Kabul [blahly] rejected the Moscow talks.', 'Iran would [blahly] attend.'],
    counterExamples: ['Kabul rejected it.'],
    ...fields,
  }) as unknown as Rule
/** A rule that is wrong as data. */
const wrong = (value: unknown): Rule => value as Rule

const first = (message: string): string => message.split('\n')[0]!
/** Checked by themselves, which is quicker than beside the built-in rules. */
const check = (rules: readonly Rule[]) => checkRules(rules, { beside: [] })
const messages = (rules: readonly Rule[]): string[] => check(rules).map(({ message }) => first(message))

describe('checkRules passes right rules', () => {
  test.each<[string, Rule]>([
    ['a cue', cue()],
    [
      'a cue with one example and no counter-example',
      cue({ examples: ['Kabul [sneezed at the Moscow talks].'], counterExamples: [] }),
    ],
    ['a cue whose example is negated', cue({ examples: ['Kabul did not [sneeze at the Moscow talks].'] })],
    [
      'a cue whose example has a condition',
      cue({ examples: ['Kabul will [sneeze at the Moscow talks] unless the Taliban come.'] }),
    ],
    ['a cue in the passive', cue({ examples: ['[The Moscow talks were sneezed at] by Kabul.'] })],
    ['a modifier', modifier()],
    [
      'a guard',
      { id: 'guard.sneeze', kind: 'guard', pattern: 'sneeze<VERB> at the table', examples: ['He [sneezed at the table].'] },
    ],
    ['a boundary', { id: 'boundary.blah', kind: 'boundary', pattern: 'blah', examples: ['Kabul came [blah] Iran left.'] }],
  ])('%s', (_, rule) => {
    expect(messages([rule])).toEqual([])
  })
  test('beside the built-in rules, which is the default', () => {
    expect(checkRules([cue(), { ...modifier(), id: defaultRules[0]!.id }])).toEqual([])
  })
  test('no rules at all', () => {
    expect(checkRules([])).toEqual([])
  })
  test('examples about other talks, with `target`', () => {
    const rule = cue({
      examples: ['The Houthis [sneezed at the Geneva talks].'],
      counterExamples: ['They sneezed at the Moscow talks.'],
    })
    expect(checkRules([rule], { beside: [], target: { id: 'geneva', name: 'the Geneva talks' } })).toEqual([])
    expect(check([rule]).map(({ kind }) => kind)).toEqual(['match', 'counter-example'])
  })
  test('an office that depends on the day, with `publishedAt`', () => {
    const rule = cue({ examples: ['Imran Khan [sneezed at the Moscow talks].'] })
    expect(checkRules([rule], { beside: [], publishedAt: '2021-03-18' })).toEqual([])
  })
})

describe('checkRules finds faults of data, all at once', () => {
  test.each<[string, unknown, string[]]>([
    [
      'several faults of one rule',
      cue({ stance: 'agree' as 'support', weight: 9, holder: 'subjekt' as 'subject', colour: 'red' }),
      [
        'oppose.sneeze-at, colour: expected a field of a cue, got "colour"; mend it by removing it; there are id, kind, pattern, examples, counterExamples, note, stance, weight, holder, negated, factive, tied',
        'oppose.sneeze-at, stance: expected one of support, oppose, conditional, none, got "agree"; mend it by taking one of them',
        'oppose.sneeze-at, weight: expected a weight above 0 and at most 4, got 9; mend it by writing 1 for an ordinary cue, 2 for a plain one',
        'oppose.sneeze-at, holder: expected one of subject, object, speaker, possessor, participants, got "subjekt"; mend it by writing "subject"',
      ],
    ],
    [
      'a field misspelt',
      cue({ exampels: [] }),
      ['oppose.sneeze-at, exampels: expected a field of a cue, got "exampels"; mend it by writing "examples"'],
    ],
    ['a number for a text', 7, ['#0, rule: expected a rule, as an object, got 7; mend it by writing its fields in { }']],
    ['nothing', null, ['#0, rule: expected a rule, as an object, got null; mend it by writing its fields in { }']],
    ['a list', [], ['#0, rule: expected a rule, as an object, got an empty list; mend it by writing its fields in { }']],
    [
      'no kind',
      { ...cue(), kind: undefined },
      ['oppose.sneeze-at, kind: expected one of cue, modifier, boundary, guard, got nothing; mend it by taking one of them'],
    ],
    [
      'no id',
      { ...cue(), id: '' },
      [
        '#0, id: expected an id in lower case, dotted and hyphenated ("oppose.turn-down"), got an empty text; mend it by writing one that no other rule has',
      ],
    ],
    [
      'examples left out',
      (({ examples: _, ...rule }) => rule)(cue()),
      [
        'oppose.sneeze-at, examples: expected at least one example, got none; mend it by adding a sentence with the match in brackets',
      ],
    ],
    [
      'no examples',
      cue({ examples: [] }),
      [
        'oppose.sneeze-at, examples: expected at least one example, got none; mend it by adding a sentence with the match in brackets',
      ],
    ],
    [
      'an example that is no text',
      cue({ examples: [5 as unknown as string] }),
      ['oppose.sneeze-at, examples[0]: expected words, got 5; mend it by writing them, or removing the entry'],
    ],
    [
      'a reach that is too long',
      modifier({ reach: 61 }),
      [
        'hedge.blah, reach: expected a whole number of tokens from 1 to 60, got 61; mend it by writing how far the scope reaches, or leaving it out (12)',
      ],
    ],
    [
      'an effect that there is not',
      modifier({ effect: 'hedging' }),
      [
        'hedge.blah, effect: expected one of negation, condition, hedge, earlier, hypothetical, undecided, got "hedging"; mend it by taking one of them',
      ],
    ],
    [
      'a stance on a modifier',
      modifier({ stance: 'support' }),
      [
        'hedge.blah, stance: expected a field of a modifier, got "stance"; mend it by removing it; there are id, kind, pattern, examples, counterExamples, note, effect, direction, reach',
      ],
    ],
    [
      'a weight that is no number',
      cue({ weight: Number.NaN }),
      [
        'oppose.sneeze-at, weight: expected a weight above 0 and at most 4, got NaN; mend it by writing 1 for an ordinary cue, 2 for a plain one',
      ],
    ],
  ])('%s', (_, rule, expected) => {
    expect(messages([wrong(rule)])).toEqual(expected)
  })
  test('hostile words are words', () => {
    const rule = cue({
      id: 'oppose.constructor',
      pattern: 'constructor<VERB|NOUN> <target>',
      examples: ['x'],
      counterExamples: [],
    })
    expect(check([rule]).map(({ kind }) => kind)).toEqual(['brackets'])
    expect(messages([wrong(JSON.parse('{"__proto__": 1, "id": "toString", "kind": "constructor"}'))])).toHaveLength(3)
  })
})

describe('checkRules finds faults of ids and patterns', () => {
  test('two rules with one id: the second is at fault', () => {
    expect(messages([cue(), modifier(), cue()])).toEqual([
      'oppose.sneeze-at, id: expected an id of its own for each rule, got "oppose.sneeze-at" at #0 and at #2; mend it by renaming one of the two',
    ])
  })
  test.each([
    [
      '(sneeze at <target>',
      'oppose.sneeze-at, pattern: expected a ")" for the "(" in column 1, got the end of the pattern in column 20; mend it by closing the group',
    ],
    ['sneeze<VRB> at <target>', 'in column 8'],
    ['@no-such-class <target>', 'oppose.sneeze-at, pattern: expected a known word class, got @no-such-class in column 1'],
    [
      'sneeze?',
      'oppose.sneeze-at, pattern: expected a pattern that takes one token at least, got one that can be empty in column 1',
    ],
    ['Sneeze at <target>', 'got "Sneeze" in column 1; mend it by writing "sneeze"'],
  ])('%s', (pattern, part) => {
    const [problem, ...more] = check([cue({ pattern })])
    expect(more).toEqual([])
    expect(problem).toMatchObject({ kind: 'pattern', rule: 'oppose.sneeze-at', field: 'pattern' })
    expect(problem!.message).toContain(part)
  })
  test('a rule at fault does not keep the others from being checked', () => {
    const rules = [cue({ pattern: '(' }), modifier({ examples: ['Kabul [rejected] it.'] })]
    expect(check(rules).map(({ rule, kind }) => `${rule} ${kind}`)).toEqual(['oppose.sneeze-at pattern', 'hedge.blah match'])
  })
})

describe('checkRules finds examples that do not hold', () => {
  test.each([
    ['Kabul sneezed at the Moscow talks.', 'got 0 "[" and 0 "]"'],
    ['Kabul [sneezed] at [the Moscow talks].', 'got 2 "[" and 2 "]"'],
    ['Kabul ]sneezed at[ the Moscow talks.', 'got 1 "[" and 1 "]"'],
    ['Kabul [] sneezed at the Moscow talks.', 'got 1 "[" and 1 "]"'],
  ])('brackets: %s', (example, got) => {
    expect(messages([cue({ examples: [example] })])).toEqual([
      `oppose.sneeze-at, examples[0]: expected one pair of brackets around the match, ${got}; mend it by writing [ before its first word and ] after its last`,
    ])
  })
  test('a match elsewhere prints the tokens with part of speech and lemma, and the slots', () => {
    const [problem] = check([cue({ examples: ['Kabul [sneezed] at the Moscow talks.'] })])
    expect(problem).toMatchObject({ kind: 'match', field: 'examples[0]', got: '[sneezed at the Moscow talks]' })
    expect(problem!.message.split('\n')).toEqual([
      'oppose.sneeze-at, examples[0]: expected a match at [sneezed] and nowhere else, got [sneezed at the Moscow talks]; mend it by moving the brackets to the match, or changing where the pattern starts and ends',
      '  text: Kabul [sneezed] at the Moscow talks.',
      '  tokens: Kabul/PROPN/kabul sneezed/VERB/sneeze at/ADP/at the/DET/the Moscow/PROPN/moscow talks/NOUN/talk ./PUNCT/.',
      '  slots: <target> "the Moscow talks", <actor> "Kabul"',
    ])
  })
  test('no match', () => {
    expect(messages([cue({ examples: ['Kabul [coughed at the Moscow talks].'] })])).toEqual([
      'oppose.sneeze-at, examples[0]: expected a match at [coughed at the Moscow talks] and nowhere else, got no match; mend it by comparing the pattern with the tokens below, or writing another example',
    ])
  })
  test('two matches', () => {
    const example = 'Kabul [sneezed at the Moscow talks] and Tehran sneezed at the Moscow conference.'
    expect(messages([cue({ examples: [example] })])).toEqual([
      'oppose.sneeze-at, examples[0]: expected a match at [sneezed at the Moscow talks] and nowhere else, got [sneezed at the Moscow talks] and [sneezed at the Moscow conference]; mend it by narrowing the pattern, or shortening the example to one match',
    ])
  })
  test('a counter-example that matches', () => {
    const [problem] = check([cue({ counterExamples: ['It rained.', 'Iran sneezed at the Moscow talks.'] })])
    expect(problem).toMatchObject({
      kind: 'counter-example',
      field: 'counterExamples[1]',
      expected: 'no match',
      got: '[sneezed at the Moscow talks]',
    })
    expect(problem!.message).toContain('\n  tokens: Iran/PROPN/iran sneezed/VERB/sneeze')
  })
  test('a cue that nobody holds', () => {
    const [problem] = check([cue({ examples: ['The Moscow talks [were over]. '], pattern: 'be over', holder: 'object' })])
    expect(problem).toMatchObject({ kind: 'stance', field: 'examples[0]', expected: 'a vote for oppose of some actor' })
    expect(problem!.got).toMatch(/^none: /)
  })
  test('a cue inside of a question', () => {
    const [problem] = check([cue({ examples: ['Has Kabul [sneezed at the Moscow talks]?'] })])
    expect(problem).toMatchObject({ kind: 'stance', got: 'none: inside a question' })
  })
})

describe('lintRules', () => {
  const kinds = (rules: readonly Rule[], options?: Parameters<typeof lintRules>[1]): string[] =>
    lintRules(rules, options).map(({ kind, rule, field }) => `${rule} ${field} ${kind}`)

  test('right rules pass', () => {
    expect(kinds([modifier(), cue()])).toEqual([])
  })
  test.each<[string, Rule[], string[]]>([
    ['not sorted', [cue(), modifier()], ['hedge.blah id order']],
    ['the same id', [cue(), cue({ pattern: 'sneeze' })], ['oppose.sneeze-at id id']],
    ['one example', [cue({ examples: ['Kabul [sneezed at the Moscow talks].'] })], ['oppose.sneeze-at examples count']],
    ['no counter-example', [cue({ counterExamples: [] })], ['oppose.sneeze-at counterExamples count']],
    ['a weight out of range', [cue({ weight: 3 })], ['oppose.sneeze-at weight weight']],
    [
      'the same pattern',
      [cue(), cue({ id: 'oppose.wheeze', pattern: 'sneeze<VERB>  at <target>' })],
      ['oppose.wheeze pattern duplicate'],
    ],
    ['a class that there is not', [cue({ pattern: '@nothing <target>' })], ['oppose.sneeze-at pattern pattern']],
    ['a field that there is not', [cue({ scope: 3 })], ['oppose.sneeze-at scope schema']],
    ['stray white space', [cue({ counterExamples: ['He  sneezed.'] })], ['oppose.sneeze-at counterExamples[0] text']],
    [
      'brackets in a counter-example',
      [cue({ counterExamples: ['He [sneezed].'] })],
      ['oppose.sneeze-at counterExamples[0] text'],
    ],
    ['the same example twice', [cue({ examples: ['A [b].', 'A [b].'] })], ['oppose.sneeze-at examples text']],
    ['no object', [wrong('x')], ['#0 rule schema']],
  ])('%s', (_, rules, expected) => {
    expect(kinds(rules)).toEqual(expected)
  })
  test('the same pattern for another holder is another rule', () => {
    expect(kinds([cue(), cue({ id: 'oppose.wheeze', holder: 'speaker' })])).toEqual([])
  })
  test('what is asked for can be changed', () => {
    const rules = [cue({ weight: 3, examples: ['Kabul [sneezed at the Moscow talks].'], counterExamples: [] }), modifier()]
    expect(kinds(rules, { sorted: false, examples: 1, counterExamples: 0, weights: [0.1, 4] })).toEqual([])
  })
})

describe('options of createAnalyzer', () => {
  const failure = (options: unknown): ValidationError => {
    try {
      createAnalyzer(options as Parameters<typeof createAnalyzer>[0])
    } catch (error) {
      expect(error).toBeInstanceOf(DemarcheError)
      expect(error).toBeInstanceOf(ValidationError)
      return error as ValidationError
    }
    throw new Error('expected an error, got an analyser')
  }
  test.each<[unknown, string]>([
    [5, 'expected options, as an object, got 5; mend it by writing its fields in { } (the options of createAnalyzer)'],
    [{ target: [] }, 'expected a field of createAnalyzer, got "target"; mend it by writing "targets" (target)'],
    [
      { targets: [] },
      'expected at least one target, got an empty list; mend it by leaving `targets` out or naming one (targets)',
    ],
    [{ targets: {} }, 'expected a list of targets, got an object; mend it by writing them in [ ] (targets)'],
    [
      { targets: [{ id: 'a' }] },
      'expected the name of the talks, got nothing; mend it by writing it as a text would: "the Doha talks" (targets[0].name, target a)',
    ],
    [
      { targets: [{ id: 'a', name: 'A', dates: ['2018-02-30'] }] },
      'expected a day, YYYY-MM-DD, got "2018-02-30"; mend it by writing it as in "2018-08-27" (targets[0].dates[0], target a)',
    ],
    [
      { minConfidence: 2 },
      'expected a probability from 0 to 1, got 2; mend it by writing 0.5, or leaving it out (0) (minConfidence)',
    ],
    [
      { model: 'x' },
      'expected a stance model, as an object, got x; mend it by giving what `trainModel` returned, unchanged, or null for rules alone (model)',
    ],
    [{ rules: 'x' }, 'expected a list of rules, got "x"; mend it by writing them in [ ] (rules)'],
    [
      { rules: [...defaultRules, cue(), cue()] },
      `expected an id of its own for each rule, got "oppose.sneeze-at" as in rules[${defaultRules.length}]; mend it by renaming one of the two (rules[${defaultRules.length + 1}].id, rule oppose.sneeze-at)`,
    ],
    [
      { actors: [...defaultActors, { id: 'x', name: 'X', kind: 'person', partOf: 'nobody' }] },
      `expected the id of an actor in the list, got "nobody"; mend it by adding that actor, or writing [...defaultActors, yours] (actors[${defaultActors.length}].partOf, actor x)`,
    ],
  ])('%j', (options, message) => {
    expect(failure(options).message).toBe(message)
  })
  test('a pattern that cannot be read keeps its code, column and text', () => {
    const error = failure({ rules: [cue({ pattern: 'sneeze<VRB>' })] })
    expect(error).toMatchObject({ code: 'pattern-syntax', column: 8 })
    expect(error.message).toContain('(rules[0].pattern, rule oppose.sneeze-at, column 8 of `sneeze<VRB>`)')
  })
  test('every fault is named', () => {
    const error = failure({
      rules: [cue({ weight: 0 }), modifier({ effect: '' })],
      targets: [{ id: 'X', name: '' }],
      verbose: true,
    })
    expect(error.code).toBe('options')
    expect(error.faults.map(({ path }) => path)).toEqual([
      'verbose',
      'targets[0].id',
      'targets[0].name',
      'rules[0].weight',
      'rules[1].effect',
    ])
    expect(first(error.message)).toBe('5 faults in the options of createAnalyzer:')
    expect(error.message.split('\n')[4]).toBe(
      '  rules[0].weight, rule oppose.sneeze-at: expected a weight above 0 and at most 4, got 0; mend it by writing 1 for an ordinary cue, 2 for a plain one',
    )
  })
  test.each<[string, unknown, string[]]>([
    ['an actor that is right', { id: 'x', name: 'X', kind: 'person', offices: [{ partOf: 'x', role: 'chief' }] }, []],
    [
      'a name for a period',
      { id: 'x', name: 'X', kind: 'group', aliases: ['Y', { text: 'Z', from: '2020-01-01', to: '2021-01-01' }] },
      [],
    ],
    [
      'a period that runs back',
      { id: 'x', name: 'X', kind: 'group', aliases: [{ text: 'Z', from: '2021-01-01', to: '2020-01-01' }] },
      ['actors[0].aliases[0].to'],
    ],
    ['a kind that there is not', { id: 'x', name: 'X', kind: 'party' }, ['actors[0].kind']],
    ['a circle', { id: 'x', name: 'X', kind: 'group', partOf: 'x' }, ['actors[0].partOf']],
    [
      'an office of nobody',
      { id: 'x', name: 'X', kind: 'person', offices: [{ role: 'chief' }] },
      ['actors[0].offices[0].partOf'],
    ],
    ['aliases that are no list', { id: 'x', name: 'X', kind: 'person', aliases: 'Y' }, ['actors[0].aliases']],
    ['a hostile id', JSON.parse('{"id": "__proto__", "name": "X", "kind": "person"}'), ['actors[0].id']],
    ['null', null, ['actors[0]']],
  ])('actors: %s', (_, actor, paths) => {
    expect(actorsFaults([actor]).map(({ path }) => path)).toEqual(paths)
  })
  test('built-in rules, actors and targets are right, also as copies', () => {
    expect(rulesFaults(structuredClone(defaultRules))).toEqual([])
    expect(actorsFaults(structuredClone(defaultActors))).toEqual([])
    expect(targetsFaults([structuredClone(moscowTalks)])).toEqual([])
  })
})

describe('texts and options of one analysis', () => {
  const analyzer = createAnalyzer({ rules: [] })
  const run = (input: unknown, options?: unknown): unknown =>
    analyzer.analyze(input as string, options as Parameters<typeof analyzer.analyze>[1])
  test.each<[unknown, unknown, string]>([
    [
      5,
      undefined,
      'expected a string, or { title, text }, got 5; mend it by passing the text of the article (the text to analyse)',
    ],
    [
      null,
      undefined,
      'expected a string, or { title, text }, got null; mend it by passing the text of the article (the text to analyse)',
    ],
    [{ title: 'x' }, undefined, 'expected a string, got nothing; mend it by passing the text of the article (text)'],
    [
      { text: 'x', headline: 'y' },
      undefined,
      'expected a field of a text, got "headline"; mend it by removing it; there are title, text (headline)',
    ],
    [
      'x',
      { publishedAt: '27 August 2018' },
      'expected a day, YYYY-MM-DD, got "27 August 2018"; mend it by writing it as in "2018-08-27" (publishedAt)',
    ],
    ['x', { screen: 'yes' }, 'expected true or false, got "yes"; mend it by writing one of the two, or leaving it out (screen)'],
    [
      'x',
      { publishedat: '2018-08-27' },
      'expected a field of analyze, got "publishedat"; mend it by writing "publishedAt" (publishedat)',
    ],
  ])('%j %j', (input, options, message) => {
    expect(() => run(input, options)).toThrow(message)
  })
  test.each<[unknown, unknown]>([
    ['', undefined],
    [{ text: '' }, {}],
    [
      { title: '', text: 'x' },
      { publishedAt: '2020-02-29', screen: true },
    ],
    ['constructor __proto__', { publishedAt: undefined }],
  ])('%j %j is right', (input, options) => {
    expect(() => run(input, options)).not.toThrow()
  })
})
