import type { Threads } from '../../src/cli/archive/threads'
import type { WorkerSettings } from '../../src/cli/archive/settings'
import { workWith } from '../../src/cli/archive/work'

/** In place of the module that starts threads: work is done in the thread that asks for it. */
export const inProcess = {
  startThreads(_: number, settings: WorkerSettings): Threads {
    const work = workWith(settings)
    return {
      ready: async () => work.ready(),
      run: async (batch) => work.analyze(batch),
      close: async () => undefined,
    }
  },
}
