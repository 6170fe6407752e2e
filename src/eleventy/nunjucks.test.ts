import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createEnvironment } from './nunjucks.ts'

const templates = await mkdtemp(path.join(tmpdir(), 'templates-'))
await writeFile(path.join(templates, 'page.njk'), '<a href="{{ "/om/" | href }}">{{ words }}</a>')
const environment = createEnvironment(templates, { site: { url: 'https://kommune.example/arkiv' } })

test('links are relative to the page, so that the archive works below any path', () => {
  expect(environment.render('page.njk', { page: { url: '/soeby/byraadet/' }, words: 'Om' })).toBe('<a href="../../om/">Om</a>')
})

test('a page that is shown at any depth links from the host’s root', () => {
  expect(environment.render('page.njk', { page: { url: '/404.html' }, absoluteLinks: true, words: 'Om' })).toBe(
    '<a href="/arkiv/om/">Om</a>',
  )
})

test('words reach a page as words', () => {
  expect(environment.render('page.njk', { page: { url: '/' }, words: '<b>{{ 1 }}' })).toContain('&lt;b&gt;{{ 1 }}')
})
