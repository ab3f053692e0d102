import { DemarcheError } from '../errors'
import type { AlternationElement, ClassElement, Element, Pattern } from './pattern/pattern'
import { parsePattern } from './pattern/parse'
import { withTags } from './pattern/tags'

/** Word classes: for each name (lower case, hyphenated) the pattern fragments that `@name` stands for: `host`, `take part`, `turn<VERB> down`. */
export type WordClasses = ReadonlyMap<string, readonly string[]> | Readonly<Record<string, readonly string[]>>

/** What a class with certain tags stands for, and how many steps that is. */
interface FilledClass {
  readonly element: AlternationElement
  readonly steps: number
}

/** Word classes with their fragments read once. Made by `readClasses`. */
export class ClassTable {
  private readonly fragments: ReadonlyMap<string, readonly string[]>
  private readonly read = new Map<string, readonly Pattern[]>()
  /** Alternations of classes, by name, tags and head: what all patterns that name the class so share. */
  readonly filled = new Map<string, FilledClass>()

  constructor(classes: WordClasses) {
    this.fragments =
      classes instanceof Map ? (classes as ReadonlyMap<string, readonly string[]>) : new Map(Object.entries(classes))
  }

  /** The names, sorted. */
  get names(): readonly string[] {
    return [...this.fragments.keys()].sort()
  }

  /**
   * The fragments of a class as patterns, or undefined where there is no such class.
   *
   * @throws DemarcheError where a fragment cannot be read, or the class has none.
   */
  patterns(name: string): readonly Pattern[] | undefined {
    const known = this.read.get(name)
    if (known !== undefined) return known
    const sources = this.fragments.get(name)
    if (sources === undefined) return undefined
    if (sources.length === 0)
      throw new DemarcheError('pattern-class', {
        expected: 'a fragment or more',
        got: 'none',
        mend: 'adding one',
        owner: `class ${name}`,
      })
    const patterns = sources.map((source) => {
      try {
        return parsePattern(source)
      } catch (error) {
        throw error instanceof DemarcheError ? error.ownedBy(`class ${name}`) : error
      }
    })
    this.read.set(name, patterns)
    return patterns
  }
}

/** Reads word classes; a table that was read already is returned as it is. */
export function readClasses(classes: WordClasses | ClassTable = new Map()): ClassTable {
  return classes instanceof ClassTable ? classes : new ClassTable(classes)
}

/**
 * The pattern with every `@name` replaced by an alternation of the class's fragments, in the table's order. Tags after the name go to the
 * fragments that are one bare word. Patterns filled from one table share what a class stands for.
 *
 * @throws DemarcheError `pattern-class` for a name that is not in the table, or a class that contains itself; `pattern-limit` for more than
 * `maxSteps` elements.
 */
export function fillClasses(pattern: Pattern, table: ClassTable, maxSteps: number): Pattern {
  let steps = 0

  function fillAll(elements: readonly Element[], inside: readonly string[]): Element[] {
    return elements.map((element) => fill(element, inside))
  }

  function fillClass({ name, tags, head, column }: ClassElement, inside: readonly string[]): AlternationElement {
    const key = `${name}<${tags.join()}>${head}`
    const before = table.filled.get(key)
    if (before !== undefined) {
      take(before.steps)
      return before.element
    }
    const from = steps
    const holder = inside.at(-1)
    const place = holder === undefined ? { column, source: pattern.source } : { owner: `class ${holder}` }
    const patterns = table.patterns(name)
    if (patterns === undefined) {
      const mend = `taking one of ${table.names.join(', ') || '(there are none)'}, or adding the class`
      throw new DemarcheError('pattern-class', { expected: 'a known word class', got: `@${name}`, mend, ...place })
    }
    if (inside.includes(name)) {
      const got = `@${[...inside, name].join(' with @')}`
      throw new DemarcheError('pattern-class', {
        expected: 'a class that does not contain itself',
        got,
        mend: 'removing the circle',
        ...place,
      })
    }
    const branches = patterns.map(({ elements }) => fillAll(withTags(elements, tags), [...inside, name]))
    const element: AlternationElement = { type: 'alternation', branches, head, verbal: tags.length === 1 && tags[0] === 'VERB' }
    table.filled.set(key, { element, steps: steps - from })
    return element
  }

  function take(some: number): void {
    steps += some
    if (steps > maxSteps) {
      const fault = {
        expected: `at most ${maxSteps} steps with all classes filled in`,
        got: 'more',
        mend: 'using fewer or smaller word classes',
      }
      throw new DemarcheError('pattern-limit', fault)
    }
  }

  function fill(element: Element, inside: readonly string[]): Element {
    take(element.type === 'exact' ? element.words.length : 1)
    switch (element.type) {
      case 'alternation':
        return { ...element, branches: element.branches.map((branch) => fillAll(branch, inside)) }
      case 'optional':
        return { type: 'optional', element: fill(element.element, inside) }
      case 'voice':
        return { ...element, elements: fillAll(element.elements, inside) }
      case 'class':
        return fillClass(element, inside)
      default:
        return element
    }
  }

  return { source: pattern.source, elements: fillAll(pattern.elements, []) }
}
