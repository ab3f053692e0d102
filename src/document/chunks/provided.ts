import { isModal } from './auxiliaries'
import type { TokenRun } from './token-run'

/** "provided that", "provided all travel together": whether the word at a place is a conjunction. */
export function isProvided(run: TokenRun, k: number): boolean {
  const norm = run.norm(k)
  if (norm !== 'provided' && norm !== 'providing') return false
  if (run.norm(k + 1) === 'that') return true
  if (norm !== 'provided') return false
  const next = run.pos(k + 1)
  const before = run.pos(k - 1)
  if (saysWould(run, k) && /^(?:NOUN|ADJ|DET|PROPN|PRON|NUM)$/.test(next)) return true
  const isPredicate = before === 'AUX' || before === 'PRON' || before === 'PROPN'
  return k > 0 && !isPredicate && /^(?:DET|PRON|PROPN)$/.test(next) && run.norm(k - 1) !== ','
}

/** Does a modal stand before a place? */
function saysWould(run: TokenRun, k: number): boolean {
  for (let j = k - 1; j >= 0 && j > k - 30; j--)
    if (isModal(run.norm(j)) || /^(ready|willing|prepared)$/.test(run.norm(j))) return run.pos(k - 1) !== 'AUX'
  return false
}
