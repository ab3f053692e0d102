import { SingleBar } from 'cli-progress'
import type { Output } from '../host'

/** What a run has done so far. */
export interface Tally {
  reports: number
  relevant: number
  rejected: number
}

/** Shows how far a run is. */
export interface ProgressBar {
  update(tally: Tally, bytesRead: number): void
  stop(): void
}

const SILENT: ProgressBar = { update: () => undefined, stop: () => undefined }

/**
 * A bar on a terminal with the rate and the time left; without `totalBytes` the count and the rate alone.
 * @param terminal default: none, and nothing is shown
 * @param resumed whether an earlier run did the beginning, which then says nothing of the time left
 */
export function startProgress(terminal: Output | undefined, totalBytes: number | undefined, resumed: boolean): ProgressBar {
  if (terminal === undefined) return SILENT
  const began = performance.now()
  const counted = '{reports} texts, {rate}/s'
  const bar = new SingleBar({
    format: totalBytes === undefined ? counted : `[{bar}] {percentage}% | ${counted} | {left} left`,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: terminal,
  })
  bar.start(totalBytes ?? 1, 0, { reports: 0, rate: 0, left: '?' })
  let beganAt = resumed ? undefined : 0
  return {
    update: ({ reports, rejected }, bytesRead) => {
      beganAt ??= bytesRead
      const seconds = (performance.now() - began) / 1000
      const rate = Math.round((reports + rejected) / Math.max(seconds, 0.001))
      const share = totalBytes === undefined ? 0 : (bytesRead - beganAt) / Math.max(1, totalBytes - beganAt)
      const left = share > 0 ? duration((seconds * (1 - share)) / share) : '?'
      bar.update(totalBytes === undefined ? 0 : Math.min(bytesRead, totalBytes), { reports: reports + rejected, rate, left })
    },
    stop: () => bar.stop(),
  }
}

/** Seconds in words: `1 h 5 min`, `4 min 10 s`, `9.5 s`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
