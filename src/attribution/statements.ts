import { NOBODY } from '../mentions/entities'
import type { Text } from './text'
import { firstVerbAt, phraseAt, speechOf } from './text'

const STATEMENT_NOUNS = new Set(
  'statement communique communiqué letter message note release declaration text post tweet handout commentary editorial report speech email readout document announcement remark comment reply answer'.split(
    ' ',
  ),
)
const ISSUED = new Set('issued released published posted made signed sent put carried read'.split(' '))
const OWNER_PREPOSITIONS = new Set(['by', 'from', 'of', 'on'])
const SENDER_PREPOSITIONS = new Set(['by', 'from'])
const INDEFINITE = new Set(['a', 'an', 'another', 'one'])

/** Whether a noun phrase names a statement, a letter or the like. */
function isStatement({ document, syntax }: Text, phrase: number): boolean {
  return STATEMENT_NOUNS.has(document.lemmas[syntax.nounPhrases[phrase]!.head]!)
}

/** The actor whose statement a noun phrase names ("the ministry's statement", "a letter from Tehran", "the statement"), or `NOBODY`. */
export function ownerOfStatement(text: Text, phrase: number): number {
  const { document, syntax, actors, mentionAt } = text
  const { norms } = document
  const np = syntax.nounPhrases[phrase]!
  if (!isStatement(text, phrase)) return NOBODY
  if (np.possessor >= 0 && actors.entityOf[np.possessor]! >= 0) return actors.entityOf[np.possessor]!
  for (let t = np.from; t < np.head; t++) if (mentionAt[t]! >= 0) return actors.mentions[mentionAt[t]!]!.entity
  // "a handout issued by the Arg"
  const issued = ISSUED.has(norms[np.to] ?? '') && SENDER_PREPOSITIONS.has(norms[np.to + 1] ?? '')
  const at = issued ? np.to + 1 : np.to
  if (OWNER_PREPOSITIONS.has(norms[at] ?? '')) {
    const sender = phraseAt(text, at + 1)
    if (sender >= 0 && actors.entityOf[sender]! >= 0) return actors.entityOf[sender]!
  }
  const signer = signerOf(text, phrase)
  if (signer >= 0) return signer
  return INDEFINITE.has(norms[np.from]!) ? lastActing(text, np.from) : lastHeard(text, np.from)
}

/** "the statement, which was signed in Kabul by the leaders of the council". */
function signerOf(text: Text, phrase: number): number {
  const { document, syntax, actors, relativesOf } = text
  for (const c of relativesOf.get(phrase) ?? []) {
    const { verb, agent } = syntax.clauses[c]!
    if (agent < 0 || !ISSUED.has(document.norms[verb.head]!)) continue
    if (actors.entityOf[agent]! >= 0) return actors.entityOf[agent]!
    const { to } = syntax.nounPhrases[agent]!
    const of = document.norms[to] === 'of' ? phraseAt(text, to + 1) : -1
    if (of >= 0 && actors.entityOf[of]! >= 0) return actors.entityOf[of]!
  }
  return NOBODY
}

/** "Tehran took another line: a note said …": the subject of the main clause before a token, in its paragraph, or `NOBODY`. */
function lastActing(text: Text, token: number): number {
  const { document, syntax, actors, clausesByVerb } = text
  for (let k = firstVerbAt(text, token) - 1; k >= 0; k--) {
    const { verb, subject, relation } = syntax.clauses[clausesByVerb[k]!]!
    if (document.paragraphOf[verb.from] !== document.paragraphOf[token]) break
    if (relation === 'root' || relation === 'coordinate')
      return subject >= 0 ? Math.max(actors.entityOf[subject]!, NOBODY) : NOBODY
  }
  return NOBODY
}

/** The actor who spoke last before a token, in its paragraph or the one before, or `NOBODY`. */
function lastHeard(text: Text, token: number): number {
  const { document, syntax, actors, clausesByVerb } = text
  const paragraph = document.paragraphOf[token]!
  for (let k = firstVerbAt(text, token) - 1; k >= 0; k--) {
    const clause = syntax.clauses[clausesByVerb[k]!]!
    if (document.paragraphOf[clause.verb.from]! < paragraph - 1) break
    if (clause.subject < 0 || speechOf(text, clause) !== 'say') continue
    const entity = actors.entityOf[clause.subject]!
    if (entity >= 0) return entity
  }
  return NOBODY
}
