import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { PAGE_KINDS } from './page-kinds.ts'

const site = inject('siteUrl')
/** The page for what is not there links from the host's root, where the test's host has nothing: it has no style here. */
const kinds = Object.entries(PAGE_KINDS).filter(([, address]) => address !== '404.html')

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function open(address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'da-DK', ...options })
  const page = await context.newPage()
  await page.goto(new URL(address, site).href)
  return page
}

describe.each(kinds)('%s', (_, address) => {
  test('loses nothing to the side when letters are twice as large, on the smallest phone and on a wide screen', async () => {
    const page = await open(address, { viewport: { width: 320, height: 844 } })
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await page.evaluate('document.documentElement.scrollWidth'), `at ${width} pixels`).toBeLessThanOrEqual(width)
    }
    await page.context().close()
  })

  test('loses nothing to the side when lines, words and letters are set apart (WCAG 1.4.12)', async () => {
    const page = await open(address, { viewport: { width: 320, height: 844 } })
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await page.context().close()
  })

  test('has main controls of 44 pixels', async () => {
    const page = await open(address, { viewport: { width: 390, height: 844 } })
    const small = await page
      .locator(
        '.site-nav a, .search-form__input, .search-form__button, .az-jump a, .paging a, .year-jump a, .letter-pages a, .list-switch a, .register__parts a, .breadcrumbs a',
      )
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height > 0)
          .map((control) => ({ text: control.textContent, height: Math.round(control.getBoundingClientRect().height) }))
          .filter(({ height }) => height < 44),
      )
    expect(small).toEqual([])
    await page.context().close()
  })
})

describe('on the first screen of a phone', () => {
  const phone = { viewport: { width: 390, height: 844 } }
  const foot = async (page: Page, selector: string): Promise<number> => {
    const box = await page.locator(selector).first().boundingBox()
    return box ? box.y + box.height : Number.POSITIVE_INFINITY
  }

  test('a punkt tells what was decided', async () => {
    const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/', phone)
    expect(await foot(page, '.site-header')).toBeLessThan(160)
    expect(await foot(page, '#beslutningen [data-section="decision"] p')).toBeLessThan(844)
    await page.context().close()
  })

  test('a meeting tells the outcome of its first punkter, and who was there comes after them', async () => {
    const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/', phone)
    expect(await foot(page, '.toc .outcome')).toBeLessThan(844)
    expect(await foot(page, '.meeting-punkt')).toBeLessThan(await foot(page, '.attendance'))
    await page.context().close()
  })

  test('the register begins with decisions', async () => {
    const page = await open('beslutninger/', phone)
    expect(await foot(page, '.decision-list__title')).toBeLessThan(844)
    await page.context().close()
  })
})

test('in forced colours, outcomes keep a frame, decisions their edge and the current place in the menu its mark', async () => {
  const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/', { forcedColors: 'active' })
  const styleOf = (selector: string, property: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)})`)
  expect(await styleOf('.outcome', 'border-top-style')).toBe('solid')
  expect(await styleOf('.decision', 'border-left-style')).toBe('solid')
  await page.goto(new URL('beslutninger/', site).href)
  expect(await styleOf('.site-nav [aria-current]', 'text-decoration-line')).toBe('underline')
  await page.context().close()
})

test('who asks for less motion gets none', async () => {
  const moving = async (reducedMotion: 'reduce' | 'no-preference'): Promise<string> => {
    const page = await open('', { reducedMotion })
    const duration = await page.evaluate<string>(`getComputedStyle(document.querySelector('.skip-link')).transitionDuration`)
    await page.context().close()
    return duration
  }
  expect(await moving('reduce')).toBe('0s')
  expect(await moving('no-preference')).toBe('0.12s')
})

test('the pages of an authority carry its name, its logo and its colours, and those of another do not', async () => {
  const page = await open('proevelund/kommunalbestyrelsen/', {})
  const header = page.getByRole('banner')
  expect(await header.getByRole('link', { name: 'Prøvelund Kommune' }).count()).toBe(1)
  expect(await page.evaluate<number>(`document.querySelector('.site-header img').naturalWidth`)).toBeGreaterThan(0)
  const ground = (): Promise<string> => page.evaluate(`getComputedStyle(document.querySelector('.site-header')).backgroundColor`)
  expect(await ground()).toBe('rgb(90, 33, 64)')
  await page.goto(new URL('oenskeby/kommunalbestyrelsen/', site).href)
  expect(await ground()).toBe('rgb(11, 59, 76)')
  await page.goto(new URL('emner/', site).href)
  expect(await header.locator('img').count()).toBe(0)
  await page.context().close()
})
