/** Freezes a plain value with all that it holds, and returns it. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    if (Array.isArray(value)) for (const inner of value) freeze(inner)
    else for (const key in value) freeze(value[key])
  }
  return value
}
