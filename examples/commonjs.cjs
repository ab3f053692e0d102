// From CommonJS.
const { analyze } = require('demarche')

const report = analyze('Iran refused to attend the Moscow talks on Afghanistan, its foreign ministry said on Sunday.')
for (const { actor, stance } of report.actors) console.log(`${actor.name}: ${stance}`)
