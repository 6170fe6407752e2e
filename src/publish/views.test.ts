import { expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { readContent } from '../source/read.ts'
import { viewsOf } from './views.ts'

const { archive } = loadArchive(readContent('content'))
const views = [...viewsOf(archive)]

test('every page has an address and a title of its own, and a way back to the front page', () => {
  expect(new Set(views.map(({ page }) => page.url)).size).toBe(views.length)
  expect(new Set(views.map(({ title }) => title)).size).toBe(views.length)
  for (const { page, breadcrumbs } of views) expect(breadcrumbs[0], page.url).toEqual({ label: 'Forside', url: '/' })
})

test('the same archive gives the same pages', () => {
  expect(JSON.stringify([...viewsOf(archive)])).toBe(JSON.stringify(views))
})
