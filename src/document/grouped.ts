/** The places of a list's items by a key of theirs, ascending; items whose key is undefined are left out. */
export function grouped<T, K>(list: readonly T[], key: (item: T) => K | undefined): Map<K, number[]> {
  return groupedValues(list, key, (_, at) => at)
}

/** A value of each of a list's items by a key of theirs, in the order of the list. */
export function groupedValues<T, K, V>(
  list: readonly T[],
  key: (item: T) => K | undefined,
  value: (item: T, at: number) => V,
): Map<K, V[]> {
  const out = new Map<K, V[]>()
  list.forEach((item, at) => {
    const k = key(item)
    if (k === undefined) return
    const found = out.get(k)
    if (found) found.push(value(item, at))
    else out.set(k, [value(item, at)])
  })
  return out
}

/** What a map holds for some keys, in the order of the list that was grouped. */
export function gather(map: ReadonlyMap<number, readonly number[]>, keys: ReadonlySet<number>): number[] {
  if (map.size === 0 || keys.size === 0) return []
  const out: number[] = []
  for (const key of keys) for (const at of map.get(key) ?? []) out.push(at)
  return out.length > 1 ? out.sort((a, b) => a - b) : out
}
