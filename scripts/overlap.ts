// Writes test/train/overlap.json: hashes of all eight-word runs of the texts in ../shared/eval, so that the test against overlap with the training
// corpus runs where these texts are not.
import { readdirSync, writeFileSync } from 'node:fs'
import { inProject, readJsonLines, shared } from './lib/documents'
import { OVERLAP, overlapHashes } from './lib/overlap'

const folder = shared('eval')
const files = readdirSync(folder).filter((name) => name.endsWith('.docs.jsonl'))
const texts = files.flatMap((name) => (readJsonLines(`${folder}/${name}`) as { text: string }[]).map(({ text }) => text))
const hashes = [...new Set(texts.flatMap(overlapHashes))].sort()
const path = inProject('test/train/overlap.json')
writeFileSync(path, `${JSON.stringify({ words: OVERLAP, texts: texts.length, hashes: hashes.join(' ') })}\n`)
console.log(`${path}: ${hashes.length} runs of ${OVERLAP} words from ${texts.length} texts`)
