import type { Batch } from './settings'
import { MAX_LINE_BYTES } from './settings'

const LINE_FEED = 10

/** A line that is longer than a line may be; it is skipped. */
export interface LongLine {
  readonly line: number
  /** Its first bytes. */
  readonly beginning: Uint8Array
}

/** What comes out of the input: whole lines, or a line that is too long. */
export type InputPart = Batch | LongLine

export const isLongLine = (part: InputPart): part is LongLine => 'beginning' in part

/**
 * Cuts a stream of bytes into batches of whole lines, one for each chunk that ends a line: a waiting line is passed on at once, and where there is
 * plenty a batch is as long as the chunks are. Where the stream fails, what comes before in whole lines was passed on, and the rest is not.
 * @param skip this many lines are left out at the beginning
 */
export async function* readBatches(
  chunks: AsyncIterable<Uint8Array>,
  skip = 0,
  maxBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<InputPart> {
  let line = 1
  let kept: Uint8Array[] = []
  let keptBytes = 0
  /** Whether the rest of a line that is too long is being skipped. */
  let skipping = false

  for await (let chunk of chunks) {
    if (line <= skip || skipping) {
      const at = line <= skip ? afterLines(chunk, skip - line + 1) : afterLines(chunk, 1)
      line += at.lines
      if (line <= skip || (skipping && at.lines === 0)) continue
      skipping = false
      chunk = chunk.subarray(at.offset)
    }
    const end = chunk.lastIndexOf(LINE_FEED) + 1
    if (end === 0) {
      kept.push(chunk)
      keptBytes += chunk.length
      if (keptBytes > maxBytes) {
        yield { line, beginning: join(kept).slice(0, 1000) }
        kept = []
        keptBytes = 0
        skipping = true
      }
      continue
    }
    const bytes = join([...kept, chunk.subarray(0, end)])
    yield { line, bytes }
    line += countLines(bytes)
    // a copy: a stream may use its buffer again
    const rest = chunk.slice(end)
    kept = rest.length > 0 ? [rest] : []
    keptBytes = rest.length
  }
  if (keptBytes > 0) yield { line, bytes: join(kept) }
}

/** A buffer of its own, so that it can be sent to another thread. */
function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** How many line feeds there are. */
export function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++
  return lines
}

/** Where the first `wanted` lines end, or how many there are where there are fewer. */
function afterLines(bytes: Uint8Array, wanted: number): { readonly lines: number; readonly offset: number } {
  let lines = 0
  let offset = 0
  while (lines < wanted) {
    const at = bytes.indexOf(LINE_FEED, offset)
    if (at < 0) break
    lines++
    offset = at + 1
  }
  return { lines, offset }
}

/** The lines of a batch with their numbers and without their line feeds. */
export function* linesOf({ line, bytes }: Batch): Generator<{ readonly line: number; readonly bytes: Uint8Array }> {
  let number = line
  for (let from = 0; from < bytes.length; number++) {
    const at = bytes.indexOf(LINE_FEED, from)
    const to = at < 0 ? bytes.length : at
    yield { line: number, bytes: bytes.subarray(from, to) }
    from = to + 1
  }
}
