import { writeFileSync } from 'node:fs'
import type { Statement } from '../../train/index'
import { readStatements, trainModel } from '../../train/index'
import type { AnalyzerFlags } from '../analyzer-options'
import { loadAnalyzerOptions } from '../analyzer-options'
import { CommandError, describeSystemError } from '../errors'
import { EXIT } from '../exit-codes'
import { readInput } from '../files'
import type { Host } from '../host'

/** Options of `train`. */
export interface TrainFlags extends Pick<AnalyzerFlags, 'rules' | 'actors'> {
  readonly output: string
  readonly folds?: number
  readonly seed?: number
}

/** Fits a model on statements in JSON Lines, and writes it as a JSON file for `--model`. */
export async function train(files: readonly string[], { output, folds, seed, ...flags }: TrainFlags, host: Host): Promise<void> {
  const { options, locate } = loadAnalyzerOptions(flags)
  const statements: Statement[] = []
  for (const file of files) statements.push(...readStatements(await readInput(file, host), file))
  const showing = host.stderr.isTTY === true
  const model = locate(() =>
    trainModel(statements, {
      ...(options.rules === undefined ? {} : { rules: options.rules }),
      ...(options.actors === undefined ? {} : { actors: options.actors }),
      ...(folds === undefined ? {} : { folds }),
      ...(seed === undefined ? {} : { seed }),
      onProgress: ({ phase, done, total }) => {
        if (showing) host.stderr.write(`\r\u001b[K${phase} ${done}/${total}`)
      },
    }),
  )
  if (showing) host.stderr.write('\r\u001b[K')
  try {
    writeFileSync(output, `${JSON.stringify(model)}\n`)
  } catch (error) {
    throw new CommandError(
      {
        expected: 'a file that can be written',
        got: `${describeSystemError(error)}: ${output}`,
        mend: 'giving another path after -o',
      },
      EXIT.inputOutput,
      { cause: error },
    )
  }
  const { statements: count } = model.training
  const { accuracy, macroF1 } = model.heldOut
  host.stderr.write(
    `${model.id}: ${count} statements; held out: accuracy ${accuracy.toFixed(3)}, macro F1 ${macroF1.toFixed(3)}; written to ${output}\n`,
  )
}
