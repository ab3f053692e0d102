/** The project to check, and an empty one in which its tarball was installed. */
export interface Installed {
  /** Folder of the project that uses the package. */
  readonly user: string
  /** Folder of the installed package. */
  readonly package: string
  /** Paths in the tarball. */
  readonly files: readonly string[]
  readonly packedSize: number
  readonly unpackedSize: number
}

/** One thing to find out. It throws, with what is wrong, or returns a word on what it saw; `skipped: …` where it could not be tried. */
export interface Check {
  readonly name: string
  readonly run: (installed: Installed) => string | Promise<string>
}

/** Fails with a list. */
export function refuse(what: string, list: readonly string[]): void {
  if (list.length > 0) throw new Error(`${what}:\n  ${list.join('\n  ')}`)
}
