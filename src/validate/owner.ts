/** Whose fault something is: `rule oppose.turn-down`. */
export type Owner = { readonly owner?: string }

/** The owner of faults in an object that has an id. */
export const ownerOf = (what: string, value: Readonly<Record<string, unknown>>): Owner =>
  typeof value['id'] === 'string' && value['id'] !== '' ? { owner: `${what} ${value['id']}` } : {}
