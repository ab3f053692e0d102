import { readFileSync } from 'node:fs'
import type { EvaluationDocument } from '../lib/documents'
import { inProject, readJsonLines } from '../lib/documents'

/** A text to measure on, all of them written for this project. */
export interface BenchText {
  readonly name: string
  readonly text: string
  readonly words: number
}

const asText = (name: string, text: string): BenchText => ({ name, text, words: countWords(text) })

/** Words as white space separates them: the unit of every words-per-second figure. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

const read = (path: string): string => readFileSync(inProject(path), 'utf8')

const golden = ['dev', 'fresh-1', 'fresh-2'].flatMap(
  (name) => readJsonLines(inProject(`test/golden/${name}.docs.jsonl`)) as EvaluationDocument[],
)
const byLength = golden.map(({ id, text }) => asText(id, text)).sort((a, b) => a.words - b.words)

/** The article about the talks, whose figures are the headline. */
export const article = asText('article', read('examples/data/sample-article.txt').trim())

/** What `analyze` and its peers are measured on: the article, the shortest and the longest golden text. */
export const talks: readonly BenchText[] = [
  article,
  { ...byLength.at(0)!, name: 'shortest golden text' },
  { ...byLength.at(-1)!, name: 'longest golden text' },
]

/** Golden texts joined until they have `length` UTF-16 units; they come again where they do not suffice. */
export function longText(length: number): string {
  const parts: string[] = []
  for (let i = 0, size = 0; size < length; i++) {
    const { text } = golden[i % golden.length]!
    parts.push(text)
    size += text.length + 2
  }
  return parts.join('\n\n').slice(0, length)
}

/** Texts that name no talks. */
export const elsewhere: readonly BenchText[] = ['elsewhere', 'weather'].map((name) =>
  asText(name, read(`scripts/bench/data/${name}.txt`).trim()),
)
