/** Signals that end a run in good order. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Calls back at the first signal, so that what is under way can be finished; a second one ends the process at once. */
export function catchSignals(onSignal: () => void): {
  readonly caught: () => (typeof SIGNALS)[number] | undefined
  readonly off: () => void
} {
  let caught: (typeof SIGNALS)[number] | undefined
  const off = (): void => {
    for (const signal of SIGNALS) process.off(signal, listener)
  }
  const listener = (signal: NodeJS.Signals): void => {
    caught = SIGNALS.find((known) => known === signal)
    off()
    onSignal()
  }
  for (const signal of SIGNALS) process.on(signal, listener)
  return { caught: () => caught, off }
}
