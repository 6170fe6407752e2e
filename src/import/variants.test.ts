import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { contentTree } from '../source/content-tree.ts'
import { type ImportResult, importDocuments } from './import.ts'

interface Read {
  readonly result: ImportResult
  readonly meeting: Meeting
  readonly punkter: readonly Punkt[]
}

async function readText(text: string, name = 'referat.txt'): Promise<Read> {
  const result = await importDocuments([{ path: name, bytes: new TextEncoder().encode(text) }], { authority: 'vadby' }, new Map())
  const { archive, findings } = loadArchive(contentTree(Object.fromEntries(result.files.map((file) => [file.path, file.text]))))
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(result.documents[0]?.account).toMatchObject({ lost: [], added: [] })
  const meeting = archive.meetings[0] as Meeting
  return { result, meeting, punkter: archive.punkterOf(meeting.id) }
}

const readFixture = (name: string): Promise<Read> =>
  readText(readFileSync(new URL(`fixtures/${name.includes('.') ? name : `${name}.txt`}`, import.meta.url), 'utf8'))
const people = ({ meeting }: Read): string[] =>
  meeting.deltagere.map(({ name, party, attendance, substituteFor }) =>
    [name, party, attendance === 'til stede' ? undefined : attendance, substituteFor && `for ${substituteFor}`].filter(Boolean).join(' '),
  )
const heads = ({ punkter }: Read): string[] => punkter.map(({ number, title, closed }) => `${number} ${title}${closed ? ' (lukket)' : ''}`)
const outcomes = ({ punkter }: Read): string[] => punkter.map(({ beslutning }) => beslutning.outcomes.join('+') || '-')

describe('"åbent 1" and "lukket 101"', async () => {
  const read = await readFixture('aabent-lukket-101')

  test('heads, titles on the line below, closed punkter without their text', () => {
    expect(heads(read)).toEqual([
      '1 Godkendelse af dagsorden',
      '2 Budgetopfølgning pr. 29. februar 2024',
      '101 Salg af areal (lukket)',
      '102 Personalesag (lukket)',
    ])
    expect(JSON.stringify(read.result)).not.toContain('Hemmelig')
  })

  test('a substitute in parentheses, numbered points answered, a vote by parties', () => {
    expect(people(read).at(-1)).toBe('Erik Gran F for Hanne Ilsø')
    expect(read.punkter[1]?.vote).toMatchObject({ for: { parties: ['A', 'V', 'F'] }, against: { parties: ['Ø'] } })
    expect(read.punkter[1]?.sections[1]?.text).toContain('1. budgetopfølgningen')
  })
})

describe('recommendation and decision in one, the decision first', async () => {
  const read = await readFixture('indstilling-og-beslutning')

  test('one section becomes two where the decision begins', () => {
    expect(read.punkter[0]?.sections.map(({ key, text }) => `${key}: ${text.split('\n')[0]}`)).toEqual([
      'summary: Skolerne orienterer om trivselsmålingen.',
      'recommendation: Forvaltningen indstiller, at orienteringen tages til efterretning.',
      'decision: Taget til efterretning.',
    ])
    expect(outcomes(read).slice(0, 3)).toEqual(['noted', 'postponed', 'elected'])
    expect(read.punkter[1]?.sections.map(({ key }) => key)).toEqual(['decision', 'case'])
  })

  test('"deltog ikke under punkterne 12-15" is an absence from each of them', () => {
    expect(read.punkter.map(({ absences }) => absences.map(({ name, reason }) => `${name}: ${reason}`).join())).toEqual([
      '',
      'Anna Sand: afbud',
      'Anna Sand: inhabil',
      'Anna Sand: afbud',
      'Anna Sand: afbud',
    ])
  })

  test('a sheet for signatures that is printed as a punkt stays one', () => {
    expect(heads(read).at(-1)).toBe('15 Underskriftsside')
  })
})

describe('punkter without numbers', async () => {
  const school = await readFixture('skolebestyrelse')
  const council = await readFixture('uden-afsnit')

  test('known by their sections, even where the title is the name of one', () => {
    expect(school.punkter.map(({ title }) => title)).toEqual(['Velkommen', 'Økonomi', 'Princip for lejrskole', 'Eventuelt'])
    expect(outcomes(school)).toEqual(['-', 'noted', 'approved-amended', '-'])
  })

  test('the sheet for signatures is a note on the meeting', () => {
    expect(school.meeting.text).toContain('Underskrifter')
    expect(school.meeting).toMatchObject({ clerk: 'Per Ask', start: '17:30', end: '19:30' })
  })

  test('known by the usual ones, where there are no sections at all', () => {
    expect(council.punkter.map(({ title }) => title)).toEqual([
      'Godkendelse af dagsorden',
      'Nyt fra forvaltningen',
      'Høringssvar om budgettet',
      'Eventuelt',
    ])
    expect(people(council)).toEqual(['Ida Kær', 'Per Ask', 'Lone Beck', 'Bo Krag fravær'])
  })
})

describe('absence and substitutes', async () => {
  const each = await readFixture('fravaer-efter-hver')
  const prose = await readFixture('sag-emne')

  test('who is away by every decision is away from the meeting', () => {
    expect(people(each)).toEqual(['Karen Lund fravær'])
    expect(each.punkter.flatMap(({ absences }) => absences)).toEqual([])
  })

  test('marks of access in the table of contents are no other spelling', () => {
    expect(each.result.findings.map(({ rule }) => rule)).not.toContain('import-indholdsfortegnelse-titel')
    expect(each.punkter[1]?.vote).toMatchObject({ for: { count: 43 }, against: { count: 5 }, abstained: { count: 1 } })
  })

  test('"I stedet for A deltog B" names a substitute', () => {
    expect(people(prose)).toEqual(['Poul Sø A', 'Eva Strøm V afbud', 'Kim Bro Ø', 'Ole Friis V for Eva Strøm'])
  })

  test('labels before titles go; closed by "Lukket punkt:"', () => {
    expect(heads(prose)).toEqual(['12 Tilskud til Vadby Teater', '13 Legat (lukket)', '14 Eventuelt'])
    expect(prose.punkter[0]?.vote).toMatchObject({ for: { count: 4, members: ['Poul Sø', 'Ole Friis'] }, against: { count: 1 } })
  })

  test.each([
    ['Bo Krag ankom under punkt 3.', '1: ankom senere, 2: ankom senere'],
    ['Bo Krag forlod mødet efter punkt 2.', '3: gik'],
    ['Bo Krag deltog ikke i behandlingen af punkt 1 og 3.', '1: afbud, 3: afbud'],
  ])('%s', async (sentence, expected) => {
    const punkter = [1, 2, 3].map((number) => `Punkt ${number}: Sag ${number}\n\nBeslutning\n\nGodkendt.\n`).join('\n')
    const read = await readText(`Referat Havneudvalget d. 03-04-2024\n\nDeltagere: Ida Kær (A), Bo Krag (C)\n\n${sentence}\n\n${punkter}`)
    expect(read.punkter.flatMap(({ number, absences }) => absences.map(({ reason }) => `${number}: ${reason}`)).join(', ')).toBe(expected)
  })
})

describe('Markdown from text recognition', async () => {
  const read = await readFixture('ocr.md')

  test('several fields on a line, a list over two lines, a substitute after the one who is away', () => {
    expect(read.meeting).toMatchObject({ date: '2024-01-30', start: '18:00', place: 'Byrådssalen', text: '' })
    expect(people(read)).toEqual([
      'Anna Sand A',
      'Bent Dahl V',
      'Carl Eng Løsgænger',
      'Dorte Fjord Ø fravær',
      'Erik Gran Ø for Dorte Fjord',
    ])
  })

  test('a heading broken in a word, a title that says "udgår", attachments over two lines, an earlier decision', () => {
    expect(heads(read)).toEqual(['1 Valg af udvalg', '2 Takster (udgår)', '3 Ændring af styrelsesvedtægt'])
    expect(outcomes(read).slice(0, 2)).toEqual(['elected', 'withdrawn'])
    expect(read.punkter[0]?.bilag.map(({ title }) => title)).toEqual(['Oversigt over udvalgsposter', 'Notat af 5. januar 2024'])
    expect(read.punkter[2]?.references[0]).toMatchObject({ dato: '2024-01-15', punkt: '7' })
    expect(read.punkter[2]?.vote).toMatchObject({ for: { count: 43 }, against: { count: 5 }, abstained: { count: 1 } })
  })
})

describe('running heads and page numbers in a text', async () => {
  const read = await readFixture('sidehoveder')

  test('case numbers above the heads, a table of contents over two lines, fields on the line below', () => {
    expect(read.punkter.map(({ number, sagsnummer }) => [number, sagsnummer?.written])).toEqual([
      ['571', '05.00.00-A00-1-24'],
      ['572', '05.01.08-G01-33-24'],
    ])
    expect(read.meeting).toMatchObject({ start: '14:00', end: '16:15', place: 'Mødelokale 4', text: '' })
  })

  test('a sentence that begins with "Punkt 4" is none; an earlier decision of the same body stays earlier', () => {
    expect(read.punkter[1]?.sections.find(({ key }) => key === 'case')?.text).toContain('Punkt 4 i vejplanen')
    expect(outcomes(read)).toEqual(['approved', 'approved'])
    expect(read.punkter[1]?.absences).toEqual([{ name: 'Pia Lyng', reason: 'afbud' }])
  })
})

describe('numbers alone on their line', async () => {
  const read = await readFixture('tal-alene')

  test('the line below is the title; "FORTROLIGT" closes', () => {
    expect(heads(read)).toEqual(['1 Meddelelser', '2 Takster for 2024', '3 FORTROLIGT (lukket)', '4 Eventuelt'])
    expect(read.meeting).toMatchObject({ start: '10:00', end: '11:15' })
    expect(JSON.stringify(read.result)).not.toContain('Hemmelig')
  })
})

describe('what must not be guessed', () => {
  test('a text without punkter that speaks of something closed is not written', async () => {
    const text = 'Referat Havneudvalget d. 03-04-2024\n\nLukket dagsorden\n\nHemmelig køber fik grunden.\n'
    const result = await importDocuments([{ path: 'a.txt', bytes: new TextEncoder().encode(text) }], { authority: 'vadby' }, new Map())
    expect(result.files).toEqual([])
    expect(result.exitCode).toBe(1)
    expect(JSON.stringify(result)).not.toContain('Hemmelig')
  })

  test('words broken over a line are joined, in the spelling that the document has', async () => {
    const line =
      'Punkt 1: Havnen\n\nBeslutning\n\nUdvalget besluttede på mødet efter en lang drøftelse, at kommu-\nnens havn skal holdes åben, og at børne-\nog ungeområdet høres.\n'
    const read = await readText(`Referat Havneudvalget d. 03-04-2024\n\n${line}`)
    expect(read.punkter[0]?.sections[0]?.text).toContain('kommunens\nhavn')
    expect(read.punkter[0]?.sections[0]?.text).toContain('børne-')
  })
})
