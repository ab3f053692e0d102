/** The names of a type's fields, each named once: a field that the type gains is an error of the compiler until it is checked too. */
export function fieldsOf<T>(fields: Readonly<Record<keyof T, 1>>): readonly string[] {
  return Object.keys(fields)
}
