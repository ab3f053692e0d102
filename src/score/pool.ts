/** Weight of the single statements beside all of them together. */
const STATEMENTS = 0.7

/** How much more an actor's statements speak for each label than for the last, `none`. One clear statement is enough, and several add up. */
export function poolStatements(statements: readonly (readonly number[])[], text: readonly number[]): number[] {
  const last = text.length - 1
  return text.map((logit, k) => {
    const together = logit - text[last]!
    if (k === last || statements.length === 0) return together
    const margins = statements.map((logits) => logits[k]! - logits[last]!)
    const most = margins.reduce((a, b) => Math.max(a, b))
    const pooled = most + Math.log(margins.reduce((sum, margin) => sum + Math.exp(margin - most), 0))
    return STATEMENTS * pooled + (1 - STATEMENTS) * together
  })
}
