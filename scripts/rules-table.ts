/**
 * npm run docs:rules
 *
 * Writes docs/rules.md, the table of the built-in rules.
 */
import { writeFileSync } from 'node:fs'
import { inProject } from './lib/documents'
import { rulesTable } from './lib/rules-table'

const path = inProject('docs/rules.md')
writeFileSync(path, rulesTable())
console.log(path)
