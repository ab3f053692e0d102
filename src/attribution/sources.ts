import { NOBODY, SPEAKER } from '../mentions/entities'
import type { Speaker } from './speaker'
import { ownerOfStatement } from './statements'
import type { Text } from './text'
import { phraseAt } from './text'

const VIEW_PREPOSITIONS = new Set(['in', 'by', 'to', 'from'])
const VIEW_NOUNS = new Set(
  'view opinion eye judgment judgement estimation estimate assessment reading account telling reckoning word mind standpoint perspective viewpoint version'.split(
    ' ',
  ),
)
/** "For Tehran, the talks are …", "To Ghani, they were a trick". */
const FRONTED = new Set(['for', 'to'])

/** The source that a unit's words name without a verb: "according to X", "in X's view", "for X, …"; undefined where they name none. */
export function sourceOfUnit(text: Text, unit: number): Speaker | undefined {
  const { norms } = text.document
  const { tokens } = text.syntax.units[unit]!
  for (let k = 0; k + 1 < tokens.length; k++) {
    const t = tokens[k]!
    const norm = norms[t]!
    const source =
      norm === 'according' && norms[t + 1] === 'to'
        ? accordingTo(text, t + 2)
        : VIEW_PREPOSITIONS.has(norm)
          ? viewOf(text, t, k === 0)
          : undefined
    const found = source ?? (k === 0 && FRONTED.has(norm) ? fronted(text, t + 1) : undefined)
    if (found) return found
  }
  return undefined
}

function accordingTo(text: Text, token: number): Speaker | undefined {
  const phrase = phraseAt(text, token)
  if (phrase < 0) return undefined
  const named = text.actors.entityOf[phrase]!
  const entity = named < 0 ? ownerOfStatement(text, phrase) : named
  return reported(entity === SPEAKER ? NOBODY : entity, phrase)
}

/** "in Lavrov's view", "in the eyes of Tehran", set off by a comma or opening the sentence. */
function viewOf(text: Text, preposition: number, opens: boolean): Speaker | undefined {
  const { document, syntax, actors } = text
  const { norms, lemmas } = document
  const phrase = phraseAt(text, preposition + 1)
  if (phrase < 0) return undefined
  const np = syntax.nounPhrases[phrase]!
  if (!VIEW_NOUNS.has(lemmas[np.head]!)) return undefined
  const whose = norms[np.to] === 'of' ? phraseAt(text, np.to + 1) : -1
  const end = whose >= 0 ? syntax.nounPhrases[whose]!.to : np.to
  if (!opens && norms[preposition - 1] !== ',' && norms[end] !== ',') return undefined
  if (whose >= 0) return actors.entityOf[whose]! >= 0 ? reported(actors.entityOf[whose]!, whose) : undefined
  const owner = np.possessor >= 0 ? actors.entityOf[np.possessor]! : actors.ownerOf[phrase]!
  return owner >= 0 ? reported(owner, np.possessor >= 0 ? np.possessor : phrase) : undefined
}

function fronted(text: Text, token: number): Speaker | undefined {
  const phrase = phraseAt(text, token)
  if (phrase < 0 || text.document.norms[text.syntax.nounPhrases[phrase]!.to] !== ',') return undefined
  const entity = text.actors.entityOf[phrase]!
  return entity >= 0 ? reported(entity, phrase) : undefined
}

const reported = (entity: number, phrase: number): Speaker => ({ entity, phrase, mode: 'reported', clause: -1 })
