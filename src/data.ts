import afghanistan from '../models/en/actors/afghanistan.json'
import countries from '../models/en/actors/countries.json'
import organisations from '../models/en/actors/organisations.json'
import outletsJson from '../models/en/actors/outlets.json'
import principals from '../models/en/actors/principals.json'
import grammarJson from '../models/en/grammar.json'
import pageJson from '../models/en/page.json'
import rolesJson from '../models/en/roles.json'
import boundaries from '../models/en/rules/boundaries.json'
import classes from '../models/en/rules/classes.json'
import classesConditional from '../models/en/rules/classes-conditional.json'
import classesCriticism from '../models/en/rules/classes-criticism.json'
import classesModifiers from '../models/en/rules/classes-modifiers.json'
import classesOppose from '../models/en/rules/classes-oppose.json'
import classesPraise from '../models/en/rules/classes-praise.json'
import classesSupport from '../models/en/rules/classes-support.json'
import conditional from '../models/en/rules/conditional.json'
import criticism from '../models/en/rules/criticism.json'
import guards from '../models/en/rules/guards.json'
import modifiers from '../models/en/rules/modifiers.json'
import oppose from '../models/en/rules/oppose.json'
import participation from '../models/en/rules/participation.json'
import praise from '../models/en/rules/praise.json'
import support from '../models/en/rules/support.json'
import sensesJson from '../models/en/senses.json'
import speechVerbsJson from '../models/en/speech-verbs.json'
import modelJson from '../models/en/stance-model.json'
import eventsJson from '../models/en/targets/events.json'
import moscowJson from '../models/en/targets/moscow-talks-afghanistan.json'
import otherTalksJson from '../models/en/targets/other-talks.json'
import type { Actor, Rule, StanceModelData, Target } from './types'

/** Closed word lists of English grammar; see models/en/grammar.json. */
export const grammar = grammarJson

/** Verbs that report words or thoughts, by kind; see models/en/speech-verbs.json. */
export const speechVerbs = speechVerbsJson

/** What tells headlines, bylines, captions, residue and datelines of a page; see models/en/page.json. */
export const page = pageJson

/** Nouns for offices and groups; see models/en/roles.json. */
export const roles = rolesJson

/** Words by what they say of a position, for the model; see models/en/senses.json. */
export const senses: Readonly<Record<string, readonly string[]>> = sensesJson

/** Nouns for talks and their parts; see models/en/targets/events.json. */
export const events = eventsJson

/** Names of talks that are not a target unless the caller says so. */
export const otherTalks: readonly string[] = otherTalksJson

/** News outlets, and phrases that hold an actor's name without meaning it. */
export const outlets: { readonly outlets: readonly string[]; readonly phrases: readonly string[] } = outletsJson

/** Word classes for patterns (`@name`). */
export const wordClasses: Readonly<Record<string, readonly string[]>> = {
  ...classes,
  ...classesSupport,
  ...classesPraise,
  ...classesOppose,
  ...classesCriticism,
  ...classesConditional,
  ...classesModifiers,
}

/** The actors known by name. */
export const defaultActors: readonly Actor[] = [...afghanistan, ...principals, ...organisations, ...countries] as readonly Actor[]

/** The built-in rules. */
export const defaultRules: readonly Rule[] = [
  ...support,
  ...participation,
  ...praise,
  ...oppose,
  ...criticism,
  ...conditional,
  ...modifiers,
  ...boundaries,
  ...guards,
] as unknown as readonly Rule[]

/** The built-in target. */
export const moscowTalks: Target = moscowJson

/** The built-in stance model; models/en/MODEL.md says what it was made from. */
export const defaultModel: StanceModelData = modelJson as unknown as StanceModelData
