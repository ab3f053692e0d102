import type { VerbChunk, VerbForm } from '../chunks'
import { isBe, isDo, isFloating, isGet, isHave, isModal, isNegation } from './auxiliaries'
import type { TokenRun } from './token-run'

const LINKING = new Set(['remain', 'become', 'seem', 'appear', 'feel', 'stay', 'look', 'stand', 'sound'])
const IRREGULAR_PARTICIPLES = new Set(
  (
    'held led sent brought made put said told met left called taken given seen known shown gone done been become begun broken built bought caught chosen come cut dealt drawn driven felt found forgotten fought got grown heard hit hurt kept laid lost meant paid read run set shut ' +
    'sold shot spoken spent split stood struck stuck sworn taught thought thrown understood won withdrawn written hidden forbidden overthrown torn worn borne bound cast flung hung lent slain spun swept wound'
  ).split(' '),
)
const couldBeParticiple = (norm: string): boolean => norm.endsWith('ed') || IRREGULAR_PARTICIPLES.has(norm)

/** What the words of a verb group before and with its main verb come to. */
interface Auxiliaries {
  modal: string
  negated: boolean
  perfect: boolean
  be: boolean
  count: number
  finite: boolean
  /** Places of the main verb, or -1, and of the last word. */
  head: number
  last: number
}

/** A verb group that starts at a place, and the place behind it; nothing where there is none after all. */
export function readVerbGroup(
  run: TokenRun,
  start: number,
  isInfinitive: boolean,
): { readonly verb: VerbChunk; readonly next: number } | undefined {
  const group = readAuxiliaries(run, start, isInfinitive)
  const { modal, perfect, be, finite, count } = group
  let { head, last, negated } = group
  if (head < 0) {
    if (!count) return undefined
    head = last
  }
  if (run.norm(last + 1) === 'not' && isDo(run.norm(last))) last++
  // "remained committed", "seems determined": the participle is an adjective
  if (
    LINKING.has(run.lemma(head)) &&
    run.pos(last + 1) === 'VERB' &&
    couldBeParticiple(run.norm(last + 1)) &&
    !run.isGap(last + 1)
  )
    last += 1
  const norm = run.norm(head)
  const gerund = norm.endsWith('ing') && run.pos(head) === 'VERB'
  const participle = couldBeParticiple(norm)
  const bare = !isInfinitive && !finite && !count
  const form: VerbForm = isInfinitive ? 'infinitive' : bare ? (gerund ? 'gerund' : 'finite') : finite ? 'finite' : 'participle'
  const to = Math.max(last, head) + 1
  negated ||= run.norm(to) === 'no' && run.norm(to + 1) === 'longer'
  negated ||= run.norm(to) === 'not' && head === to - 1
  negated ||= start >= 2 && run.norm(start - 1) === 'longer' && run.norm(start - 2) === 'no'
  return {
    verb: {
      from: run.token(start),
      to: run.token(to - 1) + 1,
      head: run.token(head),
      form,
      ambiguous: bare && !gerund && participle,
      passive: be && participle && !gerund,
      negated,
      modal,
      perfect,
    },
    next: to,
  }
}

function readAuxiliaries(run: TokenRun, start: number, isInfinitive: boolean): Auxiliaries {
  const group: Auxiliaries = {
    modal: '',
    negated: start > 0 && isNegation(run.norm(start - 1)) && run.pos(start - 1) !== 'CCONJ',
    perfect: false,
    be: false,
    count: 0,
    finite: false,
    head: -1,
    last: start,
  }
  let k = isInfinitive ? start + 1 : start
  while (k < run.length && !(k > start && run.isGap(k))) {
    const norm = run.norm(k)
    const pos = run.pos(k)
    const isVerb = pos === 'AUX' || pos === 'VERB'
    const next = nextWord(run, k + 1)
    if (isNegation(norm)) {
      group.negated = true
    } else if (norm === 'no' && run.norm(k + 1) === 'longer') {
      group.negated = true
      k++
    } else if (norm === 'ought' && run.norm(k + 1) === 'to') {
      group.modal = 'ought'
      group.count++
      group.finite = true
      group.last = ++k
    } else if (isModal(norm) && isVerb) {
      if (group.count) break
      group.modal = norm === "'ll" ? 'will' : norm === "'d" ? 'would' : norm
      group.count++
      group.finite = true
      group.last = k
    } else if (isHave(norm) && isVerb) {
      const isObligation = run.norm(next) === 'to' && run.startsVerb(next + 1)
      if (isObligation) {
        group.modal = 'have'
        group.finite ||= norm !== 'having'
        group.count++
        group.last = k = next
      } else if (run.pos(next) === 'VERB' || run.pos(next) === 'AUX') {
        group.perfect = true
        group.finite ||= norm !== 'having' && !isInfinitive
        group.count++
        group.last = k
      } else {
        group.finite ||= norm !== 'having'
        group.head = group.last = k
        break
      }
    } else if ((isBe(norm) || (isGet(norm) && run.pos(next) === 'VERB' && couldBeParticiple(run.norm(next)))) && isVerb) {
      group.finite ||= norm !== 'being' && norm !== 'been' && norm !== 'be'
      group.last = k
      const isModifier = run.isModifier(next, next - 1) && run.pos(next - 1) === 'DET'
      if ((run.pos(next) !== 'VERB' && !isBe(run.norm(next))) || isModifier) {
        group.head = k
        break
      }
      group.be = true
      group.count++
    } else if (isDo(norm) && !isInfinitive && (run.pos(next) === 'VERB' || isNegation(run.norm(k + 1)))) {
      group.count++
      group.finite = true
      group.last = k
      if (run.pos(next) !== 'VERB') group.head = k
    } else if (isVerb) {
      if (group.head < 0) group.head = group.last = k
      break
    } else {
      const past = group.head < 0 ? insertionEnd(run, k) : k
      if (past > k) {
        k = past
        continue
      }
      if (!isBetween(run, k, group.head) || !run.startsVerb(k)) break
    }
    k++
  }
  return group
}

/** Whether an adverb or the like can stand inside a verb group. */
function isBetween(run: TokenRun, k: number, head: number): boolean {
  const pos = run.pos(k)
  const norm = run.norm(k)
  if (pos === 'ADV' || (pos === 'PART' && norm === 'not')) return true
  return isFloating(norm) && head < 0 && (run.pos(k + 1) === 'VERB' || run.pos(k + 1) === 'AUX')
}

/** Words between commas, between an auxiliary and its verb: "will not, however, attend", "has, for now, declined". */
const LONGEST_INSERTION = 7

/** The place behind words between commas that stand inside a verb group, or `k` where none do. */
function insertionEnd(run: TokenRun, k: number): number {
  if (run.norm(k) !== ',') return k
  for (let j = k + 1; j < run.length && j <= k + 1 + LONGEST_INSERTION && !run.isGap(j); j++) {
    if (run.norm(j) === ',') return j > k + 1 && run.startsVerb(j + 1) && !run.isGap(j + 1) ? j + 1 : k
    const pos = run.pos(j)
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PRON' || pos === 'CCONJ' || pos === 'PUNCT') return k
  }
  return k
}

/** The first place from `k` on that is no adverb, negation or floating word, nor between commas. */
function nextWord(run: TokenRun, k: number): number {
  let j = insertionEnd(run, k)
  if (run.norm(j) === 'no' && run.norm(j + 1) === 'longer') j += 2
  while (
    j < run.length &&
    (run.pos(j) === 'ADV' ||
      isNegation(run.norm(j)) ||
      (isFloating(run.norm(j)) && (run.pos(j + 1) === 'VERB' || run.pos(j + 1) === 'AUX'))) &&
    j < k + 4
  )
    j++
  return j
}
