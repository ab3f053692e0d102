import { defineConfig } from 'vitest/config'

const json = process.env['DEMARCHE_TEST_JSON']

export default defineConfig({
  test: {
    reporters: json ? ['default', ['json', { outputFile: json }]] : ['default'],
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/examples.test.ts'] } },
      // Against dist/, which the set-up builds where it is missing or older than its sources.
      { extends: true, test: { name: 'examples', include: ['test/examples.test.ts'], globalSetup: 'test/build.ts' } },
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
