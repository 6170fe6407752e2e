import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'

/** Address on which a page hears that it should load again. */
const EVENTS = '/__forhaandsvisning'

/** A server for one's own eyes: serves a folder on this machine alone, and tells open pages to load again. */
export interface PreviewServer {
  readonly url: string
  /** HTML laid over every page, '' for none; open pages load again. */
  show(overlay: string): void
  /** Open pages load again, with what is laid over them. */
  reload(): void
  close(): Promise<void>
}

/**
 * Serves `folder` on 127.0.0.1. The folder may be swapped for another while it runs.
 * @throws the system's error where the port is taken
 */
export async function servePreview(folder: string, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>()
  const files = sirv(folder, { dev: true, etag: true })
  let overlay = ''
  const server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname === EVENTS) {
      listen(response)
      return
    }
    const page = await readPage(folder, pathname)
    if (page !== undefined) send(response, 200, page)
    else files(request, response, () => void notFound(response))
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(':\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }

  async function notFound(response: ServerResponse): Promise<void> {
    send(response, 404, (await readFile(path.join(folder, '404.html'), 'utf8').catch(() => undefined)) ?? EMPTY_PAGE)
  }

  function send(response: ServerResponse, status: number, html: string): void {
    const client = `<script>new EventSource('${EVENTS}').onmessage=()=>location.reload()</script>`
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(html.replace('</body>', () => `${overlay}${client}</body>`))
  }

  function reload(): void {
    for (const listener of listeners) listener.write('data: ny\n\n')
  }

  await listening(server, port)
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    show(html) {
      overlay = html
      reload()
    },
    reload,
    close() {
      for (const listener of listeners) listener.end()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

const EMPTY_PAGE =
  '<!doctype html><html lang="da"><title>Forhåndsvisning</title><body><main><h1>Her er ingen side</h1></main></body></html>'

/** The HTML of a page, where the address is one. Never reads outside the folder. */
async function readPage(folder: string, pathname: string): Promise<string | undefined> {
  if (!pathname.endsWith('/') && !pathname.endsWith('.html')) return undefined
  let inside: string
  try {
    inside = path.normalize(decodeURIComponent(pathname))
  } catch {
    return undefined
  }
  if (inside.includes('..') || inside.includes('\0')) return undefined
  return readFile(path.join(folder, inside, inside.endsWith('/') ? 'index.html' : ''), 'utf8').catch(() => undefined)
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
