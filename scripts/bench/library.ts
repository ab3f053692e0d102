import type * as Library from '../../src/index'
import { inProject } from '../lib/documents'

/** The library as it is shipped: the built entry. */
export const { analyze, createAnalyzer, defaultActors, defaultRules } = (await import(
  inProject('dist/index.js')
)) as typeof Library
