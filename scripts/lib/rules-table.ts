import { readdirSync, readFileSync } from 'node:fs'
import type { Rule } from '../../src/types'
import { inProject } from './documents'

/** Where the built-in rules are. */
const FOLDER = 'models/en/rules'
/** Lists of words that patterns name are in the same folder. */
const WORD_CLASSES = /^classes(?:-[a-z]+)?\.json$/

const cell = (text: string): string =>
  text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[|*_`\\~]/g, (c) => `\\${c}`)

/** An example with its match in bold in place of brackets. */
const example = (rule: Rule): string =>
  cell(rule.examples?.[0] ?? '')
    .replace('[', '<b>')
    .replace(']', '</b>')

function row(rule: Rule): string {
  const says = rule.kind === 'cue' ? rule.stance : rule.kind === 'modifier' ? rule.effect : ''
  const weight = rule.kind === 'cue' ? String(rule.weight) : ''
  return `| \`${rule.id}\` | ${rule.kind} | ${says} | ${weight} | ${example(rule)} |`
}

/** The built-in rules as Markdown: a table for each file, a line for each rule. */
export function rulesTable(): string {
  const files = readdirSync(inProject(FOLDER))
    .filter((name) => name.endsWith('.json') && !WORD_CLASSES.test(name))
    .sort()
  const tables = files.map((name) => {
    const rules = JSON.parse(readFileSync(inProject(`${FOLDER}/${name}`), 'utf8')) as Rule[]
    return {
      name: name.replace('.json', ''),
      count: rules.length,
      lines: [
        `## ${name.replace('.json', '')}`,
        '',
        `[${name}](../${FOLDER}/${name}), ${rules.length} rules.`,
        '',
        '| id | kind | stance or effect | weight | first example |',
        '| --- | --- | --- | ---: | --- |',
        ...rules.map(row),
        '',
      ],
    }
  })
  const total = tables.reduce((sum, { count }) => sum + count, 0)
  return [
    '# The built-in rules',
    '',
    'Written by `npm run docs:rules` from the data; do not edit.',
    '',
    `${total} rules: ${tables.map(({ name, count }) => `[${name}](#${name}) ${count}`).join(', ')}. In each example the words that the rule`,
    'matches are in bold. [Write a rule](write-a-rule.md) says what the columns mean.',
    '',
    ...tables.flatMap(({ lines }) => lines),
  ].join('\n')
}
