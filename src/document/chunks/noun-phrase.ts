import { isDayName } from '../time-words'
import { isQuoteMark } from '../quote-marks'
import type { TokenRun } from './token-run'
import { isNominal, isPossessivePronoun } from './token-run'

const PRONOUNS = new Set(
  'i you he she it we they me him her us them who whom himself herself itself themselves ourselves nobody somebody everybody anyone everyone someone none nothing this that these those one'.split(
    ' ',
  ),
)

/** Where a noun phrase that starts at place `start` has its head and its end; nothing where there is none after all. `predicate`: the place of a verbless predicate. */
export function nounPhraseAt(
  run: TokenRun,
  start: number,
  predicate: number,
): { readonly head: number; readonly end: number } | undefined {
  const pos = run.pos(start)
  if (isPersonal(run, start)) return { head: start, end: start + 1 }
  let k = start
  let head = -1
  while (k < run.length && !(k > start && run.isGap(k))) {
    const q = run.pos(k)
    const v = run.norm(k)
    if (head >= 0 && (isDayName(v) || k === predicate || isNameBehindEvent(run, k))) break
    if (isNominal(q) || q === 'SYM') head = k
    else if (q === 'DET' || (q === 'PRON' && isPossessivePronoun(v))) {
      if (k > start && head >= 0) break
    } else if (q === 'ADJ') {
      if (head >= 0 && !hasNominalAfter(run, k)) break
    } else if (q === 'ADV') {
      const next = run.pos(k + 1)
      if (!(next === 'ADJ' || (next === 'VERB' && run.isModifier(k + 1, start)) || (head < 0 && next === 'NUM'))) break
    } else if (v === '(' && isNominal(run.pos(k + 1)) && run.norm(k + 2) === ')' && head >= 0) {
      k += 3
      continue
    } else if (!(isQuotedInside(run, k, start) && head < 0) && !run.isModifier(k, start)) break
    k++
  }
  // "called the meeting very useful": what stands behind the head is not part of the phrase
  if (head >= 0) {
    while (k > head + 1 && run.norm(k - 1) !== ')') k--
    return { head, end: k }
  }
  // a determiner or adjective without a noun
  if (k - start > 1) return { head: k - 1, end: k }
  return pos === 'DET' || pos === 'PRON' ? { head: start, end: start + 1 } : undefined
}

/** "At the Geneva talks *Syria* refused", "without Kabul at the table *Iran* will not come": a name behind a common noun that is never one's title. */
function isNameBehindEvent(run: TokenRun, k: number): boolean {
  return (
    run.pos(k) === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(run.word(k)) &&
    run.pos(k - 1) === 'NOUN' &&
    EVENTS.test(run.norm(k - 1)) &&
    run.word(k - 1) === run.norm(k - 1)
  )
}

const EVENTS =
  /^(?:ceremony|conference|consultations|dialogue|discussions|format|forum|gathering|hall|meeting|meetings|negotiations|podium|process|room|round|session|summit|table|talks)$/

/** Whether a noun phrase can start at a place. */
export function startsNounPhrase(run: TokenRun, k: number): boolean {
  if (k >= run.length) return false
  const pos = run.pos(k)
  if (isNominal(pos) || pos === 'DET' || pos === 'PRON') return true
  if (pos === 'ADJ') return hasNominalAfter(run, k) || run.pos(k - 1) === 'DET'
  if (pos === 'ADV') return run.pos(k + 1) === 'ADJ' && hasNominalAfter(run, k + 1)
  if (pos === 'VERB') return run.isModifier(k, k - 1)
  return isQuoteMark(run.word(k)) && k > 0 && run.pos(k - 1) === 'DET' && isNominal(run.pos(k + 1))
}

/** A pronoun that stands by itself. */
function isPersonal(run: TokenRun, k: number): boolean {
  const pos = run.pos(k)
  const norm = run.norm(k)
  if ((pos !== 'PRON' && pos !== 'DET') || !PRONOUNS.has(norm)) return false
  return !((pos === 'DET' || isPossessivePronoun(norm)) && continuesPhrase(run, k + 1))
}

/** "the “peace” talks": the mark of a quoted word inside a phrase. */
function isQuotedInside(run: TokenRun, k: number, start: number): boolean {
  if (!isQuoteMark(run.word(k)) || k <= start || k + 1 >= run.length) return false
  return isNominal(run.pos(k + 1)) || run.pos(k + 1) === 'ADJ'
}

function hasNominalAfter(run: TokenRun, k: number): boolean {
  let j = k + 1
  while (j < run.length && j < k + 4 && !run.isGap(j)) {
    const pos = run.pos(j)
    if (isNominal(pos)) return true
    if (pos !== 'ADJ') return false
    j++
  }
  return false
}

function continuesPhrase(run: TokenRun, k: number): boolean {
  let j = k
  while (run.pos(j) === 'ADV' || (run.pos(j) === 'VERB' && run.isModifier(j, j - 1))) j++
  return isNominal(run.pos(j)) || (run.pos(j) === 'ADJ' && (hasNominalAfter(run, j) || run.pos(k - 1) === 'PRON'))
}
