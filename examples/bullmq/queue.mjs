// What producer, workers and collector share. Settings come from the environment:
//
//   REDIS_URL       default redis://127.0.0.1:6379
//   DEMARCHE_QUEUE  name of the queue, default "demarche"
//   LOCK_MS         after so many milliseconds without a sign of life a worker counts as dead and its text goes to another; default 30000
import { Redis } from 'ioredis'

export const QUEUE = process.env.DEMARCHE_QUEUE ?? 'demarche'
export const LOCK_MS = Number(process.env.LOCK_MS ?? 30_000)

/** BullMQ waits as long as Redis is away, where the connection does not give up by itself. */
export const connect = () => new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', { maxRetriesPerRequest: null })
