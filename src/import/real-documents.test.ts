import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { printText } from '../testing/documents/pdf.ts'
import { importDocuments } from './import.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/referater')
const isThere = existsSync(FOLDER)

/** Outcome ids of each punkt, in the order of the agenda; '-' for none. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'lemvig/digitaliseringsstyregruppen/2025-08-28':
    'informed informed informed approved approved+hearing approved informed informed nothing informed nothing',
  'lemvig/digitaliseringsstyregruppen/2025-05-27': 'informed informed recommended informed informed nothing informed informed',
  'ballerup/digitaliserings-og-teknologiudvalget/2024-01-23': 'noted postponed+discussed noted noted discussed -',
  'aabenraa/systemkoordinatorforummet/2023-04-21': 'other - noted postponed noted postponed withdrawn postponed',
  'lemvig/digitaliseringsstyregruppen/2026-02-26':
    'discussed recommended informed discussed recommended recommended recommended informed nothing nothing nothing',
}

async function importAll() {
  const inputs = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ path: name, bytes: readFileSync(path.join(FOLDER, name)) }))
  const result = await importDocuments(inputs, {}, new Map())
  const files = new Map(result.files.map(({ path: file, text }) => [file, text]))
  return { inputs, result, files, ...loadArchive(contentTree(Object.fromEntries(files))) }
}

describe.skipIf(!isThere)('the five real documents', async () => {
  const imported = isThere ? await importAll() : undefined
  const { result, archive, findings, files, inputs } = imported ?? ({} as Awaited<ReturnType<typeof importAll>>)

  test('three authorities, three bodies, five meetings, 44 punkter, valid and with all words', () => {
    expect([archive.authorities.length, archive.udvalg.length, archive.meetings.length, archive.punkter.length]).toEqual([3, 3, 5, 44])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(result.exitCode).toBe(0)
    for (const { account } of result.documents) expect(account).toMatchObject({ lost: [], added: [] })
  })

  test.each(Object.entries(OUTCOMES))('%s: outcomes as read by people', (meeting, outcomes) => {
    expect(
      archive
        .punkterOf(meeting)
        .map(({ beslutning }) => beslutning.outcomes.join('+') || '-')
        .join(' '),
    ).toBe(outcomes)
  })

  test('only fields and tables of contents are left out', () => {
    const reasons = new Set(
      result.documents.flatMap(({ account }) => account?.leftOut ?? []).map(({ reason }) => reason.replace(/:.*/, '')),
    )
    expect([...reasons].sort()).toEqual(['felt', 'indholdsfortegnelse'])
  })

  test('dates, times, places', () => {
    expect(archive.meetings.map(({ date, start, end }) => [date, start, end])).toEqual([
      ['2026-02-26', '13:00', undefined],
      ['2025-08-28', '14:00', undefined],
      ['2025-05-27', '13:00', undefined],
      ['2024-01-23', '17:00', undefined],
      ['2023-04-21', '08:30', '10:30'],
    ])
    const texts = inputs.map(({ bytes }) => bytes.toString('utf8'))
    for (const { place } of archive.meetings) expect(texts.some((text) => place !== undefined && text.includes(place))).toBe(true)
  })

  test('attendance with party, role and absence', () => {
    const political = archive.meeting('ballerup/digitaliserings-og-teknologiudvalget/2024-01-23').deltagere
    expect(political.map(({ party, attendance }) => `${party ?? ''}${attendance === 'afbud' ? '!' : ''}`)).toEqual([
      'A',
      'C!',
      'A',
      'V',
      'F',
      'A!',
      'A',
      '',
      '',
      '',
    ])
    expect(political.map(({ role }) => role).filter(Boolean)).toEqual(['1. viceborgmester', '2. viceborgmester', 'kommunaldirektør'])
    const administrative = archive.meeting('aabenraa/systemkoordinatorforummet/2023-04-21')
    expect(administrative.deltagere.map(({ attendance }) => attendance === 'afbud')).toEqual([
      ...Array<boolean>(10).fill(false),
      true,
      true,
      true,
    ])
    expect(administrative.text.split(' ').length).toBeGreaterThan(50)
    expect(archive.punkter.flatMap(({ absences }) => absences)).toEqual([])
  })

  test('case numbers: one on nine punkter, a facet with Ø, none at one authority', () => {
    const written = archive.punkter.flatMap(({ sagsnummer }) => sagsnummer?.written ?? [])
    expect(written).toHaveLength(36)
    expect(written.filter((number) => number === '85.13.00G01-2-23').length).toBe(9)
    expect(archive.punkt('lemvig/digitaliseringsstyregruppen/2025-08-28/punkt-7').sagsnummer?.facet).toBe('Ø54')
    expect(archive.authority('aabenraa').sagsnummerFormats).toEqual([])
    expect(archive.authority('lemvig').sagsnummerFormats).toEqual(['sbsys'])
  })

  test('earlier treatments from a section and from earlier decisions', () => {
    const earlier = archive.punkter.flatMap((punkt) =>
      punkt.references
        .filter(({ origin }) => origin === 'frontmatter')
        .map(({ dato, punkt: number }) => `${punkt.number}: ${dato} ${number}`),
    )
    expect(earlier.sort()).toEqual([
      '1: 2025-08-22 2',
      '2: 2023-12-06 4',
      '2: 2025-08-22 3',
      '3: 2023-02-21 2',
      '3: 2025-08-22 1',
      '4: 2025-12-10 3',
    ])
  })

  test('titles of attachments, the second "Bilag" and a count that is no title', () => {
    const count = (punkt: string): number => archive.punkt(punkt).bilag.length
    expect(count('lemvig/digitaliseringsstyregruppen/2025-08-28/punkt-4')).toBe(3)
    expect(count('lemvig/digitaliseringsstyregruppen/2026-02-26/punkt-1')).toBe(3)
    expect(count('ballerup/digitaliserings-og-teknologiudvalget/2024-01-23/punkt-3')).toBe(1)
    expect(count('ballerup/digitaliserings-og-teknologiudvalget/2024-01-23/punkt-2')).toBe(0)
    expect(count('aabenraa/systemkoordinatorforummet/2023-04-21/punkt-5')).toBe(1)
  })

  test('chaotic heading levels: labels are sections, the rest stays within them', () => {
    const keys = (punkt: string): string =>
      archive
        .punkt(`lemvig/digitaliseringsstyregruppen/2026-02-26/${punkt}`)
        .sections.map(({ key }) => key)
        .join(' ')
    expect(keys('punkt-1')).toBe('summary recommendation competence decision case economy law decision')
    expect(keys('punkt-2')).toBe('summary recommendation decision case')
    const sub = archive.punkt('lemvig/digitaliseringsstyregruppen/2026-02-26/punkt-2').sections.at(-1)?.text.match(/^#+ /gm)
    expect(sub).toEqual(['### ', '### ', '### ', '### '])
  })

  test('numbered lines inside a punkt, a nested list, a table', () => {
    expect(archive.punkt('aabenraa/systemkoordinatorforummet/2023-04-21/punkt-5').sections[0]?.text.match(/^\d\. /gm)).toHaveLength(4)
    expect(
      archive
        .punkt('lemvig/digitaliseringsstyregruppen/2025-08-28/punkt-6')
        .sections.at(-1)
        ?.text.match(/^ {2}- /gm),
    ).toHaveLength(5)
    expect(archive.punkt('lemvig/digitaliseringsstyregruppen/2026-02-26/punkt-2').sections.at(-1)?.text.match(/^\|/gm)).toHaveLength(6)
  })

  test('no link leads nowhere', () => {
    expect([...files.values()].filter((text) => text.includes('](#'))).toEqual([])
  })

  test('what could not be settled is told of: titles that the table of contents spells otherwise, links without a target', () => {
    const rules = result.findings.map(({ rule }) => rule)
    expect(rules.filter((rule) => rule === 'import-indholdsfortegnelse-titel')).toHaveLength(3)
    expect(rules.filter((rule) => rule === 'import-link')).toHaveLength(3)
  })

  test('printed as PDF, they give the same punkter and outcomes', async () => {
    const printed = await Promise.all(
      inputs.map(async ({ path: name, bytes }) => ({ path: name.replace(/txt$/, 'pdf'), bytes: await printText(bytes.toString('utf8')) })),
    )
    const fromPdf = await importDocuments(printed, {}, new Map())
    const read = loadArchive(contentTree(Object.fromEntries(fromPdf.files.map((file) => [file.path, file.text])))).archive
    expect(fromPdf.exitCode).toBe(0)
    for (const [meeting, outcomes] of Object.entries(OUTCOMES))
      expect(
        read
          .punkterOf(meeting)
          .map(({ beslutning }) => beslutning.outcomes.join('+') || '-')
          .join(' '),
      ).toBe(outcomes)
  }, 60_000)

  test('imported again, nothing changes', async () => {
    const again = await importDocuments(inputs, {}, files)
    expect(again.exitCode).toBe(0)
    expect(again.files.every(({ path: file, text, state }) => state === 'unchanged' && files.get(file) === text)).toBe(true)
  })
})
