/** What a model knows: features that it does not are not even made. */
export interface Vocabulary {
  has(feature: string): boolean
  /** Every run of up to `most` words that is a feature with a prefix, by its start and then its length. */
  grams(prefix: string, words: readonly string[], most: number, found: (feature: string) => void): void
}

/** Everything: what training starts from. */
export const EVERYTHING: Vocabulary = {
  has: () => true,
  grams(prefix, words, most, found) {
    for (let from = 0; from < words.length; from++)
      for (let n = 1; n <= most && from + n <= words.length; n++) found(`${prefix}:${words.slice(from, from + n).join(' ')}`)
  },
}

/** The words that go on from a run of words, and the feature that the run is. */
interface Node {
  feature: string | undefined
  next: Map<string, Node> | undefined
}

/** Makes a vocabulary of a model's features: runs of words are looked up word by word. */
export function vocabularyOf(features: readonly string[]): Vocabulary {
  const all = new Set(features)
  const roots = new Map<string, Node>()
  for (const feature of features) {
    const colon = feature.indexOf(':')
    let node = child(roots, feature.slice(0, colon))
    for (const word of feature.slice(colon + 1).split(' ')) node = child((node.next ??= new Map()), word)
    node.feature = feature
  }
  return {
    has: (feature) => all.has(feature),
    grams(prefix, words, most, found) {
      const root = roots.get(prefix)
      for (let from = 0; from < words.length; from++) {
        let node = root
        for (let at = from; at < from + most && at < words.length; at++) {
          node = node?.next?.get(words[at]!)
          if (node === undefined) break
          if (node.feature !== undefined) found(node.feature)
        }
      }
    },
  }
}

function child(nodes: Map<string, Node>, word: string): Node {
  let node = nodes.get(word)
  if (node === undefined) nodes.set(word, (node = { feature: undefined, next: undefined }))
  return node
}
