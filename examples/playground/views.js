// What the page shows beside the report. Text goes in as text, never as HTML.
import { defaultRules } from 'demarche'

const SHOWN = 60

/** Makes an element with a class and children. */
export function make(name, className, ...children) {
  const node = document.createElement(name)
  if (className) node.className = className
  node.append(...children)
  return node
}

/** Where the user's rule matches in the article, and what becomes of each match. */
export function showMatches(node, id, { votes, dismissed, reading }) {
  const { document: read, actors } = reading
  const words = ({ from, to }) => read.text.slice(read.start[from], read.end[to - 1])
  const counted = votes
    .filter(({ hit }) => hit.rule === id)
    .map(({ hit, stance, holder }) => ({
      hit,
      note: `counts: ${actors.entities[holder]?.name ?? 'nobody'}, ${stance}`,
      counts: true,
    }))
  const others = dismissed
    .filter(({ hit }) => hit.rule === id)
    .map(({ hit, reason }) => ({ hit, note: `does not count: ${reason}`, counts: false }))
  const all = [...counted, ...others].sort((a, b) => a.hit.from - b.hit.from)
  if (all.length === 0) return node.replaceChildren(make('li', '', 'No match.'))
  node.replaceChildren(
    ...all.map(({ hit, note, counts }) => make('li', counts ? 'counts' : '', make('q', '', words(hit)), make('small', '', note))),
  )
}

/** What `checkRules` has to say. */
export function showProblems(node, problems) {
  if (problems.length === 0) return node.replaceChildren(make('p', 'fine', '✓ All examples hold.'))
  node.replaceChildren(
    ...problems.map(({ message }) => {
      const [first, ...rest] = message.split('\n')
      return make('div', 'problem', `✗ ${first}`, ...(rest.length > 0 ? [make('pre', '', rest.join('\n'))] : []))
    }),
  )
}

/** Ids of the rules that had a part in the report. */
export function firedIn({ actors, unattributed }) {
  const matches = [...actors.flatMap(({ evidence }) => evidence), ...unattributed].flatMap(({ rules }) => rules)
  return new Set(matches.flatMap(({ rule, modifiers }) => [rule, ...modifiers]))
}

/** The rules that fired or are off, or those that a search finds. */
export function showRules(list, count, { search, fired, off, toggle }) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found =
    words.length === 0
      ? defaultRules.filter(({ id }) => fired.has(id) || off.has(id))
      : defaultRules.filter(({ id, pattern }) => words.every((word) => `${id} ${pattern}`.toLowerCase().includes(word)))
  const what = words.length === 0 ? 'rules fired here or are off' : `of ${defaultRules.length} rules found`
  count.textContent = `${found.length} ${what}${found.length > SHOWN ? `, the first ${SHOWN} shown` : ''}${off.size > 0 ? `; ${off.size} off` : ''}`
  list.replaceChildren(
    ...found.slice(0, SHOWN).map(({ id, kind, pattern, ...rule }) => {
      const box = make('input')
      box.type = 'checkbox'
      box.checked = !off.has(id)
      box.dataset.rule = id
      box.addEventListener('change', () => toggle(id, box.checked))
      const says = kind === 'cue' ? rule.stance : kind === 'modifier' ? rule.effect : kind
      const label = make('label', '', box, make('code', '', id), make('span', 'kind', says), make('code', 'pattern', pattern))
      return make('li', off.has(id) ? 'off' : '', label)
    }),
  )
}
