import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { EXTREMES, writeExtremeContent } from './extreme-content.ts'
import { npmScript } from './npm-script.ts'
import { hostFolder, type StaticHost } from './static-host.ts'

let around: string
let host: StaticHost
let browser: Browser
beforeAll(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-extremes-'))
  const [content, output] = [path.join(around, 'content'), path.join(around, 'site')]
  await writeExtremeContent(content)
  await promisify(execFile)(process.execPath, [...npmScript('build'), '--content', content, '--output', output], {
    maxBuffer: 64e6,
  })
  host = await hostFolder(output)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await host.close()
  await rm(around, { recursive: true, force: true })
})

async function open(address: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, locale: 'da-DK' })
  await page.goto(new URL(address, host.url).href)
  return page
}

describe.each(Object.entries(EXTREMES))('%s', (_, address) => {
  test('has no accessibility violation, and needs no sideways scrolling on a small screen', async () => {
    const page = await open(address, 320)
    expect(await violationsOf(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await page.close()
  })
})

test('what is empty says so once, and leads to no empty page', async () => {
  const page = await open(EXTREMES['an authority with nothing yet'], 1280)
  expect(await page.locator('main .empty').allInnerTexts()).toEqual(['Der er endnu ingen møder fra Tomby Kommune i arkivet.'])
  expect(await page.locator('main a').count()).toBe(0)
  await page.close()
})

test('one meeting is a list of one, without a picture of the year and without jumps', async () => {
  const page = await open(EXTREMES['a body with one meeting'], 1280)
  expect(await page.locator('main .meeting-list__item').count()).toBe(1)
  expect(await page.locator('main svg, main .year-jump').count()).toBe(0)
  await page.close()
})

test('80 punkter: their list is as high as the window at most, and on a small screen one can pass it', async () => {
  const wide = await open(EXTREMES['a meeting with 80 punkter'], 1280)
  const box = await wide.locator('.toc').boundingBox()
  expect(box?.height).toBeLessThanOrEqual(844)
  expect(await wide.locator('.toc__past').isVisible()).toBe(false)
  await wide.close()
  const small = await open(EXTREMES['a meeting with 80 punkter'], 390)
  await small.getByRole('link', { name: 'Gå til første punkt' }).click()
  expect((await small.locator('#punkt-1').boundingBox())?.y).toBeLessThan(200)
  await small.close()
})

test('a title of 400 characters stands in full on its page and in four lines in a list', async () => {
  const page = await open(EXTREMES['a punkt with a title of 400 characters'], 390)
  expect((await page.locator('h1').innerText()).length).toBeGreaterThan(380)
  await page.goto(new URL(EXTREMES['a meeting with 80 punkter'], host.url).href)
  const lines = await page.evaluate<number>(`(() => {
    const link = document.querySelector('.toc a[href="#punkt-7"]')
    return link.getBoundingClientRect().height / parseFloat(getComputedStyle(link).lineHeight)
  })()`)
  expect(Math.round(lines)).toBe(4)
  await page.close()
})

test('the contents of a long text stay beside it where there is room, also when letters are twice as large', async () => {
  const page = await open(EXTREMES['a punkt with a wide table and many headings'], 1280)
  const [text, contents] = await Promise.all([page.locator('.punkt').boundingBox(), page.locator('.contents').boundingBox()])
  expect(contents?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
  await page.getByRole('link', { name: 'Afsnit 12' }).click()
  expect(await page.getByRole('heading', { name: 'Afsnit 12' }).isVisible()).toBe(true)
  expect((await page.locator('.contents').boundingBox())?.y).toBeGreaterThanOrEqual(0)
  await page.addStyleTag({ content: 'html { font-size: 200% }' })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280)
  await page.close()
})
