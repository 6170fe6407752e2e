import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { gatherTitleWords } from './title-words.ts'
import { letterPages, wordsPageView, wordsView } from './views/words.ts'

const MEETING = 'by/kb/2025-09-30'
const titles = [
  'Ny cykelsti langs Møllevej',
  'Cykelstien ved skolen – orientering',
  'Årsregnskab 2024',
  'Møllevej: afgørende ændringer',
  'Eventuelt',
  'Økonomiske rammer',
]
const content: Record<string, string> = {
  'index.md': '---\ntitel: Arkiv\nurl: https://arkiv.example\nbeskrivelse: Prøve\n---\n',
  'by/index.md': '---\nnavn: By Kommune\ntype: kommune\n---\n',
  'by/kb/index.md': '---\nnavn: Kommunalbestyrelsen\ntype: kommunalbestyrelse\n---\n',
  [`${MEETING}/index.md`]: '---\ndato: 2025-09-30\nstatus: referat\n---\n',
}
function archiveOf(all: readonly string[]) {
  const files = { ...content }
  all.forEach((title, at) => {
    files[`${MEETING}/${at + 1}-punkt.md`] = `---\ntitel: "${title}"\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n`
  })
  return loadArchive(contentTree(files)).archive
}

describe('the words of titles', () => {
  const words = gatherTitleWords(archiveOf(titles), 'by')

  test('are the nouns and names, by the Danish alphabet', () => {
    const all = ['Cykelsti', 'Cykelstien', 'Eventuelt', 'Møllevej', 'Rammer', 'Skolen', 'Ændringer', 'Årsregnskab']
    expect(words.map(({ word }) => word)).toEqual(all)
    expect(words.find(({ word }) => word === 'Møllevej')?.punkter).toHaveLength(2)
  })

  test('give every punkt a place, whatever its title says', () => {
    const archive = archiveOf(titles)
    expect(new Set(words.flatMap(({ punkter }) => punkter))).toEqual(new Set(archive.punkter.map(({ id }) => id)))
  })
})

test('every page of the register is one click from its front, and its punkter one more', () => {
  const archive = archiveOf(Array.from({ length: 600 }, (_, at) => `Budget for skole ${at}`))
  const authority = archive.authority('by')
  const words = gatherTitleWords(archive, 'by')
  const letters = letterPages(authority, words)
  const front = wordsView(authority, letters, words.length)
  const pages = letters.flatMap(({ initial, pages }) => pages.map((page) => wordsPageView(archive, authority, initial, page)))
  expect(pages.map(({ page }) => page.url)).toEqual([
    '/by/ord/b/',
    '/by/ord/b/side-2/',
    '/by/ord/b/side-3/',
    '/by/ord/s/',
    '/by/ord/s/side-2/',
    '/by/ord/s/side-3/',
  ])
  expect(front.letters.flatMap((letter) => letter.pages.map(({ url }) => url))).toEqual(pages.map(({ page }) => page.url))
  const linked = pages.flatMap((page) => page.words.flatMap(({ punkter }) => punkter.map(({ url }) => url)))
  expect(new Set(linked).size).toBe(600)
  for (const page of pages) expect(page.words.reduce((sum, { punkter }) => sum + punkter.length, 0)).toBeLessThanOrEqual(300)
})
