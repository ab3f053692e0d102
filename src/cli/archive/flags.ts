import { realpathSync, statSync } from 'node:fs'
import type { AnalyzerFlags } from '../analyzer-options'
import { CommandError } from '../errors'
import type { WorkerSettings } from './settings'
import { DEFAULT_FIELDS } from './settings'

/** Options of `archive`. */
export interface ArchiveFlags extends AnalyzerFlags {
  /** A file, or `-` for standard output. */
  readonly output: string
  /** Where rejected lines go. Default: beside the output, or standard error where that is no file. */
  readonly rejects?: string
  readonly inlineErrors?: boolean
  readonly resume?: boolean
  readonly force?: boolean
  readonly screen: boolean
  /** Default: one a core. */
  readonly workers?: number
  readonly quiet?: boolean
  readonly idField?: string
  readonly textField?: string
  readonly titleField?: string
  readonly dateField?: string
}

/**
 * Checks options that do not go together.
 * @param toFile whether the output is a plain file
 * @throws CommandError with the first fault
 */
export function checkFlags(input: string, flags: ArchiveFlags, workers: number, toFile: boolean): void {
  const refuse = (expected: string, got: string, mend: string): never => {
    throw new CommandError({ expected, got, mend })
  }
  if (!Number.isInteger(workers) || workers < 1 || workers > 256)
    refuse('a number of workers from 1 to 256', String(workers), 'leaving --workers out: one a core')
  if (flags.resume === true && input === '-')
    refuse('a file to resume from', 'standard input, which cannot be read again', 'giving the file, or running without --resume')
  if (flags.resume === true && !toFile)
    refuse('an output file to resume', 'standard output or a pipe', 'giving the file of the first run after -o')
  if (flags.resume === true && flags.force === true) refuse('--resume or --force', 'both', 'leaving one out')
  if (/\.gz$/i.test(flags.output))
    refuse('an output that is not packed', flags.output, 'leaving out .gz, or packing it: … -o - | gzip > reports.jsonl.gz')
  if (toFile && isSameFile(input, flags.output))
    refuse('an output apart from the input', `${flags.output} for both`, 'giving another file after -o')
  const { rejects } = flags
  if (rejects !== undefined && (rejects === flags.output || isSameFile(rejects, flags.output) || isSameFile(rejects, input)))
    refuse('a file of its own for the rejects', rejects, 'giving another file after --rejects')
}

/** @throws CommandError where there are reports already, and the flags do not say what to do with them */
export function refuseToOverwrite({ output, resume, force }: ArchiveFlags): void {
  if (resume === true || force === true || (statSync(output, { throwIfNoEntry: false })?.size ?? 0) === 0) return
  throw new CommandError({
    expected: `${output} to be new`,
    got: 'a file that is there',
    mend: '--resume to go on with it, --force to begin anew, or another name',
  })
}

/** Whether a path is that of a plain file, or would become one. */
export function isFileToBe(path: string): boolean {
  return path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? true)
}

function isSameFile(a: string, b: string): boolean {
  try {
    return a !== '-' && b !== '-' && realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

/** What the workers need to know of the options. */
export function settingsOf(flags: ArchiveFlags): WorkerSettings {
  const { target, rules, actors, model, minConfidence } = flags
  return {
    flags: {
      ...(target === undefined ? {} : { target }),
      ...(rules === undefined ? {} : { rules }),
      ...(actors === undefined ? {} : { actors }),
      ...(model === undefined ? {} : { model }),
      ...(minConfidence === undefined ? {} : { minConfidence }),
    },
    fields: {
      id: flags.idField ?? DEFAULT_FIELDS.id,
      text: flags.textField ?? DEFAULT_FIELDS.text,
      title: flags.titleField ?? DEFAULT_FIELDS.title,
      publishedAt: flags.dateField ?? DEFAULT_FIELDS.publishedAt,
    },
    screen: flags.screen,
    inlineErrors: flags.inlineErrors === true,
  }
}
