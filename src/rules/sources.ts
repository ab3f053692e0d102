import type { Speaker } from '../attribution/speakers'
import { phraseEntities } from './phrase-entities'
import type { Scene } from './scene'

/** Who says so, where it is not the holder: the speaker, or whoever quotes the one who speaks ("'We shall not attend', they wrote to us"). */
export function sourceOf(scene: Scene, speaker: Speaker | undefined, holder: number, clause: number): number {
  const speakers = speaker ? speakerEntities(scene, speaker) : []
  if (speakers.length > 0 && !speakers.includes(holder)) return speaker!.entity
  // "an official said that both China and Iran had told her …": whoever passes it on
  const relay =
    speaker && speakers.includes(holder) && speaker.clause >= 0 ? scene.attribution.speakerOf(speaker.clause) : undefined
  if (relay && relay.entity >= 0 && !speakers.includes(relay.entity)) return relay.entity
  const { document, syntax, attribution } = scene
  const quotation = document.quotationOf[syntax.clauses[clause]!.verb.head]!
  const parent = quotation >= 0 ? document.quotations[quotation]!.parent : -1
  const outer = parent >= 0 ? attribution.quotationSpeakers[parent] : undefined
  return outer && outer.entity !== holder ? outer.entity : -1
}

/** The entities that speak together: "China and Iran said". */
function speakerEntities(scene: Scene, { entity, phrase, clause }: Speaker): readonly number[] {
  if (entity < 0) return []
  return phrase >= 0 && clause >= 0 ? [entity, ...phraseEntities(scene, phrase, clause)] : [entity]
}
