import type { Document } from '../../document/document'
import { DemarcheError } from '../../errors'
import type { Rule } from '../../types'
import { type ClassTable, fillClasses, readClasses, type WordClasses } from '../classes'
import { type CompiledPattern, compileFilled } from './compile'
import { parsePattern } from './parse'
import { MAX_STEPS, type Pattern, type SlotKind, type Voice } from './pattern'
import type { PatternMatch, Slots } from './run'
import { requiredSlots } from './trigger'
import { voiceVariants } from './voice'

/** A rule as far as matching goes. Rules of kind `cue` are matched in the passive and in relative clauses too. */
export interface MatcherRule {
  readonly id: string
  readonly pattern: string | Pattern
  readonly kind?: Rule['kind']
}

/** A place where a rule matched. */
export interface RuleHit extends PatternMatch {
  /** The rule's id. */
  readonly rule: string
  readonly voice: Voice
}

/** All rules, ready to run over documents. */
export interface Matcher {
  /**
   * Every match of every rule, by `from`, then `to`, then rule id (in code units). A rule has one match at most at each start, and of its matches that
   * overlap only the first. Wildcards take no token of `boundaries` (token indexes).
   */
  matchAll(document: Document, slots: Slots, boundaries?: ReadonlySet<number>): RuleHit[]
}

interface Entry {
  readonly rule: string
  readonly voice: Voice
  readonly compiled: CompiledPattern
  /** Number of the entry, for `State`. */
  readonly index: number
  readonly min: number
  readonly max: number
  readonly startSlots: readonly SlotKind[] | undefined
  /** Bits of `SLOT_KINDS`: of each number one at least must be in the sentence. */
  readonly needs: readonly number[]
}

/** What `matchAll` knows while it goes through a document. */
interface State {
  readonly document: Document
  readonly slots: Slots
  readonly boundaries: ReadonlySet<number> | undefined
  readonly hits: RuleHit[]
  /** For each entry the last start at which it was tried: starts are tried in ascending order, each once. */
  readonly tried: Int32Array
  /** For each sentence the bits of the slots that start in it. */
  readonly present: Uint8Array
  /** The starts of slots so far, ascending. */
  readonly starts: Readonly<Record<SlotKind, number[]>>
}

const VOICES: readonly Voice[] = ['active', 'passive', 'relative']
const SLOT_KINDS: readonly SlotKind[] = ['target', 'actor', 'other']

/**
 * Compiles rules into one matcher. They are indexed by a word or slot that each requires, so that the cost of a document depends on how
 * often those occur and not on the number of rules: per token one look-up by norm, and one by lemma where it is another word.
 *
 * @throws DemarcheError as `parsePattern` and `compilePattern` do, naming the rule; `rule-duplicate` for two rules with one id.
 */
export function createMatcher(rules: readonly MatcherRule[], classes: WordClasses | ClassTable = new Map()): Matcher {
  const table = readClasses(classes)
  const byWord = new Map<string, Entry[]>()
  const bySlot: Record<SlotKind, Entry[]> = { target: [], actor: [], other: [] }
  const everywhere: Entry[] = []
  const neededSlots = new Set<SlotKind>()
  const ids = new Set<string>()
  let entries = 0

  for (const rule of rules) {
    if (ids.has(rule.id)) {
      throw new DemarcheError('rule-duplicate', {
        expected: 'an id of its own for each rule',
        got: `"${rule.id}" twice`,
        mend: 'renaming one of the two',
      })
    }
    ids.add(rule.id)
    for (const [voice, compiled] of compileRule(rule, table)) {
      const { trigger } = compiled
      const { min, max } = trigger.type === 'everywhere' ? { min: 0, max: 0 } : trigger
      const startSlots = trigger.type === 'words' ? trigger.startSlots : undefined
      const needs = requiredSlots(compiled.pattern.elements).map(bitsOf)
      const entry: Entry = { rule: rule.id, voice, compiled, index: entries++, min, max, startSlots, needs }
      if (trigger.type === 'everywhere') everywhere.push(entry)
      else if (trigger.type === 'slots') for (const slot of trigger.slots) bySlot[slot].push(entry)
      else for (const word of new Set(trigger.words)) byWord.set(word, [...(byWord.get(word) ?? []), entry])
      for (const slot of startSlots ?? (trigger.type === 'slots' ? trigger.slots : [])) neededSlots.add(slot)
    }
  }
  const slotKinds = SLOT_KINDS.filter((kind) => neededSlots.has(kind))

  return {
    matchAll(document, slots, boundaries) {
      const starts = { target: [], actor: [], other: [] }
      const state: State = {
        document,
        slots,
        boundaries,
        hits: [],
        tried: new Int32Array(entries).fill(-1),
        present: slotsBySentence(document, slots),
        starts,
      }
      const { norms, lemmas, length } = document
      for (let index = 0; index < length; index += 1) {
        for (const kind of slotKinds) {
          if (slots.at(kind, index).length === 0) continue
          state.starts[kind].push(index)
          for (const entry of bySlot[kind]) tryRange(state, entry, index)
        }
        const norm = norms[index] ?? ''
        const lemma = lemmas[index] ?? ''
        const found = byWord.get(norm)
        if (found !== undefined) for (const entry of found) tryRange(state, entry, index)
        if (lemma !== norm) {
          const more = byWord.get(lemma)
          if (more !== undefined) for (const entry of more) tryRange(state, entry, index)
        }
        for (const entry of everywhere) tryRange(state, entry, index)
      }
      return firstOfOverlapping(state.hits)
    },
  }
}

function compileRule({ id, pattern, kind }: MatcherRule, table: ClassTable): [Voice, CompiledPattern][] {
  try {
    const filled = fillClasses(typeof pattern === 'string' ? parsePattern(pattern) : pattern, table, MAX_STEPS)
    const variants = kind === 'cue' ? voiceVariants(filled) : { active: filled }
    return VOICES.flatMap((voice) => {
      const variant = variants[voice]
      return variant === undefined ? [] : [[voice, compileFilled(variant)] satisfies [Voice, CompiledPattern]]
    })
  } catch (error) {
    throw error instanceof DemarcheError ? error.ownedBy(`rule ${id}`) : error
  }
}

const bitsOf = (kinds: readonly SlotKind[]): number => kinds.reduce((bits, kind) => bits | (1 << SLOT_KINDS.indexOf(kind)), 0)

function slotsBySentence(document: Document, slots: Slots): Uint8Array {
  const present = new Uint8Array(document.sentences.length)
  for (let index = 0; index < document.length; index += 1) {
    const sentence = document.sentenceOf[index] ?? -1
    if (sentence < 0) continue
    for (let k = 0; k < SLOT_KINDS.length; k += 1) if (slots.at(SLOT_KINDS[k]!, index).length > 0) present[sentence]! |= 1 << k
  }
  return present
}

/** Tries an entry whose trigger is at a token at every start that the trigger allows and at which it was not tried before. */
function tryRange(state: State, entry: Entry, trigger: number): void {
  const { document, tried, present } = state
  const number = document.sentenceOf[trigger] ?? -1
  for (const bits of entry.needs) if ((present[number] ?? 0) === 0 || (present[number]! & bits) === 0) return
  const sentence = document.sentences[number]?.from ?? 0
  const from = Math.max(trigger - entry.max, sentence, (tried[entry.index] ?? -1) + 1)
  const to = trigger - entry.min
  if (from > to) return
  if (entry.startSlots === undefined) for (let start = from; start <= to; start += 1) tryAt(state, entry, start)
  else trySlotStarts(state, entry, entry.startSlots, from, to)
  tried[entry.index] = to
}

/** Tries an entry at the slots that start in a range; `to` is not after the current token, so that all of them are known. */
function trySlotStarts(state: State, entry: Entry, kinds: readonly SlotKind[], from: number, to: number): void {
  for (const kind of kinds) {
    const starts = state.starts[kind]
    let first = starts.length
    while (first > 0 && (starts[first - 1] ?? -1) >= from) first -= 1
    for (let at = first; at < starts.length; at += 1) {
      const start = starts[at] ?? -1
      if (start > to) break
      tryAt(state, entry, start)
    }
  }
}

function tryAt({ document, slots, boundaries, hits }: State, entry: Entry, start: number): void {
  const match = entry.compiled.match(document, slots, start, boundaries)
  if (match !== undefined) hits.push({ rule: entry.rule, voice: entry.voice, ...match })
}

/** In order; of one rule's matches that overlap (in whatever voice) only the first. */
function firstOfOverlapping(hits: RuleHit[]): RuleHit[] {
  hits.sort(
    (left, right) => left.from - right.from || VOICES.indexOf(left.voice) - VOICES.indexOf(right.voice) || left.to - right.to,
  )
  const reached = new Map<string, number>()
  const kept = hits.filter((hit) => {
    const end = reached.get(hit.rule) ?? 0
    // "accept an invitation to the talks that Pakistan had taken up": another verb of the rule, with the same talks
    if (hit.from < end && !(hit.voice === 'relative' && hit.head >= end)) return false
    reached.set(hit.rule, Math.max(end, hit.to))
    return true
  })
  return kept.sort(
    (left, right) =>
      left.from - right.from || left.to - right.to || (left.rule < right.rule ? -1 : left.rule > right.rule ? 1 : 0),
  )
}
