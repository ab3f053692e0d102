import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/{train,testing,export}/index.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  dts: true,
  clean: true,
  splitting: true, // one copy of the data and one DemarcheError for all entries, in CommonJS too
  treeshake: true,
  noExternal: [/^natural/],
})
