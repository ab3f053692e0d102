// npm run train: fits models/en/stance-model.json on models/corpus/ and writes its card, models/en/MODEL.md. The same corpus, rules and actors
// give the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { readCorpus } from './lib/corpus'
import { inProject } from './lib/documents'
import { measure } from './lib/measure'
import { modelCard } from './lib/model-card'
import { noteFittedSets, trainingDocuments } from './lib/training-documents'
import type { Progress } from '../src/train/index'
import { unpackNames } from '../src/score/packed'
import { readDocumentCases } from '../src/train/document-cases'
import { readStatementCases } from '../src/train/statement-cases'
import { BESIDE_DOCUMENTS, trainOnCases } from '../src/train/train-model'

const MODEL = inProject('models/en/stance-model.json')
const CARD = inProject('models/en/MODEL.md')
/** What people write in the card, first scores on fresh texts among them, stays under this line. */
const KEPT = '<!-- below this line the card is written by hand -->'

const onProgress = ({ phase, done, total }: Progress): void => {
  if (process.stderr.isTTY && phase !== 'fit') process.stderr.write(`\r${phase} ${done}/${total}   `)
}

const cases = [
  ...readStatementCases(readCorpus(), { onProgress, weight: BESIDE_DOCUMENTS }),
  ...readDocumentCases(trainingDocuments(), { onProgress }),
]
const trained = trainOnCases(cases, { onProgress })
const json = `${JSON.stringify(trained.model)}\n`
writeFileSync(MODEL, json)
noteFittedSets()
const measured = measure(cases, trained)
let kept = `${KEPT}\n`
try {
  const before = readFileSync(CARD, 'utf8')
  if (before.includes(KEPT)) kept = before.slice(before.indexOf(KEPT))
} catch {
  // the first card
}
writeFileSync(CARD, `${modelCard(trained.model, json.length, measured)}\n${kept}`)
console.log(`${trained.model.id}: ${json.length} bytes, ${unpackNames(trained.model.features)!.length} features`)
for (const { name, figures } of [...measured.actorSystems, ...measured.systems])
  console.log(
    `${name.padEnd(44)} ${figures.cases} cases, macro F1 ${figures.macroF1.toFixed(3)}  ECE ${figures.calibrationError.toFixed(3)}`,
  )
