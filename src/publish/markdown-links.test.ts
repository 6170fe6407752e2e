import { describe, expect, test } from 'vitest'
import { linkResolver, referencePhrases, urlOfFile } from './markdown-links.ts'
import { meetingFile, punktFile, smallArchive } from './small-archive.ts'

const archive = smallArchive({
  'soeby/stabsgruppen/2026-01-06/index.md': meetingFile('2026-01-06'),
  'soeby/stabsgruppen/2026-01-06/02-sti.md': punktFile('Sti', '', 'Anbefales.'),
  'soeby/byraadet/2026-03-03/index.md': meetingFile('2026-03-03'),
  'soeby/byraadet/2026-03-03/04-sti.md': punktFile(
    'Sti',
    'bilag:\n  - { titel: Plan, fil: bilag/plan a.pdf, adgang: åben }\n  - { titel: Notat, fil: bilag/notat.pdf, adgang: lukket }\ntidligere:\n  - { udvalg: Stabsgruppen, dato: 2026-01-06, punkt: 2 }',
    'Se Stabsgruppen, den 6. januar 2026, punkt 2. Se også Stabsgruppen, den 7. januar 2020, punkt 1.',
  ),
  'soeby/byraadet/2026-03-03/bilag/plan a.pdf': '%PDF',
  'soeby/byraadet/2026-03-03/bilag/notat.pdf': '%PDF',
})
const resolve = linkResolver(archive, {
  file: 'soeby/byraadet/2026-03-03/04-sti.md',
  pageUrl: '/soeby/byraadet/2026-03-03/punkt-4/',
  anchors: new Map([['oekonomi', 'oekonomi-2']]),
})

describe('a link between files becomes a link between pages', () => {
  test.each([
    ['../../stabsgruppen/2026-01-06/02-sti.md', '../../../stabsgruppen/2026-01-06/punkt-2/'],
    ['../../stabsgruppen/2026-01-06/02-sti.md#beslutning', '../../../stabsgruppen/2026-01-06/punkt-2/'],
    ['index.md', '../'],
    ['../index.md', '../../'],
    ['../', '../../'],
    ['/index.md', '../../../../'],
    ['bilag/plan%20a.pdf', '../bilag/plan%20a.pdf'],
    ['../2026-03-03/bilag/plan%20a.pdf', '../bilag/plan%20a.pdf'],
    ['#Økonomi', '#oekonomi-2'],
  ])('%s', (href, expected) => {
    expect(resolve(href)).toBe(expected)
  })
})

test.each([
  ['a closed attachment', 'bilag/notat.pdf'],
  ['a file that is not there', 'bilag/andet.pdf'],
  ['a punkt that is not there', '../2026-01-01/01-x.md'],
  ['a path out of the content', '../../../../../etc/passwd'],
  ['a bare hash', '#'],
  ['an unknown anchor', '#findes-ikke'],
  ['a broken escape', 'bilag/%E0%A4%A.pdf'],
])('%s leads nowhere', (_, href) => {
  expect(resolve(href)).toBeUndefined()
})

test('the page of a file is known for every kind of file', () => {
  expect(urlOfFile(archive, 'index.md')).toBe('/')
  expect(urlOfFile(archive, 'soeby/byraadet/index.md')).toBe('/soeby/byraadet/')
  expect(urlOfFile(archive, 'soeby/byraadet/2026-03-03/index.md')).toBe('/soeby/byraadet/2026-03-03/')
})

test('prose that repeats the frontmatter is linked too, and prose about a meeting that is not there is left alone', () => {
  const punkt = archive.punkt('soeby/byraadet/2026-03-03/punkt-4')
  expect(referencePhrases(archive, punkt, '/soeby/byraadet/2026-03-03/punkt-4/')).toEqual([
    { words: 'Stabsgruppen, den 6. januar 2026, punkt 2', href: '../../../stabsgruppen/2026-01-06/punkt-2/' },
  ])
})
