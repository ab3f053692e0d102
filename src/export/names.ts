import { moscowTalks } from '../data'
import type { Target } from '../types'

/** Options of every export. */
export interface ExportOptions {
  /** The talks of the reports, for their names. Default: the Moscow talks on Afghanistan; a target that is not here goes by its id. */
  readonly targets?: readonly Target[]
}

/** Gives the name of a target by its id. */
export function targetNamer({ targets = [moscowTalks] }: ExportOptions): (id: string) => string {
  const names = new Map(targets.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
