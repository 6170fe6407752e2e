import { expect, test } from 'vitest'
import { TextNumbers } from '../memory/text-numbers.ts'
import { basePathOf } from '../publish/urls.ts'
import { faultsOfSite, fileAt, lookAtPage } from './output-check.ts'

function faultsOf(pages: Readonly<Record<string, string>>, baseUrl = 'https://referater.example'): string[] {
  const files = new Map(Object.entries(pages).map(([url, html]) => [fileAt(url), html]))
  const looks = [...files].map(([path, html]) => ({ path, ...lookAtPage(path.replace(/index\.html$/, ''), html, basePathOf(baseUrl)) }))
  const numbers = new TextNumbers()
  const numbered = looks.map(({ path, links }) => ({ path, links: links.map((link) => numbers.of(link)) }))
  const faults = [
    ...looks.flatMap((look) => look.faults),
    ...faultsOfSite(numbered, numbers.texts, { all: new Set(files.keys()), read: (file) => files.get(file) ?? '' }),
  ]
  return faults.map(({ url, what }) => `${url} ${what}`)
}

test('links that lead somewhere are no faults', () => {
  expect(
    faultsOf({
      '/': '<main id="top"><a href="a/">A</a> <a href="a/#b">B</a> <a href="#top">Op</a> <a href="https://x.example/">X</a> <a href="mailto:a@b.example">m</a></main>',
      '/a/': '<p id="b"><a href="../?q=1">forside</a><br><img src="../a/" alt=""></p>',
    }),
  ).toEqual([])
})

test.each([
  ['a page that is not there', '<a href="b/">B</a>', 'the link to /b/ leads nowhere'],
  ['an anchor on the same page', '<a href="#b">B</a>', 'the link #b has no target on the page'],
  ['an anchor on another page', '<a href="./?x#b">B</a>', 'the link to /#b has no such place'],
  ['an id twice', '<p id="a"></p><p id="a"></p>', 'id "a" stands twice'],
  ['an open element', '<div><p>x</p>', '<div> is not closed'],
  ['a badly encoded link', '<a href="100%.pdf">B</a>', 'the link to /100%.pdf leads nowhere'],
])('%s is a fault', (_, html, what) => {
  expect(faultsOf({ '/': html })).toEqual([`/ ${what}`])
})

test('a closed punkt may show its decision and no other section', () => {
  const page = (section: string): string =>
    `<article data-outcome="closed"><section data-section="${section}"><p>…</p></section></article><section data-section="case"></section>`
  expect(faultsOf({ '/': page('decision') })).toEqual([])
  expect(faultsOf({ '/': page('case') })).toEqual(['/ a closed punkt shows a section'])
})

test('addresses from the root are read below the path of the canonical address', () => {
  expect(faultsOf({ '/': '<p></p>', '/404.html': '<a href="/arkiv/">forside</a>' }, 'https://kommune.example/arkiv')).toEqual([])
})
