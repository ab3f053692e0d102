import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readChangelog, versionFault } from '../../scripts/lib/changelog.mjs'
import { inProject } from '../../scripts/lib/documents'

const TEXT = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-01-31

### Added

- Something.

## [0.1.0] - 2025-12-01

- First.
`

test('the newest version, its day and its notes', () => {
  expect(readChangelog(TEXT)).toEqual({
    version: '0.2.0',
    date: '2026-01-31',
    notes: '### Added\n\n- Something.',
    unreleased: '',
  })
})

test('a changelog that has no version yet', () => {
  expect(readChangelog('# Changelog\n\n## [Unreleased]\n\n- A thing.\n')).toEqual({
    version: undefined,
    date: undefined,
    notes: undefined,
    unreleased: '- A thing.',
  })
})

test("the project's own changelog can be read", () => {
  const { version, unreleased } = readChangelog(readFileSync(inProject('CHANGELOG.md'), 'utf8'))
  expect(version !== undefined || unreleased !== '').toBe(true)
})

describe('versions', () => {
  test.each([
    ['0.2.0', '0.2.0', undefined],
    ['1.0.0-beta.1', '1.0.0-beta.1', undefined],
    ['0.2.0', '0.1.0', /npm version --no-git-tag-version 0\.2\.0/],
    ['0.2', '0.2', /semantic version/],
    ['v0.2.0', '0.2.0', /semantic version/],
    ['01.2.0', '01.2.0', /semantic version/],
  ])('%s where package.json states %s', (version, stated, fault) => {
    if (fault === undefined) expect(versionFault(version, stated)).toBeUndefined()
    else expect(versionFault(version, stated)).toMatch(fault)
  })
})
