import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { PAGE_KINDS } from './page-kinds.ts'

const site = inject('siteUrl')
/** No stop on these pages lies further away than this many presses of a key. */
const FAR = 250

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(new URL(address, site).href)
  return page
}

interface Stop {
  readonly text: string
  readonly href: string
  readonly ring: boolean
  /** Contrast of the ring to the ground that it is drawn on (WCAG 2.2, 2.4.13). */
  readonly contrast: number
  readonly inView: boolean
}

function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(`(() => {
    const element = document.activeElement
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
    let around = element.parentElement
    while (around.parentElement && numbers(getComputedStyle(around).backgroundColor)[3] === 0) around = around.parentElement
    const luminance = (colour) => {
      const [r, g, b] = numbers(colour).map((part) => (part <= 10.31 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const [light, dark] = [style.outlineColor, getComputedStyle(around).backgroundColor].map(luminance).sort((a, b) => b - a)
    const label = element.labels?.[0] ?? element
    return {
      text: label.textContent.replace(/\\s+/g, ' ').trim(),
      href: element.getAttribute('href') ?? '',
      ring: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      contrast: (light + 0.05) / (dark + 0.05),
      inView: box.bottom > 0 && box.top < window.innerHeight,
    }
  })()`)
}

/** Presses Tab until the stop is the one that is looked for. Every stop on the way must show where the focus is. */
async function tabTo(page: Page, wanted: (stop: Stop) => boolean): Promise<Stop> {
  for (let presses = 0; presses < FAR; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    expect({ ring: stop.ring, inView: stop.inView }, `focus at "${stop.text}"`).toEqual({ ring: true, inView: true })
    expect(stop.contrast, `ring at "${stop.text}"`).toBeGreaterThanOrEqual(3)
    if (wanted(stop)) return stop
  }
  throw new Error('The stop was not reached.')
}

const pathOf = (page: Page): string => new URL(page.url()).pathname.replace('/arkiv', '')

test('from the front page to a decision, on to its case, and back', async () => {
  const page = await open('')
  await tabTo(page, ({ href }) => href === '#indhold')
  await page.keyboard.press('Enter')
  await tabTo(page, ({ href }) => /\/punkt-[^/]+\/$/.test(href))
  await page.keyboard.press('Enter')
  await page.locator('article[data-punkt]').waitFor()
  const punkt = pathOf(page)
  expect(await page.locator('#beslutningen').innerText()).not.toBe('')
  await tabTo(page, ({ href }) => href.includes('/sager/') && !href.endsWith('/sager/'))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sager\/[^/]+\/$/)
  await tabTo(page, ({ href }) => href.includes(`${punkt.split('/').slice(-3).join('/')}`))
  await page.keyboard.press('Enter')
  await page.locator('article[data-punkt]').waitFor()
  expect(pathOf(page)).toBe(punkt)
  await page.context().close()
})

test.each(['', 'oenskeby/', 'oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/'])(
  'every stop of /%s shows where the focus is, in the dark and on a phone too',
  async (address) => {
    const page = await open(address, { colorScheme: 'dark', viewport: { width: 390, height: 844 } })
    await tabTo(page, ({ text }) => text === 'Vejledning')
    await page.context().close()
  },
)

test('down a meeting’s contents to a punkt, and on to the next thing in it', async () => {
  const page = await open('oenskeby/kommunalbestyrelsen/2025-09-30/')
  await tabTo(page, ({ text }) => text.startsWith('Cykelsti langs Møllevej'))
  await page.keyboard.press('Enter')
  await page.waitForURL(/#punkt-3$/)
  const next = await tabTo(page, () => true)
  expect(next.text).toBe('05.05.00-P20-4-25')
  await page.context().close()
})

test('search from the top of a page, narrow, open a result, and come back to the same search', async () => {
  const page = await open('om/')
  await tabTo(page, ({ text }) => text === 'Søg i dagsordener og referater')
  await page.keyboard.type('cykelsti')
  await page.keyboard.press('Enter')
  await page.locator('[data-search-status=done]').waitFor()
  const before = await page.locator('[data-search-result]').count()
  await tabTo(page, ({ text }) => /^Teknik- og Miljøudvalget/.test(text))
  await page.keyboard.press('Space')
  await page.waitForURL(/udvalg=/)
  await expect.poll(() => page.locator('[data-search-result]').count()).toBeLessThan(before)
  const narrowed = page.url()
  await tabTo(page, ({ href }) => /\/punkt-[^/]+\//.test(href))
  await page.keyboard.press('Enter')
  await page.locator('article[data-punkt]').waitFor()
  await page.goBack()
  await page.locator('[data-search-status=done]').waitFor()
  expect(page.url()).toBe(narrowed)
  expect(await page.locator('[data-search-result]').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('filter the register without a script, open a decision, and come back to the filter', async () => {
  const page = await open('')
  await tabTo(page, ({ text }) => text === 'Beslutninger')
  await page.keyboard.press('Enter')
  await page.waitForURL(/beslutninger\/$/)
  await tabTo(page, ({ href }) => href === '#filtre')
  await page.keyboard.press('Enter')
  await tabTo(page, ({ text }) => /^Afvist/.test(text))
  await page.keyboard.press('Enter')
  await page.waitForURL(/afvist\/$/)
  const filtered = page.url()
  await tabTo(page, ({ href }) => /\/punkt-[^/]+\/$/.test(href))
  await page.keyboard.press('Enter')
  await page.locator('article[data-outcome^=rejected]').waitFor()
  await page.goBack()
  expect(page.url()).toBe(filtered)
  await page.context().close()
})

test.each(Object.entries(PAGE_KINDS))(
  'a screen reader hears the landmarks of %s in order, each with a name of its own',
  async (_, address) => {
    const page = await open(address)
    const tree = await page.locator('body').ariaSnapshot()
    const landmarks = [...tree.matchAll(/^\s*- (banner|navigation|search|main|complementary|contentinfo)(?=[ :])(?: "([^"]*)")?/gm)].map(
      ([, role = '', name = '']) => ({ role, name }),
    )
    const roles = landmarks.map(({ role }) => role)
    expect(roles[0]).toBe('banner')
    expect(roles.at(-1)).toBe('contentinfo')
    expect(roles.filter((role) => role === 'main')).toHaveLength(1)
    const named = landmarks.filter(({ role }) => role === 'navigation' || role === 'search').map(({ role, name }) => `${role} ${name}`)
    expect(new Set(named).size).toBe(named.length)
    expect(named.filter((name) => /\s$/.test(name))).toEqual([])
    await page.context().close()
  },
)
