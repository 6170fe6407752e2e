import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium.ts'

/*
 * What the pages look like, as text that can be read in a diff: boxes in CSS pixels, colours and type as the browser
 * computed them. All machines set the letters in the same font here (the system's own differ), so that lines break alike;
 * pictures of pixels would still differ with the version of the browser. After a change that is meant: `vitest -u`.
 */

const site = inject('siteUrl')
const font = (style: string): string => {
  const file = createRequire(import.meta.url).resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`)
  return `url(data:font/ttf;base64,${readFileSync(file).toString('base64')})`
}
const SAME_FONT = `
  @font-face { font-family: Same; src: ${font('Regular')}; font-weight: 400 }
  @font-face { font-family: Same; src: ${font('Bold')}; font-weight: 600 700 }
  :root { --font: Same }`

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function open(address: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: 'da-DK' })
  await page.goto(new URL(address, site).href)
  await page.addStyleTag({ content: SAME_FONT })
  await page.evaluate('document.fonts.ready')
  return page
}

/** Where the first element of each kind stands, from the left edge of the window, and how wide it is: one a line. */
function boxes(page: Page, selectors: readonly string[]): Promise<string> {
  return page.evaluate<string>(`${JSON.stringify(selectors)}.map((selector) => {
    const element = document.querySelector(selector)
    const box = element?.getBoundingClientRect()
    return selector + ': ' + (box && box.height > 0 ? 'x ' + Math.round(box.left) + ', width ' + Math.round(box.width) : 'not shown')
  }).join('\\n')`)
}

describe.each([1280, 768, 390])('at %d pixels', (width) => {
  test.each([
    ['the front page', '', ['.site-header__inner', '.hero__search', '.hero__next', '.punkt-list', '.two-columns__side', '.body-groups']],
    [
      'an authority',
      'oenskeby/',
      ['.site-header .search-form', '.shortcuts li', '.two-columns__next', '.punkt-list', '.two-columns__side', '.year-picture__line'],
    ],
    [
      'a meeting',
      'oenskeby/kommunalbestyrelsen/2025-09-30/',
      [
        '.breadcrumbs li:first-child',
        '.meeting-head .facts',
        '.toc',
        '.meeting-punkt',
        '.meeting-punkt [data-section="decision"]',
        '.attendance',
      ],
    ],
    [
      'a punkt',
      'oenskeby/kommunalbestyrelsen/2025-09-30/punkt-3/',
      ['h1', '.decision', '.seats svg', '.vote', '.punkt__facts', '.contents', '.prose', '.punkt-page__aside'],
    ],
    ['a case', 'oenskeby/sager/05.05.00p20-4-25/', ['.case-status', '.course-drawing', '.timeline', '.case-facts']],
    ['the register', 'beslutninger/', ['.register__parts', '.decision-list', '.decision-list__outcomes']],
  ] as const)('%s has its parts where they were', async (_, address, selectors) => {
    const page = await open(address, width)
    expect(await boxes(page, selectors)).toMatchSnapshot()
    await page.close()
  })
})

describe.each(['light', 'dark'] as const)('in the %s', (scheme) => {
  test('each component keeps its colours and its type', async () => {
    const page = await open('vejledning/komponenter/', 1280, scheme)
    const looks = await page.evaluate<string>(`(() => {
      const typeOf = (style) => style.fontSize + ' ' + style.fontWeight
      const markOf = (image) => / d='([^']+)'/.exec(image)?.[1]?.replace(/^/, 'mark ') ?? (image.includes('circle') ? 'mark o' : '')
      const usual = getComputedStyle(document.body)
      const told = new Set()
      for (const element of document.querySelectorAll('.example, .example *')) {
        const drawn = ['circle', 'path', 'rect', 'text'].includes(element.tagName)
        if (element.classList.length === 0 && !drawn) continue
        const owner = element.closest('[class]')
        const style = getComputedStyle(element)
        const facts = drawn
          ? ['fill ' + style.fill, 'stroke ' + style.stroke]
          : [
              style.color === usual.color ? '' : 'ink ' + style.color,
              style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : 'ground ' + style.backgroundColor,
              style.borderLeftWidth === '0px' ? '' : 'edge ' + style.borderLeftWidth + ' ' + style.borderLeftColor,
              typeOf(style) === typeOf(usual) ? '' : 'type ' + typeOf(style),
              markOf(getComputedStyle(element, '::before').maskImage),
            ]
        const seen = facts.filter((fact) => fact !== '').join(', ')
        if (seen !== '') told.add('.' + [...owner.classList].join('.') + (owner === element ? '' : ' ' + element.tagName) + ': ' + seen)
      }
      return [...told].join('\\n')
    })()`)
    expect(looks).toMatchSnapshot()
    await page.close()
  })
})
