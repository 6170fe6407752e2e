import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeHref, urls } from './urls.ts'

describe('relativeHref', () => {
  test.each([
    ['/', '/soeg/', 'soeg/'],
    ['/soeg/', '/', '../'],
    ['/a/b/2026-01-02/', '/a/b/2026-01-02/punkt-1/', 'punkt-1/'],
    ['/a/b/2026-01-02/punkt-1/', '/a/b/2026-01-02/', '../'],
    ['/a/b/', '/a/b/', './'],
    ['/a/b/', '/a/b/#punkt-2', '#punkt-2'],
    ['/a/b/', '/soeg/?q=x', '../../soeg/?q=x'],
    ['/a/', '/assets/css.css', '../assets/css.css'],
    ['/404.html', '/assets/css.css', 'assets/css.css'],
    ['/404.html', '/#udvalg', './#udvalg'],
    ['/a/', 'https://example.org/', 'https://example.org/'],
    ['/a/', '#top', '#top'],
  ])('from %s to %s is %s', (from, to, href) => {
    expect(relativeHref(from, to)).toBe(href)
  })

  test('a browser finds the way back to the address, under any path of the host', () => {
    const address = fc
      .array(fc.oneof(fc.constantFrom('a', 'b'), fc.stringMatching(/^[a-z0-9.-]{1,6}[a-z0-9]$/)), { maxLength: 5 })
      .map((parts) => `/${parts.map((part) => `${part}/`).join('')}`)
    const file = fc.constantFrom('', 'a', 'side.html')
    const rest = fc.constantFrom('', '?q=/a/', '#a', '?q=x#/a/')
    fc.assert(
      fc.property(address, address, file, file, rest, (from, to, fileHere, fileThere, asked) => {
        const page = new URL(`https://host.example/arkiv${from}${fileHere}`)
        const { pathname, search, hash } = new URL(relativeHref(`${from}${fileHere}`, `${to}${fileThere}${asked}`), page)
        expect(`${pathname}${search}${hash}`).toBe(`/arkiv${to}${fileThere}${asked}`)
      }),
    )
  })
})

test('only an open attachment whose file is there has an address', () => {
  const file = { title: 'Plan', file: 'bilag/plan æ.pdf', bytes: 10 }
  expect(urls.bilag('a/b/2026-01-02', { ...file, open: true })).toBe('/a/b/2026-01-02/bilag/plan%20%C3%A6.pdf')
  expect(urls.bilag('a/b/2026-01-02', { ...file, open: false })).toBeUndefined()
  expect(urls.bilag('a/b/2026-01-02', { title: 'Plan', file: 'bilag/plan.pdf', open: true })).toBeUndefined()
})
