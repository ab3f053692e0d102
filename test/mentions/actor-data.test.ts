import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Actor, DatedName, Period } from '../../src/types'

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T

const PACKS = ['afghanistan', 'countries', 'organisations', 'principals'] as const
const packs = new Map(PACKS.map((name) => [name, read<Actor[]>(`models/en/actors/${name}.json`)]))
const actors = [...packs.values()].flat()
const ids = new Set(actors.map((actor) => actor.id))
const outlets = read<{ outlets: string[]; phrases: string[] }>('models/en/actors/outlets.json')
const roles = read<Record<'official' | 'own' | 'group' | 'titles', string[]>>('models/en/roles.json')

/** ISO 3166-1 alpha-3 codes of the 193 members of the United Nations. */
const MEMBERS = (
  'AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN ' +
  'CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB ' +
  'GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO ' +
  'LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD ' +
  'NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ' +
  'ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE'
).split(' ')

const FIELDS = new Set([
  'id',
  'name',
  'kind',
  'code',
  'aliases',
  'metonyms',
  'demonyms',
  'partOf',
  'offices',
  'gender',
  'nominals',
  'source',
])
const KINDS = new Set(['state', 'group', 'organisation', 'person'])

const dated = (name: string | DatedName): DatedName => (typeof name === 'string' ? { text: name } : name)
const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text
const overlap = (a: Period, b: Period): boolean =>
  (a.from === undefined || b.to === undefined || a.from < b.to) && (b.from === undefined || a.to === undefined || b.from < a.to)

/** What is wrong with a period, if anything. */
function periodFaults(period: Period): string[] {
  const faults = [period.from, period.to].filter((day) => day !== undefined && !isDate(day)).map((day) => `not a date: ${day}`)
  if (period.from !== undefined && period.to !== undefined && period.from >= period.to)
    faults.push(`${period.from} is not before ${period.to}`)
  return faults
}

/** What is wrong with an entry by itself. */
function faultsOf(actor: Actor): string[] {
  const faults = Object.keys(actor)
    .filter((key) => !FIELDS.has(key))
    .map((key) => `unknown field ${key}`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(actor.id)) faults.push('id is not lower case and hyphenated')
  if (!KINDS.has(actor.kind)) faults.push(`unknown kind ${actor.kind}`)
  if (!actor.name || actor.name !== actor.name.trim()) faults.push('no name')
  if (!actor.source) faults.push('no source')
  if (actor.code !== undefined && !/^[A-Z]{3,9}$/.test(actor.code)) faults.push(`code ${actor.code}`)
  if (actor.offices && actor.kind !== 'person') faults.push('offices are for persons')
  if (actor.gender && actor.kind !== 'person') faults.push('gender is for persons')
  for (const list of ['aliases', 'metonyms', 'demonyms'] as const) {
    const names = (actor[list] ?? []).map(dated)
    if (actor[list] && names.length === 0) faults.push(`${list} is empty`)
    for (const name of names) {
      if (!name.text || name.text !== name.text.trim() || /\s{2}|[|<>?]/.test(name.text)) faults.push(`${list}: "${name.text}"`)
      if (Object.keys(name).some((key) => !['text', 'from', 'to'].includes(key)))
        faults.push(`${list}: unknown field at "${name.text}"`)
      faults.push(...periodFaults(name))
    }
    names.forEach((a, i) => {
      if (names.slice(i + 1).some((b) => a.text === b.text && overlap(a, b))) faults.push(`${list}: "${a.text}" twice`)
    })
  }
  for (const office of actor.offices ?? []) {
    faults.push(...periodFaults(office))
    if (!office.role) faults.push('office without a role')
    if (!office.source) faults.push('office without a source')
    if (!ids.has(office.partOf)) faults.push(`office: no actor ${office.partOf}`)
  }
  ;(actor.offices ?? []).forEach((a, i) => {
    const other = actor.offices?.slice(i + 1).find((b) => a.partOf !== b.partOf && overlap(a, b))
    if (other) faults.push(`speaks for ${a.partOf} and for ${other.partOf} at the same time`)
  })
  if (actor.partOf !== undefined && !ids.has(actor.partOf)) faults.push(`no actor ${actor.partOf}`)
  for (const nominal of actor.nominals ?? []) if (!nominal.startsWith('the ')) faults.push(`nominal "${nominal}" has no article`)
  return faults
}

/** Names that mean two actors at once. */
function sharedNames(list: readonly Actor[], fields: readonly ('aliases' | 'metonyms' | 'demonyms')[]): string[] {
  const holders = new Map<string, { id: string; period: Period }[]>()
  const shared: string[] = []
  for (const actor of list) {
    for (const field of fields) {
      for (const name of (actor[field] ?? []).map(dated)) {
        const key = name.text.toLowerCase()
        const known = holders.get(key) ?? []
        for (const other of known)
          if (other.id !== actor.id && overlap(other.period, name)) shared.push(`${name.text}: ${other.id}, ${actor.id}`)
        holders.set(key, [...known, { id: actor.id, period: name }])
      }
    }
  }
  return shared
}

describe.each([...packs])('models/en/actors/%s.json', (_, pack) => {
  it('is sorted by id', () => {
    expect(pack.map((actor) => actor.id)).toEqual(pack.map((actor) => actor.id).sort())
  })
  it('has only entries of the right form, with sources and with dates in order', () => {
    expect(pack.flatMap((actor) => faultsOf(actor).map((fault) => `${actor.id}: ${fault}`))).toEqual([])
  })
})

describe('all actors together', () => {
  it('have ids of their own', () => {
    expect(actors.map((actor) => actor.id).filter((id, i, all) => all.indexOf(id) !== i)).toEqual([])
  })
  it('have display names of their own', () => {
    expect(actors.map((actor) => actor.name).filter((name, i, all) => all.indexOf(name) !== i)).toEqual([])
  })
  it('share no alias or metonym at the same time', () => {
    expect(sharedNames(actors, ['aliases', 'metonyms'])).toEqual([])
  })
  it('share no demonym at the same time', () => {
    expect(sharedNames(actors, ['demonyms'])).toEqual([])
  })
  it('speak for a principal without circles', () => {
    const partOf = new Map(actors.map((actor) => [actor.id, actor.partOf]))
    for (const actor of actors) {
      const seen = new Set<string>()
      for (let id: string | undefined = actor.id; id !== undefined; id = partOf.get(id)) {
        expect(seen.has(id), `${actor.id} speaks for itself in the end`).toBe(false)
        seen.add(id)
      }
    }
  })
  it('hold all 193 members of the United Nations, and four states that are not', () => {
    expect(new Set(MEMBERS).size).toBe(193)
    const codes = new Set(actors.map((actor) => actor.code))
    expect(MEMBERS.filter((code) => !codes.has(`${code}GOV`))).toEqual([])
    expect(['PSE', 'TWN', 'VAT', 'XKX'].filter((code) => !codes.has(`${code}GOV`))).toEqual([])
    expect(packs.get('countries')).toHaveLength(192 + 4)
  })
  it('hold no outlet', () => {
    const never = new Set([...outlets.outlets, ...outlets.phrases])
    const names = actors.flatMap((a) => [...(a.aliases ?? []), ...(a.metonyms ?? [])].map((name) => dated(name).text))
    expect(names.filter((name) => never.has(name))).toEqual([])
  })
})

describe('the two governments of Afghanistan', () => {
  const at = (field: 'aliases' | 'metonyms' | 'demonyms', text: string, day: string): string[] =>
    actors
      .filter((actor) => (actor[field] ?? []).map(dated).some((n) => n.text === text && overlap(n, { from: day, to: `${day}~` })))
      .map((actor) => actor.id)
  it.each([
    ['metonyms', 'Kabul', '2021-08-14', ['afghan-government']],
    ['metonyms', 'Kabul', '2021-08-15', ['taliban']],
    ['demonyms', 'Afghan', '2018-08-27', ['afghan-government']],
    ['demonyms', 'Afghan', '2024-10-04', ['taliban']],
    ['aliases', 'Afghanistan', '2018-08-27', ['afghan-government']],
    ['metonyms', 'Afghanistan', '2024-10-04', ['taliban']],
    ['aliases', 'Islamic Emirate', '2018-08-27', ['taliban']],
    ['aliases', 'Islamic Emirate', '2024-10-04', ['taliban']],
  ] as const)('%s: %s on %s means %s', (field, text, day, expected) => {
    expect(at(field, text, day)).toEqual(expected)
  })
})

describe('office holders', () => {
  const principal = (id: string, day: string): string =>
    actors.find((a) => a.id === id)?.offices?.find((o) => overlap(o, { from: day, to: `${day}~` }))?.partOf ?? id
  it.each([
    ['ashraf-ghani', '2018-08-27', 'afghan-government'],
    ['ashraf-ghani', '2022-01-01', 'ashraf-ghani'],
    ['hamid-karzai', '2018-11-09', 'hamid-karzai'],
    ['mohammad-hanif-atmar', '2018-08-24', 'afghan-government'],
    ['mohammad-hanif-atmar', '2019-02-05', 'mohammad-hanif-atmar'],
    ['zalmay-khalilzad', '2018-11-09', 'united-states'],
    ['donald-trump', '2022-01-01', 'donald-trump'],
    ['donald-trump', '2025-06-01', 'united-states'],
    ['zamir-kabulov', '2018-08-22', 'russia'],
    ['mohammad-karim-khalili', '2018-11-09', 'high-peace-council'],
    ['salahuddin-rabbani', '2018-08-27', 'afghan-government'],
    ['sher-mohammad-abbas-stanikzai', '2018-11-09', 'taliban'],
    ['amir-khan-muttaqi', '2025-10-07', 'taliban'],
  ])('%s on %s speaks for %s', (id, day, expected) => {
    expect(ids.has(id)).toBe(true)
    expect(principal(id, day)).toBe(expected)
  })
})

describe('outlets and roles', () => {
  it.each([
    ['outlets', outlets.outlets],
    ['phrases', outlets.phrases],
    ['official', roles.official],
    ['own', roles.own],
    ['group', roles.group],
    ['titles', roles.titles],
  ])('%s: sorted, without doubles', (_, list) => {
    expect(list.length).toBeGreaterThan(100)
    expect(list).toEqual([...new Set(list)].sort())
  })
  it('roles are in lower case', () => {
    expect([...roles.official, ...roles.own, ...roles.group].filter((role) => role !== role.toLowerCase())).toEqual([])
  })
  it('no role speaks both for a principal and for itself', () => {
    expect(roles.official.filter((role) => roles.own.includes(role))).toEqual([])
  })
})

describe('the checks', () => {
  it('find what is wrong', () => {
    const bad: Actor = {
      id: 'Bad',
      name: 'Bad',
      kind: 'person',
      aliases: ['Bad', 'Bad'],
      offices: [{ partOf: 'nobody', role: '', from: '2019-02-30', to: '2018-01-01' }],
    }
    expect(faultsOf(bad)).toEqual([
      'id is not lower case and hyphenated',
      'no source',
      'aliases: "Bad" twice',
      'not a date: 2019-02-30',
      '2019-02-30 is not before 2018-01-01',
      'office without a role',
      'office without a source',
      'office: no actor nobody',
    ])
    const kabul = (id: string, period: Period): Actor => ({
      id,
      name: id,
      kind: 'group',
      metonyms: [{ text: 'Kabul', ...period }],
    })
    expect(sharedNames([kabul('a', { to: '2021-08-15' }), kabul('b', { from: '2021-08-15' })], ['metonyms'])).toEqual([])
    expect(sharedNames([kabul('a', {}), kabul('b', { from: '2021-08-15' })], ['metonyms'])).toEqual(['Kabul: a, b'])
  })
})
