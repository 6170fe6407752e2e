import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../testing/chromium.ts'
import { addresses, addressOf, openSearch, settled } from '../testing/search-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const open = (query: string): Promise<Page> => openSearch(browser, inject('siteUrl'), query)

describe('a search narrowed by what is typed', () => {
  test('leaves out what stands after a minus', async () => {
    const all = await open('?q=skole')
    await settled(all, '»skole«')
    const fewer = await open('?q=skole+-musikskole')
    await settled(fewer, 'resultater')
    const left = await addresses(fewer)
    expect(left.length).toBeGreaterThan(0)
    expect((await addresses(all)).length).toBeGreaterThanOrEqual(left.length)
    for (const text of await fewer.locator('[data-search-result]').allTextContents()) expect(text).not.toMatch(/musikskole/i)
  })

  test('stays in a body and a year', async () => {
    const page = await open(`?q=${encodeURIComponent('udvalg:teknik år:2026')}`)
    await settled(page, 'resultater')
    for (const address of await addresses(page)) expect(address).toMatch(/teknik-og-miljoeudvalget\/2026-/)
    const none = await open(`?q=${encodeURIComponent('udvalg:rumfart')}`)
    await none.getByText('svarer til »rumfart«').waitFor()
    expect(await none.locator('[data-search-result]').count()).toBe(0)
  })

  test('finds outcomes by their names, and among the decisions alone when asked', async () => {
    const page = await open('?q=afvist')
    await settled(page, 'resultater for »afvist«')
    expect(await page.locator('[data-search-result] .outcome-rejected').count()).toBeGreaterThan(1)
    const everywhere = await open('?q=bumpene')
    await settled(everywhere, 'for »bumpene«')
    await everywhere.getByLabel('Søg kun i beslutninger').check()
    await settled(everywhere, 'med 1 filter')
    expect(new URL(everywhere.url()).search).toBe('?q=bumpene&kun=beslutninger')
    for (const text of await everywhere.locator('.search-result__excerpt').allTextContents()) expect(text).toMatch(/bumpene/i)
  })
})

test('among the decisions alone, a result shows the decision where the word stands there', async () => {
  const page = await open('?q=kommunen&kun=beslutninger')
  await settled(page, '»kommunen«')
  const shown = await page.locator('.search-result__excerpt:has(mark)').evaluateAll((excerpts) =>
    excerpts.map((excerpt) => ({
      address:
        excerpt
          .closest('[data-search-result]')
          ?.querySelector('a')
          ?.href.replace(/[?#].*/, '') ?? '',
      // Each marked word with those beside it.
      marked: [...excerpt.querySelectorAll('mark')].map((mark) => {
        const before = mark.previousSibling?.textContent?.split(' ').slice(-2).join(' ') ?? ''
        return `${before}${mark.textContent}`.replaceAll('…', '').trim()
      }),
    })),
  )
  expect(shown.length).toBeGreaterThan(1)
  for (const { address, marked } of shown) {
    await page.goto(address)
    const said = (await page.locator('.decision').first().innerText()).replace(/\s+/g, ' ')
    for (const words of marked) expect(said).toContain(words)
  }
})

describe('a search leads straight to', () => {
  test.each([
    ['a case by its number', '05.05.00P20-4-25', /sager\/05\.05\.00p20-4-25\/$/],
    ['the meeting of a day', '30. september 2025', /oenskeby\/kommunalbestyrelsen\/2025-09-30\/$/],
    ['a body by its name', 'teknik og miljoeudvalget', /oenskeby\/teknik-og-miljoeudvalget\/$/],
  ])('%s', async (_, query, address) => {
    const page = await open(`?q=${encodeURIComponent(query)}`)
    await settled(page, 'resultat')
    expect(await addressOf(page, page.locator('[data-search-straight] a').first())).toMatch(address)
  })
})

test('an attachment is found by its text, below its punkt and with its page', async () => {
  const page = await open('?q=gåtur')
  await settled(page, '»gåtur«')
  const attachment = page.locator('.search-attachments a').first()
  expect(await attachment.textContent()).toMatch(/, side \d+$/)
  expect(await addressOf(page, attachment)).toMatch(/\.pdf#page=\d+$/)
  expect((await page.request.get(await addressOf(page, attachment))).ok()).toBe(true)
})

test('the results of a meeting may stand together', async () => {
  const page = await open('?q=cykelsti&vis=moeder')
  await settled(page, '»cykelsti«')
  expect(await page.locator('.search-meeting').count()).toBeGreaterThan(1)
  expect((await addresses(page)).length).toBeGreaterThanOrEqual(await page.locator('.search-meeting').count())
})

test('a word that was taken for another can be searched just as it was typed', async () => {
  const page = await open('?q=cykesltien')
  await settled(page, '»cykelstien«')
  await page.getByRole('link', { name: 'Søg på det, du skrev' }).click()
  await settled(page, 'Ingen resultater for »cykesltien«')
  await page.getByText('Mente du').waitFor()
  expect(await page.locator('[data-search-suggestion]').textContent()).toBe('cykelstien')
})
