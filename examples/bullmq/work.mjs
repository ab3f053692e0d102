// Analyses texts of the queue until it is stopped. Start as many as you like, on as many machines as you like: one a core does well.
//
//   node work.mjs
//
// A worker that dies loses nothing: its text goes back to the queue when its lock runs out. SIGTERM lets it finish its text first.
import { Worker } from 'bullmq'
import { createAnalyzer } from 'demarche'
import { connect, LOCK_MS, QUEUE } from './queue.mjs'

const analyzer = createAnalyzer()

/** The same record as a line of `demarche archive`. */
function analyze({ data: { id, text, title, publishedAt } }) {
  const options = publishedAt === undefined ? { screen: true } : { screen: true, publishedAt }
  const report = analyzer.analyze(title === undefined ? text : { title, text }, options)
  return { id, ...(publishedAt === undefined ? {} : { publishedAt }), report }
}

const connection = connect()
const worker = new Worker(QUEUE, async (job) => analyze(job), {
  connection,
  lockDuration: LOCK_MS,
  stalledInterval: LOCK_MS,
  maxStalledCount: 10, // deaths of workers that a text survives
})
worker.on('error', (error) => console.error(error.message))

async function stop() {
  await worker.close()
  connection.disconnect()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
