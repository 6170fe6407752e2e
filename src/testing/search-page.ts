import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** The search page of a site, opened with a query (`?q=…`) in a window of its own. */
export async function openSearch(browser: Browser, site: string, query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(new URL(`soeg/${query}`, site).href)
  return page
}

/** Waits until the newest search has settled for these words. */
export async function settled(page: Page, words: string): Promise<void> {
  await page.locator('[data-search-status=done]').waitFor()
  await page.getByRole('status').filter({ hasText: words }).waitFor()
}

/** Where the results lead, in rank order. */
export async function addresses(page: Page): Promise<string[]> {
  const links = await page.locator('[data-search-result] a').all()
  return Promise.all(links.map((link) => addressOf(page, link)))
}

/** Where a link leads. */
export async function addressOf(page: Page, link: Locator): Promise<string> {
  return new URL((await link.getAttribute('href')) ?? '', page.url()).href
}
