import type { ExportOptions } from './names'
import type { NetworkEdge, NetworkNode } from './network'
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, toNetwork } from './network'
import type { Reports, SourceTexts } from './sources'
import { element, escapeXml, xmlDocument } from './xml'

const NODE_KEYS = { label: 'string', ...NODE_ATTRIBUTES }
const EDGE_KEYS = { weight: 'integer', ...EDGE_ATTRIBUTES }
const TYPES: Readonly<Record<string, string>> = { integer: 'int' }

/** Writes the network of actors and targets as GraphML. */
export function toGraphml(reports: Reports, texts: SourceTexts, options: ExportOptions = {}): string {
  const { nodes, edges } = toNetwork(reports, texts, options)
  const declare = (of: 'node' | 'edge', keys: Readonly<Record<string, string>>): string[] =>
    Object.entries(keys).map(([name, type]) =>
      element('key', { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': TYPES[type] ?? type }),
    )
  const values = (what: NetworkNode | NetworkEdge, of: 'node' | 'edge', keys: Readonly<Record<string, string>>): string[] =>
    Object.keys(keys).map((name) => element('data', { key: `${of}-${name}` }, escapeXml(String(what[name as keyof typeof what]))))
  return xmlDocument(
    element('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [
      ...declare('node', NODE_KEYS),
      ...declare('edge', EDGE_KEYS),
      element('graph', { id: 'demarche', edgedefault: 'directed' }, [
        ...nodes.map((node) => element('node', { id: node.key }, values(node, 'node', NODE_KEYS))),
        ...edges.map((edge) => element('edge', { source: edge.source, target: edge.target }, values(edge, 'edge', EDGE_KEYS))),
      ]),
    ]),
  )
}
