import type { Rule } from '../../index'
import { createAnalyzer, defaultActors } from '../../index'
import type { RuleProblem } from '../../testing/index'
import { checkRules, documentedRules, lintRules } from '../../testing/index'
import type { AnalyzerFlags } from '../analyzer-options'
import { loadAnalyzerOptions } from '../analyzer-options'
import { EXIT } from '../exit-codes'
import { parseEntries, readInput } from '../files'
import type { Host } from '../host'
import { paintFor } from '../output/colors'
import { explanationLines, explanationRecord } from '../output/explanation'
import { clip, columns, widthOf } from '../output/layout'
import { print } from '../print'

/** Checks the rules of JSON files by their form and by their examples; prints every problem. */
export async function checkRuleFiles(
  files: readonly string[],
  flags: Pick<AnalyzerFlags, 'actors' | 'target'>,
  host: Host,
): Promise<void> {
  const { options } = loadAnalyzerOptions(flags)
  const rules: Rule[] = []
  for (const file of files) rules.push(...(parseEntries(await readInput(file, host), 'rules', file) as readonly Rule[]))
  const problems = [
    ...lintRules(rules, { sorted: false }),
    ...checkRules(rules, {
      actors: options.actors ?? defaultActors,
      ...(options.targets?.[0] === undefined ? {} : { target: options.targets[0] }),
    }),
  ]
  const messages = [...new Set(problems.map(({ message }: RuleProblem) => message))]
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
  await print(host.stdout, [...messages, `${count(rules.length, 'rule')}, ${count(messages.length, 'problem')}`, ''].join('\n'))
  if (messages.length > 0) host.exitCode = EXIT.findings
}

/** Options of `rules list`. */
export interface ListFlags extends Pick<AnalyzerFlags, 'rules'> {
  readonly json?: boolean
}

/** Prints the rules whose id, kind, stance or pattern has all the given words. */
export async function listRules(words: readonly string[], flags: ListFlags, host: Host): Promise<void> {
  const rules = loadAnalyzerOptions(flags).options.rules ?? documentedRules
  const sought = words.map((word) => word.toLowerCase())
  const found = rules.filter((rule) => {
    const text = `${rule.id} ${rule.kind} ${votesFor(rule)} ${rule.pattern}`.toLowerCase()
    return sought.every((word) => text.includes(word))
  })
  if (found.length === 0) host.exitCode = EXIT.findings
  if (flags.json === true) return print(host.stdout, `${JSON.stringify(found, null, 2)}\n`)
  const rows = found.map((rule) => [
    rule.id,
    rule.kind,
    votesFor(rule),
    rule.kind === 'cue' ? rule.weight.toFixed(1) : '',
    rule.pattern,
  ])
  const lines = found.length === 0 ? [] : columns([['id', 'kind', 'for', 'weight', 'pattern'], ...rows], new Set([3]))
  const width = host.stdout.columns ?? Infinity
  await print(host.stdout, [...lines.map((line) => clip(line, width)), `${found.length} of ${rules.length} rules`, ''].join('\n'))
}

const votesFor = (rule: Rule): string => (rule.kind === 'cue' ? rule.stance : rule.kind === 'modifier' ? rule.effect : '')

/** Options of `rules explain`. */
export interface ExplainFlags extends AnalyzerFlags {
  readonly date?: string
  readonly json?: boolean
}

/** Prints which rules matched in a text, which of them counted for whom, and why the others did not. */
export async function explainText(source: string, flags: ExplainFlags, host: Host): Promise<void> {
  const { options, locate } = loadAnalyzerOptions(flags)
  const analyzer = locate(() => createAnalyzer(options))
  const text = source === '-' ? await readInput(source, host) : source
  const record = explanationRecord(analyzer.explain(text, flags.date === undefined ? {} : { publishedAt: flags.date }))
  if (flags.json === true) return print(host.stdout, `${JSON.stringify(record, null, 2)}\n`)
  await print(host.stdout, `${explanationLines(record, widthOf(host.stdout), paintFor(host.stdout)).join('\n')}\n`)
}
