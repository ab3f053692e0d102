// A rule is one plain object, added by an array spread.
import { createAnalyzer, defaultRules } from 'demarche'

const rule = {
  id: 'support.clear-calendar',
  kind: 'cue',
  stance: 'support',
  weight: 2,
  pattern: 'clear<VERB> (its|his|her|their) calendar for <target>',
  examples: ['Norway [cleared its calendar for the Moscow talks].', 'Iran has [cleared its calendar for the Moscow conference].'],
  counterExamples: ['Norway cleared its calendar for the king.'],
}

const text = 'Norway cleared its calendar for the Moscow talks on Afghanistan on Monday.'

for (const [title, rules] of [
  ['before', defaultRules],
  ['after', [...defaultRules, rule]],
]) {
  for (const row of createAnalyzer({ rules }).analyze(text).actors) {
    const fired = row.evidence.flatMap((evidence) => evidence.rules.map((match) => match.rule))
    console.log(`${title}: ${row.actor.name}: ${row.stance} (${fired.join(', ') || 'no rule'})`)
  }
}
