import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paginate, paginateNewestFirst, paginateSteadily } from './paging.ts'

describe('the pages of a long list', () => {
  test('hold every item once, in order, and lead to each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 120 }), fc.integer({ min: 1, max: 20 }), (items, size) => {
        for (const pages of [
          paginate(items, size, '/sager/'),
          paginateNewestFirst(items, size, '/sager/'),
          paginateSteadily(items, size, '/sager/', String),
        ]) {
          expect(pages.flatMap((page) => page.items)).toEqual(items)
          expect(new Set(pages.map(({ paging }) => paging.url)).size).toBe(pages.length)
          for (const [index, { paging }] of pages.entries()) {
            expect(paging.previous).toBe(pages[index - 1]?.paging.url)
            expect(paging.next).toBe(pages[index + 1]?.paging.url)
          }
        }
      }),
    )
  })

  test('keep the address of the list on the first page', () => {
    expect(paginate([1, 2, 3], 2, '/sager/').map(({ paging }) => paging.url)).toEqual(['/sager/', '/sager/side-2/'])
  })

  test('of what is newest first hold the same when something is added, but for the newest', () => {
    const numbers = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 20 }), (count, added, size) => {
        const counted = (length: number): number[] => Array.from({ length }, (_, index) => length - index)
        const later = new Map(paginateNewestFirst(counted(count + added), size, '/').map(({ items, paging }) => [paging.url, items]))
        for (const { items, paging } of paginateNewestFirst(counted(count), size, '/').slice(1)) {
          expect(items).toHaveLength(size)
          expect(later.get(paging.url)).toEqual(items)
        }
      }),
    )
  })

  test('of a list that grows anywhere hold between half and one and a half of what they should, and most stay as they are', () => {
    const words = Array.from({ length: 4000 }, (_, index) => `ord ${index}`)
    const pagesOf = (items: readonly string[]): readonly string[][] =>
      paginateSteadily(items, 50, '/', (word) => word).map((page) => [...page.items])
    const before = new Set(pagesOf(words).map((page) => page.join()))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: words.length }), fc.string(), (at, added) => {
        const pages = pagesOf(words.toSpliced(at, 0, added))
        for (const { length } of pages) expect(Math.abs(length - 50)).toBeLessThanOrEqual(25)
        expect(pages.filter((page) => !before.has(page.join())).length).toBeLessThan(10)
      }),
    )
  })

  test('leave numbers out only far from the current page', () => {
    const links = paginate(Array.from({ length: 20 }), 1, '/')[9]?.paging.links.map((link) => ('gap' in link ? '…' : link.number))
    expect(links).toEqual([1, '…', 8, 9, 10, 11, 12, '…', 20])
  })

  test('are no pages to choose between where there is one', () => {
    expect(paginate([], 10, '/')).toMatchObject([{ items: [], paging: { count: 1, links: [] } }])
  })
})
