// Several targets at once: one row for each actor and target.
import { createAnalyzer, moscowTalks } from 'demarche'

const text =
  'Pakistan welcomed the Moscow talks on Afghanistan on Tuesday. ' +
  'The Taliban will attend the Moscow talks, but they rejected the Istanbul conference, a spokesman said.'

const istanbul = { id: 'istanbul', name: 'the Istanbul conference', aliases: ['conference in Istanbul'] }
const analyzer = createAnalyzer({ targets: [moscowTalks, istanbul] })
for (const { actor, target, stance } of analyzer.analyze(text).actors) console.log(`${target}: ${actor.name}: ${stance}`)
