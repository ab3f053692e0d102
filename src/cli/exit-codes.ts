/** With what the command ends; `demarche --help` and the README list them. */
export const EXIT = {
  /** All is done. */
  done: 0,
  /** A fault of demarche itself. */
  internal: 1,
  /** The command line, or a file that it names, cannot be used. Nothing was done. */
  usage: 2,
  /** All is done, but there is something to look at: rejected lines, rules with problems, nothing found. */
  findings: 3,
  /** Input or output failed on the way: a full disk, a truncated file. What was written is whole. */
  inputOutput: 4,
  /** Another run is writing to this output. */
  locked: 5,
  /** Interrupted by SIGINT. */
  interrupted: 130,
  /** Whoever read the output closed it. */
  closedPipe: 141,
  /** Ended by SIGTERM. */
  terminated: 143,
} as const

/** The same for people. */
export const EXIT_CODES_IN_WORDS = `Exit codes:
  0    done
  1    a fault of demarche itself
  2    the command line, or a file that it names, cannot be used; nothing was done
  3    done, but with findings: rejected lines, rules with problems, nothing found
  4    input or output failed on the way; what was written is whole
  5    another run is writing to this output
  130, 143  stopped by SIGINT, SIGTERM
  141  whoever read the output closed it`
