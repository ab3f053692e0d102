/**
 * Reads a changelog in the form of Keep a Changelog: the newest version with its notes, and what stands under Unreleased.
 *
 * @param {string} text
 * @returns {{ version: string | undefined, date: string | undefined, notes: string | undefined, unreleased: string }}
 */
export function readChangelog(text) {
  const sections = [...text.matchAll(/^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?\s*\n([^]*?)(?=^## \[|(?![^]))/gm)].map(
    ([, name, date, body]) => ({ name, date, body: body.trim() }),
  )
  const newest = sections.find(({ name }) => name !== 'Unreleased')
  return {
    version: newest?.name,
    date: newest?.date,
    notes: newest?.body,
    unreleased: sections.find(({ name }) => name === 'Unreleased')?.body ?? '',
  }
}

/**
 * What is wrong with releasing the changelog's version where package.json states another one, or undefined.
 *
 * @param {string} version
 * @param {string} stated
 * @returns {string | undefined}
 */
export function versionFault(version, stated) {
  if (!/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[\w.-]+)?$/.test(version))
    return `expected a semantic version in CHANGELOG.md, got "${version}"`
  return version === stated
    ? undefined
    : `CHANGELOG.md is at ${version} and package.json at ${stated}; mend it by running npm version --no-git-tag-version ${version}`
}
