import { defineConfig } from 'vitest/config'

/** Tests that run what users run. */
const BUILT = ['test/examples.test.ts', 'test/cli/built/**/*.test.ts', 'test/examples/**/*.test.ts']

const json = process.env['DEMARCHE_TEST_JSON']

export default defineConfig({
  test: {
    reporters: json ? ['default', ['json', { outputFile: json }]] : ['default'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      reportOnFailure: true,
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: BUILT } },
      // Against dist/, which the set-up builds where it is missing or older than its sources.
      { extends: true, test: { name: 'built', include: BUILT, globalSetup: 'test/build.ts' } },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'tsconfig.node.json',
            ignoreSourceErrors: true,
          },
        },
      },
    ],
  },
})
