import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { writeDocx } from '../testing/documents/docx.ts'
import { writeHtml, writeXml } from '../testing/documents/html.ts'
import { MEETING } from '../testing/documents/meeting.ts'
import { writeEmptyPdf, writePdf } from '../testing/documents/pdf.ts'
import { writeMarkdown, writeText } from '../testing/documents/text.ts'
import { type ImportResult, importDocuments } from './import.ts'
import { formatLeftOut, formatSummary } from './summary.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const FOLDER = 'vadby/teknik-og-miljoeudvalget/2025-03-05'

const FORMATS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  txt: async () => bytesOf(writeText(MEETING)),
  md: async () => bytesOf(writeMarkdown(MEETING)),
  html: async () => bytesOf(writeHtml(MEETING)),
  xml: async () => bytesOf(writeXml(MEETING)),
  docx: () => writeDocx(MEETING, 'styles'),
  'bold.docx': () => writeDocx(MEETING, 'bold'),
  pdf: () => writePdf(MEETING),
}
const read = new Map<string, { bytes: Uint8Array; result: ImportResult }>()

beforeAll(async () => {
  for (const [format, write] of Object.entries(FORMATS)) {
    const bytes = await write()
    read.set(format, { bytes, result: await importDocuments([{ path: `referat.${format}`, bytes }], {}, new Map()) })
  }
}, 60_000)

const resultOf = (format: string): ImportResult => (read.get(format) as { result: ImportResult }).result
const filesOf = (result: ImportResult): Record<string, string> => Object.fromEntries(result.files.map(({ path, text }) => [path, text]))

describe('one meeting in every format', () => {
  test('as plain text it is read as it was invented', () => {
    const result = resultOf('txt')
    const { archive, findings } = loadArchive(contentTree(filesOf(result)))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const meeting = archive.meeting(FOLDER)
    expect(meeting).toMatchObject({ date: '2025-03-05', start: '15:00', place: 'Mødelokale 3, Vadby Rådhus' })
    expect(meeting.deltagere.map(({ name, party, attendance }) => `${name} ${party} ${attendance}`)).toEqual([
      'Karen Lund A til stede',
      'Jens Åby V til stede',
      'Mia Holt F til stede',
      'Ib Dam Ø til stede',
      'Sanne Vest C afbud',
    ])
    expect(
      archive
        .punkterOf(FOLDER)
        .map(({ number, closed, sagsnummer, beslutning }) => [number, closed, sagsnummer?.written, beslutning.outcomes[0]]),
    ).toEqual([
      ['31', false, '00.22.00P35-1-25', 'approved'],
      ['32', false, '05.01.02P20-4-24', 'approved'],
      ['33', true, '13.06.02G10-7-25', undefined],
      ['34', false, '09.02.05K08-2-25', 'postponed'],
      ['35', false, undefined, 'nothing'],
    ])
  })

  test.each(Object.keys(FORMATS).filter((format) => format !== 'txt'))('%s gives the same content', (format) => {
    expect(filesOf(resultOf(format))).toEqual(filesOf(resultOf('txt')))
  })

  test.each(Object.keys(FORMATS))('%s: every word is accounted for', (format) => {
    const result = resultOf(format)
    expect(result.documents[0]?.account).toMatchObject({ lost: [], added: [] })
    expect(result.exitCode).toBe(0)
  })

  test.each(Object.keys(FORMATS))('%s: of the closed punkt nothing but its title is written or shown', (format) => {
    const result = resultOf(format)
    expect([JSON.stringify(result), formatLeftOut(result), formatSummary(result)].join('\n')).not.toMatch(/hemmelig|grundgris/i)
  })

  test('what stands around the minutes is left out with a reason', () => {
    const reasons = (format: string): (string | undefined)[] =>
      resultOf(format).documents[0]?.account?.leftOut.map(({ reason }) => reason) ?? []
    expect(reasons('html')).toEqual(expect.arrayContaining(['cookiebanner', 'sidens navigation', 'sidens fod', 'sidens sidespalte']))
    expect(reasons('pdf')).toContain('sidehoved eller sidefod')
  })
})

describe('files that cannot be read', () => {
  const good = { path: 'god.txt', bytes: bytesOf(writeText(MEETING)) }

  test.each([
    ['a scanned PDF', writeEmptyPdf, /OCR/],
    ['an encrypted PDF', () => writePdf(MEETING, { userPassword: 'hemmelig', ownerPassword: 'x', pdfVersion: '1.7' }), /adgangskode/],
    ['a PDF that is cut off', async () => (await writePdf(MEETING)).slice(0, 300), /beskadiget/],
    ['a DOCX that is cut off', async () => (await writeDocx(MEETING, 'bold')).slice(0, 900), /beskadiget/],
    ['an empty file', async () => new Uint8Array(), /tom/],
    ['a picture', async () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), /billede/],
    ['an old Word file', async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /docx/],
    ['XML of another kind', async () => bytesOf('<?xml version="1.0"?><Faktura><Linje/></Faktura>'), /SBSYS/],
  ])('%s is told of, and the others go on', async (_what, make, words) => {
    const result = await importDocuments([{ path: 'fil.pdf', bytes: await make() }, good], {}, new Map())
    expect(result.exitCode).toBe(2)
    const told = result.findings.filter(({ rule }) => rule === 'import-ulaeselig')
    expect(told).toHaveLength(1)
    expect(`${told[0]?.message} ${told[0]?.hint}`).toMatch(words)
    expect(result.files.some(({ path }) => path.startsWith(FOLDER))).toBe(true)
  })

  test('a file whose name lies is read for what it is', async () => {
    const bytes = read.get('docx')?.bytes as Uint8Array
    const result = await importDocuments([{ path: 'referat.pdf', bytes }], {}, new Map())
    expect(result.findings.map(({ rule }) => rule)).toContain('import-filtype')
    expect(filesOf(result)).toEqual(filesOf(resultOf('txt')))
  })
})

describe('damaged files', () => {
  test.each(Object.keys(FORMATS))(
    '%s: cut off or changed anywhere, it never throws',
    async (format) => {
      const { bytes } = read.get(format) as { bytes: Uint8Array }
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length),
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 20 }),
          fc.boolean(),
          async (end, changes, isCut) => {
            const damaged = Uint8Array.from(isCut ? bytes.slice(0, end) : bytes)
            for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value
            const result = await importDocuments([{ path: `vadby-havneudvalget-2024-04-03.${format}`, bytes: damaged }], {}, new Map())
            expect(result.documents).toHaveLength(1)
          },
        ),
        { numRuns: 25, seed: 1849 },
      )
    },
    60_000,
  )
})
