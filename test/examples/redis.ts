import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

const found = (): boolean => spawnSync('redis-server', ['--version']).status === 0

/** Whether there is a Redis server; on a Debian machine of its own (CI as root) it is installed where it is missing. */
export function haveRedis(): boolean {
  if (found()) return true
  if (process.env['CI'] === undefined || process.getuid?.() !== 0) return false
  const install = (): boolean =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], { timeout: 180_000 }).status === 0
  if (!install()) {
    spawnSync('apt-get', ['update'], { timeout: 120_000 })
    install()
  }
  return found()
}

/** A server of the test's own, on a free port of this machine, that keeps nothing. */
export async function startRedis(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const port = await freePort()
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
  ]
  const server: ChildProcess = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/tmp' })
  await new Promise<void>((resolve, reject) => {
    server.on('exit', (code) => reject(new Error(`redis-server ended with ${code}`)))
    server.stdout!.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve()
    })
  })
  return { url: `redis://127.0.0.1:${port}`, stop: () => void server.kill() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
