import { events } from '../data'

/** Talks other than any target. */
export const OTHER = -1
/** Talks in general ("peace talks"), no particular round. */
export const GENERIC = -2

/** Heads that mean talks by themselves ("summit"). */
export const STRONG: ReadonlySet<string> = new Set(events.heads.strong)
/** Heads that mean talks only with more words about them ("process"). */
export const WEAK: ReadonlySet<string> = new Set(events.heads.weak)
/** Parts of talks: the invitation, the outcome. */
export const FACETS: ReadonlySet<string> = new Set(events.facets)
/** Facets that take up the talks named before. */
export const RESUMING: ReadonlySet<string> = new Set(events.facetsThatResume)
/** Words that stand for talks only where it is clear which: "the exercise", "such jamborees". */
export const EPITHETS: ReadonlySet<string> = new Set(events.heads.epithets)

/** Whether a lemma is a noun for talks. */
export const isEventHead = (lemma: string): boolean => STRONG.has(lemma) || WEAK.has(lemma)

/** Nouns for talks that lemmatisers leave in the plural. */
const PLURALS = new Set(['talks', 'negotiations', 'consultations', 'discussions'])

/** The singular of a noun for talks; any other word as it is. */
export const singular = (word: string): string => (PLURALS.has(word) ? word.slice(0, -1) : word)

/** Verbs that hold a meeting. */
export const MEETING_VERBS: ReadonlySet<string> = new Set(['meet', 'gather', 'convene', 'assemble'])

/** Prepositions after which talks are only a measure for others ("three weeks after the Moscow talks", "smaller than the Moscow talks"). */
export const ASIDE: ReadonlySet<string> = new Set(['than', 'after', 'before', 'since', 'like', 'unlike', 'until'])

/** Nouns that set talks beside others as a measure for them: "a duplication of the Kabul Process". */
export const LIKENESS: ReadonlySet<string> = new Set(
  'duplication duplicate copy imitation repeat rerun repetition rival alternative substitute competitor complement supplement replacement echo'.split(
    ' ',
  ),
)
