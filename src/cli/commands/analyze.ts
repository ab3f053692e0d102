import type { Analyzer } from '../../index'
import { createAnalyzer } from '../../index'
import type { AnalyzerFlags } from '../analyzer-options'
import { loadAnalyzerOptions } from '../analyzer-options'
import { CommandError } from '../errors'
import { readText } from '../files'
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
export async function analyzeFiles(files: readonly string[], flags: AnalyzeFlags): Promise<void> {
  if (files.filter((file) => file === '-').length > 1)
    throw new CommandError({ expected: '- once at most', got: 'it several times', mend: 'giving files for the other texts' })
  const { options, locate } = loadAnalyzerOptions(flags)
  const analyzer = locate(() => createAnalyzer(options))
  const texts = files.map((file) => analyzeText(analyzer, file, readText(file), flags))
  const known = {
    ...(options.targets === undefined ? {} : { targets: options.targets }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  }
  await print(await formatTexts(texts, flags.format ?? (process.stdout.isTTY ? 'table' : 'json'), known))
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
