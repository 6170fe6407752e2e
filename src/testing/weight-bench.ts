import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { buildSite } from '../build/build.ts'
import { launchChromium } from './chromium.ts'
import { PAGE_KINDS } from './page-kinds.ts'

/** What a page costs its first visitor, as a real browser saw it. */
export interface PageWeight {
  readonly address: string
  readonly requests: number
  /** Bytes over the wire, gzip, headers and all. */
  readonly bytes: number
  readonly styles: number
  readonly scripts: number
  /** Cumulative layout shift, as Chromium counts it. */
  readonly shift: number
  /** Requests that the first paint waits for, the page itself not counted. */
  readonly blocking: number
}

/**
 * Builds a content folder and opens one page of each kind with an empty cache.
 * @throws Error where the content has errors and so no site
 */
export async function benchWeight(content: string): Promise<PageWeight[]> {
  const around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-weight-'))
  try {
    const site = path.join(around, 'site')
    const { published } = await buildSite({ content, output: site })
    if (!published) throw new Error(`The content in ${content} has errors: npm run validate tells which.`)
    const host = await hostCompressed(site)
    const browser = await launchChromium()
    try {
      const weights: PageWeight[] = []
      for (const address of Object.values(PAGE_KINDS)) weights.push(await weigh(browser, host.url, address))
      return weights
    } finally {
      await browser.close()
      await host.close()
    }
  } finally {
    await rm(around, { recursive: true, force: true })
  }
}

async function weigh(browser: Browser, site: string, address: string): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  let requests = 0
  let bytes = 0
  const inline = new Set<string>()
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('data:')) inline.add(requestId)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (inline.has(requestId)) return
    requests += 1
    bytes += encodedDataLength
  })
  await page.goto(new URL(address, site).href, { waitUntil: 'networkidle' })
  const seen = await page.evaluate<Pick<PageWeight, 'styles' | 'scripts' | 'shift' | 'blocking'>>(`(async () => {
    const resources = performance.getEntriesByType('resource')
    const shifts = await new Promise((resolve) => {
      const entries = []
      new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(entries), 50)
    })
    return {
      styles: resources.filter(({ name }) => name.endsWith('.css')).length,
      scripts: document.querySelectorAll('script[src]').length,
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      blocking: resources.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').length,
    }
  })()`)
  await context.close()
  return { address, requests, bytes, ...seen }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** A host that compresses what it sends, as those of municipalities do. */
async function hostCompressed(folder: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const file = path.join(folder, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    try {
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(await readFile(file)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The weights as a table of plain text, the heaviest page first. */
export function weightTable(weights: readonly PageWeight[]): string {
  const rows = [...weights]
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ address, requests, bytes, styles, scripts, shift, blocking }) => [
      `/${address}`,
      `${(bytes / 1000).toFixed(1)} kB`,
      String(requests),
      String(styles),
      String(blocking),
      String(scripts),
      shift.toFixed(3),
    ])
  const head = ['side', 'vægt', 'hentninger', 'stilark', 'før visning', 'scripts', 'ryk']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((cells) => `${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}\n`)
    .join('')
}
