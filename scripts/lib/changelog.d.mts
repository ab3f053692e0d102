export interface Changelog {
  /** The newest version; undefined where there is none yet. */
  readonly version: string | undefined
  readonly date: string | undefined
  readonly notes: string | undefined
  readonly unreleased: string
}
export function readChangelog(text: string): Changelog
export function versionFault(version: string, stated: string): string | undefined
