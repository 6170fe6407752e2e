import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { publishable } from '../archive/publishable.ts'
import { buildSite } from '../build/build.ts'
import { type JudgedQuery, type RatedQuery, rateEach, writePlainIndex } from '../search/quality.ts'
import { searchRecord } from '../search/record.ts'
import { launchChromium } from '../testing/chromium.ts'
import { hostFolder } from '../testing/static-host.ts'
import { lunrSearch, miniSearch, type PeerSearch } from './peer-searches.ts'

/** The engines side by side: others as they come, over the same pages, and the search page as visitors use it. */
export interface SearchBench {
  readonly plain: readonly RatedQuery[]
  readonly miniSearch: readonly RatedQuery[]
  readonly lunr: readonly RatedQuery[]
  readonly ours: readonly RatedQuery[]
}

/**
 * Builds a content folder and asks every engine every query; Pagefind and the search page in a real browser.
 * @throws Error where the content has errors and so no site
 */
export async function benchSearch(content: string, queries: readonly JudgedQuery[]): Promise<SearchBench> {
  const around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-bench-'))
  const site = path.join(around, 'site')
  try {
    const { published, loaded } = await buildSite({ content, output: site })
    if (!published) throw new Error(`The content in ${content} has errors: npm run validate tells which.`)
    const archive = publishable(loaded.archive)
    await mkdir(path.join(around, 'plain', 'soeg'), { recursive: true })
    const records = archive.punkter.flatMap((punkt) => searchRecord(archive, punkt) ?? [])
    await writePlainIndex(records, path.join(around, 'plain'))
    await writeFile(path.join(around, 'plain', 'soeg', 'index.html'), '<!doctype html><html lang="da"><title>Søg</title></html>')
    const asked = (search: PeerSearch): RatedQuery[] =>
      rateEach(
        queries,
        queries.map(({ query }) => search(query).map(idOf)),
      )
    return {
      miniSearch: asked(miniSearch(records)),
      lunr: asked(lunrSearch(records)),
      plain: rateEach(queries, await answersOf(path.join(around, 'plain'), queries, askPagefind)),
      ours: rateEach(queries, await answersOf(site, queries, askPage)),
    }
  } finally {
    await rm(around, { recursive: true, force: true })
  }
}

function idOf(url: string): string {
  return url.replace(/^\/|\/$/g, '')
}

async function answersOf(
  folder: string,
  queries: readonly JudgedQuery[],
  ask: (page: Page, site: string, query: string) => Promise<string[]>,
): Promise<string[][]> {
  const host = await hostFolder(folder)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const answers: string[][] = []
    for (const { query } of queries) answers.push((await ask(page, host.url, query)).map(idOf))
    return answers
  } finally {
    await browser.close()
    await host.close()
  }
}

async function askPage(page: Page, site: string, query: string): Promise<string[]> {
  await page.goto(new URL(`soeg/?q=${encodeURIComponent(query)}`, site).href)
  await page.locator('[data-search-status=done]').waitFor()
  const links = await page.locator('[data-search-result] a').all()
  return Promise.all(links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', page.url()).href.slice(site.length)))
}

async function askPagefind(page: Page, site: string, query: string): Promise<string[]> {
  const address = new URL('soeg/', site).href
  if (page.url() !== address) await page.goto(address)
  return page.evaluate(`(async () => {
    const pagefind = await import('../pagefind/pagefind.js')
    await pagefind.options({ baseUrl: '/' })
    const { results } = await pagefind.search(${JSON.stringify(query)})
    return Promise.all(results.slice(0, 20).map(async (result) => (await result.data()).url))
  })()`)
}
