import type { PartOfSpeech } from '../../document/document'
import { wordNumber } from './numbers'
import { DemarcheError, type DemarcheErrorCode } from '../../errors'
import { MAX_GAP, MAX_NESTING, MAX_SOURCE } from './pattern'
import type {
  AlternationElement,
  AnchorElement,
  ClassElement,
  Element,
  GapElement,
  Pattern,
  SlotElement,
  TagElement,
  WordElement,
} from './pattern'
import { withTags } from './tags'
import { phraseNorms } from './words'

const TAGS: ReadonlySet<string> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
  'SPACE',
])
const SLOTS: ReadonlySet<string> = new Set(['target', 'actor', 'other'])
const WORD = /[\p{L}\p{N}'’][\p{L}\p{N}\p{M}'’.&-]*/uy
/** Words that are one token as they stand. */
const PLAIN_WORD = /(?!cannot\b)[a-z]+(?=[ |)?<]|$)/y
const CLASS_NAME = /[a-z][a-z0-9-]*/y
const GAP_RANGE = /\{(\d+),(\d+)\}/y

/**
 * Reads one line of the pattern language into a tree. Elements are separated by spaces:
 *
 * | written | matches |
 * | --- | --- |
 * | `word` | a token whose lemma or norm is `word`; lower case, hyphens and apostrophes allowed |
 * | `word<VERB>`, `word<VERB\|NOUN>` | the same with one of these parts of speech; VERB takes in AUX except be, have, do and modals |
 * | `<VERB>`, `<DET\|PRON>` | any token of one of these parts of speech |
 * | `"text here"` | these norms, one token or several; the way to write punctuation, contractions (`"won't"`) and possessives |
 * | `(a\|b c\|d)` | the first of the branches with which the rest matches too; may be nested |
 * | `word?`, `<TAG>?`, `(a\|b)?`, `@name?`, `"text"?`, `<target>?` | the element if it is there, else nothing |
 * | `*`, `*{m,n}` | one token; m to n tokens (n at most 12), as few as will do; none past a `;`, a mark of a sentence-long quotation, a boundary |
 * | `(a|b)<VERB>` | the group with the tag on its branches of one bare word |
 * | `(a\|b)<VERB>` | the group, with the tag on its branches of one bare word |
 * | `@name`, `@name<VERB>` | one of the fragments of a word class; the tag goes to fragments that are one bare word |
 * | `<target>`, `<actor>`, `<other>` | a span that the caller found: the talks, an actor, other talks; the longest with which the rest matches |
 * | `^` before a word, tag, text, group or class | the head: the token whose subject is the holder. Default: the first element that can only be a verb, else the first token element; of elements with `?` none |
 * | `{start}` | takes no token: the sentence, or a sentence-long quotation, starts here; marks before it do not count |
 * | `{end}` | takes no token: the sentence ends here, or a full stop, `!`, `?`, comma, `;`, quotation mark or time adverbial ("today", "on Monday", "last week", "in 2018") comes next |
 *
 * A match never leaves its sentence.
 *
 * @throws DemarcheError `pattern-syntax` with the column of the fault; `pattern-limit` for more than 2000 characters or 16 nested groups.
 */
export function parsePattern(source: string): Pattern {
  const reader = new Reader(source)
  return { source, elements: reader.readAll() }
}

class Reader {
  private at = 0
  private nesting = 0

  constructor(private readonly source: string) {}

  readAll(): readonly Element[] {
    if (this.source.length > MAX_SOURCE) {
      const got = `${this.source.length} characters`
      this.fail(
        MAX_SOURCE,
        `a pattern of at most ${MAX_SOURCE} characters`,
        got,
        'making two rules of it, or naming a word class',
        'pattern-limit',
      )
    }
    const elements = this.readSequence()
    const next = this.peek()
    if (next === ')') this.fail(this.at, 'an element', 'a ")" that closes nothing', 'removing it, or opening a group before it')
    if (next === '|') this.fail(this.at, 'alternatives inside parentheses', 'a "|" outside of them', 'writing (a|b)')
    return elements
  }

  private readSequence(): Element[] {
    const elements: Element[] = []
    const columns: number[] = []
    this.skipBlanks()
    const from = this.at
    let head = false
    for (let next = this.peek(); next !== '' && next !== ')' && next !== '|'; next = this.peek()) {
      columns.push(this.at)
      const element = this.readOptional()
      if (isHead(element)) {
        if (head) this.fail(columns.at(-1) ?? from, 'one head', 'a second "^" in the same sequence', 'removing one of the two')
        head = true
      }
      elements.push(element)
      const after = this.peek()
      if (after !== '' && after !== ')' && after !== '|' && after !== ' ' && !/\s/.test(after)) this.failAfter(element, after)
      this.skipBlanks()
    }
    if (elements.length === 0) {
      const mend =
        this.nesting > 0 ? 'writing (a|b)? for alternatives that may all be missing' : 'writing a word, a <TAG> or a <slot>'
      this.fail(from, 'an element', this.describe(this.peek()), mend)
    }
    elements.forEach((element, index) => {
      if (element.type !== 'anchor') return
      const column = columns[index] ?? from
      if (element.anchor === 'start' && index > 0)
        this.fail(column, 'nothing before {start}', 'an element before it', 'moving {start} to the front')
      if (element.anchor === 'end' && index < elements.length - 1)
        this.fail(column, 'nothing after {end}', 'an element after it', 'moving {end} to the end')
    })
    return elements
  }

  private readOptional(): Element {
    const from = this.at
    const element = this.readElement()
    if (this.peek() !== '?') return element
    if (element.type === 'gap') this.fail(this.at, 'a wildcard', 'a "?" after it', 'writing *{0,n}')
    if (element.type === 'anchor')
      this.fail(from, 'an anchor that holds', 'an optional one, which always holds', 'removing it or its "?"')
    this.at += 1
    return { type: 'optional', element }
  }

  private readElement(): Element {
    const from = this.at
    const head = this.peek() === '^'
    if (head) this.at += 1
    const element = this.readBare(head)
    if (head && (element.type === 'gap' || element.type === 'slot' || element.type === 'anchor'))
      this.fail(from, 'a word, tag, quoted text, class or group after "^"', `a ${element.type}`, 'marking the verb itself')
    return element
  }

  private readBare(head: boolean): Element {
    const next = this.peek()
    switch (next) {
      case '(':
        return this.readGroup(head)
      case '"':
        return this.readExact(head)
      case '*':
        return this.readGap()
      case '@':
        return this.readClass(head)
      case '<':
        return this.readAngles(head)
      case '{':
        return this.readAnchor()
      case '?':
        return this.fail(this.at, 'an element before "?"', 'a "?" by itself', 'writing it right after what may be missing: word?')
      case '^':
        return this.fail(this.at, 'one "^"', 'a second one', 'removing it')
      default:
        return this.readWord(head)
    }
  }

  private readGroup(head: boolean): AlternationElement {
    const open = this.at
    this.nesting += 1
    if (this.nesting > MAX_NESTING)
      this.fail(
        open,
        `groups nested at most ${MAX_NESTING} deep`,
        'a deeper one',
        'naming the inner part as a word class',
        'pattern-limit',
      )
    const branches: (readonly Element[])[] = []
    do {
      this.at += 1
      branches.push(this.readSequence())
    } while (this.peek() === '|')
    if (this.peek() !== ')')
      this.fail(this.at, `a ")" for the "(" in column ${open + 1}`, this.describe(this.peek()), 'closing the group')
    this.at += 1
    this.nesting -= 1
    // tags after a group go to its branches of one bare word, as they do after a class
    if (this.peek() !== '<') return { type: 'alternation', branches, head }
    const tags = this.readTags()
    return {
      type: 'alternation',
      branches: branches.map((branch) => withTags(branch, tags)),
      head,
      verbal: tags.length === 1 && tags[0] === 'VERB',
    }
  }

  private readExact(head: boolean): Element {
    const open = this.at
    const close = this.source.indexOf('"', open + 1)
    if (close < 0) this.fail(open, 'a closing quotation mark', 'the end of the pattern', 'closing the quoted text')
    const text = this.source.slice(open + 1, close)
    this.wantOneLine(text, open + 1)
    this.wantLowerCase(text, open + 1)
    const words = phraseNorms(text)
    if (words.length === 0)
      this.fail(open, 'words between the quotation marks', 'none', 'writing the words, or removing the marks')
    this.at = close + 1
    for (const word of words) wordNumber(word)
    return { type: 'exact', words, head }
  }

  private readGap(): GapElement {
    this.at += 1
    if (this.peek() !== '{') return { type: 'gap', min: 1, max: 1 }
    const from = this.at
    GAP_RANGE.lastIndex = from
    const range = GAP_RANGE.exec(this.source)
    if (range === null) this.fail(from, 'two numbers as in *{0,4}', this.rest(), 'writing the fewest and the most tokens')
    const min = Number(range[1])
    const max = Number(range[2])
    if (max > MAX_GAP)
      this.fail(from, `at most ${MAX_GAP} tokens`, String(max), `writing *{${Math.min(min, MAX_GAP)},${MAX_GAP}} or less`)
    if (max < 1 || min > max)
      this.fail(from, 'a range that goes up, to 1 at least', range[0], 'writing the fewest tokens first: *{0,4}')
    this.at = GAP_RANGE.lastIndex
    return { type: 'gap', min, max }
  }

  private readClass(head: boolean): ClassElement {
    const from = this.at
    CLASS_NAME.lastIndex = from + 1
    const name = CLASS_NAME.exec(this.source)
    if (name === null)
      this.fail(from + 1, 'the name of a word class, lower case', this.rest(from + 1), 'writing it right after "@": @attend')
    this.at = CLASS_NAME.lastIndex
    return { type: 'class', name: name[0], tags: this.peek() === '<' ? this.readTags() : [], head, column: from + 1 }
  }

  private readAngles(head: boolean): TagElement | SlotElement {
    const from = this.at
    const names = this.readNames()
    const first = names[0] ?? ''
    if (names.length === 1 && SLOTS.has(first)) return { type: 'slot', slot: first as SlotElement['slot'] }
    if (names.some((name) => SLOTS.has(name)))
      this.fail(from, 'one slot by itself', `<${names.join('|')}>`, `writing (${names.map((name) => `<${name}>`).join('|')})`)
    return { type: 'tag', tags: this.checkTags(names, from), head }
  }

  private readTags(): readonly PartOfSpeech[] {
    const from = this.at
    return this.checkTags(this.readNames(), from)
  }

  private readNames(): readonly string[] {
    const open = this.at
    const close = this.source.indexOf('>', open)
    if (close < 0) this.fail(open, 'a ">" for this "<"', 'the end of the pattern', 'closing it: <VERB>')
    this.at = close + 1
    return this.source.slice(open + 1, close).split('|')
  }

  private checkTags(names: readonly string[], from: number): readonly PartOfSpeech[] {
    let column = from + 1
    for (const name of names) {
      if (!TAGS.has(name)) {
        const upper = name.trim().toUpperCase()
        const lower = name.trim().toLowerCase()
        const mend = TAGS.has(upper)
          ? `writing ${upper}`
          : SLOTS.has(lower)
            ? `writing <${lower}> as an element of its own`
            : `taking one of ${[...TAGS].join(', ')}`
        this.fail(column, 'a part of speech, or one of <target>, <actor>, <other>', name === '' ? 'nothing' : `"${name}"`, mend)
      }
      column += name.length + 1
    }
    return [...new Set(names)] as PartOfSpeech[]
  }

  private readAnchor(): AnchorElement {
    const from = this.at
    for (const anchor of ['start', 'end'] as const) {
      const text = `{${anchor}}`
      if (!this.source.startsWith(text, from)) continue
      this.at += text.length
      return { type: 'anchor', anchor }
    }
    return this.fail(from, '{start} or {end}', this.rest(), 'writing one of the two, or *{m,n} for a wildcard')
  }

  private readWord(head: boolean): WordElement {
    const from = this.at
    PLAIN_WORD.lastIndex = from
    const word = PLAIN_WORD.exec(this.source)?.[0] ?? this.readRareWord(from)
    this.at = from + word.length
    wordNumber(word)
    return { type: 'word', word, tags: this.peek() === '<' ? this.readTags() : [], head }
  }

  /** A word with marks or letters of which some make it more than one token. */
  private readRareWord(from: number): string {
    WORD.lastIndex = from
    const found = WORD.exec(this.source)
    if (found === null) {
      const next = this.peek()
      const mend =
        next === '“' || next === '”'
          ? 'using straight quotation marks'
          : next === ''
            ? 'adding an element'
            : `quoting it: "${next}"`
      this.fail(from, 'a word, <TAG>, <slot>, "text", (group), @class, *, {start} or {end}', this.describe(next), mend)
    }
    const word = found[0].replace(/’/g, "'")
    this.wantLowerCase(word, from)
    const norms = phraseNorms(word)
    if (norms.length !== 1 || norms[0] !== word)
      this.fail(
        from,
        'a word that is one token',
        `"${word}", which is read as ${norms.map((norm) => `"${norm}"`).join(' and ')}`,
        `quoting it: "${word}"`,
      )
    return word
  }

  private wantLowerCase(text: string, from: number): void {
    const lower = text.toLowerCase()
    if (lower === text) return
    let column = 0
    while (text[column] === lower[column]) column += 1
    this.fail(from + column, 'lower case', `"${text}"`, `writing "${lower}"`)
  }

  private wantOneLine(text: string, from: number): void {
    const newline = text.search(/[\n\r]/)
    if (newline >= 0) this.fail(from + newline, 'a pattern on one line', 'a line break', 'writing a space')
  }

  private failAfter(element: Element, next: string): never {
    const what = element.type === 'word' ? 'the word' : 'the element'
    if (next === '?') this.fail(this.at, 'one "?"', 'a second one', 'removing it')
    if (next === '<')
      this.fail(this.at, 'tags after a word or a class only', this.rest(), 'writing them on the words: (host<VERB>|attend<VERB>)')
    return this.fail(
      this.at,
      `a space after ${what}`,
      this.describe(next),
      /[\p{L}\p{N}("<@*{^]/u.test(next) ? 'writing a space' : `quoting it: "${next}"`,
    )
  }

  private skipBlanks(): void {
    for (let next = this.peek(); next === ' ' || /\s/.test(next); next = this.peek()) {
      if (next === '\n' || next === '\r') this.wantOneLine(next, this.at)
      this.at += 1
    }
  }

  private peek(): string {
    return this.source.charAt(this.at)
  }

  private rest(from = this.at): string {
    const rest = this.source.slice(from)
    return rest === '' ? 'the end of the pattern' : `"${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}"`
  }

  private describe(next: string): string {
    return next === '' ? 'the end of the pattern' : `"${next}"`
  }

  private fail(at: number, expected: string, got: string, mend: string, code: DemarcheErrorCode = 'pattern-syntax'): never {
    const source = this.source.length > 200 ? `${this.source.slice(0, 200)}…` : this.source
    throw new DemarcheError(code, { expected, got, mend, column: at + 1, source })
  }
}

function isHead(element: Element): boolean {
  if (element.type === 'optional') return isHead(element.element)
  return 'head' in element && element.head
}
