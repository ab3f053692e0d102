import { unpackNames } from '../../src/score/packed'
import type { StatementFigures } from '../../src/train/figures'
import { BESIDE_DOCUMENTS } from '../../src/train/train-model'
import type { StanceModelData } from '../../src/types'
import { STANCES } from '../../src/types'
import type { Measured, Named } from './measure'

const share = (value: number): string => value.toFixed(3)
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** The figures of some parts of the held-out statements. */
function parts(title: string, list: readonly Named[]): string {
  return table(
    [title, 'cases', 'accuracy', 'macro F1', ...STANCES],
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
    ['likeliest label', 'cases', 'mean probability', 'right'],
    bins.map((bin) => [`${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`, bin.cases, share(bin.confidence), share(bin.accuracy)]),
  )
}

/** The model card's measured part, in Markdown. */
export function modelCard(model: StanceModelData, bytes: number, measured: Measured): string {
  const { training } = model
  return `# Stance model \`${model.id}\`

Written by \`npm run train\`. Multinomial logistic regression with L2 on masked features of one holder and one round of talks: word 1-3-grams of the
sentences in which the holder takes part, the same with words replaced by their senses (models/en/senses.json), clauses by the
holder's role in them, and the sums of the rules' votes where there are any. Names are masked (HOLDER, ACTOR, TARGET, OTHER, NAME, NUM, TIME); neither names
nor ids of rules are features. One part judges each sentence by itself, another all sentences of an actor together; an actor's place in the text (where and how often
it is named, whether the talks are named after it, how many others hold a stance) is known to both. What the sentences say is pooled (src/score/pool.ts).

- Trained on ${training.statements} statements (models/corpus/) and the actors of ${training.documents} whole texts (test/golden/), in ${training.groups} groups, all written for this
  project and labelled by the guideline. The sentences from which an actor's evidence is quoted
  show its stance, its other sentences none, with less weight. A statement counts ${BESIDE_DOCUMENTS} as much as an actor of a whole text; other actors of a statement's text whom no rule gives a
  position count as \`none\` with a fifth of that.
- ${unpackNames(model.features)!.length} features, ${bytes} bytes; L2 ${training.l2}, classes balanced, seed ${training.seed}.
- The figures below are on held-out groups (topics, documents): ${training.folds} parts, one to test, one to calibrate, the rest to fit, each part tested once. The weights
  that ship are fitted on all of them. The rules were written with the golden texts and part of the corpus in sight, so their share of these figures flatters;
  the first scores on fresh texts at the end do not.
- Expected calibration error ${share(measured.statements.calibrationError)} on ${measured.statements.cases} held-out statements, ${share(measured.actors.calibrationError)} on ${measured.actors.cases} held-out actors.

## Rules, model, both

Where a rule gives an actor a position the rules decide; where they are silent the model judges the actor's sentences.

${parts('actors of whole texts', measured.actorSystems)}

${parts('statements', measured.systems)}

## Confidence

Stances of actors reported with at least this probability (\`minConfidence\`).

${table(
  ['confidence', 'precision', 'recall'],
  measured.thresholds.map((t) => [t.confidence.toFixed(1), share(t.precision), share(t.recall)]),
)}

## Reliability

Actors of whole texts:

${reliability(measured.actors)}

Statements:

${reliability(measured.statements)}

## Confusion

Actors of whole texts:

${confusion(measured.actors)}

Statements:

${confusion(measured.statements)}

## Writers left out

Fitted on the other writers' statements and the whole texts.

${parts('writer', measured.writers)}

## Registers

${parts('register', measured.registers)}

## Phenomena

${parts('phenomenon', measured.phenomena)}
`
}
