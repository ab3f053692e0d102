/**
 * Works on items side by side and yields the results in the items' order. At most `ahead` items are taken from the source and not yet yielded, so a
 * slow reader of the results holds up the source. Where the source fails, the results of what came before are yielded first.
 */
export async function* inOrder<T, R>(source: AsyncIterable<T>, work: (item: T) => Promise<R>, ahead: number): AsyncGenerator<R> {
  const queue: Promise<R>[] = []
  const news = signal()
  const room = signal()
  let left = false
  let end: { readonly error?: unknown } | undefined

  const take = async (): Promise<void> => {
    for await (const item of source) {
      const result = work(item)
      // it is awaited below, in its turn; until then its failure is nobody's surprise
      result.catch(() => undefined)
      queue.push(result)
      news.give()
      while (queue.length >= ahead && !left) await room.next()
      if (left) return
    }
  }

  void take().then(
    () => {
      end = {}
      news.give()
    },
    (error: unknown) => {
      end = { error }
      news.give()
    },
  )
  try {
    for (;;) {
      const next = queue[0]
      if (next !== undefined) {
        const result = await next
        queue.shift()
        room.give()
        yield result
      } else if (end === undefined) await news.next()
      else if ('error' in end) throw end.error
      else return
    }
  } finally {
    left = true
    room.give()
  }
}

/** Lets one side wait for the other. */
function signal(): { readonly give: () => void; readonly next: () => Promise<void> } {
  let wake: (() => void) | undefined
  return {
    give: () => {
      wake?.()
      wake = undefined
    },
    next: () => new Promise((resolve) => (wake = resolve)),
  }
}
