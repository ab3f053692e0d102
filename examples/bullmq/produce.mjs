// Puts the texts of an archive into the queue: JSON Lines of { id, text, title?, publishedAt? }.
//
//   node produce.mjs archive.jsonl
//
// A text's id is its job's id: who runs this twice, or again after a crash, adds nothing twice.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Queue } from 'bullmq'
import { connect, QUEUE } from './queue.mjs'

/** Texts are sent in groups; no more than these are in memory. */
const GROUP = 500

/** BullMQ takes no colon in a job's id, and ids may be long addresses: a hash stands for them. */
const jobId = (id) => createHash('sha256').update(JSON.stringify(id)).digest('hex')

const connection = connect()
const queue = new Queue(QUEUE, { connection })

let group = []
let texts = 0
async function send() {
  await queue.addBulk(group)
  texts += group.length
  group = []
}

for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (line.trim() === '') continue
  const text = JSON.parse(line)
  const opts = { jobId: jobId(text.id), attempts: 3, removeOnComplete: false, removeOnFail: false }
  group.push({ name: 'analyze', data: text, opts })
  if (group.length === GROUP) await send()
}
await send()
console.log(`${texts} texts in the queue`)

await queue.close()
connection.disconnect()
