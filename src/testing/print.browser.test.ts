import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type PdfPage, readPdf } from '../documents/pdf.ts'
import { launchChromium } from './chromium.ts'

const site = inject('siteUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** A page as paper, with the headings that stand on it. */
async function printed(address: string): Promise<{ readonly pages: readonly PdfPage[]; readonly headings: ReadonlySet<string> }> {
  const page = await browser.newPage({ locale: 'da-DK' })
  await page.goto(new URL(address, site).href)
  const headings = await page.locator('h2, h3, h4').allTextContents()
  const reading = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  await page.close()
  if (reading.kind !== 'read') throw new Error(`The printed page cannot be read: ${reading.kind}.`)
  return { pages: reading.pages, headings: new Set(headings.map(plain)) }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
const linesOf = (page: PdfPage | undefined): string[] => page?.lines.map(({ text }) => plain(text)) ?? []

test('a meeting is printed as minutes: whose they are, who was there, what was decided, then each punkt', async () => {
  const { pages } = await printed('oenskeby/kommunalbestyrelsen/2025-09-30/')
  const first = linesOf(pages[0])
  const order = [
    'Ønskeby Kommune',
    'Kommunalbestyrelsen',
    'Tirsdag den 30. september 2025',
    'Godkendt referat',
    'Til stede',
    'Punkter på mødet',
  ]
  expect(order.map((line) => first.indexOf(line))).toEqual(order.map((line) => first.indexOf(line)).sort((a, b) => a - b))
  expect(order.filter((line) => !first.includes(line))).toEqual([])
  expect(first.join('\n')).toMatch(/^3 Cykelsti langs Møllevej ved Søndergade Skole Godkendt$/m)
  expect(first.join('\n')).not.toMatch(/Gå til indholdet|Åbn punktet for sig|Forside/)
})

test('its pages are A4 and numbered, and all but the first say what they belong to', async () => {
  const { pages } = await printed('oenskeby/kommunalbestyrelsen/2025-09-30/')
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(pages.map(() => [595, 842]))
  const heads = pages.map(
    (page) => linesOf(page).filter((line) => line === 'Ønskeby Kommune · Kommunalbestyrelsen 30. september 2025').length,
  )
  expect(heads).toEqual(pages.map((_, index) => (index === 0 ? 0 : 1)))
  expect(pages.map((page) => linesOf(page).find((line) => /^Side \d+ af \d+$/.test(line)))).toEqual(
    pages.map((_, index) => `Side ${index + 1} af ${pages.length}`),
  )
})

test.each([
  'oenskeby/kommunalbestyrelsen/2025-09-30/',
  'oenskeby/kommunalbestyrelsen/2026-03-24/',
  'oenskeby/kommunalbestyrelsen/2026-03-24/punkt-3/',
])('no heading of /%s is left alone at the foot of a page', async (address) => {
  const { pages, headings } = await printed(address)
  const feet = pages.map((page) =>
    linesOf({ ...page, lines: [...page.lines].sort((a, b) => b.y - a.y) })
      .filter((line) => !/^Side \d+ af/.test(line))
      .at(-1),
  )
  expect(feet.filter((line) => line !== undefined && headings.has(line))).toEqual([])
})

test('a link out of the archive is spelled out, and one inside it is not', async () => {
  const { pages } = await printed('oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/')
  const text = pages.flatMap(linesOf).join(' ')
  expect(text).toMatch(/sikre skoleveje \(https:\/\/[^)]+\)/)
  expect(text).not.toMatch(/\/arkiv\/oenskeby/)
})
