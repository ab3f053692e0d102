import { defaultModel } from '../data'
import { modelFaults } from '../score/model-faults'
import { actorsFaults } from './actors'
import { Checker } from './checker'
import { dateFaults } from './dates'
import type { ValueFault } from './faults'
import { throwIfAny } from './faults'
import { notAnObject } from './lists'
import { rulesFaults } from './rules'
import { targetsFaults } from './targets'
import { describe, isRecord } from './values'

const ANALYZER_FIELDS = ['targets', 'actors', 'rules', 'model', 'minConfidence']
const ANALYSIS_FIELDS = ['publishedAt', 'screen']
const INPUT_FIELDS = ['title', 'text']

/**
 * Checks the options of `createAnalyzer`, built-in rules, actors and targets excepted.
 *
 * @throws ValidationError with every fault.
 */
export function validateOptions(options: unknown): void {
  throwIfAny('the options of createAnalyzer', analyzerOptionFaults(options))
}

/**
 * Checks the options of one analysis.
 *
 * @throws ValidationError with every fault.
 */
export function validateAnalysisOptions(options: unknown): void {
  throwIfAny('the options of analyze', analysisOptionFaults(options))
}

/**
 * Checks the text of one analysis: any string, or an object of a text and a headline.
 *
 * @throws ValidationError with every fault.
 */
export function validateInput(input: unknown): void {
  throwIfAny('the text to analyse', inputFaults(input))
}

function analyzerOptionFaults(options: unknown): ValueFault[] {
  if (!isRecord(options)) return [notAnObject(options, '', 'options')]
  const check = new Checker(options, '', {})
  check.known(ANALYZER_FIELDS, 'createAnalyzer')
  if (options['targets'] !== undefined) check.faults.push(...targetsFaults(options['targets']))
  if (options['actors'] !== undefined) check.faults.push(...actorsFaults(options['actors']))
  if (options['rules'] !== undefined) check.faults.push(...rulesFaults(options['rules']))
  const model = options['model']
  if (model !== undefined && model !== null && model !== defaultModel) check.faults.push(...modelFaults(model))
  check.number('minConfidence', (n) => n >= 0 && n <= 1, 'a probability from 0 to 1', 'writing 0.5, or leaving it out (0)', false)
  return check.faults
}

function analysisOptionFaults(options: unknown): ValueFault[] {
  if (!isRecord(options)) return [notAnObject(options, '', 'options')]
  const check = new Checker(options, '', {})
  check.known(ANALYSIS_FIELDS, 'analyze')
  if (options['publishedAt'] !== undefined) check.faults.push(...dateFaults(options['publishedAt'], 'publishedAt', {}))
  check.flag('screen')
  return check.faults
}

function inputFaults(input: unknown): ValueFault[] {
  if (typeof input === 'string') return []
  if (!isRecord(input))
    return [{ path: '', expected: 'a string, or { title, text }', got: describe(input), mend: 'passing the text of the article' }]
  const check = new Checker(input, '', {})
  check.known(INPUT_FIELDS, 'a text')
  check.text('text', /(?:)/, 'a string', 'passing the text of the article')
  check.text('title', /(?:)/, 'a string', 'passing the headline, or leaving it out', false)
  return check.faults
}
