import { defineConfig } from 'tsup'
import { bundledData } from './scripts/build/bundled-data'

/** The library's entries, which the command imports as its users do: nothing of the library is in the command's own files. */
const ENTRY = /^(?:\.\.\/)+((?:(?:train|testing|track|export)\/)?index)$/

export default defineConfig([
  {
    entry: ['src/index.ts', 'src/{train,testing,track,export}/index.ts'],
    format: ['esm', 'cjs'],
    target: 'es2022',
    dts: true,
    clean: ['!cli/**'],
    splitting: true, // one copy of the data and one DemarcheError for all entries, in CommonJS too
    treeshake: true,
    noExternal: [/^natural/],
    esbuildPlugins: [bundledData],
  },
  {
    entry: { main: 'src/cli/main.ts', worker: 'src/cli/archive/worker.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    target: 'es2022',
    clean: true,
    splitting: true,
    noExternal: [/^natural/],
    esbuildPlugins: [
      {
        name: 'the library stays outside',
        setup: (build) =>
          build.onResolve({ filter: ENTRY }, ({ path }) => ({ path: path.replace(ENTRY, '../$1.js'), external: true })),
      },
    ],
  },
])
