import { clauseIndex } from '../document/clause-index'
import { startOfPhrase } from '../document/phrase-start'
import type { Range } from '../document/document'
import type { Clause } from '../document/clauses'
import { speechKind } from '../document/speech-kinds'
import type { Scene } from './scene'
import { clausesBeside, unitsAround } from './scene'

/** What a comma opens that is no part of a demand: a contrast, a remark, what the holder would do then. */
const OPENS_OTHER =
  /^((but|said|while|adding|saying|although|though|whereas|otherwise|which|not|nor|neither|whereupon|something|failing|as (it|he|she|they|we|has|have|had|was|were|is|in)|in (which|that) (case|event)|and (that )?(otherwise|until|if|not|never)|and (he|she|it|they) (also )?(said|says|added|adds|insisted|insists|warned|warns|urged|urges|stressed|noted))\b|after )/
const THEN = /^(so|then|neither|nor|and|but)$/
const WOULD = /^(will|would|shall|can|could|may|might|otherwise|not|never)$/

/** The end of a condition: the comma before its main clause, a semicolon, a dash, ", but", or the end of the words around it. */
export function phraseEnd(scene: Scene, from: number, limit: number): number {
  const { document } = scene
  const { norms, quotationOf } = document
  const { clauses } = scene.syntax
  const leads = mainClauseFollows(scene, from)
  const main = leads ? startOf(scene, clauses[leads - 1]!, from) : -1
  // "only if Kabul agrees *will the Taliban come*"
  const mainFrom = main > from && WOULD.test(norms[main - 1]!) ? main - 1 : main
  let depth = 0
  for (let t = from; t < limit; t++) {
    const w = norms[t]!
    if (w === '(') depth++
    else if (w === ')') depth--
    if (depth > 0) continue
    if (/^[;.?!:—–]$/.test(w) || t === mainFrom) return t
    if (
      /^(and|or)$/.test(w) &&
      /^(if|unless|provided|once|until|that)$/.test(norms[t + 1] ?? '') &&
      !(norms[t + 1] === 'that' && norms[from - 1] === 'that')
    )
      return t
    if (w === ',') {
      if (reportFollows(scene, t)) return t
      if (THEN.test(norms[t + 1] ?? '') && WOULD.test(norms[t + 2] ?? '')) return t
      if (opensApposition(scene, t, limit)) return t
      if (leads) {
        const unit = clauses[leads - 1]!
        if (unit.verb.from > t && noFiniteBefore(scene, t, unit)) return t
      }
      if (!insertedAt(scene, from, t) && opensOther(norms, t)) return t
      const next = nextClause(scene, t)
      if (next && (next.relation === 'parenthetical' || (next.relation === 'root' && next.from >= t))) return t
    }
    if (quotationOf[t] !== quotationOf[from] && quotationOf[from]! >= 0 && norms[t] === '"') return t
  }
  return limit
}

/** What a demand that has been stated is called: ", *a demand* that Seoul rejects". */
const NAMES_DEMAND = /^(demand|condition|requirement|request|step|move|concession|position|proposal|wish)$/

const opensOther = (norms: readonly string[], comma: number): boolean =>
  OPENS_OTHER.test(norms.slice(comma + 1, comma + 4).join(' '))

/** "That the president's office*, not the hosts,* picks its members": whether commas set words off between a demand's subject and its verb. */
function insertedAt(scene: Scene, from: number, comma: number): boolean {
  const { document, syntax } = scene
  const clause = syntax.clauses[syntax.clauseOf[from] ?? -1]
  let closing = comma + 1
  while (clause && closing <= clause.verb.from && document.norms[closing] !== ',') closing++
  if (!clause || clause.verb.from < closing) return false
  return !clausesBeside(scene, from).some(({ verb }) => verb.from >= from && verb.from < closing)
}

/** ", a subject that Pyongyang wants to keep out": what a comma and a noun phrase with a relative clause say of a demand that has been stated. */
function opensApposition({ document, syntax }: Scene, comma: number, limit: number): boolean {
  const phrase = syntax.nounPhrases[syntax.phraseOf[comma + 1] ?? -1]
  if (!phrase || phrase.from !== comma + 1 || !/^(an?|the)$/.test(document.norms[phrase.from]!)) return false
  if (NAMES_DEMAND.test(document.lemmas[phrase.head]!)) return true
  return phrase.to < limit && /^(that|which|who)$/.test(document.norms[phrase.to]!)
}

/** The clause that begins behind a comma, or behind "and" where it has a holder of its own: ", and *he insisted*", ", and *Turkmenistan, citing …, refused*". */
function nextClause({ document, syntax }: Scene, comma: number): Clause | undefined {
  const { clauses, clauseOf } = syntax
  const next = clauses[clauseOf[comma + 1] ?? -1]
  const behind = clauses[clauseOf[comma + 2] ?? -1]
  if (!behind || behind.from !== comma + 2 || !/^(?:and|or)$/.test(document.norms[comma + 1] ?? '')) return next
  const main = clauses[behind.parent]
  if (behind.relation === 'participial' && main && main.verb.from > behind.verb.from) return { ...main, from: behind.from }
  return speechKind(document.lemmas[behind.verb.head]!) === 'say' ? behind : next
}

/** Where a main clause begins that follows a condition: "once the list is fair *the party will come*". */
function startOf({ syntax }: Scene, { subject, verb }: Clause, after: number): number {
  const from = subject < 0 ? -1 : startOfPhrase(syntax.nounPhrases, subject)
  return from > after ? Math.min(verb.from, from) : verb.from
}

/** ", diplomats there said" or ", he told reporters," after a comma: who says so is no part of what is demanded. */
function reportFollows(scene: Scene, comma: number): boolean {
  const { document, syntax } = scene
  let next: Clause | undefined
  for (const k of clauseIndex(syntax).headsIn(comma + 1, document.sentences[document.sentenceOf[comma]!]!.to)) {
    const c = syntax.clauses[k]!
    if (c.verb.from > comma && (!next || c.verb.from < next.verb.from)) next = c
  }
  if (!next || next.verb.form !== 'finite' || next.verb.modal !== '' || next.marker > comma) return false
  if (next.verb.from > comma + 12 || document.sentenceOf[next.verb.from] !== document.sentenceOf[comma]) return false
  for (let t = comma + 1; t < next.verb.from; t++)
    if (/^[,;:]$/.test(document.norms[t]!) && t > comma + 1) return next.relation === 'parenthetical'
  const kind = speechKind(document.lemmas[next.verb.head]!)
  if (kind !== 'say' && kind !== 'think') return false
  return !/^(that|to)$/.test(document.norms[next.verb.to] ?? '')
}

/** For a condition that leads ("If …, it will come"): the index of the main clause after it, plus one; else 0. */
function mainClauseFollows(scene: Scene, from: number): number {
  const { clauses, clauseOf } = scene.syntax
  const inside = clauseOf[from] ?? -1
  if (inside < 0) return 0
  // "on condition that *the list is changed*": the clause of the demand itself
  const { norms } = scene.document
  const own = norms[from - 1] === 'that' ? firstVerbFrom(scene, from) : -1
  const unit = clauses[inside]!.unit
  const { ofUnit, complementsOf } = clauseIndex(scene.syntax)
  const standing = ofUnit[unit]!.filter((k) => /^(root|complement|coordinate)$/.test(clauses[k]!.relation))
  if (standing.some((k) => clauses[k]!.verb.to <= from && !complementsOf.has(k))) return 0
  const begins = (k: number): number => startOf(scene, clauses[k]!, from - 1)
  const main = standing.find((k) => clauses[k]!.verb.from > from && k !== own)
  if (main === undefined || begins(main) === from || /^(that|which|who)$/.test(norms[begins(main) - 1] ?? '')) return 0
  return main + 1
}

/** The clause whose verb comes first from a token on. */
function firstVerbFrom({ syntax, document }: Scene, from: number): number {
  const heads = clauseIndex(syntax).headsIn(from, document.sentences[document.sentenceOf[from]!]!.to)
  let first = -1
  for (const k of heads) if (first < 0 || syntax.clauses[k]!.verb.from < syntax.clauses[first]!.verb.from) first = k
  return first
}

/** Whether the main clause begins right after a comma: nothing of another finite clause lies between. */
function noFiniteBefore(scene: Scene, comma: number, main: Clause): boolean {
  const own = clauseIndex(scene.syntax).ofUnit[main.unit]!.map((k) => scene.syntax.clauses[k]!)
  return !own.some((c) => c !== main && c.verb.form === 'finite' && c.verb.from > comma && c.verb.from < main.verb.from)
}

/** A token range without the punctuation around it. */
export function trim(scene: Scene, from: number, to: number): Range {
  const { pos, words } = scene.document
  let a = from
  let b = to
  while (a < b && pos[a] === 'PUNCT' && !/^["“‘'(]$/.test(words[a]!)) a++
  while (b > a && pos[b - 1] === 'PUNCT' && !/^["”’')]$/.test(words[b - 1]!)) b--
  return { from: a, to: b }
}

const TERMS =
  /^(thing|things|condition|conditions|precondition|preconditions|proviso|point|points|terms|demand|demands|requirement|requirements)$/
const COUNTS = /^(one|two|three|four|some|following|these|its|their|our|his|her|single|simple|clear)$/

/** "Depends on one thing: *the list*", "on one condition. *The list must change*": words that only announce a demand give way to what follows them. */
export function announced(scene: Scene, range: Range): Range {
  const { document } = scene
  const { norms, sentenceOf, paragraphOf } = document
  const last = range.to - 1
  if (!TERMS.test(norms[last] ?? '') || !norms.slice(range.from, last).some((w) => COUNTS.test(w))) return range
  let from = range.to
  while (from < document.length && /^[:,."“”'’—–-]$/.test(norms[from]!)) from++
  if (from === range.to || from >= document.length || paragraphOf[from] !== paragraphOf[last]) return range
  if (sentenceOf[from]! > sentenceOf[last]! + 1) return range
  const limit = unitsAround(scene.syntax, scene.document, from)[0]?.to ?? from + 1
  const stated = trim(scene, from, phraseEnd(scene, from, limit))
  return stated.to > stated.from ? stated : range
}

const PRICES = /^(condition|precondition|price|prerequisite|requirement)$/
const DELAYS = /^(delay(ed)?|deferr?(ed|al)?|postpone(d|ment)?|adjourn(ed|ment)?|moved|put|pushed|wait)$/

/** A demand without what it is the price of: "a pledge *before taking his seat*", "a seat *as a condition for coming*"; of a delay, what it waits for. */
export function beforePart({ document: { norms, pos } }: Scene, { from, to }: Range): Range {
  for (let t = from + 1; t < to; t++) {
    if (/^(until|till)$/.test(norms[t]!) && pos[t + 1] !== 'NUM' && norms.slice(from, t).some((w) => DELAYS.test(w)))
      return { from: t + 1, to }
    const next = norms[t + 1] ?? ''
    if (norms[t] === 'before' && (/^(it|they|he|she|we|any)$/.test(next) || /ing$/.test(next))) return { from, to: t }
    if (norms[t] === 'as' && /^(a|the|its|their|his|her|our)$/.test(next) && PRICES.test(norms[t + 2] ?? ''))
      return { from, to: t }
  }
  return { from, to }
}
