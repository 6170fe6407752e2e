import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { contentTree } from '../source/content-tree.ts'
import { launchChromium } from '../testing/chromium.ts'
import { LARGE_MEETINGS, LARGE_PUNKTER, largeContent } from '../testing/large-archive.ts'
import { addresses, openSearch, settled } from '../testing/search-page.ts'
import { hostFolder, type StaticHost } from '../testing/static-host.ts'
import { writeSearchIndex } from './write-index.ts'

/** The search page of the shipped site over the index of a large archive. */
let folder = ''
let host: StaticHost
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'))
  for (const part of ['soeg', 'assets']) await cp(path.join(inject('siteFolder'), part), path.join(folder, part), { recursive: true })
  const archive = publishable(loadArchive(contentTree(largeContent())).archive)
  await writeSearchIndex({ archive, root: folder, output: folder })
  host = await hostFolder(folder)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await rm(folder, { recursive: true, force: true })
})

const ALL = LARGE_MEETINGS.length * LARGE_PUNKTER

async function countOf(page: Page, year: string): Promise<string> {
  const label = page.locator('label', { has: page.locator(`input[name=aar][value="${year}"]`) })
  return (await label.textContent())?.trim() ?? ''
}

test('a usual word is searched in the newest meetings first, which is told, and in all where the visitor asks', async () => {
  const page = await openSearch(browser, host.url, '?q=godkendt')
  await settled(page, 'siden')
  const first = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10)
  expect(first).toBeGreaterThan(20)
  expect(first).toBeLessThan(ALL)
  for (const address of await addresses(page)) expect(address).toMatch(/\/2026-/)
  expect(await countOf(page, '2024')).toBe('2024')
  await page.getByRole('button', { name: 'Søg også i ældre møder' }).click()
  await settled(page, `${ALL.toLocaleString('da')} resultater for »godkendt«`)
  expect(await page.getByRole('button', { name: 'Søg også i ældre møder' }).count()).toBe(0)
  expect(await countOf(page, '2024')).toBe(`2024 (${2 * LARGE_PUNKTER})`)
  expect(await countOf(page, '2026')).toBe(`2026 (${6 * LARGE_PUNKTER})`)
})

test.each([
  ['a case number', '05.01.00P20-1-24', '/2024-03-11/'],
  ['a day', '7. oktober 2024', '/2024-10-07/'],
  ['a word that only old meetings have', 'skovbyen', '/2024-'],
  ['a slip of the pen in it', 'skovbyne', '/2024-'],
])('%s finds old meetings at once', async (_, query, address) => {
  const page = await openSearch(browser, host.url, `?q=${encodeURIComponent(query)}`)
  await page.locator('[data-search-status=done]').waitFor()
  const [first = ''] = await addresses(page)
  expect(first).toContain(address)
  expect(await page.getByRole('status').textContent()).not.toContain('siden')
})

test('few results are looked for in ever older meetings without being asked', async () => {
  const page = await openSearch(browser, host.url, '?q=broen')
  await settled(page, `${LARGE_MEETINGS.length} resultater for »broen«`)
  expect(await page.getByRole('status').textContent()).not.toContain('siden')
})

test('a year that is chosen is searched, whatever the newest have', async () => {
  const page = await openSearch(browser, host.url, '?q=godkendt&aar=2024')
  await settled(page, `${2 * LARGE_PUNKTER} resultater for »godkendt« med 1 filter`)
  for (const address of await addresses(page)) expect(address).toContain('/2024-')
  const months = await openSearch(browser, host.url, '?fra=2024-03&til=2024-03')
  await settled(months, `${LARGE_PUNKTER} resultater`)
})

test('the newest come first in their order, across the parts of the index', async () => {
  const page = await openSearch(browser, host.url, '?q=broen&sortering=nyeste')
  await settled(page, '»broen«')
  await page.getByRole('button', { name: /^Vis \d+ flere/ }).click()
  await page
    .locator('[data-search-result]')
    .nth(LARGE_MEETINGS.length - 1)
    .waitFor()
  const dates = (await addresses(page)).map((address) => /\d{4}-\d\d-\d\d/.exec(address)?.[0])
  expect(dates).toEqual([...LARGE_MEETINGS].reverse())
})
