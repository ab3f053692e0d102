import schema from './report.schema.json'

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The JSON Schema (draft 2020-12) of a `StanceReport`; the package has it as `demarche/report.schema.json`, too. */
export const reportSchema: JsonSchema = schema
