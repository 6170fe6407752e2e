import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { StaticHost } from '../testing/static-host.ts'
import type { Traffic } from './traffic.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** A host that tells what it has sent: bodies as they went over the wire, to pages and to their workers alike. */
export interface CountingHost extends StaticHost {
  readonly sent: Readonly<Traffic>
}

/** A host that compresses what it sends, as those of municipalities do. What was sent once is kept, so that only the first pays for it. */
export async function hostCompressed(folder: string): Promise<CountingHost> {
  const sent: Traffic = { requests: 0, bytes: 0 }
  const kept = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const file = path.join(folder, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    try {
      const body = kept.get(file) ?? gzipSync(await readFile(file))
      kept.set(file, body)
      sent.requests += 1
      sent.bytes += body.length
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    sent,
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
