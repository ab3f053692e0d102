const TIME = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight week month year morning evening afternoon night day hour ' +
    'minute weekend fortnight january february march april may june july august september october november december jan feb mar apr aug sept sep oct nov dec time moment spring summer autumn winter decade'
  ).split(' '),
)
const DAY = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight)$/

/** Whether a word names a time or a span of time. */
export const isTimeWord = (norm: string): boolean => TIME.has(norm)

/** Whether a word names a day: `monday`, `yesterday`. */
export const isDayName = (norm: string): boolean => DAY.test(norm)

/** Whether a noun phrase with this head is a time expression: `last week`, `2018`. */
export const isTimeHead = (norm: string, lemma: string): boolean =>
  TIME.has(norm) || TIME.has(lemma) || (norm.endsWith('s') && TIME.has(norm.slice(0, -1))) || /^(1[89]|20)\d\d$/.test(norm)
