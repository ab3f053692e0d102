import { version } from '../version'
import type { ExportOptions } from './names'
import type { NetworkEdge, NetworkNode } from './network'
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, toNetwork } from './network'
import type { Reports, SourceTexts } from './sources'
import { element, xmlDocument } from './xml'

/** Writes the network of actors and targets as GEXF 1.3, for Gephi and its like. */
export function toGexf(reports: Reports, texts: SourceTexts, options: ExportOptions = {}): string {
  const { nodes, edges } = toNetwork(reports, texts, options)
  const declare = (of: string, attributes: Readonly<Record<string, string>>): string =>
    element(
      'attributes',
      { class: of },
      Object.entries(attributes).map(([name, type]) => element('attribute', { id: name, title: name, type })),
    )
  const values = (of: NetworkNode | NetworkEdge, attributes: Readonly<Record<string, string>>): string =>
    element(
      'attvalues',
      {},
      Object.keys(attributes).map((name) => element('attvalue', { for: name, value: of[name as keyof typeof of] })),
    )
  return xmlDocument(
    element('gexf', { xmlns: 'http://gexf.net/1.3', version: '1.3' }, [
      element('meta', {}, [element('creator', {}, `demarche ${version}`)]),
      element('graph', { mode: 'static', defaultedgetype: 'directed' }, [
        declare('node', NODE_ATTRIBUTES),
        declare('edge', EDGE_ATTRIBUTES),
        element(
          'nodes',
          {},
          nodes.map((node) => element('node', { id: node.key, label: node.label }, [values(node, NODE_ATTRIBUTES)])),
        ),
        element(
          'edges',
          {},
          edges.map((edge, index) => {
            const { source, target, weight } = edge
            return element('edge', { id: index, source, target, weight }, [values(edge, EDGE_ATTRIBUTES)])
          }),
        ),
      ]),
    ]),
  )
}
