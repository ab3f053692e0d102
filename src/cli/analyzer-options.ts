import type { Actor, AnalyzerOptions, Rule, StanceModelData, Target } from '../index'
import { defaultActors, defaultRules, DemarcheError, moscowTalks } from '../index'
import type { DataList } from '../validate/data-files'
import { CommandError } from './errors'
import { exists, readEntries, readJson } from './files'

/** The options that say what the analyser knows, as the command line gives them. */
export interface AnalyzerFlags {
  /** Names of talks, or JSON files of targets. */
  readonly target?: readonly string[]
  /** JSON files of further rules. */
  readonly rules?: readonly string[]
  /** JSON files of further actors. */
  readonly actors?: readonly string[]
  /** A JSON file of a model, or `none`. */
  readonly model?: string
  readonly minConfidence?: number
}

/** Where the entries of a list came from, to be named in errors. */
interface Origin {
  readonly list: DataList
  readonly file: string
  readonly index: number
}

/** The analyser's options, and what turns the places in its errors into files. */
export interface LoadedOptions {
  readonly options: AnalyzerOptions
  /** Runs what may find faults in the options; in its error `rules[3].weight` becomes `my-rules.json[3].weight`. */
  readonly locate: <T>(run: () => T) => T
}

/** Reads the files that the options name. The user's entries stand before the built-in ones, so that errors count from 0. */
export function loadAnalyzerOptions(flags: AnalyzerFlags): LoadedOptions {
  const origins = new Map<string, Origin>()
  const read = (list: Origin['list'], files: readonly string[] = []): unknown[] => {
    const entries: unknown[] = []
    for (const file of files)
      readEntries(file, list).forEach((entry, index) => {
        origins.set(`${list}[${entries.length}]`, { list, file, index })
        entries.push(entry)
      })
    return entries
  }
  const options: AnalyzerOptions = {
    ...(flags.target === undefined ? {} : { targets: readTargets(flags.target, origins) }),
    ...(flags.rules === undefined ? {} : { rules: [...(read('rules', flags.rules) as Rule[]), ...defaultRules] }),
    ...(flags.actors === undefined ? {} : { actors: [...(read('actors', flags.actors) as Actor[]), ...defaultActors] }),
    ...(flags.model === undefined ? {} : { model: readModel(flags.model) }),
    ...(flags.minConfidence === undefined ? {} : { minConfidence: flags.minConfidence }),
  }
  return { options, locate: (run) => located(run, origins) }
}

function located<T>(run: () => T, origins: ReadonlyMap<string, Origin>): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof DemarcheError)
      error.message = error.message.replace(/\b(?:rules|actors|targets)\[\d+\]/g, (place) => {
        const origin = origins.get(place)
        return origin === undefined ? place : `${origin.file}[${origin.index}]`
      })
    throw error
  }
}

function readModel(path: string): StanceModelData | null {
  if (path === 'none') return null
  const model = readJson(path)
  if (typeof model === 'object' && model !== null && !Array.isArray(model)) return model as StanceModelData
  throw new CommandError({
    expected: 'a model, as `demarche train` writes it',
    got: `another JSON value in ${path}`,
    mend: 'giving that file, or `none` for rules alone',
  })
}

function readTargets(values: readonly string[], origins: Map<string, Origin>): readonly Target[] {
  const targets: Target[] = []
  for (const value of values) {
    if (!/\.json$/i.test(value) && !(value.includes('/') && exists(value))) {
      targets.push(namedTarget(value))
      continue
    }
    readEntries(value, 'targets').forEach((entry, index) => {
      origins.set(`targets[${targets.length}]`, { list: 'targets', file: value, index })
      targets.push(entry as Target)
    })
  }
  return targets
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .trim()

/** Talks by their name: the built-in ones where they are meant, else any other ("the Doha talks"). */
export function namedTarget(name: string, aliases: readonly string[] = []): Target {
  const known = [moscowTalks.id, moscowTalks.name, 'moscow', 'moscow talks', ...(moscowTalks.aliases ?? [])].map(plain)
  if (known.includes(plain(name))) return moscowTalks
  const id = plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (id === '')
    throw new CommandError({
      expected: 'the name of talks, or a JSON file',
      got: JSON.stringify(name),
      mend: 'writing it as a text would: --target "the Doha talks"',
    })
  return { id, name: name.trim(), ...(aliases.length > 0 ? { aliases } : {}) }
}
