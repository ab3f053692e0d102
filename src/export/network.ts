import type { ActorStance, Stance } from '../types'
import { STANCES } from '../types'
import type { ExportOptions } from './names'
import { targetNamer } from './names'
import type { Reports, SourceTexts } from './sources'
import { pair } from './sources'
import { cleanText } from './characters'

/** An actor or a target. */
export interface NetworkNode {
  /** `actor:` or `target:`, and the id. */
  readonly key: string
  readonly label: string
  readonly kind: 'actor' | 'target'
  /** The CAMEO-style code of an actor; empty where there is none. */
  readonly code: string
  /** Id of the principal of an actor; empty where there is none. */
  readonly partOf: string
}

/** What all texts together show of one actor's stance toward one target. */
export interface NetworkEdge {
  readonly source: string
  readonly target: string
  /** In how many texts the actor has a row on this target; at least 1. */
  readonly weight: number
  /** The position that most texts show, of equally many the later one's; `none` if no text shows one. */
  readonly stance: Stance
  /** Number of texts with each stance; together they are `weight`. */
  readonly support: number
  readonly oppose: number
  readonly conditional: number
  readonly none: number
  /** Mean of the scores, −1 to 1. */
  readonly score: number
}

/** Actors and targets, with an edge from each actor to each target on which it has a row. Texts hold no control characters. */
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
}

/** Projects reports onto a network: what `toGexf` and `toGraphml` write. Texts are taken to be in the order of time. */
export function toNetwork(reports: Reports, texts: SourceTexts, options: ExportOptions = {}): Network {
  const nameOf = targetNamer(options)
  const nodes = new Map<string, NetworkNode>()
  const pairs = new Map<string, { source: string; target: string; rows: ActorStance[] }>()
  for (const row of pair(reports, texts).flatMap(({ report }) => report.actors)) {
    const { actor } = row
    const [source, target] = [cleanText(`actor:${actor.id}`), cleanText(`target:${row.target}`)]
    const [code, partOf] = [cleanText(actor.code ?? ''), cleanText(actor.partOf ?? '')]
    if (!nodes.has(source)) nodes.set(source, { key: source, label: cleanText(actor.name), kind: 'actor', code, partOf })
    if (!nodes.has(target))
      nodes.set(target, { key: target, label: cleanText(nameOf(row.target)), kind: 'target', code: '', partOf: '' })
    const key = JSON.stringify([source, target])
    const known = pairs.get(key) ?? { source, target, rows: [] }
    known.rows.push(row)
    pairs.set(key, known)
  }
  const edges = [...pairs.values()].map(({ source, target, rows }) => ({ source, target, ...pool(rows) }))
  return { nodes: [...nodes.values()], edges }
}

function pool(rows: readonly ActorStance[]): Omit<NetworkEdge, 'source' | 'target'> {
  const count = (stance: Stance): number => rows.filter((row) => row.stance === stance).length
  const last = (stance: Stance): number => rows.map((row) => row.stance).lastIndexOf(stance)
  const [first = 'none'] = STANCES.filter((stance) => stance !== 'none' && count(stance) > 0).sort(
    (a, b) => count(b) - count(a) || last(b) - last(a),
  )
  return {
    weight: rows.length,
    stance: first,
    support: count('support'),
    oppose: count('oppose'),
    conditional: count('conditional'),
    none: count('none'),
    score: rows.reduce((sum, { score }) => sum + score, 0) / rows.length,
  }
}

/** The attributes that network files declare, with their types. */
export const NODE_ATTRIBUTES = { kind: 'string', code: 'string', partOf: 'string' } as const
export const EDGE_ATTRIBUTES = {
  stance: 'string',
  support: 'integer',
  oppose: 'integer',
  conditional: 'integer',
  none: 'integer',
  score: 'double',
} as const
