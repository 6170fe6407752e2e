import { expect, test } from 'vitest'
import { APART } from '../archive/fingerprints.ts'
import { loadArchive } from '../archive/load.ts'
import { observed } from '../archive/observed.ts'
import { readContent } from '../source/read.ts'
import { pageTasks, viewsOf } from './views.ts'

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

test('what is gathered across pages hangs on the facts of the archive alone, and on no words of its punkter', () => {
  const asked = new Set<string>()
  const tasks = [...pageTasks(observed(archive, (kind) => asked.add(kind)))]
  expect(tasks.length).toBeGreaterThan(100)
  expect(asked).toContain('punkter')
  expect([...asked].filter((kind) => APART.has(kind))).toEqual([])
})
