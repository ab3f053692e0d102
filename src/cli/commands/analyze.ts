import type { Analyzer } from '../../index'
import { createAnalyzer } from '../../index'
import type { AnalyzerFlags } from '../analyzer-options'
import { loadAnalyzerOptions } from '../analyzer-options'
import { CommandError } from '../errors'
import { readInput } from '../files'
import type { Host } from '../host'
import { explanationRecord } from '../output/explanation'
import type { Format } from '../output/formats'
import { formatTexts } from '../output/formats'
import type { AnalyzedText } from '../output/record'
import { print } from '../print'

/** Options of `analyze`. */
export interface AnalyzeFlags extends AnalyzerFlags {
  readonly format?: Format
  /** The day of publication of all texts. */
  readonly date?: string
  readonly explain?: boolean
}

/** Analyses text files and prints what was found: a table on a terminal, JSON elsewhere. */
export async function analyzeFiles(files: readonly string[], flags: AnalyzeFlags, host: Host): Promise<void> {
  if (files.filter((file) => file === '-').length > 1)
    throw new CommandError({ expected: '- once at most', got: 'it several times', mend: 'giving files for the other texts' })
  const { options, locate } = loadAnalyzerOptions(flags)
  const analyzer = locate(() => createAnalyzer(options))
  const texts: AnalyzedText[] = []
  for (const file of files) texts.push(analyzeText(analyzer, file, await readInput(file, host), flags))
  const known = {
    ...(options.targets === undefined ? {} : { targets: options.targets }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  }
  const format = flags.format ?? (host.stdout.isTTY === true ? 'table' : 'json')
  await print(host.stdout, await formatTexts(texts, format, known, host.stdout))
}

function analyzeText(analyzer: Analyzer, id: string, text: string, { date, explain }: AnalyzeFlags): AnalyzedText {
  const analysis = date === undefined ? {} : { publishedAt: date }
  return {
    id,
    text,
    ...analysis,
    report: analyzer.analyze(text, analysis),
    ...(explain === true ? { explanation: explanationRecord(analyzer.explain(text, analysis)) } : {}),
  }
}
