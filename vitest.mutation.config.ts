import { defineConfig } from 'vitest/config'

/** The tests that mutants of rules, attribution and report are tried on: those of these rooms, without golden texts and examples. */
export default defineConfig({
  test: {
    include: ['test/{rules,attribution,report}/**/*.test.ts'],
    // the proof of every built-in rule takes longer than all others together
    exclude: ['test/rules/rules.test.ts', 'test/rules/pattern-cost.test.ts'],
    testTimeout: 20_000,
  },
})
