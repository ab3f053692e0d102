// Any round of talks can be the target: an id and a name are enough.
import { createAnalyzer } from 'demarche'

const text =
  'Ethiopia said on Monday that it would send its foreign minister to the Nairobi talks. ' +
  'Sudan rejected the Nairobi talks as foreign interference. ' +
  'Egypt said that it would attend the Nairobi talks only if Sudan took part.'

const analyzer = createAnalyzer({ targets: [{ id: 'nairobi', name: 'the Nairobi talks' }] })
for (const { actor, stance, conditions } of analyzer.analyze(text).actors) {
  const demands = conditions.map((condition) => condition.text).join('; ')
  console.log(`${actor.name}: ${stance}${demands && ` (on condition: ${demands})`}`)
}
