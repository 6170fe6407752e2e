import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../testing/chromium.ts'
import { addresses, openSearch } from '../testing/search-page.ts'
import { type JudgedQuery, rate, rateEach } from './quality.ts'

const site = inject('siteUrl')
/** Queries over the shipped content with the punkter that a person has judged to answer them. None was tuned on. */
const queries = JSON.parse(readFileSync(new URL('shipped-queries.json', import.meta.url), 'utf8')) as readonly JudgedQuery[]

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** What each kind of query must reach: share of the right punkter among the first ten, and one over the rank of the first. */
const LEAST: Readonly<Record<string, number>> = { comp: 0.93, case: 1, date: 1, fold: 0.97, typo: 0.9, none: 0.95, alle: 0.95 }

test('judged queries are answered', { timeout: 240_000 }, async () => {
  const page = await openSearch(browser, site)
  const field = page.getByRole('searchbox')
  const answers: string[][] = []
  for (const { query } of queries) {
    await field.fill(query)
    await field.press('Enter')
    await page.locator('[data-search-status=done]').waitFor()
    answers.push((await addresses(page)).map((address) => address.slice(site.length).replace(/\/$/, '')))
  }
  const rated = rate(rateEach(queries, answers))
  const below = rated.filter(({ category, recall, reciprocalRank }) => Math.min(recall, reciprocalRank) < (LEAST[category] ?? 0.9))
  expect(below).toEqual([])
})

test('nothing is sent anywhere: every request is for a file of the site, and none before the visitor touches the search', async () => {
  const page = await openSearch(browser, site)
  await page.waitForLoadState('networkidle')
  const asked: { url: string; method: string }[] = []
  page.context().on('request', (request) => asked.push({ url: request.url(), method: request.method() }))
  await page.waitForTimeout(300)
  expect(asked).toEqual([])
  await page.getByRole('searchbox').fill('hemmelig forespørgsel cykelsti')
  await page.getByRole('searchbox').press('Enter')
  await page.locator('[data-search-status=done]').waitFor()
  expect(asked.length).toBeGreaterThan(5)
  for (const { url, method } of asked) {
    expect(method).toBe('GET')
    expect(url.startsWith(site)).toBe(true)
    expect(decodeURIComponent(url)).not.toMatch(/hemmelig|forespørgsel|cykelsti/)
  }
  expect(await page.context().cookies()).toEqual([])
})
