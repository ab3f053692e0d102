import { grammar } from '../data'
import type { Clause } from '../document/clauses'
import type { Scene } from './scene'

/** Conjunctions that can make a condition. */
export const MARKERS = new Set(grammar.conditional)
const AHEAD = /^(will|would|shall|can|could|should|must|may|might|to)$/
/** Verbs that say when something takes place: "when the conference opens". */
const EVENT_VERBS = /^(open|begin|start|convene|gather|meet|arrive|resume|return|assemble|come|hold|host|visit|end|close)$/
/** What a party waits for, rather than for the hour: "when an invitation comes", "when the shelling ends". */
const AWAITED =
  /^(invitation|offer|guarantee|assurance|apology|answer|reply|proposal|permission|war|fighting|violence|shelling|bombing|bombardment|raid|strike|airstrike|attack|offensive|occupation|siege|blockade|embargo|prisoner|detainee|hostage|discrimination|boycott)$/
/** "Would come if invited", "if it helps", "if all goes well": conditions that ask for nothing. */
export const IDLE =
  /^(asked|invited|possible|necessary|needed|required|so|(need|needs) be|it helps|that helps|all goes|everything goes|god|only)\b|^(he|she|it|they|we|i|its \w+) (is|are|was|were|be) ((asked|called upon) to|needed|wanted)( [.,;:"]|$)|^(someone|anyone|anybody|somebody) (asks?|asked)( [.,;:"]|$)/
/** "If we are to come", "if it is to succeed": what the main clause is needed for. */
const AIMS = /^(attend|join|take|come|go|return|participate|succeed|work|bear|make|last|mean|achieve|bring)$/
/** "Whenever that may be", "whenever you like": any time will do. */
const ANY_TIME =
  /^((that|this|it|they) (is|are|may|might|will|would|was|were|takes?|suits?)|(you|we|they|he|she|people) (like|want|wish|please|ask|call))\b/
/** "Would be glad if the other side changed its mind": what one would like to see. */
const GLAD =
  /^(glad|happy|pleased|delighted|grateful|thankful|overjoyed|better|nice|good|great|pity|shame|surprised|sorry|appreciate|like|prefer)$/
/** Verbs of what goes on. */
const LASTING = /^(continue|go|last|persist|remain|stay|stand|be|hold|keep|occupy|rage|drag|endure|sit|languish|fall)$/
const REFUSES = /^(refuse|decline|object)$/
const READY = /^(ready|willing|prepared|open|happy|glad)$/
/** Verbs whose "if" opens a question. */
export const ASKS = /^(ask|wonder|inquire|enquire|know|see|say|tell)$/

/** "as long as", "provided": conjunctions of more words, or such as the parser keeps apart. */
function isMultiword(scene: Scene, marker: number): boolean {
  const { norms } = scene.document
  const word = norms[marker]
  if (word === 'provided' || word === 'providing') return true
  return word === 'as' && /^(long|soon)$/.test(norms[marker - 1] ?? '') && /^(as|so)$/.test(norms[marker - 2] ?? '')
}

/** "Should Kabul agree, …": the auxiliary stands for "if". */
const isInverted = (scene: Scene, clause: Clause): boolean =>
  clause.relation === 'adverbial' && /^(should|were|had)$/.test(scene.document.norms[clause.marker]!)

/** Whether an adverbial clause is introduced by a word that can make a condition. */
export const isConditionMarker = (scene: Scene, clause: Clause): boolean =>
  clause.marker >= 0 &&
  (MARKERS.has(scene.document.norms[clause.marker]!) ||
    isInverted(scene, clause) ||
    isMultiword(scene, clause.marker) ||
    isNotBefore(scene, clause) ||
    isNotWhile(scene, clause) ||
    isOnceDone(scene, clause))

/** "Will attend *after the prisoners have been freed*": what others must have done, where it is still to come. */
function isOnceDone({ document: { norms, pos }, syntax }: Scene, clause: Clause): boolean {
  if (norms[clause.marker] !== 'after' || clause.parent < 0 || clause.verb.form !== 'finite' || !clause.verb.perfect) return false
  const parent = syntax.clauses[clause.parent]!
  const ahead = parent.relation === 'infinitive' ? syntax.clauses[parent.parent] : parent
  if (!ahead || !(/^(will|would|can|could|shall)$/.test(ahead.verb.modal) || READY.test(norms[ahead.verb.to] ?? ''))) return false
  return clause.subject >= 0 && pos[syntax.nounPhrases[clause.subject]!.head] !== 'PRON' && clause.subject !== parent.subject
}

/** "Will not go before the prisoners are home": what must come first, where nothing is done until then. */
function isNotBefore(scene: Scene, clause: Clause): boolean {
  const { norms } = scene.document
  if (norms[clause.marker] !== 'before' || clause.parent < 0 || clause.verb.form !== 'finite') return false
  return norms[clause.marker - 1] === 'not' || isRefused(scene, clause.parent)
}

/** "Will not go *while the raids continue*": what must end first. */
function isNotWhile(scene: Scene, clause: Clause): boolean {
  const { norms, lemmas } = scene.document
  if (norms[clause.marker] !== 'while' || norms[clause.marker - 1] === ',' || clause.parent < 0) return false
  const lasts = LASTING.test(lemmas[clause.verb.head]!) || clause.verb.form === 'gerund' || /ing$/.test(norms[clause.verb.head]!)
  return clause.verb.form === 'finite' && clause.verb.modal === '' && lasts && isRefused(scene, clause.parent)
}

/** "will not go", "refuses to go": whether a clause tells what is not going to be done. */
function isRefused({ document, syntax }: Scene, index: number): boolean {
  const clause = syntax.clauses[index]!
  if (clause.verb.negated && clause.verb.modal !== '') return true
  const governor = clause.relation === 'infinitive' ? syntax.clauses[clause.parent] : undefined
  return governor !== undefined && !governor.verb.negated && REFUSES.test(document.lemmas[governor.verb.head]!)
}

/** Headlines tell what is to come in the present: "We join talks once troops leave". */
const isHeadline = ({ document }: Scene, clause: Clause): boolean =>
  /headline$/.test(document.paragraphs[document.paragraphOf[clause.from]!]!.kind)

/** Whether an adverbial clause is a condition: not "even if", not "when the conference opens on Friday". */
export function isCondition(scene: Scene, clause: Clause): boolean {
  const { norms } = scene.document
  const marker = norms[clause.marker]!
  if (isOpenEnded(scene, clause)) return false
  if (isMultiword(scene, clause.marker)) return true
  if (norms[clause.marker - 1] === 'even' || norms[clause.marker - 1] === 'as') return false
  // "asked if it would come"
  if (marker === 'if' && ASKS.test(scene.document.lemmas[clause.marker - 1] ?? '')) return false
  // "if not, it will stay at home"
  if (marker === 'if' && norms[clause.marker + 1] === 'not' && norms[clause.marker + 2] === ',') return false
  if (marker === 'if' && norms[clause.verb.to] === 'to' && AIMS.test(norms[clause.verb.to + 1] ?? '')) return false
  if (marker === 'if' && GLAD.test(norms[clause.marker - 1] ?? '')) return false
  if (marker === 'whenever' && ANY_TIME.test(norms.slice(clause.marker + 1, clause.marker + 3).join(' '))) return false
  if (/^(if|whenever)$/.test(marker) && IDLE.test(norms.slice(clause.marker + 1, clause.marker + 7).join(' '))) return false
  if (marker === 'while') return true
  if (marker === 'before' || marker === 'after') return !tellsTime(scene, clause)
  if (!/^(when|whenever|once|until|till)$/.test(marker)) return true
  if (clause.parent < 0) return false
  if (/^when(ever)?$/.test(marker) && norms[clause.marker - 1] !== 'only' && tellsTime(scene, clause)) return false
  const parent = scene.syntax.clauses[clause.parent]!
  const ready =
    isReady(scene, parent) || (parent.relation === 'infinitive' && isReady(scene, scene.syntax.clauses[parent.parent]))
  const ahead =
    AHEAD.test(parent.verb.modal) ||
    parent.verb.form === 'infinitive' ||
    ready ||
    isHeadline(scene, clause) ||
    parent.verb.negated
  // "agreed to come once the raids stopped"
  const told = marker === 'once' && parent.relation === 'infinitive'
  const past =
    !clause.verb.perfect && !ready && !told && /^(was|were|\w+ed)$/.test(norms[clause.verb.from]!) && parent.verb.modal === ''
  return ahead && !past
}

/** "is willing", "stands ready". */
const isReady = ({ document: { norms } }: Scene, clause: Clause | undefined): boolean =>
  clause !== undefined && (READY.test(norms[clause.verb.to] ?? '') || READY.test(norms[clause.verb.head]!))

/** "as long as it takes", "until the work is done": to the end, on no terms. */
function isOpenEnded(scene: Scene, clause: Clause): boolean {
  const { norms, lemmas } = scene.document
  if (norms[clause.marker] === 'as')
    return (
      /^(take|last|need|wish|like|want)$/.test(lemmas[clause.verb.head]!) &&
      !/^(no|only|at|under)$/.test(norms[clause.verb.to] ?? '')
    )
  if (!/^(until|till)$/.test(norms[clause.marker]!)) return false
  return norms[clause.verb.to] === 'over' || /^(finish|end|conclude|complete|close|do)$/.test(lemmas[clause.verb.head]!)
}

function tellsTime(scene: Scene, clause: Clause): boolean {
  const { nounPhrases, phraseOf } = scene.syntax
  const { lemmas } = scene.document
  const awaited = clause.subject >= 0 && AWAITED.test(lemmas[nounPhrases[clause.subject]!.head]!)
  if (EVENT_VERBS.test(lemmas[clause.verb.head]!) && !awaited) return true
  if (scene.document.norms[clause.verb.to] === 'place') return true
  for (let t = clause.from; t < clause.to; t++) if (phraseOf[t]! >= 0 && nounPhrases[phraseOf[t]!]!.temporal) return true
  return false
}
