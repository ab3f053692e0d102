// What the page's fields say, and the code that says the same.
import { defaultRules } from 'demarche'

const byId = (id) => document.getElementById(id)
const value = (id) => byId(id).value.trim()
const list = (id, separator) =>
  value(id)
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** Fields that are empty are left out. */
const compact = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, field]) => (Array.isArray(field) ? field.length > 0 : field !== '')))

/** The talks that the user names, or undefined for the built-in ones. */
export function readTalks() {
  const own = document.querySelector('input[name=talks][value=own]').checked
  byId('own-talks').hidden = !own
  if (!own) return undefined
  return compact({
    id: 'my-talks',
    name: value('talks-title'),
    aliases: list('talks-aliases', ','),
    venues: list('talks-venues', ','),
    hosts: list('talks-hosts', ','),
  })
}

/** The user's rule, as it is written. */
export const readRule = () =>
  compact({
    id: value('own-id'),
    kind: 'cue',
    stance: value('own-stance'),
    weight: Number(value('own-weight')),
    pattern: value('own-pattern'),
    holder: value('own-holder'),
    examples: list('own-examples', '\n'),
    counterExamples: list('own-counter', '\n'),
  })

/** All settings. `off` holds the ids of rules that are switched off. */
export function readSettings(off) {
  const date = value('date')
  return {
    text: byId('text').value,
    analysis: date === '' ? {} : { publishedAt: date },
    talks: readTalks(),
    rule: readRule(),
    useRule: byId('own-on').checked,
    off: [...off],
  }
}

/** Options for `createAnalyzer`. */
export function optionsOf({ talks, rule, useRule, off }) {
  const without = new Set(useRule ? [...off, rule.id] : off)
  const rules = defaultRules.filter(({ id }) => !without.has(id))
  return { ...(talks === undefined ? {} : { targets: [talks] }), rules: useRule ? [...rules, rule] : rules }
}

const json = (data) => JSON.stringify(data, null, 2)

/** A program that gives the same report. */
export function codeOf({ text, analysis, talks, rule, useRule, off }) {
  const changed = useRule || off.length > 0
  const parts = [
    changed ? "import { createAnalyzer, defaultRules } from 'demarche'\n" : "import { createAnalyzer } from 'demarche'\n",
  ]
  const options = []
  if (talks !== undefined) {
    parts.push(`const talks = ${json(talks)}\n`)
    options.push('targets: [talks]')
  }
  if (off.length > 0) parts.push(`const off = new Set(${json(off)})`)
  if (useRule) parts.push(`const rule = ${json(rule)}`)
  if (changed) {
    const base = off.length > 0 ? 'defaultRules.filter(({ id }) => !off.has(id))' : 'defaultRules'
    const rules = useRule ? `[...${base}, rule]` : base
    parts.push(`const rules = ${rules}\n`)
    options.push('rules')
  }
  parts.push(`const analyzer = createAnalyzer(${options.length === 0 ? '' : `{ ${options.join(', ')} }`})`)
  parts.push(`const text = ${JSON.stringify(text)}`)
  parts.push(`const report = analyzer.analyze(text${'publishedAt' in analysis ? `, ${JSON.stringify(analysis)}` : ''})`)
  parts.push('console.log(JSON.stringify(report, null, 2))')
  return `${parts.join('\n')}\n`
}
