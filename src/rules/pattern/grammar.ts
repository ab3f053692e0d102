import { startsUpper } from '../../document/letters'
import type { Document } from '../../document/document'
import { isDayName } from '../../document/time-words'

const AUXILIARIES = new Set([
  'be',
  'being',
  'have',
  'do',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  'ought',
  "'s",
  "'re",
  "'m",
  "'ve",
  "'d",
  "'ll",
])
const BE = new Set([
  'be',
  'am',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  'get',
  'gets',
  'got',
  'gotten',
  'getting',
  "'re",
  "'m",
])
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve"])
/** Participles that look like their verb. */
const INVARIANT = new Set([
  'beset',
  'bid',
  'broadcast',
  'cast',
  'cost',
  'cut',
  'forecast',
  'hit',
  'hurt',
  'let',
  'offset',
  'put',
  'quit',
  'read',
  'reset',
  'set',
  'shut',
  'split',
  'spread',
  'thrust',
  'upset',
])
/** Words that open another clause or phrase after a complete one. */
const CLAUSE_OPENERS = new Set([
  'if', 'unless', 'until', 'once', 'provided', 'because', 'although', 'though', 'while', 'but', 'and', 'or', 'as', 'when', 'without', 'after', 'before',
  'since', 'even', 'only', 'despite', 'whatever', 'however', 'either', 'alone', 'together', 'instead', 'anyway', 'again', 'there', 'with',
]) // prettier-ignore
const TIME_BY_ITSELF = new Set([
  'today',
  'tomorrow',
  'yesterday',
  'tonight',
  'now',
  'soon',
  'later',
  'earlier',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])
const TIME_NOUNS = new Set([
  'time',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'jan.',
  'feb.',
  'aug.',
  'sept.',
  'sep.',
  'oct.',
  'nov.',
  'dec.',
  'day',
  'days',
  'week',
  'weeks',
  'weekend',
  'month',
  'months',
  'year',
  'years',
  'morning',
  'afternoon',
  'evening',
  'night',
  'spring',
  'summer',
  'autumn',
  'winter',
])
const TIME_LEADS = new Set([
  'on',
  'in',
  'by',
  'at',
  'during',
  'since',
  'until',
  'from',
  'before',
  'after',
  'the',
  'this',
  'last',
  'next',
  'early',
  'late',
  'earlier',
  'later',
  'mid',
  'coming',
  'following',
  'previous',
  'that',
  'same',
])
const YEAR = /^(19|20)\d\d$/
const SENTENCE_MARKS = new Set([',', ';', '.', '!', '?', '…', '...'])
const QUOTATION_MARKS = new Set(['"', "'", '“', '”', '‘', '’', '«', '»', '``', "''"])
const SUBORDINATORS = new Set([
  'after',
  'before',
  'because',
  'if',
  'while',
  'when',
  'where',
  'as',
  'since',
  'although',
  'unless',
  'until',
  'once',
  'whether',
])
const RELATIVIZERS = new Set(['which', 'that', 'who', 'whom', 'whose', 'what'])

/** Whether a token is a verb in its own right: tagged VERB, or tagged AUX but no form of be, have, do or a modal ("need", "dare"). */
export function isLexicalVerb(document: Document, index: number): boolean {
  const tag = document.pos[index]
  return tag === 'VERB' || (tag === 'AUX' && !AUXILIARIES.has(document.lemmas[index] ?? ''))
}

/**
 * Whether a verb stands in the passive: a past participle with a form of be or get within the three tokens before it, and nothing between
 * but adverbs, `not`, commas, `and`, other participles and times. The nearest auxiliary decides: "has been rejected" is, "has rejected" is not.
 */
export function isPassive(document: Document, index: number): boolean {
  if (!isParticiple(document, index)) return false
  const from = sentenceStart(document, index)
  if (sharesAuxiliary(document, index, from)) return true
  for (let before = index - 1; before >= from && before >= index - 3; before -= 1) {
    const norm = document.norms[before] ?? ''
    if (HAVE.has(norm)) return false
    if (BE.has(norm) || document.lemmas[before] === 'be') return true
    if (!mayPartPassive(document, before, norm)) return false
  }
  return false
}

/** "was welcomed by China and dismissed by Iran": the second participle goes with the first one's auxiliary. */
function sharesAuxiliary(document: Document, index: number, from: number): boolean {
  const { norms } = document
  if (norms[index + 1] !== 'by' || !/^(and|but|or|then|,)$/.test(norms[index - 1] ?? '')) return false
  for (let before = index - 2; before > from && before >= index - 14; before -= 1)
    if (norms[before] === 'by' && isPassive(document, before - 1)) return true
  return false
}

function isParticiple(document: Document, index: number): boolean {
  const norm = document.norms[index] ?? ''
  if (document.pos[index] !== 'VERB' || norm.endsWith('ing')) return false
  if (norm.endsWith('ed') || norm.endsWith('en') || INVARIANT.has(norm)) return true
  return norm !== document.lemmas[index] && !norm.endsWith('s')
}

function mayPartPassive(document: Document, index: number, norm: string): boolean {
  switch (document.pos[index]) {
    case 'ADV':
    case 'CCONJ':
    case 'ADP':
      return true
    case 'PART':
      return norm !== 'to' && norm !== "'s"
    case 'PUNCT':
      return norm === ',' || QUOTATION_MARKS.has(norm)
    case 'VERB':
      return isParticiple(document, index)
    default:
      return TIME_BY_ITSELF.has(norm) || TIME_NOUNS.has(norm)
  }
}

/** Whether `{start}` holds before a token: the sentence starts here, or a sentence-long quotation does; marks and dashes before it do not count. */
export function isStart(document: Document, index: number): boolean {
  const from = sentenceStart(document, index)
  for (let before = index - 1; before >= from; before -= 1) {
    if (isSentenceLongMark(document, before)) return true
    if (document.pos[before] !== 'PUNCT') return false
  }
  return true
}

/** Whether `{end}` holds before a token: the sentence ends here, or a comma, semicolon, full stop, quotation mark or time follows. */
export function isEnd(document: Document, index: number, limit: number): boolean {
  if (index >= limit) return true
  const norm = document.norms[index] ?? ''
  if (SENTENCE_MARKS.has(norm) || QUOTATION_MARKS.has(norm) || CLAUSE_OPENERS.has(norm)) return true
  return isTime(document, index, limit)
}

/** Whether a time adverbial starts at a token: `today`, `Monday`, `on Monday`, `last week`, `in early September`, `in 2018`. */
export function isTime(document: Document, index: number, limit: number): boolean {
  const norm = document.norms[index] ?? ''
  if (index >= limit) return false
  if (TIME_BY_ITSELF.has(norm)) return true
  for (let at = index; at < limit && at < index + 4; at += 1) {
    const word = document.norms[at] ?? ''
    if (at > index && (TIME_BY_ITSELF.has(word) || TIME_NOUNS.has(word) || YEAR.test(word))) return true
    if (!TIME_LEADS.has(word)) return false
  }
  return false
}

const PARTS_OF_DAY = /^(?:morning|afternoon|evening|night)$/
const SPANS = /^(?:week|weekend|month|year|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/
/** Adverbs in -ly that say more than how. */
const NOT_MANNER =
  /^(?:hardly|barely|scarcely|nearly|only|merely|reportedly|allegedly|supposedly|purportedly|unlikely|likely|early|really|exactly|necessarily|formerly|previously)$/
const LINKS =
  /^(?:however|though|meanwhile|too|also|instead|therefore|nevertheless|nonetheless|moreover|accordingly|likewise|similarly|predictably|unsurprisingly|reluctantly|still)$/

/**
 * The end of what may stand between two words of a pattern without being part of it, or `index` where nothing of the kind starts there: a day
 * ("walked away Saturday from the talks", "rejected late on Monday"), an adverb of manner ("rejected outright"), a link between commas (", however,").
 * `limit` is the end of the token's sentence.
 */
export function interpolationEnd(document: Document, index: number, limit: number): number {
  let ends = interpolations.get(document)
  if (ends === undefined) interpolations.set(document, (ends = new Int32Array(document.length)))
  const known = ends[index]!
  return known > 0 ? known - 1 : (ends[index] = findInterpolationEnd(document, index, limit) + 1) - 1
}

/** For each token the end of what may stand there between two words of a pattern, plus 1; or 0 where that is not known yet. */
const interpolations = new WeakMap<Document, Int32Array>()

function findInterpolationEnd(document: Document, index: number, limit: number): number {
  const { norms, pos } = document
  const norm = norms[index] ?? ''
  if (norm === ',') return LINKS.test(norms[index + 1] ?? '') && norms[index + 2] === ',' && index + 3 < limit ? index + 3 : index
  if (pos[index] === 'ADV' && (norm === 'outright' || (norm.endsWith('ly') && !NOT_MANNER.test(norm)))) return index + 1
  let at = index
  if (norm === 'on' || norm === 'late' || norm === 'early') at += 1
  if (at > index && norm !== 'on' && norms[at] === 'on') at += 1
  if (norms[at] === 'late' || norms[at] === 'early') at += 1
  if (at === index && (norm === 'last' || norm === 'this' || norm === 'next') && SPANS.test(norms[at + 1] ?? '')) return at + 2
  if (!isDayName(norms[at] ?? '') || norms[at + 1] === "'s") return index
  return PARTS_OF_DAY.test(norms[at + 1] ?? '') ? at + 2 : at + 1
}

/** Whether neither an object nor a passive's agent starts at a token, so that the verb before it can have its object further to the front. */
export function isObjectless(document: Document, index: number, limit: number): boolean {
  if (index >= limit) return true
  if (document.norms[index] === 'by') return isTime(document, index, limit)
  switch (document.pos[index]) {
    case 'DET':
    case 'PRON':
    case 'PROPN':
    case 'NOUN':
    case 'ADJ':
    case 'NUM':
      return isTime(document, index, limit)
    default:
      return true
  }
}

/** Whether tokens can be what stands between a relative clause's start and its verb: a subject, no marks, no other clause's start. */
export function isClauseGap(document: Document, from: number, to: number, clause: 'after-relativizer' | 'bare'): boolean {
  let nominal = false
  for (let index = from; index < to; index += 1) {
    const norm = document.norms[index] ?? ''
    const tag = document.pos[index]
    if (tag === 'PUNCT' || SUBORDINATORS.has(norm)) return false
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON') nominal = true
  }
  if (!nominal) return false
  const tag = document.pos[from]
  if (tag === 'VERB' || tag === 'AUX' || tag === 'CCONJ') return false
  return (
    clause === 'after-relativizer' ||
    !(tag === 'ADP' || tag === 'PART' || tag === 'ADV' || RELATIVIZERS.has(document.norms[from] ?? ''))
  )
}

/** Whether a wildcard must stop before a token: a `;`, a mark of a sentence-long quotation, or a boundary. Sentence ends are seen to elsewhere. */
export function isBarrier(document: Document, index: number, boundaries: ReadonlySet<number> | undefined): boolean {
  if (boundaries?.has(index) === true) return true
  if (document.pos[index] !== 'PUNCT') return false
  return document.norms[index] === ';' || isSentenceLongMark(document, index)
}

function isSentenceLongMark(document: Document, index: number): boolean {
  const inner = document.quotationOf[index + 1] ?? -1
  if (inner >= 0 && document.quotations[inner]?.open === index) return isSentenceLong(document, inner)
  const outer = document.quotationOf[index - 1] ?? -1
  const quotation = document.quotations[outer]
  return quotation !== undefined && quotation.closed && quotation.close === index && isSentenceLong(document, outer)
}

/**
 * Whether a quotation is a sentence of its own rather than a few quoted words: it spans sentences; or it has three tokens or more, a
 * finite verb among the first 60, and either opens the sentence, or follows a comma or colon, or starts with a capital letter.
 */
export function isSentenceLong(document: Document, quotation: number): boolean {
  const range = document.quotations[quotation]
  if (range === undefined || range.to - range.from < 3) return false
  const { from, to, open } = range
  if (document.sentenceOf[from] !== document.sentenceOf[to - 1]) return true
  const before = document.norms[open - 1]
  const set = open <= sentenceStart(document, from) || before === ',' || before === ':'
  if (!set && !startsUpper(document.words[from] ?? '')) return false
  for (let index = from; index < to && index < from + 60; index += 1) {
    const tag = document.pos[index]
    if (tag === 'AUX') return true
    if (tag === 'VERB' && document.norms[index - 1] !== 'to' && document.norms[index]?.endsWith('ing') !== true) return true
  }
  return false
}

function sentenceStart(document: Document, index: number): number {
  return document.sentences[document.sentenceOf[index] ?? -1]?.from ?? 0
}
