import { startsUpper } from '../document/letters'
import { sameName, soundOf } from './variants'

/** Names that sound alike among which another spelling is sought. */
const SPELLINGS = 50

/** Whom a name stands for in this text. */
export interface LearnedName {
  readonly entity: number
  readonly person: boolean
}

/** Names that a text has taught: full names, surnames and acronyms, all in lower case. */
export class LearnedNames {
  private readonly byName = new Map<string, LearnedName>()
  /** Full names by their first word, where it is a family name ("Kim Jong Il … Mr. Kim"). */
  private readonly byFirst = new Map<string, LearnedName>()
  /** First and last words of full names ("abdul noorzai"). */
  private readonly ends = new Set<string>()
  /** Names by initial and sound, among which other spellings are sought: the first few of each. */
  private readonly alike = new Map<string, string[]>()

  /** Learns a name; of a person also the surname, of a body also the acronym. */
  add(nameWords: readonly string[], entity: number, person: boolean): void {
    const lower = nameWords.map((w) => w.toLowerCase())
    const last = lower.at(-1)
    if (last === undefined) return
    this.set(lower.join(' '), { entity, person })
    if (person && lower.length > 1) {
      this.set(last, { entity, person })
      this.ends.add(`${lower[0]} ${last}`)
      this.byFirst.set(lower[0]!, { entity, person })
    }
    // "the Ulster Unionists … Unionists"
    if (!person && lower.length > 1 && /[^s]s$/.test(last) && !this.byName.has(last)) this.set(last, { entity, person })
    if (!person && lower.length > 2) {
      const acronym = acronymOf(nameWords)
      if (acronym.length > 2) this.set(acronym, { entity, person })
    }
  }

  /** Finds a name, its surname, or another spelling of it. */
  find(nameWords: readonly string[]): LearnedName | undefined {
    if (nameWords.length === 0) return undefined
    const lower = nameWords.map((w) => w.toLowerCase())
    const name = lower.join(' ')
    const exact = this.byName.get(name)
    if (exact) return exact
    const several = lower.length > 1
    if (several && this.ends.has(`${lower[0]} ${lower.at(-1)}`)) return this.byName.get(lower.at(-1)!)
    for (const other of this.alike.get(bucketOf(name)) ?? []) {
      const known = this.byName.get(other)!
      if ((!several || known.person) && sameName(other, name)) return known
    }
    return several ? undefined : this.byFirst.get(name)
  }

  private set(name: string, value: LearnedName): void {
    if (!this.byName.has(name)) {
      const bucket = bucketOf(name)
      const same = this.alike.get(bucket)
      if (!same) this.alike.set(bucket, [name])
      else if (same.length < SPELLINGS) same.push(name)
    }
    this.byName.set(name, value)
  }
}

/** Initials of the words with capitals, in lower case: `hpc` of "High Peace Council". */
const acronymOf = (nameWords: readonly string[]): string =>
  nameWords
    .filter((w) => startsUpper(w))
    .map((w) => w[0]!.toLowerCase())
    .join('')

const bucketOf = (name: string): string => `${name[0] ?? ''} ${soundOf(name)}`
