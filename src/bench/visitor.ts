import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Archive } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { urls } from '../publish/urls.ts'
import { attachmentsOf, readAttachments } from '../search/attachments.ts'
import { INDEX_FOLDER } from '../search/directory.ts'
import { writePlainIndex } from '../search/quality.ts'
import { type SearchRecord, searchRecord } from '../search/record.ts'
import { readContent } from '../source/read.ts'
import { launchChromium } from '../testing/chromium.ts'
import { type CountingHost, hostCompressed } from './compressed-host.ts'
import { type ContentCount, generateContent } from './content/generate.ts'
import type { ContentSize } from './content/size.ts'
import { peerPages } from './peers/pages.ts'
import { setUpPeers } from './peers/peers.ts'
import { median } from './process.ts'
import { buildArchive, indexWithPagefind } from './project.ts'
import type { Traffic } from './traffic.ts'

/** What one visit with an empty cache costs. */
export interface Visit extends Readonly<Traffic> {
  /** From the address is opened until the page, or the first answers, can be seen. */
  readonly milliseconds: number
}

/** The same visit to the archive and to another generator's site with Pagefind's own index. */
export interface VisitFigure {
  readonly what: string
  readonly archive: Visit
  readonly peer: Visit
}

export interface VisitorFigures {
  readonly content: ContentCount
  readonly peer: string
  readonly visits: readonly VisitFigure[]
  /** Bytes of the search index without its code: the archive's, and Pagefind's own of the same words. */
  readonly index: { readonly archive: number; readonly plain: number }
}

/** Builds invented content of one size twice, with the archive and with the first other generator, and visits both in Chromium. */
export async function benchVisitor(size: ContentSize, runs: number): Promise<VisitorFigures> {
  const around = mkdtempSync(path.join(os.tmpdir(), 'referatarkiv-visitor-'))
  try {
    const content = path.join(around, 'content')
    const count = generateContent(content, size)
    const loaded = loadArchive(readContent(content))
    const site = path.join(around, 'arkiv')
    await buildArchive(content, site, '--no-cache')
    const [peer] = await setUpPeers(path.join(around, 'peers'), peerPages(loaded), stylesOf(site))
    if (!peer) throw new Error('There is no other generator.')
    await peer.build()
    await indexWithPagefind(peer.output)
    writeFileSync(path.join(peer.output, 'search.html'), '<!doctype html><html lang="da"><title>Søg</title></html>')
    const plain = path.join(around, 'plain')
    await writePlainIndex(await recordsOf(publishable(loaded.archive), content), plain)
    const index = { archive: indexBytes(site), plain: indexBytes(plain) }
    return { content: count, peer: peer.name, visits: await visitBoth(site, peer.output, loaded.archive, runs), index }
  } finally {
    rmSync(around, { recursive: true, force: true })
  }
}

/** What the index holds of each punkt, its attachments too. */
async function recordsOf(archive: Archive, content: string): Promise<SearchRecord[]> {
  const records: SearchRecord[] = []
  for (const punkt of archive.punkter) {
    const texts = await readAttachments(attachmentsOf(punkt), (file) => readFile(path.join(content, file)))
    const record = searchRecord(archive, punkt, texts)
    if (record) records.push(record)
  }
  return records
}

function indexBytes(site: string): number {
  const folder = path.join(site, INDEX_FOLDER)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !/\.(?:js|css)$|wasm/.test(file))
    .map((file) => statSync(path.join(folder, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}

/** The archive's style sheet: the other site is to look the same. */
function stylesOf(site: string): string {
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(readFileSync(path.join(site, 'index.html'), 'utf8'))?.[1] ?? ''
  return readFileSync(path.join(site, href), 'utf8')
}

async function visitBoth(archiveFolder: string, peerFolder: string, archive: Archive, runs: number): Promise<VisitFigure[]> {
  const [ours, theirs] = [await hostCompressed(archiveFolder), await hostCompressed(peerFolder)]
  const browser = await launchChromium()
  try {
    const visits: VisitFigure[] = []
    const punkt = urls.of(archive.punkter.find(({ closed, sections }) => !closed && sections.length > 4)?.id ?? '')
    for (const [what, address] of Object.entries({ forsiden: '/', 'et punkt': punkt })) {
      visits.push({
        what,
        archive: await medianVisit(browser, ours, runs, (page) => page.goto(new URL(address, ours.url).href)),
        peer: await medianVisit(browser, theirs, runs, (page) => page.goto(new URL(address, theirs.url).href)),
      })
    }
    const words = wordsByShare(archive)
    const [usual = '', rarer = ''] = words.map(({ word }) => word)
    for (const { query, note } of [
      ...words.map(({ word, share }) => ({ query: word, note: ` (i ${(share * 100).toFixed(1).replace('.', ',')} % af punkterne)` })),
      { query: `${usual} ${rarer}`, note: '' },
    ]) {
      visits.push({
        what: `første søgning: ${query}${note}`,
        archive: await medianVisit(browser, ours, runs, (page) => askArchive(page, ours.url, query)),
        peer: await medianVisit(browser, theirs, runs, (page) => askPagefind(page, theirs.url, query)),
      })
    }
    for (const { word } of words.slice(1)) {
      visits.push({
        what: `søgning efter en anden: ${word}`,
        archive: await medianVisit(
          browser,
          ours,
          runs,
          (page) => askArchiveNext(page, word),
          (page) => askArchive(page, ours.url, usual),
        ),
        peer: await medianVisit(
          browser,
          theirs,
          runs,
          (page) => searchWithPagefind(page, word),
          (page) => askPagefind(page, theirs.url, usual),
        ),
      })
    }
    return visits
  } finally {
    await browser.close()
    await ours.close()
    await theirs.close()
  }
}

/** Visits as one who has never been there, or has only done what prepares for it, `runs` times. */
async function medianVisit(
  browser: Browser,
  { sent }: CountingHost,
  runs: number,
  go: (page: Page) => Promise<unknown>,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Visit> {
  const visits: Visit[] = []
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await prepare(page)
    await page.waitForLoadState('networkidle')
    const before = { ...sent }
    const from = performance.now()
    await go(page)
    const milliseconds = performance.now() - from
    await page.waitForLoadState('networkidle')
    visits.push({ requests: sent.requests - before.requests, bytes: sent.bytes - before.bytes, milliseconds })
    await context.close()
  }
  const middle = (key: keyof Visit): number => median(visits.map((visit) => visit[key]))
  return { requests: middle('requests'), bytes: middle('bytes'), milliseconds: middle('milliseconds') }
}

async function askArchive(page: Page, site: string, word: string): Promise<void> {
  await page.goto(new URL(`soeg/?q=${encodeURIComponent(word)}`, site).href)
  await page.locator('[data-search-status=done]').waitFor()
}

/** Another word on the same page, until its answers can be seen. */
async function askArchiveNext(page: Page, word: string): Promise<void> {
  await page.evaluate(`new Promise((seen) => {
    const status = document.querySelector('[data-search-status]')
    const watch = new MutationObserver(() => {
      if (status.dataset.searchStatus !== 'done') return
      watch.disconnect()
      seen()
    })
    watch.observe(status, { attributeFilter: ['data-search-status'] })
    const field = document.querySelector('[data-search-form] input[type=search]')
    field.value = ${JSON.stringify(word)}
    field.form.requestSubmit()
  })`)
}

/** Pagefind by itself: the ten first answers with their excerpts, as its own interface asks for them. */
async function askPagefind(page: Page, site: string, word: string): Promise<void> {
  await page.goto(new URL('search.html', site).href)
  await searchWithPagefind(page, word)
}

async function searchWithPagefind(page: Page, word: string): Promise<void> {
  await page.evaluate(`(async () => {
    const pagefind = await import('./pagefind/pagefind.js')
    const { results } = await pagefind.search(${JSON.stringify(word)})
    return (await Promise.all(results.slice(0, 10).map((result) => result.data()))).length
  })()`)
}

const SHARES = [0.3, 0.03, 0.003]
const SHORTEST = 6

/** A word that is in about each of these shares of the punkter: a usual one, a rarer one, a rare one. */
function wordsByShare(archive: Archive): { readonly word: string; readonly share: number }[] {
  const met = new Map<string, number>()
  for (const { sections } of archive.punkter) {
    const words = new Set(sections.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []))
    for (const word of words) if (word.length >= SHORTEST) met.set(word, (met.get(word) ?? 0) + 1)
  }
  const shares = [...met].map(([word, count]) => ({ word, share: count / archive.punkter.length }))
  return SHARES.flatMap((wanted) =>
    shares.reduce((best, one) => (Math.abs(one.share - wanted) < Math.abs(best.share - wanted) ? one : best)),
  )
}
