import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import type { Punkt } from '../referat/punkt.ts'
import { SECTION_NAMES, type SectionKey } from '../referat/section.ts'
import { contentTree } from '../source/content-tree.ts'
import { readAttachmentAnchor } from './anchors.ts'
import { searchRecord } from './record.ts'

const MEETING = 'by/kb/2025-09-30'
const content = {
  'index.md': '---\ntitel: Arkiv\nurl: https://arkiv.example\nbeskrivelse: Prøve\n---\n',
  'by/index.md': '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n',
  'by/kb/index.md': '---\nnavn: Kommunalbestyrelsen\ntype: kommunalbestyrelse\n---\n',
  [`${MEETING}/index.md`]: '---\ndato: 2025-09-30\nstatus: referat\n---\n',
  [`${MEETING}/01-sti.md`]:
    '---\ntitel: Ny sti\nnummer: 12\nsagsnummer: 05.05.00Ø20-4-25\nadgang: åben\nbilag:\n  - { titel: Kort over stien }\n  - { titel: Forhandlingsnotat, adgang: lukket }\n---\n\n## Resumé\n\nDer anlægges en cykel\u00adsti & en bro i 2025–2026.\n\n## Beslutning\n\nGodkendt.\n',
  [`${MEETING}/02-salg.md`]: '---\ntitel: Salg af grund\nadgang: lukket\nbeslutning: udsat\n---\n\n## Åben beslutning\n\nUdsat.\n',
  'by/kb/2025-10-28/index.md': '---\ndato: 2025-10-28\nstatus: kladde\n---\n',
  'by/kb/2025-10-28/01-kladde.md': '---\ntitel: Endnu ikke skrevet\nadgang: åben\n---\n\n## Resumé\n\nTekst.\n',
}
const { archive } = loadArchive(contentTree(content))

function recordAt(id: string): NonNullable<ReturnType<typeof searchRecord>> {
  const record = searchRecord(archive, archive.punkt(id))
  if (!record) throw new Error(`${id} is not searched`)
  return record
}

describe('what is indexed of an open punkt', () => {
  const record = recordAt(`${MEETING}/punkt-12`)

  test('is its address, its words and what a result shows', () => {
    expect(record.url).toBe(`/${MEETING}/punkt-12/`)
    expect(record.html).toContain('Kort over stien')
    expect(record.meta).toMatchObject({
      title: 'Ny sti',
      nummer: '12',
      udvalg: 'Kommunalbestyrelsen',
      myndighed: 'By Kommune',
      dato: '2025-09-30',
      dag: 'tirsdag den 30.\u00a0september 2025',
      sagsnummer: '05.05.00Ø20-4-25',
      ord: 'Godkendt.',
    })
  })

  test('is found by any spelling of its case number', () => {
    expect(record.meta.sagsnumre?.split(' ')).toEqual(
      expect.arrayContaining(['05.05.00-Ø20-4-25', 'Ø20-4-25', 'O20-4-25', 'OE20-4-25', '05.05.00']),
    )
  })

  test('is narrowed by authority, body, date, outcome, subject and whether the recommendation was followed', () => {
    expect(record.facts).toEqual({
      date: '2025-09-30',
      authority: { id: 'by', label: 'By Kommune' },
      body: { id: 'by/kb', label: 'Kommunalbestyrelsen' },
      outcomes: [{ id: 'approved', label: 'Godkendt' }],
      subject: { id: '05', label: '05' },
    })
  })

  test('has whole words: no soft hyphens, and no dashes that glue', () => {
    expect(record.html).toContain('cykelsti &amp; en bro i 2025-2026')
  })

  test('leaves out attachments that are not open', () => {
    expect(JSON.stringify(record)).not.toContain('Forhandlingsnotat')
  })
})

describe('an attachment', () => {
  const punkt = archive.punkt(`${MEETING}/punkt-12`)
  const text = { title: 'Støjrapport', url: `/${MEETING}/bilag/stoej.pdf`, page: 3, text: 'Målt til 58 decibel' }

  test('is searched by its text, and its page and address can be told from the record', () => {
    const record = searchRecord(archive, punkt, [text])
    expect(record?.html).toContain('Målt til 58 decibel')
    const ids = [...(record?.html ?? '').matchAll(/id="([^"]+)"/g)].map(([, id = '']) => readAttachmentAnchor(id))
    expect(ids).toContainEqual({ url: text.url, page: 3 })
    expect(JSON.stringify(record?.meta)).not.toContain('stoej.pdf')
  })

  test('of a closed punkt never is', () => {
    expect(JSON.stringify(searchRecord(archive, archive.punkt(`${MEETING}/punkt-2`), [text]))).not.toContain('decibel')
  })
})

test('a draft is not found at all', () => {
  expect(searchRecord(archive, archive.punkt('by/kb/2025-10-28/punkt-1'))).toBeUndefined()
})

test('a closed punkt is found by its public title and its open decision', () => {
  const record = recordAt(`${MEETING}/punkt-2`)
  expect(record.meta.title).toBe('Salg af grund')
  expect(record.html).toContain('Udsat.')
  expect(record.facts.outcomes.map(({ label }) => label)).toEqual(['Lukket punkt', 'Udsat'])
})

test('nothing else of a closed punkt reaches its record, whatever it holds', () => {
  const closed = archive.punkt(`${MEETING}/punkt-2`)
  const keys = (Object.keys(SECTION_NAMES) as SectionKey[]).filter((key) => key !== 'decision')
  const secret = 'fortroligt'
  const section = fc.constantFrom(...keys).map((key) => ({ key, heading: secret, line: 1, text: `${secret} tekst`, textLine: 2 }))
  fc.assert(
    fc.property(fc.array(section), fc.boolean(), (sections, open) => {
      const punkt: Punkt = { ...closed, legalGround: secret, sections: [...closed.sections, ...sections], bilag: [{ title: secret, open }] }
      expect(JSON.stringify(searchRecord(archive, punkt))).not.toContain(secret)
    }),
  )
})
