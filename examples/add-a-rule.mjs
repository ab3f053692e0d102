// A rule is one plain object, added by an array spread.
import { createAnalyzer, defaultRules } from 'demarche'

const rule = {
  id: 'support.roll-out-carpet',
  kind: 'cue',
  stance: 'support',
  weight: 2,
  pattern: 'roll<VERB> out the red carpet for <target>',
  examples: ['Norway [rolled out the red carpet for the Moscow talks].'],
  counterExamples: ['Norway rolled out the red carpet for the king.'],
}

const text = 'Norway rolled out the red carpet for the Moscow talks on Afghanistan on Monday.'

for (const [title, rules] of [
  ['before', defaultRules],
  ['after', [...defaultRules, rule]],
]) {
  for (const row of createAnalyzer({ rules }).analyze(text).actors) {
    const fired = row.evidence.flatMap((evidence) => evidence.rules.map((match) => match.rule))
    console.log(`${title}: ${row.actor.name}: ${row.stance} (${fired.join(', ') || 'no rule'})`)
  }
}
