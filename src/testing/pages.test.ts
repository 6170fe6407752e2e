import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, inject, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { readContent } from '../source/read.ts'

const folder = inject('siteFolder')
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
const html = (file: string): string => readFileSync(path.join(folder, file), 'utf8')
const archive = publishable(loadArchive(readContent('content')).archive)

describe('every page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'long-title': 'off',
        // Nunjucks and markdown-it write void elements each in its own way.
        'void-style': 'off',
      },
    })
    const report = await validator.validateMultipleFiles(pages.map((file) => path.join(folder, file)))
    expect(
      report.results
        .flatMap(({ filePath, messages }) =>
          messages.map(({ ruleId, message, line }) => `${path.relative(folder, filePath ?? '')}:${line} ${ruleId} ${message}`),
        )
        .slice(0, 20),
    ).toEqual([])
  })

  test('is Danish, has a title of its own, one main heading, a skip link and asks nobody else for anything', () => {
    const faults = pages.flatMap((file) => {
      const text = html(file)
      return [
        /<html[^>]* lang="da"/.test(text) ? '' : 'no language',
        /<title>[^<]{5,}<\/title>/.test(text) ? '' : 'no title',
        (text.match(/<h1[ >]/g) ?? []).length === 1 ? '' : 'not one h1',
        /<a[^>]+href="#indhold"/.test(text) ? '' : 'no skip link',
        /<(?:script|link|img|iframe|source)[^>]+(?:src|href)="https?:\/\/(?!referater\.example)/.test(text) ? 'asks another host' : '',
      ]
        .filter((fault) => fault !== '')
        .map((fault) => `${file}: ${fault}`)
    })
    expect(faults).toEqual([])
    const titles = pages.map((file) => /<title>([^<]+)</.exec(html(file))?.[1])
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('but search has no script', () => {
    expect(pages.filter((file) => file !== 'soeg/index.html' && /<script(?![^>]*application\/ld\+json)/.test(html(file)))).toEqual([])
  })
})

describe('addresses', () => {
  test('are the ones that were promised', () => {
    const promised = [
      'index.html',
      '404.html',
      ...archive.authorities.flatMap(({ id }) => [`${id}/index.html`, `${id}/sager/index.html`]),
      ...archive.udvalg.map(({ id }) => `${id}/index.html`),
      ...archive.meetings.map(({ id }) => `${id}/index.html`),
      ...archive.punkter.map(({ id }) => `${id}/index.html`),
      ...archive.sager.map(({ id }) => `${id}/index.html`),
      'emner/index.html',
      'beslutninger/index.html',
      'soeg/index.html',
      'om/index.html',
      'tilgaengelighed/index.html',
      'vejledning/index.html',
    ]
    const there = new Set(pages)
    expect(promised.filter((file) => !there.has(file))).toEqual([])
  })
})

describe('a punkt', () => {
  test('carries its outcomes, and each of its sections by canonical key', () => {
    for (const punkt of archive.punkter) {
      const text = html(`${punkt.id}/index.html`)
      const outcome = /<article[^>]* data-punkt[^>]* data-outcome="([^"]*)"/.exec(text)?.[1]
      const expected = punkt.closed ? 'closed' : punkt.beslutning.outcomes.length > 0 ? punkt.beslutning.outcomes.join(' ') : 'missing'
      expect(outcome, punkt.id).toBe(expected)
      const sections = [...text.matchAll(/data-section="([^"]+)"/g)].map((match) => match[1])
      for (const section of punkt.sections.filter(({ heading }) => heading !== '')) expect(sections, punkt.id).toContain(section.key)
    }
  })

  test('loses no word of what the clerk wrote', () => {
    const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
    const shown = (page: string): Set<string> => new Set(words(page.replace(/<[^>]+>/g, ' ').replace(/&#39;|&quot;|&amp;|&lt;|&gt;/g, ' ')))
    for (const punkt of archive.punkter) {
      for (const page of [`${punkt.id}/index.html`, `${punkt.meeting}/index.html`]) {
        const there = shown(html(page))
        const written = punkt.sections.flatMap(({ heading, text }) =>
          words(`${heading} ${text.replace(/\]\([^)]*\)/g, ']').replace(/^\s*\d+[.)]\s/gm, '')}`),
        )
        expect(
          [...written, ...words(punkt.title)].filter((word) => !there.has(word)),
          page,
        ).toEqual([])
      }
    }
  })
})
