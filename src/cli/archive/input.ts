import { createReadStream, openSync, fstatSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CommandError, codeOf, describeSystemError, messageOf } from '../errors'
import { EXIT } from '../exit-codes'

/** A chunk's lines are a worker's batch: some tens of articles. */
const CHUNK_BYTES = 64 * 1024

/** The bytes of an archive, unpacked. */
export interface Input {
  readonly chunks: AsyncIterable<Uint8Array>
  /** Bytes of the file, packed as it is; nothing for standard input and pipes. */
  readonly totalBytes: number | undefined
  /** How many of them were read so far. */
  readonly bytesRead: () => number
  /** Ends the reading; `chunks` then ends with an error where it is waiting. */
  readonly close: () => void
}

/**
 * Opens a file, or standard input for `-`. Data packed by gzip are known by their first bytes.
 * @throws CommandError where the file cannot be opened, and from `chunks` where reading fails
 */
export function openInput(path: string, stdin: Readable): Input {
  let bytesRead = 0
  const { stream, totalBytes } = open(path, stdin)
  let unpacked: Readable | undefined

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytesRead += chunk.length
      yield chunk
    }
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      const source = counted()
      let head = new Uint8Array(0)
      while (head.length < 2) {
        const next = await source.next()
        if (next.done === true) break
        head = Buffer.concat([head, next.value])
      }
      const whole = chain(head, source)
      if (head[0] === 0x1f && head[1] === 0x8b) {
        const packed = Readable.from(whole, { objectMode: false })
        const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
        packed.on('error', (error) => gunzip.destroy(error))
        unpacked = gunzip
        yield* packed.pipe(gunzip) as AsyncIterable<Uint8Array>
      } else yield* whole
    } catch (error) {
      throw readError(path, error)
    }
  }

  const close = (): void => {
    unpacked?.destroy()
    stream.destroy()
  }
  return { chunks: chunks(), totalBytes, bytesRead: () => bytesRead, close }
}

async function* chain(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* rest
}

function open(path: string, stdin: Readable): { readonly stream: Readable; readonly totalBytes: number | undefined } {
  if (path === '-') return { stream: stdin, totalBytes: undefined }
  try {
    const file = openSync(path, 'r')
    const stat = fstatSync(file)
    if (stat.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    const stream = createReadStream('', { fd: file, highWaterMark: CHUNK_BYTES })
    return { stream, totalBytes: stat.isFile() ? stat.size : undefined }
  } catch (error) {
    throw new CommandError(
      {
        expected: 'a file that can be read',
        got: `${describeSystemError(error)}: ${path}`,
        mend: 'correcting the path, or giving - for standard input',
      },
      EXIT.usage,
      { cause: error },
    )
  }
}

function readError(path: string, error: unknown): CommandError {
  const name = path === '-' ? 'standard input' : path
  const code = codeOf(error)
  const again = path === '-' ? 'sending it again' : 'fetching the file again, and going on with --resume'
  const told =
    code === 'Z_BUF_ERROR'
      ? { got: 'gzip data that break off', mend: again }
      : code?.startsWith('Z_') === true
        ? {
            got: `gzip data that are damaged (${messageOf(error)}); what was unpacked just before may be wrong`,
            mend: path === '-' ? again : 'fetching the file again and beginning anew with --force',
          }
        : { got: describeSystemError(error), mend: path === '-' ? again : 'reading it again with --resume when it can be read' }
  return new CommandError({ expected: `to read ${name} to its end`, ...told }, EXIT.inputOutput, { cause: error })
}
