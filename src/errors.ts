/**
 * What went wrong, for programs. `pattern-syntax`: a pattern cannot be read; `pattern-class`: a word class is missing or names itself;
 * `pattern-empty`: a pattern could match nothing at all; `pattern-limit`: a pattern is larger than the matcher takes;
 * `rule-duplicate`: two rules have the same id; `options`: an option of `createAnalyzer` is not valid;
 * `training-data`: a model cannot be learnt from these cases; `model-data`: a stored model cannot be read; `export`: what is to be exported does not belong together; `aborted`: the caller's signal stopped it.
 */
export type DemarcheErrorCode =
  | 'pattern-syntax'
  | 'pattern-class'
  | 'pattern-empty'
  | 'pattern-limit'
  | 'rule-duplicate'
  | 'options'
  | 'training-data'
  | 'model-data'
  | 'export'
  | 'aborted'

/** The parts of an error's message, and where the fault is. */
export interface Fault {
  /** What would have been right, as a noun phrase: `a closing ")"`. */
  readonly expected: string
  /** What was there instead: `the end of the pattern`. */
  readonly got: string
  /** How to repair it, after "mend it by": `writing ")" after the last branch`. */
  readonly mend: string
  /** Column of the fault, from 1, in UTF-16 units. */
  readonly column?: number
  /** What the column counts in: the pattern's text. */
  readonly source?: string
  /** Whose fault it is: `rule oppose.turn-down`, `class attend`. */
  readonly owner?: string
}

/**
 * Every error that demarche throws on purpose. The message reads "expected …, got …; mend it by …", and then in parentheses where.
 */
export class DemarcheError extends Error {
  override readonly name = 'DemarcheError'
  readonly code: DemarcheErrorCode
  readonly fault: Fault

  constructor(code: DemarcheErrorCode, fault: Fault) {
    super(`expected ${fault.expected}, got ${fault.got}; mend it by ${fault.mend}${place(fault)}`)
    this.code = code
    this.fault = fault
  }

  /** Column of the fault, from 1, where the error is about a pattern. */
  get column(): number | undefined {
    return this.fault.column
  }

  /** The same error, saying whose pattern it was; one that already says so stays as it is. */
  ownedBy(owner: string): DemarcheError {
    return this.fault.owner === undefined ? new DemarcheError(this.code, { ...this.fault, owner }) : this
  }
}

function place({ owner, column, source }: Fault): string {
  const parts: string[] = []
  if (owner !== undefined) parts.push(owner)
  if (column !== undefined) parts.push(source === undefined ? `column ${column}` : `column ${column} of \`${source}\``)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
