import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCorpus, writerOf } from '../../scripts/lib/corpus'
import { readJsonLines, shared } from '../../scripts/lib/documents'
import { overlapHashes } from '../../scripts/lib/overlap'
import { corpusSets } from '../../scripts/lib/training-documents'
import { nearDuplicates } from '../../src/train/duplicates'
import { STANCES } from '../../src/types'
import overlap from './overlap.json'

const corpus = readCorpus()
const documents = corpusSets().flatMap((set) => set.documents)
const known = new Set(overlap.hashes.split(' '))

test('the corpus can be read: spans are in the texts, labels are known, nothing is there twice', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(4000)
})

test('each label has its share', () => {
  for (const stance of STANCES) expect(corpus.filter((s) => s.label === stance).length, stance).toBeGreaterThanOrEqual(800)
})

test('every statement has an id, a group and a register; groups belong to one writer', () => {
  const writers = new Map<string, string>()
  for (const statement of corpus) {
    expect(statement.id, statement.text).toMatch(/^[a-z]+-\d+$/)
    expect(statement.register, statement.id).toBeTruthy()
    const writer = writers.get(statement.group!) ?? writerOf(statement)
    expect(writer, statement.id).toBe(writerOf(statement))
    writers.set(statement.group!, writer)
  }
})

test('no statement is nearly the same as one of another group', () => {
  expect(nearDuplicates(corpus).map(({ first, second }) => `${first.id} ${second.id}`)).toEqual([])
})

test('no statement shares eight words in a row with an evaluation text', () => {
  const shares = corpus.filter((s) => overlapHashes(s.text).some((hash) => known.has(hash)))
  expect(shares.map((s) => s.id)).toEqual([])
})

test('no whole text of the corpus does', () => {
  expect(documents.length).toBeGreaterThan(100)
  expect(documents.filter((d) => overlapHashes(d.text).some((hash) => known.has(hash))).map((d) => d.id)).toEqual([])
})

test("the whole texts' labels quote them: names, evidence and conditions are in the text", () => {
  for (const { documents, gold } of corpusSets()) {
    const textOf = new Map(documents.map(({ id, text }) => [id, text]))
    for (const { id, actors } of gold)
      for (const { actor, names, evidence = [], conditions = [], stance } of actors) {
        expect(STANCES, `${id} ${actor}`).toContain(stance)
        for (const quoted of [...names.filter((name) => name !== actor), ...evidence, ...conditions])
          expect(textOf.get(id), `${id} ${actor}`).toContain(quoted)
      }
  }
})

test('the test against overlap can fail', (context) => {
  if (!existsSync(shared('eval'))) return context.skip('../shared/eval is not here')
  const texts = readdirSync(shared('eval'))
    .filter((name) => name.endsWith('.docs.jsonl'))
    .flatMap((name) => (readJsonLines(shared(`eval/${name}`)) as { text: string }[]).map(({ text }) => text))
  expect(texts).toHaveLength(overlap.texts)
  for (const text of texts) for (const hash of overlapHashes(text.toUpperCase())) expect(known).toContain(hash)
})
