import type { StanceModelData } from '../../src/score/stance-model'
import type { StatementFigures } from '../../src/train/figures'
import { STANCES } from '../../src/types'
import type { Measured, Named } from './measure'

const share = (value: number): string => value.toFixed(3)
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** The figures of some parts of the held-out statements. */
function parts(title: string, list: readonly Named[]): string {
  return table(
    [title, 'statements', 'accuracy', 'macro F1', ...STANCES],
    list.map(({ name, figures: f }) => [name, f.cases, share(f.accuracy), share(f.macroF1), ...f.f1.map(share)]),
  )
}

function confusion({ confusion }: StatementFigures): string {
  return table(
    ['gold \\ said', ...STANCES],
    STANCES.map((stance, i) => [stance, ...confusion[i]!]),
  )
}

function reliability({ reliability: bins }: StatementFigures): string {
  return table(
    ['likeliest label', 'statements', 'mean probability', 'right'],
    bins.map((bin) => [`${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`, bin.cases, share(bin.confidence), share(bin.accuracy)]),
  )
}

/** The model card's measured part, in Markdown. */
export function modelCard(model: StanceModelData, bytes: number, measured: Measured): string {
  const { training } = model
  return `# Stance model \`${model.id}\`

Written by \`npm run train\`. Multinomial logistic regression with L2 on masked features of one holder and one round of talks: word 1-3-grams of the
sentences in which the holder takes part, words before and after holder and talks, clauses by the holder's role in them, and the sums of the rules'
votes. Names are masked (HOLDER, ACTOR, TARGET, OTHER, NAME, NUM, TIME); neither names nor ids of rules are features.

- Trained on ${training.statements} statements in ${training.groups} groups (models/corpus/), written for this project and labelled by the guideline;
  other actors of the same texts whom no rule gives a position count as \`none\` with a fifth of the weight.
- ${model.features.length} features, ${bytes} bytes; L2 ${training.l2}, classes balanced, seed ${training.seed}.
- The figures below are on held-out groups: ${training.folds} parts, one to test, one to calibrate, the rest to fit, each part tested once. The weights that
  ship are fitted on all of them.
- Expected calibration error ${share(measured.used.calibrationError)} on ${measured.used.cases} held-out statements.

## Rules, model, both

In a report the rules decide where any of them gives the actor a position. Where they are silent the model speaks, if it is sure: ${model.silence} is added to
the log-odds of \`none\`. On these statements the model alone is better; on the development documents it is not, as most actors of a report hold no
position and every statement here has its holder in the middle.

${parts('system', measured.systems)}

## Writers left out

Fitted on the other writers' statements alone.

${parts('writer', measured.writers)}

## Confusion

${confusion(measured.used)}

## Reliability

${reliability(measured.used)}

## Registers

${parts('register', measured.registers)}

## Phenomena

${parts('phenomenon', measured.phenomena)}
`
}
