import type { Document } from '../../document/document'
import { DemarcheError } from '../../errors'
import type { Rule } from '../../types'
import { type ClassTable, readClasses, type WordClasses } from '../classes'
import { type CompiledPattern, compileFilled, fillPattern } from './compile'
import { hasNumber, type NumberSet, numberSet, type TokenNumbers, tokenNumbers, wordNumber } from './numbers'
import { parsePattern } from './parse'
import { type Element, type Pattern, type SlotKind, type Voice } from './pattern'
import type { PatternMatch, Slots } from './run'
import { openingsOf } from './shape'
import { frequencyOf, requiredSlots, type WordPlace } from './trigger'
import { voiceVariants, wordsInAllVoices } from './voice'

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
  /** Bits of `SLOT_KINDS`: of each number one at least must be in the sentence. */
  readonly needs: readonly number[]
  /** Groups of words of each of which one must be in the sentence. */
  readonly groups: readonly number[]
  /** With what a match begins: one of some words, or of some slots (bits). Undefined where it can be anything. */
  readonly opening: { readonly words: NumberSet; readonly slots: number } | undefined
}

/** What `matchAll` knows while it goes through a document. */
interface State {
  readonly document: Document
  readonly numbers: TokenNumbers
  readonly slots: Slots
  readonly boundaries: ReadonlySet<number> | undefined
  readonly hits: RuleHit[]
  /** For each entry the last start at which it was tried: starts are tried in ascending order, each once. */
  readonly tried: Int32Array
  /** For each token the bits of the slots that start there. */
  readonly slotsAt: Uint8Array
  /** For each token how many quotation marks stand before it. */
  readonly marksBefore: Int32Array
  /** For each group the last sentence that has a word of it. */
  readonly seen: Int32Array
  /** The sentence at hand, its first token, and the bits of the slots that start in it. */
  sentence: number
  from: number
  present: number
}

/** Groups of words: a rule may require one of each of some groups. */
class WordGroups {
  /** For each word's number its groups. */
  readonly byWord: number[][] = []
  private readonly known = new Map<string, number>()
  private readonly byList = new WeakMap<readonly string[], number>()

  get size(): number {
    return this.known.size
  }

  /** The number of a group. */
  add(words: readonly string[]): number {
    let group = this.byList.get(words)
    if (group === undefined) this.byList.set(words, (group = this.addNew(words)))
    return group
  }

  private addNew(words: readonly string[]): number {
    const members = [...new Set(words.map(wordNumber))].sort((a, b) => a - b)
    const key = members.join()
    const before = this.known.get(key)
    if (before !== undefined) return before
    const group = this.known.size
    this.known.set(key, group)
    for (const word of members) (this.byWord[word] ??= []).push(group)
    return group
  }
}

/** Groups that a rule requires are looked at up to this many, and only where they hold this many of 1000 tokens at most. */
const MOST_GROUPS = 3
const MOST_FREQUENT = 30

const VOICES: readonly Voice[] = ['active', 'passive', 'relative']
const SLOT_KINDS: readonly SlotKind[] = ['target', 'actor', 'other']

/** A rule that was read and checked, but not compiled yet. */
interface Sleeper {
  readonly id: string
  readonly kind: Rule['kind'] | undefined
  readonly filled: Pattern
}

/**
 * Makes one matcher of rules. They are indexed by a word or slot that each requires, so that the cost of a document depends on how
 * often those occur and not on the number of rules: per token one look-up by norm, and one by lemma where it is another word. A rule is
 * compiled when the first document comes that has a word which the rule requires: few do in any one text.
 *
 * @throws DemarcheError as `parsePattern` and `compilePattern` do, naming the rule; `rule-duplicate` for two rules with one id.
 */
export function createMatcher(rules: readonly MatcherRule[], classes: WordClasses | ClassTable = new Map()): Matcher {
  const table = readClasses(classes)
  const byWord: Entry[][] = []
  const groups = new WordGroups()
  const bySlot: Record<SlotKind, Entry[]> = { target: [], actor: [], other: [] }
  const everywhere: Entry[] = []
  const sleepers: (Sleeper[] | undefined)[] = []
  const awake = new Set<string>()
  const ids = new Set<string>()
  let entries = 0
  let tried = new Int32Array(0)
  let seen = new Int32Array(0)

  function wake({ id, kind, filled }: Sleeper): void {
    if (awake.has(id)) return
    awake.add(id)
    const variants = kind === 'cue' ? voiceVariants(filled) : { active: filled }
    for (const voice of VOICES) {
      const variant = variants[voice]
      if (variant !== undefined) add(id, voice, compileFilled(variant))
    }
  }

  function add(rule: string, voice: Voice, compiled: CompiledPattern): void {
    const { trigger } = compiled
    const { min, max } = trigger.type === 'everywhere' ? { min: 0, max: 0 } : trigger
    const words = trigger.type === 'words' ? trigger.words : []
    const entry: Entry = {
      rule,
      voice,
      compiled,
      index: entries++,
      min,
      max,
      needs: requiredSlots(compiled.pattern.elements).map(bitsOf),
      groups: requiredGroups(compiled.required, words).map((group) => groups.add(group)),
      opening: openingOf(compiled.pattern.elements),
    }
    if (trigger.type === 'everywhere') everywhere.push(entry)
    else if (trigger.type === 'slots') for (const slot of trigger.slots) bySlot[slot].push(entry)
    else for (const word of new Set(words)) (byWord[wordNumber(word)] ??= []).push(entry)
  }

  /** Compiles the rules that may match in a document, and makes room for what is noted of them. */
  function wakeFor({ norms, lemmas }: TokenNumbers): void {
    const wakeAll = (word: number): void => {
      sleepers[word]?.forEach(wake)
      sleepers[word] = undefined
    }
    for (let t = 0; t < norms.length; t += 1) {
      const norm = norms[t]!
      const lemma = lemmas[t]!
      if (norm >= 0 && sleepers[norm] !== undefined) wakeAll(norm)
      if (lemma >= 0 && sleepers[lemma] !== undefined) wakeAll(lemma)
    }
    if (tried.length < entries) tried = new Int32Array(entries)
    if (seen.length < groups.size) seen = new Int32Array(groups.size)
  }

  for (const rule of rules) {
    if (ids.has(rule.id)) {
      throw new DemarcheError('rule-duplicate', {
        expected: 'an id of its own for each rule',
        got: `"${rule.id}" twice`,
        mend: 'renaming one of the two',
      })
    }
    ids.add(rule.id)
    const sleeper: Sleeper = { id: rule.id, kind: rule.kind, filled: readRule(rule, table) }
    const words = wordsInAllVoices(sleeper.filled)
    if (words === undefined) wake(sleeper)
    else for (const word of words) (sleepers[wordNumber(word)] ??= []).push(sleeper)
  }

  return {
    matchAll(document, slots, boundaries) {
      wakeFor(tokenNumbers(document))
      const numbers = tokenNumbers(document)
      const { norms, lemmas } = numbers
      const slotsAt = slotBits(document, slots)
      const state: State = {
        document,
        numbers,
        slots,
        boundaries,
        hits: [],
        tried: tried.fill(-1),
        slotsAt,
        marksBefore: quotationMarks(document),
        seen: seen.fill(-1),
        sentence: 0,
        from: 0,
        present: 0,
      }
      const note = (word: number): void => {
        const list = word < 0 ? undefined : groups.byWord[word]
        if (list !== undefined) for (const group of list) state.seen[group] = state.sentence
      }
      const tryWord = (word: number, index: number): void => {
        const found = word < 0 ? undefined : byWord[word]
        if (found !== undefined) for (const entry of found) tryRange(state, entry, index)
      }
      document.sentences.forEach(({ from, to }, sentence) => {
        state.sentence = sentence
        state.from = from
        state.present = 0
        for (let index = from; index < to; index += 1) {
          state.present |= slotsAt[index]!
          note(norms[index]!)
          if (lemmas[index] !== norms[index]) note(lemmas[index]!)
        }
        for (let index = from; index < to; index += 1) {
          const bits = slotsAt[index]!
          if (bits !== 0)
            for (let k = 0; k < SLOT_KINDS.length; k += 1)
              if ((bits & (1 << k)) !== 0) for (const entry of bySlot[SLOT_KINDS[k]!]) tryRange(state, entry, index)
          tryWord(norms[index]!, index)
          if (lemmas[index] !== norms[index]) tryWord(lemmas[index]!, index)
          for (const entry of everywhere) tryRange(state, entry, index)
        }
      })
      return firstOfOverlapping(state.hits)
    },
  }
}

/** The rarest groups of words of each of which a match has one, besides those that make it worth a try. */
function requiredGroups(places: readonly WordPlace[], triggers: readonly string[]): readonly (readonly string[])[] {
  return places
    .filter(({ words }) => words !== triggers)
    .map(({ words }) => ({ words, frequency: frequencyOf(words) }))
    .filter(({ frequency }) => frequency <= MOST_FREQUENT)
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, MOST_GROUPS)
    .map(({ words }) => words)
}

const numberSets = new WeakMap<readonly string[], NumberSet>()

/** The numbers of a list of words that several patterns share. */
function sharedNumbers(words: readonly string[]): NumberSet {
  let set = numberSets.get(words)
  if (set === undefined) numberSets.set(words, (set = numberSet(words)))
  return set
}

function openingOf(elements: readonly Element[]): Entry['opening'] {
  const { words, slots, any } = openingsOf(elements)
  return any ? undefined : { words: sharedNumbers(words), slots: bitsOf(slots) }
}

/** A rule's pattern with classes filled in, once it is known that it can be compiled. */
function readRule({ id, pattern }: MatcherRule, table: ClassTable): Pattern {
  try {
    return fillPattern(typeof pattern === 'string' ? parsePattern(pattern) : pattern, table)
  } catch (error) {
    throw error instanceof DemarcheError ? error.ownedBy(`rule ${id}`) : error
  }
}

const bitsOf = (kinds: readonly SlotKind[]): number => kinds.reduce((bits, kind) => bits | (1 << SLOT_KINDS.indexOf(kind)), 0)

/** For each token the bits of the slots that start there. */
function slotBits(document: Document, slots: Slots): Uint8Array {
  const bits = new Uint8Array(document.length)
  for (let index = 0; index < document.length; index += 1)
    for (let k = 0; k < SLOT_KINDS.length; k += 1) if (slots.at(SLOT_KINDS[k]!, index).length > 0) bits[index]! |= 1 << k
  return bits
}

/** For each token how many quotation marks stand before it. */
function quotationMarks({ norms, length }: Document): Int32Array {
  const before = new Int32Array(length)
  for (let index = 1; index < length; index += 1) before[index] = before[index - 1]! + (norms[index - 1] === '"' ? 1 : 0)
  return before
}

/** Tries an entry whose trigger is at a token at every start that the trigger allows and at which it was not tried before. */
function tryRange(state: State, entry: Entry, trigger: number): void {
  for (const bits of entry.needs) if ((state.present & bits) === 0) return
  for (const group of entry.groups) if (state.seen[group] !== state.sentence) return
  const from = Math.max(trigger - entry.max - marksPassed(state, entry, trigger), state.from, state.tried[entry.index]! + 1)
  const to = trigger - entry.min
  if (from > to) return
  for (let start = from; start <= to; start += 1) if (mayOpen(state, entry, start)) tryAt(state, entry, start)
  state.tried[entry.index] = to
}

/** How many marks a match may have looked through between its start and its trigger ("has “no interest” in it"): those of one quotation at most. */
function marksPassed({ marksBefore, from }: State, { max }: Entry, trigger: number): number {
  return max === 0 ? 0 : Math.min(2, marksBefore[trigger]! - marksBefore[Math.max(from, trigger - max - 1)]!)
}

/** Whether a match can begin at a token. */
function mayOpen({ slotsAt, numbers }: State, { opening }: Entry, start: number): boolean {
  if (opening === undefined || (opening.slots & slotsAt[start]!) !== 0) return true
  return hasNumber(opening.words, numbers.norms[start]!) || hasNumber(opening.words, numbers.lemmas[start]!)
}

function tryAt({ document, numbers, slots, boundaries, hits }: State, entry: Entry, start: number): void {
  const match = entry.compiled.match(document, slots, start, boundaries, numbers)
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
