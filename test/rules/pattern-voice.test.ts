import { describe, expect, it } from 'vitest'
import { createMatcher } from '../../src/rules/pattern/match'
import { parsePattern } from '../../src/rules/pattern/parse'
import { slotsFrom } from '../../src/rules/pattern/slots'
import { voiceVariants } from '../../src/rules/pattern/voice'
import { rangeOf, tokens, wordsOf } from '../helpers/tokens'

const CLASSES = { shun: ['shun', 'boycott', 'turn<VERB> down'] }

function hitsOf(pattern: string, line: string, target: string): string[] {
  const document = tokens(line)
  const slots = slotsFrom({ target: [rangeOf(document, target)] })
  return createMatcher([{ id: 'r', pattern, kind: 'cue' }], CLASSES)
    .matchAll(document, slots)
    .map((hit) => `${hit.voice}: ${wordsOf(document, hit)} [${document.words[hit.head] ?? ''}]`)
}

describe('a cue is found in every voice', () => {
  const reject = 'reject<VERB> (the|its|an)? *{0,4} <target>'
  it.each<[string, string, string, string[]]>([
    [
      reject,
      'Kabul has/AUX/have rejected/VERB/reject the/DET Moscow talks .',
      'Moscow talks',
      ['active: rejected the Moscow talks [rejected]'],
    ],
    [
      reject,
      'the/DET invitation was/AUX/be flatly/ADV rejected/VERB/reject by/ADP Kabul',
      'the invitation',
      ['passive: the invitation was flatly rejected [rejected]'],
    ],
    [
      reject,
      'the/DET talks have/AUX been/AUX rejected/VERB/reject',
      'the talks',
      ['passive: the talks have been rejected [rejected]'],
    ],
    [reject, 'the/DET talks got/VERB/get rejected/VERB/reject', 'the talks', ['passive: the talks got rejected [rejected]']],
    [
      reject,
      'the/DET talks were/AUX/be criticised/VERB/criticise and/CCONJ rejected/VERB/reject',
      'the talks',
      ['passive: the talks were criticised and rejected [rejected]'],
    ],
    [
      reject,
      'the/DET invitation it/PRON had/AUX/have rejected/VERB/reject .',
      'the invitation',
      ['relative: the invitation it had rejected [rejected]'],
    ],
    [
      reject,
      'the/DET invitation , which/PRON Kabul/PROPN has/AUX/have rejected/VERB/reject , stands/VERB',
      'the invitation',
      ['relative: the invitation , which Kabul has rejected [rejected]'],
    ],
    [
      'shun<VERB> <target>',
      'a/DET conference that/SCONJ the/DET Afghan/ADJ government is/AUX/be shunning/VERB/shun .',
      'a conference',
      ['relative: a conference that the Afghan government is shunning [shunning]'],
    ],
    [
      '@shun<VERB> the? <target>',
      'the/DET talks were/AUX/be turned/VERB/turn down/ADP',
      'the talks',
      ['passive: the talks were turned down [turned]'],
    ],
    [
      '@shun<VERB> the? <target>',
      'the/DET talks Kabul/PROPN boycotted/VERB/boycott last/ADJ week',
      'the talks',
      ['relative: the talks Kabul boycotted [boycotted]'],
    ],
    ['hold<VERB> <target>', 'the/DET talks were/AUX/be held/VERB/hold', 'the talks', ['passive: the talks were held [held]']],
    [
      'cut<VERB> short <target>',
      'the/DET talks were/AUX/be cut/VERB short/ADJ',
      'the talks',
      ['passive: the talks were cut short [cut]'],
    ],
    [
      'call<VERB> <target> useless',
      'the/DET talks were/AUX/be called/VERB/call useless/ADJ',
      'the talks',
      ['passive: the talks were called useless [called]'],
    ],
  ])('%s: %s', (pattern, line, target, expected) => {
    expect(hitsOf(pattern, line, target)).toEqual(expected)
  })
})

describe('a cue is not found in another voice where', () => {
  it.each<[string, string, string]>([
    ['the verb is an active perfect', 'the/DET talks has/AUX/have rejected/VERB/reject', 'the talks'],
    ['the target itself acts', 'the/DET conference rejected/VERB/reject the/DET proposal', 'the conference'],
    ['the verb has another object', 'the/DET conference last/ADJ week rejected/VERB/reject the/DET proposal', 'the conference'],
    ['a comma sets the target apart', 'after/ADP the/DET conference , Kabul/PROPN rejected/VERB/reject', 'the conference'],
    ['another clause begins', 'the/DET talks after/SCONJ Kabul/PROPN rejected/VERB/reject', 'the talks'],
    ['the relative clause has no subject of its own', 'the/DET talks which/PRON rejected/VERB/reject', 'the talks'],
    ['the participle has its agent', 'the/DET talks last/ADJ week rejected/VERB/reject by/ADP Kabul', 'the talks'],
    ['the passive is in the next clause', 'the/DET talks go/VERB on/ADP ; Kabul was/AUX/be rejected/VERB/reject', 'the talks'],
    [
      'the subject stands between be and the verb',
      'the/DET talks are/AUX/be what/PRON Kabul rejects/VERB/reject the/DET',
      'the talks',
    ],
  ])('%s: %s', (_, line, target) => {
    expect(hitsOf('reject<VERB> <target>', line, target)).toEqual([])
  })

  it('the rule is no cue', () => {
    const document = tokens('the/DET talks were/AUX/be rejected/VERB/reject')
    const slots = slotsFrom({ target: [{ from: 0, to: 2 }] })
    for (const kind of ['modifier', 'guard', 'boundary', undefined] as const)
      expect(
        createMatcher([{ id: 'r', pattern: 'reject<VERB> <target>', ...(kind && { kind }) }]).matchAll(document, slots),
      ).toEqual([])
  })
})

describe('voiceVariants', () => {
  it.each<[string, string[]]>([
    ['reject<VERB> <target>', ['active', 'passive', 'relative']],
    ['(turn<VERB> down|reject<VERB>) the? <target>', ['active', 'passive', 'relative']],
    ['@shun<VERB> <target>', ['active', 'passive', 'relative']],
    ['reject<VERB> <target> *{0,3} today?', ['active', 'passive', 'relative']],
    ['call<VERB> <target> useless', ['active', 'passive']],
    ['reject <target>', ['active']],
    ['<VERB> <target>', ['active']],
    ['reject<VERB> talks', ['active']],
    ['reject<VERB> <target>?', ['active']],
    ['refuse<VERB> to ^attend<VERB> <target>', ['active']],
    ['@shun<VERB> to ^attend <target>', ['active']],
    ['<actor> reject<VERB> <target>', ['active']],
  ])('%s has: %j', (source, voices) => {
    const pattern = parsePattern(source)
    const variants = voiceVariants(pattern)
    expect(Object.keys(variants)).toEqual(voices)
    expect(variants.active).toBe(pattern)
  })

  it('leaves determiners and wildcards out, and keeps the particle and the rest', () => {
    const passive = voiceVariants(parsePattern('turn<VERB> down (the|its|<DET>)? *{0,4} <target> for good')).passive
    const words = JSON.stringify(passive?.elements)
    for (const kept of ['turn', 'down', 'for', 'good']) expect(words).toContain(`"${kept}"`)
    for (const gone of ['the', 'its', 'DET']) expect(words).not.toContain(`"${gone}"`)
  })
})
