import type { Stance } from '../types'
import { STANCES } from '../types'

/** What an annotator wrote about one actor of a document. */
export interface GoldActor {
  readonly actor: string
  /** Every form by which the actor appears in the text. */
  readonly names: readonly string[]
  readonly stance: Stance
  /** Further stances that count as right. */
  readonly accept?: readonly Stance[]
  /** Exact substrings of the text that show the stance. */
  readonly evidence?: readonly string[]
  /** Exact substrings that state what a conditional actor demands. */
  readonly conditions?: readonly string[]
}

export interface GoldDocument {
  readonly id: string
  readonly actors: readonly GoldActor[]
}

/** What a system says of one actor. */
export interface PredictedActor {
  readonly name: string
  readonly mentions?: readonly string[]
  readonly stance: Stance
  readonly evidence?: readonly string[]
  readonly conditions?: readonly string[]
}

export interface PredictedDocument {
  readonly id: string
  readonly actors: readonly PredictedActor[]
}

/** A wrong stance, or a stance for an actor that the gold does not have. */
export interface EvaluationError {
  readonly id: string
  readonly actor: string
  readonly gold: Stance | '(no such actor)'
  readonly said: Stance
  /** Whether any predicted actor stands for this gold actor. */
  readonly found: boolean
  /** The gold's first evidence. */
  readonly evidence?: string
}

/** How often each gold stance (first key) was given each stance (second key). */
export type Confusion = Readonly<Record<Stance, Readonly<Record<Stance, number>>>>

/** The figures of one or many documents. All but the counts are in [0, 1], and 0 where there is nothing to divide by. */
export interface Figures {
  readonly documents: number
  /** Gold actors. */
  readonly actors: number
  /** Share of the gold actors for which any predicted actor stands. */
  readonly found: number
  /** Share of the predicted actors that stand for a gold actor. */
  readonly actorPrecision: number
  /** Over pairs of actor and stance, `none` left out. */
  readonly precision: number
  readonly recall: number
  /** Harmonic mean of `precision` and `recall`: the headline. */
  readonly stanceF1: number
  /** Mean F1 of the four labels over the gold actors. */
  readonly macroF1: number
  readonly f1: Readonly<Record<Stance, number>>
  /** Of the right stances other than `none`: share for which a returned evidence text overlaps a gold one. */
  readonly evidence: number
  /** Mean token F1 of the returned conditions against the gold's, over the conditional gold actors that have them. */
  readonly condition: number
  readonly confusion: Confusion
  readonly errors: readonly EvaluationError[]
}

/** The figures of one document. */
export interface DocumentFigures extends Figures {
  readonly id: string
}

/** The figures of all documents together, and of each. */
export interface Evaluation extends Figures {
  readonly perDocument: readonly DocumentFigures[]
}

/**
 * Measures predicted stances against gold ones. A gold actor without a prediction counts as predicted `none`; a document without a
 * prediction counts as predicted empty.
 */
export function evaluate(gold: readonly GoldDocument[], predictions: readonly PredictedDocument[]): Evaluation {
  const byId = new Map(predictions.map((document) => [document.id, document.actors]))
  const tallies = gold.map((document) => tallyDocument(document, byId.get(document.id) ?? []))
  return {
    ...figuresOf(tallies),
    perDocument: tallies.map((tally, i) => ({ id: gold[i]!.id, ...figuresOf([tally]) })),
  }
}

/** Which predicted actor stands for which gold actor, by index, and which predicted actors stand for none. */
export interface ActorMatches {
  readonly byGold: ReadonlyMap<number, number>
  readonly extra: readonly number[]
}

/** Pairs gold and predicted actors one to one, those that share most of their names first; ties go to the earlier gold actor, then to the earlier prediction. */
export function matchActors(
  gold: readonly Pick<GoldActor, 'actor' | 'names'>[],
  predicted: readonly Pick<PredictedActor, 'name' | 'mentions'>[],
): ActorMatches {
  const pairs = gold
    .flatMap((g, i) => predicted.map((p, j) => ({ i, j, affinity: nameAffinity(g, p) })))
    .filter((pair) => pair.affinity > SAME_ACTOR)
    .sort((a, b) => b.affinity - a.affinity || a.i - b.i || a.j - b.j)
  const byGold = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (byGold.has(i) || taken.has(j)) continue
    byGold.set(i, j)
    taken.add(j)
  }
  return { byGold, extra: predicted.map((_, j) => j).filter((j) => !taken.has(j)) }
}

/** Whether two actors' names have enough in common to be one actor. */
export const sameActor = (
  gold: Pick<GoldActor, 'actor' | 'names'>,
  predicted: Pick<PredictedActor, 'name' | 'mentions'>,
): boolean => nameAffinity(gold, predicted) > SAME_ACTOR

/** Whether a returned evidence text, of at most 80 words, shares half of its own words or half of the gold text's. */
export function evidenceOverlaps(returned: string, gold: string): boolean {
  const a = wordsOf(returned)
  const b = wordsOf(gold)
  const common = commonWords(a, b)
  return common > 0 && a.length <= LONGEST_EVIDENCE && 2 * common >= Math.min(a.length, b.length)
}

/** Token F1 of two texts as bags of words, in [0, 1]. */
export function tokenF1(returned: string, gold: string): number {
  const a = wordsOf(returned)
  const b = wordsOf(gold)
  return ratio(2 * commonWords(a, b), a.length + b.length)
}

/** Lower case, without possessive endings and punctuation, without an article at the start: the form in which names are compared. */
export const comparableName = (name: string): string => simplify(name).replace(/^(?:the|an?) /, '')

const SAME_ACTOR = 0.3
const LONGEST_EVIDENCE = 80

const simplify = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const wordsOf = (text: string): string[] => simplify(text).split(' ').filter(Boolean)

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Size of the intersection of two bags of words. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    common++
  }
  return common
}

/** Whether one name is a run of whole words of the other; names of three letters or fewer are too short for that. */
const contains = (a: string, b: string): boolean =>
  a.length > 3 && b.length > 3 && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `))

/** 3 for the same display name, 2 for each predicted form that is a gold name, half for each that contains one or is contained; damped by the number of forms. */
function nameAffinity(gold: Pick<GoldActor, 'actor' | 'names'>, predicted: Pick<PredictedActor, 'name' | 'mentions'>): number {
  const golden = comparableNames([gold.actor, ...gold.names])
  const forms = comparableNames([predicted.name, ...(predicted.mentions ?? [])])
  let points = comparableName(gold.actor) === comparableName(predicted.name) ? 3 : 0
  for (const form of forms) {
    if (golden.has(form)) points += 2
    else if ([...golden].some((name) => contains(form, name))) points += 0.5
  }
  return points / Math.sqrt(1 + forms.size)
}

const comparableNames = (names: readonly string[]): Set<string> => new Set(names.map(comparableName).filter(Boolean))

/** The counts behind the figures of one document. */
interface Counts {
  actors: number
  found: number
  predicted: number
  /** Stances other than `none`: rightly given, wrongly given, missed. */
  hits: number
  falseAlarms: number
  misses: number
  /** Right stances that have gold evidence, and those of them whose evidence is right too. */
  evidenced: number
  evidencedRight: number
  /** Conditional gold actors with conditions, and the sum of their token F1. */
  conditioned: number
  conditionF1: number
}

interface Tally extends Counts {
  readonly confusion: Record<Stance, Record<Stance, number>>
  readonly errors: EvaluationError[]
}

const perStance = <T>(make: (stance: Stance) => T): Record<Stance, T> =>
  Object.fromEntries(STANCES.map((stance) => [stance, make(stance)])) as Record<Stance, T>

function tallyDocument(gold: GoldDocument, predicted: readonly PredictedActor[]): Tally {
  const { byGold, extra } = matchActors(gold.actors, predicted)
  const tally: Tally = {
    actors: gold.actors.length,
    found: byGold.size,
    predicted: predicted.length,
    hits: 0,
    falseAlarms: 0,
    misses: 0,
    evidenced: 0,
    evidencedRight: 0,
    conditioned: 0,
    conditionF1: 0,
    confusion: perStance(() => perStance(() => 0)),
    errors: [],
  }
  gold.actors.forEach((actor, i) => tallyActor(tally, gold.id, actor, predicted[byGold.get(i) ?? -1]))
  for (const j of extra) {
    const { name, mentions = [], stance } = predicted[j]!
    if (stance === 'none') continue
    if (gold.actors.some((actor) => isRight(actor, stance) && sameActor(actor, { name, mentions }))) continue
    tally.falseAlarms++
    tally.errors.push({ id: gold.id, actor: name, gold: '(no such actor)', said: stance, found: true })
  }
  return tally
}

function tallyActor(tally: Tally, id: string, gold: GoldActor, predicted: PredictedActor | undefined): void {
  const said = predicted?.stance ?? 'none'
  const right = isRight(gold, said)
  tally.confusion[right ? said : gold.stance][said]++
  if (!right) {
    if (said !== 'none') tally.falseAlarms++
    if (gold.stance !== 'none') tally.misses++
    const evidence = gold.evidence?.[0]
    tally.errors.push({
      id,
      actor: gold.actor,
      gold: gold.stance,
      said,
      found: predicted !== undefined,
      ...(evidence === undefined ? {} : { evidence }),
    })
  } else if (said !== 'none') {
    tally.hits++
    if (gold.evidence?.length) {
      tally.evidenced++
      const returned = predicted?.evidence ?? []
      if (returned.some((text) => gold.evidence!.some((shown) => evidenceOverlaps(text, shown)))) tally.evidencedRight++
    }
  }
  if (gold.stance === 'conditional' && gold.conditions?.length) {
    tally.conditioned++
    tally.conditionF1 += tokenF1((predicted?.conditions ?? []).join(' '), gold.conditions.join(' '))
  }
}

const isRight = (gold: GoldActor, stance: Stance): boolean => gold.stance === stance || (gold.accept ?? []).includes(stance)

function figuresOf(tallies: readonly Tally[]): Figures {
  const sum = (count: keyof Counts): number => tallies.reduce((total, tally) => total + tally[count], 0)
  const share = (part: keyof Counts, whole: keyof Counts): number => ratio(sum(part), sum(whole))
  const confusion = perStance((gold) =>
    perStance((said) => tallies.reduce((total, tally) => total + tally.confusion[gold][said], 0)),
  )
  const f1 = perStance((stance) => {
    const given = STANCES.reduce((total, gold) => total + confusion[gold][stance], 0)
    const due = STANCES.reduce((total, said) => total + confusion[stance][said], 0)
    return ratio(2 * confusion[stance][stance], given + due)
  })
  const hits = sum('hits')
  const precision = ratio(hits, hits + sum('falseAlarms'))
  const recall = ratio(hits, hits + sum('misses'))
  return {
    documents: tallies.length,
    actors: sum('actors'),
    found: share('found', 'actors'),
    actorPrecision: share('found', 'predicted'),
    precision,
    recall,
    stanceF1: ratio(2 * precision * recall, precision + recall),
    macroF1: STANCES.reduce((total, stance) => total + f1[stance], 0) / STANCES.length,
    f1,
    evidence: share('evidencedRight', 'evidenced'),
    condition: share('conditionF1', 'conditioned'),
    confusion,
    errors: tallies.flatMap((tally) => tally.errors),
  }
}
