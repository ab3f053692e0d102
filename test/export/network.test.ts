import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { describe, expect, test } from 'vitest'
import type { Network, Reports, SourceTexts } from '../../src/export/index'
import { toGexf, toGraphml, toNetwork } from '../../src/export/index'
import type { StanceReport } from '../../src/index'
import { hostile, NASTY, reports, targets, texts } from './samples'

const FORMATS = [
  ['GEXF', toGexf, (xml: string) => parseGexf(Graph, xml)],
  ['GraphML', toGraphml, (xml: string) => parseGraphml(Graph, xml)],
] as const

/** What a reader of the file has in hand. */
const readBack = (graph: Graph): unknown => ({
  nodes: graph.mapNodes((key, attributes) => ({ key, ...attributes })),
  edges: graph.mapEdges((_, attributes, source, target) => ({ source, target, ...attributes })),
})

describe.each(FORMATS)('%s', (_, write, read) => {
  const roundTrip = (r: Reports, t: SourceTexts): [unknown, Network] => [
    readBack(read(write(r, t, { targets }))),
    toNetwork(r, t, { targets }),
  ]
  test('reads back as the network that it was', () => {
    const [found, network] = roundTrip(reports, texts)
    expect(network.edges.length).toBeGreaterThan(10)
    expect(found).toEqual(network)
  })
  test.each(NASTY)('%j everywhere reads back, without control characters', (words) => {
    const { report, text } = hostile(words)
    const [found, network] = roundTrip(report, text)
    expect(found).toEqual(network)
    expect(write(report, text)).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u)
  })
  test('nothing at all', () => {
    expect(readBack(read(write([], [])))).toEqual({ nodes: [], edges: [] })
  })
})

describe('an edge says what all texts together show', () => {
  const stances = (...list: StanceReport['actors'][number]['stance'][]) =>
    toNetwork(
      list.map((stance) => {
        const [row] = reports[2]!.actors
        return { ...reports[2]!, actors: [{ ...row!, stance, score: stance === 'support' ? 0.5 : -0.5 }] }
      }),
      list.map(() => texts[2]!.text),
      { targets },
    ).edges
  test.each([
    { list: ['support', 'oppose', 'oppose'], stance: 'oppose', counts: [1, 2, 0, 0] },
    { list: ['support', 'oppose'], stance: 'oppose', counts: [1, 1, 0, 0] },
    { list: ['oppose', 'support', 'none', 'none', 'none'], stance: 'support', counts: [1, 1, 0, 3] },
    { list: ['none', 'none'], stance: 'none', counts: [0, 0, 0, 2] },
    { list: ['conditional'], stance: 'conditional', counts: [0, 0, 1, 0] },
  ] as const)('$list is $stance', ({ list, stance, counts }) => {
    const [edge] = stances(...list)
    expect(edge).toMatchObject({ stance, weight: list.length })
    expect([edge!.support, edge!.oppose, edge!.conditional, edge!.none]).toEqual(counts)
  })
  test('its score is the mean', () => expect(stances('support', 'support', 'oppose', 'oppose')[0]!.score).toBe(0))
})
