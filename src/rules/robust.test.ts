import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import type { Finding } from '../findings/finding.ts'
import { formatText } from '../findings/report.ts'
import { type ContentTree, contentTree } from '../source/content-tree.ts'
import { AUTHORITY, BODY, CLOSED, closedText, EXAMPLE_ARCHIVE, MEETING, PUNKT, SITE } from './example-archive.ts'
import { framesOf } from './frames.ts'
import { validate } from './validate.ts'

// Each of these runs loads an archive a hundred times.
vi.setConfig({ testTimeout: 60_000 })

const KEYS = [
  'titel',
  'nummer',
  'sagsnummer',
  'adgang',
  'hjemmel',
  'beslutning',
  'tidligere',
  'videre til',
  'afstemning',
  'for',
  'imod',
  'antal',
  'partier',
  'medlemmer',
  'fraværende',
  'navn',
  'grund',
  'bilag',
  'fil',
  'dato',
  'start',
  'slut',
  'status',
  'deltagere',
  'parti',
  'fremmøde',
  'rettelser',
  'type',
  'tekst',
  'før',
  'punkt',
  'udvalg',
  'aliaser',
  'fra',
  'til',
  'nedlagt',
  'afløst af',
  'kode',
  'kontakt',
  'emner',
  '__proto__',
  'constructor',
]
const VALUES = [
  'åben',
  'lukket',
  'godkendt',
  'referat',
  'kladde',
  'persondata',
  '2025-09-30',
  '2025-02-30',
  '17:00',
  '05.05.00-P20-4-25',
  '85.15.2K07-1',
  '-1',
  '99999999999999999999',
  'Byrådet',
  'Teknikudvalget',
  'Ida Engkær',
  'A',
  'bilag/../x',
  '&a x',
  '*a',
  '"',
  '{',
  '',
  '!!js/regexp /x/',
  '|',
  'torsdag den 31. april 2025',
]
const TEXTS = [
  '## Beslutning\n',
  '## Åben beslutning\n',
  '### Beslutning fra Byrådet, den 30. september 2025, punkt 2\n',
  '[x](#)',
  '[x](../y.md)',
  '[x](%E0%A4%A)',
  '![](javascript:x)',
  '<b>',
  '```\n',
  '- ',
  '| a |\n',
  '\n\n',
  'Godkendt. ',
  'mandag den 30. februar 2025 ',
  '010203-1234 ',
  '1. at ',
  'For stemte A, V. ',
  '[a]: b\n',
  '\u0000',
  '\u2028',
]

const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary', maxLength: 10 }))
const field = fc.tuple(
  fc.constantFrom(...KEYS),
  fc.oneof(
    value,
    value.map((one) => `[${one}]`),
    fc.tuple(fc.constantFrom(...KEYS), value).map(([key, one]) => `\n  - ${key}: ${one}`),
    fc.tuple(fc.constantFrom(...KEYS), value).map(([key, one]) => `{ ${key}: { ${key}: ${one} } }`),
  ),
)
const body = fc
  .array(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 15 })
  .map((parts) => parts.join(''))
const file = fc.oneof(
  fc
    .tuple(fc.array(field, { maxLength: 8 }), body)
    .map(([fields, text]) => `---\n${fields.map(([key, one]) => `${key}: ${one}`).join('\n')}\n---\n${text}`),
  fc
    .tuple(fc.array(field, { maxLength: 5 }), body)
    .map(([fields, text]) => `---\ntitel: A\nadgang: åben\n${fields.map(([key, one]) => `${key}: ${one}`).join('\n')}\n---\n${text}`),
  fc.string({ unit: 'binary', maxLength: 100 }),
)

function expectInside(tree: ContentTree, findings: readonly Finding[]): void {
  for (const { file: path, line, column, endColumn, message, hint } of findings) {
    const text = tree.files.get(path)?.text
    const row = text === undefined ? '' : text.split('\n')[line - 1]
    expect(row, `${path}:${line} ${message}`).toBeDefined()
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column, message).toBeLessThanOrEqual((row ?? '').length + 1)
    expect(endColumn).toBeGreaterThanOrEqual(column)
    expect(message).not.toBe('')
    expect(hint).not.toBe('')
  }
}

describe('whatever stands in the files', () => {
  test.each([SITE, AUTHORITY, BODY, MEETING, PUNKT, CLOSED])('%s: nothing throws, and every place is inside its file', (path) => {
    fc.assert(
      fc.property(file, (text) => {
        const tree = contentTree({ ...EXAMPLE_ARCHIVE, [path]: text })
        const loaded = loadArchive(tree)
        const findings = validate(loaded)
        expectInside(tree, findings)
        formatText(findings, framesOf(loaded))
      }),
      { numRuns: 60 },
    )
  })

  test('whatever the files are called', () => {
    const part = fc.oneof(
      fc.constantFrom('a', 'index.md', '2025-09-30', '2025-13-99', 'bilag', '01-a.md', 'å', '..', '', 'godkendt.json', '__proto__'),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/')),
            file,
          ),
          { maxLength: 6 },
        ),
        (files) => {
          const tree = contentTree(Object.fromEntries(files))
          expect(() => validate(loadArchive(tree))).not.toThrow()
        },
      ),
      { numRuns: 80 },
    )
  })

  test('no secret of a closed punkt is in a finding or a frame', () => {
    const secret = 'Qzxhemmelighed'
    const hidden = fc
      .array(fc.oneof(fc.constantFrom(...TEXTS, ...VALUES, ...KEYS.map((key) => `\n${key}: `)), fc.constant(secret)), {
        minLength: 1,
        maxLength: 15,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(hidden, hidden, (head, text) => {
        const loaded = loadArchive(contentTree({ ...EXAMPLE_ARCHIVE, [CLOSED]: closedText(head, text) }))
        expect(formatText(validate(loaded), framesOf(loaded))).not.toContain(secret)
      }),
      { numRuns: 120 },
    )
  })
})

describe('bad input', () => {
  function rulesOf(files: Readonly<Record<string, string>>): string[] {
    return validate(loadArchive(contentTree({ ...EXAMPLE_ARCHIVE, ...files }))).map(({ rule, severity }) => `${severity} ${rule}`)
  }

  test('a folder that is no date, said once', () => {
    expect(rulesOf({ 'fjordkoebing/byraadet/30-09-2025/index.md': '---\n---\n', 'fjordkoebing/byraadet/30-09-2025/01-a.md': '' })).toEqual([
      'error moede-mappe',
    ])
  })

  test('a file name with Danish letters, and a file that has no place', () => {
    expect(rulesOf({ 'fjordkoebing/byraadet/2025-09-30/04-støj.md': 'x', 'fjordkoebing/noter.txt': 'x' })).toEqual([
      'error punkt-filnavn',
      'warning fil-uden-plads',
    ])
  })

  test('a punkt without a meeting', () => {
    expect(rulesOf({ 'fjordkoebing/byraadet/2025-10-28/01-a.md': '---\ntitel: A\nadgang: åben\n---\n' })).toContain('error index-mangler')
  })

  test('an empty file', () => {
    expect(rulesOf({ [PUNKT]: '' })).toEqual(['error hoved-mangler'])
    expect(rulesOf({ [PUNKT]: '---\n---\n' })).toEqual(['error adgang-mangler', 'error felt-mangler'])
  })

  test('an empty archive lacks its front page only', () => {
    expect(validate(loadArchive(contentTree({}))).map(({ rule }) => rule)).toEqual(['index-mangler'])
  })

  test('one run reports everything', () => {
    expect(
      rulesOf({ [SITE]: '---\ntitel: A\n---\n', [BODY]: '---\nnavn: Byrådet\n---\n', [MEETING]: 'x', [PUNKT]: '---\ntitle: A\n---\n' }),
    ).toEqual([
      'error adgang-mangler',
      'error felt-mangler',
      'error felt-ukendt',
      'error hoved-mangler',
      'error felt-mangler',
      'error felt-mangler',
      'error felt-mangler',
    ])
  })
})
