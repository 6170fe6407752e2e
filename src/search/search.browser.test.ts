import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violationsOf } from '../testing/axe.ts'
import { launchChromium } from '../testing/chromium.ts'
import { addresses, addressOf, openSearch, settled } from '../testing/search-page.ts'

const site = inject('siteUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const open = (query?: string, options?: BrowserContextOptions): Promise<Page> => openSearch(browser, site, query, options)

/** The ISO dates of the results' meetings. */
async function dates(page: Page): Promise<string[]> {
  const times = await page.locator('[data-search-result] time').all()
  return Promise.all(times.map(async (time) => (await time.getAttribute('datetime')) ?? ''))
}

describe('a search', () => {
  test('from the address gives punkter in rank order, each with one link that answers', async () => {
    const page = await open('?q=cykelsti')
    await settled(page, 'resultater for »cykelsti«')
    const found = await addresses(page)
    expect(found.length).toBeGreaterThan(2)
    expect(await page.locator('[data-search-result]').count()).toBe(found.length)
    expect(await page.locator('[data-search-result] mark').first().textContent()).toMatch(/cykelsti/i)
    await page.locator('[data-search-result] a').first().click()
    expect(page.url().replace(/#.*$/, '')).toBe(found[0])
    expect(await page.locator('article[data-punkt]').textContent()).toMatch(/cykelsti/i)
  })

  test('asks nothing of Pagefind until the visitor touches the field', async () => {
    const page = await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual([])
    const index = page.waitForRequest(/pf_meta/)
    await page.getByRole('searchbox').click()
    await index
  })

  test('runs while one types, and is announced once it has settled', async () => {
    const page = await open()
    await page.evaluate(`{
      const status = document.querySelector('[role=status]')
      globalThis.said = []
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true })
    }`)
    await page.getByRole('searchbox').pressSequentially('budget', { delay: 20 })
    await settled(page, '»budget«')
    const said = (await page.evaluate('said')) as string[]
    expect(said.at(-1)).toMatch(/^\d+ resultater for »budget«$/)
    expect(new Set(said).size).toBe(said.length)
    expect(said.every((text) => /^(?:\d+|Ingen) resultat/.test(text))).toBe(true)
  })

  test('that finds nothing says so and helps', async () => {
    const page = await open('?q=qqqqqqq')
    await settled(page, 'Ingen resultater for »qqqqqqq«')
    expect(await page.locator('[data-search-note]').textContent()).toContain('stavet')
    expect(await violationsOf(page)).toEqual([])
  })

  test('shows what was typed as text, whatever it is', async () => {
    const page = await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)> budget')}`)
    await settled(page, '»<img src=x onerror=alert(1)> budget«')
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('finds a closed punkt by its public title', async () => {
    const page = await open('?beslutning=closed')
    await settled(page, 'med 1 filter')
    const title = (await page.locator('[data-search-result] a').first().textContent()) ?? ''
    await page.getByRole('searchbox').fill(title)
    await settled(page, `»${title}«`)
    expect(await page.locator('[data-search-result]').first().textContent()).toContain('Lukket punkt')
  })
})

describe('a search that does not stand as it was typed', () => {
  test.each(['05.05.00P20-4-25', '05.05.00-P20-4-25', 'p20-4-25', 'sag 050500p20425'])('finds the case by %s', async (number) => {
    const page = await open(`?q=${encodeURIComponent(number)}`)
    await settled(page, 'resultater')
    const facts = await page.locator('[data-search-result]').allTextContents()
    expect(facts.filter((text) => !/05\.05\.00-?P20-4-25/.test(text))).toEqual([])
    expect(facts.length).toBeGreaterThan(3)
  })

  test('refuses a number that no punkt has, and says so', async () => {
    const page = await open('?q=05.05.00P20-4-24')
    await settled(page, 'Ingen resultater')
    await page.getByText('»05.05.00P20-4-24« findes ikke i arkivet').waitFor()
  })

  test('gives the punkter of a day first, whichever way it is written', async () => {
    const days = ['2025-09-30', '30/9 2025', 'tirsdag den 30. september 2025']
    const found = await Promise.all(
      days.map(async (day) => {
        const page = await open(`?q=${encodeURIComponent(day)}`)
        await settled(page, 'resultater')
        return addresses(page)
      }),
    )
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
    const onTheDay = found[0]?.findLastIndex((address) => address.includes('/2025-09-30/')) ?? -1
    expect(onTheDay).toBeGreaterThan(2)
    expect(found[0]?.slice(0, onTheDay).every((address) => address.includes('/2025-09-30/'))).toBe(true)
  })

  test('finds words spelled without Danish letters, and marks them', async () => {
    const page = await open('?q=svoemmehallen')
    await settled(page, 'resultater')
    expect(await page.locator('[data-search-result] mark').first().textContent()).toMatch(/svømmehal/i)
    expect(await page.locator('[data-search-suggestion]').count()).toBe(0)
  })

  test('takes a slip of the pen for what it was meant to be, and says so', async () => {
    const page = await open('?q=cykesltien')
    await settled(page, 'resultater for »cykelstien«')
    expect(await page.locator('[data-search-suggestion]').getAttribute('data-search-suggestion')).toBe('cykelstien')
    expect(await page.locator('[data-search-result] mark').first().textContent()).toMatch(/cykelsti/i)
    expect(await violationsOf(page)).toEqual([])
    await page.locator('[data-search-suggestion]').click()
    await page.waitForURL(/q=cykelstien$/)
  })

  test('leaves out a word that no punkt has', async () => {
    const plain = await open('?q=cykelsti')
    await settled(plain, '»cykelsti«')
    const page = await open('?q=cykelsti+qqqqq')
    await page.getByText('»qqqqq« findes ikke i arkivet').waitFor()
    expect(await addresses(page)).toEqual(await addresses(plain))
  })

  test('gives the punkter with most of the words where none has all, with counts that hold', async () => {
    const page = await open('?q=cykelsti+budget+svømmehallen+lokalplan')
    await page.getByText('Intet punkt har det hele').waitFor()
    const total = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10)
    const counts = await page
      .locator('.search-facet label:visible')
      .filter({ has: page.locator('input[name=aar]') })
      .allTextContents()
    const sum = counts.map((text) => Number(/\((\d+)\)/.exec(text)?.[1])).reduce((a, b) => a + b, 0)
    expect(sum).toBe(total)
  })

  test('takes a compound that no punkt has as the words it is made of', async () => {
    const page = await open('?q=bibliotekslørdag')
    await settled(page, 'resultat')
    expect(await page.locator('[data-search-result] mark').first().textContent()).toMatch(/bibliotek|lørdag/i)
    expect(await page.locator('[data-search-suggestion]').count()).toBe(0)
  })

  test('finds a word inside longer ones, and shows them unmarred', async () => {
    const page = await open('?q=undervisning')
    await settled(page, '»undervisning«')
    const text = (await page.locator('[data-search-list]').textContent()) ?? ''
    expect(text).toMatch(/svømmeundervisning/i)
    expect(text).not.toContain('|')
  })

  test('keeps a phrase together beside other words', async () => {
    const page = await open(`?q=${encodeURIComponent('"taget til efterretning" cykelstien')}`)
    await settled(page, 'resultat')
    for (const text of await page.locator('[data-search-result]').allTextContents()) expect(text).toMatch(/cykelsti/i)
  })
})

describe('the state of a search', () => {
  test('stands in the address: sharing it and going back give the same results', async () => {
    const page = await open()
    await page.getByRole('searchbox').fill('cykelsti')
    await page.getByRole('searchbox').press('Enter')
    await settled(page, '»cykelsti«')
    const first = await addresses(page)
    await page.getByRole('checkbox', { name: '2025' }).check()
    await settled(page, 'med 1 filter')
    const narrowed = await addresses(page)
    expect(new URL(page.url()).search).toBe('?q=cykelsti&aar=2025')
    expect(narrowed).toEqual(first.filter((address) => address.includes('/2025-')))
    const shared = await open(new URL(page.url()).search)
    await settled(shared, 'med 1 filter')
    expect(await addresses(shared)).toEqual(narrowed)
    await page.goBack()
    await settled(page, /* all years */ `${first.length} resultater for »cykelsti«`)
    expect(await addresses(page)).toEqual(first)
    expect(await page.getByRole('checkbox', { name: '2025' }).isChecked()).toBe(false)
    await page.goBack()
    await page.locator('[data-search-status=idle]').waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  test('counts beforehand what each choice gives, and choices of one kind add up', async () => {
    const page = await open('?q=kommunen')
    await settled(page, '»kommunen«')
    const total = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10)
    const promised = async (year: string): Promise<number> =>
      Number(
        /\((\d+)\)/.exec((await page.locator('label', { has: page.locator(`input[name=aar][value="${year}"]`) }).textContent()) ?? '')?.[1],
      )
    const [before2025, before2026] = [await promised('2025'), await promised('2026')]
    await page.getByRole('checkbox', { name: '2025' }).check()
    await settled(page, `${before2025} resultater`)
    expect(await promised('2026')).toBe(before2026)
    await page.getByRole('checkbox', { name: '2026' }).check()
    await settled(page, `${before2025 + before2026} resultater`)
    expect(before2025 + before2026).toBe(total)
    expect(await page.locator(':focus').getAttribute('value')).toBe('2026')
  })

  test('may be newest first', async () => {
    const page = await open('?q=udvalget&sortering=nyeste')
    await settled(page, '»udvalget«')
    const found = await dates(page)
    expect(found.length).toBeGreaterThan(3)
    expect(found).toEqual([...found].sort().reverse())
    await page.getByLabel('Vis først').selectOption('bedst')
    await page.waitForURL((url) => !url.search.includes('sortering'))
  })

  test('has a range of months', async () => {
    const page = await open('?fra=2025-09&til=2025-09')
    await settled(page, 'med 2 filtre')
    const found = await dates(page)
    expect(new Set(found.map((date) => date.slice(0, 7)))).toEqual(new Set(['2025-09']))
  })
})

test('more results come when asked for, and the focus goes to the first of them', async () => {
  const page = await open('?fra=2025-01')
  await settled(page, 'med 1 filter')
  expect(await page.locator('[data-search-result]').count()).toBe(10)
  await page.getByRole('button', { name: /^Vis 20 flere/ }).click()
  await page.locator('[data-search-result]').nth(29).waitFor()
  const all = await addresses(page)
  expect(new Set(all).size).toBe(30)
  expect(await addressOf(page, page.locator(':focus'))).toBe(all[10])
  await page.locator('[data-search-result] a').nth(25).click()
  await page.goBack()
  await page.locator('[data-search-result]').nth(29).waitFor()
})

test('the keys lead to the field, through the results and back', async () => {
  const page = await open('?q=budget')
  await settled(page, '»budget«')
  const focused = async (): Promise<string> => {
    const id = await page.locator(':focus').getAttribute('id')
    return id ?? addressOf(page, page.locator(':focus'))
  }
  const [first, second] = await addresses(page)
  await page.keyboard.press('/')
  expect(await focused()).toBe('soeg-q')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(first)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(second)
  await page.keyboard.press('Escape')
  expect(await focused()).toBe('soeg-q')
  await page.keyboard.press('Escape')
  await page.locator('[data-search-status=idle]').waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
  await page.locator('body').click({ position: { x: 5, y: 700 } })
  await page.keyboard.press('Control+k')
  expect(await focused()).toBe('soeg-q')
})

test.each([
  ['index', /arkiv\.json/],
  ['engine', /searchEngine/],
  ['code of the engine', /wasm/],
  ['list of its parts', /pf_meta/],
  ['words', /pf_index/],
  ['list of words', /ord-\d/],
  ['results', /pf_fragment/],
])('without its %s the search says plainly that it does not work, and can be asked for again', async (_, file) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route(file, (route) => route.fulfill({ status: 404 }))
  await page.goto(new URL('soeg/?q=budget', site).href)
  await settled(page, 'Søgningen virker ikke lige nu')
  expect(await violationsOf(page)).toEqual([])
  await page.unroute(file)
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await settled(page, '»budget«')
})

test('without JavaScript the page says what it needs and leads to the lists', async () => {
  const page = await open('?q=budget', { javaScriptEnabled: false })
  expect(await page.locator('.search-noscript').isVisible()).toBe(true)
  expect(await page.getByRole('searchbox').isVisible()).toBe(false)
  await page.locator('main').getByRole('link', { name: 'Beslutninger' }).click()
  expect(await page.locator('h1').count()).toBe(1)
})

test.each([
  ['wide', { viewport: { width: 1280, height: 900 } }],
  ['on a phone', { viewport: { width: 390, height: 844 } }],
  ['in the dark', { colorScheme: 'dark' }],
] as const)('results and open filters have no accessibility violation %s', async (_, options) => {
  const page = await open('?q=kommunen&aar=2025', options)
  await settled(page, 'med 1 filter')
  const panel = page.locator('[data-search-filters]')
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click()
  expect(await violationsOf(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})
