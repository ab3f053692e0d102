import type { Writable } from 'node:stream'

/** Writes to a stream and waits until it is taken. */
export const print = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()))
  })
