import { describe, expect, it } from 'vitest'
import { compilePattern } from '../../src/rules/pattern/compile'
import { createMatcher } from '../../src/rules/pattern/match'
import { parsePattern } from '../../src/rules/pattern/parse'
import { slotsFrom } from '../../src/rules/pattern/slots'
import { rangeOf, tokens, wordsOf } from '../helpers/tokens'

const CLASSES = {
  attend: ['attend', 'take part', 'show<VERB> up'],
  refusal: ['refuse<VERB>', 'turn<VERB> down'],
}

interface Case {
  readonly line: string
  readonly target?: string[]
  readonly actor?: string[]
  readonly other?: string[]
}

function matchesOf(
  pattern: string,
  given: Case,
  boundaries?: ReadonlySet<number>,
): { text: string; head: string | undefined; slots: string[] }[] {
  const document = tokens(given.line)
  const spans = (list: string[] = []) => list.map((words) => rangeOf(document, words))
  const slots = slotsFrom({ target: spans(given.target), actor: spans(given.actor), other: spans(given.other) })
  return createMatcher([{ id: 'r', pattern }], CLASSES)
    .matchAll(document, slots, boundaries)
    .map((hit) => ({
      text: wordsOf(document, hit),
      head: document.words[hit.head],
      slots: hit.slots.map((slot) => `${slot.kind}: ${wordsOf(document, slot)}`),
    }))
}

describe('a pattern matches', () => {
  it.each<[string, string, string[]]>([
    ['attend', 'Kabul attended/VERB/attend and attends/VERB/attend', ['attended', 'attends']],
    ['attended', 'Kabul attended/VERB/attend and attends/VERB/attend', ['attended']],
    ['host<VERB>', 'the host/NOUN hosts/VERB/host', ['hosts']],
    ['need<VERB>', 'they need/AUX to be/AUX/be', ['need']],
    ['be<VERB>', 'they are/AUX/be', []],
    ['<VERB>', 'they will/AUX have/AUX need/AUX go/VERB', ['need', 'go']],
    ['<AUX>', 'they will/AUX go/VERB', ['will']],
    ['<VERB|NOUN> <DET>', 'go/VERB the/DET man/NOUN the/DET', ['go the', 'man the']],
    ['afghan-led', 'an Afghan-led/ADJ process', ['Afghan-led']],
    ['"attended the"', 'he attended/VERB/attend the/DET talks attends/VERB/attend the/DET', ['attended the']],
    ['"won\'t"', "he wo/AUX/will/will n't/PART/not/not go/VERB", ["wo n't"]],
    ['(a|b c|d)', 'a b c d b d', ['a', 'b c', 'd', 'd']],
    ['(a|a b) c', 'a b c a c', ['a b c', 'a c']],
    ['(a|a b)', 'a b', ['a']],
    ['(a (b|c)|d)? e', 'a b e d e e a e', ['a b e', 'd e', 'e', 'e']],
    ['the? talks', 'the talks talks', ['the talks', 'talks']],
    ['a *{0,2} b', 'a b a x b a x x b a x x x b', ['a b', 'a x b', 'a x x b']],
    ['a * b', 'a b a x b', ['a x b']],
    ['a *{1,3} b?', 'a x b', ['a x b']],
    ['a *{0,3}', 'a x', ['a']],
    ['*{2,2} b', 'x y b z b', ['x y b']],
    ['a b', 'a | b a b', ['a b']],
    ['a *{0,9} b', 'a x | b', []],
    ['a *{0,9} b', 'a ; b', []],
    ['a ";" b', 'a ; b', ['a ; b']],
    [
      '@attend<VERB> x',
      'attend/VERB x attend/NOUN x take/VERB part x shows/VERB/show up x',
      ['attend x', 'take part x', 'shows up x'],
    ],
    ['@attend', 'attend/NOUN', ['attend']],
    ['constructor __proto__', 'the constructor __proto__ ends', []],
    ['constructor', 'the constructor ends hasOwnProperty', ['constructor']],
    ['{start} talks', '" talks talks | talks', ['talks', 'talks']],
    ['talks {end}', 'talks go/VERB talks , talks . | talks', ['talks', 'talks', 'talks']],
    [
      'talks {end}',
      'talks today talks on/ADP Monday talks in/ADP Moscow talks last/ADJ week talks in/ADP 2018/NUM talks on/ADP Afghanistan',
      Array<string>(4).fill('talks'),
    ],
  ])('%s in: %s', (pattern, line, expected) => {
    if (pattern.includes('__proto__')) return expect(() => parsePattern(pattern)).toThrow('expected a word')
    expect(matchesOf(pattern, { line }).map(({ text }) => text)).toEqual(expected)
  })
})

describe('slots', () => {
  const line = 'Kabul rejected/VERB/reject the/DET Moscow talks on/ADP peace , not the/DET Doha talks'
  it.each<[string, Case, { text: string; slots: string[] }[]]>([
    [
      'reject<VERB> <target>',
      { line, target: ['the Moscow talks', 'the Moscow talks on peace'] },
      [{ text: 'rejected the Moscow talks on peace', slots: ['target: the Moscow talks on peace'] }],
    ],
    [
      'reject<VERB> <target> on',
      { line, target: ['the Moscow talks', 'the Moscow talks on peace'] },
      [{ text: 'rejected the Moscow talks on', slots: ['target: the Moscow talks'] }],
    ],
    [
      '<actor> reject<VERB> *{0,2} <target>',
      { line, actor: ['Kabul'], target: ['Moscow talks'] },
      [{ text: 'Kabul rejected the Moscow talks', slots: ['actor: Kabul', 'target: Moscow talks'] }],
    ],
    [
      '<target> *{0,5} <other>',
      { line, target: ['Moscow talks on peace'], other: ['the Doha talks'] },
      [{ text: 'Moscow talks on peace , not the Doha talks', slots: ['target: Moscow talks on peace', 'other: the Doha talks'] }],
    ],
    [
      '(<target>|<other>)',
      { line, target: ['Moscow talks'], other: ['the Doha talks'] },
      [
        { text: 'Moscow talks', slots: ['target: Moscow talks'] },
        { text: 'the Doha talks', slots: ['other: the Doha talks'] },
      ],
    ],
    ['<target> go', { line: 'the/DET talks go/VERB', target: [] }, []],
  ])('%s', (pattern, given, expected) => {
    expect(matchesOf(pattern, given).map(({ text, slots }) => ({ text, slots }))).toEqual(expected)
  })

  it('does not see spans that are empty or leave the sentence', () => {
    const document = tokens('reject/VERB the/DET talks | now')
    const slots = { at: () => [4, 1, 0] }
    expect(createMatcher([{ id: 'r', pattern: 'reject <target>' }]).matchAll(document, slots)).toEqual([])
  })
})

describe('elements look through quotation marks', () => {
  it.each<[string, string, string, string[]]>([
    ['of a few words', 'back the talks', 'a " back " the talks b', ['back " the talks']],
    ['inside of alternatives', 'call (a waste|good)', 'they call " a waste " b', ['call " a waste']],
    ['before the rarest of its words, too', 'the (scarce|rare) point', 'the " rare point " b', ['the " rare point']],
    ['but not before a capital', 'said no', 'they said " No/DET/no/no b', []],
    ['but not of a sentence-long quotation', 'a we will', 'a " We/PRON will/AUX go/VERB b " .', []],
    ['and never at the start of a match', 'waste', 'a " waste " b', ['waste']],
  ])('%s', (_, pattern, line, expected) => {
    expect(matchesOf(pattern, { line }).map(({ text }) => text)).toEqual(expected)
  })
})

describe('wildcards stop', () => {
  it.each<[string, string, string[]]>([
    ['before a sentence-long quotation', 'a : " We/PRON will/AUX go/VERB b " .', []],
    ['before a quotation that starts with a capital', 'a " Kabul will/AUX go/VERB b " .', []],
    ['after a sentence-long quotation', '" We/PRON will/AUX a/VERB , " he b', []],
    ['not at a few quoted words', 'a the/DET " peace talks " b', ['a the " peace talks " b']],
    ['not at a quoted predicate', 'a was/AUX " shunning/VERB/shun the/DET talks " b', ['a was " shunning the talks " b']],
  ])('%s: %s', (_, line, expected) => {
    expect(matchesOf('a *{0,8} b', { line }).map(({ text }) => text)).toEqual(expected)
  })

  it('at boundaries given as token indexes, which words of the pattern may still be', () => {
    const line = 'a x but/CCONJ b'
    expect(matchesOf('a *{0,4} b', { line }, new Set([2]))).toEqual([])
    expect(matchesOf('a x but b', { line }, new Set([2]))).toHaveLength(1)
  })
})

describe('the head is', () => {
  it.each<[string, string, string]>([
    ['the first verb', 'no plan to attend<VERB> talks', 'attend'],
    ['the first token where no element is only a verb', 'no plan to attend talks', 'no'],
    ['the first required token', 'no? plan to attend talks', 'plan'],
    ['the marked one', 'no plan to attend<VERB> ^talks', 'talks'],
    ['the marked one in a branch', '(no ^plan|x) to attend<VERB>', 'plan'],
    ['the verb where the branch has no marked one', '(^x|no plan) to attend<VERB>', 'attend'],
    ['the verb of each branch', '(x|no plan to attend<VERB>) talks', 'no'],
    ['the verb of a group of verbs', '(x<VERB>|no plan to attend<VERB>) talks', 'attend'],
    ['the verb of a marked group', 'no ^(plan to attend<VERB>|x) talks', 'attend'],
    ['the first word of quoted text', '"no plan"', 'no'],
    ['of a tagged class the verb', 'to @attend<VERB> talks', 'attend'],
    ['not a verb that may be missing', 'plan to attend<VERB>? talks', 'plan'],
  ])('%s: %s', (_, pattern, head) => {
    expect(matchesOf(pattern, { line: 'no/DET plan/NOUN to/PART attend/VERB talks/NOUN' }).map((match) => match.head)).toEqual([
      head,
    ])
  })
})

describe('createMatcher', () => {
  it('orders hits by start, end and rule id, and keeps the first of a rule that overlap', () => {
    const document = tokens('a b a b c')
    const rules = [
      { id: 'z', pattern: 'a b' },
      { id: 'b', pattern: 'a' },
      { id: 'a', pattern: 'a b' },
      { id: 'c', pattern: '*{1,3} c' },
      { id: 'd', pattern: '<NOUN> <NOUN>' },
    ]
    const hits = createMatcher(rules).matchAll(document, slotsFrom({}))
    expect(hits.map(({ rule, from, to }) => `${rule} ${from}-${to}`)).toEqual([
      'b 0-1',
      'a 0-2',
      'd 0-2',
      'z 0-2',
      'c 1-5',
      'b 2-3',
      'a 2-4',
      'd 2-4',
      'z 2-4',
    ])
  })

  it('finds what trying each pattern at each token finds', () => {
    const words = ['a', 'b', 'c', 'd', ',', ';', 'x']
    const sources = [
      'a b',
      'a? b',
      '(a|b) c?',
      '*{0,2} c',
      '* *{0,2} d',
      'a *{0,3} (c|d)',
      '<target> b',
      '<target> *{0,3} c',
      '(<target>|<other>) *{0,2} d',
      '*{0,2} <target> a',
      '<NOUN> a',
      '(a b|c) (<target>|x)',
      '(<target> x|<other>) *{1,2} c',
      '{start} *{0,2} b',
      'the? a',
      'x *{0,1} <target>? d {end}',
    ]
    let seed = 7
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
    const matcher = createMatcher(sources.map((pattern, n) => ({ id: String(n).padStart(2, '0'), pattern })))
    for (let round = 0; round < 300; round += 1) {
      const document = tokens(Array.from({ length: 30 }, () => (random(9) === 0 ? '|' : words[random(words.length)])).join(' '))
      const spans = () =>
        Array.from({ length: 5 }, () => random(document.length)).map((from) => ({ from, to: from + 1 + random(3) }))
      const slots = slotsFrom({ target: spans(), other: spans() })
      const slow = sources.flatMap((source, n) => {
        const compiled = compilePattern(parsePattern(source))
        let reached = 0
        return Array.from({ length: document.length }, (_, at) => at).flatMap((at) => {
          const match = at < reached ? undefined : compiled.match(document, slots, at)
          if (match === undefined) return []
          reached = match.to
          return [`${n} ${match.from}-${match.to} ${match.head} ${JSON.stringify(match.slots)}`]
        })
      })
      const fast = matcher
        .matchAll(document, slots)
        .map((hit) => `${Number(hit.rule)} ${hit.from}-${hit.to} ${hit.head} ${JSON.stringify(hit.slots)}`)
      expect(fast.sort()).toEqual(slow.sort())
    }
  })

  it('matches as a regular expression over single letters does', () => {
    let seed = 11
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
    const twice = (text: string): [string, string] => [text, text]
    const letter = () => 'abc'.charAt(random(3))
    const element = (depth: number): [string, string] => {
      const kind = random(depth > 0 ? 6 : 4)
      if (kind === 0) {
        const min = random(3)
        const max = min + 1 + random(2)
        return [`*{${min},${max}}`, `[abc]{${min},${max}}?`]
      }
      if (kind === 1) return twice(`${letter()}?`)
      if (kind < 4) return twice(letter())
      const branches = [sequence(depth - 1), sequence(depth - 1)]
      const left = `(${branches.map(([part]) => part).join('|')})`
      const right = branches.map(([, part]) => part).join('|')
      // A regular expression does not take an optional group that matches nothing, hence the empty alternative instead of "?".
      return kind === 5 ? [`${left}?`, `(?:(?:${right})|)`] : [left, `(?:${right})`]
    }
    const sequence = (depth: number): [string, string] => {
      const parts = Array.from({ length: 1 + random(3) }, () => element(depth))
      return [parts.map(([left]) => left).join(' '), parts.map(([, right]) => right).join('')]
    }
    let matched = 0
    for (let round = 0; round < 2000; round += 1) {
      const [source, regex] = sequence(2)
      const text = Array.from({ length: 12 }, letter).join('')
      const compiled = compilePattern(parsePattern(`${source} a`))
      const document = tokens([...text].join(' '))
      for (let at = 0; at < text.length; at += 1) {
        const expression = new RegExp(`${regex}a`, 'y')
        expression.lastIndex = at
        const found = expression.exec(text)
        expect(compiled.match(document, slotsFrom({}), at)?.to, `${source} a, at ${at} of ${text}`).toBe(
          found === null ? undefined : at + found[0].length,
        )
        if (found !== null) matched += 1
      }
    }
    expect(matched).toBeGreaterThan(3000)
  })

  it('finds the same in whatever order texts come, though rules are compiled when their words first occur', () => {
    const rules = [
      { id: 'a', pattern: 'reject<VERB> the? <target>', kind: 'cue' as const },
      { id: 'b', pattern: 'attend<VERB> the? <target>', kind: 'cue' as const },
      { id: 'c', pattern: '<target> *{0,4} fail<VERB>' },
      { id: 'd', pattern: '@refusal <target>' },
    ]
    const lines = [
      'rain/NOUN fell/VERB/fall',
      'Kabul rejects/VERB/reject the talks',
      'the talks were/AUX/be rejected/VERB/reject',
      'the talks that it attended/VERB/attend failed/VERB/fail',
      'it refused/VERB/refuse talks',
    ].map((line) => tokens(line))
    const hitsOf = (order: readonly number[]): Map<number, string> => {
      const matcher = createMatcher(rules, CLASSES)
      return new Map(
        order.map((n) => {
          const document = lines[n]!
          const at = document.words.indexOf('talks')
          const slots = slotsFrom({ target: at < 0 ? [] : [{ from: at, to: at + 1 }] })
          return [n, JSON.stringify(matcher.matchAll(document, slots))]
        }),
      )
    }
    const one = hitsOf([0, 1, 2, 3, 4])
    const other = hitsOf([3, 1, 4, 0, 2])
    for (const [n, hits] of one) expect(other.get(n), String(n)).toBe(hits)
    expect([...one.values()].map((hits) => (JSON.parse(hits) as { rule: string }[]).map(({ rule }) => rule).join())).toEqual([
      '',
      'a',
      'a',
      'b,c',
      'd',
    ])
  })

  it('names the rule in errors, and refuses one id twice', () => {
    expect(() => createMatcher([{ id: 'oppose.x', pattern: 'a (b' }])).toThrow('(rule oppose.x, column 5 of `a (b`)')
    expect(() =>
      createMatcher([
        { id: 'x', pattern: 'a' },
        { id: 'x', pattern: 'b' },
      ]),
    ).toThrow('expected an id of its own for each rule, got "x" twice')
  })

  it('makes nothing of an empty document, and of no rules', () => {
    expect(createMatcher([{ id: 'r', pattern: '*{0,2} a' }]).matchAll(tokens(''), slotsFrom({}))).toEqual([])
    expect(createMatcher([]).matchAll(tokens('a'), slotsFrom({}))).toEqual([])
  })
})

describe('what a compiled pattern says of itself', () => {
  const about = (source: string) => compilePattern(parsePattern(source), { classes: CLASSES })
  it.each<[string, string[] | undefined, unknown]>([
    ['turn<VERB> down', ['turn'], undefined],
    ['the? talks', ['the', 'talks'], undefined],
    ['@refusal<VERB> <target>', ['refuse', 'turn'], undefined],
    ['*{0,2} talks', undefined, { words: ['talks'], min: 0, max: 2 }],
    ['<DET> * talks of', undefined, { words: ['talks'], min: 2, max: 2 }],
    ['<target> collapse', undefined, { words: ['collapse'], min: 1, max: 40 }],
    ['(<target>|x) y', undefined, { words: ['y'], min: 1, max: 40 }],
    ['<VERB> <target>', undefined, undefined],
  ])('%s: firsts %j, anchors %j', (source, firsts, anchors) => {
    expect(about(source).firsts).toEqual(firsts)
    expect(about(source).anchors).toEqual(anchors)
  })

  it.each<[string, unknown]>([
    ['the talks of peace', { type: 'words', words: ['talks'], min: 1, max: 1 }],
    ['the? *{0,2} invitation', { type: 'words', words: ['invitation'], min: 0, max: 3 }],
    ['<target> *{0,3} collapse', { type: 'words', words: ['collapse'], min: 1, max: 43, startSlots: ['target'] }],
    ['<VERB> <target>', { type: 'slots', slots: ['target'], min: 1, max: 1 }],
    ['<VERB> <NOUN>', { type: 'everywhere' }],
  ])('%s is tried where: %j', (source, trigger) => {
    expect(about(source).trigger).toEqual(trigger)
  })
})
