// Writes the reports of the queue to a file, each once, and ends when no text is left.
//
//   node collect.mjs reports.jsonl
//
// The file is the truth: a job is removed from Redis only when its report is on the disk. Killed in between, the next run sees that the report is
// there already. A last line that is torn is cut, and its report comes again.
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, truncateSync, writeSync } from 'node:fs'
import { Queue } from 'bullmq'
import { connect, QUEUE } from './queue.mjs'

const PAGE = 200
const [, , path] = process.argv

/** Ids that the file has, and where its last whole line ends. */
async function readDone() {
  const done = new Set()
  let end = 0
  if (!existsSync(path)) return { done, end }
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk])
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      done.add(JSON.stringify(JSON.parse(rest.subarray(0, at)).id))
      end += at + 1
      rest = rest.subarray(at + 1)
    }
  }
  return { done, end }
}

const { done, end } = await readDone()
if (existsSync(path)) truncateSync(path, end)
const file = openSync(path, 'a')

const connection = connect()
const queue = new Queue(QUEUE, { connection })

/** Writes the reports that are ready; says how many there were. */
async function collectPage() {
  const jobs = (await queue.getCompleted(0, PAGE - 1)).filter((job) => job !== undefined)
  const fresh = jobs.filter(({ returnvalue }) => !done.has(JSON.stringify(returnvalue.id)))
  writeAll(fresh.map(({ returnvalue }) => `${JSON.stringify(returnvalue)}\n`).join(''))
  for (const { returnvalue } of fresh) done.add(JSON.stringify(returnvalue.id))
  await Promise.all(jobs.map((job) => job.remove()))
  return jobs.length
}

function writeAll(text) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
  fsyncSync(file)
}

/** Texts that are not analysed yet. */
async function left() {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'paused', 'prioritized')
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

for (;;) {
  const open = await left() // asked first: what is analysed meanwhile is on the page
  if ((await collectPage()) > 0) continue
  if (open === 0) break
  await new Promise((resolve) => setTimeout(resolve, 200))
}

const failed = await queue.getFailed()
for (const job of failed) console.error(`${JSON.stringify(job.data.id)}: ${job.failedReason}`)
console.log(`${done.size} reports in ${path}, ${failed.length} texts failed`)
process.exitCode = failed.length > 0 ? 3 : 0

closeSync(file)
await queue.close()
connection.disconnect()
