/**
 * npm run audit: what each built-in cue does on the training corpus and the golden texts, the worst first.
 *
 *   --all  every cue; without it the dead ones and those that are wrong more often than not
 */
import { parseArgs } from 'node:util'
import { auditRules } from '../src/train/index'
import { readCorpus } from './lib/corpus'
import { formatTable } from './lib/table'
import { trainingDocuments } from './lib/training-documents'

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } })
const audits = auditRules(readCorpus(), { documents: trainingDocuments() })
const order = [...audits].sort((a, b) => (a.accuracy ?? -1) - (b.accuracy ?? -1) || b.votes - a.votes)
const shown = values.all ? order : order.filter(({ accuracy }) => accuracy === undefined || accuracy < 0.5)
console.log(
  formatTable([
    ['rule', 'matches', 'votes', 'coverage', 'conflicts', 'accuracy'],
    ...shown.map(({ rule, matches, votes, coverage, conflicts, accuracy }) => [
      rule,
      String(matches),
      String(votes),
      coverage.toFixed(4),
      String(conflicts),
      accuracy?.toFixed(2) ?? '',
    ]),
  ]),
)
const voting = audits.filter(({ votes }) => votes > 0)
const votes = voting.reduce((sum, audit) => sum + audit.votes, 0)
const right = voting.reduce((sum, audit) => sum + audit.votes * (audit.accuracy ?? 0), 0)
console.log(
  `\n${audits.length} cues, ${voting.length} of them vote; ${votes} votes, ${(right / votes).toFixed(3)} of them for the labelled stance`,
)
