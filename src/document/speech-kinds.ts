import { speechVerbs } from '../data'

export type SpeechKind = 'say' | 'think' | 'ask' | 'accuse' | 'deny'

const KINDS = new Map<string, SpeechKind>()
for (const kind of ['think', 'say', 'ask', 'accuse', 'deny'] as const)
  for (const lemma of speechVerbs[kind]) KINDS.set(lemma, kind)

const ZERO_THAT = new Set(speechVerbs.zeroThat)

/** Verbs that do nothing but report. */
const REPORTING = new Set(
  'say add tell note stress announce warn state declare insist explain write argue remark reply reiterate repeat ask urge demand complain confirm claim accuse pledge vow'.split(
    ' ',
  ),
)

/** What kind of speech verb a lemma is, if any. */
export const speechKind = (lemma: string): SpeechKind | undefined => KINDS.get(lemma)

/** Whether the complement of a verb may stand without "that". */
export const takesZeroThat = (lemma: string): boolean => ZERO_THAT.has(lemma)

/** Whether a verb does nothing but report. */
export const onlyReports = (lemma: string): boolean => REPORTING.has(lemma)
