/** A clause that is being read: its subject and verb may be still to come. -1 means none. */
export interface Frame {
  readonly kind: 'main' | 'complement' | 'relative' | 'adverbial'
  /** Index of a noun phrase. */
  subject: number
  /** Index of its clause, once its verb is read. */
  verb: number
  /** Token index of the word that opens it. */
  readonly marker: number
  /** Index of the clause that it hangs on. */
  readonly parent: number
  /** Index of the noun phrase that governs it. */
  readonly governor: number
  /** Whether it is a relative clause behind a comma. */
  readonly comma: boolean
  /** Subject position after an inverted speech verb is still to come. */
  inverted: boolean
}

/** A frame with nothing in it yet but what is given. */
export const frameOf = (kind: Frame['kind'], fields: Partial<Omit<Frame, 'kind'>> = {}): Frame => ({
  kind,
  subject: -1,
  verb: -1,
  marker: -1,
  parent: -1,
  governor: -1,
  comma: false,
  inverted: false,
  ...fields,
})

/** The clauses that are open, the innermost last: there is always one. */
export class FrameStack {
  private frames: Frame[] = [frameOf('main')]

  get top(): Frame {
    return this.frames[this.frames.length - 1]!
  }
  /** The clause around the innermost one. */
  get outer(): Frame | undefined {
    return this.frames[this.frames.length - 2]
  }
  get depth(): number {
    return this.frames.length
  }

  push(frame: Frame): void {
    this.frames.push(frame)
  }
  /** Closes the innermost clause, unless it is the only one. */
  pop(): void {
    if (this.frames.length > 1) this.frames.pop()
  }
  /** Closes all clauses inside one. */
  popTo(frame: Frame): void {
    while (this.top !== frame && this.frames.length > 1) this.frames.pop()
  }
  /** Closes clauses until there are at most so many. */
  cut(depth: number): void {
    this.frames.length = Math.min(this.frames.length, depth)
  }
  /** Begins a sentence anew. */
  restart(subject = -1): void {
    this.frames = [frameOf('main', { subject })]
  }

  /** The outermost clause that has its verb. */
  outermostWithVerb(): Frame | undefined {
    return this.frames.find((frame) => frame.verb >= 0)
  }
  /** Those that have their verbs, the outermost first. */
  withVerbs(): readonly Frame[] {
    return this.frames.filter((frame) => frame.verb >= 0)
  }
  /** The innermost clause that a test holds for. */
  innermost(test: (frame: Frame) => boolean): Frame | undefined {
    return [...this.frames].reverse().find(test)
  }
  /** The innermost clause around the innermost one that a test holds for. */
  innermostAround(test: (frame: Frame) => boolean): Frame | undefined {
    return this.frames.slice(0, -1).reverse().find(test)
  }
}
