import { startsUpper } from './letters'
/** Abbreviations (lower case, without the stop) after which a sentence goes on. */
export const OPEN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr gen rep reps sen sens gov govs lt col maj brig capt cpt sgt cpl pvt cmdr adm prof rev hon st ft mt amb pres sec dept asst assoc ' +
    "messrs supt insp vs cf fig al approx ca viz art vol pp e.g i.e govt int'l"
  ).split(' '),
)
/** Abbreviations (lower case, without the stop) with which a sentence may end. */
export const CLOSED_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros jr sr etc ave blvd rd est a.m p.m ph.d'.split(' '),
)
const MONTHS = new Set('mar jun jul sep'.split(' '))

/** Whether a stop belongs to the word before it: "Maj." but not "said." */
export function takesStop(word: string, after: string): boolean {
  if (word.length > 6 || (word.length > 3 && word.charCodeAt(0) > 90)) return false
  const lower = word.toLowerCase()
  if (OPEN_ABBREVIATIONS.has(lower)) return startsUpper(word) || lower.length < 4
  return lower === 'ph' && /^\.?\s?D\./.test(after)
}

/** Whether wink was right to keep a stop with the word: not in "He said no." */
export function keepsStop(word: string, after: string): boolean {
  const bare = word.slice(0, -1)
  const lower = bare.toLowerCase()
  if (/^\p{L}$/u.test(bare)) return bare !== 'I' || /^\s?\p{Lu}\p{Ll}/u.test(after)
  if (bare.includes('.')) return true
  if (lower === 'no' || lower === 'nos') return /^\s?\d/.test(after)
  if (MONTHS.has(lower)) return startsUpper(bare)
  return OPEN_ABBREVIATIONS.has(lower) || CLOSED_ABBREVIATIONS.has(lower)
}
