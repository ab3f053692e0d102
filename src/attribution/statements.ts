import { NOBODY } from '../mentions/entities'
import type { Text } from './text'
import { firstVerbAt, phraseAt, speechOf } from './text'

const STATEMENT_NOUNS = new Set(
  'statement communique communiqué letter message note release declaration text post tweet handout commentary editorial report speech email readout document announcement remark comment reply answer'.split(' '),
)
const ISSUED = new Set('issued released published posted made signed sent put carried read'.split(' '))
const OWNER_PREPOSITIONS = new Set(['by', 'from', 'of', 'on'])
const SENDER_PREPOSITIONS = new Set(['by', 'from'])

/** The actor whose statement a noun phrase names ("the ministry's statement", "a letter from Tehran", "the statement"), or `NOBODY`. */
export function ownerOfStatement(text: Text, phrase: number): number {
  const { document, syntax, actors, mentionAt } = text
  const { norms, lemmas } = document
  const np = syntax.nounPhrases[phrase]!
  if (!STATEMENT_NOUNS.has(lemmas[np.head]!)) return NOBODY
  if (np.possessor >= 0 && actors.entityOf[np.possessor]! >= 0) return actors.entityOf[np.possessor]!
  for (let t = np.from; t < np.head; t++) if (mentionAt[t]! >= 0) return actors.mentions[mentionAt[t]!]!.entity
  // "a handout issued by the Arg"
  const issued = ISSUED.has(norms[np.to] ?? '') && SENDER_PREPOSITIONS.has(norms[np.to + 1] ?? '')
  const at = issued ? np.to + 1 : np.to
  if (OWNER_PREPOSITIONS.has(norms[at] ?? '')) {
    const sender = phraseAt(text, at + 1)
    if (sender >= 0 && actors.entityOf[sender]! >= 0) return actors.entityOf[sender]!
  }
  return lastHeard(text, np.from)
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
