import { expectTypeOf, test } from 'vitest'
import type { ActorStance, Evidence, Mention, Span, Stance, StanceReport } from '../../src/index'
import { analyze, createAnalyzer, defaultActors, defaultRules, moscowTalks } from '../../src/index'

/** The type with every property readonly, all the way down. */
type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

/** The type itself where JSON can hold it, else `never` in the place that it cannot. */
type JsonSafe<T> = unknown extends T
  ? never
  : T extends string | number | boolean | null
    ? T
    : T extends
          | ((...args: never[]) => unknown)
          | undefined
          | symbol
          | bigint
          | Date
          | ReadonlyMap<never, never>
          | ReadonlySet<never>
          | ArrayBufferView
      ? never
      : { [K in keyof T]: JsonSafe<T[K]> }

test('reports are readonly all the way down', () => {
  expectTypeOf<StanceReport>().toEqualTypeOf<DeepReadonly<StanceReport>>()
  expectTypeOf<{ a: { b: number }[] }>().not.toEqualTypeOf<DeepReadonly<{ a: { b: number }[] }>>()
  expectTypeOf<{ readonly a: readonly { b: number }[] }>().not.toEqualTypeOf<
    DeepReadonly<{ readonly a: readonly { b: number }[] }>
  >()
})

test('reports are what JSON can hold', () => {
  expectTypeOf<JsonSafe<StanceReport>>().toEqualTypeOf<StanceReport>()
  expectTypeOf<JsonSafe<{ a: Date }>>().not.toEqualTypeOf<{ a: Date }>()
  expectTypeOf<JsonSafe<{ a: Map<string, number> }>>().not.toEqualTypeOf<{ a: Map<string, number> }>()
  expectTypeOf<JsonSafe<{ a: Int32Array }>>().not.toEqualTypeOf<{ a: Int32Array }>()
  expectTypeOf<JsonSafe<{ a: number | undefined }>>().not.toEqualTypeOf<{ a: number | undefined }>()
  expectTypeOf<JsonSafe<{ a: () => void }>>().not.toEqualTypeOf<{ a: () => void }>()
  expectTypeOf<JsonSafe<{ a: unknown }>>().not.toEqualTypeOf<{ a: unknown }>()
})

test('what is asked is what is told', () => {
  expectTypeOf<Stance>().toEqualTypeOf<'support' | 'oppose' | 'conditional' | 'none'>()
  expectTypeOf<ActorStance['stance']>().toEqualTypeOf<Stance>()
  expectTypeOf<ActorStance['conditions']>().toEqualTypeOf<readonly Span[]>()
  expectTypeOf<Evidence>().toExtend<Span>()
  expectTypeOf<Mention['via']>().toEqualTypeOf<'alias' | 'nominal' | 'pronoun' | 'unlisted'>()
  expectTypeOf<StanceReport['model']>().toEqualTypeOf<string | null>()
})

test('calls', () => {
  expectTypeOf(analyze).returns.toEqualTypeOf<StanceReport>()
  expectTypeOf(analyze).toBeCallableWith('text')
  expectTypeOf(analyze).toBeCallableWith({ title: 'headline', text: 'text' }, { publishedAt: '2018-08-27', screen: true })
  expectTypeOf(createAnalyzer).toBeCallableWith()
  const targets = [moscowTalks, { id: 'doha', name: 'the Doha talks', aliases: ['talks in Doha'] }]
  expectTypeOf(createAnalyzer).toBeCallableWith({
    targets,
    actors: [...defaultActors],
    rules: [...defaultRules],
    model: null,
    minConfidence: 0.5,
  })
  // @ts-expect-error a target needs a name
  createAnalyzer({ targets: [{ id: 'doha' }] })
  // @ts-expect-error there is no such option
  createAnalyzer({ threshold: 0.5 })
  // @ts-expect-error a text is a string
  analyze(7)
})
