// npm run playground: bundles the library for the browser and serves examples/playground on this machine.
//
//   node scripts/playground.mjs [--build] [--port 8080]
//
// --build: only bundle; any file server can then serve examples/playground.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { values } = parseArgs({ options: { build: { type: 'boolean' }, port: { type: 'string', default: '8080' } } })
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'examples/playground')
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

await build({
  entryPoints: [join(folder, 'main.js')],
  outfile: join(folder, 'dist/playground.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  loader: { '.txt': 'text' },
  alias: {
    'demarche/export': join(root, 'src/export/index.ts'),
    'demarche/testing': join(root, 'src/testing/index.ts'),
    demarche: join(root, 'src/index.ts'),
  },
  logLevel: 'warning',
})

if (!values.build) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const type = TYPES[extname(file)]
    if (!file.startsWith(folder) || type === undefined || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('not found')
      return
    }
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
    createReadStream(file).pipe(response)
  })
  server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`))
}
