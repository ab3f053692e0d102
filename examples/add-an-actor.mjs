// An actor is one plain object, added by an array spread.
import { createAnalyzer, defaultActors } from 'demarche'

const assembly = {
  id: 'pamir-assembly',
  name: 'Pamir Assembly',
  kind: 'organisation',
  code: 'AFGPAM',
  aliases: ['Pamir Assembly', 'PASM'],
  nominals: ['the assembly'],
}

const text =
  'The Pamir Assembly welcomed the Moscow talks on Afghanistan on Monday. The assembly will send five delegates, its chairwoman said.'

const analyzer = createAnalyzer({ actors: [...defaultActors, assembly] })
for (const { actor, stance, mentions } of analyzer.analyze(text).actors) {
  console.log(
    `${actor.name} [${actor.code ?? actor.id}]: ${stance}, named as ${mentions.map((mention) => mention.text).join(', ')}`,
  )
}
