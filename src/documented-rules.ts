import boundaries from '../models/en/rules/boundaries.json'
import conditional from '../models/en/rules/conditional.json'
import criticism from '../models/en/rules/criticism.json'
import guards from '../models/en/rules/guards.json'
import modifiers from '../models/en/rules/modifiers.json'
import oppose from '../models/en/rules/oppose.json'
import participation from '../models/en/rules/participation.json'
import praise from '../models/en/rules/praise.json'
import support from '../models/en/rules/support.json'
import { defaultRules } from './data'
import type { Rule } from './types'

const files: readonly (readonly Proofs[])[] = [
  support,
  participation,
  praise,
  oppose,
  criticism,
  conditional,
  modifiers,
  boundaries,
  guards,
]

/** The sentences of one rule. */
type Proofs = Pick<Rule, 'id' | 'examples' | 'counterExamples'>

const proofsOf = new Map(
  files.flatMap((rules) => rules.map(({ id, examples, counterExamples }) => [id, { examples, counterExamples }])),
)

/** The built-in rules with their examples and counter-examples, which the package keeps apart from `defaultRules`. */
export const documentedRules: readonly Rule[] = defaultRules.map((rule) => {
  const { examples, counterExamples } = proofsOf.get(rule.id) ?? {}
  return { ...rule, ...(examples && { examples }), ...(counterExamples && { counterExamples }) }
})
