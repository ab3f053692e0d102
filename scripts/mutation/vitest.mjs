import { format } from 'node:util'
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'
import * as chai from 'chai'

// What the tests of mutants take from vitest, so that they run again and again in the process in which they are loaded.

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

export const expect = chai.expect

/** The tests that were declared since the last call, in their order: `{ name, run }`. */
export function declaredTests() {
  const declared = tests
  tests = []
  return declared
}

let tests = []
const path = []

export function describe(name, body) {
  path.push(name)
  body()
  path.pop()
}

export function test(name, run) {
  tests.push({ name: [...path, name].join(' > '), run })
}

describe.each = eachOf(describe)
test.each = eachOf(test)
export const it = test

/** Their work is for people who read along. */
export const afterAll = () => undefined

function eachOf(declare) {
  return (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row]
      const named = name.replace(/\$(\w+)/g, (found, key) => String(row[key] ?? found))
      declare(format(named, ...values.slice(0, (named.match(/%[a-z]/g) ?? []).length)), () => body(...values))
    }
  }
}
