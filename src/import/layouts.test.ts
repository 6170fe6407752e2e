import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Archive } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { contentTree } from '../source/content-tree.ts'
import { type ImportResult, importDocuments } from './import.ts'
import { formatLeftOut, formatSummary } from './summary.ts'

interface Imported {
  readonly result: ImportResult
  readonly archive: Archive
  readonly meeting: Meeting
  readonly punkter: readonly Punkt[]
  readonly reasons: ReadonlySet<string>
}

async function importFixture(name: string): Promise<Imported> {
  const bytes = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url))
  const result = await importDocuments([{ path: `${name}.txt`, bytes }], { authority: 'vadby' }, new Map())
  const { archive, findings } = loadArchive(contentTree(Object.fromEntries(result.files.map(({ path, text }) => [path, text]))))
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(result.findings.filter(({ rule }) => /^import-ord/.test(rule))).toEqual([])
  const meeting = archive.meetings[0] as Meeting
  const reasons = new Set(result.documents.flatMap(({ account }) => account?.leftOut ?? []).map(({ reason }) => reason))
  return { result, archive, meeting, punkter: archive.punkterOf(meeting.id), reasons }
}

const sectionsOf = (punkt: Punkt | undefined): string[] => (punkt?.sections ?? []).map(({ key, heading }) => `${key}: ${heading}`)
const rulesOf = ({ result }: Imported): string[] => result.findings.map(({ rule }) => rule)

describe('a margin-broken text with page footers (pkt-ombrudt)', async () => {
  const imported = await importFixture('pkt-ombrudt')
  const { meeting, punkter, reasons } = imported

  test('the head: letterspaced title, date without a full stop, times apart, people one to a line', () => {
    expect(meeting).toMatchObject({
      id: 'vadby/kultur-og-fritidsudvalget/2022-02-07',
      start: '16:00',
      end: '18:15',
      place: 'Mødelokale 2, Vadby Rådhus',
      clerk: 'Tove Berg',
      text: '',
    })
    expect(meeting.deltagere).toEqual([
      { name: 'Karen Lund', party: 'A', role: 'formand', attendance: 'til stede' },
      { name: 'Jens Åby', party: 'V', attendance: 'afbud' },
      { name: 'Mia Holt', party: 'Løsgænger', attendance: 'til stede' },
      { name: 'Ib Dam', role: 'næstformand', attendance: 'til stede' },
      { name: 'Sanne Vest', party: 'Socialdemokratiet', attendance: 'til stede' },
      { name: 'Ole Friis', party: 'V', attendance: 'til stede', substituteFor: 'Jens Åby' },
    ])
  })

  test('page footers are left out, the paragraph around them is whole', () => {
    expect(reasons).toContain('sidehoved eller sidefod')
    expect(punkter[0]?.sections[0]?.text).toMatch(/^Forvaltningen.*\n.*\n.*byen\.\n\n15\\\. marts/)
  })

  test('numbers run on, titles over two lines, case numbers behind labels', () => {
    expect(punkter.map(({ number, title, sagsnummer }) => [number, title, sagsnummer?.written])).toEqual([
      ['42', 'Ny hal ved Søndre Skole', '20/33839'],
      ['43', 'Lån af lokaler til foreninger og aftenskoler i hele kommunen samt regler for betaling', '21/1044'],
    ])
  })

  test('vote, closed attachment, conflict of interest and an earlier treatment', () => {
    expect(punkter[0]?.vote).toMatchObject({ for: { parties: ['A', 'V', 'Løsgænger'] }, against: { parties: ['Ø'] } })
    expect(punkter[0]?.bilag).toEqual([
      { title: 'Skitse af hallen.pdf', open: true },
      { title: 'Lukket bilag', open: false },
    ])
    expect(punkter[1]?.absences).toEqual([{ name: 'Karen Lund', reason: 'inhabil' }])
    expect(punkter[1]?.references[0]).toMatchObject({ udvalg: 'Økonomiudvalget', dato: '2019-09-10', punkt: '65' })
    expect(rulesOf(imported)).toContain('import-fravaer-tekst')
  })

  test('a decision "in X, the D" of this meeting is the decision', () => {
    expect(sectionsOf(punkter[0])).toEqual([
      'summary: Sagens kerne',
      'recommendation: Administrativ indstilling',
      'decision: Beslutning i Kultur- og Fritidsudvalget den 7. februar 2022',
    ])
  })
})

describe('a web page without blank lines (punkt-uden-kolon)', async () => {
  const imported = await importFixture('punkt-uden-kolon')
  const { meeting, punkter, reasons } = imported

  test('navigation, cookie banner and the list of punkter are left out', () => {
    expect([...reasons]).toEqual(expect.arrayContaining(['sidens navigation', 'cookiebanner', 'indholdsfortegnelse']))
    expect(punkter.map(({ number }) => number)).toEqual(['571', '572'])
  })

  test('date with seconds, place in a cell, the chair among the people, absence without apology', () => {
    expect(meeting).toMatchObject({ date: '2020-06-04', start: '09:00', place: 'Rådhuset, lokale 4' })
    expect(meeting.deltagere).toEqual([
      { name: 'Lone Beck', role: 'Mødeleder', attendance: 'til stede' },
      { name: 'Per Ask', attendance: 'til stede' },
      { name: 'Ida Kær', party: 'B', attendance: 'til stede' },
      { name: 'Bo Krag', party: 'C', attendance: 'fravær' },
    ])
  })

  test('what could not be read as names is kept as text, and told of', () => {
    expect(meeting.text).toContain('der meldte sig syg')
    expect(rulesOf(imported)).toContain('import-deltagere')
  })

  test('labels with their text on the same line; a table of unequal rows', () => {
    expect(sectionsOf(punkter[0])).toEqual(['recommendation: Indstilling', 'decision: Beslutning'])
    expect(punkter[0]?.beslutning.outcomes).toEqual(['discussed'])
    expect(punkter[1]?.sections[0]?.text).toContain('| Østre | 210 |  |')
    expect(rulesOf(imported)).toContain('import-tabel')
  })
})

describe('punkter as cases (sag-nr)', async () => {
  const { meeting, punkter } = await importFixture('sag-nr')

  test('head and titles', () => {
    expect(meeting).toMatchObject({ id: 'vadby/havneudvalget/2017-08-23', start: '11:00', place: 'Havnekontoret' })
    expect(meeting.deltagere.map(({ name, role }) => [name, role])).toEqual([
      ['Poul Sø', 'formand'],
      ['Eva Strøm', undefined],
      ['Kim Bro', 'havnefoged'],
    ])
    expect(punkter.map(({ title }) => title)).toEqual(['Ny mole', 'Eventuelt', 'Bådpladser - udgår'])
  })

  test('a title that says "udgår" decides; a punkt without text has no decision', () => {
    expect(punkter.map(({ beslutning }) => [beslutning.status, beslutning.outcomes[0]])).toEqual([
      ['decided', 'recommended'],
      ['missing', undefined],
      ['decided', 'withdrawn'],
    ])
  })

  test('members counted with their parties are a vote', () => {
    expect(punkter[0]?.vote).toMatchObject({ for: { count: 5, parties: ['A', 'V', 'C'] }, against: { count: 1, parties: ['Ø'] } })
  })
})

describe('open and closed punkter (aaben-lukket, nr-streg)', async () => {
  const open = await importFixture('aaben-lukket')
  const mixed = await importFixture('nr-streg')

  test('marks and page numbers are taken off the titles; what lies below "Lukkede punkter" is closed', () => {
    expect(open.punkter.map(({ title, closed, sagsnummer }) => [title, closed, sagsnummer?.written])).toEqual([
      ['Regnskab 2018', false, '299835'],
      ['Køb af ejendom', true, '299836'],
      ['Personsag', true, undefined],
    ])
    expect(open.meeting).toMatchObject({ udvalg: 'vadby/oekonomiudvalget', start: '15:00', end: '17:30' })
  })

  test('case numbers above the heads; "Lukket - T" and "T - Lukket punkt"', () => {
    expect(mixed.punkter.map(({ number, title, closed, sagsnummer }) => [number, title, closed, sagsnummer?.written])).toEqual([
      ['178', 'Godkendelse af dagsorden (B)', false, 'EMN-2019-033020'],
      ['179', 'Grundsalg', true, 'EMN-2019-033021'],
      ['180', 'Valg af medlem (O)', true, 'EMN-2019-033022'],
      ['181', 'Eventuelt', false, 'EMN-2019-033023'],
    ])
  })

  test.each([
    ['aaben-lukket', open],
    ['nr-streg', mixed],
  ])('%s: no word of a closed punkt is written or shown, all are counted', (_name, { result }) => {
    const shown = [JSON.stringify(result), formatLeftOut(result), formatSummary(result)].join('\n')
    expect(shown).not.toMatch(/hemmelig/i)
    expect(result.documents[0]?.account?.leftOut.some(({ reason, text }) => reason === 'lukket punkt' && text === undefined)).toBe(true)
  })

  test('a vote by sides with names; an earlier decision before any section', () => {
    const last = mixed.punkter.at(-1)
    expect(last?.vote).toMatchObject({
      for: { count: 20, members: ['Anna Sand', 'Bent Å. Dahl'] },
      against: { count: 6 },
      abstained: { count: 1 },
    })
    expect(sectionsOf(last)).toEqual([
      'other: ',
      'earlier-decision: Beslutning fra Økonomiudvalget, den 6. maj 2019, punkt 12',
      'decision: Beslutning',
    ])
    expect(mixed.meeting.deltagere.at(-1)).toEqual({ name: 'Carl Eng', party: 'V', attendance: 'fravær' })
  })
})

describe('Markdown that numbers nothing (overskrifter)', async () => {
  const { meeting, punkter, reasons } = await importFixture('overskrifter')

  test('headings of one level are punkter, those beside the labels sections', () => {
    expect(punkter.map(({ title }) => title)).toEqual(['Velkomst', 'Lejrskole'])
    expect(sectionsOf(punkter[0])).toEqual(['case: Sagsfremstilling', 'other: Kommunikation', 'decision: Beslutning'])
    expect(punkter[0]?.sections[1]?.text).toContain('### Under kommunikation')
    expect(meeting).toMatchObject({ udvalg: 'vadby/skolebestyrelsen-ved-oestre-skole', start: '19:00' })
  })

  test('emphasis and links stay; pictures and HTML go, with a reason', () => {
    expect(punkter[0]?.sections[0]?.text).toBe('Formanden bød *velkommen*, se [dagsordenen](https://skole.example/dagsorden) og foto.')
    expect([...reasons]).toEqual(expect.arrayContaining(['billede', 'HTML-mærke', 'linkadresse']))
    expect(punkter[1]?.bilag.map(({ title }) => title)).toEqual(['Program', 'Pris'])
    expect(punkter[1]?.sections[0]?.text).toContain('1. Bus\n   - to chauffører\n2. Tog')
  })
})

describe('numbers with a full stop, inside and out (tal-punktum)', async () => {
  const { meeting, punkter } = await importFixture('tal-punktum')

  test('the numbered parts of a punkt stay in it, as headings', () => {
    expect(punkter.map(({ title }) => title)).toEqual(['Godkendelse af dagsorden', 'Plan for året', 'Eventuelt'])
    expect(punkter[1]?.sections[0]?.text.match(/^### .*/gm)).toEqual(['### 1. Forår', '### 2. Sommer', '### 3. Efterår'])
    expect(meeting.deltagere).toEqual([{ name: 'Lis Ørum', attendance: 'afbud' }])
  })
})
