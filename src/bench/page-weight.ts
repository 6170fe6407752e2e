import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { buildSite } from '../build/build.ts'
import { launchChromium } from '../testing/chromium.ts'
import { PAGE_KINDS } from '../testing/page-kinds.ts'
import { hostCompressed } from './compressed-host.ts'
import type { Table } from './table.ts'
import { countTraffic, type Traffic } from './traffic.ts'

/** What a page costs its first visitor, as a real browser saw it. */
export interface PageWeight extends Readonly<Traffic> {
  readonly address: string
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
  const traffic = await countTraffic(page)
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
  return { address, ...traffic, ...seen }
}

/** The weights as a table, the heaviest page first. */
export function weightTable(weights: readonly PageWeight[]): Table {
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
  return { title: 'Sider', head: ['side', 'vægt', 'hentninger', 'stilark', 'før visning', 'scripts', 'ryk'], rows }
}
