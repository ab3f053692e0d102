/**
 * Writes models/en/actors/countries.json: one actor for each UN member state, and for Palestine, the Holy See, Taiwan and Kosovo.
 *
 * Names, ISO codes and capitals come from the npm package `countries-list` (MIT); demonyms, further names and corrections to
 * capitals from scripts/data/. Afghanistan is left out: afghanistan.json has its two governments. Run: `npx tsx scripts/build-countries.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { getCountryData, type TCountryCode } from 'countries-list'
import type { Actor, DatedName } from '../src/types'

interface OwnNames {
  /** Display name, where the package's is not the usual English one. */
  readonly name?: string
  /** Further names that always mean the state. */
  readonly aliases: readonly string[]
  /** Instead of the package's capital; an empty list: none, the capital's name is the state's own or is ambiguous. */
  readonly metonyms?: readonly (string | DatedName)[]
  /** Why the entry is as it is. */
  readonly note?: string
}

/** States that are not members of the United Nations. */
const NOT_MEMBERS = new Set(['PS', 'VA', 'TW', 'XK'])
/** 193 members, less Afghanistan. */
const MEMBERS_HERE = 192

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T
const demonyms = read<Record<string, string[]>>('./data/demonyms.json')
const names = read<Record<string, OwnNames>>('./data/country-names.json')
const version = read<{ version: string }>('../node_modules/countries-list/package.json').version

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
const slug = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')

function actorOf(code: string): Actor {
  const own = names[code]
  const adjectives = demonyms[code]
  if (!own || !adjectives)
    throw new Error(`expected ${code} in scripts/data/country-names.json and demonyms.json; add it to both`)
  const country = getCountryData(code as TCountryCode)
  const name = own.name ?? country.name
  const metonyms = own.metonyms ?? unique([country.capital, plain(country.capital)])
  const basis = NOT_MEMBERS.has(code) ? 'not a UN member state' : 'UN member states list'
  return {
    id: slug(name),
    name,
    kind: 'state',
    code: `${country.iso3}GOV`,
    aliases: unique([name, ...own.aliases]),
    ...(metonyms.length > 0 && { metonyms }),
    ...(adjectives.length > 0 && { demonyms: adjectives }),
    source: `${basis}; name, code and capital: countries-list ${version} (MIT); further names and demonyms: scripts/data (own)`,
  }
}

const codes = Object.keys(names)
const missing = Object.keys(demonyms).filter((code) => !names[code])
if (missing.length > 0) throw new Error(`expected the same countries in both tables, got only demonyms for ${missing.join(', ')}`)
const members = codes.filter((code) => !NOT_MEMBERS.has(code)).length
if (members !== MEMBERS_HERE) throw new Error(`expected ${MEMBERS_HERE} member states besides Afghanistan, got ${members}`)

const actors = codes.map(actorOf).sort((a, b) => (a.id < b.id ? -1 : 1))
writeFileSync(new URL('../models/en/actors/countries.json', import.meta.url), `${JSON.stringify(actors, null, 2)}\n`)
console.log(`${actors.length} states (${members} UN members) written, countries-list ${version}`)
