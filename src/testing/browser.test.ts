import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { PAGE_KINDS } from './page-kinds.ts'

const site = inject('siteUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'da-DK', ...options })
  const page = await context.newPage()
  await reach(page, address)
  return page
}

/** The page for what is not there is shown at any depth, so its addresses begin at the root, where the test's host has nothing. */
async function reach(page: Page, address: string): Promise<void> {
  if (address === '404.html') {
    await page.route(/^http:\/\/[^/]+\/(?!arkiv\/)/, (route) => {
      const { pathname } = new URL(route.request().url())
      return route.fulfill({ path: path.join(inject('siteFolder'), pathname) })
    })
  }
  await page.goto(new URL(address, site).href)
}

const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Beyond what the law asks: 7 to 1 for all text (WCAG 2.2, 1.4.6).
  rules: { 'color-contrast-enhanced': { enabled: true } },
}

/** What a change of colours alone can break. */
const COLOUR_RULES = { runOnly: ['color-contrast', 'color-contrast-enhanced'] }

/** The ways in which a page is looked at. 320 pixels is a small phone, and a window of 1280 at 400 percent. */
const WAYS = {
  wide: { width: 1280 },
  'at 320 pixels': { width: 320 },
  'in the dark on a phone': { width: 390, colorScheme: 'dark' },
  'with more contrast': { width: 1280, contrast: 'more' },
  'in forced colours': { width: 1280, forcedColors: 'active' },
} as const

const USUAL = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const

describe.each(Object.entries(PAGE_KINDS))('%s', (_, address) => {
  test('has no accessibility violation, however it is looked at', async () => {
    const page = await open(address)
    const found: Record<string, string[]> = {}
    for (const [way, { width, ...media }] of Object.entries(WAYS)) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ ...USUAL, ...media })
      found[way] = await violationsOf(page, Object.keys(media).length > 0 ? COLOUR_RULES : RULES)
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(WAYS).map((way) => [way, []])))
    await page.context().close()
  })

  test('needs no sideways scrolling at 320 pixels, and loads all it asks for', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } })
    const page = await context.newPage()
    const failed: string[] = []
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('favicon.ico')) failed.push(`${response.status()} ${response.url()}`)
    })
    page.on('requestfailed', (request) => failed.push(request.url()))
    await reach(page, address)
    expect(failed).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await context.close()
  })
})

describe('a citizen without JavaScript', () => {
  const options = { javaScriptEnabled: false }

  test('finds from the front page to a decision and on through its case', async () => {
    const page = await open('', options)
    await page.locator('main a[href$="oenskeby/kommunalbestyrelsen/"]').first().click()
    await page.locator('main a[href*="2025-09-30"]').first().click()
    await page
      .getByRole('link', { name: /Cykelsti langs Møllevej/ })
      .first()
      .click()
    await page.goto(new URL('oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/', site).href)
    await page.locator('main a[href*="/sager/"]').first().click()
    expect(new URL(page.url()).pathname).toBe('/arkiv/oenskeby/sager/05.05.00p20-4-25/')
    expect(await page.locator('main a[href*="punkt-"]').count()).toBeGreaterThanOrEqual(5)
    await page.context().close()
  })

  test('follows an earlier treatment there, and sees from it what came of it', async () => {
    const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/', options)
    await page.locator('main a[href*="teknik-og-miljoeudvalget/2025-05-14/punkt-2/"]').first().click()
    expect(new URL(page.url()).pathname).toBe('/arkiv/oenskeby/teknik-og-miljoeudvalget/2025-05-14/punkt-2/')
    expect(await page.locator('main a[href*="kommunalbestyrelsen/2025-09-30/punkt-3/"]').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('is told on the search page that search needs JavaScript, and how to get on without', async () => {
    const page = await open('soeg/', options)
    expect(await page.getByRole('main').innerText()).toMatch(/JavaScript/)
    expect(await page.locator('main a[href*="beslutninger/"]').count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

test('with the keyboard alone, the first stop is the skip link, and it leads to the content', async () => {
  const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#indhold')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#indhold')
  await page.context().close()
})

test('the table of contents of a meeting names every punkt with its outcome and leads to it', async () => {
  const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/')
  const contents = page.getByRole('navigation', { name: /indhold|dagsorden|punkter/i }).first()
  expect(await contents.innerText()).toMatch(/Cykelsti langs Møllevej[\s\S]*Godkendt/)
  await contents.getByRole('link', { name: /Cykelsti/ }).click()
  const target = new URL(page.url()).hash.slice(1)
  expect(await page.locator(`[id="${target}"]`).innerText()).toMatch(/Cykelsti langs Møllevej/)
  await page.context().close()
})

test('the register filtered in the browser gives what its own page gives without', async () => {
  const page = await open('beslutninger/')
  await page.getByRole('link', { name: 'Vælg flere filtre på én gang' }).click()
  await page.locator('[data-search-status="done"]').waitFor()
  await page.goto(`${page.url()}&beslutning=rejected&aar=2026`)
  await page.locator('[data-search-status="done"]').waitFor()
  const found = await punkterOn(page, '[data-search-result] a[href]')
  await page.goto(new URL('beslutninger/2026/afvist/', site).href)
  expect(found).not.toEqual([])
  expect(found).toEqual(await punkterOn(page, 'main a[href]'))
  await page.context().close()
})

async function punkterOn(page: Page, links: string): Promise<string[]> {
  const addresses = await page
    .locator(links)
    .evaluateAll((elements) => elements.map((element) => (element as unknown as { href: string }).href))
  return [...new Set(addresses.map((address) => new URL(address).pathname).filter((path) => /punkt-[^/]+\/$/.test(path)))].sort()
}
