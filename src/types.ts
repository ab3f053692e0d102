/** The four labels. Their definitions are in the README ("What the labels mean"). */
export type Stance = 'support' | 'oppose' | 'conditional' | 'none'

/** The labels in the order in which reports and tables list them. */
export const STANCES: readonly Stance[] = ['support', 'oppose', 'conditional', 'none']

/** A number for each label. Probabilities are in [0, 1] and sum to 1. */
export type StanceProbabilities = Readonly<Record<Stance, number>>

/** A stretch of the analysed text: half-open, in UTF-16 code units; `source.slice(start, end) === text`. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string

/** A period of days. A missing end is open; `from` is the first day, `to` the first day after the period. */
export interface Period {
  readonly from?: IsoDate
  readonly to?: IsoDate
}

/** A name that holds only during a period ("Kabul" for the Afghan government until 15 August 2021). */
export interface DatedName extends Period {
  readonly text: string
}

/** What kind of thing an actor is. */
export type ActorKind = 'state' | 'group' | 'organisation' | 'person'

/** An office: while it lasts, the holder speaks for a principal. */
export interface Office extends Period {
  /** Id of the principal that the holder speaks for. */
  readonly partOf: string
  /** The office in words, lower case: `foreign minister`, `spokesman`. */
  readonly role: string
  /** Where the dates come from. */
  readonly source?: string
}

/** A state, government, group, organisation or person that can hold a position. */
export interface Actor {
  /** Stable, lower case, hyphenated: `afghan-government`. */
  readonly id: string
  /** Display name. */
  readonly name: string
  readonly kind: ActorKind
  /** CAMEO-style code: `AFGGOV`, `RUSGOV`. */
  readonly code?: string
  /** Names that always mean this actor, case-sensitive unless all lower case. */
  readonly aliases?: readonly (string | DatedName)[]
  /** Names of places and buildings that mean this actor when they act ("Moscow said"), but not as places ("in Moscow"). */
  readonly metonyms?: readonly (string | DatedName)[]
  /** Adjectives of origin: with an office they mean this actor ("Iranian envoy"), alone they do not ("Iranian carpets"). */
  readonly demonyms?: readonly (string | DatedName)[]
  /** Ids of a principal for which this actor always speaks. */
  readonly partOf?: string
  /** For persons: the offices in which they speak for a principal. Outside of them they speak for themselves. */
  readonly offices?: readonly Office[]
  /** `female` or `male` where known, for pronouns. */
  readonly gender?: 'female' | 'male'
  /** Nominals that mean this actor when it was named before: `the group`, `the movement`. */
  readonly nominals?: readonly string[]
  /** Where the entry's facts come from. */
  readonly source?: string
}

/** A round of talks, a meeting or a process that a stance can be about. Only `id` and `name` are required. */
export interface Target {
  /** Stable, lower case, hyphenated. */
  readonly id: string
  /** As a text would name it: `the Doha talks`. */
  readonly name: string
  /** Further names: `Moscow format`, `talks in Doha`. */
  readonly aliases?: readonly string[]
  /** Ids or names of the actors that organise the talks. Hosting by itself sets no stance. */
  readonly hosts?: readonly string[]
  /** Places where the talks are held: `Moscow`, `Kazan`. */
  readonly venues?: readonly string[]
  /** What the talks are about, as words: `Afghanistan`, `Afghan`. */
  readonly topics?: readonly string[]
  /** Days on which rounds were held or planned. */
  readonly dates?: readonly IsoDate[]
}

/** Which words of a rule's match say who holds the position. */
export type HolderSlot = 'subject' | 'object' | 'speaker' | 'possessor' | 'participants'

/** What a rule says of itself: the words between `[` and `]` are the match. */
interface RuleBase {
  /** Stable, lower case, dotted: `oppose.turn-down`. */
  readonly id: string
  /** See docs/pattern-language.md. */
  readonly pattern: string
  /**
   * Sentences that the rule must match exactly once, at the brackets; `checkRules` wants one at least. Those of the built-in rules are in
   * `documentedRules` of `demarche/testing`.
   */
  readonly examples?: readonly string[]
  /** Sentences that the rule must not match. */
  readonly counterExamples?: readonly string[]
  /** Why the rule is as it is. */
  readonly note?: string
}

/** A match votes for a stance of the holder. */
export interface CueRule extends RuleBase {
  readonly kind: 'cue'
  readonly stance: Stance
  /** Evidence in log-odds, above 0 and at most 4; 1 is an ordinary cue, 2 a plain one. */
  readonly weight: number
  /** Who holds the position. Default `subject`: the subject (or passive agent) of the match's first verb. */
  readonly holder?: HolderSlot
  /** What a negation makes of the vote: a stance, or `ignore` for none at all. Default: the table of effects. */
  readonly negated?: Stance | 'ignore'
  /** Whether the match states a fact even where it is embedded in an accusation or a question. Default `false`. */
  readonly factive?: boolean
  /** Whether the match counts only where a condition is attached to it: "would say yes" alone is no position, "would say yes if …" is. Default `false`. */
  readonly tied?: boolean
}

/** What a modifier does to the cues in its scope. */
export type Effect = 'negation' | 'condition' | 'hedge' | 'earlier' | 'hypothetical' | 'undecided'

/** Acts on the cues within its scope (the ConText model: direction, reach, termination). */
export interface ModifierRule extends RuleBase {
  readonly kind: 'modifier'
  readonly effect: Effect
  /** On which side of the match the cues stand. Default `forward`. */
  readonly direction?: 'forward' | 'backward' | 'both'
  /** How many tokens the scope reaches, 1 to 60; it always ends with the sentence and at boundaries. Default 12. */
  readonly reach?: number
}

/** Ends the scope of modifiers ("but"). */
export interface BoundaryRule extends RuleBase {
  readonly kind: 'boundary'
}

/** A harmless longer phrase: cues and modifiers inside its match do not count ("not only"). */
export interface GuardRule extends RuleBase {
  readonly kind: 'guard'
}

/** A rule is plain data: it can be stored, linted, translated and sent to a browser. */
export type Rule = CueRule | ModifierRule | BoundaryRule | GuardRule

/** A place in the text that names an actor. */
export interface Mention extends Span {
  /** By a listed or learned name, a nominal ("the group"), a pronoun, or a name that only this text introduces. */
  readonly via: 'alias' | 'nominal' | 'pronoun' | 'unlisted'
}

/** Which actor: `id` is stable for listed actors and `local:…` for those that only the text names. */
export interface ActorRef {
  readonly id: string
  readonly name: string
  readonly code?: string
  readonly partOf?: string
}

/** A rule that fired: its id, the stance it voted for after its modifiers, and the words that it matched. */
export interface RuleMatch extends Span {
  readonly rule: string
  readonly stance: Stance
  /** Log-odds that the match added for `stance`; above 0. */
  readonly weight: number
  /** Ids of the modifiers that changed the vote. */
  readonly modifiers: readonly string[]
}

/** A statement that shows a position. */
export interface Evidence extends Span {
  readonly stance: Stance
  readonly probabilities: StanceProbabilities
  /** In the speaker's own words, in reported speech, or told by the writer. */
  readonly mode: 'quote' | 'reported' | 'narrated'
  /** Where the text names whoever says it. */
  readonly speaker?: Mention
  /** Who says so, where it is not the holder. */
  readonly source?: ActorRef
  readonly rules: readonly RuleMatch[]
  /** An earlier position, overtaken by a later one in the same text. */
  readonly superseded: boolean
}

/** One actor's stance toward one target. */
export interface ActorStance {
  readonly actor: ActorRef
  /** Id of the target. */
  readonly target: string
  readonly stance: Stance
  readonly probabilities: StanceProbabilities
  /** P(support) − P(oppose), in [−1, 1]. */
  readonly score: number
  readonly mentions: readonly Mention[]
  /** What the actor demands; empty unless the stance is `conditional`. */
  readonly conditions: readonly Span[]
  /** In reading order. */
  readonly evidence: readonly Evidence[]
}

/** What a reader of the report should know about the text. */
export interface Warning {
  readonly code: 'no-target' | 'not-english' | 'empty-text'
  readonly message: string
}

/** The result of an analysis: plain, JSON-safe, frozen. */
export interface StanceReport {
  /** Whether the text names a target at all. */
  readonly relevant: boolean
  /** Every actor that does or says something, by first mention; an actor has one row for each target that the text names. */
  readonly actors: readonly ActorStance[]
  /** Positions that nobody in the text answers for. */
  readonly unattributed: readonly Evidence[]
  readonly warnings: readonly Warning[]
  /** Id of the stance model, or null for rules only. */
  readonly model: string | null
  /** Version of the package. */
  readonly version: string
}

/** A linear model as plain data. `weights[f * labels.length + k] * scale` is the weight of feature `f` for label `k`. */
export interface LinearModelData {
  readonly labels: readonly string[]
  /** Logits before any feature, one a label. */
  readonly bias: readonly number[]
  /** Logits are divided by it before they become probabilities; above 0. Fitted on data that the weights were not fitted on. */
  readonly temperature: number
  readonly features: readonly string[]
  /** Whole numbers. */
  readonly weights: readonly number[]
  readonly scale: number
}

/** How well a model does on statements whose groups it was not fitted on. */
export interface HeldOutFigures {
  readonly cases: number
  readonly accuracy: number
  readonly macroF1: number
  /** One a label, in the model's order of labels. */
  readonly f1: readonly number[]
  /** Expected calibration error of the likeliest label's probability. */
  readonly calibrationError: number
}

/** One part of a stance model: multinomial logistic regression over the model's features. */
export interface StanceWeights {
  /** Logits before any feature, one a label. */
  readonly bias: readonly number[]
  /** Whole numbers from -127 to 127, a character each: of the first label for every feature, then of the next; in place of the last label's the sums of each feature's. */
  readonly weights: string
  /** A logit's weight is the number times this; above 0. */
  readonly scale: number
}

/** What a stance model computes with: one part for single statements, one for all statements of an actor together. */
export interface StanceParts {
  readonly labels: readonly string[]
  /** Names of the features in code-unit order, each after a digit (`A` 0 to `/` 63) for the characters that it shares with the one before, with `|` between. */
  readonly features: string
  readonly statement: StanceWeights
  readonly text: StanceWeights
}

/** A stance model as plain JSON: linear models over masked features, with what they were made from. No training text is in it. */
export interface StanceModelData extends StanceParts {
  readonly kind: 'demarche-stance-model'
  readonly format: 1
  /** Tells models apart: `en-2400-1f3a9c02`. */
  readonly id: string
  /** Temperature of single statements; above 0. Fitted on statements that the weights were not fitted on. */
  readonly temperature: number
  /** Temperature for actors of whole texts on whom the rules are silent, beside `temperature` for single statements; above 0. */
  readonly actorTemperature: number
  /** Added to their logits before the temperature, one a label: positions are rarer among them than in training. */
  readonly actorBias: readonly number[]
  /** Temperature of the rules' pooled log-odds for actors to whom the rules give a position; above 0. */
  readonly rulesTemperature: number
  readonly training: {
    readonly statements: number
    readonly documents: number
    readonly groups: number
    readonly l2: number
    readonly seed: number
    readonly folds: number
  }
  readonly heldOut: HeldOutFigures
}
